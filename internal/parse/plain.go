package parse

import (
	"bytes"

	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// plain reads text without mark-up line by line, by the signs that readers go by.
type plain struct {
	*assembly
	rows     []row
	wrapped  bool // paragraphs are broken into lines; else each line is one
	at       int  // the row being read
	before   before
	titled   bool // the item before ended in a title, whose text may follow
	items    []openItem
	headings int
	entries  int // the list of a reference section without bullets; 0 outside one
}

// before is what was read last.
type before uint8

const (
	nothing  before = iota // the file begins
	title                  // a heading
	body                   // a paragraph
	item                   // a list item
	itemBody               // a paragraph of a list item
)

func readPlain(a *assembly, start int) {
	p := &plain{assembly: a, rows: splitRows(a.src.bytes, start)}
	p.wrapped = wrapped(a.src.bytes, p.rows)
	for p.at < len(p.rows) {
		p.at += p.read(p.rows[p.at])
	}
}

// read adds the block that begins in row r and says how many rows it takes.
func (p *plain) read(r row) int {
	if r.blank() {
		return 1
	}
	if n, level := p.heading(r); n > 0 && !p.full() {
		p.addHeading(r, n, level)
		return n
	}
	switch {
	case p.full():
	case p.isFence(r):
		return p.code(r)
	case p.isRule(r):
		p.markup(r.start, r.end, 0)
		p.before, p.items = body, nil
		return 1
	case r.bulleted():
		return p.item(r)
	case p.src.bytes[r.start] == '>' && r.end-r.start > 1:
		return p.quote(r)
	}
	if n := p.itemBody(r); n > 0 {
		return n
	}
	n := p.extent()
	b := &doc.Block{Kind: doc.Paragraph, Span: p.span(n)}
	if p.entries > 0 {
		b.Kind, b.Depth, b.Item = doc.Item, 1, doc.ItemPlace{List: p.entries}
	}
	p.put(b, p.flow(n, r.start))
	p.before, p.items = body, nil
	return n
}

// extent is how many rows the paragraph takes that begins in the current one.
func (p *plain) extent() int {
	n := 1
	if p.full() {
		return min(maxRows, len(p.rows)-p.at)
	}
	for p.wrapped && p.at+n < len(p.rows) {
		r := p.rows[p.at+n]
		if r.blank() || p.beginsItem(r) || p.isRule(r) || p.isFence(r) || p.src.bytes[r.start] == '>' {
			break
		}
		n++
	}
	return n
}

// maxRows is how many lines are run together once there are too many blocks.
const maxRows = 1000

// beginsItem says that a row begins a list item even in the middle of a
// hard-wrapped paragraph, where a line may begin with a number by chance.
func (p *plain) beginsItem(r row) bool {
	if !r.bulleted() || !r.ordered {
		return r.bulleted()
	}
	return r.number == 1 || len(p.items) > 0 && p.items[len(p.items)-1].block.Item.Number+1 == r.number
}

// span reaches over n rows from the current one.
func (p *plain) span(n int) text.Span {
	return p.src.span(p.rows[p.at].start, p.rows[p.at+n-1].end)
}

// flow is the prose of n rows from the current one, where it begins at start.
func (p *plain) flow(n, start int) *flow {
	f := newFlow(&p.src, literal)
	for i, r := range p.rows[p.at : p.at+n] {
		if i > 0 {
			start = r.start
		}
		f.strong(start, r.end)
		f.lineBreak(r.end, false)
	}
	f.gap = -1
	return f
}

// strong adds a line of plain text. What stands between double asterisks is
// strong, as in Markdown: chat programs and mail clients write so too.
func (f *flow) strong(start, end int) {
	b := f.src.bytes
	for start < end {
		open := bytes.Index(b[start:end], []byte("**"))
		if open < 0 {
			break
		}
		open += start
		inner := open + 2
		n := bytes.Index(b[inner:end], []byte("**"))
		if n < 0 {
			break
		}
		if n == 0 || isSpace(b[inner]) || isSpace(b[inner+n-1]) {
			f.verbatim(start, inner)
			start = inner
			continue
		}
		f.verbatim(start, open)
		from := f.mark(open)
		f.verbatim(inner, inner+n)
		f.around(doc.Emphasis, "strong", open, inner+n+2, from)
		start = inner + n + 2
	}
	f.verbatim(start, end)
}

// quote adds a quotation marked by ">" as in mail.
func (p *plain) quote(r row) int {
	n := 1
	for p.wrapped && p.at+n < len(p.rows) && !p.rows[p.at+n].blank() && p.src.bytes[p.rows[p.at+n].start] == '>' {
		n++
	}
	f := newFlow(&p.src, literal)
	depth := 0
	for i, q := range p.rows[p.at : p.at+n] {
		at := q.start
		for at < q.end && (p.src.bytes[at] == '>' || p.src.bytes[at] == ' ') {
			if i == 0 && p.src.bytes[at] == '>' {
				depth++
			}
			at++
		}
		f.strong(at, q.end)
		f.lineBreak(q.end, false)
	}
	f.gap = -1
	p.put(&doc.Block{Kind: doc.Quote, Depth: depth, Span: p.span(n)}, f)
	p.before, p.items = body, nil
	return n
}

// isFence says that a row opens a code block as in Markdown.
func (p *plain) isFence(r row) bool {
	b := p.src.bytes[r.start:r.end]
	return bytes.HasPrefix(b, []byte("```")) && bytes.IndexByte(bytes.TrimLeft(b, "`"), '`') < 0
}

// code adds a fenced code block, which ends with its closing fence or with the file.
func (p *plain) code(r row) int {
	n := 1
	prose := doc.NewProse(p.src.file)
	for ; p.at+n < len(p.rows); n++ {
		q := p.rows[p.at+n]
		if p.isFence(q) {
			n++
			break
		}
		if n > 1 {
			prose.Replace("\n", p.rows[p.at+n-1].end, q.line)
		}
		prose.Verbatim(q.line, q.end)
	}
	if out := prose.Prose(); !isBlank(out.Text) {
		p.blocks = append(p.blocks, &doc.Block{Kind: doc.Code, Span: p.span(n), Prose: out})
	}
	p.before, p.items = body, nil
	return n
}

// isRule says that a row is a line drawn across the page: three or more of one sign.
func (p *plain) isRule(r row) bool {
	b := bytes.ReplaceAll(p.src.bytes[r.start:min(r.end, r.start+maxRule)], []byte(" "), nil)
	return len(b) >= 3 && bytes.IndexByte([]byte("-_*=~#+"), b[0]) >= 0 && len(bytes.Trim(b, string(b[:1]))) == 0
}

// maxRule is more than a rule is long, in bytes.
const maxRule = 400
