package cite

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"tvilling/internal/doc"
	"tvilling/internal/lazy"
)

var (
	labelPattern = lazy.Regexp(`^\s*(\[\w{1,12}\]|\d{1,4}[.)])\s+`)

	// doiPattern is Crossref's advice of 2015 for matching DOIs, its anchors
	// dropped and its last class widened: what ends a DOI in prose is white space.
	doiPattern   = lazy.Regexp(`(?i)(?:doi\.?:?\s*)?(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/[^\s<>"”“\x00]+)`)
	urlPattern   = lazy.Regexp(`(?i)(?:https?://|www\.)[^\s<>"”“\x00]+`)
	pmidPattern  = lazy.Regexp(`(?i)\bPMID:?\s*(\d{1,8})\b`)
	pmcPattern   = lazy.Regexp(`(?i)\b(?:PMCID:?\s*)?(PMC\d{3,9})\b`)
	isbnPattern  = lazy.Regexp(`(?i)\bISBN(?:-1[03])?:?\s*(\d[\d \-‐–]{8,15}[\dXx])`)
	arxivPattern = lazy.Regexp(`(?i)\barXiv:\s?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)(?:\s?\[[\w.-]+\])?`)
)

// identifiers takes what names a work by itself. DOIs come before addresses, for
// a DOI is often written as one.
func (p *splitter) identifiers() {
	if strings.Contains(p.s, "10.") {
		p.dois()
	}
	folded := strings.ToLower(p.s)
	if strings.Contains(folded, "://") || strings.Contains(folded, "www.") {
		p.addresses()
	}
	for _, one := range numbered {
		if !strings.Contains(folded, one.word) {
			continue
		}
		p.each(one.at(), func(m []int) {
			p.addOnce(one.kind, m[2], m[3])
			p.blank(m[0], m[1])
		})
	}
}

// numbered are the identifiers that a word announces.
var numbered = []struct {
	kind Kind
	word string
	at   lazy.Expression
}{{PMID, "pmid", pmidPattern}, {PMCID, "pmc", pmcPattern}, {ISBN, "isbn", isbnPattern}, {ArXiv, "arxiv", arxivPattern}}

func (p *splitter) dois() {
	from := doiFront(p.t)
	for _, m := range doiPattern().FindAllSubmatchIndex(p.t[from:], -1) {
		start, end := from+m[2], from+m[2]+len(cutTail(p.s[from+m[2]:from+m[3]]))
		p.addOnce(DOI, start, end)
		p.blank(from+m[0], end)
	}
}

// doiFront is where the first DOI of t, or what announces it, may begin: behind the
// last byte before "10." that neither has.
func doiFront(t []byte) int {
	first := max(0, bytes.Index(t, []byte("10.")))
	for i := first - 1; i >= 0; i-- {
		if c := t[i]; c < utf8.RuneSelf && !isBlank(c) && strings.IndexByte("DOIHTPSXRGdoihtpsxrg:/.", c) < 0 {
			return i + 1
		}
	}
	return 0
}

func (p *splitter) addresses() {
	p.each(urlPattern(), func(m []int) {
		end := m[0] + len(cutTail(p.s[m[0]:m[1]]))
		p.addOnce(URL, m[0], end)
		p.blank(m[0], end)
	})
}

// each calls f with every match in what is not yet explained.
func (p *splitter) each(pattern *regexp.Regexp, f func(match []int)) {
	for _, m := range pattern.FindAllSubmatchIndex(p.t, -1) {
		f(m)
	}
}

// addOnce adds an identifier unless a link's hidden address has given it already.
func (p *splitter) addOnce(k Kind, start, end int) {
	for i, f := range p.e.Fields[:p.hidden] {
		if f.Kind == k && strings.EqualFold(f.Value, p.s[start:end]) {
			p.e.Fields[i].Start, p.e.Fields[i].End = p.place(start), p.place(end)
			return
		}
	}
	p.add(k, start, end)
}

// links takes the addresses that a reader does not see: [text](address).
func (p *splitter) links() {
	for _, o := range p.e.Block.Objects {
		if o.Kind != doc.Link || o.Start < p.e.Start || o.End > p.e.End {
			continue
		}
		kind, value := URL, o.Value
		if m := doiPattern().FindStringSubmatch(value); m != nil {
			kind, value = DOI, m[1]
		} else if !strings.Contains(value, "://") {
			continue // a jump inside the page
		}
		span := o.Dest
		if span.IsZero() {
			span = o.Span
		}
		if f := p.e.Get(kind); f == nil || f.Value != value {
			p.e.Fields = append(p.e.Fields, Field{kind, value, o.Start, o.Start, span})
			p.seen[kind] = true
		}
	}
	p.hidden = len(p.e.Fields)
}

// cutTail drops from an address what belongs to the sentence around it: stops
// at its end, and a closing bracket that it does not open.
func cutTail(s string) string {
	var open [3]int // how many brackets of each kind stay open
	for i := 0; i < len(s); i++ {
		if k := strings.IndexByte("([{", s[i]); k >= 0 {
			open[k]++
		} else if k := strings.IndexByte(")]}", s[i]); k >= 0 {
			open[k]--
		}
	}
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		k := strings.IndexRune(")]}", r)
		switch {
		case k >= 0 && open[k] < 0:
			open[k]++
		case strings.ContainsRune(".,;:!?'’”\"*_", r):
		default:
			return s
		}
		s = s[:len(s)-n]
	}
	return s
}

// access takes the day a page was read, the words that announce an address, and
// the bracket that says a work is online.
func (p *splitter) access() {
	for _, m := range p.w.accessed.all(p.t) {
		p.add(Accessed, m[2], m[3])
		p.blank(m[0], m[1])
		if m[0] > 0 && (p.s[m[0]] == '[' || p.s[m[0]] == '(') {
			p.blank(m[0], m[0]+1)
		}
	}
	for _, m := range p.w.updated.all(p.t) {
		if !p.has(Date) {
			p.dated(m[2], m[3])
			p.blank(m[0], m[1])
		}
	}
	for _, m := range p.w.retrieved.all(p.t) {
		p.blank(m[0], m[1])
	}
	for _, m := range p.w.online.all(p.t) {
		p.blank(m[0], m[1])
	}
}
