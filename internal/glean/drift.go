package glean

import (
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/lexicon"
)

// Drift is a term of the source with two renderings that are two words for it.
type Drift struct {
	Term  Term
	Usual Rendering // the commoner, of equals the earlier
	Other Rendering
}

// Drifts finds the terms of an article that are rendered in two ways which
// neither inflection nor compounding explains. Both must be renderings by the
// word list, of the same word of the term; where the list has no such word, both
// must be sure and stand twice. A rendering that only says more, or less, than
// the other is none, nor is one left in the source's language.
func Drifts(a *align.Alignment, l *lexicon.List, o Options) []Drift {
	g := newGleaner(a, l, o)
	var out []Drift
	for _, t := range Terms(a, l, o) {
		if len(t.Renderings) == 0 {
			continue
		}
		usual := t.Renderings[0]
		for _, other := range t.Renderings[1:] {
			if !g.kept(t, usual) && !g.kept(t, other) && g.two(t, usual, other) {
				out = append(out, Drift{t, usual, other})
			}
		}
	}
	return out
}

// Replacement is what the first place of Other would have to say to be as Usual.
// ok is false when it is not sure to have the right inflection: some other word of
// the two is not written alike.
func (d Drift) Replacement() (string, bool) {
	usual := strings.Fields(d.Usual.Text)
	other := strings.Fields(d.Other.Places[0].Text())
	if len(usual) != len(other) {
		return "", false
	}
	unlike := 0
	for i := range usual {
		if !strings.EqualFold(usual[i], other[i]) {
			unlike++
		}
	}
	return d.Usual.Text, unlike == 1 && len(usual) > 1
}

// kept says that a rendering is the source's own words.
func (g *gleaner) kept(t Term, r Rendering) bool {
	for _, w := range r.Places[0].words {
		for _, s := range strings.Fields(strings.ToLower(t.Source)) {
			if source, target := g.lexicon.Knows(w); w == s && (source || !target) {
				return true
			}
		}
	}
	return false
}

// two says that the renderings use two words for one word of the term.
func (g *gleaner) two(t Term, x, y Rendering) bool {
	a, b := x.Places[0].words, y.Places[0].words
	onlyA, onlyB := g.missing(b, a), g.missing(a, b)
	if len(onlyA) == 0 || len(onlyB) == 0 {
		return false
	}
	for _, s := range t.words {
		if g.any(s, without(a, onlyA)) {
			continue // what both have renders it
		}
		if g.all(s, onlyA) && g.all(s, onlyB) || g.unheard(s) && len(onlyA) == 1 && len(onlyB) == 1 && firm(x) && firm(y) {
			return true
		}
	}
	return false
}

// unheard says that the word list does not have the word, in any form.
func (g *gleaner) unheard(s string) bool {
	return len(g.lexicon.Source(s)) == 0 && g.lexicon.SourceParts(s) == nil
}

// firm says that a rendering stands twice and is surely one.
func firm(r Rendering) bool {
	const confident = 0.8
	sum := 0.0
	for _, p := range r.Places {
		sum += p.Target.Confidence
	}
	return len(r.Places) > 1 && sum >= confident*float64(len(r.Places))
}

// any says that the word list has one of the words for s, all that it has each.
func (g *gleaner) any(s string, words []string) bool {
	for _, w := range words {
		if renders(g.lexicon, s, w) {
			return true
		}
	}
	return false
}

func (g *gleaner) all(s string, words []string) bool {
	for _, w := range words {
		if !renders(g.lexicon, s, w) {
			return false
		}
	}
	return true
}

func without(words, less []string) []string {
	var out []string
	for _, w := range words {
		keep := true
		for _, l := range less {
			keep = keep && w != l
		}
		if keep {
			out = append(out, w)
		}
	}
	return out
}
