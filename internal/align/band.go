package align

// A long text is not searched as a whole. Rare words that both sides share mark
// likely pairs; the heaviest chain of them that rises on both sides lays out a
// band, and only the band is searched.

const (
	smallGrid  = 1500 // cells that are searched whole
	wideGrid   = 3000 // cells between two anchors that are searched whole
	slack      = 4    // rows and columns that the band reaches beyond the anchors
	bandRadius = 24   // half width of the band where no anchor stands
)

// band is the nodes of a window that take part in its search, by row.
type band struct {
	window
	lo, hi []int32
}

// all is the band that leaves nothing out of w, good until the next call.
func (s *searcher) all(w window) band {
	n := w.s1 - w.s0 + 1
	b := &s.whole
	b.window, b.lo, b.hi = w, sized(b.lo, n), sized(b.hi, n)
	clear(b.lo)
	for i := range b.hi {
		b.hi[i] = int32(w.t1 - w.t0)
	}
	return *b
}

// bands cuts w at strong anchors into pieces and lays a band through each. They are
// good until the next call.
func (s *searcher) bands(w window) []band {
	n, width := w.s1-w.s0, w.t1-w.t0
	if n*width <= smallGrid {
		s.pieces = append(s.pieces[:0], s.all(w))
		return s.pieces
	}
	chain := s.anchors(w)
	var out []band
	from := window{w.s0, w.s1, w.t0, w.t1}
	piece := chain[:0:0]
	for k, a := range chain {
		i, j := w.s0+int(a.s), w.t0+int(a.t)
		if k > 0 && i-from.s0 >= pieceRows && firm(chain, k) {
			end := window{from.s0, i, from.t0, j}
			out = append(out, layBand(end, piece))
			from = window{i, w.s1, j, w.t1}
			piece = piece[:0]
		}
		piece = append(piece, anchor{int32(i - from.s0), int32(j - from.t0), a.worth})
	}
	return append(out, layBand(from, piece))
}

const (
	pieceRows = 200 // a piece has at least so many rows: enough work for a processor
	firmWorth = 10
)

// firm says that the search may be cut in front of anchor k: it and the one
// before it are strong and next to each other on both sides.
func firm(chain []anchor, k int) bool {
	a, b := chain[k-1], chain[k]
	return a.worth >= firmWorth && b.worth >= firmWorth && b.s == a.s+1 && b.t == a.t+1
}

// layBand covers the rectangles between one anchor of the chain and the next,
// and a little more. Where a rectangle is large, it covers its diagonal only.
func layBand(w window, chain []anchor) band {
	n, width := int32(w.s1-w.s0), int32(w.t1-w.t0)
	b := band{w, make([]int32, n+1), make([]int32, n+1)}
	for i := range b.lo {
		b.lo[i] = width
	}
	at := anchor{}
	for _, a := range append(chain, anchor{n, width, 0}) {
		b.cover(at.s, at.t, min(a.s+1, n), min(a.t+1, width))
		at = a
	}
	b.close()
	return b
}

// cover adds the rectangle of nodes [s0, s1] × [t0, t1] with slack around it.
func (b *band) cover(s0, t0, s1, t1 int32) {
	n, width := int32(len(b.lo)-1), int32(b.t1-b.t0)
	if int(s1-s0)*int(t1-t0) <= wideGrid {
		for i := max(0, s0-slack); i <= min(n, s1+slack); i++ {
			b.widen(i, max(0, t0-slack), min(width, t1+slack))
		}
		return
	}
	slope := float64(t1-t0) / float64(max(1, s1-s0))
	for i := max(0, s0-slack); i <= min(n, s1+slack); i++ {
		mid := t0 + int32(slope*float64(i-s0))
		half := int32(bandRadius + slope)
		b.widen(i, min(max(mid-half, 0), width), max(min(mid+half, width), 0))
	}
}

func (b *band) widen(i, lo, hi int32) {
	b.lo[i] = min(b.lo[i], lo)
	b.hi[i] = max(b.hi[i], hi)
}

// close makes the band connected and rising, from corner to corner.
func (b *band) close() {
	n := len(b.lo) - 1
	b.lo[0], b.hi[n] = 0, int32(b.t1-b.t0)
	for i := 1; i <= n; i++ {
		b.hi[i] = max(b.hi[i], b.hi[i-1])
		b.lo[i] = min(b.lo[i], b.hi[i-1])
	}
	for i := n - 1; i >= 0; i-- {
		b.lo[i] = min(b.lo[i], b.lo[i+1])
	}
}

// faint is how far below the logarithm of all ways together that of the ways through
// a node lies which no second search need come back to, however much is learned.
const faint = 30

// trodden is the band around all nodes that ways of any weight lead through. It is to
// be called after search; the band has memory of its own.
func (s *searcher) trodden() *band {
	n, width := s.rows(), int32(s.w.t1-s.w.t0)
	b := &band{s.w, make([]int32, n+1), make([]int32, n+1)}
	least := s.mass[s.node(n, int(width))] - faint
	for i := range b.lo {
		b.lo[i] = width
		for j := s.lo[i]; j <= s.hi[i]; j++ {
			if k := s.row[i] + j; s.mass[k]+s.ahead[k] >= least {
				b.widen(int32(i), j, j)
			}
		}
	}
	b.close()
	return b
}

// within is what b and near, two bands through one window, have in common, or b if
// that does not hang together.
func (b band) within(near *band) band {
	c := band{b.window, make([]int32, len(b.lo)), make([]int32, len(b.lo))}
	for i := range c.lo {
		c.lo[i], c.hi[i] = max(b.lo[i], near.lo[i]), min(b.hi[i], near.hi[i])
		if c.lo[i] > c.hi[i] || i > 0 && c.lo[i] > c.hi[i-1] {
			return b
		}
	}
	return c
}
