package align

import (
	"slices"

	"tvilling/internal/doc"
)

// blockBeads turns the beads over units into beads over blocks: tables of one
// shape cell by cell, other tables by another search.
func blockBeads(m *model, links *table, s, t *article, all []found) []BlockBead {
	duplicates := m.duplicates(all)
	out := make([]BlockBead, 0, len(all))
	for _, b := range all {
		if b.paired() && s.folded && s.units[b.s0][0].Cell.Table > 0 {
			out = append(out, cellBeads(links, s, t, b)...)
			continue
		}
		out = flatten(out, s, t, b, duplicates)
	}
	return out
}

func flatten(out []BlockBead, s, t *article, b found, duplicates map[int]int) []BlockBead {
	one := BlockBead{}
	one.Confidence, one.Moved = b.confidence(), b.moved
	one.Source, one.Target = joined(s.units[b.s0:b.s1]), joined(t.units[b.t0:b.t1])
	if n := len(one.Source) + len(one.Target); n > 1 && (one.Missing() || one.Extra()) { // a table without counterpart
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
	return append(out, one)
}

// joined are the blocks of some units; those of one are its own.
func joined(units [][]*doc.Block) []*doc.Block {
	if len(units) == 0 {
		return nil
	}
	out := slices.Clip(units[0])
	for _, u := range units[1:] {
		out = append(out, u...)
	}
	return out
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
