package term

import (
	"sort"

	"tvilling/internal/lang"
)

// choose orders the matches, makes one of those that differ only in how they were
// found, marks what lies inside something longer, and drops forbidden forms that do.
func choose(all []Match, skip func(start, end int) bool, lenient bool) []Match {
	kept := all[:0]
	for _, m := range all {
		if skip == nil || !skip(m.Start, m.End) {
			kept = append(kept, m)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool { return before(&kept[i], &kept[j]) })
	kept = unique(kept)
	mark(kept, lenient)
	out := kept[:0]
	for _, m := range kept {
		if m.Kind != Forbidden || !m.Nested {
			out = append(out, m)
		}
	}
	return out
}

// before orders by place, length, the better kind and the plainer rule.
func before(a, b *Match) bool {
	switch {
	case a.Start != b.Start:
		return a.Start < b.Start
	case a.End != b.End:
		return a.End > b.End
	case a.Kind != b.Kind:
		return a.Kind < b.Kind
	}
	return len(a.Rule) < len(b.Rule)
}

// unique keeps the first of the matches of one term at one place.
func unique(sorted []Match) []Match {
	type place struct {
		term       *Term
		start, end int
	}
	seen := map[place]bool{}
	out := sorted[:0]
	for _, m := range sorted {
		at := place{m.Term, m.Start, m.End}
		if !seen[at] {
			seen[at] = true
			out = append(out, m)
		}
	}
	return out
}

// mark sets Nested. Only matches that overlap are compared, and a term spans a
// bounded number of words, so the time is linear.
func mark(sorted []Match, lenient bool) {
	var open []int // indices of matches that may still overlap
	for i := range sorted {
		a := &sorted[i]
		live := open[:0]
		for _, j := range open {
			b := &sorted[j]
			if b.End <= a.Start {
				continue
			}
			live = append(live, j)
			switch {
			case inside(a, b):
				a.Nested = a.Nested || !b.forbidsOver(a)
			case inside(b, a):
				b.Nested = b.Nested || !a.forbidsOver(b)
			case !lenient && len(a.pieces) == 1 && len(b.pieces) == 1 && a.Start > b.Start && a.End > b.End:
				if a.covered() > b.covered() {
					b.Nested = true
				} else {
					a.Nested = true
				}
			}
		}
		open = append(live, i)
	}
}

// forbidsOver says that m is a forbidden form around a good one, which it does not hide.
func (m *Match) forbidsOver(inner *Match) bool { return m.Kind == Forbidden && inner.Kind != Forbidden }

func (m *Match) covered() int {
	n := 0
	for _, p := range m.pieces {
		n += p.End - p.Start
	}
	return n
}

// inside says that every piece of a lies in a piece of b, or in the words between
// two of them that touch, and b covers more.
func inside(a, b *Match) bool {
	if a.covered() >= b.covered() {
		return false
	}
	for _, p := range a.pieces {
		if !within(p, b.pieces) {
			return false
		}
	}
	return true
}

// within says that p lies in one of the pieces, or in a run of them with no more
// than a joint between.
func within(p lang.Range, pieces []lang.Range) bool {
	for i := 0; i < len(pieces); i++ {
		run := pieces[i]
		for i+1 < len(pieces) && pieces[i+1].Start-run.End <= maxJoint {
			i++
			run.End = pieces[i].End
		}
		if run.Start <= p.Start && p.End <= run.End {
			return true
		}
	}
	return false
}

// maxJoint is the longest gap between the words of one term, in bytes: a hard
// hyphen or space, a ® and a space.
const maxJoint = 4
