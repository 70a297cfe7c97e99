package term

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tvilling/internal/lang"
)

// joint is what stands between a token and the next.
type joint uint8

const (
	broken    joint = iota // punctuation, or the end: no term goes on here
	spaced                 // white space, or a ® or ™ and white space
	hyphened               // one hyphen or dash, no space
	suspended              // a hyphen and then a space: NMDA- och …
	slashed                // a slash, spaced or not
	listed                 // a comma and a space
	stopped                // a full stop, spaced or not: St. Louis, U.S.
	signed                 // an ampersand, spaced or not: Q&A
	joints                 // how many kinds there are
)

// token is one word or number of the prose.
type token struct {
	start, end int    // bytes of the prose
	raw        string // as written
	reading
	after joint
}

// reading is what a word is taken for, wherever it stands.
type reading struct {
	word  string // NFC, lower case, spelling folded, Greek letters as letters
	caps  bool   // two capitals or more and no small letter
	plain bool   // small letters only, three at least: no acronym, no number, no letter of a substance's name

	// What an index has for it; nothing in forms of a glossary.
	hops  []hop // from the root
	opens bool  // a word of which this is only the beginning may have hops too
}

// maxTokenBytes bounds what is taken for a word; longer runs are cut there, as no
// language's words and no name of a substance are that long.
const maxTokenBytes = 256

// speller makes tokens of prose. read is what it takes a word for, as written.
type speller struct {
	read func(raw string) reading
}

// tokenize splits prose into tokens. Letters, marks and digits make words; a colon
// or apostrophe inside one belongs to it, as does a decimal sign between digits.
func tokenize(prose string, l *lang.Language) []token { return spelling(l).appendTokens(nil, prose) }

// spelling is the speller of a language without an index.
func spelling(l *lang.Language) speller {
	return speller{func(raw string) reading { return readingOf(raw, l) }}
}

func (s speller) appendTokens(out []token, prose string) []token {
	for i := 0; i < len(prose); {
		r, n := utf8.DecodeRuneInString(prose[i:])
		if !lang.IsWordRune(r) {
			i += n
			continue
		}
		end := wordEnd(prose, i)
		if len(out) > 0 {
			out[len(out)-1].after = between(prose[out[len(out)-1].end:i])
		}
		if r := s.read(prose[i:end]); r.word != "" {
			out = append(out, token{start: i, end: end, raw: prose[i:end], reading: r})
		}
		i = end
	}
	return out
}

// wordEnd is where the word that begins at i ends.
func wordEnd(s string, i int) int {
	start := i
	for i < len(s) && i-start < maxTokenBytes {
		r, n := utf8.DecodeRuneInString(s[i:])
		if lang.IsWordRune(r) {
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		before, _ := utf8.DecodeLastRuneInString(s[start:i])
		switch {
		case (r == ':' || lang.IsApostrophe(r)) && unicode.IsLetter(next) && (unicode.IsLetter(before) || unicode.IsDigit(before)):
		case (r == '.' || r == ',') && unicode.IsDigit(next) && unicode.IsDigit(before):
		default:
			return i
		}
		i += n
	}
	return i
}

func readingOf(raw string, l *lang.Language) reading {
	upper, lower := 0, 0
	for _, r := range raw {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	out := reading{word: foldWord(raw, l), caps: upper > 1 && lower == 0}
	out.plain = !out.caps && utf8.RuneCountInString(out.word) >= 3 && !strings.ContainsAny(out.word, "0123456789:'")
	return out
}

func foldWord(word string, l *lang.Language) string {
	if !ascii(word) {
		word = norm.NFC.String(strings.Map(plainRune, word))
	}
	return lang.GreekLetter(l.Fold(strings.ReplaceAll(strings.ToLower(word), "’", "'")))
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// plainRune drops what is not seen and makes look-alikes one: subscript digits,
// the micro sign, typographic apostrophes, final sigma.
func plainRune(r rune) rune {
	switch {
	case r == '\u00ad' || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\ufeff':
		return -1
	case r >= '₀' && r <= '₉':
		return '0' + r - '₀'
	case r == 'µ':
		return 'μ'
	case r == 'ς':
		return 'σ'
	case lang.IsApostrophe(r):
		return '\''
	}
	return r
}

// between says what gap, the text between two words, does to a term.
func between(gap string) joint {
	hyphens, spaces, slashes, commas, stops, signs := 0, 0, 0, 0, 0, 0
	if len(gap) > 16 {
		return broken
	}
	for _, r := range gap {
		switch {
		case lang.IsHyphen(r) || lang.IsDash(r) && r != '—':
			if spaces > 0 {
				return broken // a dash between words, or "och -antagonister"
			}
			hyphens++
		case unicode.IsSpace(r) || r == '\u00ad' || r == '\u2060':
			spaces++
		case r == '®' || r == '™':
		case r == '/':
			slashes++
		case r == ',':
			commas++
		case r == '.':
			stops++
		case r == '&':
			signs++
		default:
			return broken
		}
	}
	switch {
	case stops+signs > 0 && hyphens+slashes+commas+stops+signs > 1:
		return broken
	case stops == 1:
		return stopped
	case signs == 1:
		return signed
	case slashes == 1 && commas == 0:
		return slashed
	case slashes > 0 || commas > 1 || hyphens > 1:
		return broken
	case hyphens == 1 && (spaces > 0 || commas > 0):
		return suspended
	case hyphens == 1:
		return hyphened
	case commas == 1:
		return listed
	}
	return spaced
}

// hasPrefixFold says that s begins with prefix when case is left out of account.
func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
