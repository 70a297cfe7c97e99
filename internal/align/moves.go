package align

// found is a block bead as the search gives it.
type found struct {
	bead
	moved bool
}

// alignWithMoves aligns the model's units in order, and then, among what was
// left over on both sides, what stands out of order.
func (m *model) alignWithMoves() []found {
	var out []found
	for _, b := range m.align() {
		out = append(out, found{bead: b})
	}
	for range moveRounds {
		moved := m.moves(out)
		if len(moved) == 0 {
			break
		}
		out = placeMoves(out, moved)
	}
	return out
}

const (
	moveRounds = 4 // each finds one rising chain of moved units
	moveWorth  = 4 // what a pair must be worth to be taken for a move
)

// moves searches the left-over units of both sides as if they were texts of their own.
func (m *model) moves(all []found) []found {
	var src, tgt []int
	for _, b := range all {
		if b.t0 == b.t1 {
			src = append(src, b.s0)
		} else if b.s0 == b.s1 {
			tgt = append(tgt, b.t0)
		}
	}
	if len(src) == 0 || len(tgt) == 0 {
		return nil
	}
	rest := m.only(src, tgt)
	w := window{0, len(src), 0, len(tgt)}
	s := &searcher{model: rest}
	var out []found
	for _, band := range rest.bands(w) {
		for _, b := range s.search(band.window, band.lo, band.hi, nil) {
			if !b.paired() || b.sure < sureEnough || s.pairWorth(b.s0, b.t0) < moveWorth {
				continue
			}
			i, j := src[b.s0], tgt[b.t0]
			out = append(out, found{bead{window{i, i + 1, j, j + 1}, b.sure}, true})
		}
	}
	return out
}

// pairWorth is what one source and one target unit are worth as a bead, without
// the prior.
func (s *searcher) pairWorth(i, j int) float32 {
	w := window{i, i + 1, j, j + 1}
	s.w = w
	s.cells.fill(s.model, &s.post, w, []int32{0, 0}, []int32{1, 1})
	return s.worthOf(0, 0, s.groups[0], 0) - s.groups[0].prior
}

// only is the model over some of its units, in ascending order.
func (m *model) only(src, tgt []int) *model {
	out := *m
	t := *m.table
	out.table = &t
	t.src, t.loadS = m.src.only(src), picked(m.loadS, src)
	t.tgt, t.loadT = m.tgt.only(tgt), picked(m.loadT, tgt)
	if m.fit != nil {
		out.fit = func(w window) float32 {
			if w.s1-w.s0 > 1 || w.t1-w.t0 > 1 {
				return noWay
			}
			return m.fit(window{src[w.s0], src[w.s0] + 1, tgt[w.t0], tgt[w.t0] + 1})
		}
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

// placeMoves puts the moved beads where their targets stood alone and takes the
// lone sources away.
func placeMoves(all, moved []found) []found {
	byTarget := make(map[int]found, len(moved))
	gone := make(map[int]bool, len(moved))
	for _, b := range moved {
		byTarget[b.t0] = b
		gone[b.s0] = true
	}
	out := all[:0]
	for _, b := range all {
		if b.t0 == b.t1 && gone[b.s0] {
			continue
		}
		if b.s0 == b.s1 {
			if m, ok := byTarget[b.t0]; ok {
				b = m
			}
		}
		out = append(out, b)
	}
	return out
}
