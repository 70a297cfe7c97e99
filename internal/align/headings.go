package align

import "tvilling/internal/doc"

// A heading is short and says little; the text under it says to which heading of
// the other side it belongs.

// headings finds, by section, its heading's unit and the section of the other
// side that most of its other units are paired with.
type headings struct {
	m        *model
	unit     [2]map[int]int // section → unit of its heading
	partner  [2]map[int]int // section → section of the other side
	byS, byT []int          // by unit: index of its bead
}

func newHeadings(m *model, s, t *article, c crossing, beads []bead) *headings {
	h := &headings{m: m, byS: make([]int, len(s.units)), byT: make([]int, len(t.units))}
	h.unit = [2]map[int]int{s.headingUnits(c.s), t.headingUnits(c.t)}
	var votes [2]map[[2]int]int
	votes[0], votes[1] = make(map[[2]int]int), make(map[[2]int]int)
	for k, b := range beads {
		for i := b.s0; i < b.s1; i++ {
			h.byS[i] = k
		}
		for j := b.t0; j < b.t1; j++ {
			h.byT[j] = k
		}
		if b.whole() && (s.units[b.s0][0].Kind != doc.Heading || t.units[b.t0][0].Kind != doc.Heading) {
			votes[0][[2]int{c.s[b.s0], c.t[b.t0]}]++
			votes[1][[2]int{c.t[b.t0], c.s[b.s0]}]++
		}
	}
	h.partner = [2]map[int]int{winners(votes[0]), winners(votes[1])}
	return h
}

func (a *article) headingUnits(section []int) map[int]int {
	out := make(map[int]int)
	for i, u := range a.units {
		if u[0].Kind == doc.Heading {
			out[section[i]] = i
		}
	}
	return out
}

// winners are, by section, the other with the most votes; the first of equals.
func winners(votes map[[2]int]int) map[int]int {
	out := make(map[int]int)
	for k, n := range votes {
		if w, ok := out[k[0]]; !ok || n > votes[[2]int{k[0], w}] || n == votes[[2]int{k[0], w}] && k[1] < w {
			out[k[0]] = k[1]
		}
	}
	return out
}

// headingSway is how much worse a heading's own words may fit where its text is
// than where it was put.
const headingSway = 6

// withText pairs headings over texts that belong together, where the words of
// the headings do not speak loudly against it.
func (h *headings) withText(beads []bead) []bead {
	s := h.m.searcher()
	defer s.release()
	var better []bead
	for y := 0; y <= len(h.byT); y++ {
		x, ok := h.partner[1][y]
		if !ok || h.partner[0][x] != y {
			continue
		}
		i, ok1 := h.unit[0][x]
		j, ok2 := h.unit[1][y]
		if !ok1 || !ok2 || h.byS[i] == h.byT[j] {
			continue
		}
		a, b := beads[h.byS[i]], beads[h.byT[j]]
		if a.s1-a.s0 > 1 || a.t1-a.t0 > 1 || b.s1-b.s0 > 1 || b.t1-b.t0 > 1 {
			continue
		}
		w := window{i, i + 1, j, j + 1}
		if s.beadWorth(w) > s.fitOf(a)+s.fitOf(b)-headingSway {
			better = append(better, bead{window: w, sure: settledSure})
		}
	}
	return replace(beads, better)
}

// fitOf is what a pair is worth, if anything.
func (s *searcher) fitOf(b bead) float32 {
	if !b.whole() {
		return 0
	}
	return max(0, s.beadWorth(b.window))
}

// backHeadings makes heading beads as sure as the beads of the text under them,
// where those agree: all paired between the two sections, or all without counterpart.
func (a *Alignment) backHeadings() {
	for k := range a.Blocks {
		b := &a.Blocks[k]
		switch {
		case len(b.Source)+len(b.Target) == 0 || len(b.Source) > 1 || len(b.Target) > 1:
		case b.Missing() && b.Source[0].Kind == doc.Heading:
			b.Confidence = max(b.Confidence, a.agreement(b.Source[0].Section, nil))
		case b.Extra() && b.Target[0].Kind == doc.Heading:
			b.Confidence = max(b.Confidence, a.agreement(b.Target[0].Section, nil))
		case !b.Missing() && !b.Extra() && b.Source[0].Kind == doc.Heading && b.Target[0].Kind == doc.Heading:
			b.Confidence = max(b.Confidence, a.agreement(b.Source[0].Section, b.Target[0].Section))
		}
	}
}

// agreement is the mean confidence of the beads of s's text, if all of them reach
// into section t, or for no t, have no counterpart; else 0.
func (a *Alignment) agreement(s, t *doc.Section) float64 {
	sum := 0.0
	for _, x := range s.Blocks {
		b, _ := a.Bead(x)
		other := b.Source
		if len(b.Source) > 0 && b.Source[0].Section == s {
			other = b.Target
		}
		if len(other) == 0 != (t == nil) || len(other) > 0 && other[0].Section != t {
			return 0
		}
		sum += b.Confidence
	}
	return sum / float64(max(1, len(s.Blocks)))
}
