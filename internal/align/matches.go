package align

// match says that token a of a source unit (its place in the unit) is linked to
// token b of a target unit, how strongly, and what that adds for either in a 1-1 bead.
type match struct {
	a, b            int32
	t, gainS, gainT float32
}

// matches holds the linked tokens of every cell (source unit × target unit) of a window.
type matches struct {
	lo    []int32 // by row: first column held
	first []int32 // by row: its first cell
	start []int32 // by cell: its first match; one more at the end
	list  []match
	gain  []float32 // by cell: what its matches are worth in a 1-1 bead
	row   []placed
	count []int32
	best  pile
}

// placed is a link of token a with token b of the unit in some column.
type placed struct {
	column, a, b int32
	t            float32
}

// cell is the matches of row i, column j, both offsets in the window, and their worth.
func (m *matches) cell(i, j int) ([]match, float32) {
	j -= int(m.lo[i])
	if j < 0 || j >= int(m.first[i+1]-m.first[i]) {
		return nil, 0
	}
	c := int(m.first[i]) + j
	return m.list[m.start[c]:m.start[c+1]], m.gain[c]
}

// postings say in which units of the window a target token stands, and where.
type postings struct {
	start, count []int32 // by token; count is 0 for tokens not in the window
	list         []posting
	touched      []int32
}

type posting struct{ unit, place int32 }

func (p *postings) fill(s *side, t0, t1 int) {
	if len(p.count) < len(s.voc.words) {
		p.count = make([]int32, len(s.voc.words))
		p.start = make([]int32, len(s.voc.words))
		p.touched = p.touched[:0]
	}
	for _, w := range p.touched {
		p.count[w] = 0
	}
	p.touched = p.touched[:0]
	words := s.tokens[s.start[t0]:s.start[t1]]
	for _, w := range words {
		if p.count[w] == 0 {
			p.touched = append(p.touched, w)
		}
		p.count[w]++
	}
	at := int32(0)
	for _, w := range p.touched {
		p.start[w] = at
		at += p.count[w]
		p.count[w] = 0
	}
	p.list = sized(p.list, len(words))
	for j := t0; j < t1; j++ {
		for k, w := range s.unit(j) {
			p.list[p.start[w]+p.count[w]] = posting{int32(j - t0), int32(k)}
			p.count[w]++
		}
	}
}

func (p *postings) of(w int32) []posting { return p.list[p.start[w] : p.start[w]+p.count[w]] }

// between are the postings of w in the columns [from, to).
func (p *postings) between(w, from, to int32) []posting {
	if p.count[w] == 0 {
		return nil
	}
	list := p.of(w)
	list = list[below(list, from):]
	return list[:below(list, to)]
}

// reach is how many columns beyond the band the beads of more than one unit look.
const reach = 4

// fill finds the matches of all cells along the band.
func (m *matches) fill(md *model, post *postings, w window, lo, hi []int32) {
	post.fill(md.tgt, w.t0, w.t1)
	n, width := w.s1-w.s0, int32(w.t1-w.t0)
	m.lo, m.first, m.start, m.list, m.gain = m.lo[:0], m.first[:0], m.start[:0], m.list[:0], m.gain[:0]
	for i := 0; i < n; i++ {
		from := max(0, lo[i]-reach)
		to := min(width, hi[i+1]+reach)
		m.lo = append(m.lo, from)
		m.first = append(m.first, int32(len(m.gain)))
		m.findRow(md, post, w.s0+i, from, to)
		m.bucket(from, to)
		for j := from; j < to; j++ {
			m.gain = append(m.gain, m.value(md, w.s0+i, w.t0+int(j), int(m.first[i]+j-from)))
		}
	}
	m.first = append(m.first, int32(len(m.gain)))
	m.start = append(m.start, int32(len(m.list)))
}

// value sets the gains of one cell's matches and returns what the best of every
// token sum up to.
func (m *matches) value(md *model, i, j, cell int) float32 {
	list := m.list[m.start[cell]:]
	if cell+1 < len(m.start) {
		list = list[:m.start[cell+1]-m.start[cell]]
	}
	if len(list) == 0 {
		return 0
	}
	su, tu := md.src.unit(i), md.tgt.unit(j)
	m.best.reset(len(su), len(tu))
	spreadT, spreadS := 1/md.tgt.stretch(j, j+1), 1/md.src.stretch(i, i+1)
	sum := float32(0)
	for k := range list {
		x := &list[k]
		x.gainS = fastLog(1 + md.worthS[su[x.a]].odds*x.t*spreadT)
		x.gainT = fastLog(1 + md.worthT[tu[x.b]].odds*x.t*spreadS)
		if h := &m.best.s[x.a]; x.gainS > h.gain {
			sum += x.gainS - h.gain
			h.gain = x.gainS
		}
		if h := &m.best.t[x.b]; x.gainT > h.gain {
			sum += x.gainT - h.gain
			h.gain = x.gainT
		}
	}
	return sum
}

// findRow gathers the matches of source unit i with the columns [from, to).
func (m *matches) findRow(md *model, post *postings, i int, from, to int32) {
	m.row = m.row[:0]
	for a, w := range md.src.unit(i) {
		for _, l := range md.of(w) {
			for _, p := range post.between(l.to, from, to) {
				m.row = append(m.row, placed{p.unit, int32(a), p.place, l.t})
			}
		}
	}
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

// bucket appends the row's matches to the list, column by column, in the order
// they were found.
func (m *matches) bucket(from, to int32) {
	m.count = sized(m.count, int(to-from)+1)
	clear(m.count)
	for _, p := range m.row {
		m.count[p.column-from+1]++
	}
	base := int32(len(m.list))
	for c := int32(0); c < to-from; c++ {
		m.count[c+1] += m.count[c]
		m.start = append(m.start, base+m.count[c])
	}
	m.list = grown(m.list, len(m.row))
	for _, p := range m.row {
		m.list[base+m.count[p.column-from]] = match{p.a, p.b, p.t, 0, 0}
		m.count[p.column-from]++
	}
}

func grown[T any](s []T, n int) []T {
	if cap(s)-len(s) < n {
		s = append(make([]T, 0, (len(s)+n)*3/2), s...)
	}
	return s[:len(s)+n]
}
