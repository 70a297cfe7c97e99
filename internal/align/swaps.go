package align

import (
	"cmp"
	"slices"
)

// A search that goes forward only pairs two swapped sections of like content in
// the order they stand. That shows: units would rather be paired with others,
// and those with them.

// preference says that source unit i and target unit j would rather have each
// other than what they have, by how much both together.
type preference struct {
	i, j int
	by   float32
}

const (
	preferBy     = 3   // what each side of a preference must gain at least
	swapGain     = 6   // what a swap must gain altogether
	swapSections = 6   // sections on one side that are permuted together at most
	mostSwaps    = 200 // preferences looked at; beyond it nothing can be made out
)

// preferences are the preferences against the beads, the strongest first.
func (m *model) preferences(beads []bead) []preference {
	s := m.searcher()
	defer s.release()
	ofS, ofT := make([]int, m.src.count()), make([]int, m.tgt.count())
	have := make([]float32, len(beads))
	for k, b := range beads {
		for i := b.s0; i < b.s1; i++ {
			ofS[i] = k
		}
		for j := b.t0; j < b.t1; j++ {
			ofT[j] = k
		}
		if b.whole() {
			have[k] = max(0, s.beadWorth(b.window))
		}
	}
	var out []preference
	for _, a := range s.candidates() {
		i, j := int(a.s), int(a.t)
		x, y := ofS[i], ofT[j]
		if x == y {
			continue
		}
		v := s.beadWorth(window{i, i + 1, j, j + 1})
		if v > have[x]+preferBy && v > have[y]+preferBy && (beads[x].whole() || beads[y].whole()) {
			out = append(out, preference{i, j, 2*v - have[x] - have[y]})
		}
	}
	slices.SortFunc(out, func(a, b preference) int {
		return cmp.Or(cmp.Compare(b.by, a.by), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	return out[:min(len(out), mostSwaps)]
}

// swapUnits pairs units that prefer each other over what they have, where that
// gains more than it loses.
func (m *model) swapUnits(beads []bead) []bead {
	s := m.searcher()
	defer s.release()
	for _, p := range m.preferences(beads) {
		k := slices.IndexFunc(beads, func(b bead) bool { return b.s0 <= p.i && p.i < b.s1 })
		l := slices.IndexFunc(beads, func(b bead) bool { return b.t0 <= p.j && p.j < b.t1 })
		if k < 0 || l < 0 || k == l {
			continue
		}
		x, y := beads[k], beads[l]
		if x.s1-x.s0 > 1 || x.t1-x.t0 > 1 || y.s1-y.s0 > 1 || y.t1-y.t0 > 1 {
			continue
		}
		better := []bead{{window: window{p.i, p.i + 1, p.j, p.j + 1}, sure: settledSure}}
		value := s.valueOf(better[0].window)
		if x.whole() && y.whole() {
			rest := bead{window: window{y.s0, y.s1, x.t0, x.t1}, sure: settledSure}
			if v := s.valueOf(rest.window); v > 2*m.null {
				better = append(better, rest)
				value += v
			} else {
				value += 2 * m.null
			}
		} else {
			value += m.null
		}
		if value > s.valueOf(x.window)+s.valueOf(y.window)+swapGain {
			beads = replace(beads, better)
		}
	}
	return beads
}

// uncross makes crosswise pairs of beads of two with two, where the units fit
// each other so: the search has no other way to write a swap.
func (m *model) uncross(beads []bead) []bead {
	s := m.searcher()
	defer s.release()
	var better []bead
	for _, b := range beads {
		if b.s1-b.s0 != 2 || b.t1-b.t0 != 2 {
			continue
		}
		x, y := window{b.s0, b.s0 + 1, b.t0 + 1, b.t1}, window{b.s0 + 1, b.s1, b.t0, b.t0 + 1}
		p, q := s.beadWorth(x), s.beadWorth(y)
		if p > 0 && q > 0 && p+q > s.beadWorth(b.window) {
			better = append(better, bead{window: x, sure: b.sure}, bead{window: y, sure: b.sure})
		}
	}
	return replace(beads, better)
}
