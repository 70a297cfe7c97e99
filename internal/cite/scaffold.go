package cite

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/lang"
	"tvilling/internal/lazy"
)

// Scaffold is a word or two of an entry that belong to no field but say what one
// is: "Retrieved from", "eds.", "pp.", or the month of a date.
type Scaffold struct {
	Start, End int    // bytes of the entry's Block.Prose.Text, a stop at the end left out
	Text       string // as written
	Own        bool   // it belongs to the language asked for, not to the other
	Instead    string // what the language asked for has instead; "" when it is Own, and for months
	Within     bool   // it stands inside a field, whose other parts may have to change too
}

// slot is a place in an entry where scaffolding stands, and the words for it.
type slot struct {
	words  func(*lang.Citation) []string
	before []Kind // the field that follows it
	behind []Kind // or the field that it follows; with both it stands between them
	alone  bool   // no other word may stand beside it
}

// people are the fields that hold names.
var people = []Kind{Author, Editor}

// slots are tried in this order at every stretch between two fields.
var slots = []slot{
	{func(c *lang.Citation) []string { return c.And }, people, people, true},
	{func(c *lang.Citation) []string { return c.EditedBy }, []Kind{Editor}, nil, false},
	{func(c *lang.Citation) []string { return c.Editors }, nil, []Kind{Editor}, false},
	{func(c *lang.Citation) []string { return c.In }, []Kind{Editor, Container}, nil, true},
	{func(c *lang.Citation) []string { return c.Volume }, []Kind{Volume}, nil, false},
	{func(c *lang.Citation) []string { return c.Issue }, []Kind{Issue}, nil, false},
	{func(c *lang.Citation) []string { return c.Pages }, []Kind{Pages}, nil, false},
	{func(c *lang.Citation) []string { return c.Article }, []Kind{Pages}, nil, false},
	{func(c *lang.Citation) []string { return c.Accessed }, []Kind{Accessed}, nil, false},
	{func(c *lang.Citation) []string { return c.Retrieved }, []Kind{Accessed}, nil, false},
	{retrievedFrom, []Kind{URL, DOI}, nil, false},
	{func(c *lang.Citation) []string { return c.From }, []Kind{URL, DOI}, []Kind{Accessed}, true},
	{func(c *lang.Citation) []string { return c.Updated }, []Kind{Date}, nil, false},
}

// retrievedFrom are the words before an address, with "from" and without.
func retrievedFrom(c *lang.Citation) []string {
	var out []string
	for _, r := range c.Retrieved {
		for _, f := range c.From {
			out = append(out, r+" "+f)
		}
	}
	return append(out, c.Retrieved...)
}

// Scaffolding finds the words around and inside the fields of e that belong to
// only one of two languages. Titles, names and what the splitter could not tell
// are never looked into.
func (e *Entry) Scaffolding(own, other *lang.Language) []Scaffold {
	s := scaffolding{e: e, own: own.Citation(), other: other.Citation()}
	at, last := e.Start, -1
	for i, f := range e.Fields {
		if f.End <= f.Start || f.End <= at {
			continue // a hidden address, or a year inside a date
		}
		if last >= 0 && f.Start > at {
			s.gap(at, f.Start, e.Fields[last].Kind, f.Kind)
		}
		s.inside(f)
		at, last = f.End, i
	}
	if last >= 0 {
		s.gap(at, e.End, e.Fields[last].Kind, kinds)
	}
	return s.out
}

type scaffolding struct {
	e          *Entry
	own, other *lang.Citation
	out        []Scaffold
	within     bool // a field is being looked into
}

// gap looks at the stretch between two fields. Words must touch the field that
// they speak of: what stands further off may be a piece of a title.
func (s *scaffolding) gap(start, end int, behind, before Kind) {
	if m := spoken().FindStringIndex(s.e.Block.Prose.Text[start:end]); m != nil && slices.Contains(spokenFor, before) {
		end = start + m[0]
	}
	for _, one := range slots {
		after, ahead := slices.Contains(one.behind, behind), slices.Contains(one.before, before)
		if one.behind != nil && one.before != nil && !(after && ahead) {
			continue
		}
		switch {
		case ahead:
			s.touching(start, end, one, false)
		case after:
			s.touching(start, end, one, true)
		}
	}
}

// spoken is what stands between a word and its field and says nothing itself:
// the front of a DOI's address, and the article of a day ("den 3 maj", "on 3 May").
var (
	spoken    = lazy.Regexp(`(?i)(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:?\s*|\s(?:den|on)\s)$`)
	spokenFor = []Kind{DOI, Accessed, Date}
)

// touching looks for words at the front or the back of a stretch. Marks of
// punctuation may stand between them and the field.
func (s *scaffolding) touching(start, end int, one slot, front bool) {
	gap := s.e.Block.Prose.Text[start:end]
	mark := func(r rune) bool { return !unicode.IsLetter(r) }
	if front || one.alone {
		start = end - len(strings.TrimLeftFunc(gap, mark))
	}
	if !front || one.alone {
		end -= len(gap) - len(strings.TrimRightFunc(gap, mark))
	}
	if start >= end {
		return
	}
	gap = s.e.Block.Prose.Text[start:end]
	own, other := edgeWord(gap, one.words(s.own), front), edgeWord(gap, one.words(s.other), front)
	if one.alone && max(own, other) < len(gap) {
		return
	}
	switch mine := one.words(s.own); {
	case own > other:
		s.found(start, end, own, front, Scaffold{Own: true})
	case other > own && len(mine) > 0:
		s.found(start, end, other, front, Scaffold{Instead: mine[0]})
	}
}

func (s *scaffolding) found(start, end, n int, front bool, w Scaffold) {
	if front {
		end = start + n
	} else {
		start = end - n
	}
	for i := len(s.out) - 1; i >= 0 && s.out[i].End > start; i-- {
		if s.out[i].Start < end {
			return
		}
	}
	w.Within = w.Within || s.within
	w.Start, w.End, w.Text = start, end, s.e.Block.Prose.Text[start:end]
	if first, _ := utf8.DecodeRuneInString(w.Text); unicode.IsUpper(first) && !w.Within {
		r, size := utf8.DecodeRuneInString(w.Instead)
		w.Instead = string(unicode.ToUpper(r)) + w.Instead[size:]
	}
	s.out = append(s.out, w)
}

// edgeWord is the length of the longest of words that s begins, or ends, with as
// a whole word; 0 for none.
func edgeWord(s string, words []string, front bool) int {
	best := 0
	for _, w := range words {
		if len(w) > len(s) || len(w) <= best {
			continue
		}
		edge, rest := s[len(s)-len(w):], s[:len(s)-len(w)]
		next, _ := utf8.DecodeLastRuneInString(rest)
		if front {
			edge, rest = s[:len(w)], s[len(w):]
			next, _ = utf8.DecodeRuneInString(rest)
		}
		if strings.EqualFold(edge, w) && (rest == "" || !unicode.IsLetter(next)) {
			best = len(w)
		}
	}
	return best
}

// inside looks at the words of dates, for the other authors, for an edition and
// for a year that is not known.
func (s *scaffolding) inside(f Field) {
	var one slot
	switch f.Kind {
	case Date, Accessed:
		s.months(f)
		return
	case EtAl:
		one.words = func(c *lang.Citation) []string { return c.EtAl }
	case Year:
		one.words = func(c *lang.Citation) []string { return c.NoDate }
	case Edition:
		one.words = func(c *lang.Citation) []string { return c.Edition }
	default:
		return
	}
	s.within = true
	s.touching(f.Start, f.End, one, false)
	s.within = false
}

// months finds the name of a month that only one of the languages has.
func (s *scaffolding) months(f Field) {
	at := f.Start
	for _, word := range strings.FieldsFunc(f.Value, func(r rune) bool { return !unicode.IsLetter(r) }) {
		start := at + strings.Index(s.e.Block.Prose.Text[at:f.End], word)
		at = start + len(word)
		own, other := monthIn(s.own, word), monthIn(s.other, word)
		switch {
		case own == 0 && other > 0:
			s.found(start, at, len(word), true, Scaffold{Within: true})
		case own > 0 && other == 0:
			s.found(start, at, len(word), true, Scaffold{Own: true, Within: true})
		}
	}
}

func monthIn(c *lang.Citation, word string) int {
	for _, m := range c.Months {
		if strings.EqualFold(m.Name, word) {
			return m.Month
		}
	}
	return 0
}
