package review

import (
	"cmp"
	"slices"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// passages tells each finding which blocks it speaks of: those it points to, and
// those they are aligned with. A change in one of them may have caused it.
func passages(a *align.Alignment, found []check.Finding) {
	source, target := inOrder(a.Source), inOrder(a.Target)
	for i := range found {
		f := &found[i]
		var blocks []*doc.Block
		add := func(span text.Span) {
			sorted := target
			if span.File == a.Source.File {
				sorted = source
			}
			for _, b := range at(sorted, span) {
				bead, _ := a.Bead(b)
				blocks = append(append(append(blocks, b), bead.Target...), bead.Source...)
			}
		}
		if !f.Span.Empty() { // beside an empty span stand only neighbours
			add(f.Span)
		}
		for _, n := range f.Related {
			add(n.Span)
		}
		f.Passages = []text.Span{f.Span}
		for _, b := range blocks {
			if !slices.Contains(f.Passages, b.Span) {
				f.Passages = append(f.Passages, b.Span)
			}
		}
	}
}

// maxPassages bounds what one finding may speak of: a finding about a whole
// section is new when any of its first paragraphs is.
const maxPassages = 20

// at are the blocks from the one that holds the span's beginning to its end.
func at(sorted []*doc.Block, span text.Span) []*doc.Block {
	i, _ := slices.BinarySearchFunc(sorted, span.Start+1, func(b *doc.Block, start int) int { return cmp.Compare(b.Span.Start, start) })
	if i > 0 && span.Start < sorted[i-1].Span.End {
		i--
	}
	var out []*doc.Block
	for ; i < len(sorted) && sorted[i].Span.Start < max(span.End, span.Start+1) && len(out) < maxPassages; i++ {
		out = append(out, sorted[i])
	}
	return out
}
