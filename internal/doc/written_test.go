package doc

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"

	"tvilling/internal/text"
)

// everywhere is what written matches, wherever it stands.
var everywhere = regexp.MustCompile(`(?:\b(?:id|name)\s*=\s*(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s"'>{}]{1,200})))|\{[^{}\n]{0,200}?#([^\s{}"']{1,200})`)

// TestReadWritten: the ids are those that one expression finds in the whole text.
func TestReadWritten(t *testing.T) {
	compare := func(t rapid.TB, content string) {
		a := &Anchors{ids: map[string]bool{}, headings: map[string]*Block{}}
		a.readWritten(&Document{File: text.NewFile("a.md", content)})
		want := map[string]bool{}
		for _, m := range everywhere.FindAllStringSubmatch(content, -1) {
			want[foldAnchor(m[1]+m[2]+m[3]+m[4])] = true
		}
		if len(want) != len(a.ids) {
			t.Fatalf("%q has %v, want %v", content, a.ids, want)
		}
		for id := range want {
			if !a.ids[id] {
				t.Fatalf("%q has %v, want %v", content, a.ids, want)
			}
		}
	}
	for _, content := range []string{"", "id", "## Heading {#here}", "{: .note #here } {#there}", `<a id="x" name = y>`, `{ id="x" #y}`, "grid=3", "id\n=\nx", "{x\n#y}"} {
		compare(t, content)
	}
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.SampledFrom([]string{"id", "name", "=", `"`, "'", "{", "}", "#", " ", "\n", "a", "bc", "å", "_", "<", ">"})
		pieces := rapid.SliceOf(piece).Draw(t, "pieces")
		content := ""
		for _, p := range pieces {
			content += p
		}
		compare(t, content)
	})
}
