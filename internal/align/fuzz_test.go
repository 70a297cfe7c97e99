package align_test

import (
	"strings"
	"testing"

	"tvilling/internal/align"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
	"tvilling/internal/parse"
	"tvilling/internal/text"
)

var seeds = [][2]string{
	{"", ""},
	{"# A\n\n- one\n- two\n", "# A\n\n- ett\n- ett\n- två\n"},
	{"| a | b |\n|---|---|\n| 1 | 2 |\n", "| a |\n|---|\n| 1 |\n\n| b |\n|---|\n"},
	{"x\n\n```\ncode\n```\n![](p.png)\n", "![](p.png)\n\n```\ncode\n```\n"},
	{"The brain. The brain! 12 000 \x00 \xff", "Hjärnan. Hjärnan! 12000"},
	{strings.Repeat("- Save.\n", 40), strings.Repeat("- Spara.\n", 41)},
}

// Whatever the articles are, every block stands in one bead.
func FuzzDocuments(f *testing.F) {
	for _, s := range seeds {
		f.Add(s[0], s[1], true)
	}
	f.Fuzz(func(t *testing.T, source, target string, list bool) {
		if len(source)+len(target) > 1<<14 {
			return
		}
		ev := align.Evidence{}
		if list {
			ev.Lexicon = lexicon.Load("en", "sv")
		}
		src, tgt := markdown(source, "en"), markdown(target, "sv")
		a := align.Documents(src, tgt, ev)
		seen := make(map[*doc.Block]int)
		for _, b := range a.Blocks {
			for _, x := range append(append([]*doc.Block(nil), b.Source...), b.Target...) {
				seen[x]++
			}
		}
		for _, x := range append(src.Blocks(), tgt.Blocks()...) {
			if seen[x] != 1 {
				t.Fatalf("block %q stands in %d beads", x.Prose.Text, seen[x])
			}
			if r, ok := a.Rendering(x, 0, len(x.Prose.Text)); ok && (r.Start >= r.End || r.End > len(r.Block.Prose.Text)) {
				t.Fatalf("rendering [%d,%d) of %q", r.Start, r.End, r.Block.Prose.Text)
			}
		}
	})
}

func markdown(s, language string) *doc.Document {
	file, err := text.Decode("article.md", []byte(s))
	if err != nil {
		file = text.NewFile("article.md", "")
	}
	d := parse.Document(file, parse.Markdown)
	d.Segment(lang.For(language))
	return d
}

// Whatever the lines are, every line stands in one bead, in order.
func FuzzLines(f *testing.F) {
	for _, s := range seeds {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, source, target string) {
		if len(source)+len(target) > 1<<14 {
			return
		}
		src, tgt := strings.Split(source, "\n"), strings.Split(target, "\n")
		s, u := 0, 0
		for _, b := range align.Lines(src, tgt, align.Evidence{Lexicon: lexicon.Load("en", "sv")}) {
			for _, x := range b.Source {
				if x != s {
					t.Fatalf("source line %d comes where %d should", x, s)
				}
				s++
			}
			for _, x := range b.Target {
				if x != u {
					t.Fatalf("target line %d comes where %d should", x, u)
				}
				u++
			}
		}
		if s != len(src) || u != len(tgt) {
			t.Fatalf("%d of %d and %d of %d lines are in beads", s, len(src), u, len(tgt))
		}
	})
}
