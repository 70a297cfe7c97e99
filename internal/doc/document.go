// Package doc is the article as a reader sees it: sections, blocks, sentences
// and objects, each with its way back to the bytes of the file. It knows no
// file format; package parse makes documents.
package doc

import (
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// Document is one article. It is read-only once Segment has run.
type Document struct {
	File     *text.File
	Format   string         // "markdown", "html", "text": what it was read as
	Lang     *lang.Language // nil until Segment
	Meta     []Field        // front matter, in order; nil when there is none
	Sections []*Section     // in order; the first has no Heading when text stands before any
	Comments []Comment      // HTML comments, in order

	blocks []*Block // of all sections, in reading order
}

// Field is one front-matter value. Nested keys are joined by dots: "seo.title".
type Field struct {
	Key   string
	Value string    // scalar as written, unquoted; list items are fields "tags.0", "tags.1"
	Span  text.Span // the value
}

// Comment is an HTML comment; Text is what stands between its marks.
type Comment struct {
	Text string
	Span text.Span
}

// Section is a heading and the blocks up to the next heading of any level.
type Section struct {
	Index   int    // in Document.Sections
	Level   int    // of the heading, 1–6; 0 without heading
	Heading *Block // nil for text before the first heading
	Blocks  []*Block
}

// All is the section's heading, if any, and its blocks.
func (s *Section) All() []*Block {
	if s.Heading == nil {
		return s.Blocks
	}
	return append([]*Block{s.Heading}, s.Blocks...)
}

// Span reaches from the section's first to its last block.
func (s *Section) Span() text.Span {
	var span text.Span
	for _, b := range s.All() {
		span = span.Cover(b.Span)
	}
	return span
}

// Kind is what a block is.
type Kind uint8

const (
	Paragraph Kind = iota
	Heading
	Item     // the first paragraph of a list item; later ones are Paragraphs with Parent
	Cell     // of a table
	Quote    // a paragraph inside a block quotation
	Code     // a code block; Prose is its code, it has no sentences
	Image    // its Prose is the alternative text; it has no sentences when that is empty
	Footnote // a footnote's text
	Caption  // of a figure or table
	Term     // of a definition list
	Definition
	Markup // a shortcode, a thematic break, a raw block: no prose to translate
)

var kindNames = [...]string{"paragraph", "heading", "item", "cell", "quote", "code", "image", "footnote", "caption", "defined term", "definition", "markup"}

// String is the kind as one English word, as messages use it.
func (k Kind) String() string { return kindNames[k] }

// Block is one unit of layout that holds prose.
type Block struct {
	Kind      Kind
	Index     int       // in reading order over the whole document, headings included
	Level     int       // of a heading, 1–6
	Depth     int       // how many lists and quotations it stands in
	Span      text.Span // all of it, with its marker but not the blocks nested in it
	Prose     Prose
	Sentences []Sentence // cover all prose but white space; set by Segment; nil for Code and Markup
	Objects   []Object   // in order of Span
	Section   *Section
	Parent    *Block // the item or quotation it is nested in; nil at the top
	Item      ItemPlace
	Cell      CellPlace
	// RunOn says that the block begins in the middle of a line that began as
	// another: a bullet swallowed by the one before it.
	RunOn bool
	Note  string // a footnote's label
}

// ItemPlace says which item of which list a block is; zero for other kinds.
type ItemPlace struct {
	List    int  // numbers the document's lists from 1
	Ordered bool // numbered, not bulleted
	Number  int  // as written, when Ordered
	Nth     int  // from 1, in its own list
	Marker  string
}

// CellPlace says where in which table a cell stands; zero for other kinds.
type CellPlace struct {
	Table    int // numbers the document's tables from 1
	Row, Col int // from 1; the header is row 1
	Header   bool
}

// Sentence is one sentence of a block's prose.
type Sentence struct {
	Block      *Block
	Start, End int // bytes of Block.Prose.Text, white space around left out
}

// Text is the sentence as it is read.
func (s Sentence) Text() string { return s.Block.Prose.Text[s.Start:s.End] }

// Span is where it stands.
func (s Sentence) Span() text.Span { return s.Block.Prose.Source(s.Start, s.End) }

// Objects are the block's objects that begin inside the sentence.
func (s Sentence) Objects() []Object {
	var out []Object
	for i := range s.Block.Objects {
		if o := &s.Block.Objects[i]; s.Holds(o) {
			out = append(out, *o)
		}
	}
	return out
}

// Holds says that an object of the sentence's block begins inside the sentence.
func (s Sentence) Holds(o *Object) bool {
	return o.Start >= s.Start && (o.Start < s.End || o.Start == s.End && o.End == o.Start)
}

// ObjectKind is what an object is.
type ObjectKind uint8

const (
	Link        ObjectKind = iota // Value is the destination as written (reference links: resolved)
	InlineImage                   // Value is the destination
	CodeSpan                      // Value is the code
	Emphasis                      // Value is "em" or "strong"
	NoteMark                      // a footnote reference; Value is its label
	Placeholder                   // a shortcode, {name}, %s, JSX: Value is all of it
	RawHTML                       // an inline tag; Value is the tag's name
	LineBreak                     // a hard line break
	URL                           // an address standing bare in the prose; Value is it
)

// Object is something a translation carries over rather than translates.
type Object struct {
	Kind       ObjectKind
	Value      string
	Span       text.Span // all of it, with its marks
	Dest       text.Span // of Link and InlineImage: the destination alone; zero when it stands elsewhere
	Start, End int       // the prose it covers, bytes of Prose.Text; empty for what shows nothing
}

// Blocks are all blocks in reading order, headings included; block i has Index
// i. The slice is shared and read-only.
func (d *Document) Blocks() []*Block { return d.blocks }

// Segment sets the document's language and splits every block into sentences.
// It may be called again with another language.
func (d *Document) Segment(l *lang.Language) {
	d.Lang = l
	for _, b := range d.Blocks() {
		b.Sentences = nil
		if b.Kind == Code || b.Kind == Markup {
			continue
		}
		for _, r := range l.Sentences(b.Prose.Text) {
			b.Sentences = append(b.Sentences, Sentence{b, r.Start, r.End})
		}
	}
}

// Literal says whether the prose bytes [start, end) touch something that is not
// prose of any language: code, an address, a placeholder.
func (b *Block) Literal(start, end int) bool {
	if b.Kind == Code || b.Kind == Markup {
		return true
	}
	for _, o := range b.Objects {
		switch o.Kind {
		case CodeSpan, Placeholder, URL:
			if o.Start < end && start < o.End {
				return true
			}
		}
	}
	return false
}
