package align

import (
	"math/bits"
	"slices"
	"sync"
)

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
	row   []int32   // by row: the node in column 0, were it in the band
	best  []float32 // by node: the best way there
	mass  []float32 // by node: all ways there, summed, tempered
	ahead []float32 // by node: all ways from there on
	back  []uint8   // by node: 1 + the grouping that the best way took last
	steps []uint16  // by node: the groupings of the beads that begin there, as bits; and see pending
	value []float32 // by node and grouping: what the bead that ends there is worth, if it has two sides

	found  []bead   // see trace
	only   bool     // only the best way is wanted: nothing is summed
	in     arrival  // of the node at work
	before forecast // before the node at work
	out    ways     // from the node at work on

	cells  matches
	blind  [2][]float32 // by row and by column: see lengths.blind
	pile   pile
	whole  band   // see all
	pieces []band // see bands
	finder finder
}

// pending in a node's steps is the bead of one unit with one that begins there, as
// long as its value is but a bound from above.
const pending = 1 << 15

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
	s.model, s.cells.model, s.finder.model = nil, nil, nil
	searchers.Put(s)
}

// search finds the best beads of w along the band lo..hi of node offsets by row;
// both must start at 0, end at the window's width and never fall.
func (s *searcher) search(w window, lo, hi []int32, out []bead) []bead {
	s.begin(w, lo, hi)
	s.only = false
	s.forward()
	s.backward()
	return s.trace(out)
}

// score is what search's best beads are worth together.
func (s *searcher) score(w window, lo, hi []int32) float32 {
	s.begin(w, lo, hi)
	s.only = true
	s.forward()
	return s.end()
}

// end is what the best way to the end is worth.
func (s *searcher) end() float32 { return s.best[s.node(s.rows(), s.w.t1-s.w.t0)] }

func (s *searcher) begin(w window, lo, hi []int32) {
	s.look(w, lo, hi)
	s.layOut()
}

// look makes ready what beads of w along the band are worth.
func (s *searcher) look(w window, lo, hi []int32) {
	s.w, s.lo, s.hi = w, lo, hi
	s.cells.fill(s.model, w, lo, hi)
	s.blind[0] = s.length.blind(s.blind[0][:0], 0, s.src.length[w.s0:w.s1])
	s.blind[1] = s.length.blind(s.blind[1][:0], 1, s.tgt.length[w.t0:w.t1])
}

func (s *searcher) rows() int { return s.w.s1 - s.w.s0 }

func (s *searcher) layOut() {
	s.row = s.row[:0]
	nodes := int32(0)
	for i := range s.lo {
		s.row = append(s.row, nodes-s.lo[i])
		nodes += s.hi[i] - s.lo[i] + 1
	}
	n := int(nodes)
	s.best, s.mass, s.ahead = sized(s.best, n), sized(s.mass, n), sized(s.ahead, n)
	s.back, s.steps = sized(s.back, n), sized(s.steps, n)
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
	return int(s.row[i]) + j
}

func (s *searcher) forward() {
	for i := 0; i <= s.rows(); i++ {
		for j := int(s.lo[i]); j <= int(s.hi[i]); j++ {
			s.arrive(i, j)
		}
	}
}

// arrival is what is known of a node while the beads that end there are gone through.
type arrival struct {
	best float32
	back uint8
	ways ways
}

// arrive values every bead that ends at node (i, j) and keeps the best.
func (s *searcher) arrive(i, j int) {
	here := s.node(i, j)
	s.steps[here] = 0
	if i == 0 && j == 0 {
		s.best[here], s.mass[here], s.back[here] = 0, 0, 0
		return
	}
	s.in.best, s.in.back, s.in.ways.n = noWay, 0, 0
	up, left := s.node(i-1, j), s.node(i, j-1)
	if from := s.node(i-1, j-1); from >= 0 {
		s.arrivePair(i, j, from, up, left)
	}
	if up >= 0 {
		s.take(sourceAlone, up, s.null)
	}
	if left >= 0 {
		s.take(targetAlone, left, s.null)
	}
	if i > 0 && j > 0 && i+j > 2 && len(s.groups) > larger {
		s.arriveMore(i, j)
	}
	s.best[here], s.back[here] = s.in.best, s.in.back
	if !s.only {
		s.mass[here] = s.in.ways.sum()
	}
}

// take counts the bead of grouping g from a node on, worth v.
func (s *searcher) take(g, from int, v float32) {
	s.steps[from] |= 1 << g
	if total := s.best[from] + v; total > s.in.best+tie || v == s.null && total > s.in.best-tie {
		s.in.best, s.in.back = total, uint8(g+1)
	}
	if !s.only {
		s.in.ways.add(s.mass[from] + temper*v)
	}
}

// arrivePair values the bead of one unit with one that ends at node (i, j), as
// far as it may count beside those that leave one of the two alone.
func (s *searcher) arrivePair(i, j, from, up, left int) {
	v := &s.value[s.node(i, j)*len(s.groups)]
	*v = s.mostPairWorth(i-1, j-1)
	if s.beaten(*v, from, up, left) {
		s.steps[from] |= pending
		return
	}
	p := s.pair(i-1, j-1, s.groups[onePair].prior)
	if p.rest <= noWay {
		return
	}
	if *v = p.worth(s.cells.most(i-1, j-1)); s.beaten(*v, from, up, left) {
		s.steps[from] |= pending
		return
	}
	*v = p.worth(s.cells.gain(i-1, j-1))
	s.take(onePair, from, *v)
}

// beaten says that a bead from node from on which is worth v at most is neither the
// best here nor adds to the sum: to get here by node up or by node left is so much better.
func (s *searcher) beaten(v float32, from, up, left int) bool {
	total := noWay
	if up >= 0 {
		total = s.best[up] + s.null
	}
	if left >= 0 {
		total = max(total, s.best[left]+s.null)
	}
	if s.best[from]+v+tie >= total {
		return false
	}
	if s.only {
		return true
	}
	way := noWay
	if up >= 0 {
		way = s.mass[up] + temper*s.null
	}
	if left >= 0 {
		way = max(way, s.mass[left]+temper*s.null)
	}
	return s.mass[from]+temper*v <= way-negligible
}

// arriveMore values the beads of more than two units that end at node (i, j).
func (s *searcher) arriveMore(i, j int) {
	f := s.forecast(i, j)
	for g := larger; g < len(s.groups); g++ {
		group := &s.groups[g]
		from := s.node(i-group.ns, j-group.nt)
		if from < 0 {
			continue
		}
		enough := s.in.best - s.best[from] - hopeless
		if f.of(group, s.weight) < enough {
			continue // as most are
		}
		if v := s.worthOf(i-group.ns, j-group.nt, *group, enough); v > noWay {
			s.value[s.node(i, j)*len(s.groups)+g] = v
			s.take(g, from, v)
		}
	}
}

// negligible is how far below the greatest of some logarithms one lies that adds
// nothing to their sum.
const negligible = 12

// ways gathers logarithms to be summed.
type ways struct {
	list [12]float32
	n    int
	top  float32
}

func (w *ways) add(x float32) {
	if w.n == 0 || x > w.top {
		w.top = x
	}
	w.list[w.n] = x
	w.n++
}

// addFirst adds x before the others: sums depend on their order.
func (w *ways) addFirst(x float32) {
	w.add(x)
	copy(w.list[1:w.n], w.list[:w.n-1])
	w.list[0] = x
}

// sum is the logarithm of the sum of the ways' exponentials.
func (w *ways) sum() float32 {
	if w.n == 0 {
		return noWay
	}
	sum := float32(0)
	for _, x := range w.list[:w.n] {
		if x == w.top {
			sum++
		} else if x > w.top-negligible {
			sum += nearExp(x - w.top)
		}
	}
	if sum == 1 { // the greatest alone
		return w.top
	}
	return w.top + fastLog(sum)
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
