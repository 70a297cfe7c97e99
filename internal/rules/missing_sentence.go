package rules

import (
	"fmt"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "missing-sentence",
	Title:    "A sentence of the source has no translation",
	Category: "accuracy/omission",
	Severity: check.Warning,
	Covers:   true,
	Doc: `A sentence of a passage that was otherwise translated. The finding stands where the
translation of the sentence should be and shows the source's words. Sentences that were
joined with a neighbour, split, or moved within their paragraph are not missing, and
short interjections are left alone.`,
	Bad: []check.Example{{
		Source: "The harbour closes in winter. Ice covers the whole bay from January. In April the first boats come back.",
		Target: "Hamnen stänger på vintern. I april kommer de första båtarna tillbaka.",
	}},
	Good: []check.Example{{
		Source: "The harbour closes in winter. Ice covers the whole bay from January. In April the first boats come back.",
		Target: "Hamnen stänger på vintern, då isen täcker hela viken från januari. I april kommer de första båtarna tillbaka.",
	}},
	Run: func(p *check.Pass) {
		for _, s := range strays(p, false) {
			p.Report(check.Finding{
				Span: sentenceGap(s.bead, s.Sentence), Related: p.FromSource(s.Span()), Weak: s.weak,
				Message: fmt.Sprintf("the sentence %s of the source has no translation here", check.Quote(s.Text())),
			})
		}
	},
})

// sentenceGap is the empty place in the target where the rendering of source
// sentence s should stand: after what renders the nearest sentence before it in
// its passage, else where the passage begins.
func sentenceGap(b *align.BlockBead, s doc.Sentence) text.Span {
	gap := b.Target[0].Prose.Source(0, 0)
	for _, x := range b.Sentences {
		for _, source := range x.Source {
			if source == s {
				return gap
			}
		}
		if n := len(x.Target); n > 0 && len(x.Source) > 0 {
			gap = x.Target[n-1].Span().After()
		}
	}
	return gap
}
