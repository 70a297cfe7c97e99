package align

import "slices"

// anchor is a likely pair of units.
type anchor struct {
	s, t  int32
	worth float32
}

const (
	rareDF     = 12  // a token whose renderings stand in more units than this marks no place
	anchorLow  = 4   // worth of the shared rare words that makes an anchor
	nearRadius = 200 // how far from a gap's diagonal anchors are looked for
)

// anchors finds likely pairs: first by words that are rare in the whole of w,
// then, where those leave wide gaps, by words that are rare near the diagonal of
// the gap. Either time it keeps the heaviest chain of each source unit's best
// target units.
func (s *searcher) anchors(w window) []anchor {
	f := s.seek(w)
	n, width := int32(w.s1-w.s0), int32(w.t1-w.t0)
	var wide []anchor
	if w == s.everything() {
		wide = heaviest(s.candidates(), w.t1)
	} else {
		wide = f.chain(rect{0, n, 0, width}, width)
	}
	var out []anchor
	i, j := int32(0), int32(0)
	for _, a := range append(wide, anchor{n, width, 0}) {
		if gap := (rect{i, a.s, j, a.t}); gap.cells() > wideGrid {
			out = append(out, f.chain(gap, nearRadius)...)
		}
		if a.s < n {
			out = append(out, a)
		}
		i, j = a.s+1, a.t+1
	}
	return out
}

// everything is all units of both sides.
func (m *model) everything() window { return window{0, m.src.count(), 0, m.tgt.count()} }

// candidates are for every source unit the target units that share most rare words with it.
func (s *searcher) candidates() []anchor {
	if s.likelyOf != s.table {
		w := s.everything()
		n, width := int32(w.s1), int32(w.t1)
		s.likely, s.likelyOf = s.seek(w).likely(rect{0, n, 0, width}, width), s.table
	}
	return s.likely
}

// rect is a part of a window: rows [s0, s1) and columns [t0, t1).
type rect struct{ s0, s1, t0, t1 int32 }

func (r rect) cells() int { return int(r.s1-r.s0) * int(r.t1-r.t0) }

// column is where row i would be if everything were spread evenly.
func (r rect) column(i int32) int32 {
	return r.t0 + int32(int64(i-r.s0)*int64(r.t1-r.t0)/int64(max(1, r.s1-r.s0)))
}

// finder finds anchors; it holds what one row needs.
type finder struct {
	*model
	w       window
	post    postings
	worth   []float32 // by column: what is shared with the row at work
	touched []int32   // the columns whose worth is not zero
}

// seek is the searcher's finder, for w.
func (s *searcher) seek(w window) *finder {
	f := &s.finder
	f.model, f.w = s.model, w
	f.post.fill(s.tgt, w.t0, w.t1)
	f.worth = sized(f.worth, w.t1-w.t0)
	clear(f.worth)
	return f
}

// chain is the heaviest chain of anchors in r, looking no further than radius
// columns from its diagonal.
func (f *finder) chain(r rect, radius int32) []anchor {
	return heaviest(f.likely(r, radius), int(f.w.t1-f.w.t0))
}

// likely finds the anchors of r's rows, each for itself.
func (f *finder) likely(r rect, radius int32) []anchor {
	var out []anchor
	for i := r.s0; i < r.s1; i++ {
		f.touched = f.touched[:0]
		mid := r.column(i)
		from, to := max(r.t0, mid-radius), min(r.t1, mid+radius+1)
		for _, word := range f.src.unit(f.w.s0 + int(i)) {
			f.rare(word, from, to)
		}
		out = bestFew(out, i, f.worth, f.touched)
		for _, j := range f.touched {
			f.worth[j] = 0
		}
	}
	return out
}

// rare adds what word shares with the columns [from, to), if that is but a few.
func (f *finder) rare(word, from, to int32) {
	links := f.of(word)
	total := 0
	for _, l := range links {
		if total += len(f.post.between(l.to, from, to)); total > rareDF {
			return
		}
	}
	if total == 0 {
		return
	}
	g := f.weight * fastLog(1+f.worthS[word].odds)
	if to-from < int32(len(f.worth)) {
		g = f.weight * fastLog(1+float32(to-from)/float32(4*total))
	}
	for _, l := range links {
		for _, p := range f.post.between(l.to, from, to) {
			if f.worth[p.unit] == 0 {
				f.touched = append(f.touched, p.unit)
			}
			f.worth[p.unit] += g * l.t
		}
	}
}

// bestFew adds the target units that share most with source unit i: at most
// three, none much worse than the best.
func bestFew(out []anchor, i int32, worth []float32, touched []int32) []anchor {
	var best [3]anchor
	n := 0
	for _, j := range touched {
		a := anchor{i, j, worth[j]}
		if a.worth < anchorLow {
			continue
		}
		k := n
		for k > 0 && a.before(best[k-1]) {
			k--
		}
		if k < len(best) {
			n = min(n+1, len(best))
			copy(best[k+1:n], best[k:])
			best[k] = a
		}
	}
	for _, a := range best[:n] {
		if a.worth > best[0].worth*0.6 {
			out = append(out, a)
		}
	}
	return out
}

// before says that a is the better of two anchors of one source unit.
func (a anchor) before(b anchor) bool { return a.worth > b.worth || a.worth == b.worth && a.t < b.t }

// heaviest is the chain of anchors, rising strictly on both sides, with the
// greatest summed worth. The anchors come by source unit.
func heaviest(all []anchor, width int) []anchor {
	tree := make([]int32, width+1) // by target unit, prefix maxima: 1 + the anchor that ends the heaviest chain
	sum := make([]float32, len(all))
	prev := make([]int32, len(all))
	for a := 0; a < len(all); {
		b := a
		for b < len(all) && all[b].s == all[a].s {
			sum[b], prev[b] = all[b].worth, -1
			for k := all[b].t; k > 0; k -= k & -k {
				if p := tree[k]; p > 0 && sum[p-1]+all[b].worth > sum[b] {
					sum[b], prev[b] = sum[p-1]+all[b].worth, p-1
				}
			}
			b++
		}
		for ; a < b; a++ {
			for k := all[a].t + 1; int(k) <= width; k += k & -k {
				if p := tree[k]; p == 0 || sum[a] > sum[p-1] {
					tree[k] = int32(a + 1)
				}
			}
		}
	}
	last := int32(-1)
	for a := range all {
		if last < 0 || sum[a] > sum[last] {
			last = int32(a)
		}
	}
	var chain []anchor
	for ; last >= 0; last = prev[last] {
		chain = append(chain, all[last])
	}
	slices.Reverse(chain)
	return chain
}
