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
	s := &searcher{model: m}
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
	for _, a := range m.candidates() {
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

// candidates are for every source unit the target units that share most rare words with it.
func (m *model) candidates() []anchor {
	width := int32(m.tgt.count())
	f := &finder{model: m, w: window{0, m.src.count(), 0, m.tgt.count()}, worth: make([]float32, width)}
	f.post.fill(m.tgt, 0, m.tgt.count())
	return f.likely(rect{0, int32(m.src.count()), 0, width}, width)
}

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

func (m *model) knots(beads []bead, c crossing) []knot {
	partnerS, partnerT := partners(beads)
	sources := 0
	if len(c.s) > 0 {
		sources = c.s[len(c.s)-1] + 1
	}
	targets := 0
	if len(c.t) > 0 {
		targets = c.t[len(c.t)-1] + 1
	}
	g := groups{parent: ascending(0, sources+targets)}
	tied := make(map[int]bool)
	for _, p := range m.preferences(beads) {
		x, y := c.s[p.i], sources+c.t[p.j]
		g.join(x, y)
		tied[x], tied[y] = true, true
		if j, ok := partnerS[p.i]; ok {
			g.join(x, sources+c.t[j])
			tied[sources+c.t[j]] = true
		}
		if i, ok := partnerT[p.j]; ok {
			g.join(y, c.s[i])
			tied[c.s[i]] = true
		}
	}
	at := make(map[int]int)
	var out []knot
	for x := range g.parent {
		if !tied[x] {
			continue
		}
		root := g.of(x)
		k, ok := at[root]
		if !ok {
			k = len(out)
			at[root] = k
			out = append(out, knot{})
		}
		if x < sources {
			out[k].s = append(out[k].s, x)
		} else {
			out[k].t = append(out[k].t, x-sources)
		}
	}
	return out
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
	s := &searcher{model: m}
	inS, inT := make(map[int]bool), make(map[int]bool)
	for _, x := range k.s {
		from, to := sectionSpan(c.s, x)
		for i := from; i < to; i++ {
			inS[i] = true
		}
	}
	for _, y := range k.t {
		from, to := sectionSpan(c.t, y)
		for j := from; j < to; j++ {
			inT[j] = true
		}
	}
	old := float32(0)
	for _, b := range beads {
		if b.touches(inS, inT) {
			old += s.valueOf(b.window)
		}
	}
	pairs := s.sectionPairs(c, k)
	value := m.null * float32(len(inS)+len(inT))
	var better []bead
	taken := [2]map[int]bool{{}, {}}
	for _, p := range pairs {
		if taken[0][p.x] || taken[1][p.y] || p.gain <= 0 {
			continue
		}
		taken[0][p.x], taken[1][p.y] = true, true
		value += p.gain
		better = append(better, p.beads...)
	}
	if value < old+swapGain {
		return beads
	}
	dissolved := dissolve(beads, inS, inT)
	return replace(dissolved, better)
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
				p.gain += s.score
			}
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b sectionPair) int {
		return cmp.Or(cmp.Compare(b.gain, a.gain), cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y))
	})
	return out
}

// swapUnits pairs units that prefer each other over what they have, where that
// gains more than it loses.
func (m *model) swapUnits(beads []bead) []bead {
	s := &searcher{model: m}
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
	s := &searcher{model: m}
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
