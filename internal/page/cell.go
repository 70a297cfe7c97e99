package page

import (
	"cmp"
	"fmt"
	"html/template"
	"strings"

	"tvilling/internal/doc"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

// cell is one block of one side, as it is shown.
type cell struct {
	Kind   doc.Kind
	Level  int    // of a heading, as the page has it: no level is left out
	Depth  int    // how far it is indented
	Bullet string // what stands before an item
	Label  string // what a reader cannot see from the text: "image", a note's label
	Header bool   // of a table

	row     *row
	target  bool // it is of the target, not of the source
	prose   doc.Prose
	plain   string // in the place of prose, for what has none
	span    text.Span
	objects []doc.Object
	terms   []termMark
	marks   []mark
}

// termMark is a term of the glossary in the cell's text.
type termMark struct {
	from, to int
	number   int // of the term, on both sides
	title    string
}

func (l *layout) cell(b *doc.Block, r *row, side int) *cell {
	c := &cell{Kind: b.Kind, Depth: depth(b), Bullet: bullet(b), Label: label(b), Header: b.Cell.Header,
		row: r, target: side == 1, prose: b.Prose, span: b.Span, objects: b.Objects}
	if b.Kind == doc.Heading {
		c.Level = min(b.Level, l.level+1, 5)
		if side == 1 {
			l.level = c.Level
		}
	}
	found := l.pass.TargetTerms
	if side == 0 {
		found = l.pass.SourceTerms
	}
	for _, m := range found(b) {
		c.terms = append(c.terms, l.term(m, side))
	}
	l.rowOf[b] = r
	l.article.sides[side].add(c)
	return c
}

// term says of a match what the glossary has for it.
func (l *layout) term(m term.Match, side int) termMark {
	n, ok := l.terms[m.Term]
	if !ok {
		n = len(l.terms) + 1
		l.terms[m.Term] = n
	}
	first := func(forms []string) string { return strings.Join(forms[:min(len(forms), 1)], "") }
	title := first(m.Term.Source) + " → " + cmp.Or(first(m.Term.Target), first(m.Term.Source))
	if m.Kind == term.Forbidden {
		title += " (this form is not to be used)"
	}
	return termMark{m.Start, m.End, n, title}
}

// depth is how far a block stands in from the margin: an item of a list at the top
// has its bullet there.
func depth(b *doc.Block) int {
	d := b.Depth
	if b.Kind == doc.Item || b.Kind == doc.Quote {
		d--
	}
	return min(max(d, 0), 5)
}

func bullet(b *doc.Block) string {
	switch {
	case b.Kind != doc.Item:
		return ""
	case b.Item.Ordered:
		return fmt.Sprintf("%d.", b.Item.Number)
	}
	return "•"
}

func label(b *doc.Block) string {
	switch b.Kind {
	case doc.Image:
		return "image"
	case doc.Footnote:
		return "note " + b.Note
	case doc.Caption:
		return "caption"
	}
	return ""
}

// text is what is read in the cell.
func (c *cell) text() string { return cmp.Or(c.prose.Text, c.plain) }

// Heading says that the cell is a heading for those who listen to the page: those
// of the source would say everything twice.
func (c *cell) Heading() bool { return c.Kind == doc.Heading && c.target }

// Pre says that white space counts.
func (c *cell) Pre() bool { return c.Kind == doc.Code || c.Kind == doc.Markup && c.Label == "" }

// Classes are what the style sheet wants to know.
func (c *cell) Classes() string {
	out := "cell " + strings.ReplaceAll(c.Kind.String(), " ", "-")
	if c.Level > 0 {
		out += " l" + itoa(c.Level)
	}
	if c.Depth > 0 {
		out += " d" + itoa(c.Depth)
	}
	if c.Header {
		out += " header"
	}
	if s := c.WholeSeverity(); s != "" {
		out += " " + s
	}
	return out
}

// HTML is the text with its marks.
func (c *cell) HTML() template.HTML {
	w := &writer{cell: c, text: c.text()}
	w.segments()
	w.write(0, 0, len(w.text))
	return template.HTML(w.out.String()) //nolint:gosec // writer escapes all text
}
