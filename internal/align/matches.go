package align

// match says that token a of a source unit (its place in the unit) is linked to
// token b of a target unit, and how strongly.
type match struct {
	a, b int32
	t    float32
	next int32 // of the same cell, in the list; 0 for none
}

// gains are what a match adds for either token in a 1-1 bead.
type gains struct{ s, t float32 }

// cell is a source unit × a target unit. What its matches are worth is worked out
// when it is first asked for: most cells lie so far off any good way that it is
// enough to know what they cannot be worth more than.
type cell struct {
	gain        float32 // what its matches are worth in a 1-1 bead; as long as that is open, at least that
	first, last int32   // of its matches, in the list; 0 for none
	open        bool
}

// matches holds the linked tokens of every cell of a window.
type matches struct {
	*model
	w       window
	rows    []matchRow // one more at the end
	cells   []cell
	list    []match // the first stands for none
	gains   []gains // of each of these, if its cell is not open
	post    postings
	spreadT []float32 // by column: the chance to be found, beside that in a unit of mean length
	best    []float32 // by token of the target unit at work: the gain of its best match
}

// matchRow is a row's first cell, and which column that stands in.
type matchRow struct{ cell, lo int32 }

// reach is how many columns beyond the band the beads of more than one unit look.
const reach = 4

// fill finds the matches of all cells along the band lo..hi of w.
func (m *matches) fill(md *model, w window, lo, hi []int32) {
	m.model, m.w = md, w
	m.post.fill(md.tgt, w.t0, w.t1)
	m.rows, m.cells, m.list, m.spreadT = m.rows[:0], m.cells[:0], append(m.list[:0], match{}), m.spreadT[:0]
	for j := w.t0; j < w.t1; j++ {
		m.spreadT = append(m.spreadT, 1/m.tgt.stretch(j, j+1))
	}
	for i := range w.s1 - w.s0 {
		from, to := max(0, lo[i]-reach), min(int32(w.t1-w.t0), hi[i+1]+reach)
		first := len(m.cells)
		m.rows = append(m.rows, matchRow{int32(first), from})
		m.cells = grown(m.cells, int(to-from))
		clear(m.cells[first:])
		if w.paired() {
			m.fillOne(w.s0+i, &m.cells[first])
		} else {
			m.fillRow(w.s0+i, from, to, m.cells[first:])
		}
	}
	m.rows = append(m.rows, matchRow{int32(len(m.cells)), 0})
	m.gains = sized(m.gains, len(m.list))
}

// fillOne finds the matches of source unit i with the only column. Its cell will be
// asked for at once, so nothing is forecast.
func (m *matches) fillOne(i int, c *cell) {
	for a, w := range m.src.unit(i) {
		for _, l := range m.of(w) {
			if list := m.post.between(l.to, 0, 1); len(list) > 0 {
				m.list = append(m.list, match{int32(a), list[0].place, l.t, int32(len(m.list) + 1)})
			}
		}
	}
	if last := len(m.list) - 1; last > 0 {
		m.list[last].next = 0
		c.first, c.last, c.gain, c.open = 1, int32(last), unknownGain, true
	}
}

// unknownGain is more than what the matches of any cell are worth.
const unknownGain = 1e9

// fillRow finds the matches of source unit i with the columns [from, to), which never
// fall from one unit to the next.
func (m *matches) fillRow(i int, from, to int32, cells []cell) {
	spreadS := 1 / m.src.stretch(i, i+1)
	for a, w := range m.src.unit(i) {
		for _, l := range m.of(w) {
			list := m.post.rest(l.to, from)
			if len(list) == 0 || list[0].unit >= to {
				continue
			}
			oddsS, mostT := m.worthS[w].odds*l.t, roughLog(1+m.worthT[l.to].odds*l.t*spreadS)
			k := len(m.list)
			m.list = grown(m.list, len(list))
			for _, p := range list {
				if p.unit >= to {
					break
				}
				m.list[k] = match{int32(a), p.place, l.t, 0}
				m.link(&cells[p.unit-from], int32(k), roughLog(1+oddsS*m.spreadT[p.unit]), mostT)
				k++
			}
			m.list = m.list[:k]
		}
	}
}

// link puts match k into a cell, with what it may gain either side at most.
func (m *matches) link(c *cell, k int32, mostS, mostT float32) {
	if c.first == 0 {
		c.first, c.open = k, true
	} else {
		x, before := &m.list[k], &m.list[c.last]
		before.next = k
		if before.a == x.a && before.t >= x.t {
			mostS = 0 // only a token's best match counts
		}
	}
	c.last = k
	c.gain += mostS + mostT
}

// at is the cell of row i and column j, offsets in the window; nil outside the band.
func (m *matches) at(i, j int) *cell {
	r := &m.rows[i]
	j -= int(r.lo)
	if j < 0 || j >= int(m.rows[i+1].cell-r.cell) {
		return nil
	}
	return &m.cells[int(r.cell)+j]
}

// most is what the cell's matches are worth in a 1-1 bead at most.
func (m *matches) most(i, j int) float32 {
	if c := m.at(i, j); c != nil {
		return c.gain
	}
	return 0
}

// gain is what the cell's matches are worth in a 1-1 bead.
func (m *matches) gain(i, j int) float32 {
	if c := m.known(i, j); c != nil {
		return c.gain
	}
	return 0
}

// known is the cell of row i and column j with its matches valued, nil outside the band.
func (m *matches) known(i, j int) *cell {
	c := m.at(i, j)
	if c != nil && c.open {
		c.gain, c.open = m.value(i, j, c.first), false
	}
	return c
}

// value sets the gains of a cell's matches, from the first on, and returns what the
// best of every token sum up to.
func (m *matches) value(i, j int, first int32) float32 {
	su, tu := m.src.unit(m.w.s0+i), m.tgt.unit(m.w.t0+j)
	spreadS, spreadT := 1/m.src.stretch(m.w.s0+i, m.w.s0+i+1), m.spreadT[j]
	m.best = sized(m.best, len(tu))
	clear(m.best)
	sum, a, best := float32(0), int32(-1), float32(0)
	for k := first; k != 0; k = m.list[k].next {
		x := m.list[k]
		g := gains{fastLog(1 + m.worthS[su[x.a]].odds*x.t*spreadT), fastLog(1 + m.worthT[tu[x.b]].odds*x.t*spreadS)}
		m.gains[k] = g
		if x.a != a {
			a, best = x.a, 0
		}
		if g.s > best {
			sum += g.s - best
			best = g.s
		}
		if b := &m.best[x.b]; g.t > *b {
			sum += g.t - *b
			*b = g.t
		}
	}
	return sum
}

func grown[T any](s []T, n int) []T {
	if cap(s)-len(s) < n {
		s = append(make([]T, 0, (len(s)+n)*3/2), s...)
	}
	return s[:len(s)+n]
}
