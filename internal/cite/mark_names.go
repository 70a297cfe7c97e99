package cite

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/lazy"
)

var (
	bracketMark  = lazy.Regexp(`\[(\d{1,3}(?:\s?[,;–—-]\s?\d{1,3})*)\]`)
	wholeMark    = lazy.Regexp(`^\d{1,3}(?:\s?[,;–—-]\s?\d{1,3})*$`)
	raisedMark   = lazy.Regexp(`[⁰¹²³⁴-⁹]+(?:[,⁻–-][⁰¹²³⁴-⁹]+)*`)
	asteriskMark = lazy.Regexp(`[*∗†‡]+`)
	inBrackets   = lazy.Regexp(`\(([^()]{4,400})\)`)
	plainFigures = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9", "⁻", "-")
)

// markShapes are the ways to cite by name and year, in all known languages.
type markShapes struct {
	inside *regexp.Regexp  // "Bliss & Lømo, 1973, s. 12": names, et al., years
	before *regexp.Regexp  // "Bliss & Lømo " before a year in brackets
	year   *regexp.Regexp  // "(1973)", "(2004a, b, s. 12)"
	joiner *regexp.Regexp  // parts names
	small  map[string]bool // the small words that may stand in names: particles, "and", "al"
}

var shapes = sync.OnceValue(func() markShapes {
	all := lang.All()
	and := gather(all, func(c *lang.Citation) []string { return c.And })
	etAl := gather(all, func(c *lang.Citation) []string { return c.EtAl })
	pages := gather(all, func(c *lang.Citation) []string { return c.Pages })
	word := `(?:` + particle + `)?\p{Lu}[\p{L}\p{M}'’.-]*\p{L}`
	name := word + `(?:[ ]` + word + `)*`
	list := name + `(?:(?:,|,?[ ](?:&|` + and + `))[ ]` + name + `)*`
	years := yearOf + `[a-z]?(?:,[ ](?:` + yearOf + `)?[a-z]?)*`
	small := maps.Clone(particles())
	small["&"] = true
	for _, l := range all {
		for _, said := range slices.Concat(l.Citation().EtAl, l.Citation().And) {
			for _, word := range strings.FieldsFunc(said, func(r rune) bool { return r == ' ' || r == '.' }) {
				small[word] = true // "m.fl." is also written "m. fl."
			}
			small[said] = true
		}
	}
	return markShapes{
		inside: regexp.MustCompile(`(` + list + `)(,?[ ]` + etAl + `)?(,?[ ])(` + years + `)(?:[,:][ ]?(?:` + pages + `[ ]?)?[\d–-]+)?$`),
		before: regexp.MustCompile(`(` + list + `)(,?[ ]` + etAl + `)?[ ]$`),
		year:   regexp.MustCompile(`\((` + years + `)(?:[,:][ ]?(?:` + pages + `[ ]?)?[\d–-]+)?\)`),
		joiner: regexp.MustCompile(`,?[ ](?:&|` + and + `)[ ]|,[ ]`),
		small:  small,
	}
})

// authorYears finds names and years in one pair of brackets, and names before a
// year in brackets.
func (m *marker) authorYears(b *doc.Block) {
	s := b.Prose.Text
	if !strings.Contains(s, "(") || !hasYear(s) {
		return
	}
	for _, r := range inBrackets().FindAllStringSubmatchIndex(s, -1) {
		if !hasYear(s[r[2]:r[3]]) {
			continue
		}
		var works []Work
		known := false
		for _, part := range strings.Split(s[r[2]:r[3]], ";") {
			for _, w := range m.worksIn(part) {
				works = append(works, w)
				known = known || m.certain(w)
			}
		}
		if known {
			m.add(b, r[0], r[1], Mark{Kind: AuthorYear, Works: works})
		}
	}
	for _, r := range shapes().year.FindAllStringSubmatchIndex(s, -1) {
		from := max(0, r[0]-longestNames)
		for from < r[0] && !utf8.RuneStart(s[from]) {
			from++
		}
		names := shapes().before.FindStringSubmatch(namesBefore(s[from:r[0]]))
		if names == nil {
			continue
		}
		works := m.worksOf(append(names, s[r[2]:r[3]]), 3)
		if m.certain(works[0]) {
			m.add(b, r[0]-len(names[0]), r[1], Mark{Kind: AuthorYear, Works: works})
		}
	}
}

// worksIn are the works of "Bliss & Lømo, 1973, Malenka, 2004", which commas part.
func (m *marker) worksIn(s string) []Work {
	var out []Work
	for {
		s = strings.TrimRight(s, " ,")
		if !strings.ContainsFunc(s, unicode.IsUpper) || !hasYear(s) {
			return out
		}
		groups := shapes().inside.FindStringSubmatch(s)
		if groups == nil {
			return out
		}
		out = append(m.worksOf(groups, 4), out...)
		s = s[:len(s)-len(groups[0])]
	}
}

// namesBefore is the end of s in which names may stand before a year, "" for none:
// words with a capital, particles, "and", "et al.", and one word before them, which
// may end as a particle does. Most sentences are done with at their last word, far
// sooner than by matching.
func namesBefore(s string) string {
	rest, ok := strings.CutSuffix(s, " ")
	if !ok || !mayBeOfNames(lastWord(rest)) {
		return ""
	}
	for rest != "" && mayBeOfNames(lastWord(rest)) {
		rest = strings.TrimSuffix(strings.TrimSuffix(rest, lastWord(rest)), " ")
	}
	return s[len(rest)-len(lastWord(rest)):]
}

// lastWord is what stands behind the last space of s.
func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// mayBeOfNames says that a word may be one of names that are cited.
func mayBeOfNames(word string) bool {
	word = strings.Trim(word, ",.")
	return strings.ContainsFunc(word, unicode.IsUpper) || shapes().small[word] || strings.ContainsAny(word, spaceBytes)
}

// longestNames is how far before a year in brackets its names may begin, bytes.
const longestNames = 120

// worksOf makes a work of each year of a match; groups are the whole, the names,
// "et al." and, at the place given, the years.
func (m *marker) worksOf(groups []string, years int) []Work {
	if groups == nil {
		return nil
	}
	names := shapes().joiner.Split(groups[1], -1)
	// A sentence begins with a capital too: "As Bliss and Lømo (1973)". Words before
	// a name that is known are no part of it.
	if m.index.any && m.index.named(names[0], groups[years]) == nil {
		if i := strings.LastIndexByte(names[0], ' '); i > 0 && m.index.almost(names[0][i+1:], groups[years]) {
			names[0] = names[0][i+1:]
		}
	}
	var out []Work
	for _, y := range strings.Split(groups[years], ", ") {
		if len(y) < 4 && len(out) > 0 { // "2004a, b"
			y = out[0].Year[:4] + y
		}
		out = append(out, Work{Names: names, EtAl: groups[2] != "", Year: y})
	}
	return out
}

// certain says that names and year cite a work: it is in the list, or they are
// joined as names are. "(Sweden 2010)" and "(May 2010)" are neither.
func (m *marker) certain(w Work) bool {
	if words().month(w.Names[0]) > 0 {
		return false
	}
	return m.work(w) != nil || w.EtAl || m.index.any && (len(w.Names) > 1 || m.index.almost(w.Names[0], w.Year))
}
