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
	known  map[window]verdict
}

// verdict is what a bead is worth by its clauses, or at least that.
type verdict struct {
	worth float32
	least bool
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
		if !changed {
			break
		}
		beads = s.tidy(beads)
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
	if !b.paired() || b.sure <= sureEnough {
		return false
	}
	v, ok := s.known[b.window]
	if !ok && s.straight(b.window) {
		v = verdict{doubtful, true}
		s.known[b.window] = v
	} else if !ok {
		v.worth = s.worth(b.window)
	}
	return v.worth >= doubtful
}

// straight says that a pair is worth enough already with its clauses paired in
// order. It is soon found, and true of most; what it is worth at best is open then.
func (s *settler) straight(w window) bool {
	inner := s.clauses(w)
	n := inner.s1 - inner.s0
	if n < 2 || n != inner.t1-inner.t0 || n > straightClauses {
		return false
	}
	v := s.prior(w) - straightDoubt
	for k := range n {
		v += s.fine.groups[onePair].prior + s.fine.reckonBead(window{inner.s0 + k, inner.s0 + k + 1, inner.t0 + k, inner.t0 + k + 1})
	}
	return v >= doubtful
}

const (
	straightClauses = 30  // of a pair that are looked at in order first
	straightDoubt   = 0.1 // more than what the search takes off for ties, and rounding
)

// worth is what a bead is worth by its clauses; noWay if it may not be.
func (s *settler) worth(w window) float32 {
	if v, ok := s.known[w]; ok && !v.least {
		return v.worth
	}
	v := s.reckonWorth(w)
	s.known[w] = verdict{worth: v}
	return v
}

func (s *settler) reckonWorth(w window) float32 {
	if !w.whole() {
		return s.null * float32(w.s1-w.s0+w.t1-w.t0)
	}
	v := s.prior(w)
	if v <= noWay {
		return noWay
	}
	for _, b := range s.fine.bands(s.clauses(w)) {
		v += s.fine.score(b.window, b.lo, b.hi)
	}
	return v
}

// prior is what a bead with two sides is worth without its words; noWay if it may not be.
func (s *settler) prior(w window) float32 {
	v := noWay
	for _, g := range s.groups {
		if g.ns == w.s1-w.s0 && g.nt == w.t1-w.t0 {
			v = g.prior
		}
	}
	if v <= noWay || s.fit == nil {
		return v
	}
	if fit := s.fit(w); fit > noWay {
		return v + fit
	}
	return noWay
}

// clauses are the clauses of a bead.
func (s *settler) clauses(w window) window {
	return window{int(s.startS[w.s0]), int(s.startS[w.s1]), int(s.startT[w.t0]), int(s.startT[w.t1])}
}

// tidy drops empty beads and breaks those with an empty side into one a unit.
func (s *settler) tidy(beads []bead) []bead {
	out := make([]bead, 0, len(beads))
	for _, b := range beads {
		if b.whole() {
			out = append(out, b)
		} else {
			out = b.singles(out, nil, nil)
		}
	}
	return out
}
