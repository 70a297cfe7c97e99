package glean

import (
	"fmt"
	"strings"
	"testing"

	"tvilling/internal/align"
	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
	"tvilling/internal/parse"
	"tvilling/internal/text"
)

func aligned(source, target string) (*align.Alignment, *lexicon.List) {
	en, sv := lang.For("en"), lang.For("sv")
	l := lexicon.Load("en", "sv")
	s, t := parse.Document(text.NewFile("en.md", source), parse.Markdown), parse.Document(text.NewFile("sv.md", target), parse.Markdown)
	s.Segment(en)
	t.Segment(sv)
	return align.Documents(s, t, align.Evidence{Source: en, Target: sv, Lexicon: l}), l
}

// show writes terms one a line: kind, source, count, renderings with their counts.
func show(terms []Term) string {
	var b strings.Builder
	for _, t := range terms {
		fmt.Fprintf(&b, "%s %q %d:", t.Kind, t.Source, t.Count)
		for _, r := range t.Renderings {
			fmt.Fprintf(&b, " %q %d", r.Text, len(r.Places))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestTerms(t *testing.T) {
	a, l := aligned(`Working memory holds little. Tests of working memory are short.

Adults lose working memory. Magnetosphere tests are a magnetosphere thing.
`, `Arbetsminnet rymmer föga. Prov på arbetsminnet är korta.

Vuxna förlorar arbetsminne. Magnetosfärprov är en sak för magnetosfären.
`)
	want := `phrase "working memory" 3: "arbetsminnet" 3
`
	if got := show(Terms(a, l, Options{})); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestDrifts(t *testing.T) {
	const source = `We do not accept unacceptable behavior.

Examples of unacceptable behavior are many.

Report unacceptable behavior by phone.
`
	for _, c := range []struct{ name, target, want string }{
		{"two words for one", "Vi godtar inte oacceptabelt beteende.\n\nExemplen på oacceptabelt beteende är många.\n\nAnmäl oacceptabelt uppförande per telefon.\n",
			`"unacceptable behavior": "oacceptabelt beteende" 2, "oacceptabelt uppförande" 1; write "oacceptabelt beteende"`},
		{"one word bent", "Vi godtar inte oacceptabelt beteende.\n\nExemplen på oacceptabla beteenden är många.\n\nAnmäl det oacceptabla beteendet per telefon.\n", ""},
		{"one says more", "Vi godtar inte oacceptabelt beteende.\n\nExemplen på oacceptabla beteendemönster är många.\n\nAnmäl oacceptabelt beteende per telefon.\n", ""},
		{"one is left in the source's language", "Vi godtar inte oacceptabelt beteende.\n\nExemplen på unacceptable behavior är många.\n\nAnmäl oacceptabelt beteende per telefon.\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, l := aligned(source, c.target)
			var got []string
			for _, d := range Drifts(a, l, Options{}) {
				better, _ := d.Replacement()
				got = append(got, fmt.Sprintf("%q: %q %d, %q %d; write %q", d.Term.Source, d.Usual.Text, len(d.Usual.Places), d.Other.Text, len(d.Other.Places), better))
			}
			if strings.Join(got, "\n") != c.want {
				t.Errorf("got %s\nwant %s", strings.Join(got, "\n"), c.want)
			}
		})
	}
}

// Nothing recurs in articles that are empty, or known by nobody.
func TestNothing(t *testing.T) {
	for _, c := range [][2]string{{"", ""}, {"One word.", ""}, {"# A\n\nx x x x", "# B\n\ny y y y"}} {
		a, _ := aligned(c[0], c[1])
		if got := Drifts(a, nil, Options{Words: true}); len(got) > 0 {
			t.Errorf("%q: %v", c, got)
		}
	}
}
