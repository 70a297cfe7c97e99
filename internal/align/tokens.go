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

// foldMark is the sign that stands for r's family among those that count as
// tokens; 0 when r is none.
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
// valid during the call; start and end are its bytes in s. It returns buf for
// the next call.
func scan(s string, buf []byte, emit func(token []byte, kind tokenKind, start, end int)) []byte {
	first := true // the next word begins a sentence, where a capital says nothing
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		switch {
		case isDigit(r):
			var end int
			buf, end = digits(s, i, buf[:0])
			emit(buf, numberToken, i, end)
			i, first = end, false
		case isLetter(r):
			var end int
			var kind tokenKind
			buf, end, kind = letters(s, i, buf[:0], first)
			emit(buf, kind, i, end)
			i, first = end, false
		default:
			m := foldMark(r)
			if m != 0 {
				buf = append(buf[:0], m)
				emit(buf, markToken, i, i+n)
			}
			first = first || r == '.' || m == ':' || m == '?' || m == '!' || m == '"'
			i += n
		}
	}
	return buf
}

// letters reads a word from s[i:] in lower case. It is a name if it has a
// capital, other than as the first word of a sentence.
func letters(s string, i int, buf []byte, first bool) ([]byte, int, tokenKind) {
	start, kind := i, wordToken
	for i < len(s) && i-start <= longestWord {
		r, n := decode(s[i:])
		if !isLetter(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		if isUpper(r) && (i > start || !first) {
			kind = nameToken
		}
		buf = appendLower(buf, r)
		i += n
	}
	return buf, i, kind
}

const longestWord = 60 // bytes; what is longer is taken in pieces

func decode(s string) (rune, int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return utf8.DecodeRuneInString(s)
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
