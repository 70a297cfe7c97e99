package align

// pile gathers, for the units of one bead, the best match of every token.
type pile struct {
	s, t []heap
}

// heap is what was found for one token of a bead: how strong its best match is,
// which token of the other side that is, and in which unit it stands.
type heap struct {
	t           float32
	with, owner int32
}

// cellGain is what the matches of one cell add to a 1-1 bead over finding nothing.
func (m *model) cellGain(list []match, i, j int) float32 {
	if len(list) == 0 {
		return 0
	}
	var small pile
	var s, t [64]heap
	small.s, small.t = s[:], t[:]
	if m.src.size(i) > 64 {
		small.s = make([]heap, int(m.src.size(i)))
	}
	if m.tgt.size(j) > 64 {
		small.t = make([]heap, int(m.tgt.size(j)))
	}
	for _, x := range list {
		if x.t > small.s[x.a].t {
			small.s[x.a].t = x.t
		}
		if x.t > small.t[x.b].t {
			small.t[x.b].t = x.t
		}
	}
	sum := float32(0)
	stretch := max(m.tgt.size(j)/m.tgt.mean, 0.2)
	su, tu := m.src.unit(i), m.tgt.unit(j)
	for _, x := range list {
		if h := &small.s[x.a]; h.t > 0 {
			sum += fastLog(1 + m.worthS[su[x.a]].odds*h.t/stretch)
			h.t = 0
		}
	}
	stretch = max(m.src.size(i)/m.src.mean, 0.2)
	for _, x := range list {
		if h := &small.t[x.b]; h.t > 0 {
			sum += fastLog(1 + m.worthT[tu[x.b]].odds*h.t/stretch)
			h.t = 0
		}
	}
	return sum
}

// worthOf is what the bead of group at row i, column j of the window is worth.
func (s *searcher) worthOf(i, j int, group grouping) float32 {
	if group.ns == 0 || group.nt == 0 {
		return group.prior
	}
	s0, t0 := s.w.s0+i, s.w.t0+j
	s1, t1 := s0+group.ns, t0+group.nt
	words, gain := float32(0), float32(0)
	for a := range group.ns {
		words += s.loadS[s0+a]
		for b := range group.nt {
			_, g := s.cells.cell(i+a, j+b)
			gain += g
		}
	}
	for b := range group.nt {
		words += s.loadT[t0+b]
	}
	single := group.ns+group.nt == 2
	rest := group.prior
	if s.fit != nil {
		if rest += s.fit(window{s0, s1, t0, t1}); rest <= noWay {
			return noWay
		}
	}
	var ls, lt float32
	for a := range group.ns {
		ls += s.src.length[s0+a]
	}
	for b := range group.nt {
		lt += s.tgt.length[t0+b]
	}
	rest += s.length.worth(group.ns, group.nt, ls, lt)
	if single && s.src.print[s0] == s.tgt.print[t0] {
		rest += identical
	}
	bound := rest + s.weight*(words+gain)
	if !single {
		if bound < s.null*float32(group.ns+group.nt)-hopeless {
			return noWay
		}
		gain = s.sharedGain(i, j, group)
	}
	return rest + s.weight*(words+gain)
}

const (
	identical = 3 // worth of two units being letter for letter the same
	hopeless  = 6 // a bead so much worse than null beads is not looked at further
	// disowned is what is left of a match when another unit of the same side
	// has taken its counterpart: the second half of a doubled sentence explains nothing.
	disowned = 0.4
)

// sharedGain is cellGain for beads of more than two units: a token of the
// shorter side counts once, for the unit that matches it best.
func (s *searcher) sharedGain(i, j int, group grouping) float32 {
	s0, t0 := s.w.s0+i, s.w.t0+j
	baseS, baseT := s.src.start[s0], s.tgt.start[t0]
	ns, nt := s.src.start[s0+group.ns]-baseS, s.tgt.start[t0+group.nt]-baseT
	p := &s.pile
	p.s, p.t = sized(p.s, int(ns)), sized(p.t, int(nt))
	clear(p.s)
	clear(p.t)
	for a := range group.ns {
		for b := range group.nt {
			list, _ := s.cells.cell(i+a, j+b)
			offS, offT := s.src.start[s0+a]-baseS, s.tgt.start[t0+b]-baseT
			for _, x := range list {
				if h := &p.s[offS+x.a]; x.t > h.t {
					*h = heap{x.t, offT + x.b, int32(b)}
				}
				if h := &p.t[offT+x.b]; x.t > h.t {
					*h = heap{x.t, offS + x.a, int32(a)}
				}
			}
		}
	}
	sum := s.src.gain(s.worthS, s0, group.ns, p.s, p.t, s.tgt.times[baseT:], float32(nt)/s.tgt.mean)
	return sum + s.tgt.gain(s.worthT, t0, group.nt, p.t, p.s, s.src.times[baseS:], float32(ns)/s.src.mean)
}

// gain sums what the tokens of n units from first on gain by their matches, mine;
// other are those of the other side, whose tokens stand there so many times.
func (s *side) gain(ws []worth, first, n int, mine, other []heap, times []uint8, stretch float32) float32 {
	sum := float32(0)
	stretch = max(stretch, 0.2)
	base := s.start[first]
	for u := range n {
		own := float32(0)
		for k := s.start[first+u] - base; k < s.start[first+u+1]-base; k++ {
			h := mine[k]
			if h.t == 0 {
				continue
			}
			g := fastLog(1 + ws[s.tokens[base+k]].odds*h.t/stretch)
			if n > 1 && other[h.with].owner != int32(u) && times[h.with] < 2 {
				g *= disowned
			}
			own += g
		}
		if n > 1 && own < strayGain {
			own -= strayCost
		}
		sum += own
	}
	return sum
}

// A unit of a larger bead whose own share of the gain stays below strayGain has
// hardly anything to do with the other side.
const (
	strayGain = 1
	strayCost = 3
)
