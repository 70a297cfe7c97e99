package align

import "tvilling/internal/doc"

// cellBeads pairs the cells of two tables. In tables of one shape, cells stand
// for one another by row and column; else the rows are aligned first.
func cellBeads(links *table, s, t *article, b found) []BlockBead {
	src, tgt := rowsOf(s.units[b.s0]), rowsOf(t.units[b.t0])
	var rows []bead
	if len(src) == len(tgt) && width(src) == width(tgt) {
		for i := range src {
			rows = append(rows, bead{window: window{i, i + 1, i, i + 1}, sure: 1})
		}
	} else {
		m := newModel(links.on(s.rowSide(src), t.rowSide(tgt)), rowRates)
		rows = m.align()
	}
	var out []BlockBead
	for _, r := range rows {
		r.sure *= b.sure
		out = append(out, rowBeads(src[r.s0:r.s1], tgt[r.t0:r.t1], found{r, b.moved})...)
	}
	return out
}

// Rows are lost or added, but not joined.
var rowRates = rates{null: sentenceRates.null}

// rowsOf divides a table's cells, in reading order, into rows.
func rowsOf(cells []*doc.Block) [][]*doc.Block {
	var out [][]*doc.Block
	for i, c := range cells {
		if i == 0 || c.Cell.Row != cells[i-1].Cell.Row {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], c)
	}
	return out
}

func width(rows [][]*doc.Block) int {
	most := 0
	for _, r := range rows {
		most = max(most, r[len(r)-1].Cell.Col)
	}
	return most
}

// rowSide has one unit a row. Its words must be in the vocabulary already.
func (a *article) rowSide(rows [][]*doc.Block) *side {
	f := newFiller(a.voc)
	for _, r := range rows {
		f.begin()
		for _, c := range r {
			a.addBlock(f, c)
		}
		f.end(0)
	}
	return f.done()
}

// rowBeads pairs the cells of at most one row a side by column, in target order;
// a cell without counterpart stands behind the cell before it.
func rowBeads(src, tgt [][]*doc.Block, b found) []BlockBead {
	at := make(map[int]*doc.Block)
	for _, r := range src {
		for _, c := range r {
			if at[c.Cell.Col] == nil {
				at[c.Cell.Col] = c
			}
		}
	}
	var out []BlockBead
	paired := make(map[*doc.Block]bool)
	for _, r := range tgt {
		for _, c := range r {
			other := at[c.Cell.Col]
			delete(at, c.Cell.Col)
			paired[other] = other != nil
			out = append(out, cellBead(other, c, b))
		}
	}
	for _, r := range src {
		for _, c := range r {
			if !paired[c] {
				out = append(out, cellBead(c, nil, b))
			}
		}
	}
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
