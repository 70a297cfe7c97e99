package doc

import "tvilling/internal/text"

// Builder puts a document together block by block, in reading order. Parsers
// use it so that numbering, sections and parents are made in one place.
type Builder struct {
	doc     *Document
	current *Section
	lists   int
	tables  int
}

// NewBuilder starts a document of file.
func NewBuilder(file *text.File, format string) *Builder {
	return &Builder{doc: &Document{File: file, Format: format}}
}

// Add appends a block. A Heading opens a new section. The block's Index and
// Section are set; everything else is the caller's.
func (b *Builder) Add(block *Block) {
	block.Index = len(b.doc.blocks)
	b.doc.blocks = append(b.doc.blocks, block)
	if block.Kind == Heading || b.current == nil {
		b.current = &Section{Index: len(b.doc.Sections)}
		b.doc.Sections = append(b.doc.Sections, b.current)
	}
	block.Section = b.current
	if block.Kind == Heading {
		b.current.Heading = block
		b.current.Level = block.Level
		return
	}
	b.current.Blocks = append(b.current.Blocks, block)
}

// NextList and NextTable hand out the numbers of ItemPlace.List and CellPlace.Table.
func (b *Builder) NextList() int  { b.lists++; return b.lists }
func (b *Builder) NextTable() int { b.tables++; return b.tables }

// Meta adds a front-matter field.
func (b *Builder) Meta(f Field) { b.doc.Meta = append(b.doc.Meta, f) }

// Comment adds an HTML comment.
func (b *Builder) Comment(c Comment) { b.doc.Comments = append(b.doc.Comments, c) }

// Document is what was put together; it has at least one section.
func (b *Builder) Document() *Document {
	if len(b.doc.Sections) == 0 {
		b.doc.Sections = []*Section{{}}
	}
	return b.doc
}
