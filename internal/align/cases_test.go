package align_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tvilling/internal/align"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
	"tvilling/internal/parse"
	"tvilling/internal/text"
)

var update = flag.Bool("update", false, "rewrite the want sections of the cases")

// Each case is a small pair of articles and its beads: the lines the blocks begin
// on, the words that open them, and what is special about the bead.
func TestCases(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/align/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			src, tgt := article(archive, "en"), article(archive, "sv")
			ev := align.Evidence{Lexicon: lexicon.Load("en", "sv")}
			got := describe(align.Documents(src, tgt, ev))
			want := part(archive, "want")
			if *update {
				setPart(archive, "want", got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

func article(a *txtar.Archive, language string) *doc.Document {
	for _, f := range a.Files {
		if name, ext, _ := strings.Cut(f.Name, "."); name == language {
			d := parse.Document(text.NewFile(f.Name, string(f.Data)), parse.FormatOf("x."+ext))
			d.Segment(lang.For(language))
			return d
		}
	}
	panic("no article in " + language)
}

func part(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func setPart(a *txtar.Archive, name, data string) {
	for i := range a.Files {
		if a.Files[i].Name == name {
			a.Files[i].Data = []byte(data)
			return
		}
	}
	a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(data)})
}

func describe(a *align.Alignment) string {
	var b strings.Builder
	for _, s := range a.Sections {
		fmt.Fprintf(&b, "section %d-%d%s\n", len(s.Source), len(s.Target), moved(s.Moved))
	}
	for _, x := range a.Blocks {
		fmt.Fprintf(&b, "%s | %s%s", blocks(x.Source), blocks(x.Target), moved(x.Moved))
		if x.DuplicateOf != nil {
			fmt.Fprintf(&b, " (doubles %d)", x.DuplicateOf.Span.Line())
		}
		if x.Confidence < 0.5 {
			b.WriteString(" (doubtful)")
		}
		b.WriteString("\n")
		if x.Missing() || x.Extra() || len(x.Sentences) == 1 {
			continue
		}
		for _, s := range x.Sentences {
			fmt.Fprintf(&b, "    %s | %s\n", sentences(s.Source), sentences(s.Target))
		}
	}
	return b.String()
}

func moved(yes bool) string {
	if yes {
		return " (moved)"
	}
	return ""
}

func blocks(bs []*doc.Block) string {
	var out []string
	for _, b := range bs {
		out = append(out, strings.TrimSpace(fmt.Sprint(b.Span.Line(), " ", opening(b.Prose.Text))))
	}
	return strings.Join(out, " + ")
}

func sentences(ss []doc.Sentence) string {
	var out []string
	for _, s := range ss {
		out = append(out, opening(s.Text()))
	}
	return strings.Join(out, " + ")
}

// opening is the first three words.
func opening(s string) string {
	words := strings.Fields(s)
	return strings.Join(words[:min(3, len(words))], " ")
}
