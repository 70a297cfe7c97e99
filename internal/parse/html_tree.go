package parse

import (
	"strconv"

	"tvilling/internal/doc"
	"tvilling/internal/lazy"
)

// startTag begins an element.
func (r *htmlReader) startTag(t tag) {
	if r.skip != "" {
		if t.name == r.skip && !t.self {
			r.nested++
		}
		return
	}
	switch {
	case t.name == "meta":
		r.meta(t)
	case hidden[t.name]:
		r.title = t.name == "title"
		if !t.self || t.name == "script" {
			r.skip, r.nested = t.name, 1
		}
	case elements[t.name].block:
		r.begin(t)
	case r.top().kind == doc.Code:
		if t.name == "br" {
			r.flow(t.start).replace("\n", t.start, t.end)
		}
	default:
		r.inline(t)
	}
}

// endTag ends an element, and those inside it that nobody ended.
func (r *htmlReader) endTag(t tag) {
	switch {
	case r.skip != "":
		if t.name == r.skip {
			if r.nested--; r.nested == 0 {
				r.skip, r.title = "", false
			}
		}
	case t.name == "br":
		r.inline(t)
	case elements[t.name].block:
		r.flush()
		if n := r.find(t.name, elements[t.name].within); n > 0 {
			r.popTo(n)
		}
	case r.cur != nil && r.top().kind != doc.Code:
		r.cur.tag(t)
	}
}

// inline reads a tag inside a paragraph. Two line breaks in a row end the
// paragraph, and one ends a title in bold, as in Markdown.
func (r *htmlReader) inline(t tag) {
	if t.name == "br" {
		switch {
		case r.cur == nil:
			return
		case r.cur.afterBreak():
			r.cur.objects = r.cur.objects[:len(r.cur.objects)-1]
			r.flush()
			return
		case r.cur.allStrong() && r.top().kind != doc.Heading:
			r.flush()
			return
		}
	}
	if t.name == "a" {
		if label, end := noteLink(r.src.bytes, t); end > 0 {
			r.flow(t.start).nothing(doc.NoteMark, label, t.start, end)
			r.until = end
			return
		}
	}
	r.flow(t.start).tag(t)
}

// afterBreak says that the last thing in the flow is a line break.
func (f *flow) afterBreak() bool {
	n := len(f.objects)
	return n > 0 && f.objects[n-1].Kind == doc.LineBreak && f.objects[n-1].End == f.out.Len()
}

// allStrong says that all of the flow so far is one strong phrase.
func (f *flow) allStrong() bool {
	if len(f.objects) != 1 || len(f.open) > 0 {
		return false
	}
	o := f.objects[0]
	return o.Kind == doc.Emphasis && o.Value == "strong" && isBlank(f.out.Text()[:o.Start]+f.out.Text()[o.End:])
}

// begin pushes a block-level element, after ending those that cannot hold it.
func (r *htmlReader) begin(t tag) {
	r.flush()
	e := elements[t.name]
	if n := r.find("p", cells); n > 0 {
		r.popTo(n)
	}
	for _, name := range e.ends {
		if n := r.find(name, e.within); n > 0 {
			r.popTo(n)
		}
	}
	if t.name == "hr" {
		r.markup(t.start, t.end, r.top().depth)
		return
	}
	if t.self || len(r.stack) >= maxFrames {
		return
	}
	f := *r.top()
	f.name = t.name
	r.enter(&f, t)
	r.stack = append(r.stack, f)
	r.open[f.name]++
}

// enter sets what element t makes of the prose in it. f is a copy of the frame
// around it.
func (r *htmlReader) enter(f *frame, t tag) {
	switch t.name {
	case "ul", "ol", "menu", "dir":
		f.depth++
		f.kind = doc.Paragraph
		f.list = &listState{number: r.nextList(), ordered: t.name == "ol", next: r.integer(t, "start", 1)}
	case "li":
		r.enterItem(f, t)
	case "dl":
		f.depth++
		f.list = nil
	case "dt":
		f.kind = doc.Term
	case "dd":
		f.kind = doc.Definition
	case "blockquote":
		f.kind = doc.Quote
		f.depth++
	case "caption", "figcaption":
		f.kind = doc.Caption
	case "pre", "listing":
		f.kind = doc.Code
	case "table":
		if f.table != nil {
			f.table.layout = true
		}
		f.kind, f.list = doc.Paragraph, nil
		f.table = &tableState{number: r.nextTable(), layout: t.value(r.src.bytes, "role") == "presentation"}
	case "tr":
		if f.table != nil {
			f.table.row++
			f.table.col = 0
		}
	case "td", "th":
		r.enterCell(f, t)
	case "h1", "h2", "h3", "h4", "h5", "h6":
		f.kind, f.level = doc.Heading, int(t.name[1]-'0')
		if f.table != nil {
			f.table.layout = true
		}
	}
}

// listState is an open list.
type listState struct {
	number  int
	ordered bool
	next    int // the next item's number
}

func (r *htmlReader) enterItem(f *frame, t tag) {
	if f.list == nil { // an item without a list around it; its neighbours join it
		f.list = &listState{number: r.nextList(), next: 1}
		r.top().list = f.list
	}
	if r.open["ul"]+r.open["ol"]+r.open["menu"]+r.open["dir"] == 0 {
		f.depth++
	}
	f.kind = doc.Item
	f.place = doc.ItemPlace{List: f.list.number, Ordered: f.list.ordered}
	if f.list.ordered {
		f.list.next = r.integer(t, "value", f.list.next)
		f.place.Number = f.list.next
		f.list.next++
	}
	f.holder = &holder{start: t.start, outer: f.holder}
}

// integer is a whole number that an attribute gives, within reason.
func (r *htmlReader) integer(t tag, name string, fallback int) int {
	n, err := strconv.Atoi(t.value(r.src.bytes, name))
	if err != nil || n < 0 || n > 1<<20 {
		return fallback
	}
	return n
}

// tableState is an open table.
type tableState struct {
	number, row, col, cols int
	header                 bool // it has a <th>
	layout                 bool // its author wanted columns on the page, not a table
	cells                  []*doc.Block
}

func (r *htmlReader) enterCell(f *frame, t tag) {
	table := f.table
	if table == nil {
		return
	}
	table.row = max(table.row, 1)
	table.col++
	table.cols = max(table.cols, table.col)
	table.header = table.header || t.name == "th"
	f.kind = doc.Cell
	f.cell = doc.CellPlace{Table: table.number, Row: table.row, Col: table.col, Header: t.name == "th"}
	table.col += min(r.integer(t, "colspan", 1), 1000) - 1 // 1000: HTML Standard, 4.9.11
}

// finish ends a table. One that only lays out the page, as was the custom
// before style sheets, holds paragraphs.
func (t *tableState) finish() {
	if t == nil || t.header || !t.layout && (t.row > 1 || t.cols > 1) {
		return
	}
	for _, b := range t.cells {
		if b.Kind == doc.Cell {
			b.Kind = doc.Paragraph
		}
		b.Cell = doc.CellPlace{}
	}
}

// find is the stack index of the innermost element of that name, not looking
// beyond an element that none of its kind reaches out of; 0 when there is none.
func (r *htmlReader) find(name string, within map[string]bool) int {
	if r.open[name] == 0 {
		return 0
	}
	for i := len(r.stack) - 1; i > 0; i-- {
		if r.stack[i].name == name {
			return i
		}
		if within[r.stack[i].name] {
			return 0
		}
	}
	return 0
}

// popTo ends the elements from index n of the stack on.
func (r *htmlReader) popTo(n int) {
	for len(r.stack) > n {
		r.pop()
	}
}

// meta keeps the description that search engines show.
func (r *htmlReader) meta(t tag) {
	if t.value(r.src.bytes, "name") != "description" {
		return
	}
	if a, ok := t.attr("content"); ok && a.start < a.end {
		r.builder.Meta(doc.Field{Key: "description", Value: t.value(r.src.bytes, "content"), Span: r.src.span(a.start, a.end)})
	}
}

var noteText = lazy.Regexp(`^(?:<sup>)?\[?(\d{1,3}|[a-z*†‡])\]?(?:</sup>)?</a>`)

// noteLink says whether an <a> leads to a note on the same page, as
// <a href="#fn1">[1]</a> does: the note's mark, and where the element ends.
func noteLink(b []byte, t tag) (label string, end int) {
	href, ok := t.attr("href")
	if !ok || href.start >= href.end || b[href.start] != '#' {
		return "", 0
	}
	m := noteText().FindSubmatch(b[t.end:min(len(b), t.end+40)])
	if m == nil {
		return "", 0
	}
	return string(m[1]), t.end + len(m[0])
}
