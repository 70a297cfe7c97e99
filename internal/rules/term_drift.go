package rules

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "term-drift",
	Title:    "A term of the source is rendered in two ways in one article",
	Category: "terminology/inconsistent-use-of-terminology",
	Severity: check.Warning,
	Doc: `An article that writes an acronym out twice, "långvarig förstärkning (LTP)" here and
"långvarig potentiation (LTP)" there, or has "oacceptabelt beteende" and "oacceptabelt
uppförande" for one recurring phrase of its source, gives its readers two terms for one
thing. No glossary is needed to see it. Other inflected forms, a compound beside the
same words written apart, a rendering that only says more or less, and what the source
itself varies are left alone; so are terms that the glossary settles. The commoner
rendering is the one suggested; "tvilling glossary add" takes it over into a glossary.`,
	Bad: []check.Example{{
		Source: "The first is long-term potentiation (LTP).\n\nSleep enhances long-term potentiation (LTP) in the brain.",
		Target: "Den första är långvarig förstärkning (LTP).\n\nSömn ökar långvarig potentiation (LTP) i hjärnan.",
	}, {
		Source: "We do not accept unacceptable behavior.\n\nExamples of unacceptable behavior are many.\n\nReport unacceptable behavior by phone.",
		Target: "Vi godtar inte oacceptabelt beteende.\n\nExemplen på oacceptabelt beteende är många.\n\nAnmäl oacceptabelt uppförande per telefon.",
	}},
	Good: []check.Example{{
		Source: "The first is long-term potentiation (LTP).\n\nSleep enhances long-term potentiation (LTP) in the brain.",
		Target: "Den första är långtidspotentiering (LTP).\n\nSömn ökar långtidspotentieringen (LTP) i hjärnan.",
	}},
	Run: termDrift,
})

// expansion is an acronym written out, at its place.
type expansion struct {
	block      *doc.Block
	start, end int // of the words before the bracket, at most four
	words      []string
}

func (e expansion) span() text.Span { return e.block.Prose.Source(e.start, e.end) }
func (e expansion) head() string    { return e.words[len(e.words)-1] }

// inBrackets is an acronym in brackets: two capitals or more, digits allowed.
var inBrackets = regexp.MustCompile(`\((\p{Lu}[\p{Lu}\p{N}-]{1,9})\)`)

func termDrift(p *check.Pass) {
	driftedRenderings(p, driftedAcronyms(p))
}

// driftedAcronyms reports acronyms written out in two ways, and returns where.
func driftedAcronyms(p *check.Pass) []text.Span {
	var out []text.Span
	source, _ := expansions(p.Source)
	target, order := expansions(p.Target)
	for _, acronym := range order {
		if !agree(p.Source.Lang, source[acronym]) {
			continue
		}
		first := target[acronym][0]
		for _, e := range target[acronym][1:] {
			if sameTerm(p.Target.Lang, first, e) {
				continue
			}
			shown, other := e.distinct(first), first.distinct(e)
			span := e.block.Prose.Source(e.end-len(shown), e.end)
			f := check.Finding{Span: span, Message: fmt.Sprintf("%s is written out as %s here but as %s on line %d",
				acronym, check.Quote(shown), check.Quote(other), first.span().Line())}
			if s := source[acronym]; len(s) > 0 {
				f.Related = p.FromSource(s[min(1, len(s)-1)].span())
			}
			f.Related = append(f.Related, check.Note{Span: first.block.Prose.Source(first.end-len(other), first.end), Message: "the other one"})
			p.Report(f)
			out = append(out, span)
		}
	}
	return out
}

// expansions are the acronyms of an article that stand in brackets after the
// words they are short for, by acronym, and the acronyms in order.
func expansions(d *doc.Document) (map[string][]expansion, []string) {
	out := map[string][]expansion{}
	var order []string
	for _, b := range d.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup {
			continue
		}
		for _, at := range inBrackets.FindAllStringSubmatchIndex(b.Prose.Text, -1) {
			e, ok := writtenOut(d.Lang, b, at[0])
			if !ok {
				continue
			}
			acronym := b.Prose.Text[at[2]:at[3]]
			if out[acronym] == nil {
				order = append(order, acronym)
			}
			out[acronym] = append(out[acronym], e)
		}
	}
	return out, order
}

// writtenOut are the words right before the bracket, as far back as no mark
// stands between them. A single word in capitals is a name, not an expansion.
func writtenOut(l *lang.Language, b *doc.Block, bracket int) (expansion, bool) {
	const reach = 120 // bytes: more than four long words
	from := max(bracket-reach, 0)
	for from > 0 && from < bracket && !isSpace(b.Prose.Text[from-1]) {
		from++
	}
	words := l.Words(b.Prose.Text[from:bracket])
	e := expansion{block: b, start: bracket, end: bracket}
	for i := len(words) - 1; i >= 0 && len(e.words) < 4; i-- {
		w := words[i]
		between := b.Prose.Text[from+w.End : e.start]
		if strings.Trim(between, " ") != "" || !isWord(strings.ReplaceAll(w.Text, "-", "")) {
			break
		}
		if len(e.words) == 0 {
			e.end = from + w.End
		}
		e.start = from + w.Start
		e.words = append([]string{strings.ToLower(w.Text)}, e.words...)
	}
	if len(e.words) == 0 || strings.IndexFunc(b.Prose.Text[e.start:e.end], unicode.IsLower) < 0 {
		return e, false
	}
	return e, b.Prose.Text[e.end:bracket] == " "
}

func isSpace(c byte) bool { return c == ' ' }

// agree says that the source writes the acronym out in one way only.
func agree(l *lang.Language, es []expansion) bool {
	for _, e := range es[min(1, len(es)):] {
		if !sameTerm(l, es[0], e) {
			return false
		}
	}
	return true
}

// sameTerm says that two expansions may be one term: heads that inflect each
// other, or a compound that ends in the other's head.
func sameTerm(l *lang.Language, a, b expansion) bool {
	x, y := strings.ReplaceAll(a.head(), "-", ""), strings.ReplaceAll(b.head(), "-", "")
	if strings.HasSuffix(x, y) || strings.HasSuffix(y, x) {
		return true
	}
	return l.SameWord(x, y)
}

// distinct is the part of e's words that tells it from o: its last words, from
// the first of four in which the two differ.
func (e expansion) distinct(o expansion) string {
	n := 1
	if len(e.words) > 1 && len(o.words) > 1 {
		n = 2
	}
	return e.last(n)
}

// last is the expansion's last n words, as written.
func (e expansion) last(n int) string {
	text := e.block.Prose.Text[e.start:e.end]
	for i := len(text); n > 0 && i > 0; i-- {
		if text[i-1] == ' ' {
			if n--; n == 0 {
				return text[i:]
			}
		}
	}
	return text
}
