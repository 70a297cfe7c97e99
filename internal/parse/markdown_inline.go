package parse

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"tvilling/internal/doc"
)

// noteNode is a footnote reference.
type noteNode struct {
	ast.BaseInline
	start, end int
}

var kindNote = ast.NewNodeKind("Note")

func (n *noteNode) Kind() ast.NodeKind            { return kindNote }
func (n *noteNode) Inline()                       {}
func (n *noteNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// maxLabel is the longest footnote label (CommonMark 0.31.2, section 4.7, for link labels).
const maxLabel = 999

// noteParser reads "[^label]" as a reference, whether there is a note of that
// label or not: a translation that lost the note still has the reference.
type noteParser struct{}

func (noteParser) Trigger() []byte { return []byte{'['} }

func (noteParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 4 || line[1] != '^' {
		return nil
	}
	label := line[2:min(len(line), maxLabel)]
	end := bytes.IndexAny(label, "] \t\n[")
	if end < 1 || label[end] != ']' {
		return nil
	}
	block.Advance(end + 3)
	return &noteNode{start: segment.Start, end: segment.Start + end + 3}
}

// position is where a node begins; -1 when goldmark does not know.
func position(n ast.Node) int {
	switch n := n.(type) {
	case nil:
		return -1
	case *ast.Text:
		return n.Segment.Start
	case *noteNode:
		return n.start
	default:
		return n.Pos()
	}
}

// inlines writes the nodes from first up to stop. They end at limit at the latest.
func (m *markdown) inlines(f *flow, first, stop ast.Node, limit int) {
	for n := first; n != nil && n != stop; n = n.NextSibling() {
		end := limit
		if at := position(n.NextSibling()); at >= 0 {
			end = min(at, limit)
		}
		m.inline(f, n, end)
	}
}

// inline writes one node, which ends at limit at the latest. goldmark gives
// beginnings only: an end is where the children ended plus the closing mark.
func (m *markdown) inline(f *flow, n ast.Node, limit int) {
	switch n := n.(type) {
	case *ast.Text:
		m.textNode(f, n)
	case *ast.Emphasis:
		value := "em"
		if n.Level > 1 {
			value = "strong"
		}
		m.wrapped(f, n, doc.Emphasis, value, n.Level, limit)
	case *east.Strikethrough:
		at := max(m.clamp(n.Pos()), f.last)
		m.wrapped(f, n, doc.RawHTML, "del", min(run(m.src.bytes, min(at, len(m.src.bytes)-1), len(m.src.bytes)), 2), limit)
	case *ast.CodeSpan:
		m.codeSpan(f, n, limit)
	case *ast.Link:
		m.link(f, n, limit)
	case *ast.Image:
		m.image(f, n, limit)
	case *ast.AutoLink:
		m.autoLink(f, n)
	case *ast.RawHTML:
		m.rawHTML(f, n)
	case *noteNode:
		f.nothing(doc.NoteMark, string(m.src.file.Content[n.start+2:n.end-1]), n.start, n.end)
	case *east.TaskCheckBox:
		if at := m.clamp(n.Pos()); at+3 <= limit {
			f.nothing(doc.Placeholder, string(m.src.bytes[at:at+3]), at, at+3)
		}
	default:
		m.inlines(f, n.FirstChild(), nil, limit)
	}
}

func (m *markdown) textNode(f *flow, n *ast.Text) {
	start, end := m.clamp(n.Segment.Start), m.clamp(n.Segment.Stop)
	broken := n.SoftLineBreak() || n.HardLineBreak()
	if broken {
		end = trimEnd(m.src.bytes, start, max(start, end))
		if n.HardLineBreak() && end > start && m.src.bytes[end-1] == '\\' && endsLine(m.src.bytes, end) {
			end--
		}
	}
	f.text(start, end)
	if broken {
		f.lineBreak(end, n.HardLineBreak())
	}
}

// endsLine says that a line ending stands at at.
func endsLine(b []byte, at int) bool { return at < len(b) && (b[at] == '\n' || b[at] == '\r') }

// wrapped writes a node whose marks are n bytes on either side.
func (m *markdown) wrapped(f *flow, n ast.Node, kind doc.ObjectKind, value string, marks, limit int) {
	start := max(m.clamp(n.Pos()), f.last)
	from := f.mark(start)
	start = max(start, f.last)
	f.last = start + marks
	m.inlines(f, n.FirstChild(), nil, limit-marks)
	f.around(kind, value, start, max(start, min(f.last+marks, limit)), from)
}

func (m *markdown) codeSpan(f *flow, n *ast.CodeSpan, limit int) {
	b := m.src.bytes
	start := max(m.clamp(n.Pos()), f.last)
	from := f.mark(start)
	f.last = max(start, f.last)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		at, end := m.clamp(t.Segment.Start), m.clamp(t.Segment.Stop)
		stop := end
		for stop > at && (b[stop-1] == '\n' || b[stop-1] == '\r') {
			stop--
		}
		f.verbatim(at, stop)
		if stop < end {
			f.lineBreak(stop, false)
		}
	}
	f.gap = -1
	end := trimStart(b, f.last, limit)
	for end < limit && b[end] == '`' {
		end++
	}
	o := f.around(doc.CodeSpan, "", start, end, from)
	o.Value = f.out.Text()[from:]
}

func (m *markdown) autoLink(f *flow, n *ast.AutoLink) {
	b := m.src.bytes
	start := m.clamp(n.Pos())
	if start < f.last || start >= len(b) || b[start] != '<' {
		return
	}
	end := bytes.IndexByte(b[start:], '>')
	if end < 0 {
		return
	}
	end += start + 1
	from := f.mark(start)
	f.verbatim(start+1, end-1)
	f.around(doc.URL, string(m.src.file.Content[start+1:end-1]), start, end, from)
}

func (m *markdown) rawHTML(f *flow, n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	b := m.src.bytes
	start, end := m.clamp(n.Segments.At(0).Start), m.clamp(n.Segments.At(n.Segments.Len()-1).Stop)
	if start < f.last || end-start < 2 {
		return
	}
	switch {
	case bytes.HasPrefix(b[start:end], []byte("<!--")):
		m.comment(start, end, len("<!--"), len("-->"))
		f.mark(start)
		f.last, f.mute = end, true
	case b[start+1] == '!' || b[start+1] == '?':
		f.nothing(doc.RawHTML, "", start, end)
	default:
		f.tag(readTag(b, start, end))
	}
}

func (m *markdown) link(f *flow, n *ast.Link, limit int) {
	start := max(m.clamp(n.Pos()), f.last)
	from := f.mark(start)
	start = max(start, f.last)
	f.last = start + 1
	m.inlines(f, n.FirstChild(), nil, limit)
	f.gap, f.hard = -1, false
	t := m.tail(f.last, limit)
	o := f.around(doc.Link, m.destination(t, n.Destination), start, max(start, t.end), from)
	o.Dest = t.dest(&m.src)
}

func (m *markdown) image(f *flow, n *ast.Image, limit int) {
	start := max(m.clamp(n.Pos()), f.last)
	inner := newFlow(&m.src, escapes)
	inner.last = start + 2
	m.inlines(inner, n.FirstChild(), nil, limit)
	t := m.tail(inner.last, limit)
	p := picture{object: doc.Object{Kind: doc.InlineImage, Value: m.destination(t, n.Destination), Span: m.src.span(start, max(start, t.end)), Dest: t.dest(&m.src)}}
	p.alt, p.objects = inner.finish()
	if t.title[1] > t.title[0] {
		inner = newFlow(&m.src, escapes)
		inner.text(t.title[0], t.title[1])
		p.title, _ = inner.finish()
	}
	f.picture(p)
}

// destination is where a link or image leads, as written; a reference's as
// goldmark resolved it.
func (m *markdown) destination(t tail, resolved []byte) string {
	if t.to > t.from {
		return string(m.src.file.Content[t.from:t.to])
	}
	return strings.TrimSpace(string(resolved))
}
