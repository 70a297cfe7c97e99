package term

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"tvilling/internal/lang"
	"tvilling/internal/recent"
)

// index is one side of a glossary, ready for finding: a trie over words, whose
// edges are kept by the stem of their word. Building and finding are linear.
type index struct {
	lang    *lang.Language
	lenient bool // the target side: agreed forms may be heads of compounds, written apart, …
	root    *node
	heads   map[string][]*edge // root edges that may be heads of compounds, by stem
	regexes []pattern
	begins  map[string]bool // the first two bytes of words that have hops from the root, or the only one
	speller speller
	words   *recent.Words[reading] // by word as written
	ended   *recent.Words[[]hop]   // what the root has for an initialism with its ending
	spans   *recent.Words[[]hop]   // … and for any other word made of two
	tokens  sync.Pool              // *[]token, for prose to be searched

	making *making // only while the index is made
}

// making is what building an index uses again from form to form.
type making struct {
	speller speller
	tokens  []token
	words   []string
	gaps    []joint
	free    []branch
}

// branch is an edge with its node; they are made many at a time.
type branch struct {
	edge edge
	node node
}

func (m *making) branch(word, stem string) *edge {
	if len(m.free) == 0 {
		m.free = make([]branch, 256)
	}
	b := &m.free[0]
	m.free = m.free[1:]
	b.edge = edge{word, stem, &b.node}
	return &b.edge
}

// node is a place in the trie: the words so far.
type node struct {
	few   []*edge            // all edges as long as they are few, by length of stem
	edges map[string][]*edge // by stem of the edge's word; nil while few holds them
	ends  []end              // forms that end here
	open  bool               // some form goes on from here
	gaps  [joints]bool       // the joints that forms going on from here are written with
}

// edge is a word on the way from one node to another.
type edge struct {
	word, stem string
	to         *node
}

// end is a form of a term, complete.
type end struct {
	term      *Term
	kind      Kind
	form      string
	raw       []string // its words as written, to compare case; nil when case does not matter
	mode      Mode
	lastRunes int // length of its last word
	words     int
	last      string // its last word, folded
	rule      string // "base form" when the glossary has another form; mostly ""
}

type pattern struct {
	re *regexp.Regexp
	end
}

// maxWords bounds a form; the longest names of substances have about fifteen parts.
const maxWords = 24

func newIndex(l *lang.Language, lenient bool) *index {
	x := &index{lang: l, lenient: lenient, root: &node{}, heads: map[string][]*edge{}, begins: map[string]bool{}, making: &making{speller: spelling(l)},
		words: recent.New[reading](1 << 12), ended: recent.New[[]hop](1 << 8), spans: recent.New[[]hop](1 << 11)}
	x.speller = speller{func(raw string) reading { return x.words.Of(raw, x.read) }}
	x.tokens.New = func() any { return new([]token) }
	return x
}

// read is a word with what the index has for it.
func (x *index) read(raw string) reading {
	r := readingOf(raw, x.lang)
	r.hops = x.fromRoot(r.word)
	r.opens = x.mayOpen(r.word)
	return r
}

// mayOpen says that a word may have hops from the root of which the given one is
// only the beginning, two letters or more. Every hop is by a word that begins as
// the stem of its edge does, or by a form that is listed for the edge's word, or
// by a compound that has two bytes and more in common with a word of that stem.
func (x *index) mayOpen(word string) bool {
	return x.begins[start(word, 1)] || x.begins[start(word, 2)]
}

// start is the first bytes of a word, all when it has fewer.
func start(word string, bytes int) string { return word[:min(bytes, len(word))] }

// begin notes how the words begin that have hops over a root edge.
func (x *index) begin(e *edge) {
	x.begins[start(e.stem, 2)] = true
	for _, form := range x.lang.Listed(e.word) {
		x.begins[start(form, 2)] = true
	}
}

// mostKept is how many tokens memory is kept for: more than a block has words.
const mostKept = 1 << 13

// tokenize calls f with the tokens of prose, which it must not keep.
func (x *index) tokenize(prose string, f func([]token)) {
	kept := x.tokens.Get().(*[]token)
	tokens := slices.Grow(*kept, len(prose)/6) // a word and its space take six bytes or more
	tokens = x.speller.appendTokens(tokens, prose)
	f(tokens)
	if cap(tokens) <= mostKept {
		clear(tokens) // they hold on to the prose
		*kept = tokens[:0]
		x.tokens.Put(kept)
	}
}

// source indexes what a term is called in the source language, target what in
// the target language.
func (g *Glossary) source() *index {
	g.sourceOnce.Do(func() {
		g.sourceIndex = newIndex(g.Source, false)
		for _, t := range g.Terms {
			for _, form := range t.Source {
				g.sourceIndex.add(t, Source, form, t.Mode)
			}
			g.sourceIndex.add(t, Abbreviation, t.Abbreviation, t.Mode)
		}
		g.sourceIndex.making = nil
	})
	return g.sourceIndex
}

func (g *Glossary) target() *index {
	g.targetOnce.Do(func() {
		x := newIndex(g.Target, true)
		g.targetIndex = x
		for _, t := range g.Terms {
			for _, form := range t.Target {
				x.add(t, Target, form, t.Mode)
			}
			for _, form := range t.Forms {
				x.add(t, Target, form, Exact)
			}
			for _, form := range t.Allowed {
				x.add(t, Allowed, form, t.Mode)
			}
			for _, form := range t.Forbidden {
				x.add(t, Forbidden, form, t.Mode)
			}
			x.add(t, Abbreviation, t.TargetAbbreviation, t.Mode)
		}
		g.homonyms(func(t *Term, form string) { x.add(t, Allowed, form, t.Mode) })
		x.making = nil
	})
	return g.targetIndex
}

// homonyms calls allow for each term with the agreed renderings of other terms
// that share a name with it (spine of the back and of a dendrite; in a reversed
// glossary, nervcell for nerve cell and neuron): which of them the text means is
// not known, so either rendering passes, unless the term forbids it.
func (g *Glossary) homonyms(allow func(t *Term, form string)) {
	first := make(map[string]*Term, len(g.Terms))
	more := map[string][]*Term{} // by the few names that several terms have
	for _, t := range g.Terms {
		for _, form := range t.Source {
			name := key(form)
			if other := first[name]; other == nil {
				first[name] = t
			} else if len(more[name]) == 0 {
				more[name] = []*Term{other, t}
			} else {
				more[name] = append(more[name], t)
			}
		}
	}
	if len(more) == 0 {
		return
	}
	for _, t := range g.Terms {
		for _, name := range t.Source {
			if others := more[key(name)]; len(others) > 1 {
				t.share(others[:min(len(others), maxHomonyms)], allow)
			}
		}
	}
}

// share calls allow with the renderings of others that t does not speak of itself.
func (t *Term) share(others []*Term, allow func(t *Term, form string)) {
	own := map[string]bool{}
	for _, forms := range [][]string{t.Target, t.Allowed, t.Forbidden} {
		for _, form := range forms {
			own[key(form)] = true
		}
	}
	for _, other := range others {
		if other.Mode == Regex || t.Mode == Regex {
			continue
		}
		for _, form := range other.Target {
			if !own[key(form)] {
				own[key(form)] = true
				allow(t, form)
			}
		}
	}
}

// maxHomonyms bounds how many terms of one name are compared with each other.
const maxHomonyms = 8

// add indexes one form. The empty form is nothing.
func (x *index) add(t *Term, kind Kind, form string, mode Mode) {
	if form == "" {
		return
	}
	if mode == Regex && kind != Abbreviation {
		if re, err := regexp.Compile(form); err == nil {
			x.regexes = append(x.regexes, pattern{re, end{term: t, kind: kind, form: form}})
		}
		return
	}
	m := x.making
	m.tokens, m.words, m.gaps = m.speller.appendTokens(m.tokens[:0], form), m.words[:0], m.gaps[:0]
	tokens := m.tokens
	if len(tokens) == 0 || len(tokens) > maxWords {
		return
	}
	for _, tok := range tokens {
		m.words, m.gaps = append(m.words, tok.word), append(m.gaps, tok.after)
	}
	words, gaps := m.words, m.gaps
	e := end{term: t, kind: kind, form: form, mode: mode}
	initials := kind == Abbreviation && strings.ToLower(form) != form
	if t.CaseSensitive || initials || len(tokens) == 1 && tokens[0].caps && len(tokens[0].raw) <= 6 {
		for _, tok := range tokens {
			e.raw = append(e.raw, tok.raw)
		}
	}
	x.path(words, gaps, e)
	if mode == Exact || mode == Prefix {
		return
	}
	if joined := joinHyphens(tokens); joined != nil && e.raw == nil {
		x.path(joined, nil, e)
	}
	if base := x.lang.Base(words[len(words)-1]); base != words[len(words)-1] && e.raw == nil {
		e.rule = "base form"
		x.path(append(words[:len(words)-1:len(words)-1], base), gaps, e)
	}
}

// path adds the words of a form to the trie, and what joins them; gaps may be nil.
func (x *index) path(words []string, gaps []joint, e end) {
	at := x.root
	for i, w := range words {
		stem := x.lang.Stem(w)
		next := at.child(stem, w)
		if next == nil {
			next = x.making.branch(w, stem)
			at.grow(next)
			if at == x.root {
				x.begin(next)
			}
		}
		if i == 0 && len(words) == 1 && x.mayHead(&e, w) && !hasEdge(x.heads[stem], next) {
			x.heads[stem] = append(x.heads[stem], next)
		}
		at = next.to
		if i < len(gaps) {
			at.gaps[gaps[i]] = true
		}
	}
	e.last, e.words = words[len(words)-1], len(words)
	e.lastRunes = utf8.RuneCountInString(e.last)
	at.ends = append(at.ends, e)
}

func hasEdge(edges []*edge, e *edge) bool {
	for _, other := range edges {
		if other == e {
			return true
		}
	}
	return false
}

func (n *node) child(stem, word string) *edge {
	among := n.few
	if n.edges != nil {
		among = n.edges[stem]
	}
	for _, e := range among {
		if e.word == word {
			return e
		}
	}
	return nil
}

// manyEdges is how many edges are better found by a map. Most nodes have one.
const manyEdges = 8

func (n *node) grow(e *edge) {
	n.open = true
	if n.edges == nil && len(n.few) < manyEdges {
		at := len(n.few)
		for at > 0 && len(n.few[at-1].stem) > len(e.stem) {
			at--
		}
		n.few = slices.Insert(n.few, at, e)
		return
	}
	if n.edges == nil {
		n.edges = map[string][]*edge{}
		for _, f := range n.few {
			n.edges[f.stem] = append(n.edges[f.stem], f)
		}
		n.few = nil
	}
	n.edges[e.stem] = append(n.edges[e.stem], e)
}

// beginning calls f with every edge whose stem the word begins with, shorter stems first.
func (n *node) beginning(word string, f func(*edge)) {
	for _, e := range n.few {
		if strings.HasPrefix(word, e.stem) {
			f(e)
		}
	}
	if n.edges == nil {
		return
	}
	for i := range word {
		if i > 0 {
			for _, e := range n.edges[word[:i]] {
				f(e)
			}
		}
	}
	for _, e := range n.edges[word] {
		f(e)
	}
}

// The shortest words that are found in closed compounds, in letters: below five,
// chance decides (form in plattform, led in ledamot).
const (
	autoRunes     = 5
	autoHeadRunes = 4 // of the head behind a linking letter: biblioteks|mapp
	compoundRunes = 3
)

// mayHead says whether the form may stand last in a closed compound.
func (x *index) mayHead(e *end, word string) bool {
	n := utf8.RuneCountInString(word)
	switch e.mode {
	case Compound:
		return n >= compoundRunes
	case Auto:
		return x.lenient && n >= autoHeadRunes && (e.kind == Target || e.kind == Allowed)
	}
	return false
}

// mayModify says whether the form may stand first in a closed compound.
func mayModify(e *end) bool {
	switch e.mode {
	case Compound:
		return e.lastRunes >= compoundRunes
	case Auto:
		return e.lastRunes >= autoRunes || e.words > 1 && e.lastRunes >= compoundRunes
	}
	return false
}

// joinHyphens is the form's words with hyphened ones made one (blod-hjärnbarriär:
// blodhjärnbarriär); nil when it has no hyphen between plain words.
func joinHyphens(tokens []token) []string {
	var out []string
	joined := false
	for i, t := range tokens {
		if i > 0 && tokens[i-1].after == hyphened && tokens[i-1].plain && t.plain {
			out[len(out)-1] += t.word
			joined = true
			continue
		}
		out = append(out, t.word)
	}
	if !joined {
		return nil
	}
	return out
}
