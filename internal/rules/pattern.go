package rules

import (
	"math"
	"sync"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lazy"
)

// pattern is a regular expression that is tried only on texts with some bytes in a
// row without which it cannot match: most have none, and to see that is far
// cheaper than to match.
type pattern struct {
	expression lazy.Expression
	row        []byteSet           // two or more
	atRow      lazy.Expression     // the same at the front of a text, for a pattern that begins with its row; else nil
	fits       func(s string) bool // what else some match has, s being the text from the row on; nil for nothing
	bit        uint32              // its own in what pairTable.in tells
}

// patterns are all that there are; one is added for each.
var patterns []*pattern

// Bytes by which classes of characters begin or end. Where letters are meant,
// every byte that is not ASCII counts as one.
const (
	digitBytes   = "0123456789"
	smallBytes   = "abcdefghijklmnopqrstuvwxyz\xff"
	capitalBytes = "ABCDEFGHIJKLMNOPQRSTUVWXYZ\xff"
	letterBytes  = "abcdefghijklmnopqrstuvwxyz" + capitalBytes
	gapBytes     = " \xC2"                     // begins a space, plain or hard
	gapEndBytes  = " \xA0"                     // ends one
	hardGapBytes = "\xC2\xE2"                  // begins a hard space, wide or narrow
	enDashBytes  = "\xE2"                      // begins one
	tickBytes    = "'\xE2"                     // begins an apostrophe
	unitBytes    = "%gkmcdlGMTHWV\xC2\xCE\xE2" // begins the sign of a unit: ‰ too
	gluableBytes = "kmcd\xC2\xCE"              // begins the sign of a unit: kg, µg, °C
)

// sought is the pattern expr, each match of which holds a byte of each set of row
// right after one another.
func sought(expr string, row ...string) *pattern {
	p := &pattern{expression: lazy.Regexp(expr), bit: 1 << len(patterns)}
	if p.bit == 0 {
		panic("more patterns than bits")
	}
	patterns = append(patterns, p)
	for _, bytes := range row {
		p.row = append(p.row, byteSetOf(bytes))
	}
	return p
}

// begun is sought for a pattern that begins with the row and all of whose groups are in
// every match: where the row is, it is only tried, not looked for.
func begun(expr string, row ...string) *pattern {
	p := sought(expr, row...)
	p.atRow = lazy.Regexp("^(?:" + expr + ")")
	return p
}

// where is p, of whose row fits must say that it may be part of a match.
func (p *pattern) where(fits func(s string) bool) *pattern {
	p.fits = fits
	return p
}

// byteSet is a set of bytes, a bit each.
type byteSet [4]uint64

// byteSetOf is the set of bytes; 0xff, which is in no text, stands for all that are
// not ASCII.
func byteSetOf(bytes string) (set byteSet) {
	for i := range len(bytes) {
		set[bytes[i]>>6] |= 1 << (bytes[i] & 63)
	}
	if set.has(0xff) {
		set[2], set[3] = math.MaxUint64, math.MaxUint64
	}
	return set
}

func (s *byteSet) has(c byte) bool { return s[c>>6]>>(c&63)&1 != 0 }

// pairTable says of each byte which patterns have it in the first and in the second
// set of their rows, a bit each.
type pairTable struct{ first, second [256]uint32 }

var pairs = sync.OnceValue(func() *pairTable {
	t := &pairTable{}
	for _, p := range patterns {
		for c := range 256 {
			if p.row[0].has(byte(c)) {
				t.first[c] |= p.bit
			}
			if p.row[1].has(byte(c)) {
				t.second[c] |= p.bit
			}
		}
	}
	return t
})

// in are the bits of the patterns of whose rows s has the first two bytes one after
// the other: one look at the text for all patterns together.
func (t *pairTable) in(s string) (found uint32) {
	before := uint32(0)
	for i := range len(s) {
		found |= before & t.second[s[i]]
		before = t.first[s[i]]
	}
	return found
}

type pairsKey struct{}

// pairsIn are the bits of the patterns that each block of the target may hold.
func pairsIn(p *check.Pass) []uint32 {
	return check.Memo(p, pairsKey{}, func(p *check.Pass) []uint32 {
		out := make([]uint32, len(p.Target.Blocks()))
		for i, b := range p.Target.Blocks() {
			out[i] = pairs().in(b.Prose.Text)
		}
		return out
	})
}

// found are the places of all matches in a block of the target and of their groups.
func (p *pattern) found(pass *check.Pass, b *doc.Block) [][]int {
	if pairsIn(pass)[b.Index]&p.bit == 0 {
		return nil
	}
	return p.all(b.Prose.Text)
}

// next is where in s, not before from, the next row of bytes is that may be part of a
// match; -1 for none.
func (p *pattern) next(s string, from int) int {
	first, second, rest := &p.row[0], &p.row[1], p.row[2:]
search:
	for i := from + 1; i+len(rest) < len(s); i++ {
		if !second.has(s[i]) || !first.has(s[i-1]) {
			continue
		}
		for k := range rest {
			if !rest[k].has(s[i+1+k]) {
				continue search
			}
		}
		if p.fits == nil || p.fits(s[i-1:]) {
			return i - 1
		}
	}
	return -1
}

// all are the places of all matches in s and of their groups.
func (p *pattern) all(s string) (out [][]int) {
	at := p.next(s, 0)
	if at < 0 {
		return nil
	}
	if p.atRow == nil {
		return p.expression().FindAllStringSubmatchIndex(s, -1)
	}
	for at >= 0 {
		m := p.atRow().FindStringSubmatchIndex(s[at:])
		if m == nil {
			at = p.next(s, at+1)
			continue
		}
		for i := range m {
			m[i] += at // each group of theirs is in every match
		}
		out = append(out, m)
		at = p.next(s, m[1])
	}
	return out
}

// in says that the pattern matches somewhere in s.
func (p *pattern) in(s string) bool { return p.next(s, 0) >= 0 && p.expression().MatchString(s) }
