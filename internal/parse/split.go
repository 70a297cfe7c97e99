package parse

import (
	"sort"
	"strings"

	"tvilling/internal/doc"
)

// splitRunOn makes blocks of the items that run on in the blocks before them.
// What is nested under a block that was split belongs to its last piece.
func (a *assembly) splitRunOn() {
	moved := map[*doc.Block]*doc.Block{}
	out := make([]*doc.Block, 0, len(a.blocks))
	for _, b := range a.blocks {
		under := b.Parent
		if to := moved[under]; to != nil {
			b.Parent = to
		}
		var before *doc.Block
		if len(out) > 0 {
			before = out[len(out)-1]
		}
		out = append(out, b)
		pieces := a.runOn(b, before)
		if len(pieces) == 0 {
			continue
		}
		last := pieces[len(pieces)-1]
		if b.Kind == doc.Item {
			moved[b] = last
		} else if under != nil {
			moved[under] = last
		}
		out = append(out, pieces...)
	}
	a.blocks = out
	a.sort()
}

// runOn cuts block b short where another item begins in it, and returns these
// items. A paragraph right after an item (before) may have swallowed the next
// one, if that is a short title.
func (a *assembly) runOn(b, before *doc.Block) []*doc.Block {
	if b.Kind != doc.Item && b.Kind != doc.Paragraph && b.Kind != doc.Quote {
		return nil
	}
	listed := b.Kind == doc.Item || b.Parent != nil && b.Parent.Kind == doc.Item
	follows := !listed && b.Kind == doc.Paragraph && before != nil && before.Kind == doc.Item
	cuts := outside(runOnCuts(b.Prose.Text, listed || follows, b.Item.Number), b.Objects)
	if follows && !titles(b.Prose.Text, cuts) {
		follows = false
		cuts = outside(runOnCuts(b.Prose.Text, false, 0), b.Objects)
	}
	if len(cuts) == 0 {
		return nil
	}
	whole := *b
	home := a.home(b)
	if follows {
		home = a.home(before)
	}
	b.Prose = whole.Prose.Slice(0, cuts[0].end)
	b.Objects = within(whole.Objects, 0, cuts[0].end)
	b.Span.End = max(b.Prose.Span().End, lastEnd(b.Objects))
	var out []*doc.Block
	for i, c := range cuts {
		to := len(whole.Prose.Text)
		if i+1 < len(cuts) {
			to = cuts[i+1].end
		}
		piece := home
		piece.Item.Marker = strings.TrimSpace(whole.Prose.Text[c.marker:c.start])
		piece.Item.Number, piece.Item.Ordered = c.number, c.number > 0
		piece.RunOn = !broken(whole.Objects, c)
		piece.Prose = whole.Prose.Slice(c.start, to)
		piece.Objects = within(whole.Objects, c.start, to)
		end := max(piece.Prose.Span().End, lastEnd(piece.Objects))
		if to == len(whole.Prose.Text) {
			end = whole.Span.End
		}
		piece.Span = a.src.span(whole.Prose.Source(c.marker, c.start).Start, end)
		out = append(out, &piece)
	}
	return out
}

// titles says that what the cuts leave is one short title without end mark.
func titles(s string, cuts []cut) bool {
	if len(cuts) != 1 {
		return false
	}
	title := s[cuts[0].start:]
	return !hasWords(title, 10) && !endsSentence(title)
}

// home is an empty item that stands where one running on in b belongs: in b's
// own list, in that of the item b stands under, or in a new one.
func (a *assembly) home(b *doc.Block) doc.Block {
	switch {
	case b.Kind == doc.Item:
		return doc.Block{Kind: doc.Item, Depth: b.Depth, Parent: b.Parent, Item: b.Item}
	case b.Parent != nil && b.Parent.Kind == doc.Item:
		return doc.Block{Kind: doc.Item, Depth: b.Parent.Depth, Parent: b.Parent.Parent, Item: b.Parent.Item}
	}
	return doc.Block{Kind: doc.Item, Depth: b.Depth + 1, Parent: b.Parent, Item: doc.ItemPlace{List: a.nextList()}}
}

// outside leaves out the cuts that fall inside an object.
func outside(cuts []cut, objects []doc.Object) []cut {
	var out []cut
	next, end := 0, 0 // end is the farthest that an object before the cut reaches
	for _, c := range cuts {
		for ; next < len(objects) && objects[next].Start < c.start; next++ {
			if objects[next].Kind != doc.LineBreak {
				end = max(end, objects[next].End)
			}
		}
		if end <= c.end {
			out = append(out, c)
		}
	}
	return out
}

// from are the objects, in order, that begin at or after a place in the prose.
func from(objects []doc.Object, start int) []doc.Object {
	return objects[sort.Search(len(objects), func(i int) bool { return objects[i].Start >= start }):]
}

// broken says that a line break stands before the cut's marker: the item has a
// line of its own, only the page's author did not write a list.
func broken(objects []doc.Object, c cut) bool {
	for _, o := range from(objects, c.end) {
		if o.Start >= c.marker {
			return false
		}
		if o.Kind == doc.LineBreak && o.End <= c.marker {
			return true
		}
	}
	return false
}

// within are the objects that stand in the prose [start, end), counted from start.
func within(objects []doc.Object, start, end int) []doc.Object {
	var out []doc.Object
	for _, o := range from(objects, start) {
		if o.Start > end {
			break
		}
		if o.End > end || o.Kind == doc.LineBreak && o.Start >= end {
			continue
		}
		o.Start -= start
		o.End -= start
		out = append(out, o)
	}
	return out
}

// lastEnd is where the last of the objects ends in the file; 0 when there are none.
func lastEnd(objects []doc.Object) int {
	end := 0
	for _, o := range objects {
		end = max(end, o.Span.End)
	}
	return end
}
