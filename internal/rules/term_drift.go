package rules

import (
	"fmt"
	"slices"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/glean"
	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
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
	source, found := expansionsIn(p, p.Source).of, expansionsIn(p, p.Target)
	target := found.of
	for _, acronym := range found.order {
		if !agree(p.Source.Lang, source[acronym]) {
			continue
		}
		first := standing(p, acronym, target[acronym], source[acronym])
		for _, e := range target[acronym] {
			if e.Span() == first.Span() || sameTerm(p.Target.Lang, first, e) {
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

// standing is the expansion that the others are measured by: the commonest, of
// equals the one nearest to the source's words, else the first.
func standing(p *check.Pass, acronym string, target, source []glean.Expansion) glean.Expansion {
	best, most := target[0], -1
	for _, e := range target {
		score := 0
		for _, o := range target {
			if sameTerm(p.Target.Lang, e, o) {
				score += 100
			}
		}
		if len(source) > 0 {
			score += nearness(p, acronym, source[0].Words, e.Words)
		}
		if score > most {
			best, most = e, score
		}
	}
	return best
}

// nearness is how well a target's last words, as many as the acronym has letters,
// go with the source's: three for a word that is rendered in its place, two for
// one that is rendered elsewhere, one for a word that begins with its letter.
func nearness(p *check.Pass, acronym string, source, target []string) int {
	source, target = source[max(0, len(source)-len(acronym)):], target[max(0, len(target)-len(acronym)):]
	score, last := 0, -1
	for k, s := range source {
		i := slices.IndexFunc(target, func(t string) bool { return renders(p, s, t) })
		if i >= 0 {
			score += 2
			if i > last {
				score++
			}
			last = i
		}
		if k < len(target) && len(source) == len(acronym) && strings.HasPrefix(target[k], strings.ToLower(acronym[k:k+1])) {
			score++
		}
	}
	return score
}

// renders says that t may be the word for s: by the word list, or because both
// begin with the same four letters.
func renders(p *check.Pass, s, t string) bool {
	if len(s) > 4 && len(t) > 4 && s[:4] == t[:4] {
		return true
	}
	entries := p.Lexicon.Target(t)
	return slices.ContainsFunc(p.Lexicon.Source(s), func(e lexicon.Entry) bool { return slices.Contains(entries, e) })
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
