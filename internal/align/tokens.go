package align

import (
	"unicode"
	"unicode/utf8"
)

// Tokens for alignment are coarser than words for a reader: letters and digits
// in runs, lower case, joined words taken apart ("NMDA-receptorn" is two), digit
// groups joined ("1,234" and "1 234" are both 1234) and the marks that a
// translation mostly keeps. That makes them the same in every language here.

// tokenKind is what a token's look says about it.
type tokenKind uint8

const (
	wordToken tokenKind = iota
	nameToken           // capital, though not first in its sentence
	numberToken
	markToken
	objectToken // a link, a code span, a footnote mark: what a translation carries over
	shapeToken  // what a block is: its kind, level, depth
)

// marks are the signs that count as tokens, folded to one of their family.
func foldMark(r rune) byte {
	switch r {
	case '?', '!', ':', ';', '%', '*', '/', '+', '=', '@', '&', '$', '€', '£', '°', '©', '®', '™':
		if r < utf8.RuneSelf {
			return byte(r)
		}
		return '$'
	case '(', '[':
		return '('
	case '"', '“', '”', '„', '«', '»':
		return '"'
	case '…':
		return '.'
	case '–', '—', '‒':
		return '-'
	}
	return 0
}

// scan calls emit for every token of s in order. The token's bytes are only
// valid during the call; start and end are its bytes in s.
func scan(s string, buf []byte, emit func(token []byte, kind tokenKind, start, end int)) []byte {
	first := true
	for i := 0; i < len(s); {
		r, n := utf8.RuneError, 1
		if s[i] < utf8.RuneSelf {
			r = rune(s[i])
		} else {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case isDigit(r):
			var end int
			buf, end = digits(s, i, buf[:0])
			emit(buf, numberToken, i, end)
			i, first = end, false
		case isLetter(r):
			start, kind := i, wordToken
			if isUpper(r) && !first {
				kind = nameToken
			}
			buf = buf[:0]
			for i < len(s) {
				if s[i] < utf8.RuneSelf {
					r, n = rune(s[i]), 1
				} else {
					r, n = utf8.DecodeRuneInString(s[i:])
				}
				if !isLetter(r) && !unicode.Is(unicode.Mn, r) || i-start > 60 {
					break
				}
				if isUpper(r) && i > start {
					kind = nameToken
				}
				buf = appendLower(buf, r)
				i += n
			}
			emit(buf, kind, start, i)
			first = false
		default:
			if m := foldMark(r); m != 0 {
				buf = append(buf[:0], m)
				emit(buf, markToken, i, i+n)
				first = first || m == ':' || m == '?' || m == '!' || m == '"'
			} else if r == '.' {
				first = true
			}
			i += n
		}
	}
	return buf
}

// digits reads a number from s[i:]: its digits, with groups of three joined
// across a comma, a stop or a space.
func digits(s string, i int, buf []byte) ([]byte, int) {
	run := 0
	for i < len(s) && run < 40 {
		if s[i] >= '0' && s[i] <= '9' {
			buf = append(buf, s[i])
			run++
			i++
			continue
		}
		if run > 3 {
			break
		}
		gap := groupGap(s[i:])
		if gap == 0 || !threeDigits(s[i+gap:]) {
			break
		}
		buf = append(buf, s[i+gap:i+gap+3]...)
		i += gap + 3
		run = 3
	}
	return buf, i
}

func groupGap(s string) int {
	switch {
	case s[0] == ',' || s[0] == '.' || s[0] == ' ':
		return 1
	case len(s) > 1 && s[:2] == "\u00a0":
		return 2
	case len(s) > 2 && (s[:3] == "\u202f" || s[:3] == "\u2009"):
		return 3
	}
	return 0
}

func threeDigits(s string) bool {
	for k := range 3 {
		if k >= len(s) || !isDigit(rune(s[k])) {
			return false
		}
	}
	return len(s) == 3 || !isDigit(rune(s[3]))
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

func appendLower(buf []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r |= 0x20
		}
		return append(buf, byte(r))
	}
	return utf8.AppendRune(buf, unicode.ToLower(r))
}
