package parse

import (
	"bytes"

	"golang.org/x/net/html"

	"tvilling/internal/doc"
)

// htmlReader builds blocks from HTML tags as they come. It uses the tokenizer
// of x/net only: its tree has no way back to the bytes, and moves nodes about.
type htmlReader struct {
	*assembly
	stack []frame
	open  map[string]int // how many frames of a name are on the stack
	cur   *flow          // the block being read; nil between blocks
	start int            // where cur begins

	skip   string // the element whose content is not shown; "" outside one
	nested int    // how many elements of that name are open in it
	until  int    // everything before this offset has been read already
	title  bool   // the next text is the document's title
}

// frame is an open element.
type frame struct {
	setting
	name  string
	list  *listState
	table *tableState
}

// maxFrames bounds how deep elements are followed; deeper ones are read as if
// their tags were not there. Browsers stop at 512 (HTML Standard, parser of
// Chromium and WebKit).
const maxFrames = 512

// readHTML reads the HTML at [start, end), which stands in setting s.
func readHTML(a *assembly, start, end int, s setting) {
	r := &htmlReader{assembly: a, stack: []frame{{setting: s}}, open: map[string]int{}}
	z := html.NewTokenizer(bytes.NewReader(a.src.bytes[start:end]))
	at := start
	for {
		token := z.Next()
		from := at
		at += len(z.Raw()) // before anything else: other calls unescape it in place
		if token == html.ErrorToken {
			break
		}
		if from < r.until {
			continue
		}
		r.token(token, from, at)
	}
	if at < end && r.skip == "" {
		r.text(at, end) // a tag that never ends
	}
	r.flush()
	if r.cur != nil {
		r.place(r.cur, setting{}, r.start, max(r.start, r.cur.last))
	}
	for len(r.stack) > 1 {
		r.pop()
	}
}

func (r *htmlReader) token(token html.TokenType, start, end int) {
	switch token {
	case html.TextToken:
		r.text(start, end)
	case html.CommentToken:
		r.htmlComment(start, end)
	case html.StartTagToken, html.SelfClosingTagToken:
		r.startTag(readTag(r.src.bytes, start, end))
	case html.EndTagToken:
		r.endTag(readTag(r.src.bytes, start, end))
	}
}

func (r *htmlReader) top() *frame { return &r.stack[len(r.stack)-1] }

// flow is the prose of the block being read, which begins at start if it is new.
func (r *htmlReader) flow(start int) *flow {
	if r.cur == nil {
		style := collapsing
		if r.top().kind == doc.Code {
			style = entities
		}
		r.cur, r.start = newFlow(&r.src, style), start
	}
	return r.cur
}

func (r *htmlReader) text(start, end int) {
	b := r.src.bytes
	switch {
	case r.title:
		r.title = false
		f := newFlow(&r.src, collapsing)
		f.text(start, end)
		if p, _ := f.finish(); p.Text != "" {
			r.builder.Meta(doc.Field{Key: "title", Value: p.Text, Span: p.Span()})
		}
	case r.skip != "":
	case r.cur != nil:
		r.cur.text(start, end)
	default:
		if r.top().kind != doc.Code {
			start = trimStart(b, start, end)
		}
		if start < end {
			r.flow(start).text(start, end)
		}
	}
}

func (r *htmlReader) htmlComment(start, end int) {
	b := r.src.bytes[start:end]
	if r.skip != "" || !bytes.HasPrefix(b, []byte("<!--")) {
		return
	}
	mark := 0
	if bytes.HasSuffix(b, []byte("-->")) {
		mark = len("-->")
	}
	r.comment(start, end, len("<!--"), mark)
}

// maxRunTogether is how long a block grows once there are too many, in bytes of prose.
const maxRunTogether = 64 << 10

// flush ends the block being read.
func (r *htmlReader) flush() {
	f := r.cur
	if f == nil {
		return
	}
	if r.full() && f.out.Len() < maxRunTogether {
		f.lineBreak(f.last, false)
		return
	}
	r.cur = nil
	top := r.top()
	end := trimEnd(r.src.bytes, r.start, max(f.last, r.start))
	if top.kind == doc.Code {
		r.pre(f, end)
		return
	}
	n := len(r.blocks)
	r.place(f, top.setting, r.start, end)
	if t := top.table; t != nil && top.kind == doc.Cell {
		t.cells = append(t.cells, r.blocks[n:]...)
	}
}

// pre adds preformatted text as code, without the line ending after <pre>.
func (r *htmlReader) pre(f *flow, end int) {
	p := f.out.Prose()
	from := len(p.Text) - len(bytes.TrimLeft([]byte(p.Text), "\r\n"))
	to := len(bytes.TrimRight([]byte(p.Text), " \t\r\n"))
	if from >= to {
		return
	}
	p = p.Slice(from, to)
	s := r.top()
	r.blocks = append(r.blocks, &doc.Block{Kind: doc.Code, Depth: s.depth, Parent: s.holder.parent(),
		Span: r.src.span(p.Span().Start, max(end, p.Span().End)), Prose: p})
}

// pop ends the innermost element.
func (r *htmlReader) pop() {
	f := r.top()
	r.open[f.name]--
	r.stack = r.stack[:len(r.stack)-1]
	if f.name == "table" {
		f.table.finish()
	}
}
