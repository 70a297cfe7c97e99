package align

import (
	"cmp"
	"slices"
)

// crossing says which section each unit of either side lies in; units of one
// section follow one another.
type crossing struct{ s, t []int }

// sectionSpan is the units [from, to) of section k.
func sectionSpan(of []int, k int) (from, to int) {
	from, _ = slices.BinarySearch(of, k)
	to, _ = slices.BinarySearch(of, k+1)
	return from, to
}

// swapSections permutes sections whose units prefer one another crosswise, where
// that makes the whole better.
func (m *model) swapSections(beads []bead, c crossing) []bead {
	for _, k := range m.knots(beads, c) {
		if len(k.s) < 2 && len(k.t) < 2 || len(k.s) > swapSections || len(k.t) > swapSections {
			continue
		}
		beads = m.untie(beads, c, k)
	}
	return beads
}

// knot is a set of source and target sections between which preferences cross.
type knot struct{ s, t []int }

// knots joins sections that preferences tie to one another, those of the present
// partners with them.
func (m *model) knots(beads []bead, c crossing) []knot {
	preferences := m.preferences(beads)
	if len(preferences) == 0 {
		return nil
	}
	partnerS, partnerT := partners(beads)
	sources, targets := sectionCount(c.s), sectionCount(c.t)
	g := groups{parent: ascending(0, sources+targets)}
	tied := make(map[int]bool)
	tie := func(x, y int) {
		g.join(x, sources+y)
		tied[x], tied[sources+y] = true, true
	}
	for _, p := range preferences {
		tie(c.s[p.i], c.t[p.j])
		if j, ok := partnerS[p.i]; ok {
			tie(c.s[p.i], c.t[j])
		}
		if i, ok := partnerT[p.j]; ok {
			tie(c.s[i], c.t[p.j])
		}
	}
	at := make(map[int]int)
	var out []knot
	for x := range g.parent {
		if !tied[x] {
			continue
		}
		root := g.of(x)
		if _, ok := at[root]; !ok {
			at[root] = len(out)
			out = append(out, knot{})
		}
		k := &out[at[root]]
		if x < sources {
			k.s = append(k.s, x)
		} else {
			k.t = append(k.t, x-sources)
		}
	}
	return out
}

// sectionCount is one more than the last unit's section.
func sectionCount(of []int) int {
	if len(of) == 0 {
		return 0
	}
	return of[len(of)-1] + 1
}

// partners are, by unit, the first unit of the other side in its bead.
func partners(beads []bead) (s, t map[int]int) {
	s, t = make(map[int]int), make(map[int]int)
	for _, b := range beads {
		if !b.whole() {
			continue
		}
		for i := b.s0; i < b.s1; i++ {
			s[i] = b.t0
		}
		for j := b.t0; j < b.t1; j++ {
			t[j] = b.s0
		}
	}
	return s, t
}

// untie pairs the sections of a knot as is best, each with one at most, and keeps
// that if it betters the beads.
func (m *model) untie(beads []bead, c crossing, k knot) []bead {
	s := m.searcher()
	defer s.release()
	inS, inT := unitsOf(c.s, k.s), unitsOf(c.t, k.t)
	old := float32(0)
	for _, b := range beads {
		if b.touches(inS, inT) {
			old += s.valueOf(b.window)
		}
	}
	value := m.null * float32(len(inS)+len(inT))
	var better []bead
	takenS, takenT := make(map[int]bool), make(map[int]bool)
	for _, p := range s.sectionPairs(c, k) {
		if takenS[p.x] || takenT[p.y] || p.gain <= 0 {
			continue
		}
		takenS[p.x], takenT[p.y] = true, true
		value += p.gain
		better = append(better, p.beads...)
	}
	if value < old+swapGain {
		return beads
	}
	return replace(dissolve(beads, inS, inT), better)
}

// unitsOf is the set of units that lie in the sections.
func unitsOf(of, sections []int) map[int]bool {
	out := make(map[int]bool)
	for _, x := range sections {
		from, to := sectionSpan(of, x)
		for i := from; i < to; i++ {
			out[i] = true
		}
	}
	return out
}

// dissolve breaks the beads that touch any of the units into single ones.
func dissolve(beads []bead, s, t map[int]bool) []bead {
	var out []bead
	for _, b := range beads {
		if b.touches(s, t) {
			out = b.singles(out, nil, nil)
		} else {
			out = append(out, b)
		}
	}
	return out
}

// valueOf is what a bead of the alignment counts: its worth with the prior.
func (s *searcher) valueOf(w window) float32 {
	if !w.whole() {
		return s.null * float32(w.s1-w.s0+w.t1-w.t0)
	}
	for _, g := range s.groups {
		if g.ns == w.s1-w.s0 && g.nt == w.t1-w.t0 {
			return g.prior + s.beadWorth(w)
		}
	}
	return s.null * float32(w.s1-w.s0+w.t1-w.t0)
}

// sectionPair is what pairing section x with y gains over leaving both out.
type sectionPair struct {
	x, y  int
	gain  float32
	beads []bead
}

// sectionPairs aligns every section of the knot with every other, best pairs first.
func (s *searcher) sectionPairs(c crossing, k knot) []sectionPair {
	var out []sectionPair
	for _, x := range k.s {
		for _, y := range k.t {
			s0, s1 := sectionSpan(c.s, x)
			t0, t1 := sectionSpan(c.t, y)
			p := sectionPair{x: x, y: y, gain: -s.null * float32(s1-s0+t1-t0)}
			for _, band := range s.bands(window{s0, s1, t0, t1}) {
				for _, b := range s.search(band.window, band.lo, band.hi, nil) {
					if b.whole() {
						p.beads = append(p.beads, b)
					}
				}
				p.gain += s.end()
			}
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b sectionPair) int {
		return cmp.Or(cmp.Compare(b.gain, a.gain), cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y))
	})
	return out
}
