package align

// postings say in which units of the window a target token stands, and where.
type postings struct {
	at      []stretch // by token
	list    []posting
	touched []int32 // the tokens of the window
	width   int32   // of the window
}

type posting struct{ unit, place int32 }

// stretch is a part of a list.
type stretch struct{ start, count int32 }

// fill takes in the target units [t0, t1).
func (p *postings) fill(s *side, t0, t1 int) {
	if len(p.at) < len(s.voc.words) {
		p.at = make([]stretch, len(s.voc.words))
		p.touched = p.touched[:0]
	}
	for _, w := range p.touched {
		p.at[w].count = 0
	}
	p.touched, p.width = p.touched[:0], int32(t1-t0)
	words := s.tokens[s.start[t0]:s.start[t1]]
	p.list = sized(p.list, len(words))
	if p.width == 1 { // as so often: each token stands once
		p.touched = append(p.touched, words...)
		for k, w := range words {
			p.at[w] = stretch{int32(k), 1}
			p.list[k] = posting{0, int32(k)}
		}
		return
	}
	for _, w := range words {
		if p.at[w].count == 0 {
			p.touched = append(p.touched, w)
		}
		p.at[w].count++
	}
	start := int32(0)
	for _, w := range p.touched {
		n := p.at[w].count
		p.at[w] = stretch{start, 0}
		start += n
	}
	for j := t0; j < t1; j++ {
		for k, w := range s.unit(j) {
			x := &p.at[w]
			p.list[x.start+x.count] = posting{int32(j - t0), int32(k)}
			x.count++
		}
	}
}

// between are the postings of w in the columns [from, to).
func (p *postings) between(w, from, to int32) []posting {
	x := p.at[w]
	if x.count == 0 {
		return nil
	}
	list := p.list[x.start : x.start+x.count]
	if from > 0 && list[0].unit < from {
		list = list[below(list, from):]
	}
	if n := len(list); to < p.width && n > 0 && list[n-1].unit >= to {
		list = list[:below(list, to)]
	}
	return list
}

// rest are the postings of w from a column on. What is before is dropped, so that
// the columns asked for must never fall.
func (p *postings) rest(w, from int32) []posting {
	x := &p.at[w]
	for x.count > 0 && p.list[x.start].unit < from {
		x.start++
		x.count--
	}
	return p.list[x.start : x.start+x.count]
}

// below is how many postings stand before the column.
func below(list []posting, column int32) int {
	lo, hi := 0, len(list)
	for lo < hi {
		mid := (lo + hi) / 2
		if list[mid].unit < column {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
