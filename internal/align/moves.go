package align

import "slices"

// found is a bead of units as the search gives it.
type found struct {
	bead
	moved bool
}

// whole says that both sides have something.
func (w window) whole() bool { return w.s0 < w.s1 && w.t0 < w.t1 }

// reorder finds what stands out of order: swapped sections, swapped units, and
// what was left over on both sides.
func (m *model) reorder(beads []bead, sections crossing) []bead {
	beads = m.swapSections(beads, sections)
	beads = m.uncross(m.swapUnits(beads))
	for range moveRounds {
		moved := m.moves(beads)
		if len(moved) == 0 {
			break
		}
		beads = replace(beads, moved)
	}
	return beads
}

const (
	moveRounds = 4 // each finds one rising chain of moved units
	moveWorth  = 4 // what a pair must be worth to be taken for a move
)

// appraise sets what every bead is worth.
func (m *model) appraise(beads []found) []found {
	s := m.searcher()
	defer s.release()
	for k := range beads {
		if b := &beads[k]; b.whole() {
			b.worth = s.beadWorth(b.window)
		}
	}
	return beads
}

// moves searches the left-over units of both sides as if they were texts of their own.
func (m *model) moves(all []bead) []bead {
	var src, tgt []int
	for _, b := range all {
		if b.t0 == b.t1 {
			src = append(src, ascending(b.s0, b.s1)...)
		} else if b.s0 == b.s1 {
			tgt = append(tgt, ascending(b.t0, b.t1)...)
		}
	}
	if len(src) == 0 || len(tgt) == 0 {
		return nil
	}
	slices.Sort(src)
	slices.Sort(tgt)
	rest := m.only(src, tgt)
	s := rest.searcher()
	defer s.release()
	var out []bead
	for _, band := range s.bands(window{0, len(src), 0, len(tgt)}) {
		out = append(out, s.search(band.window, band.lo, band.hi, nil)...)
	}
	return s.believable(out, src, tgt)
}

// believable keeps the beads that are good enough for a move: on their own
// account, or because they go on from one that is. It names units as the whole
// texts do.
func (s *searcher) believable(beads []bead, src, tgt []int) []bead {
	worth := make([]float32, len(beads))
	keep := make([]bool, len(beads))
	for k, b := range beads {
		worth[k] = noWay
		if b.whole() {
			worth[k] = s.beadWorth(b.window)
		}
		keep[k] = worth[k] >= moveWorth && b.sure >= sureEnough
	}
	follows := func(a, b int) bool {
		x, y := beads[a], beads[b]
		return keep[a] && worth[b] > 0 && x.whole() &&
			src[x.s1-1]+1 == src[y.s0] && tgt[x.t1-1]+1 == tgt[y.t0]
	}
	for k := 1; k < len(beads); k++ {
		keep[k] = keep[k] || follows(k-1, k)
	}
	precedes := func(a, b int) bool {
		x, y := beads[a], beads[b]
		return keep[b] && worth[a] > 0 && y.whole() &&
			src[x.s1-1]+1 == src[y.s0] && tgt[x.t1-1]+1 == tgt[y.t0]
	}
	for k := len(beads) - 2; k >= 0; k-- {
		keep[k] = keep[k] || precedes(k, k+1)
	}
	var out []bead
	for k, b := range beads {
		if keep[k] {
			out = append(out, bead{window: window{src[b.s0], src[b.s1-1] + 1, tgt[b.t0], tgt[b.t1-1] + 1}, sure: b.sure})
		}
	}
	return out
}

// beadWorth is what the units of w, with something on both sides, are worth as
// one bead, without the prior; noWay if they may not be one.
func (s *searcher) beadWorth(w window) float32 {
	v, ok := s.known[w]
	if !ok {
		v = s.reckonBead(w)
		if s.known != nil {
			s.known[w] = v
		}
	}
	return v
}

func (s *searcher) reckonBead(w window) float32 {
	b := s.all(w)
	s.look(w, b.lo, b.hi)
	if !w.paired() {
		return s.worthOf(0, 0, grouping{ns: w.s1 - w.s0, nt: w.t1 - w.t0}, noWay)
	}
	if p := s.pair(0, 0, 0); p.rest > noWay {
		return p.worth(s.cells.gain(0, 0))
	}
	return noWay
}

// only is the model over some of its units, in ascending order. Units that were
// not neighbours do not share a bead.
func (m *model) only(src, tgt []int) *model {
	out := *m
	out.known, out.likelyOf = nil, nil
	t := *m.table
	out.table = &t
	t.src, t.loadS = m.src.only(src), picked(m.loadS, src)
	t.tgt, t.loadT = m.tgt.only(tgt), picked(m.loadT, tgt)
	out.fit = func(w window) float32 {
		x := window{src[w.s0], src[w.s1-1] + 1, tgt[w.t0], tgt[w.t1-1] + 1}
		switch {
		case x.s1-x.s0 != w.s1-w.s0 || x.t1-x.t0 != w.t1-w.t0:
			return noWay
		case m.fit == nil:
			return 0
		}
		return m.fit(x)
	}
	return &out
}

func (s *side) only(units []int) *side {
	out := &side{voc: s.voc, start: []int32{0}, df: s.df, mean: s.mean,
		length: picked(s.length, units), print: picked(s.print, units), alone: picked(s.alone, units)}
	for _, u := range units {
		out.tokens = append(out.tokens, s.unit(u)...)
		out.times = append(out.times, s.times[s.start[u]:s.start[u+1]]...)
		out.start = append(out.start, int32(len(out.tokens)))
	}
	return out
}

func picked[T any](all []T, which []int) []T {
	out := make([]T, len(which))
	for i, k := range which {
		out[i] = all[k]
	}
	return out
}

// replace puts the beads of better, which have two sides, in the place of all
// that shares a unit with them; what else those held is left over, unit by unit. It does not change all.
func replace(all, better []bead) []bead {
	if len(better) == 0 {
		return all
	}
	takenS, takenT := make(map[int]bool), make(map[int]bool)
	for _, b := range better {
		for i := b.s0; i < b.s1; i++ {
			takenS[i] = true
		}
		for j := b.t0; j < b.t1; j++ {
			takenT[j] = true
		}
	}
	out := slices.Clone(better)
	for _, b := range all {
		if b.touches(takenS, takenT) {
			out = b.singles(out, takenS, takenT)
		} else {
			out = append(out, b)
		}
	}
	return out
}

// singles appends a null bead for every unit of b that is not in skipS or skipT.
func (b bead) singles(out []bead, skipS, skipT map[int]bool) []bead {
	for i := b.s0; i < b.s1; i++ {
		if !skipS[i] {
			out = append(out, bead{window: window{i, i + 1, b.t0, b.t0}, sure: b.sure})
		}
	}
	for j := b.t0; j < b.t1; j++ {
		if !skipT[j] {
			out = append(out, bead{window: window{b.s0, b.s0, j, j + 1}, sure: b.sure})
		}
	}
	return out
}

func (w window) touches(s, t map[int]bool) bool {
	for i := w.s0; i < w.s1; i++ {
		if s[i] {
			return true
		}
	}
	for j := w.t0; j < w.t1; j++ {
		if t[j] {
			return true
		}
	}
	return false
}
