package align

import "tvilling/internal/doc"

// blockBeads turns the beads over units into beads over blocks: tables of one
// shape cell by cell, other tables by another search.
func blockBeads(m *model, links *table, s, t *article, all []found) []BlockBead {
	duplicates := m.duplicates(all)
	var out []BlockBead
	for _, b := range all {
		if b.paired() && s.folded && s.units[b.s0][0].Cell.Table > 0 {
			out = append(out, cellBeads(links, s, t, b)...)
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

// index fills bySource and byTarget.
func (a *Alignment) index() {
	a.bySource, a.byTarget = make([]int32, len(a.Source.Blocks())), make([]int32, len(a.Target.Blocks()))
	for i := range a.Blocks {
		for _, b := range a.Blocks[i].Source {
			a.bySource[b.Index] = int32(i)
		}
		for _, b := range a.Blocks[i].Target {
			a.byTarget[b.Index] = int32(i)
		}
	}
}
