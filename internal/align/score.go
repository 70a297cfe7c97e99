package align

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
