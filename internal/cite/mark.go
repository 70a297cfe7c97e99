package cite

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// MarkKind is how a citation stands in the text.
type MarkKind uint8

const (
	Bracketed   MarkKind = iota // "[12]", "[3–5]"
	Superscript                 // "¹²", "<sup>3,4</sup>"
	AuthorYear                  // "(Bliss & Lømo, 1973)", "Malenka (2004)"
	NoteMark                    // a footnote reference
	Asterisk                    // "*", "†": a note at the foot of the page
)

// Mark is one citation in running text.
type Mark struct {
	Kind       MarkKind
	Block      *doc.Block
	Start, End int       // bytes of Block.Prose.Text
	Span       text.Span // where it stands
	Numbers    []int     // of Bracketed and Superscript, ranges spelled out, in order
	Works      []Work    // of AuthorYear, in order
	Label      string    // of NoteMark: the note's label; of Asterisk: the marks
	Entries    []*Entry  // what each of Numbers or Works points at; nil where no reference answers
	Points     []*Entry  // the references it points at; nil when there are none
	Dangling   bool      // a number, work or note in it that no reference answers to
}

// Work is one "Bliss & Lømo, 1973" of a mark.
type Work struct {
	Names []string // surnames or a body's name, as written
	EtAl  bool
	Year  string // as written, "2004a"
}

// SameNames says that two works are cited by the same names, letter for letter;
// a genitive, and names that "et al." stands for on either side, do not count.
func (w Work) SameNames(other Work) bool {
	for i := range min(len(w.Names), len(other.Names)) {
		a, b := letters(w.Names[i]), letters(other.Names[i])
		if a != b && strings.TrimSuffix(a, "s") != strings.TrimSuffix(b, "s") {
			return false
		}
	}
	return true
}

// Stands says that the first name and the year of the work stand somewhere in s,
// however the sentence is built: "In 1973, Bliss showed".
func (w Work) Stands(s string) bool {
	year := yearDigits(w.Year)
	return year != "" && strings.Contains(s, year) && strings.Contains(plainLetters(s), strings.TrimSuffix(plainLetters(w.Names[0]), "s"))
}

// Marks are the citations in the running text of d, in reading order. refs are
// d's references; nil or empty when it has none, and then nothing dangles.
// What looks like a citation but may be something else (an interval, a country
// and a year, a squared unit) is left out unless it points at a reference.
func Marks(d *doc.Document, refs *References) []Mark {
	m := &marker{index: indexEntries(refs)}
	for _, b := range d.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup || refs.Holds(b) {
			continue
		}
		from := len(m.out)
		m.brackets(b)
		m.superscripts(b)
		m.raised(b)
		m.authorYears(b)
		m.notes(b)
		m.asterisks(b)
		slices.SortStableFunc(m.out[from:], func(x, y Mark) int { return x.Start - y.Start })
	}
	return m.out
}

// mostOfYear is how many works of one year a misspelt name is sought among: a
// list that has more is none that a person reads.
const mostOfYear = 100

type marker struct {
	index index
	out   []Mark
}

// index finds entries by what they are cited by.
type index struct {
	byLabel map[string]*Entry   // "12", "Tur37"
	byName  map[string][]*Entry // surname of the first author, letters only, and year
	names   map[string]bool     // the surnames alone
	byYear  map[string][]string // the surnames of a year
	any     bool
}

func indexEntries(refs *References) index {
	x := index{map[string]*Entry{}, map[string][]*Entry{}, map[string]bool{}, map[string][]string{}, false}
	if refs == nil {
		return x
	}
	for _, e := range refs.Entries {
		x.any = true
		label := e.Label
		if label == "" {
			label = strconv.Itoa(e.Nth) // lists whose numbers are made by the page
		}
		if x.byLabel[label] == nil {
			x.byLabel[label] = e
		}
		for _, k := range []Kind{Author, Editor} {
			if f := e.Get(k); f != nil {
				name, year := plainLetters(readName(f.Value).surname), yearDigits(e.Value(Year))
				x.byName[name+year] = append(x.byName[name+year], e)
				x.names[name] = true
				if len(x.byYear[year]) < mostOfYear {
					x.byYear[year] = append(x.byYear[year], name)
				}
				break
			}
		}
	}
	return x
}

// add makes a mark of b's prose [start, end), unless that is code or an address.
func (m *marker) add(b *doc.Block, start, end int, mark Mark) {
	if b.Literal(start, end) {
		return
	}
	mark.Block, mark.Start, mark.End, mark.Span = b, start, end, b.Prose.Source(start, end)
	for _, n := range mark.Numbers {
		m.point(&mark, m.index.byLabel[strconv.Itoa(n)])
	}
	for _, w := range mark.Works {
		m.point(&mark, m.work(w))
	}
	m.out = append(m.out, mark)
}

func (m *marker) point(mark *Mark, e *Entry) {
	mark.Entries = append(mark.Entries, e)
	switch {
	case e != nil:
		mark.Points = append(mark.Points, e)
	case m.index.any:
		mark.Dangling = true
	}
}

// work is the entry that "Bliss & Lømo 1973" stands for; of several by the same
// first author in that year the one whose second author or letter agrees.
func (m *marker) work(w Work) *Entry {
	found := m.index.named(w.Names[0], w.Year)
	for _, e := range found {
		all := e.All(Author)
		second := len(w.Names) < 2 || len(all) > 1 && plainLetters(readName(all[1].Value).surname) == plainLetters(w.Names[1])
		if second && (len(w.Year) < 5 || e.Value(Year) == w.Year) {
			return e
		}
	}
	if len(found) > 0 {
		return found[0]
	}
	return nil
}

// named are the entries by a first author of that name in that year. A genitive
// is tried when the name as it stands is unknown: "Malenka's (2004) review".
func (x index) named(name, year string) []*Entry {
	name, year = plainLetters(name), yearDigits(year)
	if found := x.byName[name+year]; found != nil {
		return found
	}
	return x.byName[strings.TrimSuffix(name, "s")+year]
}

// almost says that a name or a year is that of a known work but for a slip: the
// name in another year, or a name one letter away in the same year.
func (x index) almost(name, year string) bool {
	name, year = plainLetters(name), yearDigits(year)
	if x.names[name] || x.names[strings.TrimSuffix(name, "s")] {
		return true
	}
	for _, known := range x.byYear[year] {
		if near(known, name) {
			return true
		}
	}
	return false
}

// brackets finds numbers in square brackets. "[0, 1]" is an interval.
func (m *marker) brackets(b *doc.Block) {
	if !strings.Contains(b.Prose.Text, "[") {
		return
	}
	for _, r := range bracketMark().FindAllStringSubmatchIndex(b.Prose.Text, -1) {
		if numbers := numbersOf(b.Prose.Text[r[2]:r[3]]); len(numbers) > 0 {
			m.add(b, r[0], r[1], Mark{Kind: Bracketed, Numbers: numbers})
		}
	}
}

// superscripts finds numbers in raised figures behind words and stops; behind a
// short word they belong to a unit, "cm²", "s⁻¹".
func (m *marker) superscripts(b *doc.Block) {
	if !containsAny(b.Prose.Text, "¹", "²", "³", "\xe2\x81") { // U+2070 to U+207F begin so
		return
	}
	for _, r := range raisedMark().FindAllStringIndex(b.Prose.Text, -1) {
		if isPower(b.Prose.Text[:r[0]]) {
			continue
		}
		numbers := numbersOf(plainFigures.Replace(b.Prose.Text[r[0]:r[1]]))
		if len(numbers) > 0 {
			m.add(b, r[0], r[1], Mark{Kind: Superscript, Numbers: numbers})
		}
	}
}

func containsAny(s string, signs ...string) bool {
	for _, sign := range signs {
		if strings.Contains(s, sign) {
			return true
		}
	}
	return false
}

// isPower says that a raised number behind before is no citation: it belongs to a
// unit or a variable, which are short, to another number, or to nothing.
func isPower(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	if before == "" || unicode.IsDigit(last) || unicode.IsSpace(last) {
		return true
	}
	n := lastWordLength(before)
	return unicode.IsLetter(last) && n < 4 && (n < 2 || !small(before))
}

// small says that before ends in a small word of some language, such as "do" or
// "så", which no unit is.
func small(before string) bool {
	word := before
	if i := strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		_, n := utf8.DecodeRuneInString(before[i:])
		word = before[i+n:]
	}
	for _, l := range lang.All() {
		if l.FunctionWords[word] {
			return true
		}
	}
	return false
}

// raised finds numbers between <sup> and </sup>.
func (m *marker) raised(b *doc.Block) {
	open := -1
	for _, o := range b.Objects {
		if o.Kind != doc.RawHTML || !strings.EqualFold(strings.Trim(o.Value, "/"), "sup") {
			continue
		}
		if open < 0 {
			open = o.End
			if o.End > o.Start {
				open = -1
				m.sup(b, o.Start, o.End)
			}
			continue
		}
		m.sup(b, open, o.Start)
		open = -1
	}
}

func (m *marker) sup(b *doc.Block, start, end int) {
	if start >= end {
		return
	}
	inner := strings.Trim(b.Prose.Text[start:end], "[] ")
	if numbers := numbersOf(inner); len(numbers) > 0 && wholeMark().MatchString(inner) && !isPower(strings.TrimRight(b.Prose.Text[:start], " ")) {
		m.add(b, start, end, Mark{Kind: Superscript, Numbers: numbers})
	}
}

// numbersOf spells out "3–5, 8"; nil when it is no list of reference numbers.
func numbersOf(s string) []int {
	var out []int
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == ' ' }) {
		first, last := 0, 0
		ends := strings.FieldsFunc(part, func(r rune) bool { return lang.IsDash(r) || lang.IsHyphen(r) })
		if len(ends) == 0 {
			continue
		}
		for _, c := range ends[0] {
			first = 10*first + int(c-'0')
		}
		last = first
		if len(ends) > 1 {
			last = 0
			for _, c := range ends[1] {
				last = 10*last + int(c-'0')
			}
		}
		if first == 0 || last < first || last-first > 200 {
			return nil
		}
		for n := first; n <= last; n++ {
			out = append(out, n)
		}
	}
	return out
}

// notes are the footnote references that the file marks as such.
func (m *marker) notes(b *doc.Block) {
	for _, o := range b.Objects {
		if o.Kind == doc.NoteMark {
			mark := Mark{Kind: NoteMark, Label: o.Value, Block: b, Start: o.Start, End: o.End, Span: o.Span}
			if e := m.index.byLabel[o.Value]; e != nil && e.Block.Kind == doc.Footnote {
				mark.Points = []*Entry{e}
			}
			m.out = append(m.out, mark)
		}
	}
}

// asterisks are stars and daggers behind a word or a stop. In plain text a star
// before a word opens emphasis, and the next one closes it.
func (m *marker) asterisks(b *doc.Block) {
	s, open := b.Prose.Text, false
	if !containsAny(s, "*", "∗", "†", "‡") {
		return
	}
	for _, r := range asteriskMark().FindAllStringIndex(s, -1) {
		last, _ := utf8.DecodeLastRuneInString(s[:r[0]])
		next, _ := utf8.DecodeRuneInString(s[r[1]:])
		if !open && (unicode.IsLetter(next) || unicode.IsDigit(next)) && (r[0] == 0 || unicode.IsSpace(last)) {
			open = true
			continue
		}
		if open {
			open = false
			continue
		}
		behind := unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune(".,:;!?)”’\"'®™%", last)
		if behind && !unicode.IsLetter(next) && !unicode.IsDigit(next) {
			m.add(b, r[0], r[1], Mark{Kind: Asterisk, Label: s[r[0]:r[1]]})
		}
	}
}

func lastWordLength(s string) int {
	n := 0
	for len(s) > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		if !unicode.IsLetter(r) || n > 8 {
			break
		}
		n++
		s = s[:len(s)-size]
	}
	return n
}
