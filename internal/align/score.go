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

// stretch is how long the units [from, to) are together, in mean units: the longer,
// the likelier that a token is found in them by chance.
func (s *side) stretch(from, to int) float32 {
	return max(float32(s.start[to]-s.start[from])/s.mean, 0.2)
}

// worthOf is what the bead of group, of more than two units, at row i, column j of
// the window is worth; noWay if it is not allowed or cannot come near enough.
func (s *searcher) worthOf(i, j int, group grouping, enough float32) float32 {
	w := window{s.w.s0 + i, s.w.s0 + i + group.ns, s.w.t0 + j, s.w.t0 + j + group.nt}
	rest := group.prior
	if s.fit != nil {
		if rest += s.fit(w); rest <= noWay {
			return noWay
		}
	}
	misses := total(s.loadS[w.s0:w.s1]) + total(s.loadT[w.t0:w.t1])
	length := s.lengthWorth(w)
	gain, ok := s.singleGain(i, j, group, (enough-bit-rest-length)/s.weight-misses)
	if !ok || group.prior+s.weight*(misses+gain)+mostLength < enough || rest+s.weight*(misses+gain)+mostLength < enough {
		return noWay
	}
	rest += length
	if rest+s.weight*(misses+gain) < enough {
		return noWay
	}
	return rest + s.weight*(misses+s.sharedGain(i, j, group))
}

// singleGain is the gain of all cells of a bead, each for itself. It says false as
// soon as it is plain that this is less than enough.
func (s *searcher) singleGain(i, j int, group grouping, enough float32) (gain float32, ok bool) {
	most := float32(0)
	for a := range group.ns {
		for b := range group.nt {
			most += s.cells.most(i+a, j+b)
		}
	}
	for a := range group.ns {
		for b := range group.nt {
			if most < enough {
				return 0, false
			}
			before := s.cells.most(i+a, j+b)
			g := s.cells.gain(i+a, j+b)
			gain += g
			most += g - before
		}
	}
	return gain, true
}

// forecast is what goes into the worth of the beads of several units that end at
// one node, or more.
type forecast struct {
	missS, missT [5]float32 // of the last n units of either side
	down, across [5]float32 // gain of the last n source units with the last target unit, and the other way round
	square       float32    // of the last two with the last two
}

// forecast looks back from node (i, j), with units on both sides before it.
func (s *searcher) forecast(i, j int) *forecast {
	f := &s.before
	for n := 1; n <= min(i, 4); n++ {
		f.missS[n] = f.missS[n-1] + s.loadS[s.w.s0+i-n]
		f.down[n] = f.down[n-1] + s.cells.most(i-n, j-1)
	}
	for n := 1; n <= min(j, 4); n++ {
		f.missT[n] = f.missT[n-1] + s.loadT[s.w.t0+j-n]
		f.across[n] = f.across[n-1] + s.cells.most(i-1, j-n)
	}
	if i > 1 && j > 1 {
		f.square = f.down[2] + s.cells.most(i-1, j-2) + s.cells.most(i-2, j-2)
	}
	return f
}

// of is more than what a bead of the grouping is worth. Larger ones than two with
// two have one unit on one side.
func (f *forecast) of(g *grouping, weight float32) float32 {
	gain := f.square
	switch {
	case g.ns == 1:
		gain = f.across[g.nt]
	case g.nt == 1:
		gain = f.down[g.ns]
	}
	return g.prior + weight*(f.missS[g.ns]+f.missT[g.nt]+gain) + mostLength + bit
}

// bit is more than what rounding makes of a few sums.
const bit = 0.1

// pair is what goes into the worth of one unit with one, but for what their words gain.
type pair struct{ rest, weight, misses, length, lot float32 }

// worth is the worth of a pair whose words gain so much.
func (p *pair) worth(gain float32) float32 {
	return p.rest + p.weight*(p.misses+gain) + p.length + p.lot
}

// pair is the pair at row i, column j of the window; its rest is noWay if it is not allowed.
func (s *searcher) pair(i, j int, prior float32) pair {
	a, b := s.w.s0+i, s.w.t0+j
	p := pair{rest: prior, weight: s.weight, misses: s.loadS[a] + s.loadT[b]}
	if s.fit != nil {
		if p.rest += s.fit(window{a, a + 1, b, b + 1}); p.rest <= noWay {
			p.rest = noWay
			return p
		}
	}
	if s.src.print[a] == s.tgt.print[b] {
		p.rest += identical
	}
	p.length = s.length.worth(s.src.length[a], s.tgt.length[b], s.blind[0][i], s.blind[1][j])
	p.lot = lot(s.src.print[a], s.tgt.print[b])
	return p
}

// mostPairWorth is more than what the pair at row i, column j is worth.
func (s *searcher) mostPairWorth(i, j int) float32 {
	a, b := s.w.s0+i, s.w.t0+j
	most := s.groups[onePair].prior + s.weight*(s.loadS[a]+s.loadT[b]+s.cells.most(i, j)) + mostLength + bit
	if s.src.print[a] == s.tgt.print[b] {
		most += identical
	}
	return most
}

func (m *model) lengthWorth(w window) float32 {
	ls, lt := total(m.src.length[w.s0:w.s1]), total(m.tgt.length[w.t0:w.t1])
	return m.length.worth(ls, lt, m.length.back[0][w.s1-w.s0].log(ls), m.length.back[1][w.t1-w.t0].log(lt))
}

// lot draws lots between pairs that are worth the same: a hundredth at most, the
// same with the sides swapped.
func lot(a, b uint64) float32 {
	return float32((a+b)*fnvPrime>>40) / (100 << 24)
}

func total(xs []float32) float32 {
	sum := float32(0)
	for _, x := range xs {
		sum += x
	}
	return sum
}

const (
	identical = 3 // worth of two units being letter for letter the same
	hopeless  = 5 // a larger bead so much worse than a simpler way is not looked at further
	// disowned is what is left of a match when another unit of the same side
	// has taken its counterpart: the second half of a doubled sentence explains nothing.
	disowned = 0.4
)

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
