package align

import (
	"cmp"
	"slices"

	"tvilling/internal/lexicon"
)

const maxLinks = 32 // of one token; what has more is too common to tell anything

// linkMaker finds the links of one source token after the other.
type linkMaker struct {
	src, tgt *side
	ev       Evidence
	found    []pairing
	fresh    map[int32]int // target token → place in found, for the source token at work
	entries  []entryWord   // of the target words, by entry
	known    []bool        // by target word: it is in the list
	cognates *cognateIndex
	skeleton []byte
}

// pairing is a link found and why.
type pairing struct {
	link
	why reason
}

// entryWord says that a target word, or with less certainty a part of it, has an
// entry of the list.
type entryWord struct {
	entry lexicon.Entry
	word  int32
	t     float32
}

// find fills m.found with the links of source token w and says whether it is in the list.
func (m *linkMaker) find(w int32) bool {
	m.found = m.found[:0]
	clear(m.fresh)
	word, kind := m.src.voc.words[w], m.src.voc.kinds[w]
	if to, ok := m.tgt.voc.find(word); ok {
		p, why := sameToken(word, kind, m.tgt.voc.kinds[to])
		m.add(to, p, why)
	}
	if kind != wordToken && kind != nameToken {
		return false
	}
	known := m.listed(word)
	for _, l := range m.ev.Learned.of(word) {
		if to, ok := m.tgt.voc.find(l.word); ok {
			m.add(to, l.t, byLearning)
		}
	}
	m.alike(w, word, known)
	return known
}

func (m *linkMaker) add(to int32, t float32, why reason) {
	if i, ok := m.fresh[to]; ok {
		m.found[i].t = max(m.found[i].t, t)
		m.found[i].why = max(m.found[i].why, why)
		return
	}
	m.fresh[to] = len(m.found)
	m.found = append(m.found, pairing{link{to, t}, why})
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

// listed adds what the word list knows of word, whole or in parts, and says
// whether it knows the whole.
func (m *linkMaker) listed(word string) bool {
	if m.ev.Lexicon == nil {
		return false
	}
	entries := m.ev.Lexicon.Source(word)
	for _, e := range entries {
		m.addEntry(e, 0.9)
	}
	if len(entries) > 0 || len(word) < compoundLength {
		return len(entries) > 0
	}
	for _, part := range m.ev.Lexicon.SourceParts(word) {
		for _, e := range m.ev.Lexicon.Source(part) {
			m.addEntry(e, 0.5)
		}
	}
	return false
}

const compoundLength = 7 // bytes; shorter words are hardly compounds

func (m *linkMaker) addEntry(e lexicon.Entry, t float32) {
	i, _ := slices.BinarySearchFunc(m.entries, e, func(w entryWord, e lexicon.Entry) int { return cmp.Compare(w.entry, e) })
	for n := 0; i < len(m.entries) && m.entries[i].entry == e && n < 4*maxLinks; i, n = i+1, n+1 {
		m.add(m.entries[i].word, min(t, m.entries[i].t), byList)
	}
}

// targetEntries are the entries of all target words, sorted.
func (m *linkMaker) targetEntries() []entryWord {
	if m.ev.Lexicon == nil {
		return nil
	}
	m.known = make([]bool, len(m.tgt.voc.words))
	var out []entryWord
	for id, word := range m.tgt.voc.words {
		if k := m.tgt.voc.kinds[id]; k != wordToken && k != nameToken {
			continue
		}
		entries := m.ev.Lexicon.Target(word)
		m.known[id] = len(entries) > 0
		for _, e := range entries {
			out = append(out, entryWord{e, int32(id), 0.9})
		}
		if len(entries) > 0 || len(word) < compoundLength {
			continue
		}
		for _, part := range m.ev.Lexicon.TargetParts(word) {
			for _, e := range m.ev.Lexicon.Target(part) {
				out = append(out, entryWord{e, int32(id), 0.5})
			}
		}
	}
	slices.SortFunc(out, func(a, b entryWord) int {
		if a.entry != b.entry {
			return int(a.entry) - int(b.entry)
		}
		if a.t != b.t {
			return cmp.Compare(b.t, a.t)
		}
		return int(a.word) - int(b.word)
	})
	return out
}

// alike adds target words that look like source word w.
func (m *linkMaker) alike(w int32, word string, known bool) {
	if len(word) < 4 || len(word) > 60 {
		return
	}
	m.skeleton = skeleton(m.skeleton, word)
	for _, to := range m.cognates.near(m.skeleton) {
		p := resemblance(m.skeleton, m.cognates.skeleton(to))
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
