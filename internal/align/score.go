package align

// pile gathers, for the units of one bead, the best match of every token.
type pile struct {
	s, t []heap
}

// heap is what was found for one token of a bead: how strong its best match is, what that adds,
// which token of the other side that is, and which unit of the other side holds it.
type heap struct {
	t, gain     float32
	with, owner int32
}

func (p *pile) reset(s, t int) {
	p.s, p.t = sized(p.s, s), sized(p.t, t)
	clear(p.s)
	clear(p.t)
}

// stretch is how long the units [from, to) are together, in mean units: the longer,
// the likelier that a token is found in them by chance.
func (s *side) stretch(from, to int) float32 {
	return max(float32(s.start[to]-s.start[from])/s.mean, 0.2)
}

// worthOf is what the bead of group at row i, column j of the window is worth;
// noWay if it is not allowed or, for a larger bead, cannot come near enough.
func (s *searcher) worthOf(i, j int, group grouping, enough float32) float32 {
	if group.ns == 0 || group.nt == 0 {
		return group.prior
	}
	w := window{s.w.s0 + i, s.w.s0 + i + group.ns, s.w.t0 + j, s.w.t0 + j + group.nt}
	misses := total(s.loadS[w.s0:w.s1]) + total(s.loadT[w.t0:w.t1])
	single := group.ns+group.nt == 2
	gain := float32(0)
	if !single { // most are out of reach already
		for a := range group.ns {
			for b := range group.nt {
				_, g := s.cells.cell(i+a, j+b)
				gain += g
			}
		}
		if group.prior+s.weight*(misses+gain)+mostLength < enough {
			return noWay
		}
	}
	rest := group.prior
	if s.fit != nil {
		if rest += s.fit(w); rest <= noWay {
			return noWay
		}
	}
	if single {
		if s.src.print[w.s0] == s.tgt.print[w.t0] {
			rest += identical
		}
		_, gain := s.cells.cell(i, j)
		return rest + s.weight*(misses+gain) + s.lengthWorth(w) + lot(s.src.print[w.s0], s.tgt.print[w.t0])
	}
	if rest+s.weight*(misses+gain)+mostLength < enough {
		return noWay
	}
	rest += s.lengthWorth(w)
	if rest+s.weight*(misses+gain) < enough {
		return noWay
	}
	return rest + s.weight*(misses+s.sharedGain(i, j, group))
}

func (m *model) lengthWorth(w window) float32 {
	return m.length.worth(w.s1-w.s0, w.t1-w.t0, total(m.src.length[w.s0:w.s1]), total(m.tgt.length[w.t0:w.t1]))
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
	p.reset(int(s.src.start[s0+group.ns]-baseS), int(s.tgt.start[t0+group.nt]-baseT))
	for a := range group.ns {
		for b := range group.nt {
			list, _ := s.cells.cell(i+a, j+b)
			offS, offT := s.src.start[s0+a]-baseS, s.tgt.start[t0+b]-baseT
			for _, x := range list {
				if h := &p.s[offS+x.a]; x.t > h.t {
					*h = heap{x.t, x.gainS, offT + x.b, int32(b)}
				}
				if h := &p.t[offT+x.b]; x.t > h.t {
					*h = heap{x.t, x.gainT, offS + x.a, int32(a)}
				}
			}
		}
	}
	return s.src.gain(s.worthS, s0, group.ns, p.s, p.t, s.tgt, t0, group.nt) + s.tgt.gain(s.worthT, t0, group.nt, p.t, p.s, s.src, s0, group.ns)
}

// gain sums what the tokens of n units from first on gain by their matches,
// mine; others are those of the m units of the other side.
func (s *side) gain(ws []worth, first, n int, mine, others []heap, other *side, from, m int) float32 {
	sum, spread := float32(0), 1/other.stretch(from, from+m)
	base := s.start[first]
	times := other.times[other.start[from]:]
	for u := range n {
		own, known := float32(0), float32(0)
		for k := s.start[first+u] - base; k < s.start[first+u+1]-base; k++ {
			h := &mine[k]
			if h.t == 0 {
				if ws[s.tokens[base+k]].known {
					known++
				}
				continue
			}
			g := h.gain
			if m > 1 {
				g = fastLog(1 + ws[s.tokens[base+k]].odds*h.t*spread)
			}
			if n > 1 && others[h.with].owner != int32(u) && times[h.with] < 2 {
				g *= disowned
			}
			own += g
		}
		if n > 1 && own < strayGain {
			own -= min(strayCost, known)
		}
		sum += own
	}
	return sum
}

// A unit of a larger bead whose own share of the gain stays below strayGain has
// hardly anything to do with the other side, if it has words that are found elsewhere.
const (
	strayGain = 1
	strayCost = 3
)
