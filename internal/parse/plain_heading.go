package parse

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

const (
	maxTitle      = 110 // runes: longer lines are no headings
	maxTitleWords = 16
	// maxListHeading is how many words a heading may have that follows a list
	// without a blank line, where a stray line of the list may stand as well.
	maxListHeading = 10
)

// next is the row n after the current one; a blank one past the end.
func (p *plain) next(n int) row {
	if p.at+n < len(p.rows) {
		return p.rows[p.at+n]
	}
	return row{}
}

// heading says how many rows the heading takes that row r begins, and its
// level; 0 when it begins none.
func (p *plain) heading(r row) (rows, level int) {
	b := p.src.bytes[r.start:min(r.end, r.start+4*maxTitle+1)]
	if n := hashes(b); n > 0 {
		return 1, n
	}
	level = 2
	if p.headings == 0 {
		level = 1
	}
	if isReferenceHeading(string(b)) && (p.above() || p.before != title) {
		return 1, level
	}
	if !isTitle(b) || p.entries > 0 && !p.leavesEntries(b) {
		return 0, 0
	}
	if n := p.underline(p.next(1)); n > 0 && !r.bulleted() {
		return 2, n
	}
	if n := sectionNumber(b); n > 1 && p.before != title {
		return 1, min(n+1, 6)
	}
	if !p.mayStand(r) || !p.followed(r) {
		return 0, 0
	}
	return 1, level
}

// hashes is the level of a heading marked as in Markdown; 0 for none.
func hashes(b []byte) int {
	n := len(b) - len(bytes.TrimLeft(b, "#"))
	if n == 0 || n > 6 || n >= len(b) || b[n] != ' ' {
		return 0
	}
	return n
}

// underline is the level that a line under a title gives it: 1 for "===", 2 for "---".
func (p *plain) underline(r row) int {
	b := p.src.bytes[r.start:r.end]
	switch {
	case len(b) < 3 || len(b) > maxRule:
		return 0
	case len(bytes.Trim(b, "=")) == 0:
		return 1
	case len(bytes.Trim(b, "-")) == 0:
		return 2
	}
	return 0
}

// sectionNumber is how many numbers a heading begins with: 2 for "3.1 Methods".
func sectionNumber(b []byte) int {
	n, digit := 0, false
	for i, c := range b {
		switch {
		case isDigit(c):
			if !digit {
				n++
			}
			if digit = true; i > 10 {
				return 0
			}
		case c == '.' && digit:
			digit = false
		case c == ' ' && n > 0:
			if r, _ := utf8.DecodeRune(b[i+1:]); unicode.IsUpper(r) {
				return n
			}
			return 0
		default:
			return 0
		}
	}
	return 0
}

// isTitle says that a line could be a heading by its looks: short, beginning
// with a capital or a number, not ending like a sentence.
func isTitle(b []byte) bool {
	s := string(b)
	if utf8.RuneCount(b) > maxTitle || hasWords(s, maxTitleWords+1) || strings.Contains(s, "://") || strings.HasPrefix(s, ">") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"”“«»'’(*_¿¡"))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) || strings.IndexFunc(s, unicode.IsLetter) < 0 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"”“«»'’)_"))
	return !strings.ContainsRune(".:;,…*-–—|", last)
}

// above says that nothing but blank space stands right above the current row.
func (p *plain) above() bool { return p.at == 0 || p.rows[p.at-1].blank() }

// mayStand says that a heading without marks can stand at row r.
func (p *plain) mayStand(r row) bool {
	if r.bulleted() {
		// "2. Methods" is a heading only apart from any list.
		next := p.nextText()
		return r.ordered && p.src.bytes[r.marker-1] == '.' && p.above() && p.before != item && p.before != itemBody &&
			!next.bulleted() && next.indent <= r.indent && next.end-next.start > r.end-r.start && !p.introduced()
	}
	if p.wrapped || r.indent > 0 && len(p.items) > 0 {
		return p.above() && (r.indent == 0 || len(p.items) == 0)
	}
	switch p.before {
	case nothing, body:
		return true
	case item:
		if p.above() {
			return true
		}
		last := p.items[len(p.items)-1]
		return !p.titled && !last.alone && !hasWords(string(p.src.bytes[r.start:r.end]), maxListHeading+1) && p.endsText(p.nextText())
	case itemBody:
		return p.above() || !p.titled
	}
	return p.above()
}

// introduced says that the paragraph before ends in a colon: what follows is a list.
func (p *plain) introduced() bool {
	for i := p.at - 1; i >= 0; i-- {
		if r := p.rows[i]; !r.blank() {
			return p.src.bytes[r.end-1] == ':'
		}
	}
	return false
}

// nextText is the first row after the current one that is not blank.
func (p *plain) nextText() row {
	for i := p.at + 1; i < len(p.rows); i++ {
		if !p.rows[i].blank() {
			return p.rows[i]
		}
	}
	return row{}
}

// endsText says that a row ends as sentences do.
func (p *plain) endsText(r row) bool {
	b := bytes.TrimRight(p.src.bytes[r.start:r.end], "\"”“«»'’)*_")
	last, _ := utf8.DecodeLastRune(b)
	return len(b) > 0 && isEndMark(last)
}

// followed says that a text or a list stands under row r, as it does under a heading.
func (p *plain) followed(r row) bool {
	next := p.nextText()
	apart := p.next(1).blank()
	switch {
	case next.blank() || p.wrapped && !apart:
		return false
	case next.bulleted() || p.before == nothing:
		return true
	case apart && isTitle(p.src.bytes[next.start:min(next.end, next.start+4*maxTitle+1)]):
		return true
	}
	return next.end-next.start > r.end-r.start || p.endsText(next)
}

// leavesEntries says that a title ends a reference list without bullets: it
// does not look like an entry without a full stop.
func (p *plain) leavesEntries(b []byte) bool {
	return p.above() && !bytes.ContainsAny(b, digits+".") && !hasWords(string(b), 7)
}

// isReferenceHeading says that any language we know has s for the heading of a reference list.
func isReferenceHeading(s string) bool {
	if len(s) > maxTitle {
		return false
	}
	name := strings.ToLower(strings.Trim(strings.TrimLeft(s, digits+". "), " \t*:_#"))
	for _, l := range lang.All() {
		for _, h := range l.ReferenceHeadings {
			if h == name {
				return true
			}
		}
	}
	return false
}

// addHeading adds row r as a heading.
func (p *plain) addHeading(r row, n, level int) {
	b := p.src.bytes
	start := r.start
	if h := hashes(b[r.start:r.end]); h > 0 {
		start += h
	}
	end := r.end
	if trimmed := bytes.TrimRight(b[start:end], "#"); start > r.start && bytes.HasSuffix(trimmed, []byte(" ")) {
		end = start + len(trimmed)
	}
	f := newFlow(&p.src, literal)
	f.strong(start, end)
	block := &doc.Block{Kind: doc.Heading, Level: level, Span: p.span(n)}
	if !p.put(block, f) {
		return
	}
	p.headings++
	p.before, p.items, p.entries = title, nil, 0
	if next := p.rowAfter(n); isReferenceHeading(block.Prose.Text) && !next.bulleted() {
		p.entries = p.nextList()
	}
}

// rowAfter is the first row that is not blank, n or more after the current one.
func (p *plain) rowAfter(n int) row {
	for i := p.at + n; i < len(p.rows); i++ {
		if !p.rows[i].blank() {
			return p.rows[i]
		}
	}
	return row{}
}
