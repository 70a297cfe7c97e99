package align

import (
	"sync/atomic"

	"tvilling/internal/doc"
)

// addSentences aligns the sentences inside every block bead.
func (a *Alignment) addSentences(links *table, s, t *article) {
	m := newModel(links.on(s.sentences, t.sentences), sentenceRates)
	search := m.searcher()
	defer search.release()
	var all []bead
	for k := range a.Blocks {
		all = search.inside(s.runs(a.Blocks[k].Source), t.runs(a.Blocks[k].Target), all)
	}
	m.relearn(all)
	if len(all) >= enoughUnits {
		m.table = m.extend(m.associate(all))
	}
	for k := range a.Blocks {
		b := &a.Blocks[k]
		all = search.inside(s.runs(b.Source), t.runs(b.Target), all[:0])
		b.Sentences = sentenceBeads(s, t, all, b.Confidence)
	}
	a.words, a.source, a.target = m.table, s.reading, t.reading
	a.webs = make([]atomic.Pointer[web], len(s.list))
}

// runs are the sentences of blocks that follow one another, as a stretch of the
// article's sentences.
func (a *article) runs(blocks []*doc.Block) [2]int {
	if len(blocks) == 0 {
		return [2]int{}
	}
	return [2]int{int(a.first[blocks[0].Index]), int(a.first[blocks[len(blocks)-1].Index+1])}
}

// inside appends the beads of the sentences of two blocks, or runs of blocks, to out.
func (s *searcher) inside(src, tgt [2]int, out []bead) []bead {
	w := window{src[0], src[1], tgt[0], tgt[1]}
	if src[0] == src[1] || tgt[0] == tgt[1] {
		return bead{window: w, sure: 1}.singles(out, nil, nil)
	}
	for _, b := range s.bands(w) {
		out = s.search(b.window, b.lo, b.hi, out)
	}
	return out
}

func sentenceBeads(s, t *article, all []bead, sure float64) []Bead[doc.Sentence] {
	out := make([]Bead[doc.Sentence], len(all))
	for i, b := range all {
		out[i] = Bead[doc.Sentence]{Confidence: b.confidence() * sure}
		if b.s1 > b.s0 {
			out[i].Source = s.list[b.s0:b.s1:b.s1]
		}
		if b.t1 > b.t0 {
			out[i].Target = t.list[b.t0:b.t1:b.t1]
		}
	}
	return out
}
