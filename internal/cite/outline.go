package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tvilling/internal/lang"
)

// outline is an entry as it is compared with others: every value folded.
type outline struct {
	entry    *Entry
	ids      []string // "doi:10.1016/…", "pmid:…"
	url      string
	surnames []string // folded, diacritics gone
	year     string
	volume   string
	pages    [2]string
	title    string // letters and digits only, folded
	venue    string
	text     string // all of it, folded like title
}

func outlines(entries []*Entry) []outline {
	out := make([]outline, len(entries))
	for i, e := range entries {
		o := outline{
			entry: e, ids: identifiersOf(e), year: yearDigits(e.Value(Year)),
			volume: foldNumber(e.Value(Volume)), title: letters(e.Value(Title)), venue: letters(e.Value(Container)),
			text: letters(e.Text()),
		}
		if u := e.Get(URL); u != nil {
			o.url = foldURL(u.Value)
		}
		o.pages[0], o.pages[1] = pageEnds(e.Value(Pages))
		for _, a := range e.All(Author) {
			o.surnames = append(o.surnames, plainLetters(readName(a.Value).surname))
		}
		out[i] = o
	}
	return out
}

// identifiersOf are the entry's names in the world's catalogues. An address is
// none: many works may share one.
func identifiersOf(e *Entry) []string {
	var out []string
	for _, f := range e.Fields {
		switch f.Kind {
		case DOI, PMID, PMCID, ArXiv, ISBN:
			out = append(out, f.Kind.String()+":"+foldIdentifier(f.Kind, f.Value))
		}
	}
	return out
}

// foldIdentifier is an identifier without what may be written either way.
func foldIdentifier(k Kind, value string) string {
	value = strings.TrimRight(strings.ToLower(value), ".,;: ")
	switch k {
	case ISBN:
		value = strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) || r == 'x' {
				return r
			}
			return -1
		}, value)
	case ArXiv:
		if i := strings.LastIndexByte(value, 'v'); i > 0 && i > strings.LastIndexByte(value, '/') && strings.Trim(value[i+1:], "0123456789") == "" {
			value = value[:i] // a version of the same paper
		}
	}
	return value
}

// foldURL is an address without scheme, "www." and closing slash.
func foldURL(u string) string {
	u = strings.ToLower(u)
	if _, rest, ok := strings.Cut(u, "://"); ok {
		u = rest
	}
	return strings.TrimRight(strings.TrimPrefix(u, "www."), "/.#?")
}

// letters keeps the letters and digits of s, folded: what remains of a text
// whatever its quotes, dashes, spaces and capitals.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, lang.Fold(s))
}

// plainLetters is letters without diacritics: "lomo" for "Lømo", so that a name
// that lost them is still found. What Unicode does not take apart is in bareRunes.
func plainLetters(s string) string {
	s = letters(s)
	if isASCII(s) {
		return s
	}
	return bareRunes.Replace(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s)))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

var bareRunes = strings.NewReplacer("ø", "o", "đ", "d", "ł", "l", "æ", "ae", "œ", "oe", "ß", "ss", "ı", "i", "ð", "d", "þ", "th")

func yearDigits(s string) string {
	if start, _ := yearIn(s); start >= 0 {
		return s[start : start+4]
	}
	return ""
}

// foldNumber is a volume or issue without spaces, stops and leading zeros.
func foldNumber(s string) string {
	return strings.TrimLeft(letters(s), "0")
}

// pageEnds are the first and the last page, "" for none. "165–77" ends on 177.
func pageEnds(s string) (first, last string) {
	s = strings.ReplaceAll(lang.Fold(s), " ", "")
	if i := strings.IndexByte(s, ','); i > 0 {
		s = s[:i]
	}
	first, last, ok := strings.Cut(s, "-")
	if !ok {
		return first, ""
	}
	head := strings.TrimRight(first, "0123456789")
	a, b := first[len(head):], strings.TrimPrefix(last, head)
	if strings.Trim(b, "0123456789") == "" && len(b) < len(a) {
		b = a[:len(a)-len(b)] + b
	}
	return first, head + b
}

// likeOutline weighs what speaks for and against two entries being one work.
// The weights are judged, not trained: a DOI alone suffices, and so do author,
// year and first page without it, but not author and year. What weighs less than
// need, whatever its titles say, may be given a lower weight yet: to compare titles
// in two languages takes longer than all the rest.
func (m *matcher) likeOutline(a, b *outline, need float64) (weight float64, identified bool) {
	if shareAny(a.ids, b.ids) {
		weight += 6
		identified = true
	} else if otherNumber(a.ids, b.ids) {
		weight -= 1.5
	}
	if a.url != "" && a.url == b.url {
		weight += 2
	}
	if len(a.surnames) > 0 && len(b.surnames) > 0 {
		if a.surnames[0] == b.surnames[0] {
			weight += 2
			if len(a.surnames) > 1 && len(b.surnames) > 1 && a.surnames[1] == b.surnames[1] {
				weight++
			}
		} else if near(a.surnames[0], b.surnames[0]) {
			weight += 1.5
		} else {
			weight--
		}
	}
	weight += agree(a.year, b.year, 1, -0.5) + agree(a.volume, b.volume, 0.5, -0.5) + agree(a.pages[0], b.pages[0], 2, -0.5)
	weight += agree(a.pages[1], b.pages[1], 1, 0) + agree(a.venue, b.venue, 0.5, 0)
	switch {
	case a.text == b.text && a.text != "":
		weight += 6
	case a.title != "" && (a.title == b.title || len(a.title) > 20 && len(b.text) < 4000 && strings.Contains(b.text, a.title)):
		weight += 4
	case m.likeness != nil && a.title != "" && b.title != "" && weight+3 >= need:
		weight += 3 * m.likeness(a.entry.Value(Title), b.entry.Value(Title))
	}
	return weight, identified
}

// otherNumber says that both have a DOI, or both an ISBN and so on: another one,
// which a slip may explain if everything else agrees.
func otherNumber(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if kind, _, ok := strings.Cut(x, ":"); ok && strings.HasPrefix(y, kind+":") {
				return true
			}
		}
	}
	return false
}

func agree(a, b string, yes, no float64) float64 {
	switch {
	case a == "" || b == "":
		return 0
	case a == b:
		return yes
	}
	return no
}

func shareAny(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// near says that two folded words differ in one letter, or two neighbours swapped.
func near(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	if len(ra) > len(rb) {
		ra, rb = rb, ra
	}
	if len(rb)-len(ra) > 1 || len(ra) < 3 {
		return false
	}
	i := 0
	for i < len(ra) && ra[i] == rb[i] {
		i++
	}
	if len(ra) < len(rb) {
		return string(ra[i:]) == string(rb[i+1:])
	}
	if i == len(ra) || string(ra[i+1:]) == string(rb[i+1:]) {
		return true
	}
	return i+1 < len(ra) && ra[i] == rb[i+1] && ra[i+1] == rb[i] && string(ra[i+2:]) == string(rb[i+2:])
}
