package cite

import (
	"slices"
	"strconv"
	"strings"

	"tvilling/internal/doc"
)

// Split reads the bytes [start, end) of a block's prose as one reference. It
// knows the shapes of Vancouver and NLM, AMA, APA, Harvard, Chicago, IEEE, MLA and
// bare web links, in any wording package lang has. It never fails: what it
// cannot tell apart is in no field. It takes time linear in the entry's length.
//
// The order is from certain to uncertain. Identifiers and dates of access are
// recognised by their own shape and blanked out; then the names at the front,
// the year behind them, the numbers that say where in its journal the work
// stands; title and container are what is left between those landmarks.
func Split(b *doc.Block, start, end int) *Entry {
	e := &Entry{Block: b, Start: start, End: end}
	p := &splitter{e: e, s: e.Text(), t: []byte(e.Text()), w: words()}
	p.marks()
	p.links()
	p.label()
	p.identifiers()
	p.access()
	rest := p.authors()
	p.works(rest)
	slices.SortStableFunc(e.Fields, func(a, b Field) int { return a.Start - b.Start })
	return e
}

// splitter is one entry being split. Offsets in it count from the entry's start.
type splitter struct {
	e    *Entry
	s    string   // the entry as read
	t    []byte   // the same with every byte that has been explained set to NUL
	em   [][2]int // stretches in italics or bold, in order
	from int      // where the entry begins after its label
	seen [kinds]bool

	hidden int // how many of the entry's first fields are addresses of links
	w      *wording
}

// add makes a field of s[start:end], white space around it left out.
func (p *splitter) add(k Kind, start, end int) {
	for start < end && isSpace(p.s[start]) {
		start++
	}
	for end > start && isSpace(p.s[end-1]) {
		end--
	}
	if start >= end {
		return
	}
	p.seen[k] = true
	at, to := p.e.Start+start, p.e.Start+end
	p.e.Fields = append(p.e.Fields, Field{k, p.s[start:end], at, to, p.e.Block.Prose.Source(at, to)})
}

// blank marks s[start:end] as explained.
func (p *splitter) blank(start, end int) {
	for i := start; i < end; i++ {
		p.t[i] = 0
	}
}

func (p *splitter) has(k Kind) bool { return p.seen[k] }

// marks notes what the entry sets in italics: titles of journals and books.
func (p *splitter) marks() {
	for _, o := range p.e.Block.Objects {
		start, end := o.Start-p.e.Start, o.End-p.e.Start
		if o.Kind == doc.Emphasis && start >= 0 && end <= len(p.s) && start < end {
			if n := len(p.em); n == 0 || p.em[n-1][1] <= start {
				p.em = append(p.em, [2]int{start, end})
			}
		}
	}
}

// label takes the number that an entry is cited by: "[12]", "12.".
func (p *splitter) label() {
	if m := labelPattern.FindSubmatchIndex(p.t); m != nil {
		p.e.Label = strings.Trim(p.s[m[2]:m[3]], "[].)")
		p.blank(0, m[1])
		p.from = m[1]
	}
	if item := p.e.Block.Item; p.e.Label == "" && p.e.Start == 0 && item.Ordered {
		p.e.Label = strconv.Itoa(item.Number)
	}
	if p.e.Label == "" {
		p.e.Label = p.e.Block.Note
	}
}

// emphasis is the first stretch in italics that lies in [start, end).
func (p *splitter) emphasis(start, end int) (from, to int, ok bool) {
	for _, m := range p.em {
		if m[0] >= start && m[1] <= end {
			return m[0], m[1], true
		}
	}
	return 0, 0, false
}

// trim narrows [start, end) of the text to what stands between separators.
func (p *splitter) trim(start, end int) (int, int) {
	for start < end && strings.IndexByte(" \t\n\r\x00.,;:", p.t[start]) >= 0 {
		start++
	}
	for end > start && strings.IndexByte(" \t\n\r\x00.,;:", p.t[end-1]) >= 0 {
		end--
	}
	return start, end
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
