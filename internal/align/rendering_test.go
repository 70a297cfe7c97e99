package align_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"tvilling/internal/align"
	"tvilling/internal/lexicon"
)

const englishTea = `# Tea

Green tea is steamed before it is dried. The water temperature should stay below 80 degrees.

A samovar keeps the water hot. Old samovars burn charcoal.
`

const swedishTea = `# Te

Grönt te ångas innan det torkas. Vattentemperaturen bör hållas under 80 grader.

En samovar håller vattnet varmt. Gamla samovarer eldas med träkol.
`

// A term is found by the word list, by likeness, as a compound, and not at all
// where nothing points to it.
func TestRendering(t *testing.T) {
	src, tgt := markdown(englishTea, "en"), markdown(swedishTea, "sv")
	a := align.Documents(src, tgt, align.Evidence{Lexicon: lexicon.Load("en", "sv")})
	for _, c := range []struct{ term, want string }{
		{"Green tea", "Grönt te"},
		{"water temperature", "Vattentemperaturen"},
		{"80 degrees", "80 grader"},
		{"samovar", "samovar"},
		{"samovars", "samovarer"},
		{"should stay", "bör hållas"},
	} {
		if got := rendered(a, c.term); got != c.want {
			t.Errorf("%q is rendered by %q, not %q", c.term, got, c.want)
		}
	}
}

// Rules that run side by side find the same words and renderings as one alone.
func TestRenderingSideBySide(t *testing.T) {
	src, tgt := markdown(englishTea, "en"), markdown(swedishTea, "sv")
	ask := func(a *align.Alignment) string {
		var out strings.Builder
		for _, b := range a.Source.Blocks() {
			for i := range len(b.Prose.Text) - 4 {
				r, ok := a.Rendering(b, i, i+4)
				fmt.Fprintln(&out, r.Start, r.End, r.Confidence, ok)
			}
			bead, _ := a.Bead(b)
			for _, s := range bead.Sentences {
				source, target := a.Words(s)
				for _, w := range append(source, target...) {
					fmt.Fprintln(&out, w.Start, w.End, w.Echoed, w.Known)
				}
			}
		}
		return out.String()
	}
	ev := align.Evidence{Lexicon: lexicon.Load("en", "sv")}
	want := ask(align.Documents(src, tgt, ev))
	together := align.Documents(src, tgt, ev)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if got := ask(together); got != want {
				t.Errorf("side by side:\n%s\nalone:\n%s", got, want)
			}
			if got := ask(align.Documents(src, tgt, ev)); got != want {
				t.Errorf("aligned side by side:\n%s\nalone:\n%s", got, want)
			}
		})
	}
	all.Wait()
}

// rendered is the rendering of a term's first occurrence as a whole word.
func rendered(a *align.Alignment, term string) string {
	for _, b := range a.Source.Blocks() {
		text := b.Prose.Text
		i := strings.Index(text+" ", term+" ")
		if i < 0 {
			i = strings.Index(text, term+".")
		}
		if i < 0 {
			continue
		}
		if r, ok := a.Rendering(b, i, i+len(term)); ok {
			return r.Block.Prose.Text[r.Start:r.End]
		}
		return ""
	}
	return "no such term"
}

// Words that no list has are learned when they keep company often enough.
func TestLearn(t *testing.T) {
	var en, sv strings.Builder
	fillers := [][2]string{{"in June", "i juni"}, {"near the lake", "vid sjön"}, {"every year", "varje år"}, {"at night", "på natten"}, {"after the war", "efter kriget"}}
	for i := range 50 {
		f := fillers[i%len(fillers)]
		if i%4 == 0 {
			en.WriteString("The quibblers gather " + f[0] + ". ")
			sv.WriteString("Hårklyvarna samlas " + f[1] + ". ")
		} else {
			en.WriteString("The women come " + f[0] + ". ")
			sv.WriteString("Kvinnorna kommer " + f[1] + ". ")
		}
	}
	ev := align.Evidence{}
	a := align.Documents(markdown(en.String(), "en"), markdown(sv.String(), "sv"), ev)
	learned := align.Learn([]*align.Alignment{a}, ev)
	if learned.Len() == 0 {
		t.Fatal("nothing was learned")
	}
	ev.Learned = learned
	b := align.Documents(markdown("One quibblers shop.\n", "en"), markdown("En hårklyvarna butik.\n", "sv"), ev)
	if got := rendered(b, "quibblers"); got != "hårklyvarna" {
		t.Errorf("quibblers is rendered by %q", got)
	}
}
