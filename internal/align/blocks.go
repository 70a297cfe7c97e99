package align

import "tvilling/internal/doc"

// blockBeads turns the beads over units into beads over blocks: tables of one
// shape cell by cell, other tables by another search.
func blockBeads(m *model, s, t *article, all []found) []BlockBead {
	duplicates := m.duplicates(all)
	var out []BlockBead
	for _, b := range all {
		if b.s1-b.s0 == 1 && b.t1-b.t0 == 1 && (len(s.units[b.s0]) > 1 || len(t.units[b.t0]) > 1) {
			out = append(out, cellBeads(s.units[b.s0], t.units[b.t0], b)...)
			continue
		}
		out = append(out, flatten(s, t, b, duplicates)...)
	}
	return out
}

func flatten(s, t *article, b found, duplicates map[int]int) []BlockBead {
	one := BlockBead{}
	one.Confidence, one.Moved = b.confidence(), b.moved
	for _, u := range s.units[b.s0:b.s1] {
		one.Source = append(one.Source, u...)
	}
	for _, u := range t.units[b.t0:b.t1] {
		one.Target = append(one.Target, u...)
	}
	if n := len(one.Source) + len(one.Target); n > 1 && (one.Missing() || one.Extra()) { // a table without counterpart
		var out []BlockBead
		for _, x := range one.Source {
			out = append(out, BlockBead{Bead: Bead[*doc.Block]{Source: []*doc.Block{x}, Confidence: one.Confidence}})
		}
		for _, x := range one.Target {
			out = append(out, BlockBead{Bead: Bead[*doc.Block]{Target: []*doc.Block{x}, Confidence: one.Confidence}})
		}
		return out
	}
	if original, ok := duplicates[b.t0]; ok && one.Extra() {
		one.DuplicateOf = t.units[original][0]
	}
	return []BlockBead{one}
}

// cellBeads pairs the cells of two tables by row and column. What one table has
// more of is missing or extra.
func cellBeads(src, tgt []*doc.Block, b found) []BlockBead {
	at := make(map[[2]int]*doc.Block, len(src))
	for _, c := range src {
		at[[2]int{c.Cell.Row, c.Cell.Col}] = c
	}
	var out []BlockBead
	paired := make(map[*doc.Block]bool, len(src))
	next := 0
	flush := func(row, col int) {
		for ; next < len(src); next++ {
			c := src[next]
			if c.Cell.Row > row || c.Cell.Row == row && c.Cell.Col >= col {
				return
			}
			if !paired[c] {
				out = append(out, cellBead(c, nil, b))
			}
		}
	}
	for _, c := range tgt {
		flush(c.Cell.Row, c.Cell.Col)
		other := at[[2]int{c.Cell.Row, c.Cell.Col}]
		if other != nil && paired[other] {
			other = nil
		}
		paired[other] = true
		out = append(out, cellBead(other, c, b))
	}
	flush(1<<30, 0)
	return out
}

func cellBead(s, t *doc.Block, b found) BlockBead {
	out := BlockBead{}
	out.Confidence, out.Moved = b.confidence(), b.moved && s != nil && t != nil
	if s != nil {
		out.Source = []*doc.Block{s}
	}
	if t != nil {
		out.Target = []*doc.Block{t}
	}
	return out
}

// index fills bySource and byTarget.
func (a *Alignment) index() {
	a.bySource, a.byTarget = make(map[*doc.Block]int), make(map[*doc.Block]int)
	for i := range a.Blocks {
		for _, b := range a.Blocks[i].Source {
			a.bySource[b] = i
		}
		for _, b := range a.Blocks[i].Target {
			a.byTarget[b] = i
		}
	}
}
