package align

import (
	"runtime"
	"slices"
	"sync"
)

// Lines aligns two texts that are one segment a line. The beads name lines from
// 0, come in order and hold every line once.
func Lines(src, tgt []string, ev Evidence) []Bead[int] {
	s, t := lineSide(src), lineSide(tgt)
	beads := newModel(newTable(s, t, ev), sentenceRates).align()
	out := make([]Bead[int], len(beads))
	for i, b := range beads {
		out[i] = Bead[int]{Source: ascending(b.s0, b.s1), Target: ascending(b.t0, b.t1), Confidence: b.confidence()}
	}
	return out
}

func lineSide(lines []string) *side {
	f := newFiller(newVocabulary(0))
	for _, l := range lines {
		f.sentence(l)
	}
	return f.done()
}

func ascending(from, to int) []int {
	if from == to {
		return nil
	}
	out := make([]int, 0, to-from)
	for ; from < to; from++ {
		out = append(out, from)
	}
	return out
}

// align aligns all units of the model's two sides: once to learn from it, and once
// more with what was learned, not far from where the first search has anything.
func (m *model) align() []bead {
	w := m.everything()
	s := m.searcher()
	defer s.release()
	bands := s.bands(w)
	first := s.searchAll(bands)
	var near *band
	if len(bands) == 1 { // else others have searched the pieces
		near = s.trodden()
	}
	m.relearn(first)
	if len(first) >= enoughUnits {
		if more := m.associate(first); len(more) > 0 {
			m.table = m.extend(more)
			bands = s.bands(w)
		}
	}
	if near != nil && len(bands) == 1 {
		bands[0] = bands[0].within(near)
	}
	return s.searchAll(bands)
}

// searchAll searches the bands, side by side where there are several; the result
// does not depend on how many at once.
func (s *searcher) searchAll(bands []band) []bead {
	if len(bands) == 1 {
		return s.search(bands[0].window, bands[0].lo, bands[0].hi, nil)
	}
	results := make([][]bead, len(bands))
	work := make(chan int)
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(bands)) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			s := s.model.searcher()
			defer s.release()
			for k := range work {
				b := bands[k]
				results[k] = s.search(b.window, b.lo, b.hi, nil)
			}
		}()
	}
	for k := range bands {
		work <- k
	}
	close(work)
	wait.Wait()
	return slices.Concat(results...)
}

// relearn re-estimates the lengths and how often a token's rendering is really
// there from a first alignment.
func (m *model) relearn(beads []bead) {
	m.length.relearn(m.src, m.tgt, beads)
	m.setRates(m.rates.relearn(beads))
	m.relearnSeen(beads)
	m.likelyOf = nil
}
