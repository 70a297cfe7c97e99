package align

import (
	"cmp"
	"slices"
)

// arrange puts beads in target order, those without target behind the bead that
// holds the source unit before them. Moved are those outside the heaviest chain
// that rises on both sides; weight is that of the source units.
func arrange(beads []bead, weight []float32) []found {
	lone, targets := make([]bead, 0, len(beads)), make([]bead, 0, len(beads))
	width := 0
	for _, b := range beads {
		width = max(width, b.t1)
		if b.t0 == b.t1 {
			lone = append(lone, b)
		} else {
			targets = append(targets, b)
		}
	}
	still := standing(targets, weight, width)
	slices.SortFunc(targets, func(a, b bead) int { return cmp.Compare(a.t0, b.t0) })
	slices.SortFunc(lone, func(a, b bead) int { return cmp.Compare(a.s0, b.s0) })
	out := make([]found, 0, len(beads))
	behind := func(i int) {
		for _, l := range runBehind(lone, i) {
			out = append(out, found{l, false})
		}
	}
	behind(-1)
	for _, b := range targets {
		out = append(out, found{b, b.whole() && !still[b.t0]})
		for i := b.s0; i < b.s1; i++ {
			behind(i)
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

// runBehind is the lone source units, in order, that follow one another behind
// source unit i, or for -1 at the front.
func runBehind(lone []bead, i int) []bead {
	from, _ := slices.BinarySearchFunc(lone, i+1, func(b bead, at int) int { return cmp.Compare(b.s0, at) })
	to := from
	for at := i + 1; to < len(lone) && lone[to].s0 == at; to++ {
		at = lone[to].s1
	}
	return lone[from:to]
}

// standing says by target unit whether the bead of two sides that begins there did
// not move.
func standing(beads []bead, weight []float32, width int) []bool {
	anchors := make([]anchor, 0, len(beads))
	for _, b := range beads {
		if b.whole() {
			anchors = append(anchors, anchor{int32(b.s0), int32(b.t0), 1 + total(weight[b.s0:b.s1])})
		}
	}
	slices.SortFunc(anchors, func(a, b anchor) int { return cmp.Compare(a.s, b.s) })
	out := make([]bool, width)
	for _, a := range heaviest(anchors, width) {
		out[a.t] = true
	}
	return out
}
