package rules

import (
	"fmt"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/glean"
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

func termDrift(p *check.Pass) {
	driftedRenderings(p, driftedAcronyms(p))
}

// driftedAcronyms reports acronyms written out in two ways, and returns where.
func driftedAcronyms(p *check.Pass) []text.Span {
	var out []text.Span
	source, _ := glean.Expansions(p.Source)
	target, order := glean.Expansions(p.Target)
	for _, acronym := range order {
		if !agree(p.Source.Lang, source[acronym]) {
			continue
		}
		first := target[acronym][0]
		for _, e := range target[acronym][1:] {
			if sameTerm(p.Target.Lang, first, e) {
				continue
			}
			shown, other := distinct(e, first), distinct(first, e)
			span := e.Block.Prose.Source(e.End-len(shown), e.End)
			f := check.Finding{Span: span, Message: fmt.Sprintf("%s is written out as %s here but as %s on line %d",
				acronym, check.Quote(shown), check.Quote(other), first.Span().Line())}
			if s := source[acronym]; len(s) > 0 {
				f.Related = p.FromSource(s[min(1, len(s)-1)].Span())
			}
			f.Related = append(f.Related, check.Note{Span: first.Block.Prose.Source(first.End-len(other), first.End), Message: "the other one"})
			p.Report(f)
			out = append(out, span)
		}
	}
	return out
}

// agree says that the source writes the acronym out in one way only.
func agree(l *lang.Language, es []glean.Expansion) bool {
	for _, e := range es[min(1, len(es)):] {
		if !sameTerm(l, es[0], e) {
			return false
		}
	}
	return true
}

// sameTerm says that two expansions may be one term: heads that inflect each
// other, or a compound that ends in the other's head.
func sameTerm(l *lang.Language, a, b glean.Expansion) bool {
	x, y := strings.ReplaceAll(a.Head(), "-", ""), strings.ReplaceAll(b.Head(), "-", "")
	if strings.HasSuffix(x, y) || strings.HasSuffix(y, x) {
		return true
	}
	return l.SameWord(x, y)
}

// distinct is the part of e's words that tells it from o: its last words, from
// the first of four in which the two differ.
func distinct(e, o glean.Expansion) string {
	n := 1
	if len(e.Words) > 1 && len(o.Words) > 1 {
		n = 2
	}
	return e.Last(n)
}
