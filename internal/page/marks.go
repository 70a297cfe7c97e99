package page

import (
	"cmp"
	"slices"
	"strings"

	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// role says what the words of a mark are to their finding.
type role uint8

const (
	found   role = iota // the words one would change
	related             // another place that the finding speaks of
)

// mark is a stretch of a cell's text that belongs to a finding; where it is
// empty, something is missing there.
type mark struct {
	from, to int
	role     role
	whole    bool // more than fits an underline: shown at the margin
	card     *card
}

// wholeFrom is how long, in bytes, a block must be for a finding that covers all of
// it to be shown at the margin: three lines underlined are hard to read.
const wholeFrom = 100

// mark marks the part of a span that stands in the cell.
func (c *cell) mark(card *card, s text.Span, role role) {
	m := mark{card: card, role: role}
	start, end, ok := c.prose.Within(s)
	switch {
	case ok:
		m.from, m.to = start, end
	case s.Overlaps(c.span) || s.Empty():
		m.from, m.to = 0, len(c.text()) // it has no prose of its own there
	default:
		return
	}
	if m.from == m.to && !s.Empty() { // what no reader sees: the address of a link
		m.from, m.to = c.object(s, m.from)
	}
	length := len(c.text())
	m.whole = m.from == 0 && m.to >= length && length >= wholeFrom || s.Start < c.span.Start && c.span.End < s.End
	c.marks = append(c.marks, m)
}

// object is the prose of the object that holds a span; the empty place at when
// there is none.
func (c *cell) object(s text.Span, at int) (from, to int) {
	for _, o := range c.objects {
		if o.Span.Contains(s) && o.Start < o.End {
			from, to = o.Start, o.End
		}
	}
	if from == to {
		return at, at
	}
	return from, to
}

// Whole are the findings that cover all of the cell, as the page's script reads
// them.
func (c *cell) Whole() string {
	var out []string
	for _, m := range c.marks {
		if m.whole && m.role == found {
			out = append(out, m.card.id())
		}
	}
	return strings.Join(out, " ")
}

// WholeSeverity is the worst of them; "" when there is none.
func (c *cell) WholeSeverity() string {
	var worst *card
	for _, m := range c.marks {
		if m.whole && m.role == found && (worst == nil || m.card.severity > worst.severity) {
			worst = m.card
		}
	}
	if worst == nil {
		return ""
	}
	return worst.Severity
}

// Related are the findings that speak of all of the cell.
func (c *cell) Related() string {
	var out []string
	for _, m := range c.marks {
		if m.whole && m.role == related {
			out = append(out, m.card.id())
		}
	}
	return strings.Join(out, " ")
}

// segment is a stretch of text in which the same findings hold.
type segment struct {
	from, to int
	here     []*card // that mark these words
	speak    []*card // that speak of them
	again    bool    // the first of here began before it
}

// segments cuts a text where marks begin and end. It takes time in proportion to
// the number of marks and how deep they lie over each other.
func segments(marks []mark, length int) []segment {
	cuts := []int{0, length}
	for _, m := range marks {
		cuts = append(cuts, m.from, m.to)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	out := make([]segment, 0, len(cuts))
	index := map[int]int{}
	for i := 0; i+1 < len(cuts); i++ {
		index[cuts[i]] = i
		out = append(out, segment{from: cuts[i], to: cuts[i+1]})
	}
	for _, m := range marks {
		if m.whole || m.from == m.to {
			continue
		}
		for i := index[m.from]; i < len(out) && out[i].to <= m.to; i++ {
			s := &out[i]
			switch {
			case m.role == related && len(s.speak) < maxDeep:
				s.speak = append(s.speak, m.card)
			case m.role == found && len(s.here) < maxDeep:
				s.here = append(s.here, m.card)
				s.again = s.again || s.from > m.from
			}
		}
	}
	return out
}

// maxDeep is how many findings over the same words the page shows: a hostile pair
// of articles could have thousands.
const maxDeep = 20

// layers are the kinds of objects that are shown, the outer ones first.
var layers = []doc.ObjectKind{doc.Link, doc.Emphasis, doc.URL, doc.CodeSpan, doc.NoteMark, doc.Placeholder}

// stretch is a part of the text with a tag around it.
type stretch struct {
	from, to    int
	open, close string
}

// stretches are those of one layer, without what overlaps one before it.
func (c *cell) stretches(layer int) []stretch {
	var out []stretch
	add := func(s stretch) {
		if s.from < s.to && (len(out) == 0 || out[len(out)-1].to <= s.from) {
			out = append(out, s)
		}
	}
	if layer == len(layers) {
		terms := slices.Clone(c.terms)
		slices.SortStableFunc(terms, func(a, b termMark) int {
			return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to))
		})
		for _, t := range terms {
			add(stretch{t.from, t.to, tag("span", "class", "t", "tabindex", "0", "data-t", itoa(t.number), "data-title", t.title), "</span>"})
		}
		return out
	}
	for _, o := range c.objects {
		if o.Kind == layers[layer] {
			open, close := tagOf(o)
			add(stretch{o.Start, o.End, open, close})
		}
	}
	return out
}

// tagOf is how an object is shown. No address is ever made a link: nothing of an
// article can be followed.
func tagOf(o doc.Object) (open, close string) {
	switch o.Kind {
	case doc.Emphasis:
		if o.Value == "strong" {
			return "<strong>", "</strong>"
		}
		return "<em>", "</em>"
	case doc.CodeSpan, doc.Placeholder:
		return "<code>", "</code>"
	case doc.NoteMark:
		return "<sup>", "</sup>"
	case doc.URL:
		return tag("span", "class", "l"), "</span>"
	}
	return tag("span", "class", "l", "title", excerpt(o.Value, 300)), "</span>"
}
