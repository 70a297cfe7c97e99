package parse

import "tvilling/internal/doc"

// setting is what the containers around a stretch of prose make of it.
type setting struct {
	kind   doc.Kind // of a paragraph there; Item in a list item
	depth  int      // how many lists and quotations
	level  int      // of a heading
	place  doc.ItemPlace
	cell   doc.CellPlace
	note   string  // the label of the footnote
	holder *holder // the innermost item or footnote; nil for none
}

// holder is a list item or footnote: its first paragraph is the block that
// everything else in it stands under.
type holder struct {
	start int  // of its marker
	used  bool // something of it has been read
	block *doc.Block
	outer *holder
}

// parent is the block that something inside the holder stands under.
func (h *holder) parent() *doc.Block {
	for ; h != nil; h = h.outer {
		if h.block != nil {
			return h.block
		}
	}
	return nil
}

// place adds what f holds as the kind of block that stands in setting s.
func (a *assembly) place(f *flow, s setting, start, end int) {
	b := &doc.Block{Kind: s.kind, Depth: s.depth, Parent: s.holder.parent(), Note: s.note}
	h := s.holder
	first := h != nil && h.block == nil && (s.kind == doc.Item || s.kind == doc.Footnote)
	switch {
	case s.kind == doc.Heading:
		b.Level = s.level
	case s.kind == doc.Cell:
		b.Cell = s.cell
	case first && s.kind == doc.Item:
		b.Item = s.place
	case s.kind == doc.Item:
		b.Kind = doc.Paragraph
	}
	if h != nil && !h.used {
		start = min(start, h.start)
		h.used = true
	}
	b.Span = a.src.span(start, max(start, end))
	if a.put(b, f) && first {
		h.block = b
	}
}
