package align

import (
	"math/bits"
	"slices"
)

func (s *searcher) backward() {
	n := s.rows()
	for i := n; i >= 0; i-- {
		for j := int(s.hi[i]); j >= int(s.lo[i]); j-- {
			if i == n && j == s.w.t1-s.w.t0 {
				s.ahead[s.node(i, j)] = 0
				continue
			}
			s.ahead[s.node(i, j)] = s.leave(i, j)
		}
	}
}

func (s *searcher) leave(i, j int) float32 {
	out := &s.out
	out.n = 0
	for left := s.steps[s.node(i, j)] &^ pending; left != 0; left &= left - 1 {
		g := bits.TrailingZeros16(left)
		group := &s.groups[g]
		to := s.node(i+group.ns, j+group.nt)
		out.add(s.ahead[to] + temper*s.worthTo(to, g))
	}
	if s.steps[s.node(i, j)]&pending != 0 {
		s.leavePending(i, j)
	}
	return out.sum()
}

// worthTo is what the bead of grouping g that ends at node to is worth.
func (s *searcher) worthTo(to, g int) float32 {
	if g == sourceAlone || g == targetAlone {
		return s.null
	}
	return s.value[to*len(s.groups)+g]
}

// leavePending works out the bead of one unit with one from node (i, j) on if it
// may add something to those that leave one of the two alone.
func (s *searcher) leavePending(i, j int) {
	to := s.node(i+1, j+1)
	v := &s.value[to*len(s.groups)]
	if s.out.n > 0 && s.ahead[to]+temper**v <= s.out.top-negligible {
		return
	}
	if p := s.pair(i, j, s.groups[onePair].prior); p.rest > noWay {
		*v = p.worth(s.cells.gain(i, j))
		s.out.addFirst(s.ahead[to] + temper**v)
	}
}

// trace appends the beads of the best way, in order.
func (s *searcher) trace(out []bead) []bead {
	back := s.found[:0]
	i, j := s.rows(), s.w.t1-s.w.t0
	all := s.mass[s.node(i, j)]
	for i > 0 || j > 0 {
		here := s.node(i, j)
		g := s.back[here]
		if g == 0 {
			break // cannot be: every node has a way of null beads
		}
		group := s.groups[g-1]
		back = append(back, bead{
			window{s.w.s0 + i - group.ns, s.w.s0 + i, s.w.t0 + j - group.nt, s.w.t0 + j},
			min(1, s.posterior(i, j, int(g-1), all)), s.worthTo(here, int(g-1)) - group.prior,
		})
		i, j = i-group.ns, j-group.nt
	}
	s.found = back
	first := len(out)
	out = append(out, back...)
	slices.Reverse(out[first:])
	return out
}

// posterior is the share that the bead of grouping g which ends at node (i, j)
// has in all ways. For a null bead it is that of its unit having no counterpart,
// wherever the other text then stands.
func (s *searcher) posterior(i, j, g int, all float32) float32 {
	switch group := s.groups[g]; {
	case group.nt == 0:
		sum := float32(0)
		for k := int(s.lo[i]); k <= int(s.hi[i]); k++ {
			sum += s.share(i, k, g, all)
		}
		return sum
	case group.ns == 0:
		sum := s.share(i, j, g, all)
		for k := i - 1; k >= 0 && s.node(k, j) >= 0; k-- {
			sum += s.share(k, j, g, all)
		}
		for k := i + 1; k <= s.rows() && s.node(k, j) >= 0; k++ {
			sum += s.share(k, j, g, all)
		}
		return sum
	}
	return s.share(i, j, g, all)
}

func (s *searcher) share(i, j, g int, all float32) float32 {
	group := &s.groups[g]
	from, here := s.node(i-group.ns, j-group.nt), s.node(i, j)
	if from < 0 || s.mass[from] <= noWay || s.ahead[here] <= noWay {
		return 0
	}
	return fastExp(s.mass[from] + temper*s.worthTo(here, g) + s.ahead[here] - all)
}
