package lang

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words are the words of s in order; punctuation and white space are left out.
// A hyphen, an apostrophe, a stop, a comma or a colon inside a word joins it
// ("5-årsrisk", "don’t", "t.ex", "12,5", "LTP:s"); a dash and a slash do not.
// Offsets are exact, time is linear in len(s).
func (l *Language) Words(s string) []Word {
	if s == "" {
		return nil
	}
	out := make([]Word, 0, len(s)/6+2) // a word and its space take six bytes or more
	for w, ok := l.wordFrom(s, 0); ok; w, ok = l.wordFrom(s, w.End) {
		out = append(out, w)
	}
	return out
}

// EachWord are the words of s one after the other, as Words gives them.
func (l *Language) EachWord(s string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		for w, ok := l.wordFrom(s, 0); ok && yield(w); w, ok = l.wordFrom(s, w.End) {
		}
	}
}

// EachCapital are those of the words of s that begin with a capital. It passes over
// the others without looking where they end, but for those that no space parts
// from one with a capital.
func (l *Language) EachCapital(s string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		for i := 0; ; { // i is not inside a word
			to := i + capitalIn(s[i:])
			if to < i {
				return
			}
			i += strings.LastIndexByte(s[i:to], ' ') + 1 // no space is inside a word
			for i <= to {
				w, ok := l.wordFrom(s, i)
				if !ok {
					return
				}
				if r, _ := utf8.DecodeRuneInString(w.Text); unicode.IsUpper(r) && !yield(w) {
					return
				}
				i = w.End
			}
		}
	}
}

// capitalIn is where the first byte of s stands that may begin a capital; -1 for none.
func capitalIn(s string) int {
	for i := range len(s) {
		c := s[i]
		if c >= 'A' && c <= 'Z' || c >= 0xC4 || c == 0xC3 && !smallLatin(s, i) {
			return i
		}
	}
	return -1
}

// wordFrom is the first word of s that begins at i or after; false when there is
// none. i is not inside a word.
func (l *Language) wordFrom(s string, i int) (Word, bool) {
	for i < len(s) {
		if class := byteClass[s[i]]; class != wordByte && class != wideByte {
			i++
			continue
		}
		end := l.wordEnd(s, i)
		if end > i {
			return Word{i, end, s[i:end]}, true
		}
		_, w := utf8.DecodeRuneInString(s[i:])
		i += w
	}
	return Word{}, false
}

// wordEnd is the end of the word at i; i when none begins there.
func (l *Language) wordEnd(s string, i int) int {
	if s[i] >= utf8.RuneSelf && !smallLatin(s, i) {
		if r, _ := utf8.DecodeRuneInString(s[i:]); !wordRuneAbove(r, s[i]) || unicode.Is(unicode.M, r) {
			return i // a mark with no letter before it begins none either
		}
	}
	start, end := i, runEnd(s, i)
	for end > i && end < len(s) && byteClass[s[end]] != 0 {
		w := l.joint(s, start, end)
		if w == 0 {
			return end
		}
		end = runEnd(s, end+w)
	}
	return end
}

// runEnd is the end of the word characters at i.
func runEnd(s string, i int) int {
	for {
		for i < len(s) && byteClass[s[i]] == wordByte {
			i++
		}
		switch {
		case i == len(s) || byteClass[s[i]] != wideByte:
			return i
		case smallLatin(s, i) && s[i+1] != 0xB7: // all but ÷: the commonest need no table
			i += 2
		default:
			r, w := utf8.DecodeRuneInString(s[i:])
			if !wordRuneAbove(r, s[i]) {
				return i
			}
			i += w
		}
	}
}

// wordRuneAbove is IsWordRune for a non-ASCII character with first byte lead;
// other Latin letters with accents need no table either.
func wordRuneAbove(r rune, lead byte) bool {
	if lead == 0xC3 {
		return r != '×' && r != '÷'
	}
	return IsWordRune(r)
}

// joint is the length of the character at end if it joins the word s[start:end]
// to word characters after it, 0 if not.
func (l *Language) joint(s string, start, end int) int {
	r, w := rune(s[end]), 1
	if r >= utf8.RuneSelf {
		r, w = utf8.DecodeRuneInString(s[end:])
		if !IsHyphen(r) && !IsApostrophe(r) && r != '·' {
			return 0
		}
	}
	if end+w >= len(s) {
		return 0
	}
	last, _ := utf8.DecodeLastRuneInString(s[start:end])
	next, _ := utf8.DecodeRuneInString(s[end+w:])
	if !IsWordRune(next) || unicode.Is(unicode.M, next) {
		return 0
	}
	if l.joins(r, last, next, s[start:end], s[end+w:]) {
		return w
	}
	return 0
}

// joins says that r between last and next makes one word of head and the
// beginning of tail.
func (l *Language) joins(r, last, next rune, head, tail string) bool {
	numeric := unicode.IsDigit(last) && unicode.IsDigit(next)
	switch {
	case IsHyphen(r):
		// "165-177" is two numbers, "MMFS-01-2" one name.
		return !numeric || hasLetter(head)
	case r == '_':
		return true
	case numeric:
		return r == '.' || r == ':' || r == ',' && (l.Decimal == ',' || threeDigits(tail))
	case IsApostrophe(r):
		return unicode.IsLetter(next)
	case r == '.':
		return unicode.IsLetter(last) && unicode.IsLetter(next) && !(unicode.IsLower(last) && unicode.IsUpper(next))
	case r == '·':
		return unicode.IsLetter(last) && unicode.IsLetter(next)
	case r == ':':
		return shortEnding(tail)
	}
	return false
}

// shortEnding says that tail begins with an ending as it follows a colon in
// "LTP:s" or "3:e": one to four small letters.
func shortEnding(tail string) bool {
	n := 0
	for _, r := range tail {
		switch {
		case unicode.IsLower(r):
			n++
		case IsWordRune(r):
			return false
		default:
			return n > 0 && n <= 4
		}
	}
	return n > 0 && n <= 4
}

// Doubles says that letters stand twice in a row in s, capitals or not, with nothing but
// white space between them: a word, or the end of one and the beginning of another.
func Doubles(s string) bool {
	before, last := "", 0 // the letters before, and their end
	for i := 0; i < len(s); {
		if r, w := utf8.DecodeRuneInString(s[i:]); !IsWordRune(r) || r >= utf8.RuneSelf && unicode.Is(unicode.M, r) {
			i += w
			continue
		}
		end := runEnd(s, i)
		run := s[i:end]
		if strings.EqualFold(before, run) && strings.TrimSpace(s[last:i]) == "" {
			return true
		}
		before, last, i = run, end, end
	}
	return false
}

func hasLetter(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; c >= 'a' && c <= 'z' || c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

func threeDigits(s string) bool {
	for i := range 3 {
		if i >= len(s) || s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) == 3 || s[3] < '0' || s[3] > '9'
}
