package cite

import (
	"strings"
	"unicode"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// Change is what happened to a field.
type Change uint8

const (
	Altered        Change = iota // it says something else
	Translated                   // it is in another language
	HalfTranslated               // part of it is
	Lost                         // the target has nothing for it
)

var changes = [...]string{"altered", "translated", "half translated", "lost"}

// String is the change in a word or two.
func (c Change) String() string { return changes[c] }

// Difference is a field that is not what it is in the source.
type Difference struct {
	Kind           Kind
	Change         Change
	Source, Target string    // what stands there; Target is "" when it is lost
	Span           text.Span // in the target: the field, or the empty place where the entry ends
	SourceSpan     text.Span
	SourcePart     string         // of an altered or half translated title: the part that differs; of a translated one a symbol that was altered too
	TargetPart     string         // likewise; of the first two Span is where it stands
	At             int            // of HalfTranslated: the byte of Target where the other language begins, or ends
	Head           bool           // of HalfTranslated: it is the part before At that is foreign
	Foreign        *lang.Language // of HalfTranslated: what the part behind At is in; nil when that is unsure
}

// fields makes the difference between two fields, either of which may be nil.
func (p Pair) fields(k Kind, c Change, source, target *Field) *Difference {
	d := &Difference{Kind: k, Change: c, Span: p.Target.Span().After(), SourceSpan: p.Source.Span()}
	if source != nil {
		d.Source, d.SourceSpan = source.Value, source.Span
	}
	if target != nil {
		d.Target, d.Span = target.Value, target.Span
	}
	return d
}

// OtherEdition says that the target cites an edition of its own, such as the
// published translation of a book: publisher and year or ISBN are others, and
// nothing of the source's tells that it is the same.
func (p Pair) OtherEdition() bool {
	s, t := p.Source, p.Target
	if s.Value(Publisher) == "" || t.Value(Publisher) == "" || s.has(Volume) || s.has(DOI) && t.has(DOI) {
		return false
	}
	year := yearDigits(s.Value(Year)) != yearDigits(t.Value(Year))
	isbn := t.has(ISBN) && foldIdentifier(ISBN, s.Value(ISBN)) != foldIdentifier(ISBN, t.Value(ISBN))
	return (year || isbn) && !sameVenue(s.Value(Publisher), t.Value(Publisher))
}

// standsIn says that value stands somewhere in the entry, whatever field it was
// taken for: where the splitter erred, nothing is said. Identifiers do not count,
// for many hold the journal's name or the year.
func (e *Entry) standsIn(value string) bool {
	folded := spaced(value)
	return strings.TrimSpace(folded) != "" && strings.Contains(spaced(e.wording()), folded)
}

// spaced is the words of s, folded, with one space before and behind each.
func spaced(s string) string {
	words := strings.FieldsFunc(lang.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	return " " + strings.Join(words, " ") + " "
}

// wording is the entry's text without its identifiers.
func (e *Entry) wording() string {
	var out strings.Builder
	at := e.Start
	for _, f := range e.Fields {
		switch f.Kind {
		case DOI, PMID, PMCID, ISBN, ArXiv, URL:
			if f.Start >= at {
				out.WriteString(e.Block.Prose.Text[at:f.Start])
				at = f.End
			}
		}
	}
	out.WriteString(e.Block.Prose.Text[at:e.End])
	return out.String()
}

// Years compares year and date; nil when they agree. "August 17, 2024" is "17
// augusti 2024", and a date agrees with its year alone.
func (p Pair) Years() *Difference {
	s, t := p.Source.Get(Year), p.Target.Get(Year)
	if s == nil || yearDigits(s.Value) == "" {
		return nil
	}
	if t == nil || yearDigits(t.Value) == "" {
		if p.Target.standsIn(yearDigits(s.Value)) {
			return nil
		}
		return p.fields(Year, Lost, s, t)
	}
	if yearDigits(s.Value) != yearDigits(t.Value) {
		return p.fields(Year, Altered, s, t)
	}
	sd, td := p.Source.Get(Date), p.Target.Get(Date)
	if sd == nil || td == nil {
		return nil
	}
	a, b := readDate(sd.Value), readDate(td.Value)
	if a.month != 0 && b.month != 0 && a.month != b.month || a.day != 0 && b.day != 0 && a.day != b.day {
		return p.fields(Date, Altered, sd, td)
	}
	return nil
}

// day is a date; what is not given is 0.
type day struct{ year, month, day int }

// readDate reads a date in figures or in the words of any known language.
func readDate(s string) day {
	var d day
	numbers := 0
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,./–-:", r) }) {
		n := 0
		for n < len(part) && part[n] >= '0' && part[n] <= '9' {
			n++
		}
		value := 0
		for _, c := range part[:min(n, 4)] {
			value = 10*value + int(c-'0')
		}
		switch {
		case n == 0 && d.month == 0:
			d.month = words().month(part)
		case n >= 4:
			d.year = value
		case n > 0 && numbers == 0 && d.month == 0 && d.year != 0 && !strings.ContainsAny(s, " "):
			d.month = value // "2020-06-03"
			numbers++
		case n > 0 && d.day == 0:
			d.day = value
		}
	}
	return d
}

// locators are the fields that say where in its journal a work stands.
var locators = []Kind{Volume, Issue, Pages, Edition}

// Locators compares volume, issue, pages and edition. Only what both sides give
// is compared, and pages that the target lost.
func (p Pair) Locators() []*Difference {
	var out []*Difference
	for _, k := range locators {
		s, t := p.Source.Get(k), p.Target.Get(k)
		switch {
		case s == nil:
		case t == nil:
			if k != Edition && !p.Target.standsIn(s.Value) && !p.pagesStand(k, s.Value) {
				out = append(out, p.fields(k, Lost, s, nil))
			}
		case !sameLocator(k, s.Value, t.Value):
			out = append(out, p.fields(k, Altered, s, t))
		}
	}
	return out
}

// pagesStand looks for pages that the target writes at other length.
func (p Pair) pagesStand(k Kind, value string) bool {
	first, _ := pageEnds(value)
	return k == Pages && p.Target.standsIn(first)
}

func sameLocator(k Kind, a, b string) bool {
	switch k {
	case Pages:
		a1, a2 := pageEnds(a)
		b1, b2 := pageEnds(b)
		return letters(a1) == letters(b1) && (letters(a2) == letters(b2) || a2 == "" || b2 == "" && strings.Contains(b, ","))
	case Edition:
		a, b = onlyDigits(a), onlyDigits(b)
		return a == "" || b == "" || a == b
	}
	return foldNumber(a) == foldNumber(b)
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// Identifiers compares DOI, PMID, PMCID, ISBN, arXiv number and address.
// Capitals, closing stops and the language in an address do not count.
func (p Pair) Identifiers() []*Difference {
	var out []*Difference
	for _, k := range []Kind{DOI, PMID, PMCID, ISBN, ArXiv, URL} {
		source, target := p.Source.All(k), p.Target.All(k)
		if d := p.stranger(k, source, target); d != nil {
			out = append(out, d)
			continue
		}
		for i, s := range source {
			if holdsIdentifier(target, s) || strings.Contains(letters(p.Target.Text()), letters(s.Value)) {
				continue
			}
			switch {
			case i < len(target) && !holdsIdentifier(source, target[i]):
				out = append(out, p.fields(k, Altered, &source[i], &target[i]))
			case len(target) == 0 && !(k == URL && p.Target.has(DOI)):
				out = append(out, p.fields(k, Lost, &source[i], nil))
			}
		}
	}
	return out
}

// stranger finds an identifier in the target that the source's entry does not
// have, though all that it has stand there too: a link and its text may differ.
func (p Pair) stranger(k Kind, source, target []Field) *Difference {
	if k == URL || len(source) == 0 || len(target) <= len(source) {
		return nil
	}
	for i := range target {
		if !holdsIdentifier(source, target[i]) {
			return p.fields(k, Altered, &source[0], &target[i])
		}
	}
	return nil
}

func holdsIdentifier(list []Field, f Field) bool {
	for _, g := range list {
		if f.Kind == URL && samePage(g.Value, f.Value) || f.Kind != URL && foldIdentifier(f.Kind, f.Value) == foldIdentifier(g.Kind, g.Value) {
			return true
		}
	}
	return false
}

// samePage says that two addresses are one page, or one page in two languages.
func samePage(a, b string) bool {
	if foldURL(a) == foldURL(b) {
		return true
	}
	x, y := doc.ParseAddress(a), doc.ParseAddress(b)
	for _, from := range lang.All() {
		for _, to := range lang.All() {
			if from != to && x.Localised(y, from, to) {
				return true
			}
		}
	}
	return false
}
