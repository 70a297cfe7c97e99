package align

import (
	"runtime"
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

// align aligns all units of the model's two sides.
func (m *model) align() []bead {
	w := window{0, m.src.count(), 0, m.tgt.count()}
	s := m.searcher()
	defer s.release()
	bands := s.bands(w)
	first := m.searchAll(bands)
	m.relearn(first)
	if len(first) >= enoughUnits {
		if more := m.associate(first); len(more) > 0 {
			m.table = m.extend(more)
			bands = s.bands(w)
		}
	}
	return m.searchAll(bands)
}

// searchAll searches the bands side by side; the result does not depend on how many at once.
func (m *model) searchAll(bands []band) []bead {
	results := make([][]bead, len(bands))
	work := make(chan int)
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(bands)) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			s := m.searcher()
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
	var out []bead
	for _, r := range results {
		out = append(out, r...)
	}
	return out
}

// relearn re-estimates the lengths and how often a token's rendering is really
// there from a first alignment.
func (m *model) relearn(beads []bead) {
	m.length.relearn(m.src, m.tgt, beads)
	m.setRates(m.rates.relearn(beads))
	m.relearnSeen(beads)
}
