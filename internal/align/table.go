package align

import (
	"slices"
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
	back         *reverse // the links the other way round; nil until they are asked for
	worthS       []worth  // by source token
	worthT       []worth  // by target token
	classS       []reason
	classT       []reason
	seen         [reasons]float32 // by class: how often the rendering is really there
	chanceS      []float32
	chanceT      []float32
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
// together. They are first guesses, re-estimated for each pair of texts.
var seenAtFirst = [reasons]float32{
	byNothing: 0.06, byLack: lackSeen, byLikeness: 0.45, byLearning: 0.5, byCommon: 0.45, byList: 0.6,
	byMark: 0.6, byName: 0.8, byNumber: 0.85, byObject: 0.85, byShape: 0.85,
}

// lackSeen makes up for what the list does not know: a good translation often
// takes a word that it lacks.
const lackSeen = 0.4

// newTable finds the links between two sides.
func newTable(src, tgt *side, ev Evidence) *table {
	t := &table{src: src, tgt: tgt, seen: seenAtFirst,
		classS: make([]reason, len(src.voc.words)), classT: make([]reason, len(tgt.voc.words))}
	m := newLinkMaker(src, tgt, ev)
	defer m.release()
	t.start = make([]int32, 1, len(src.voc.words)+1)
	for w := range src.voc.words {
		if m.find(int32(w)) {
			t.classS[w] = byLack
		}
		for _, p := range m.found[:min(len(m.found), maxLinks)] {
			m.links = append(m.links, p.link)
			t.classS[w] = max(t.classS[w], p.why)
			t.classT[p.to] = max(t.classT[p.to], p.why)
		}
		t.start = append(t.start, int32(len(m.links)))
	}
	t.links = slices.Clone(m.links)
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
	u := &table{src: src, tgt: tgt, start: t.start, links: t.links, back: t.back, seen: t.seen,
		classS: slices.Clone(t.classS), classT: slices.Clone(t.classT)}
	u.reckon()
	return u
}

// reckon works out each token's worth from the links and seen, in the place of
// what was worked out before.
func (t *table) reckon() {
	if t.chanceS == nil {
		t.chances()
	}
	var miss [reasons]float32
	for c := range miss {
		miss[c] = logf(1 - float64(t.seen[c]))
	}
	t.worthS = t.worths(t.worthS, t.classS, t.chanceS, &miss)
	t.worthT = t.worths(t.worthT, t.classT, t.chanceT, &miss)
	t.loadS = loads(t.loadS, t.src, t.classS, &miss)
	t.loadT = loads(t.loadT, t.tgt, t.classT, &miss)
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

func (t *table) worths(out []worth, class []reason, chance []float32, miss *[reasons]float32) []worth {
	if out == nil {
		out = make([]worth, len(class))
	}
	for w, c := range class {
		out[w] = worth{t.seen[c] / chance[w] / (1 - t.seen[c]), miss[c], c != byNothing}
	}
	return out
}

func loads(out []float32, s *side, class []reason, miss *[reasons]float32) []float32 {
	if out == nil {
		out = make([]float32, s.count())
	}
	for i := range out {
		sum := float32(0)
		for _, w := range s.unit(i) {
			sum += miss[class[w]]
		}
		out[i] = sum
	}
	return out
}
