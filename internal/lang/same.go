package lang

import "unicode/utf8"

// SameSpaced says that FoldSpaced makes the same of a and b. It looks no further than
// to where they differ.
func SameSpaced(a, b string) bool {
	x, y := spacing{rest: a}, spacing{rest: b}
	for {
		r, q := x.next(), y.next()
		if r != q {
			return false
		}
		if r < 0 {
			return true
		}
	}
}

// spacing is what FoldSpaced makes of a string, character by character.
type spacing struct {
	rest  string
	begun bool // some character was given
	late  bool // held follows a space that was given
	held  rune
}

// next is the next character; less than 0 at the end.
func (s *spacing) next() rune {
	if s.late {
		s.late = false
		return s.held
	}
	space := false
	for s.rest != "" {
		r, w := utf8.DecodeRuneInString(s.rest)
		s.rest = s.rest[w:]
		switch r = foldRune(r); {
		case r == ' ':
			space = true
		case r < 0:
		case space && s.begun:
			s.late, s.held = true, r
			return ' '
		default:
			s.begun = true
			return r
		}
	}
	return -1
}
