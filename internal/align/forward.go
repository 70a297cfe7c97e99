package align

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
	if !s.bestOnly {
		s.mass[here] = s.in.ways.sum()
	}
}

// take counts the bead of grouping g from a node on, worth v.
func (s *searcher) take(g, from int, v float32) {
	s.steps[from] |= 1 << g
	if total := s.best[from] + v; total > s.in.best+tie || v == s.null && total > s.in.best-tie {
		s.in.best, s.in.back = total, uint8(g+1)
	}
	if !s.bestOnly {
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
	if s.bestOnly {
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
	margin := float32(hopeless)
	if s.bestOnly {
		margin = 0 // only a better way counts
	}
	for g := larger; g < len(s.groups); g++ {
		group := &s.groups[g]
		from := s.node(i-group.ns, j-group.nt)
		if from < 0 {
			continue
		}
		enough := s.in.best - s.best[from] - margin
		if f.of(group, s.weight) < enough {
			continue // as most are
		}
		if v := s.worthOf(i-group.ns, j-group.nt, *group, enough); v > noWay {
			s.value[s.node(i, j)*len(s.groups)+g] = v
			s.take(g, from, v)
		}
	}
}
