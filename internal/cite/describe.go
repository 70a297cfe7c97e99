package cite

import (
	"strings"

	"tvilling/internal/lazy"
)

// Work kinds, as CSL names them.
const (
	Article  = "article-journal"
	Preprint = "article"
	Book     = "book"
	Chapter  = "chapter"
	Webpage  = "webpage"
	Other    = "document"
)

// Type is what kind of work the entry cites, judged by its fields.
func (e *Entry) Type() string {
	located := e.has(Volume) || e.has(Issue) || e.has(PMID) || e.has(PMCID)
	switch {
	case e.has(Container) && e.has(Title) && !located && (e.has(Editor) || e.has(Publisher)):
		return Chapter
	case e.has(ArXiv) && !located || preprints[strings.ToLower(e.Value(Container))]:
		return Preprint
	case e.has(Container) && (located || e.has(Pages) || e.has(DOI)):
		return Article
	case e.has(ISBN) || e.has(Publisher) || e.has(Edition):
		return Book
	case e.has(URL):
		return Webpage
	case e.has(Container):
		return Article
	}
	return Other
}

// Key is a short name for the entry in plain letters and digits: "bliss1973".
// Entries of one list may share it; "" when the entry has neither name nor year.
func (e *Entry) Key() string {
	name := ""
	for _, k := range people {
		if f := e.Get(k); f != nil && name == "" {
			name = readName(f.Value).surname
		}
	}
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, plainLetters(name)+yearDigits(e.Value(Year)))
}

// Name takes a name apart: "Bliss", "T. V."; of a body, all of it and "". Three and
// more full words without a comma are taken for a body: "World Health
// Organization". Bare initials get their stops: programs would take "TV" for a name.
func Name(value string) (family, given string) {
	p := readName(value)
	if words := strings.Fields(value); len(words) > 2 && !strings.ContainsAny(value, ",.") && len(p.initials) == len(words)-1 && !bareInitials().MatchString(p.given) {
		return value, ""
	}
	if !bareInitials().MatchString(p.given) {
		return p.surname, p.given
	}
	var out []string
	for _, r := range p.initials {
		out = append(out, string(r)+".")
	}
	return p.surname, strings.Join(out, " ")
}

var bareInitials = lazy.Regexp(`^` + bare + `$`)

// Day reads a year or a date in the words of any known language; what it does
// not give is 0.
func Day(value string) (year, month, day int) {
	d := readDate(value)
	return d.year, d.month, d.day
}
