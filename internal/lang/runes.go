package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsWordRune says that r makes up words: a letter, a digit, a mark on one, a
// subscript digit. Hyphens and apostrophes only join.
func IsWordRune(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return byteClass[r] == wordByte
	case r >= '₀' && r <= '₉':
		return true
	case r == '\u00ad' || r == '\u200d' || r == '\u200c': // soft hyphen and joiners stand inside words
		return true
	case r >= '\u2010' && r <= '\u206f': // dashes, quotation marks and the like
		return false
	}
	return unicode.In(r, unicode.L, unicode.Nd, unicode.M)
}

// IsHyphen says that r joins parts of a word: hyphen-minus, hyphen, hard hyphen.
func IsHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// IsDash says that r is a dash or a minus, of any length, but no hyphen proper.
func IsDash(r rune) bool { return r >= '\u2012' && r <= '\u2015' || r == '\u2212' }

// IsApostrophe says that r may be an apostrophe.
func IsApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// IsOpening says that r may open a quotation or a bracket. Straight and Swedish
// quotation marks both open and close.
func IsOpening(r rune) bool { return strings.ContainsRune(`"'“”‘’„‚«»‹›([{`, r) }

// IsClosing says that r may close a quotation or a bracket.
func IsClosing(r rune) bool { return strings.ContainsRune(`"'”’“»«›‹)]}`, r) }

// IsNoteMark says that r marks a note after a word or sentence: an asterisk, a
// dagger, a superscript digit.
func IsNoteMark(r rune) bool {
	return strings.ContainsRune("*∗†‡¹²³⁰", r) || r >= '⁴' && r <= '⁹'
}

// IsSentenceEnd says that r may end a sentence: full stop, question mark,
// exclamation mark, ellipsis, and what stands for them in other scripts.
func IsSentenceEnd(r rune) bool { return endsSentence(r) }

// Fold is s as it is compared: lower case, every hyphen and dash a hyphen-minus,
// every space a plain one, every quotation mark straight, soft hyphens and
// zero-width characters gone. Its bytes do not answer to those of s.
func Fold(s string) string {
	if plain(s) {
		return s
	}
	return strings.Map(foldRune, s)
}

// FoldSpaced is Fold with single spaces between words and none at the ends.
func FoldSpaced(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for len(s) > 0 {
		n := plainRun(s)
		if n > 0 && space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		if n > 0 {
			b.WriteString(s[:n])
			s, space = s[n:], false
			continue
		}
		r, w := utf8.DecodeRuneInString(s)
		s = s[w:]
		if r = foldRune(r); r == ' ' || r < 0 {
			space = space || r == ' '
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// plainRun is how many bytes s begins with that are folded already and have only
// single spaces between them: most of a sentence.
func plainRun(s string) int {
	i := 0
	for i < len(s) {
		switch c := s[i]; {
		case c == ' ':
			if i == 0 || i+1 == len(s) || !foldedAt(s, i+1) {
				return i
			}
			i++
		case !foldedAt(s, i):
			return i
		case c < utf8.RuneSelf:
			i++
		default:
			i += 2
		}
	}
	return i
}

// foldedAt says that the character at i is one that Fold keeps, and no space: of
// ASCII, or a small letter of Latin-1.
func foldedAt(s string, i int) bool {
	c := s[i]
	return c > ' ' && c < 'A' || c > 'Z' && c < utf8.RuneSelf || smallLatin(s, i)
}

// plain says that s is folded already, as most words are.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ', c >= 'A' && c <= 'Z':
			return false
		case c >= utf8.RuneSelf:
			if !smallLatin(s, i) {
				return false
			}
			i++
		}
	}
	return true
}

func foldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return foldASCII(r)
	case r >= 'À' && r <= 'ž': // letters with accents
		return unicode.ToLower(r)
	case IsHyphen(r) || IsDash(r):
		return '-'
	case unicode.IsSpace(r):
		return ' '
	case strings.ContainsRune("“”„«»″", r):
		return '"'
	case strings.ContainsRune("‘’‚‹›ʼ′", r):
		return '\''
	case r == '\u00ad' || r == '\u2060' || r == '\ufeff' || r >= '\u200b' && r <= '\u200d':
		return -1
	case r == 'ſ':
		return 's'
	case r == 'µ': // the micro sign is the Greek letter
		return 'μ'
	}
	return unicode.ToLower(r)
}

func foldASCII(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r | 0x20
	case r >= '\t' && r <= '\r':
		return ' '
	}
	return r
}

// Classes of bytes: those that make up words, those that may join two parts of one,
// and those of characters outside ASCII. Other bytes are of class 0.
const (
	wordByte = iota + 1
	jointByte
	wideByte
)

var byteClass = func() (class [256]uint8) {
	for c := range class {
		switch {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			class[c] = wordByte
		case c >= utf8.RuneSelf:
			class[c] = wideByte
		case strings.IndexByte("-_.,:'", byte(c)) >= 0:
			class[c] = jointByte
		}
	}
	return class
}()
