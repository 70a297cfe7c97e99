package lang

import (
	"strings"
	"unicode"
)

// reading is how a run of digits and signs is understood.
type reading struct {
	kind        readingKind
	whole, part string // digits before and after the decimal sign
	foreign     bool
}

type readingKind uint8

const (
	readNumber readingKind = iota
	readName               // a version, a date
	readList               // several whole numbers
)

// reading understands text, digits with stops, commas, colons, apostrophes and
// spaces between them. bracketed says that it stands in square brackets, where
// commas part numbers of notes.
func (l *Language) reading(text string, bracketed bool) reading {
	if isDigits(text) { // as most are
		return reading{whole: text}
	}
	foreign := false // by a space that does not group
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			foreign = foreign || !l.groups(r)
			return -1 // only group spaces are left inside a number
		}
		return r
	}, text)
	commas, stops := strings.Count(text, ","), strings.Count(text, ".")
	switch {
	case isDigits(text):
		return reading{whole: text, foreign: foreign}
	case strings.Contains(text, ":"):
		if isDigits(strings.ReplaceAll(text, ":", "")) {
			return reading{kind: readList} // a ratio
		}
		return reading{kind: readName}
	case strings.Contains(text, "'"):
		if whole, ok := ungroup(text, "'"); ok {
			return reading{whole: whole, foreign: true}
		}
		return reading{kind: readName}
	case commas > 0 && stops > 0:
		return l.mixed(text)
	case commas > 0:
		return l.oneSign(text, ',', commas, bracketed)
	}
	return l.oneSign(text, '.', stops, false)
}

// mixed reads a number with both commas and stops: the sign that comes last is
// the decimal sign, the other groups.
func (l *Language) mixed(text string) reading {
	at := strings.LastIndexAny(text, ".,")
	sign := text[at]
	group := "."
	if sign == '.' {
		group = ","
	}
	whole, ok := ungroup(text[:at], group)
	if !ok {
		return reading{kind: readName}
	}
	return reading{whole: whole, part: text[at+1:], foreign: rune(sign) != l.Decimal || !l.groups(rune(group[0]))}
}

// oneSign reads a number with sign in it count times.
func (l *Language) oneSign(text string, sign rune, count int, bracketed bool) reading {
	whole, grouped := ungroup(text, string(sign))
	own := l.groups(sign)
	switch {
	case count > 1 && grouped, own && grouped:
		return reading{whole: whole, foreign: !own}
	case count > 1 && sign == ',':
		return reading{kind: readList}
	case count > 1:
		return reading{kind: readName}
	case bracketed && sign == ',':
		return reading{kind: readList}
	case grouped && strings.HasSuffix(text, "00") && sign == ',':
		// "1,000" where a comma is the decimal sign: nobody writes three
		// decimals to end them in zeros.
		return reading{whole: whole, foreign: true}
	case grouped && strings.HasSuffix(text, "00") && l.Decimal != '.':
		return reading{whole: whole, foreign: true}
	}
	a, b, _ := strings.Cut(text, string(sign))
	return reading{whole: a, part: b, foreign: sign != l.Decimal}
}

// ungroup is text without its group signs; ok is false when they do not part
// it into groups of three digits.
func ungroup(text, sign string) (whole string, ok bool) {
	groups := strings.Split(text, sign)
	if len(groups[0]) > 3 || groups[0] == "" || groups[0][0] == '0' {
		return "", false
	}
	for i, g := range groups {
		if i > 0 && len(g) != 3 || !isDigits(g) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}
