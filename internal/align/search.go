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
	row   []int32   // by row: the node in column 0, were it in the band
	best  []float32 // by node: the best way there
	mass  []float32 // by node: all ways there, summed, tempered
	ahead []float32 // by node: all ways from there on
	back  []uint8   // by node: 1 + the grouping that the best way took last
	steps []uint16  // by node: the groupings of the beads that begin there, as bits; and see pending
	value []float32 // by node and grouping: what the bead that ends there is worth, if it has two sides

	found    []bead   // see trace
	bestOnly bool     // nothing is summed
	in       arrival  // of the node at work
	before   forecast // before the node at work
	out      ways     // from the node at work on

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
	s.bestOnly = false
	s.forward()
	s.backward()
	return s.trace(out)
}

// score is what search's best beads are worth together.
func (s *searcher) score(w window, lo, hi []int32) float32 {
	s.begin(w, lo, hi)
	s.bestOnly = true
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
