package lang

import (
	"regexp"
	"strings"
	"sync"
)

// Telephone is a telephone number as it stands in a text.
type Telephone struct {
	Range                // bytes, with the plus sign
	Digits        string // all its digits, without a zero in brackets: "4687000000"
	International bool   // it begins with a country's code
}

// telephone is a number of 7 to 15 digits (the most that ITU-T E.164 allows) in
// groups, with a plus sign and a country's code or with a trunk prefix of zero.
var telephone = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^\d.,‑–-])(\+[1-9]\d{0,2}(?:[-‑–. \x{a0}\x{202f}/]?(?:\(\d{1,4}\)|\d{1,10})){2,7}|0\d{1,3}(?:[-‑–. \x{a0}\x{202f}/]{1,3}\d{1,10}){1,5})`)
})

const fewestDigits = 7 // of a telephone number

// Telephones finds the telephone numbers of a text in any country's grouping.
// What it finds may be no telephone number: it is only good for comparing two
// texts with Same.
func Telephones(s string) []Telephone {
	if !mayBeTelephone(s) {
		return nil
	}
	var out []Telephone
	for _, at := range telephone().FindAllStringSubmatchIndex(s, -1) {
		written := s[at[2]:at[3]]
		t := Telephone{Range: Range{at[2], at[3]}, International: written[0] == '+'}
		t.Digits = strings.Map(digitsOnly, strings.ReplaceAll(written, "(0)", ""))
		if n := len(t.Digits); n >= fewestDigits && n <= 15 {
			out = append(out, t)
		}
	}
	return out
}

// mayBeTelephone says that s has a digit after a plus sign, or after a zero that
// begins a number, and digits enough from there on with no more between them than
// what parts their groups. It is linear: where it begins to count it goes on over few
// digits only.
func mayBeTelephone(s string) bool {
	for i := 1; i < len(s); i++ {
		if c := s[i]; c < '0' || c > '9' {
			continue
		}
		if (s[i-1] == '+' || s[i-1] == '0' && (i == 1 || s[i-2] < '0' || s[i-2] > '9')) && digitsInGroups(s[i-1:], fewestDigits) {
			return true
		}
	}
	return false
}

// digitsInGroups says that s begins with n digits, a plus sign before them perhaps and
// between them what parts the groups of telephone numbers, byte by byte.
func digitsInGroups(s string, n int) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			if n--; n == 0 {
				return true
			}
		case strings.IndexByte("+-./() \xC2\xA0\xE2\x80\x91\x93\xAF", c) < 0:
			return false
		}
	}
	return false
}

func digitsOnly(r rune) rune {
	if r < '0' || r > '9' {
		return -1
	}
	return r
}

// Same says that two telephone numbers reach one telephone: +46 8 700 00 00 and
// 08-700 00 00. Whether the country's code is the right one it cannot know.
func (t Telephone) Same(other Telephone) bool {
	switch {
	case t.International == other.International:
		return t.Digits == other.Digits
	case other.International:
		return other.Same(t)
	}
	code, ok := strings.CutSuffix(t.Digits, strings.TrimPrefix(other.Digits, "0"))
	return ok && len(code) >= 1 && len(code) <= 3 // E.164: country codes have one to three digits
}
