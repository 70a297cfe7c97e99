package align

import (
	"cmp"
	"slices"
)

// arrange puts beads in target order, those without target behind the bead that
// holds the source unit before them. Moved are those outside the heaviest chain
// that rises on both sides; weight is that of the source units.
func arrange(beads []bead, weight []float32) []found {
	var paired, lone, targets []bead
	width := 0
	for _, b := range beads {
		width = max(width, b.t1)
		switch {
		case b.whole():
			paired = append(paired, b)
		case b.t0 == b.t1:
			lone = append(lone, b)
		default:
			targets = append(targets, b)
		}
	}
	still := standing(paired, weight, width)
	targets = append(targets, paired...)
	slices.SortFunc(targets, func(a, b bead) int { return cmp.Compare(a.t0, b.t0) })
	behind := runsBehind(lone)
	out := make([]found, 0, len(beads))
	for _, l := range behind[-1] {
		out = append(out, found{l, false})
	}
	for _, b := range targets {
		out = append(out, found{b, b.whole() && !still[b.t0]})
		for i := b.s0; i < b.s1; i++ {
			for _, l := range behind[i] {
				out = append(out, found{l, false})
			}
		}
	}
	for k := 1; k < len(out); k++ { // empty sides say where in their text they stand
		before := out[k-1]
		if b := &out[k]; b.s0 == b.s1 {
			b.s0, b.s1 = before.s1, before.s1
		} else if b.t0 == b.t1 {
			b.t0, b.t1 = before.t1, before.t1
		}
	}
	return out
}

// runsBehind gathers lone source units that follow one another, by the source
// unit in front of them; -1 when there is none.
func runsBehind(lone []bead) map[int][]bead {
	slices.SortFunc(lone, func(a, b bead) int { return cmp.Compare(a.s0, b.s0) })
	behind := make(map[int][]bead)
	for len(lone) > 0 {
		n := 1
		for n < len(lone) && lone[n].s0 == lone[n-1].s1 {
			n++
		}
		behind[lone[0].s0-1] = lone[:n]
		lone = lone[n:]
	}
	return behind
}

// standing are the beads, by their first target unit, that did not move.
func standing(paired []bead, weight []float32, width int) map[int]bool {
	slices.SortFunc(paired, func(a, b bead) int { return cmp.Compare(a.s0, b.s0) })
	anchors := make([]anchor, len(paired))
	for k, b := range paired {
		anchors[k] = anchor{int32(b.s0), int32(b.t0), 1 + total(weight[b.s0:b.s1])}
	}
	out := make(map[int]bool, len(paired))
	for _, a := range heaviest(anchors, width) {
		out[int(a.t)] = true
	}
	return out
}
