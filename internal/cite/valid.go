package cite

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"tvilling/internal/doc"
	"tvilling/internal/lazy"
	"tvilling/internal/text"
)

// Fault is something in an entry that cannot be right, whatever the work.
type Fault struct {
	Kind       Kind
	Value      string // what stands there
	Reason     string // why it cannot be right, for a message: "its check digit is wrong"
	Sure       bool   // by arithmetic; else it is only unlikely
	Start, End int    // bytes of the entry's Block.Prose.Text
}

// Span is where the fault stands.
func (f Fault) Span(e *Entry) text.Span { return e.Block.Prose.Source(f.Start, f.End) }

var (
	issnPattern = lazy.Regexp(`(?i)\bISSN:?\s*(\d{4}[-‐–]?\d{3}[\dX])\b`)
	pmidWritten = lazy.Regexp(`(?i)\bPMID:?\s*(\d+)\b`)
	// isbnWritten takes what stands behind the word, however long.
	isbnWritten = lazy.Regexp(`(?i)\bISBN(?:-1[03])?:?\s*(\d[\d \-‐–]{5,20}[\dX])\b`)
)

// Faults finds numbers in e that no work can have: check digits of ISBN (ISO
// 2108) and ISSN (ISO 3297), the shape of DOI, PMID and arXiv numbers, pages that
// run backwards, and a year later than latest; 0 knows of no latest year.
func (e *Entry) Faults(latest int) []Fault {
	var out []Fault
	add := func(k Kind, value, reason string, sure bool, start, end int) {
		if reason != "" {
			out = append(out, Fault{k, value, reason, sure, start, end})
		}
	}
	for _, f := range e.Fields {
		switch f.Kind {
		case DOI:
			add(DOI, f.Value, doiFault(f.Value), false, f.Start, f.End)
		case ArXiv:
			add(ArXiv, f.Value, arxivFault(f.Value), true, f.Start, f.End)
		case Pages:
			add(Pages, f.Value, pagesFault(f.Value), true, f.Start, f.End)
		case Year:
			add(Year, f.Value, yearFault(f.Value, latest), false, f.Start, f.End)
		}
	}
	for _, one := range []struct {
		kind    Kind
		pattern *regexp.Regexp
		fault   func(string) (reason string, sure bool)
	}{{ISBN, isbnWritten(), isbnFault}, {kinds, issnPattern(), issnFault}, {PMID, pmidWritten(), pmidFault}} {
		for _, m := range one.pattern.FindAllStringSubmatchIndex(e.Text(), -1) {
			value := e.Text()[m[2]:m[3]]
			reason, sure := one.fault(value)
			add(one.kind, value, reason, sure, e.Start+m[2], e.Start+m[3])
		}
	}
	return out
}

// Wrong says that e itself has a fault of the kind.
func (e *Entry) Wrong(k Kind) bool {
	for _, f := range e.Faults(0) {
		if f.Kind == k {
			return true
		}
	}
	return false
}

// Name is what messages call the faulty value.
func (f Fault) Name() string {
	if f.Kind == kinds {
		return "ISSN"
	}
	return f.Kind.String()
}

// doiFault: DOIs may hold any printable character (DOI Handbook 2.2), but
// registrants use ASCII; what is not was put there by an editor's typography.
func doiFault(s string) string {
	for _, r := range s {
		if r >= utf8.RuneSelf {
			return "a DOI has no " + strconv.QuoteRune(r)
		}
	}
	return ""
}

func arxivFault(s string) string {
	if len(s) > 4 && s[4] == '.' {
		if month, err := strconv.Atoi(s[2:4]); err == nil && (month < 1 || month > 12) {
			return "its third and fourth digit name no month"
		}
	}
	return ""
}

// pagesFault compares first and last page where both are plain numbers or have
// the same letters before them.
func pagesFault(s string) string {
	first, last := pageEnds(s)
	if last == "" {
		return ""
	}
	head := strings.TrimRight(first, "0123456789")
	if !strings.HasPrefix(last, head) {
		return ""
	}
	a, errA := strconv.Atoi(first[len(head):])
	b, errB := strconv.Atoi(last[len(head):])
	if errA == nil && errB == nil && b < a {
		return "they run backwards"
	}
	return ""
}

func yearFault(s string, latest int) string {
	if year, err := strconv.Atoi(yearDigits(s)); err == nil && latest > 0 && year > latest {
		return "it lies in the future"
	}
	return ""
}

func isbnFault(s string) (reason string, sure bool) {
	digits := foldIdentifier(ISBN, s)
	switch len(digits) {
	case 10:
		if weighted(digits, 10)%11 != 0 {
			return "its check digit is wrong", true
		}
	case 13:
		sum := 0
		for i, c := range digits {
			sum += int(c-'0') * (1 + 2*(i%2))
		}
		if sum%10 != 0 || strings.Contains(digits, "x") {
			return "its check digit is wrong", true
		}
	default:
		return "an ISBN has 10 or 13 digits, this has " + strconv.Itoa(len(digits)), true
	}
	return "", false
}

func issnFault(s string) (reason string, sure bool) {
	if weighted(foldIdentifier(ISBN, s), 8)%11 != 0 {
		return "its check digit is wrong", true
	}
	return "", false
}

// weighted sums the digits times n, n-1, … 1; x is ten, and only as the last.
func weighted(digits string, n int) int {
	sum := 0
	for i, c := range digits {
		value := int(c - '0')
		if c == 'x' {
			if value = 10; i < len(digits)-1 {
				return 1 // wrong whatever the rest
			}
		}
		sum += value * (n - i)
	}
	return sum
}

// pmidFault: PubMed has given out some forty million numbers; it has been at
// eight digits since 1996 and begins none with a zero.
func pmidFault(s string) (reason string, sure bool) {
	switch {
	case len(s) > 8:
		return "a PMID has at most eight digits", false
	case s[0] == '0':
		return "a PMID begins with no zero", false
	}
	return "", false
}

// NewestYear is the latest year that d speaks of; 0 when it speaks of none.
func NewestYear(d *doc.Document) int {
	newest := 0
	for _, b := range d.Blocks() {
		rest := b.Prose.Text
		for start, end := yearIn(rest); start >= 0; start, end = yearIn(rest) {
			if year, err := strconv.Atoi(rest[start : start+4]); err == nil {
				newest = max(newest, year)
			}
			rest = rest[end:]
		}
	}
	return newest
}
