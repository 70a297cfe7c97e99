package parse

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"tvilling/internal/text"
)

// seed adds the golden files of one format to a fuzz test.
func seed(f *testing.F, format Format) {
	names, _ := filepath.Glob(goldenDir + "/*.txtar")
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		if a := txtar.Parse(raw); len(a.Files) > 0 && FormatOf(a.Files[0].Name) == format {
			f.Add(string(a.Files[0].Data))
		}
	}
	for _, s := range []string{">\t#", "- \t\n", "\r\r\n", "[", "![](", "|\n-|\n", "<a", "<!--", "&", "\x00", "\\", "**", "• a • ", "1. a. 2. B"} {
		f.Add(s)
	}
}

// parses checks that s is read without a panic into a document that is consistent.
func parses(t *testing.T, s string, format Format) {
	if !utf8.ValidString(s) {
		return // text.Decode lets no such content through
	}
	d := Document(text.NewFile("fuzz", s), format)
	if err := consistent(d); err != nil {
		t.Fatalf("%v\nin: %q\n%s", err, s, dump(d))
	}
}

func FuzzMarkdown(f *testing.F) {
	seed(f, Markdown)
	f.Fuzz(func(t *testing.T, s string) { parses(t, s, Markdown) })
}

func FuzzHTML(f *testing.F) {
	seed(f, HTML)
	f.Fuzz(func(t *testing.T, s string) { parses(t, s, HTML) })
}

func FuzzPlain(f *testing.F) {
	seed(f, Text)
	f.Fuzz(func(t *testing.T, s string) { parses(t, s, Text) })
}

func FuzzFrontMatter(f *testing.F) {
	for _, s := range []string{"a: b", "a:\n  - 'x\n  - b: \"c", "a: >\n  x\n\n  y", "a: [b, \"c", "a = \"\"\"\nx", "[t]\na = 1"} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, toml bool) {
		mark := "---\n"
		if toml {
			mark = "+++\n"
		}
		parses(t, mark+s+"\n"+mark+"Text.\n", Markdown)
	})
}

func FuzzRunOn(f *testing.F) {
	for _, c := range runOnCases {
		f.Add(c.in, c.listed, c.number)
	}
	f.Fuzz(func(t *testing.T, s string, listed bool, number int) {
		last := 0
		for _, c := range runOnCuts(s, listed, number) {
			if c.end <= last && last > 0 || c.end > c.marker || c.marker >= c.start || c.start >= len(s) {
				t.Fatalf("cut %+v after %d in %q", c, last, s)
			}
			last = c.start
		}
	})
}
