package align

const (
	duplicateReach = 8    // beads to either side where a copy to the letter is looked for
	renderingReach = 2    // and another rendering of the same source
	duplicateWorth = 3    // what the doubled unit must be worth against that source
	duplicateShare = 0.65 // and of what the unit that stands is worth
	copyGain       = 5    // how much better a copy must fit its original's source than its own
)

// freeCopies breaks up pairs whose target is a copy, to the letter, of a unit
// near by and fits that one's source far better than its own: a doubled unit
// that took the place of a lost one.
func (m *model) freeCopies(all []found) []found {
	s := &searcher{model: m}
	var out []found
	for k, b := range all {
		if !b.paired() || !s.isCopy(all, k) {
			out = append(out, b)
			continue
		}
		missing, extra := b, b
		missing.t1, missing.moved = missing.t0, false
		extra.s1, extra.moved = extra.s0, false
		out = append(out, missing, extra)
	}
	return out
}

func (s *searcher) isCopy(all []found, k int) bool {
	b := all[k]
	for n := max(0, k-duplicateReach); n < min(len(all), k+duplicateReach+1); n++ {
		o := all[n]
		if n == k || !o.paired() || s.tgt.print[o.t0] != s.tgt.print[b.t0] || s.src.print[o.s0] == s.src.print[b.s0] {
			continue
		}
		if s.beadWorth(window{o.s0, o.s1, b.t0, b.t1}) > s.beadWorth(b.window)+copyGain {
			return true
		}
	}
	return false
}

// duplicates finds target units without source that render what a neighbouring
// target unit renders: by unit, that neighbour.
func (m *model) duplicates(all []found) map[int]int {
	out := make(map[int]int)
	s := &searcher{model: m}
	for k, b := range all {
		if b.s0 != b.s1 {
			continue
		}
		best, original := float32(0), -1
		for n := max(0, k-duplicateReach); n < min(len(all), k+duplicateReach+1); n++ {
			near := n >= k-renderingReach && n <= k+renderingReach
			if v, t := s.renders(all[n], b.t0, near); v > best {
				best, original = v, t
			}
		}
		if original >= 0 {
			out[b.t0] = original
			m.share(all, k, original)
		}
	}
	return out
}

// share makes copies to the letter as sure as both together: which of the two is
// the doubled one does not matter.
func (m *model) share(all []found, k, original int) {
	b := &all[k]
	for n := max(0, k-duplicateReach); n < min(len(all), k+duplicateReach+1); n++ {
		if o := &all[n]; o.t0 <= original && original < o.t1 && m.tgt.print[original] == m.tgt.print[b.t0] {
			b.sure = min(1, b.sure+o.sure)
			o.sure = b.sure
		}
	}
}

// renders is what target unit t is worth against the source of bead o, and which
// of o's targets it doubles; 0 when it doubles none.
func (s *searcher) renders(o found, t int, near bool) (worth float32, original int) {
	for i := o.s0; i < o.s1; i++ {
		for j := o.t0; j < o.t1; j++ {
			same := s.tgt.print[j] == s.tgt.print[t]
			if !same && !near {
				continue
			}
			mine := s.beadWorth(window{i, i + 1, t, t + 1})
			if same {
				mine += identical + duplicateWorth
			} else if mine < duplicateShare*s.beadWorth(window{i, i + 1, j, j + 1}) {
				continue
			}
			if mine > duplicateWorth && mine > worth {
				worth, original = mine, j
			}
		}
	}
	return worth, original
}
