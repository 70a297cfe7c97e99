package align

import (
	"cmp"
	"slices"

	"tvilling/internal/lexicon"
)

// link says that a source token may be rendered by target token to, with
// probability t that the two are the same thing.
type link struct {
	to int32
	t  float32
}

// reason is why two tokens are linked, from weak to strong; it is also the class
// that a token belongs to by its best link.
type reason uint8

const (
	byNothing reason = iota // no link in the other text: it says little
	byLack                  // in the list, but none of its renderings in the other text
	byLikeness
	byLearning
	byCommon // listed, but so frequent that it stands in every other unit
	byList
	byMark
	byName
	byNumber
	byObject
	byShape
	reasons
)

// table holds all links between two vocabularies and what each token's presence
// or absence is worth.
type table struct {
	src, tgt     *side
	start        []int32 // links of source token w are links[start[w]:start[w+1]]
	links        []link
	worthS       []worth // by source token
	worthT       []worth // by target token
	classS       []reason
	classT       []reason
	seen         [reasons]float32 // by class: how often the rendering is really there
	chanceS      []float32
	chanceT      []float32
	units        float32
	loadS, loadT []float32 // by unit: sum of miss over its tokens
}

// worth is what finding, or not finding, a token's rendering says, as logarithms
// of likelihood ratios between "these two units belong together" and "they do not".
type worth struct {
	odds  float32 // seen / chance / (1 - seen): finding it is worth log(1 + odds) more than missing it
	miss  float32 // log(1 - seen)
	known bool    // it has a rendering somewhere in the other text
}

// A token's rendering is there with these probabilities when its units belong
// together. They are first guesses that reckon re-estimates for each pair of texts.
var seenAtFirst = [reasons]float32{
	byNothing: 0.06, byLack: lackSeen, byLikeness: 0.45, byLearning: 0.5, byCommon: 0.45, byList: 0.6,
	byMark: 0.6, byName: 0.8, byNumber: 0.85, byObject: 0.85, byShape: 0.85,
}

// lackSeen makes up for what the list does not know: a good translation often
// takes a word that it lacks.
const lackSeen = 0.4

const maxLinks = 32 // of one token; what has more is too common to tell anything

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

type pairing struct {
	link
	why reason
}

type entryWord struct {
	entry lexicon.Entry
	word  int32
	t     float32
}

// newTable finds the links between two sides.
func newTable(src, tgt *side, ev Evidence) *table {
	t := &table{src: src, tgt: tgt, seen: seenAtFirst,
		classS: make([]reason, len(src.voc.words)), classT: make([]reason, len(tgt.voc.words))}
	m := &linkMaker{src: src, tgt: tgt, ev: ev, fresh: make(map[int32]int)}
	m.entries = m.targetEntries()
	m.cognates = newCognateIndex(tgt.voc)
	t.start = append(t.start, 0)
	for w := range src.voc.words {
		if m.find(int32(w)) {
			t.classS[w] = byLack
		}
		slices.SortFunc(m.found, func(a, b pairing) int {
			return cmp.Or(cmp.Compare(b.t, a.t), cmp.Compare(a.to, b.to))
		})
		for _, p := range m.found[:min(len(m.found), maxLinks)] {
			t.links = append(t.links, p.link)
			t.classS[w] = max(t.classS[w], p.why)
			t.classT[p.to] = max(t.classT[p.to], p.why)
		}
		t.start = append(t.start, int32(len(t.links)))
	}
	for w, known := range m.known {
		if known {
			t.classT[w] = max(t.classT[w], byLack)
		}
	}
	t.reckon()
	return t
}

func (t *table) of(w int32) []link { return t.links[t.start[w]:t.start[w+1]] }

// on is the same links between other units of the same vocabularies.
func (t *table) on(src, tgt *side) *table {
	u := *t
	u.src, u.tgt = src, tgt
	u.chanceS, u.chanceT = nil, nil
	u.reckon()
	return &u
}

// find fills m.found with the links of source token w and says whether it is in the list.
func (m *linkMaker) find(w int32) bool {
	m.found = m.found[:0]
	clear(m.fresh)
	word, kind := m.src.voc.words[w], m.src.voc.kinds[w]
	if to, ok := m.tgt.voc.ids[word]; ok {
		p, why := sameToken(word, kind, m.tgt.voc.kinds[to])
		m.add(to, p, why)
	}
	if kind != wordToken && kind != nameToken {
		return false
	}
	known := m.listed(word)
	for _, l := range m.ev.Learned.of(word) {
		if to, ok := m.tgt.voc.ids[l.word]; ok {
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
		return cmp.Or(cmp.Compare(a.entry, b.entry), cmp.Compare(b.t, a.t), cmp.Compare(a.word, b.word))
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

// reckon works out each token's worth from the links and seen.
func (t *table) reckon() {
	t.units = float32(max(t.src.count(), t.tgt.count()))
	if t.chanceS == nil {
		t.chances()
	}
	t.worthS = t.worths(t.classS, t.chanceS)
	t.worthT = t.worths(t.classT, t.chanceT)
	t.loadS = loads(t.src, t.worthS)
	t.loadT = loads(t.tgt, t.worthT)
}

// chances estimates for each token how likely a unit chosen blindly holds a rendering of it.
func (t *table) chances() {
	t.chanceS = make([]float32, len(t.classS))
	t.chanceT = make([]float32, len(t.classT))
	for w := range t.chanceS {
		for _, l := range t.of(int32(w)) {
			t.chanceS[w] += t.tgt.df[l.to]
			t.chanceT[l.to] += t.src.df[w]
		}
	}
	blind := func(chance []float32, class []reason, n float32) {
		for w := range chance {
			chance[w] = min(max((max(chance[w]-1, 0)+0.5)/(n+1), leastChance), 0.95) // less the one that belongs to it
			switch {
			case class[w] == byList && chance[w] > 0.15:
				class[w] = byCommon
			case class[w] == byShape:
				chance[w] = max(chance[w], shapeChance)
			}
		}
	}
	blind(t.chanceS, t.classS, float32(t.tgt.count()))
	blind(t.chanceT, t.classT, float32(t.src.count()))
}

// shapeChance: blocks of one kind stand together, so that a neighbour is of the
// same kind as often as not, however rare the kind.
const shapeChance = 0.6

// leastChance keeps one rare token from deciding alone; words come in bursts.
const leastChance = 1.0 / 150

func (t *table) worths(class []reason, chance []float32) []worth {
	out := make([]worth, len(class))
	var miss [reasons]float32
	for c := range miss {
		miss[c] = logf(1 - float64(t.seen[c]))
	}
	for w, c := range class {
		out[w] = worth{t.seen[c] / chance[w] / (1 - t.seen[c]), miss[c], c != byNothing}
	}
	return out
}

func loads(s *side, ws []worth) []float32 {
	out := make([]float32, s.count())
	for i := range out {
		for _, w := range s.unit(i) {
			out[i] += ws[w].miss
		}
	}
	return out
}
