// Package cite finds bibliographic references and in-text citations, splits
// references into fields and compares two lists of them.
package cite

import (
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// Kind is what a field of a reference is.
type Kind uint8

const (
	Author    Kind = iota // one name as written, "Bliss, T. V. P."; a field for each
	EtAl                  // the words that stand for more names
	Editor                // one name; a field for each
	Year                  // four digits and perhaps a letter, or the words for "no date"
	Date                  // day or month and year, when more than the year is given
	Title                 // of the cited work, without quotation marks and last stop
	Container             // the journal, the book a chapter is in, the site a page is on
	Volume
	Issue
	Pages // first and last page, or an article number
	Publisher
	Place // where the publisher is
	Edition
	DOI // bare, from "10."
	PMID
	PMCID
	ISBN // digits and hyphens as written
	ArXiv
	URL
	Accessed // the day a page was read
	kinds    // how many there are
)

var kindNames = [kinds]string{
	"author", "et al.", "editor", "year", "date", "title", "container", "volume", "issue", "pages",
	"publisher", "place", "edition", "DOI", "PMID", "PMCID", "ISBN", "arXiv", "URL", "accessed",
}

// String is the field's name as messages use it.
func (k Kind) String() string { return kindNames[k] }

// Field is one part of a reference.
type Field struct {
	Kind       Kind
	Value      string    // as written
	Start, End int       // bytes of the block's Prose.Text; empty for a link's hidden address
	Span       text.Span // where it stands in the file
}

// Entry is one reference of a list.
type Entry struct {
	Block      *doc.Block
	Start, End int     // the entry in Block.Prose.Text, bytes
	Nth        int     // from 1, in the document's References
	Label      string  // the number or key it is cited by, as written; "" when it has none
	Fields     []Field // in order of Start; Year may lie inside Date
}

// Text is the entry as it is read.
func (e *Entry) Text() string { return e.Block.Prose.Text[e.Start:e.End] }

// Span is where it stands.
func (e *Entry) Span() text.Span { return e.Block.Prose.Source(e.Start, e.End) }

// Get is the first field of the kind; nil when the entry has none.
func (e *Entry) Get(k Kind) *Field {
	for i := range e.Fields {
		if e.Fields[i].Kind == k {
			return &e.Fields[i]
		}
	}
	return nil
}

// Value is the text of the first field of the kind; "" when there is none.
func (e *Entry) Value(k Kind) string {
	if f := e.Get(k); f != nil {
		return f.Value
	}
	return ""
}

// All are the fields of the kind, in order.
func (e *Entry) All(k Kind) []Field {
	var out []Field
	for _, f := range e.Fields {
		if f.Kind == k {
			out = append(out, f)
		}
	}
	return out
}

// References are all entries of one document.
type References struct {
	Lists   []List
	Entries []*Entry // of all lists, in reading order
	blocks  map[*doc.Block]bool
}

// List is one reference list.
type List struct {
	Heading *doc.Block // nil when nothing announces the list
	Entries []*Entry
}

// Holds says that b holds an entry of a reference list.
func (r *References) Holds(b *doc.Block) bool { return r != nil && r.blocks[b] }
