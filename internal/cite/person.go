package cite

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tvilling/internal/lazy"
)

// person is a name taken apart. A body has only a surname: all of its name.
type person struct {
	surname  string
	initials string // upper case: "TVP"; "" for a body
	given    string // as written: "T. V. P."; "" for a body
}

var (
	endInitials   = lazy.Regexp(`^(.+?)[,]?[ ](` + bare + `)$`)
	frontInitials = lazy.Regexp(`^(` + dotted + `)[ ]?(.+)$`)
)

// readName takes a name in any of the shapes apart: "Bliss TV", "Bliss, T. V. P.",
// "T. V. P. Bliss", "Bliss, Tim", "Tim Bliss".
func readName(s string) person {
	s = norm.NFC.String(withoutLineage(strings.Join(strings.Fields(s), " ")))
	if surname, given, ok := strings.Cut(s, ", "); ok {
		return person{surname, initials(given), given}
	}
	if m := endInitials().FindStringSubmatch(s); m != nil {
		return person{m[1], initials(m[2]), m[2]}
	}
	if m := frontInitials().FindStringSubmatch(s); m != nil {
		return person{m[2], initials(m[1]), m[1]}
	}
	if m := plainName().FindStringSubmatch(s); m != nil && len(m[0]) == len(s) {
		if i := strings.LastIndexByte(s, ' '); i > 0 {
			return person{s[i+1:], initials(s[:i]), s[:i]}
		}
	}
	return person{surname: s}
}

// lineages stand behind a name: which of several in a family its bearer is.
var lineages = []string{" Jr", " Sr", " II", " III", " IV", " 2nd", " 3rd"}

// withoutLineage is a name without what stands behind it, with or without a comma
// before and a stop behind.
func withoutLineage(name string) string {
	for _, l := range lineages {
		if bare, ok := strings.CutSuffix(strings.TrimSuffix(name, "."), l); ok {
			return strings.TrimSuffix(bare, ",")
		}
	}
	return name
}

// initials are the capitals that begin the parts of given names; of bare
// initials, "TVP", each letter.
func initials(given string) string {
	var out []rune
	for _, part := range strings.FieldsFunc(given, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
		if part == strings.ToUpper(part) {
			out = append(out, []rune(part)...)
			continue
		}
		first := []rune(part)[0]
		if unicode.IsUpper(first) {
			out = append(out, first)
		}
	}
	return string(out)
}

// same says that two names are one person's: surnames letter for letter, of the
// initials those that both give, and given names that both write out.
func (p person) same(q person) bool {
	if letters(p.surname) != letters(q.surname) {
		return false
	}
	a, b := strings.Fields(p.given), strings.Fields(q.given)
	for i := range min(len(a), len(b)) {
		x, y := letters(a[i]), letters(b[i])
		if isFull(a[i]) && isFull(b[i]) && !strings.HasPrefix(x, y) && !strings.HasPrefix(y, x) {
			return false
		}
	}
	return strings.HasPrefix(p.initials, q.initials) || strings.HasPrefix(q.initials, p.initials)
}

// isFull says that a given name is written out: it goes on in small letters.
func isFull(given string) bool {
	r := []rune(given)
	return len(r) > 2 && unicode.IsUpper(r[0]) && unicode.IsLower(r[1]) && unicode.IsLower(r[2])
}
