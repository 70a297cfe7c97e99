package align

// The search over blocks sees each block as a bag of words. Where a bullet has
// swallowed the next, or half a paragraph went to its neighbour, the bags differ
// little; clause by clause the difference is plain. So beads that lie next to a
// doubtful one are looked at again with the clauses inside.

// settler moves single units between neighbouring beads where their clauses align better so.
type settler struct {
	*model
	fine   *searcher // over the clauses
	startS []int32   // source unit i is clauses startS[i]:startS[i+1]
	startT []int32
	known  map[window]float32
}

const (
	settleRounds = 3
	settleGain   = 1.5 // what a change must better the score by
	doubtful     = 4   // a bead worth less than this is looked at again
)

// settle goes over beads in order until nothing changes.
func (s *settler) settle(beads []bead) []bead {
	for range settleRounds {
		changed := false
		for k := 0; k+1 < len(beads); k++ {
			if s.improve(&beads[k], &beads[k+1]) {
				changed = true
			}
		}
		beads = s.tidy(beads)
		if !changed {
			break
		}
	}
	return beads
}

// settleMoved is settle after moves.
func (s *settler) settleMoved(all []found) []found {
	beads := make([]bead, len(all))
	for k, b := range all {
		beads[k] = b.bead
	}
	return arrange(s.settle(beads), s.src.length)
}

// improve tries to move a unit across the border of two neighbouring beads.
func (s *settler) improve(a, b *bead) bool {
	if a.s1 != b.s0 || a.t1 != b.t0 || s.certain(a) && s.certain(b) {
		return false
	}
	old := s.worth(a.window) + s.worth(b.window)
	best, bestA, bestB := old+settleGain, window{}, window{}
	for _, d := range [...]struct{ s, t int }{{-1, 0}, {1, 0}, {0, -1}, {0, 1}} {
		x, y := a.window, b.window
		x.s1, y.s0, x.t1, y.t0 = x.s1+d.s, y.s0+d.s, x.t1+d.t, y.t0+d.t
		if x.s1 < x.s0 || y.s0 > y.s1 || x.t1 < x.t0 || y.t0 > y.t1 {
			continue
		}
		if v := s.worth(x) + s.worth(y); v > best {
			best, bestA, bestB = v, x, y
		}
	}
	if best == old+settleGain {
		return false
	}
	a.window, b.window = bestA, bestB
	a.sure, b.sure = min(a.sure, settledSure), min(b.sure, settledSure)
	return true
}

// settledSure is how sure a bead is that the clauses have mended.
const settledSure = 0.9

// certain says that a bead is a pair that nothing speaks against.
func (s *settler) certain(b *bead) bool {
	return b.paired() && b.sure > sureEnough && s.worth(b.window) >= doubtful
}

// worth is what a bead is worth by its clauses; noWay if it may not be.
func (s *settler) worth(w window) float32 {
	if v, ok := s.known[w]; ok {
		return v
	}
	v := s.reckonWorth(w)
	s.known[w] = v
	return v
}

func (s *settler) reckonWorth(w window) float32 {
	ns, nt := w.s1-w.s0, w.t1-w.t0
	if ns == 0 || nt == 0 {
		return s.null * float32(ns+nt)
	}
	v := noWay
	for _, g := range s.groups {
		if g.ns == ns && g.nt == nt {
			v = g.prior
		}
	}
	if v <= noWay || s.fit != nil && s.fit(w) <= noWay {
		return noWay
	}
	if s.fit != nil {
		v += s.fit(w)
	}
	inner := window{int(s.startS[w.s0]), int(s.startS[w.s1]), int(s.startT[w.t0]), int(s.startT[w.t1])}
	for _, b := range s.fine.bands(inner) {
		v += s.fine.score(b.window, b.lo, b.hi)
	}
	return v
}

// tidy drops empty beads and breaks those with an empty side into one a unit.
func (s *settler) tidy(beads []bead) []bead {
	var out []bead
	for _, b := range beads {
		if b.whole() {
			out = append(out, b)
		} else {
			out = b.singles(out, nil, nil)
		}
	}
	return out
}
