package align

import (
	"cmp"
	"slices"
)

const (
	duplicateReach = 8    // beads to either side where a copy to the letter is looked for
	labelLength    = 25   // characters; a shorter copy further away doubles nothing
	renderingReach = 2    // and another rendering of the same source
	duplicateWorth = 3    // what the doubled unit must be worth against that source
	duplicateShare = 0.45 // and of what the unit that stands is worth
	copyGain       = 5    // how much better a copy must fit its original's source than its own
)

// freeCopies breaks up pairs whose target is a copy, to the letter, of a unit
// near by and fits that one's source far better than its own: a doubled unit
// that took the place of a lost one.
func (m *model) freeCopies(all []found) []found {
	s := m.searcher()
	defer s.release()
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
	own := s.beadWorth(b.window)
	if own >= moveWorth {
		return false
	}
	for n := max(0, k-duplicateReach); n < min(len(all), k+duplicateReach+1); n++ {
		o := all[n]
		if n == k || !o.paired() || s.tgt.print[o.t0] != s.tgt.print[b.t0] || s.src.print[o.s0] == s.src.print[b.s0] {
			continue
		}
		if s.beadWorth(window{o.s0, o.s1, b.t0, b.t1}) > own+copyGain {
			return true
		}
	}
	return false
}

// duplicates finds target units without source that render what another target
// unit renders: by unit, that other one. Copies to the letter may stand far apart,
// if they are long enough not to be some label that recurs; other renderings of
// one source stand close together.
func (m *model) duplicates(all []found) map[int]int {
	out := make(map[int]int)
	s := m.searcher()
	defer s.release()
	copies := newCopies(m.tgt, all)
	add := func(k, n, original int) {
		out[all[k].t0] = original
		m.share(&all[k], &all[n], original)
	}
	for k, b := range all {
		if b.s0 != b.s1 {
			continue
		}
		n, original, far := copies.nearest(k, b.t0)
		if original >= 0 && (far <= duplicateReach || m.tgt.length[b.t0] >= labelLength) && !s.worthless(all[n], original, b.t0) {
			add(k, n, original)
		} else if n, original = s.nearRendering(all, k); original >= 0 {
			add(k, n, original)
		}
	}
	for k, b := range all { // short ones in a run of doubled units
		if _, ok := out[b.t0]; ok || b.s0 != b.s1 {
			continue
		}
		n, original, _ := copies.nearest(k, b.t0)
		before, ok1 := out[b.t0-1]
		after, ok2 := out[b.t0+1]
		if original >= 0 && (ok1 && before+1 == original || ok2 && after-1 == original) {
			add(k, n, original)
		}
	}
	return out
}

// copies finds paired target units by their text.
type copies struct {
	*side
	at map[uint64][]place
}

type place struct{ bead, unit int }

func newCopies(tgt *side, all []found) *copies {
	c := &copies{tgt, make(map[uint64][]place)}
	for k, b := range all {
		for j := b.t0; j < b.t1 && b.s0 < b.s1; j++ {
			c.at[tgt.print[j]] = append(c.at[tgt.print[j]], place{k, j})
		}
	}
	return c
}

// nearest is the paired copy of target unit t nearest to bead k: its bead, which
// unit it is, and how many beads away; -1, -1 when there is none.
func (c *copies) nearest(k, t int) (bead, unit, far int) {
	list := c.at[c.print[t]]
	i, _ := slices.BinarySearchFunc(list, k, func(p place, k int) int { return cmp.Compare(p.bead, k) })
	bead, unit = -1, -1
	for _, p := range list[max(0, i-1):min(len(list), i+1)] {
		if d := max(p.bead-k, k-p.bead); bead < 0 || d < far {
			bead, unit, far = p.bead, p.unit, d
		}
	}
	return bead, unit, far
}

// worthless says that target unit t has as good as nothing to do with the source
// of the bead that holds its copy: then that bead is wrong, not t doubled.
func (s *searcher) worthless(o found, original, t int) bool {
	for i := o.s0; i < o.s1; i++ {
		if s.beadWorth(window{i, i + 1, t, t + 1}) > strangers {
			return false
		}
	}
	return s.tgt.alone[original] == 0
}

// nearRendering is the bead next to bead k, and in it the target unit, whose
// source bead k's unit renders about as well; -1, -1 when there is none.
func (s *searcher) nearRendering(all []found, k int) (bead, unit int) {
	best := float32(duplicateWorth)
	bead, unit = -1, -1
	t := all[k].t0
	for n := max(0, k-renderingReach); n < min(len(all), k+renderingReach+1); n++ {
		o := all[n]
		for i := o.s0; i < o.s1; i++ {
			for j := o.t0; j < o.t1; j++ {
				mine := s.beadWorth(window{i, i + 1, t, t + 1})
				if mine > best && mine >= duplicateShare*s.beadWorth(window{i, i + 1, j, j + 1}) {
					best, bead, unit = mine, n, j
				}
			}
		}
	}
	return bead, unit
}

// share makes copies to the letter as sure as both together: what speaks for
// pairing the one speaks for pairing the other, and which of the two is the
// doubled one does not matter.
func (m *model) share(b, o *found, original int) {
	if m.tgt.print[original] == m.tgt.print[b.t0] {
		o.sure = min(1, o.sure+1-b.sure)
		b.sure = max(b.sure, o.sure)
	}
}
