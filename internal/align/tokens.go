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

// scanner reads the tokens of a text in order.
type scanner struct {
	text string
	// first says that the next word begins a sentence, where a capital says nothing.
	first bool
	next  int // byte that is read next

	// Of the token that was read:
	token      []byte // folded; good until the next is read
	kind       tokenKind
	start, end int // its bytes of text
}

// reset begins with another text; first says that it begins a sentence.
func (s *scanner) reset(text string, first bool) { s.text, s.next, s.first = text, 0, first }

// scan reads the next token; false at the end.
func (s *scanner) scan() bool {
	for s.next < len(s.text) {
		if s.text[s.next] == ' ' { // as most are that no token begins with
			s.next++
			continue
		}
		s.start, s.token = s.next, s.token[:0]
		r, n := decode(s.text[s.next:])
		switch {
		case isDigit(r):
			s.digits()
			s.first = false
			return true
		case isLetter(r):
			s.letters()
			s.first = false
			return true
		}
		s.next += n
		m := foldMark(r)
		s.first = s.first || r == '.' || m == ':' || m == '?' || m == '!' || m == '"'
		if m != 0 {
			s.token, s.kind, s.end = append(s.token, m), markToken, s.next
			return true
		}
	}
	return false
}

// letters reads a word in lower case. It is a name if it has a capital, other
// than as the first word of a sentence.
func (s *scanner) letters() {
	i, token := s.next, s.token
	s.kind = wordToken
	for i < len(s.text) && i-s.start <= longestWord {
		if c := s.text[i]; c >= 'a' && c <= 'z' { // as most are
			token = append(token, c)
			i++
			continue
		}
		r, n := decode(s.text[i:])
		if !isLetter(r) && (r < utf8.RuneSelf || !unicode.Is(unicode.Mn, r)) {
			break
		}
		if isUpper(r) && (i > s.start || !s.first) {
			s.kind = nameToken
		}
		token = appendLower(token, r)
		i += n
	}
	s.token, s.next, s.end = token, i, i
}

const longestWord = 60 // bytes; what is longer is taken in pieces

func decode(s string) (rune, int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return utf8.DecodeRuneInString(s)
}

// digits reads a number: its digits, with groups of three joined across a comma,
// a stop or a space.
func (s *scanner) digits() {
	i, run := s.next, 0
	for i < len(s.text) && run < 40 {
		if c := s.text[i]; c >= '0' && c <= '9' {
			s.token = append(s.token, c)
			run++
			i++
			continue
		}
		if run > 3 {
			break
		}
		gap := groupGap(s.text[i:])
		if gap == 0 || !threeDigits(s.text[i+gap:]) {
			break
		}
		s.token = append(s.token, s.text[i+gap:i+gap+3]...)
		i += gap + 3
		run = 3
	}
	s.kind, s.next, s.end = numberToken, i, i
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
	if r > unicode.MaxLatin1 || unicode.IsUpper(r) { // else ToLower is the rune itself, by a long way round
		r = unicode.ToLower(r)
	}
	return utf8.AppendRune(buf, r)
}
