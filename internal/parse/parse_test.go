package parse

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"tvilling/internal/text"
)

func TestFormatOf(t *testing.T) {
	for name, want := range map[string]Format{
		"a.md": Markdown, "A.MARKDOWN": Markdown, "x/y.mdx": Markdown,
		"a.html": HTML, "a.HTM": HTML, "a.xhtml": HTML,
		"a.txt": Text, "a.text": Text, "a.md.bak": Text, "README": Text, "": Text, `c:\dir.md\a`: Text,
	} {
		if got := FormatOf(name); got != want {
			t.Errorf("%q is %s, want %s", name, got, want)
		}
	}
}

func TestParseFormat(t *testing.T) {
	for _, want := range []Format{Text, Markdown, HTML} {
		if got, err := ParseFormat(want.String()); err != nil || got != want {
			t.Errorf("%s is read as %s (%v)", want, got, err)
		}
	}
	if _, err := ParseFormat("docx"); err == nil || err.Error() != `format "docx" is unknown; use markdown, html or text` {
		t.Error(err)
	}
}

// TestRenamed reads pasted text under a Markdown name: the blocks are the same.
func TestRenamed(t *testing.T) {
	for _, name := range []string{"txt-pasted", "txt-lists-then-text", "txt-references"} {
		raw, err := os.ReadFile(goldenDir + "/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		a := txtar.Parse(raw)
		got := dump(Document(text.NewFile("in.md", string(a.Files[0].Data)), Markdown))
		if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
			t.Errorf("%s (-text +markdown):\n%s", name, diff)
		}
	}
}
