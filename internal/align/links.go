package align

import (
	"slices"
	"sync"

	"tvilling/internal/lexicon"
)

const maxLinks = 32 // of one token; what has more is too common to tell anything

// linkMaker finds the links of one source token after the other.
type linkMaker struct {
	src, tgt *side
	ev       Evidence
	found    []pairing // of the source token at work
	place    []int32   // by target token: 1 + its place in found; 0 for none
	links    []link    // all so far
	listed   register  // entry → target words that have it
	inPart   register  // entry → target words a part of which has it
	known    []bool    // by target word: it is in the list
	cognates cognateIndex
	skeleton []byte
}

// linkMakers keep the memory of those that are done.
var linkMakers = sync.Pool{New: func() any { return new(linkMaker) }}

// newLinkMaker is ready to find links; release must be called in the end.
func newLinkMaker(src, tgt *side, ev Evidence) *linkMaker {
	m := linkMakers.Get().(*linkMaker)
	m.src, m.tgt, m.ev = src, tgt, ev
	m.links = m.links[:0]
	m.found = m.found[:0]
	m.place = emptied(m.place, len(tgt.voc.words))
	m.known = emptied(m.known, len(tgt.voc.words))
	m.fileTarget()
	m.cognates.fill(tgt.voc)
	return m
}

func (m *linkMaker) release() {
	m.src, m.tgt, m.ev = nil, nil, Evidence{}
	linkMakers.Put(m)
}

// emptied is a slice of n zeros, in the memory of s where that is enough.
func emptied[T any](s []T, n int) []T {
	s = sized(s, n)
	clear(s)
	return s
}

// pairing is a link found and why.
type pairing struct {
	link
	why reason
}

// stronger sorts what is surer first.
func stronger(a, b pairing) int {
	switch {
	case a.t > b.t:
		return -1
	case a.t < b.t:
		return 1
	}
	return int(a.to - b.to)
}

// How sure a rendering is that the list gives for a word, or for a part of it.
const (
	listedSure = 0.9
	partSure   = 0.5
)

// find fills m.found with the links of source token w, the surest first, and says
// whether it is in the list.
func (m *linkMaker) find(w int32) bool {
	for _, p := range m.found {
		m.place[p.to] = 0
	}
	m.found = m.found[:0]
	word, kind := m.src.voc.words[w], m.src.voc.kinds[w]
	if to, ok := m.tgt.voc.find(word); ok {
		p, why := sameToken(word, kind, m.tgt.voc.kinds[to])
		m.add(to, p, why)
	}
	if kind != wordToken && kind != nameToken {
		return false
	}
	known := m.list(word)
	for _, l := range m.ev.Learned.of(word) {
		if to, ok := m.tgt.voc.find(l.word); ok {
			m.add(to, l.t, byLearning)
		}
	}
	m.alike(w, word, known)
	slices.SortFunc(m.found, stronger)
	return known
}

func (m *linkMaker) add(to int32, t float32, why reason) {
	if i := m.place[to]; i > 0 {
		p := &m.found[i-1]
		p.t, p.why = max(p.t, t), max(p.why, why)
		return
	}
	m.found = append(m.found, pairing{link{to, t}, why})
	m.place[to] = int32(len(m.found))
}

// sameToken is what it is worth that both texts have a token.
func sameToken(word string, a, b tokenKind) (float32, reason) {
	switch {
	case a == numberToken:
		return 1, byNumber
	case a == markToken:
		return 0.9, byMark
	case a == objectToken:
		return 1, byObject
	case a == shapeToken:
		return 1, byShape
	case a == nameToken && b == nameToken:
		return 1, byName
	case len(word) >= 4:
		return 0.9, byLikeness
	}
	return 0.5, byLikeness
}

// list adds what the word list knows of word, whole or in parts, and says whether
// it knows the whole.
func (m *linkMaker) list(word string) bool {
	own, parts := m.ev.Lexicon.SourceInParts(word)
	for _, e := range own {
		m.addEntry(e, listedSure)
	}
	if len(word) >= compoundLength {
		for _, e := range parts {
			m.addEntry(e, partSure)
		}
	}
	return len(own) > 0
}

const compoundLength = 7 // bytes; shorter words are hardly compounds

// addEntry adds the target words that have entry e: those that have it whole
// first, in case there are too many.
func (m *linkMaker) addEntry(e lexicon.Entry, t float32) {
	left := 4 * maxLinks
	for f := m.listed.first(uint32(e)); f != nil && left > 0; f = m.listed.after(f) {
		m.add(f.item, t, byList)
		left--
	}
	for f := m.inPart.first(uint32(e)); f != nil && left > 0; f = m.inPart.after(f) {
		m.add(f.item, partSure, byList)
		left--
	}
}

// fileTarget files all target words under their entries.
func (m *linkMaker) fileTarget() {
	m.listed.reset(4 * len(m.tgt.voc.words)) // as in most texts
	m.inPart.reset(len(m.tgt.voc.words))
	for w, word := range m.tgt.voc.words {
		if !m.tgt.voc.isWord(int32(w)) {
			continue
		}
		own, parts := m.ev.Lexicon.TargetInParts(word)
		m.known[w] = len(own) > 0
		for _, e := range own {
			m.listed.file(uint32(e), int32(w))
		}
		if len(word) >= compoundLength {
			for _, e := range parts {
				m.inPart.file(uint32(e), int32(w))
			}
		}
	}
	m.listed.close()
	m.inPart.close()
}

// alike adds target words that look like source word w.
func (m *linkMaker) alike(w int32, word string, known bool) {
	if len(word) < 4 || len(word) > 60 {
		return
	}
	m.skeleton = skeleton(m.skeleton[:0], word)
	in := lettersOf(m.skeleton)
	for _, to := range m.cognates.near(m.skeleton) {
		p := resemblance(m.skeleton, m.cognates.skeleton(to), in, m.cognates.in[to])
		if p == 0 {
			continue
		}
		if known && m.known[to] {
			p /= 3 // both are listed and not as each other's renderings
		}
		why := byLikeness
		if p >= 0.8 && m.src.voc.kinds[w] == nameToken && m.tgt.voc.kinds[to] == nameToken {
			why = byName
		}
		m.add(to, p, why)
	}
}
