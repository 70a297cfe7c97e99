package page

import (
	"cmp"
	"slices"
	"sort"

	"tvilling/internal/text"
)

// places finds the cells of one side by where they stand in its file.
type places struct {
	file  *text.File
	cells []*cell // in order of place
	ends  []int   // the furthest end of the cells up to this one
}

func (p *places) add(c *cell) { p.cells = append(p.cells, c) }

// settle makes the places ready to be asked.
func (p *places) settle(file *text.File) {
	p.file = file
	slices.SortStableFunc(p.cells, func(a, b *cell) int { return cmp.Compare(a.span.Start, b.span.Start) })
	p.ends = make([]int, len(p.cells))
	furthest := 0
	for i, c := range p.cells {
		furthest = max(furthest, c.span.End)
		p.ends[i] = furthest
	}
}

// over are the cells that share something with a span, in order; for an empty span
// the last one that touches it.
func (p *places) over(s text.Span) []*cell {
	if s.File != p.file {
		return nil
	}
	var out []*cell
	last := sort.Search(len(p.cells), func(i int) bool { return p.cells[i].span.Start > s.End })
	for i := last - 1; i >= 0 && p.ends[i] >= s.Start; i-- {
		c := p.cells[i]
		if s.Empty() && c.span.Start <= s.Start && s.End <= c.span.End {
			return []*cell{c}
		}
		if c.span.Overlaps(s) {
			out = append(out, c)
		}
	}
	slices.Reverse(out)
	return out
}
