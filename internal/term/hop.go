package term

import (
	"strings"
	"unicode/utf8"
)

// how a word of the text answers to a word of a term.
type how uint8

const (
	whole     how = iota // the word, bent or not
	modifier             // first part of a closed compound
	head                 // last part of one
	middle               // a part with others on both sides
	beginning            // the word begins so, for terms of mode prefix
)

// hop is an edge that a word may take, and why.
type hop struct {
	edge     *edge
	how      how
	rule     string
	from, to int // the bytes of the word that the edge's word answers to
}

// fromRoot is every hop from the root by word.
func (x *index) fromRoot(word string) []hop {
	hops := x.reach(x.root, word, nil)
	if len(x.heads) > 0 && x.lang.ClosedCompounds() {
		hops = x.asHead(word, hops)
	}
	return hops
}

// spanning is every hop from n by a word that was made of two, without heads of
// compounds, which would lie in the second alone. Those from the root are remembered.
func (f *finder) spanning(n *node, word string) []hop {
	if n != f.root {
		return f.reach(n, word, nil)
	}
	return f.spans.Of(word, func(word string) []hop { return f.reach(n, word, nil) })
}

// reach tries every beginning of the word as a stem.
func (x *index) reach(n *node, word string, hops []hop) []hop {
	n.beginning(word, func(e *edge) { hops = x.compare(e, word, hops) })
	for _, lemma := range x.lang.Irregular(word) {
		n.beginning(lemma, func(e *edge) {
			if strings.HasPrefix(word, e.stem) {
				return // found above
			}
			if rule, ok := x.lang.Inflection(e.word, word); ok {
				hops = append(hops, hop{e, whole, rule, 0, len(word)})
			}
		})
	}
	return hops
}

// compare adds the ways in which word answers to the edge's word.
func (x *index) compare(e *edge, word string, hops []hop) []hop {
	if rule, ok := x.lang.Inflection(e.word, word); ok {
		hops = append(hops, hop{e, whole, rule, 0, len(word)})
	} else if e.to.open && x.lang.Agrees(e.word, word) {
		hops = append(hops, hop{e, whole, "agreement", 0, len(word)})
	}
	if len(e.to.ends) == 0 || len(word) <= len(e.word)-1 {
		return hops
	}
	if n, ok := x.lang.Modifier(e.word, word); ok {
		hops = append(hops, hop{e, modifier, "first part of a compound", 0, n})
	}
	if strings.HasPrefix(word, e.word) && len(word) > len(e.word) {
		hops = append(hops, hop{e, beginning, "beginning of a word", 0, len(word)})
	}
	return hops
}

// maxCompound is the longest word, in bytes, that is searched for heads inside.
const maxCompound = 80

// asHead tries every end of the word, after a first part that can stand there.
func (x *index) asHead(word string, hops []hop) []hop {
	if len(word) > maxCompound {
		return hops
	}
	for i := range word {
		if i < 3 || len(word)-i < 3 || utf8.RuneCountInString(word[i:]) < compoundRunes || !x.lang.MayPrecede(word[:i]) {
			continue
		}
		rest := word[i:]
		for j := range rest {
			if j > 0 {
				hops = x.compareHead(x.heads[rest[:j]], word, i, hops)
			}
		}
		hops = x.compareHead(x.heads[rest], word, i, hops)
	}
	for _, lemma := range x.lang.Irregular(word) {
		hops = x.irregularHead(lemma, word, hops)
	}
	return hops
}

// irregularHead finds tand in framtänder, by way of the lemma framtand.
func (x *index) irregularHead(lemma, word string, hops []hop) []hop {
	for i := range lemma {
		if i < 3 || i >= len(word) || lemma[:i] != word[:i] || !x.lang.MayPrecede(word[:i]) {
			continue
		}
		for _, e := range x.heads[x.lang.Stem(lemma[i:])] {
			if e.word != lemma[i:] || strings.HasPrefix(word[i:], x.lang.Stem(e.word)) {
				continue // the second is found by its stem
			}
			hops = x.compareHead([]*edge{e}, word, i, hops)
		}
	}
	return hops
}

func (x *index) compareHead(edges []*edge, word string, i int, hops []hop) []hop {
	for _, e := range edges {
		if rule, ok := x.lang.Inflection(e.word, word[i:]); ok {
			if rule == "same" {
				rule = "head of a compound"
			} else {
				rule = "head of a compound, " + rule
			}
			hops = append(hops, hop{e, head, rule, i, len(word)})
		} else if n, ok := x.lang.Modifier(e.word, word[i:]); ok {
			hops = append(hops, hop{e, middle, "middle of a compound", i, i + n})
		}
	}
	return hops
}
