package cite

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"tvilling/internal/lang"
	"tvilling/internal/lazy"
)

// seeking is an expression that is tried only on texts that bear a sign of it.
type seeking struct {
	expression lazy.Expression
	sign       sign
	// front is where in a text with the sign all looks for the first match: none
	// begins before it, nor does one begin right there that does not in the whole
	// text. nil is for those that are looked for everywhere.
	front func(t []byte) int
}

// sign says at a glance whether a text holds what every match of an expression
// does. Most texts do not, and to see that is far cheaper than to match. It may
// say yes where there is no match, never no where there is one.
type sign func(t []byte) bool

// sought is the expression expr, of which every match bears the sign.
func sought(s sign, expr string) seeking { return seeking{lazy.Regexp(expr), s, nil} }

// from is s with a front.
func (s seeking) from(front func(t []byte) int) seeking {
	s.front = front
	return s
}

// first are the places of the first match and its groups; nil for none.
func (s seeking) first(t []byte) []int {
	if !s.sign(t) {
		return nil
	}
	return s.expression().FindSubmatchIndex(t)
}

// length is how many bytes of t the first match takes, 0 without one.
func (s seeking) length(t []byte) int {
	if m := s.first(t); m != nil {
		return m[1] - m[0]
	}
	return 0
}

// in says that the expression matches somewhere in t.
func (s seeking) in(t []byte) bool { return s.sign(t) && s.expression().Match(t) }

// last are those of the last match.
func (s seeking) last(t []byte) []int {
	all := s.all(t)
	if len(all) == 0 {
		return nil
	}
	return all[len(all)-1]
}

// all are those of all matches.
func (s seeking) all(t []byte) [][]int {
	if !s.sign(t) {
		return nil
	}
	from := 0
	if s.front != nil {
		from = s.front(t)
	}
	all := s.expression().FindAllSubmatchIndex(t[from:], -1)
	for _, m := range all {
		for i := range m {
			if m[i] >= 0 {
				m[i] += from
			}
		}
	}
	return all
}

// spaceBytes are what \s matches.
const spaceBytes = " \t\n\f\r"

// isOneOf says of a byte that set has it.
func isOneOf(set string) func(c byte) bool {
	return func(c byte) bool { return strings.IndexByte(set, c) >= 0 }
}

// isEdge says that c may end what edge matches, the front of a text included.
func isEdge(c byte) bool { return !isLetterOrFigure(c) }

func isBlank(c byte) bool { return strings.IndexByte(spaceBytes, c) >= 0 }

func isFigure(c byte) bool { return c >= '0' && c <= '9' }

// isLetterOrFigure says that c is an ASCII letter or digit.
func isLetterOrFigure(c byte) bool {
	return isFigure(c) || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// said is the sign that one of the words of some languages begins in a text right
// behind a byte that before has.
func said(all []*lang.Language, before func(c byte) bool, pick func(*lang.Citation) []string) sign {
	return begun(heads(all, pick), before)
}

// saidFirst is the sign that a text begins with one of the words.
func saidFirst(all []*lang.Language, pick func(*lang.Citation) []string) sign {
	words := heads(all, pick)
	return func(t []byte) bool { return begins(t, words, false) }
}

// heads are the words as far as they must stand letter by letter in what gather
// matches, any white space for a space: up to the first stop and with it.
func heads(all []*lang.Language, pick func(*lang.Citation) []string) []string {
	var out []string
	for _, l := range all {
		for _, w := range pick(l.Citation()) {
			if len(w) == 1 && w != "i" {
				w += "."
			}
			if i := strings.IndexByte(w, '.'); i >= 0 {
				w = w[:i+1]
			}
			out = append(out, w)
		}
	}
	return out
}

// Bits of begun's table of bytes.
const (
	mayStand = 1 << iota // before a word
	mayBegin             // a word
)

// begun is the sign that one of the words, which are lower case, begins in a text
// right behind a byte that before has. The front of a text counts as a NUL byte.
func begun(words []string, before func(c byte) bool) sign {
	place := places(before, words, func(t []byte) bool { return begins(t, words, false) })
	return func(t []byte) bool { return place(t) >= 0 }
}

// edgeOf is the front of expressions that begin with edge and one of the words: the
// byte before the first. It is no letter, so nothing but edge can match it.
func edgeOf(words []string) func(t []byte) int {
	place := places(isEdge, words, func(t []byte) bool { return begins(t, words, false) })
	return func(t []byte) int {
		if i := place(t); i > 0 && t[i-1] < utf8.RuneSelf {
			return i - 1
		}
		return 0
	}
}

// whole is begun where no ASCII letter or figure follows the word.
func whole(words []string, before func(c byte) bool) sign {
	place := places(before, words, func(t []byte) bool { return begins(t, words, true) })
	return func(t []byte) bool { return place(t) >= 0 }
}

// places finds where the first of words that here knows begins behind a byte that
// before has; -1 for none.
func places(before func(c byte) bool, words []string, here func(t []byte) bool) func(t []byte) int {
	table := new([256]uint8)
	for c := range table {
		if before(byte(c)) {
			table[c] |= mayStand
		}
		for _, w := range words {
			if same, _ := likeByte(byte(c), w[0]); same {
				table[c] |= mayBegin
			}
		}
	}
	return func(t []byte) int {
		last := byte(0)
		for i, c := range t {
			if table[c]&mayBegin != 0 && table[last]&mayStand != 0 && here(t[i:]) {
				return i
			}
			last = c
		}
		return -1
	}
}

// begins says that t may begin with one of the words, however its letters are
// large or small; whole, that no ASCII letter or figure may follow.
func begins(t []byte, words []string, whole bool) bool {
words:
	for _, w := range words {
		for i := range len(w) {
			if i == len(t) {
				continue words
			}
			same, surely := likeByte(t[i], w[i])
			if !same {
				continue words
			}
			if !surely {
				return true
			}
		}
		if !whole || len(t) == len(w) || !isLetterOrFigure(t[len(w)]) {
			return true
		}
	}
	return false
}

// likeByte says that c may be byte w of a small letter or what (?i) takes for it; of
// a space, any white space.
// Surely is false where it may begin one of the few signs far off that are letters
// of the alphabet too: the long s, and the signs of kelvin and ångström.
func likeByte(c, w byte) (same, surely bool) {
	if w == ' ' {
		return isBlank(c), true
	}
	if c == w || c == w^0x20 {
		return true, true
	}
	return w == 's' && c == 0xC5 || (w == 'k' || w == 0xC3) && c == 0xE2, false
}

// besideNumber is the sign of a mark right behind a figure or a capital, or with one
// white space between them: that of a volume before its issue or its pages.
func besideNumber(mark byte) sign {
	return func(t []byte) bool {
		for i := 1; i < len(t); i++ {
			if t[i] != mark {
				continue
			}
			c := t[i-1]
			if isBlank(c) && i > 1 {
				c = t[i-2]
			}
			if isFigure(c) || c >= 'A' && c <= 'Z' {
				return true
			}
		}
		return false
	}
}

// aYear is the sign of four figures that may be a year's.
func aYear(t []byte) bool { return yearFigures(t, 0) >= 0 }

// longestDate is how many bytes a date may have, with room to spare.
const longestDate = 80

// aYearSoon is that sign where a date would have it that stands at the front of a text.
func aYearSoon(t []byte) bool { return aYear(t[:min(len(t), longestDate)]) }

// markBeforeDate is the front of dateLate: the last mark that stands so far before
// the first year that no date with it can begin before the mark.
func markBeforeDate(t []byte) int {
	far := max(0, yearFigures(t, 0)-longestDate)
	return max(0, bytes.LastIndexAny(t[:far], ";,(.:?!]\x00"))
}

// aYearAndADash is that sign with a dash in the text.
func aYearAndADash(t []byte) bool {
	return aYear(t) && (bytes.IndexByte(t, '-') >= 0 || bytes.IndexByte(t, "–"[0]) >= 0)
}

// aYearInBrackets is the sign of white space, a bracket and a year's first figure.
func aYearInBrackets(t []byte) bool {
	for i := 1; i+1 < len(t); i++ {
		if t[i] == '(' && isBlank(t[i-1]) && (t[i+1] == '1' || t[i+1] == '2') {
			return true
		}
	}
	return false
}

// aNumberBehindAComma is the sign of a comma, white space and a figure.
func aNumberBehindAComma(t []byte) bool {
	for i := 2; i < len(t); i++ {
		if t[i-2] == ',' && isFigure(t[i]) && isBlank(t[i-1]) {
			return true
		}
	}
	return false
}

// aDateBeforeASemicolon is the sign of a semicolon behind a date, as NLM has it,
// and before a number: white space may stand on both sides.
func aDateBeforeASemicolon(t []byte) bool { return semicolon(t) >= 0 }

// dateBeforeSemicolon is the front of yearSemicolon, which may match anywhere.
func dateBeforeSemicolon(t []byte) int { return max(0, semicolon(t)-longestDate) }

// semicolon is where the first such semicolon stands; -1 for none.
func semicolon(t []byte) int {
	for i := 1; i+1 < len(t); i++ {
		if t[i] != ';' {
			continue
		}
		before, after := t[i-1], t[i+1]
		if isBlank(before) && i > 1 {
			before = t[i-2]
		}
		if isBlank(after) && i+2 < len(t) {
			after = t[i+2]
		}
		// A letter may begin a Roman number, "suppl" or "vol".
		if (isLetterOrFigure(before) || before == '.') && (after == '(' || isLetterOrFigure(after) || after >= 0x80) {
			return i
		}
	}
	return -1
}

// yearFigures is where four figures begin that may be a year's, at or behind from; -1 for none.
func yearFigures[T string | []byte](t T, from int) int {
	for i := from; i+3 < len(t); i++ {
		if isFigure(t[i+3]) && isFigure(t[i+2]) && (t[i] == '1' && t[i+1] >= '5' && t[i+1] <= '9' || t[i] == '2' && t[i+1] == '0') {
			return i
		}
	}
	return -1
}

// yearIn is where the first year stands in t, with the small letter behind it that
// tells two works of a year apart; -1 and -1 for none. Another letter or figure
// must not follow.
func yearIn[T string | []byte](t T) (start, end int) {
	for i := yearFigures(t, 0); i >= 0; i = yearFigures(t, i+1) {
		end = i + 4
		if end < len(t) && t[end] >= 'a' && t[end] <= 'z' {
			end++
		}
		if end == len(t) || !isLetterOrFigure(t[end]) && t[end] != '_' {
			return i, end
		}
	}
	return -1, -1
}

// hasYear says that a year stands in t.
func hasYear[T string | []byte](t T) bool {
	start, _ := yearIn(t)
	return start >= 0
}
