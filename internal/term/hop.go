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

// lookup is every hop from n by word. Those from the root are remembered.
func (f *finder) lookup(n *node, word string) []hop {
	if n != f.root {
		return f.reach(n, word, nil)
	}
	return f.hops.Of(word, func(word string) []hop {
		hops := f.reach(n, word, nil)
		if len(f.heads) > 0 && f.lang.ClosedCompounds() {
			hops = f.asHead(word, hops)
		}
		return hops
	})
}

// spanning is lookup for a word that was made of two, without heads of compounds,
// which would lie in the second alone.
func (f *finder) spanning(n *node, word string) []hop {
	if n != f.root {
		return f.reach(n, word, nil)
	}
	return f.spans.Of(word, func(word string) []hop { return f.reach(n, word, nil) })
}

// reach tries every beginning of the word as a stem.
func (f *finder) reach(n *node, word string, hops []hop) []hop {
	n.beginning(word, func(e *edge) { hops = f.compare(e, word, hops) })
	for _, lemma := range f.lang.Irregular(word) {
		n.beginning(lemma, func(e *edge) {
			if strings.HasPrefix(word, e.stem) {
				return // found above
			}
			if rule, ok := f.lang.Inflection(e.word, word); ok {
				hops = append(hops, hop{e, whole, rule, 0, len(word)})
			}
		})
	}
	return hops
}

// compare adds the ways in which word answers to the edge's word.
func (f *finder) compare(e *edge, word string, hops []hop) []hop {
	if rule, ok := f.lang.Inflection(e.word, word); ok {
		hops = append(hops, hop{e, whole, rule, 0, len(word)})
	} else if e.to.open && f.lang.Agrees(e.word, word) {
		hops = append(hops, hop{e, whole, "agreement", 0, len(word)})
	}
	if len(e.to.ends) == 0 || len(word) <= len(e.word)-1 {
		return hops
	}
	if n, ok := f.lang.Modifier(e.word, word); ok {
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
func (f *finder) asHead(word string, hops []hop) []hop {
	if len(word) > maxCompound {
		return hops
	}
	for i := range word {
		if i < 3 || len(word)-i < 3 || utf8.RuneCountInString(word[i:]) < compoundRunes || !f.lang.MayPrecede(word[:i]) {
			continue
		}
		rest := word[i:]
		for j := range rest {
			if j > 0 {
				hops = f.compareHead(f.heads[rest[:j]], word, i, hops)
			}
		}
		hops = f.compareHead(f.heads[rest], word, i, hops)
	}
	for _, lemma := range f.lang.Irregular(word) {
		hops = f.irregularHead(lemma, word, hops)
	}
	return hops
}

// irregularHead finds tand in framtänder, by way of the lemma framtand.
func (f *finder) irregularHead(lemma, word string, hops []hop) []hop {
	for i := range lemma {
		if i < 3 || i >= len(word) || lemma[:i] != word[:i] || !f.lang.MayPrecede(word[:i]) {
			continue
		}
		for _, e := range f.heads[f.lang.Stem(lemma[i:])] {
			if e.word != lemma[i:] || strings.HasPrefix(word[i:], f.lang.Stem(e.word)) {
				continue // the second is found by its stem
			}
			hops = f.compareHead([]*edge{e}, word, i, hops)
		}
	}
	return hops
}

func (f *finder) compareHead(edges []*edge, word string, i int, hops []hop) []hop {
	for _, e := range edges {
		if rule, ok := f.lang.Inflection(e.word, word[i:]); ok {
			if rule == "same" {
				rule = "head of a compound"
			} else {
				rule = "head of a compound, " + rule
			}
			hops = append(hops, hop{e, head, rule, i, len(word)})
		} else if n, ok := f.lang.Modifier(e.word, word[i:]); ok {
			hops = append(hops, hop{e, middle, "middle of a compound", i, i + n})
		}
	}
	return hops
}
