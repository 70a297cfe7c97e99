package align

import "math/bits"

// pile gathers, for the units of one bead, the best match of every token.
type pile struct{ s, t heaps }

// heaps are what was found for the tokens of one side of a bead.
type heaps struct {
	list []heap
	met  []uint64 // by token, as bits: something was found for it; else its heap is nothing
}

// heap is what was found for one token of a bead: how strong its best match is, what that adds,
// which token of the other side that is, and which unit of the other side holds it.
type heap struct {
	t, gain     float32
	with, owner int32
}

func (h *heaps) reset(tokens int32) {
	h.list, h.met = sized(h.list, int(tokens)), sized(h.met, int(tokens+63)/64)
	clear(h.met)
}

// put keeps x for token k if it is the strongest so far.
func (h *heaps) put(k int32, x heap) {
	if bit := uint64(1) << (k % 64); h.met[k/64]&bit == 0 {
		h.met[k/64] |= bit
		h.list[k] = x
	} else if x.t > h.list[k].t {
		h.list[k] = x
	}
}

// next is the first token from k on that something was found for, or end.
func (h *heaps) next(k, end int32) int32 {
	for k < end {
		if left := h.met[k/64] >> (k % 64); left != 0 {
			return min(end, k+int32(bits.TrailingZeros64(left)))
		}
		k = k/64*64 + 64
	}
	return end
}

// sharedGain is the gain of a bead of more than two units: a token of the
// shorter side counts once, for the unit that matches it best.
func (s *searcher) sharedGain(i, j int, group grouping) float32 {
	s0, t0 := s.w.s0+i, s.w.t0+j
	baseS, baseT := s.src.start[s0], s.tgt.start[t0]
	p := &s.pile
	p.s.reset(s.src.start[s0+group.ns] - baseS)
	p.t.reset(s.tgt.start[t0+group.nt] - baseT)
	list, gains := s.cells.list, s.cells.gains
	for a := range group.ns {
		for b := range group.nt {
			c := s.cells.known(i+a, j+b)
			if c == nil {
				continue
			}
			atS, atT := s.src.start[s0+a]-baseS, s.tgt.start[t0+b]-baseT
			for k := c.first; k != 0; k = list[k].next {
				x, g := &list[k], &gains[k]
				p.s.put(atS+x.a, heap{x.t, g.s, atT + x.b, int32(b)})
				p.t.put(atT+x.b, heap{x.t, g.t, atS + x.a, int32(a)})
			}
		}
	}
	return s.src.gain(s.worthS, s0, group.ns, &p.s, &p.t, s.tgt, t0, group.nt) + s.tgt.gain(s.worthT, t0, group.nt, &p.t, &p.s, s.src, s0, group.ns)
}

// gain sums what the tokens of n units from first on gain by their matches,
// mine; others are those of the m units of the other side.
func (s *side) gain(ws []worth, first, n int, mine, others *heaps, other *side, from, m int) float32 {
	sum, spread := float32(0), 1/other.stretch(from, from+m)
	words, times := s.tokens[s.start[first]:], other.times[other.start[from]:]
	for u := range n {
		own := float32(0)
		begin, end := s.start[first+u]-s.start[first], s.start[first+u+1]-s.start[first]
		for k := mine.next(begin, end); k < end; k = mine.next(k+1, end) {
			h := &mine.list[k]
			g := h.gain
			if m > 1 {
				g = fastLog(1 + ws[words[k]].odds*h.t*spread)
			}
			if n > 1 && others.list[h.with].owner != int32(u) && times[h.with] < 2 {
				g *= disowned
			}
			own += g
		}
		if n > 1 && own < strayGain {
			own -= min(strayCost, mine.missing(begin, words[begin:end], ws))
		}
		sum += own
	}
	return sum
}

// missing is how many of the words, which are the tokens from begin on, have no
// match here, though they have one elsewhere.
func (h *heaps) missing(begin int32, words []int32, ws []worth) float32 {
	n := 0
	for i, w := range words {
		k := begin + int32(i)
		if h.met[k/64]>>(k%64)&1 == 0 && ws[w].known {
			n++
		}
	}
	return float32(n)
}

// A unit of a larger bead whose own share of the gain stays below strayGain has
// hardly anything to do with the other side, if it has words that are found elsewhere.
const (
	strayGain = 1
	strayCost = 3
)
