package cite

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

// mayWeigh says, at a glance, that a part may weigh as much as an entry must that
// nothing announces: to split it would cost far more. Of the evidence that weight
// counts it grants all that is not surely missing.
func (p part) mayWeigh() bool {
	s, _ := plainSpaces(p.Prose.Text[p.start:p.end])
	t, seen := []byte(s), glances()
	most := 2 // a volume, and pages
	hidden := p.hidesAddress()
	if hidden || strings.Contains(s, "10.") || seen.identifier(t) {
		most += 2
	}
	if hidden || strings.Contains(s, "://") || seen.www(t) {
		most += 2 // an address, and that the entry begins with it
	}
	if seen.company(t) || seen.editors(t) || words().accessed.sign(t) {
		most++
	}
	dated := aYear(t) || seen.undated(t)
	if dated {
		most++
		if strings.Contains(s, ": ") {
			most++ // place and publisher
		}
	}
	if mayBeNamed(s) {
		most++
		if dated {
			most++ // a title between name and year
		}
	}
	return most >= least(dated)
}

// glance are the signs of what an entry weighs by.
type glance struct {
	identifier, www, company, editors, undated sign
}

var glances = sync.OnceValue(func() glance {
	all := lang.All()
	anywhere := func(byte) bool { return true }
	return glance{
		identifier: begun([]string{"pmid", "pmc", "isbn", "arxiv"}, isEdge),
		www:        begun([]string{"www."}, anywhere),
		company:    said(all, isEdge, func(c *lang.Citation) []string { return slices.Concat(c.EtAl, c.EditedBy) }),
		editors:    whole(heads(all, func(c *lang.Citation) []string { return c.Editors }), isEdge),
		undated:    said(all, isEdge, func(c *lang.Citation) []string { return c.NoDate }),
	}
})

// hidesAddress says that a link in the part leads out of the page.
func (p part) hidesAddress() bool {
	for _, o := range p.Objects {
		if o.Kind == doc.Link && o.Start >= p.start && o.Start < p.end && (strings.Contains(o.Value, "://") || strings.Contains(o.Value, "10.")) {
			return true
		}
	}
	return false
}

// particles are the words that particle has.
var particles = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(particle, func(r rune) bool { return !unicode.IsLetter(r) }) {
		out[w] = true
	}
	return out
})

// mayBeNamed says, at a glance, that named may match: the first word has a capital
// and a stop or, with or without a comma, another such word behind it; particles
// stand for words with capitals.
func mayBeNamed(s string) bool {
	s = strings.TrimLeft(s, spaceBytes+"[]().0123456789")
	first, rest := cutName(s)
	if !mayName(first) {
		return false
	}
	if particles()[first] || strings.HasPrefix(rest, ".") {
		return true
	}
	rest, ok := strings.CutPrefix(strings.TrimPrefix(rest, ","), " ")
	second, _ := cutName(rest)
	return ok && mayName(second)
}

// cutName parts s behind the characters of a name that it begins with.
func cutName(s string) (name, rest string) {
	end := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("'’‐-", r)
	})
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:]
}

// mayName says that a word has a capital in front, or is or begins with a particle.
func mayName(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	if unicode.IsUpper(r) {
		return true
	}
	if i := strings.IndexAny(word, "'’-"); i > 0 {
		word = word[:i]
	}
	return particles()[word]
}
