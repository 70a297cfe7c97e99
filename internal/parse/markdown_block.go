package parse

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"tvilling/internal/doc"
)

// clamp keeps an offset of goldmark's in the file: it may be -1, and it may lie
// past the end (goldmark issue 604).
func (m *markdown) clamp(at int) int { return min(max(at, 0), len(m.src.bytes)) }

// lines is the stretch of the file that a block's lines fill.
func (m *markdown) lines(n ast.Node) (start, end int) {
	l := n.Lines()
	if l.Len() == 0 {
		at := m.clamp(n.Pos())
		return at, at
	}
	start = m.clamp(l.At(0).Start)
	end = max(start, m.clamp(l.At(l.Len()-1).Stop))
	return trimStart(m.src.bytes, start, end), trimEnd(m.src.bytes, start, end)
}

// prose adds block b with all inlines of n.
func (m *markdown) prose(n ast.Node, b *doc.Block) bool {
	start, end := m.lines(n)
	if b.Span.File == nil {
		b.Span = m.src.span(start, end)
	}
	f := newFlow(&m.src, escapes)
	m.inlines(f, n.FirstChild(), nil, end)
	return m.put(b, f)
}

func (m *markdown) heading(n *ast.Heading, s setting) {
	start, end := m.lines(n)
	b := m.src.bytes
	if at := m.clamp(n.Pos()); at < len(b) && b[at] == '#' {
		start, end = at, trimEnd(b, at, lineEnd(b, max(at, end)))
	} else if under := nextLine(b, lineEnd(b, end)); under < len(b) {
		end = trimEnd(b, start, lineEnd(b, under))
	}
	m.prose(n, &doc.Block{Kind: doc.Heading, Level: n.Level, Depth: s.depth, Parent: s.holder.parent(), Span: m.src.span(start, max(start, end))})
}

// paragraph adds a paragraph, or two when its first line is a title in bold.
func (m *markdown) paragraph(n ast.Node, s setting) {
	start, end := m.lines(n)
	if rest := afterTitle(n); rest != nil {
		f := newFlow(&m.src, escapes)
		m.inlines(f, n.FirstChild(), rest, end)
		split := max(start, f.last)
		m.place(f, s, start, split)
		f = newFlow(&m.src, escapes)
		m.inlines(f, rest, nil, end)
		m.place(f, s, max(m.clamp(position(rest)), split), end)
		return
	}
	f := newFlow(&m.src, escapes)
	m.inlines(f, n.FirstChild(), nil, end)
	m.place(f, s, start, end)
}

// afterTitle is the node that a paragraph goes on with after a first line that
// is bold from end to end, a colon perhaps aside; nil when it does not begin so. Such a line is a
// title: it ends no sentence, and what follows must not be read on from it.
func afterTitle(n ast.Node) ast.Node {
	title, ok := n.FirstChild().(*ast.Emphasis)
	if !ok || title.Level != 2 || title.NextSibling() == nil {
		return nil
	}
	br, ok := title.NextSibling().(*ast.Text)
	if !ok || br.Segment.Len() > 1 || !br.SoftLineBreak() && !br.HardLineBreak() {
		return nil
	}
	return br.NextSibling()
}

func (m *markdown) list(n *ast.List, s setting) {
	list := m.nextList()
	number := n.Start
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		at := m.clamp(c.Pos())
		in := s
		in.depth++
		in.kind = doc.Item
		in.note = ""
		in.place = doc.ItemPlace{List: list, Ordered: n.IsOrdered(), Marker: marker(m.src.bytes, at)}
		if n.IsOrdered() {
			in.place.Number, _ = numberMark(in.place.Marker)
			if in.place.Number == 0 {
				in.place.Number = number
			}
		}
		number++
		in.holder = &holder{start: at, outer: s.holder}
		m.children(c, in)
	}
}

// marker is a list item's mark as written: "-", "12.", "3)".
func marker(b []byte, at int) string {
	end := at
	for end < len(b) && end-at < 10 && isDigit(b[end]) {
		end++
	}
	return string(b[at:min(end+1, len(b))])
}

func (m *markdown) code(n ast.Node, s setting) {
	p := doc.NewProse(m.src.file)
	b := m.src.bytes
	l := n.Lines()
	start, end := m.clamp(n.Pos()), 0
	for i := range l.Len() {
		seg := l.At(i)
		from, to := m.clamp(seg.Start), m.clamp(seg.Stop)
		stop := to
		for stop > from && (b[stop-1] == '\n' || b[stop-1] == '\r') {
			stop--
		}
		p.Verbatim(from, stop)
		end = max(end, stop)
		if i+1 < l.Len() {
			p.Replace("\n", stop, to)
		}
	}
	end = max(start, end)
	if _, fenced := n.(*ast.FencedCodeBlock); fenced {
		if l.Len() == 0 {
			end = lineEnd(b, start)
		}
		close := nextLine(b, lineEnd(b, end))
		if at, _ := content(b, close, lineEnd(b, close)); at < len(b) && (b[at] == '`' || b[at] == '~') {
			end = trimEnd(b, end, lineEnd(b, close))
		}
	} else if l.Len() > 0 {
		start = m.clamp(l.At(0).Start)
	}
	if prose := p.Prose(); prose.Text != "" {
		m.blocks = append(m.blocks, &doc.Block{Kind: doc.Code, Depth: s.depth, Parent: s.holder.parent(), Span: m.src.span(start, end), Prose: prose})
	}
}

func (m *markdown) table(n *east.Table, s setting) {
	table := m.nextTable()
	row := 0
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		row++
		col := 0
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			col++
			if c.Lines().Len() == 0 {
				continue
			}
			_, header := r.(*east.TableHeader)
			m.prose(c, &doc.Block{Kind: doc.Cell, Depth: s.depth, Parent: s.holder.parent(),
				Cell: doc.CellPlace{Table: table, Row: row, Col: col, Header: header}})
		}
	}
}

// html reads the prose of an HTML block. What stands between its lines, the
// marks of a quotation, is blanked out first.
func (m *markdown) html(n *ast.HTMLBlock, s setting) {
	l := n.Lines()
	if l.Len() == 0 {
		return
	}
	start, end := m.clamp(l.At(0).Start), m.clamp(l.At(l.Len()-1).Stop)
	if n.HasClosure() {
		end = max(end, m.clamp(n.ClosureLine.Stop))
	}
	for i := 1; i < l.Len(); i++ {
		for at := m.clamp(l.At(i - 1).Stop); at < m.clamp(l.At(i).Start); at++ {
			m.src.bytes[at] = ' '
		}
	}
	blocks, comments := len(m.blocks), len(m.comments)
	readHTML(m.assembly, start, end, s)
	if len(m.blocks) == blocks && len(m.comments) == comments {
		start = trimStart(m.src.bytes, start, end)
		m.markup(start, trimEnd(m.src.bytes, start, end), s.depth)
	}
}
