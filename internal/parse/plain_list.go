package parse

import (
	"strings"

	"tvilling/internal/doc"
)

// openItem is a list item that others may be nested in.
type openItem struct {
	indent int
	list   int
	mark   string // the bullet; "1" for any number, "a" for any letter
	block  *doc.Block
	alone  bool // no item of the list stands right before it
}

// item adds the list item that begins in row r.
func (p *plain) item(r row) int {
	n := p.extent()
	mark := string(p.src.bytes[r.start:r.marker])
	b := &doc.Block{Kind: doc.Item, Span: p.span(n), Item: doc.ItemPlace{Ordered: r.ordered, Number: r.number, Marker: mark}}
	if r.ordered {
		mark = orderedMark(mark)
	}
	open := openItem{indent: r.indent, mark: mark, block: b, alone: p.before != item}
	open.list = p.openList(r.indent, mark)
	b.Item.List = open.list
	b.Depth = len(p.items) + 1
	if len(p.items) > 0 {
		b.Parent = p.items[len(p.items)-1].block
	}
	p.items = append(p.items, open)
	p.put(b, p.flow(n, r.text))
	p.titled = endsInTitle(b, r.number)
	p.before = item
	return n
}

// orderedMark is the kind of number that an item's mark holds: "1" or "a".
func orderedMark(mark string) string {
	if strings.ContainsAny(mark, digits) {
		return "1"
	}
	return "a"
}

// openList closes the items that one at this indentation does not stand in, and
// says which list it belongs to.
func (p *plain) openList(indent int, mark string) int {
	list := 0
	for n := len(p.items); n > 0; n-- {
		last := p.items[n-1]
		if last.indent+1 < indent && n <= maxNesting {
			break
		}
		p.items = p.items[:n-1]
		list = 0
		if last.mark == mark {
			list = last.list
		}
		if last.indent <= indent {
			break
		}
	}
	if list == 0 {
		return p.nextList()
	}
	return list
}

// itemBody adds row r as a paragraph of a list item if it is one, and says how
// many rows that takes: a line further indented than the item's marker, or the
// text under an item that is but a title.
func (p *plain) itemBody(r row) int {
	if len(p.items) == 0 {
		return 0
	}
	i := len(p.items) - 1
	for i >= 0 && p.items[i].indent >= r.indent {
		i--
	}
	if i < 0 {
		if !p.underTitle(r) {
			return 0
		}
		i = len(p.items) - 1
	}
	parent := p.items[i].block
	n := p.extent()
	b := &doc.Block{Kind: doc.Paragraph, Depth: parent.Depth, Parent: parent, Span: p.span(n)}
	p.put(b, p.flow(n, r.start))
	p.titled = endsInTitle(b, parent.Item.Number)
	p.items = p.items[:i+1]
	p.before = itemBody
	return n
}

// underTitle says that row r, which is not indented, is the text of the item
// before it. So it is where the item ran on from the line above. Else the item
// must be a title that stands apart from its list, and there must be a sign
// that the list goes on: a bullet in or after the text.
func (p *plain) underTitle(r row) bool {
	if p.wrapped || p.at == 0 || p.rows[p.at-1].blank() {
		return false
	}
	if p.titled {
		return true
	}
	last := p.items[len(p.items)-1]
	if p.before != item || !last.alone || !isItemTitle(last.block.Prose.Text) {
		return false
	}
	body := string(p.src.bytes[r.start:r.end])
	if len(runOnCuts(body, true, last.block.Item.Number)) > 0 {
		return true
	}
	next := p.next(1)
	return next.bulleted() && !next.blank() && next.indent == last.indent && p.sameMark(next, last)
}

// sameMark says that row r begins an item of the list that last belongs to.
func (p *plain) sameMark(r row, last openItem) bool {
	mark := string(p.src.bytes[r.start:r.marker])
	return mark == last.mark || r.ordered && orderedMark(mark) == last.mark
}

// endsInTitle says that another item runs on in b and that this one is but a title.
func endsInTitle(b *doc.Block, number int) bool {
	cuts := runOnCuts(b.Prose.Text, true, number)
	return len(cuts) > 0 && isItemTitle(b.Prose.Text[cuts[len(cuts)-1].start:])
}

// maxItemTitle is how many words the title of an item may have.
const maxItemTitle = 12

// isItemTitle says that an item is so short and unfinished that its text is yet to come.
func isItemTitle(s string) bool {
	return s != "" && !hasWords(s, maxItemTitle+1) && !strings.HasSuffix(s, "*") && !endsSentence(s+" ") && !endsSentence(s)
}
