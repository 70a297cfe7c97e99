package parse

import (
	"sort"

	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// source is the bytes that are parsed: the file's, of the same length, with
// what no parser should see blanked out.
type source struct {
	file  *text.File
	bytes []byte
	masks []mask // what was blanked out, in order
}

func (s *source) span(start, end int) text.Span {
	return text.Span{File: s.file, Start: start, End: end}
}

// assembly gathers the blocks of a document in any order and puts them together
// at the end. The three formats share it, so that they agree on what a block is.
type assembly struct {
	src      source
	builder  *doc.Builder
	blocks   []*doc.Block
	comments []doc.Comment
	lists    int
	tables   int
}

// maxBlocks bounds the memory that a file of nothing but tiny blocks can take
// (about 1 kB each): beyond it they are run together. The longest article we
// know has 2,000.
const maxBlocks = 250_000

// full says that blocks are to be run together from here on.
func (a *assembly) full() bool { return len(a.blocks) >= maxBlocks }

func newAssembly(f *text.File) *assembly {
	return &assembly{src: source{file: f, bytes: f.Content}, builder: doc.NewBuilder(f, "")}
}

func (a *assembly) nextList() int  { a.lists++; return a.lists }
func (a *assembly) nextTable() int { a.tables++; return a.tables }

// comment adds the HTML comment at [start, end); its marks are open and close bytes long.
func (a *assembly) comment(start, end, open, close int) {
	inner := ""
	if start+open <= end-close {
		inner = string(a.src.file.Content[start+open : end-close])
	}
	a.comments = append(a.comments, doc.Comment{Text: inner, Span: a.src.span(start, end)})
}

// markup adds a block that holds nothing to translate.
func (a *assembly) markup(start, end, depth int) {
	if start < end {
		a.blocks = append(a.blocks, &doc.Block{Kind: doc.Markup, Depth: depth, Span: a.src.span(start, end)})
	}
}

// put adds block b, which holds what was written to f, and the images in it.
// A block without prose is left out; put says whether b was added.
func (a *assembly) put(b *doc.Block, f *flow) bool {
	b.Prose, b.Objects = f.finish()
	added := b.Prose.Text != ""
	if added {
		if b.Kind == doc.Paragraph && onlyPlaceholders(b) {
			b.Kind = doc.Markup
		}
		a.blocks = append(a.blocks, b)
	}
	for _, p := range f.pictures {
		a.picture(p, b, added)
	}
	return added
}

// picture adds the blocks of an image that stands in block b: its alternative
// text, and its title where that says something else. An image that is all of
// its block takes its place, with the link that may stand around it.
func (a *assembly) picture(p picture, b *doc.Block, inside bool) {
	image := &doc.Block{Kind: doc.Image, Depth: b.Depth, Parent: b.Parent, Span: p.object.Span, Prose: p.alt, Objects: p.objects}
	switch {
	case !inside && len(b.Objects) > 0:
		image.Span = b.Span
		image.Objects = merge(p.object, len(p.alt.Text), b.Objects, p.objects)
		b.Objects = nil
	case inside && b.Kind == doc.Item:
		image.Parent = b
	}
	a.blocks = append(a.blocks, image)
	if p.title.Text != "" && p.title.Text != p.alt.Text {
		a.blocks = append(a.blocks, &doc.Block{Kind: doc.Caption, Depth: b.Depth, Parent: image.Parent, Span: p.title.Span(), Prose: p.title})
	}
}

// merge is the objects beside and around an image and those in its alternative
// text, in order. What stands around it covers that text, as a link does.
func merge(image doc.Object, length int, beside, within []doc.Object) []doc.Object {
	for i, o := range beside {
		beside[i].Start, beside[i].End = 0, 0
		switch {
		case o.Span.Start >= image.Span.End:
			beside[i].Start, beside[i].End = length, length
		case o.Span != image.Span && o.Span.Contains(image.Span):
			beside[i].End = length
		}
	}
	out := append(beside, within...)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Span.Start < out[j].Span.Start })
	return out
}

// onlyPlaceholders says that a block shows nothing but shortcodes and the like.
func onlyPlaceholders(b *doc.Block) bool {
	covered := 0
	for _, o := range b.Objects {
		if o.Kind == doc.Placeholder && o.Start >= covered && isBlank(b.Prose.Text[covered:o.Start]) {
			covered = o.End
		}
	}
	return covered > 0 && isBlank(b.Prose.Text[covered:])
}

// document puts everything in order and numbers it.
func (a *assembly) document(format Format) *doc.Document {
	a.sort()
	sort.SliceStable(a.comments, func(i, j int) bool { return a.comments[i].Span.Start < a.comments[j].Span.Start })
	a.splitRunOn()
	a.number()
	for _, b := range a.blocks {
		a.builder.Add(b)
	}
	for _, c := range a.comments {
		a.builder.Comment(c)
	}
	d := a.builder.Document()
	d.Format = format.String()
	return d
}

func (a *assembly) sort() {
	sort.SliceStable(a.blocks, func(i, j int) bool { return a.blocks[i].Span.Start < a.blocks[j].Span.Start })
}

// number gives lists and tables their numbers by first appearance, and items
// their place in the list. Parsers only keep different lists apart.
func (a *assembly) number() {
	lists, tables := map[int]int{}, map[int]int{}
	count := map[int]int{}
	for _, b := range a.blocks {
		if l := b.Item.List; l != 0 {
			if lists[l] == 0 {
				lists[l] = a.builder.NextList()
			}
			count[l]++
			b.Item.List, b.Item.Nth = lists[l], count[l]
		}
		if t := b.Cell.Table; t != 0 {
			if tables[t] == 0 {
				tables[t] = a.builder.NextTable()
			}
			b.Cell.Table = tables[t]
		}
	}
}
