package rules

import (
	"regexp"
	"unicode/utf8"
)

// pattern is a regular expression that is tried only on texts with two bytes in a
// row without which it cannot match: most have none, and to see that is far
// cheaper than to match.
type pattern struct {
	*regexp.Regexp
	first, second [256]bool
}

// Bytes by which classes of characters begin or end. Where letters are meant,
// every byte that is not ASCII counts as one.
const (
	digitBytes   = "0123456789"
	capitalBytes = "ABCDEFGHIJKLMNOPQRSTUVWXYZ\xff"
	letterBytes  = "abcdefghijklmnopqrstuvwxyz" + capitalBytes
	gapBytes     = " \xC2"        // begins a space, plain or hard
	gapEndBytes  = " \xA0"        // ends one
	hardGapBytes = "\xC2\xE2"     // begins a hard space, wide or narrow
	enDashBytes  = "\xE2"         // begins one
	tickBytes    = "'\xE2"        // begins an apostrophe
	gluableBytes = "kmcd\xC2\xCE" // begins the sign of a unit: kg, µg, °C
)

// sought is the pattern expr, each match of which holds a byte of first right
// before one of second.
func sought(expr, first, second string) *pattern {
	p := &pattern{Regexp: regexp.MustCompile(expr)}
	mark(&p.first, first)
	mark(&p.second, second)
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

// mayMatch says that s has the two bytes.
func (p *pattern) mayMatch(s string) bool {
	for i := 1; i < len(s); i++ {
		if p.second[s[i]] && p.first[s[i-1]] {
			return true
		}
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
