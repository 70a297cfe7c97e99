package rules

import (
	"fmt"
	"slices"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/glean"
	"tvilling/internal/text"
)

// driftedRenderings reports recurring terms that are rendered by two words, but
// for what stands at places already reported.
func driftedRenderings(p *check.Pass, reported []text.Span) {
	o := glean.Options{Skip: func(b *doc.Block) bool { return unsettled(p, b) }}
	for _, d := range glean.Drifts(p.Align, p.Lexicon, o) {
		reportDrift(p, d, &reported)
	}
}

// reportDrift reports the rarer of two renderings once, at its first place, with
// the count. Two renderings that stand once each are a weaker sign.
func reportDrift(p *check.Pass, d glean.Drift, reported *[]text.Span) {
	first, usual := d.Other.Places[0], d.Usual.Best()
	span, other := renderingSpan(first), renderingSpan(usual)
	if inGlossary(p, first) || slices.ContainsFunc(*reported, func(s text.Span) bool { return s.Overlaps(span) || s.Overlaps(other) }) {
		return
	}
	*reported = append(*reported, span)
	f := check.Finding{Span: span, Weak: len(d.Usual.Places) == 1,
		Related: p.FromSource(first.Source.Prose.Source(first.Start, first.End))}
	f.Message = fmt.Sprintf("%s is %s here%s but %s on line %d%s", check.Quote(d.Term.Source), check.Quote(first.Text()),
		counted(len(d.Other.Places), ""), check.Quote(d.Usual.Text), other.Line(), counted(len(d.Usual.Places), " in all"))
	f.Related = append(f.Related, check.Note{Span: other, Message: "the other one"})
	for _, again := range d.Other.Places[1:] {
		f.Related = append(f.Related, check.Note{Span: renderingSpan(again), Message: "here too"})
	}
	if better, ok := d.Replacement(); ok {
		better = likeCase(better, first.Text())
		f.Fixes = []check.Fix{{Title: "write " + better, Edits: []text.Edit{{Span: span, New: better}}}}
	}
	p.Report(f)
}

// counted is a count in brackets, nothing for one.
func counted(n int, more string) string {
	if n < 2 {
		return ""
	}
	return fmt.Sprintf(" (%d times%s)", n, more)
}

func renderingSpan(at glean.Place) text.Span {
	return at.Target.Block.Prose.Source(at.Target.Start, at.Target.End)
}

// unsettled says that a source block has no translation that can be compared.
func unsettled(p *check.Pass, b *doc.Block) bool {
	bead, _ := p.Align.Bead(b)
	return bead.Missing() || bead.Confidence < check.Trust || p.InReferences(b) || p.Untranslated(bead.Target[0])
}

// inGlossary says that a place holds a term of the glossary, which says how it is
// to be rendered.
func inGlossary(p *check.Pass, at glean.Place) bool {
	for _, m := range p.SourceTerms(at.Source) {
		if m.Start < at.End && at.Start < m.End {
			return true
		}
	}
	return false
}
