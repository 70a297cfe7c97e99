package term

import (
	"sort"

	"tvilling/internal/lang"
)

// choose orders the matches, makes one of those that differ only in how they were
// found, marks what lies inside something longer, and drops forbidden forms that do.
func choose(all []Match, skip func(start, end int) bool, lenient bool) []Match {
	if len(all) == 0 {
		return nil
	}
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

// before orders by place, length, words as written before bent ones, the better
// kind, and the plainer rule.
func before(a, b *Match) bool {
	switch {
	case a.Start != b.Start:
		return a.Start < b.Start
	case a.End != b.End:
		return a.End > b.End
	case (a.Rule == "same") != (b.Rule == "same"):
		return a.Rule == "same" // a forbidden amino-syra is not the agreed aminosyra
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
			case !lenient && len(runs(a.pieces)) == 1 && len(runs(b.pieces)) == 1 && a.Start > b.Start && a.End > b.End:
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

// covered counts the bytes of the match, joints between its words included.
func (m *Match) covered() int {
	n := 0
	for _, r := range runs(m.pieces) {
		n += r.End - r.Start
	}
	return n
}

// runs makes one of pieces with no more than a joint between them.
func runs(pieces []lang.Range) []lang.Range {
	out := make([]lang.Range, 0, len(pieces))
	for _, p := range pieces {
		if n := len(out); n > 0 && p.Start-out[n-1].End <= maxJoint {
			out[n-1].End = p.End
			continue
		}
		out = append(out, p)
	}
	return out
}

// inside says that every piece of a lies in a run of b's, and b covers more.
func inside(a, b *Match) bool {
	if a.covered() >= b.covered() {
		return false
	}
	around := runs(b.pieces)
	for _, p := range a.pieces {
		if !within(p, around) {
			return false
		}
	}
	return true
}

func within(p lang.Range, runs []lang.Range) bool {
	for _, r := range runs {
		if r.Start <= p.Start && p.End <= r.End {
			return true
		}
	}
	return false
}

// maxJoint is the longest gap between the words of one term, in bytes: a hard
// hyphen or space, a ® and a space.
const maxJoint = 4
