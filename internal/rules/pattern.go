package rules

import (
	"regexp"
	"unicode/utf8"
)

// pattern is a regular expression that is tried only on texts with some bytes in a
// row without which it cannot match: most have none, and to see that is far
// cheaper than to match.
type pattern struct {
	*regexp.Regexp
	row []*[256]bool // sets of bytes, two or more
}

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
	p := &pattern{Regexp: regexp.MustCompile(expr)}
	for _, bytes := range row {
		set := new([256]bool)
		mark(set, bytes)
		p.row = append(p.row, set)
	}
	return p
}

// mark marks bytes in a set; 0xff, which is in no text, stands for all that are
// not ASCII.
func mark(set *[256]bool, bytes string) {
	for i := range len(bytes) {
		set[bytes[i]] = true
	}
	for c := utf8.RuneSelf; c < 256 && set[0xff]; c++ {
		set[c] = true
	}
}

// mayMatch says that s has the bytes in a row.
func (p *pattern) mayMatch(s string) bool {
	first, second, rest := p.row[0], p.row[1], p.row[2:]
search:
	for i := 1; i+len(rest) < len(s); i++ {
		if !second[s[i]] || !first[s[i-1]] {
			continue
		}
		for k, set := range rest {
			if !set[s[i+1+k]] {
				continue search
			}
		}
		return true
	}
	return false
}

// all are the places of all matches in s and of their groups.
func (p *pattern) all(s string) [][]int {
	if !p.mayMatch(s) {
		return nil
	}
	return p.FindAllStringSubmatchIndex(s, -1)
}

// in says that the pattern matches somewhere in s.
func (p *pattern) in(s string) bool { return p.mayMatch(s) && p.MatchString(s) }
