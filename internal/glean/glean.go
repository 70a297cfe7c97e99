// Package glean finds the recurring terms of an aligned pair of articles, and what
// renders them, without any glossary.
package glean

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"tvilling/internal/align"
	"tvilling/internal/doc"
	"tvilling/internal/lexicon"
	"tvilling/internal/recent"
)

// Kind is why a stretch of the source is taken for a term.
type Kind uint8

const (
	Phrase Kind = iota // words that keep together
	Name               // written with capitals inside sentences
	Rare               // a word that the word list does not have
	Word               // any other
)

var kindNames = [...]string{"phrase", "name", "rare word", "word"}

func (k Kind) String() string { return kindNames[k] }

// Term is a recurring term of the source with everything that renders it.
type Term struct {
	Source     string // in the form it first has
	Kind       Kind
	Count      int         // places in the source, those without a sure rendering included
	Renderings []Rendering // the commonest first, of equals the earlier

	words []string // in dictionary form
}

// Rendering is one way of rendering a term: places whose words differ by
// inflection and compounding only.
type Rendering struct {
	Text   string // the commonest wording, of equals the first; lower case unless a name
	Places []Place
}

// Best is the first place that has the commonest wording.
func (r Rendering) Best() Place {
	i := slices.IndexFunc(r.Places, func(p Place) bool { return plain(p.Text()) == r.Text })
	return r.Places[max(i, 0)]
}

// Place is one occurrence of a term, on both sides.
type Place struct {
	Source     *doc.Block
	Start, End int // bytes of Source's prose
	Target     align.Rendering

	words []string // content words of the target, compounds split
}

// Text is the rendering as written.
func (p Place) Text() string { return p.Target.Block.Prose.Text[p.Target.Start:p.Target.End] }

// Options say what to leave out.
type Options struct {
	Least int                   // fewest places of a term, 2 or more
	Words bool                  // take single words for terms that the word list has
	Skip  func(*doc.Block) bool // source blocks that are no prose of the article's own; nil for none
}

// Terms finds the terms that recur in the source of a, the commonest first, of
// equals in order of place. The time is linear in the source but for the cost of
// finding renderings.
func Terms(a *align.Alignment, l *lexicon.List, o Options) []Term {
	g := newGleaner(a, l, o)
	g.options.Least = max(o.Least, 2)
	var out []Term
	for _, c := range g.recurring() {
		if t, ok := g.term(c, g.options.Least); ok {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(x, y Term) int { return cmp.Compare(y.Count, x.Count) })
	return out
}

type gleaner struct {
	a         *align.Alignment
	lexicon   *lexicon.List
	options   Options
	standings *recent.Words[standing] // by lower-case word
}

func newGleaner(a *align.Alignment, l *lexicon.List, o Options) *gleaner {
	standings, ok := standingsOf.Load(a.Source.Lang)
	if !ok {
		standings, _ = standingsOf.LoadOrStore(a.Source.Lang, recent.New[standing](1<<14))
	}
	return &gleaner{a: a, lexicon: l, options: o, standings: standings.(*recent.Words[standing])}
}

// standingsOf are those of each language that were asked for lately, for all gleaners.
var standingsOf sync.Map // *lang.Language → *recent.Words[standing]

// term looks up what renders the places of a candidate; false when fewer than
// least are known.
func (g *gleaner) term(c *candidate, least int) (Term, bool) {
	t := Term{Source: c.text(), Kind: c.kind, Count: len(c.places), words: c.words}
	var places []Place
	for _, at := range c.places {
		r, ok := g.a.Rendering(at.block, at.start, at.end)
		if !ok || r.Confidence < sure {
			continue
		}
		p := Place{Source: at.block, Start: at.start, End: at.end, Target: r}
		if p.words = g.contents(p.Text()); len(p.words) > 0 {
			places = append(places, p)
		}
	}
	t.Renderings = g.cluster(places)
	return t, len(places) >= least
}

// sure is the confidence from which a rendering counts.
const sure = 0.5

// cluster groups places by wording, inflection and compounding aside.
func (g *gleaner) cluster(places []Place) []Rendering {
	var out []Rendering
	for _, p := range places {
		i := slices.IndexFunc(out, func(r Rendering) bool { return g.same(r.Places[0].words, p.words) })
		if i < 0 {
			out = append(out, Rendering{})
			i = len(out) - 1
		}
		out[i].Places = append(out[i].Places, p)
	}
	for i := range out {
		out[i].Text = commonest(out[i].Places)
	}
	slices.SortStableFunc(out, func(x, y Rendering) int { return cmp.Compare(len(y.Places), len(x.Places)) })
	return out
}

// commonest is the wording most places have, without regard to the case of the
// first letter; of equals the first.
func commonest(places []Place) string {
	count := map[string]int{}
	best := ""
	for _, p := range places {
		count[plain(p.Text())]++
	}
	for _, p := range places {
		if text := plain(p.Text()); best == "" || count[text] > count[best] {
			best = text
		}
	}
	return best
}

// plain is text with single spaces, without a capital that only begins it.
func plain(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if lower := strings.ToLower(text); len(lower) == len(text) && text[1:] == lower[1:] {
		return lower
	}
	return text
}
