package align

import "sync"

// window is a part of the search: source units [s0, s1) and target units [t0, t1).
type window struct{ s0, s1, t0, t1 int }

// bead is one found group: source [s0, s1) and target [t0, t1), and how sure it is.
type bead struct {
	window
	sure  float32 // posterior probability under the model, flattened by temper
	worth float32 // of a bead with two sides, without the prior: what speaks for it
}

// temper flattens the model's probabilities: words of a unit depend on one
// another, so that their sum is far too sure of itself.
const temper = 0.5

const (
	noWay = float32(-1e9)
	// tie is a difference that may come from the order in which numbers were
	// added. Then a null bead wins, so that of two like units the first is paired,
	// and else what is first of the groupings, on both sides alike.
	tie = 1e-3
)

// searcher runs searches one after the other and keeps its memory between them.
// It is not safe for concurrent use.
type searcher struct {
	*model
	w     window
	lo    []int32 // by row i (0..n): the nodes lo[i]..hi[i] take part, as offsets from t0
	hi    []int32
	row   []int32   // row i's first node
	best  []float32 // by node: the best way there
	mass  []float32 // by node: all ways there, summed, tempered
	ahead []float32 // by node: all ways from there on
	back  []uint8   // by node: 1 + the grouping that the best way took last
	value []float32 // by node and grouping: what the bead that ends there is worth

	score float32 // what the last search's best way was worth

	cells matches
	post  postings
	pile  pile
}

// searchers keep the memory of searches that are done for those that begin.
var searchers = sync.Pool{New: func() any { return new(searcher) }}

// searcher is a searcher with the memory of an earlier one, to be released.
func (m *model) searcher() *searcher {
	s := searchers.Get().(*searcher)
	s.model = m
	return s
}

// release gives the memory of s away; s is not to be used again.
func (s *searcher) release() {
	s.model = nil
	searchers.Put(s)
}

// search finds the best beads of w along the band lo..hi of node offsets by row;
// both must start at 0, end at the window's width and never fall.
func (s *searcher) search(w window, lo, hi []int32, out []bead) []bead {
	s.w, s.lo, s.hi = w, lo, hi
	s.layOut()
	s.cells.fill(s.model, &s.post, w, lo, hi)
	s.forward()
	s.backward()
	return s.trace(out)
}

func (s *searcher) rows() int { return s.w.s1 - s.w.s0 }

func (s *searcher) layOut() {
	s.row = s.row[:0]
	nodes := int32(0)
	for i := range s.lo {
		s.row = append(s.row, nodes)
		nodes += s.hi[i] - s.lo[i] + 1
	}
	n := int(nodes)
	s.best, s.mass, s.ahead = sized(s.best, n), sized(s.mass, n), sized(s.ahead, n)
	s.back = sized(s.back, n)
	s.value = sized(s.value, n*len(s.groups))
}

func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// node is where row i and column j meet, or -1 outside the band.
func (s *searcher) node(i, j int) int {
	if i < 0 || j < int(s.lo[i]) || j > int(s.hi[i]) {
		return -1
	}
	return int(s.row[i]) + j - int(s.lo[i])
}

func (s *searcher) forward() {
	for i := 0; i <= s.rows(); i++ {
		for j := int(s.lo[i]); j <= int(s.hi[i]); j++ {
			s.arrive(i, j)
		}
	}
}

// arrive values every bead that ends at node (i, j) and keeps the best.
func (s *searcher) arrive(i, j int) {
	here := s.node(i, j)
	values := s.value[here*len(s.groups) : (here+1)*len(s.groups)]
	if i == 0 && j == 0 {
		s.best[here], s.mass[here], s.back[here] = 0, 0, 0
		for g := range values {
			values[g] = noWay
		}
		return
	}
	best, back, top := noWay, uint8(0), noWay
	var ways [12]float32
	for g, group := range s.groups {
		values[g], ways[g] = noWay, noWay
		from := -1
		if i >= group.ns && j >= group.nt {
			from = s.node(i-group.ns, j-group.nt)
		}
		if from < 0 || s.best[from] <= noWay {
			continue
		}
		v := s.worthOf(i-group.ns, j-group.nt, group, best-s.best[from]-hopeless)
		values[g] = v
		if v <= noWay {
			continue
		}
		if total := s.best[from] + v; total > best+tie || v == s.null && total > best-tie {
			best, back = total, uint8(g+1)
		}
		ways[g] = s.mass[from] + temper*v
		top = max(top, ways[g])
	}
	s.best[here], s.back[here] = best, back
	s.mass[here] = logSum(ways[:len(s.groups)], top)
}

// logSum is the logarithm of the sum of the ways' exponentials; top is the greatest.
func logSum(ways []float32, top float32) float32 {
	if top <= noWay {
		return noWay
	}
	sum := float32(0)
	for _, w := range ways {
		if w > top-12 {
			sum += fastExp(w - top)
		}
	}
	return top + fastLog(sum)
}

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
	var ways [12]float32
	top := noWay
	for g, group := range s.groups {
		ways[g] = noWay
		if i+group.ns > s.rows() {
			continue
		}
		to := s.node(i+group.ns, j+group.nt)
		if to < 0 || s.ahead[to] <= noWay {
			continue
		}
		if v := s.value[to*len(s.groups)+g]; v > noWay {
			ways[g] = s.ahead[to] + temper*v
			top = max(top, ways[g])
		}
	}
	return logSum(ways[:len(s.groups)], top)
}

// trace appends the beads of the best way, in order.
func (s *searcher) trace(out []bead) []bead {
	first := len(out)
	i, j := s.rows(), s.w.t1-s.w.t0
	all := s.mass[s.node(i, j)]
	s.score = s.best[s.node(i, j)]
	for i > 0 || j > 0 {
		here := s.node(i, j)
		g := s.back[here]
		if g == 0 {
			break // cannot be: every node has a way of null beads
		}
		group := s.groups[g-1]
		out = append(out, bead{
			window{s.w.s0 + i - group.ns, s.w.s0 + i, s.w.t0 + j - group.nt, s.w.t0 + j},
			min(1, s.posterior(i, j, int(g-1), all)), s.value[here*len(s.groups)+int(g-1)] - group.prior,
		})
		i, j = i-group.ns, j-group.nt
	}
	for a, b := first, len(out)-1; a < b; a, b = a+1, b-1 {
		out[a], out[b] = out[b], out[a]
	}
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
	from, here := s.node(i-s.groups[g].ns, j-s.groups[g].nt), s.node(i, j)
	if from < 0 || s.mass[from] <= noWay || s.ahead[here] <= noWay {
		return 0
	}
	return fastExp(s.mass[from] + temper*s.value[here*len(s.groups)+g] + s.ahead[here] - all)
}
