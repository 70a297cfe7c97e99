package project_test

import (
	"strings"
	"testing"

	"tvilling/internal/parse"
	"tvilling/internal/project"
	"tvilling/internal/text"
)

// TestMatter writes one stamp into front matter of all shapes, twice: the lines are
// those wanted, and the second time changes nothing.
func TestMatter(t *testing.T) {
	stamp := []project.StampSection{{Heading: `A "b": c`, Revision: "0123456789abcdef0123456789abcdef01234567", Units: []string{"b", "a"}}}
	const item = `"0123456789ab 11008bdc87c0 A \"b\": c"`
	for _, c := range []struct{ shows, before, after string }{
		{"behind the last key", "---\ntitle: A\n---\n\nText\n", "---\ntitle: A\ntvilling-stamp:\n  - " + item + "\n---\n\nText\n"},
		{"as far in as the other keys", "---\n  title: A\n---\nText\n", "---\n  title: A\n  tvilling-stamp:\n    - " + item + "\n---\nText\n"},
		{"behind a text of several lines", "---\nlead: |\n  A\n  B\n---\nText\n", "---\nlead: |\n  A\n  B\ntvilling-stamp:\n  - " + item + "\n---\nText\n"},
		{"in empty front matter", "---\n---\nText\n", "---\ntvilling-stamp:\n  - " + item + "\n---\nText\n"},
		{"in the place of the old one", "---\ntvilling-stamp:\n- old\n- 'older'\n# a comment\ntitle: A\n---\nText\n",
			"---\ntvilling-stamp:\n  - " + item + "\n# a comment\ntitle: A\n---\nText\n"},
		{"not in a key that begins alike", "---\ntvilling-stamps: [a]\n---\nText\n", "---\ntvilling-stamps: [a]\ntvilling-stamp:\n  - " + item + "\n---\nText\n"},
		{"before the tables of TOML", "+++\n[menu]\na = 1\n+++\nText\n", "+++\ntvilling-stamp = [\n  " + item + ",\n]\n[menu]\na = 1\n+++\nText\n"},
		{"in the place of one on a line", "+++\nb = 1\ntvilling-stamp = [\"x\"]\na = 1\n+++\nText\n",
			"+++\nb = 1\ntvilling-stamp = [\n  " + item + ",\n]\na = 1\n+++\nText\n"},
		{"with the file's line ends", "---\r\na: b\r\n---\r\nText\r\n", "---\r\na: b\r\ntvilling-stamp:\r\n  - " + item + "\r\n---\r\nText\r\n"},
	} {
		f, err := project.Matter(text.NewFile("a.md", c.before), stamp)
		if err != nil {
			t.Errorf("%s: %v", c.shows, err)
			continue
		}
		if got := string(f.Content); got != c.after {
			t.Errorf("%s: got\n%s\nwant\n%s", c.shows, got, c.after)
		}
		again, err := project.Matter(f, stamp)
		if err != nil || string(again.Content) != c.after {
			t.Errorf("%s: a second time makes\n%s%v", c.shows, again.Content, err)
		}
		if read, ok := project.ReadMatter(parse.FrontMatter(f)); !ok || len(read) != 1 || read[0].Heading != stamp[0].Heading {
			t.Errorf("%s: reads back as %v", c.shows, read)
		}
	}
	for _, none := range []string{"", "Text\n", "---\n\nText\n\n---\n", "{\"title\": \"JSON\"}\n\nText\n"} {
		if f, err := project.Matter(text.NewFile("a.md", none), stamp); err == nil {
			t.Errorf("%q: no front matter, yet stamped:\n%s", none, f.Content)
		} else if !strings.Contains(err.Error(), "--front-matter=false") {
			t.Error(err)
		}
	}
}
