package rules

import (
	"fmt"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "negation",
	Title:    `A "not" was gained or lost`,
	Category: "accuracy/mistranslation",
	Severity: check.Warning,
	Doc: `A sentence that says "not" and one that does not mean opposite things. A sentence is
reported when it and its source are surely a pair, one of them has exactly one plain
negation (not, never, no; inte, aldrig, ingen), and the other has none and nothing that
could stand for it: words like "without", "unknown", "fails to", "only" or "hardly" count as
negating, and so do idioms like "not only". Questions are left alone.`,
	Bad: []check.Example{
		{Source: "You must not share your password with anyone.", Target: "Du får dela ditt lösenord med vem som helst."},
		{Source: "The valve is open in winter.", Target: "Ventilen är inte öppen på vintern."},
	},
	Good: []check.Example{
		{Source: "It is not possible to undo this. He did not know the town.", Target: "Det är omöjligt att ångra detta. Staden var okänd för honom."},
		{Source: "Not only cats sleep. Do not hesitate to call.", Target: "Även hundar sover. Ring gärna."},
	},
	Run: negation,
})

// sentencePair is a sentence and what renders it.
type sentencePair struct{ source, target doc.Sentence }

// surePairs are the sentences of the article that are surely one another's
// rendering: one for one, paired with a confidence from surely on. The slice is shared
// and read-only.
func surePairs(p *check.Pass) []sentencePair {
	return check.Memo(p, surePairsKey{}, findSurePairs)
}

type surePairsKey struct{}

func findSurePairs(p *check.Pass) []sentencePair {
	var out []sentencePair
	for _, b := range p.Translated() {
		if b.Confidence < surely || halfGone(b) {
			continue
		}
		for _, s := range b.Sentences {
			if len(s.Source) == 1 && len(s.Target) == 1 && s.Confidence >= surely && lengthsFit(s) {
				out = append(out, sentencePair{s.Source[0], s.Target[0]})
			}
		}
	}
	return out
}

// halfGone says that a sentence of b is left without partner: half of another may have
// moved there.
func halfGone(b *align.BlockBead) bool {
	for _, s := range b.Sentences {
		if s.Missing() || s.Extra() {
			return true
		}
	}
	return false
}

// lengthsFit says that a pair of sentences is of like length.
func lengthsFit(s align.Bead[doc.Sentence]) bool {
	a, z := len(s.Source[0].Text()), len(s.Target[0].Text())
	return a < 2*z+20 && z < 2*a+20
}

// surely is the confidence from which two sentences are compared word by word.
const surely = 0.7

func negation(p *check.Pass) {
	for _, s := range surePairs(p) {
		if isQuestion(s.source) || isQuestion(s.target) {
			continue
		}
		if !p.Source.Lang.MayNegate(s.source.Text()) && !p.Target.Lang.MayNegate(s.target.Text()) {
			continue
		}
		source := p.Source.Lang.Polarity(s.source.Text(), func(w string) bool { return len(p.Lexicon.Source(w)) > 0 })
		target := p.Target.Lang.Polarity(s.target.Text(), func(w string) bool { return len(p.Lexicon.Target(w)) > 0 })
		if n := len(source.Clear) - len(target.Clear); n != 1 && n != -1 {
			continue
		}
		if copied := p.Source.Lang.Polarity(s.target.Text(), nil); len(copied.Clear) > 0 {
			continue // it is there, untranslated
		}
		reportNegation(p, s, source, target)
	}
}

// reportNegation reports a negation that one of the two sentences has more than the other.
func reportNegation(p *check.Pass, s sentencePair, source, target lang.Polarity) {
	alike := source.Hidden == target.Hidden && source.Faint == target.Faint
	switch more, less := len(source.Clear), len(target.Clear); {
	case more == 1 && less == 0 && !target.Explains(source):
		n := within(s.source, source.Clear[0])
		p.Report(check.Finding{Span: s.target.Span(), Related: p.FromSource(n),
			Message: fmt.Sprintf("the source says %q; this sentence has no negation", n.Text())})
	case less == 1 && more == 0 && !source.Explains(target):
		n := within(s.target, target.Clear[0])
		p.Report(check.Finding{Span: n, Related: p.FromSource(s.source.Span()),
			Message: fmt.Sprintf("%q is not in the source: that sentence has no negation", n.Text())})
	case more == 2 && less == 1 && alike:
		p.Report(check.Finding{Span: s.target.Span(), Related: p.FromSource(within(s.source, source.Clear[1])),
			Message: "the source has two negations; this sentence has one"})
	case more == 1 && less == 2 && alike:
		p.Report(check.Finding{Span: within(s.target, target.Clear[1]), Related: p.FromSource(s.source.Span()),
			Message: "this sentence has two negations; the source has one"})
	}
}

// within is the place of a stretch of a sentence.
func within(s doc.Sentence, r lang.Range) text.Span {
	return s.Block.Prose.Source(s.Start+r.Start, s.Start+r.End)
}

func isQuestion(s doc.Sentence) bool {
	t := s.Text()
	for i := max(0, len(t)-4); i < len(t); i++ {
		if t[i] == '?' {
			return true
		}
	}
	return false
}
