package cite

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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
	p := &splitter{e: e, w: words()}
	p.s, p.places = plainSpaces(e.Text())
	p.t = []byte(p.s)
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
	s    string   // the entry as read, every kind of space a plain one
	t    []byte   // the same with every byte that has been explained set to NUL
	em   [][2]int // stretches in italics or bold, in order
	from int      // where the entry begins after its label
	seen [kinds]bool

	commas bool // names, title and journal are parted by commas, not by stops

	places []int // where each byte of s, and its end, stands in the entry; nil when just there
	hidden int   // how many of the entry's first fields are addresses of links
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
	at, to := p.place(start), p.place(end)
	p.e.Fields = append(p.e.Fields, Field{k, p.e.Block.Prose.Text[at:to], at, to, p.e.Block.Prose.Source(at, to)})
}

// place is where offset i of p.s stands in the block's prose.
func (p *splitter) place(i int) int {
	if p.places != nil {
		i = p.places[i]
	}
	return p.e.Start + i
}

// offset is the other way round: the first offset of p.s at or behind a place.
func (p *splitter) offset(place int) int {
	place -= p.e.Start
	if p.places == nil {
		return place
	}
	return sort.SearchInts(p.places, place)
}

// plainSpaces is s with hard, thin and other spaces as plain ones and without
// soft hyphens and zero-width characters, and where each byte of that stood in
// s; nil when s has none of these.
func plainSpaces(s string) (string, []int) {
	odd := func(r rune) bool {
		return r > unicode.MaxLatin1 && (unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)) || r == 0xA0 || r == 0xAD
	}
	if !strings.ContainsFunc(s, odd) {
		return s, nil
	}
	out, places := make([]byte, 0, len(s)), make([]int, 0, len(s)+1)
	for i, r := range s {
		switch {
		case !odd(r):
			for j := range utf8.RuneLen(r) {
				out, places = append(out, s[i+j]), append(places, i+j)
			}
		case unicode.IsSpace(r):
			out, places = append(out, ' '), append(places, i)
		}
	}
	return string(out), append(places, len(s))
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
		if o.Kind != doc.Emphasis || o.Start < p.e.Start || o.End > p.e.End {
			continue
		}
		if start, end := p.offset(o.Start), p.offset(o.End); start < end {
			if n := len(p.em); n == 0 || p.em[n-1][1] <= start {
				p.em = append(p.em, [2]int{start, end})
			}
		}
	}
}

// label takes the number that an entry is cited by: "[12]", "12.".
func (p *splitter) label() {
	if m := labelPattern().FindSubmatchIndex(p.t); m != nil {
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
