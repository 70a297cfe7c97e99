package rules

import (
	"fmt"

	"tvilling/internal/check"
)

var _ = register(&check.Rule{
	ID:       "extra-sentence",
	Title:    "A sentence has no counterpart in the source",
	Category: "accuracy/addition",
	Severity: check.Warning,
	Covers:   true,
	Doc: `A sentence inside a passage whose other sentences render the source while this one
renders nothing: an explanation, an opinion, or text from elsewhere. Sentences that were
split from a neighbour, short interjections and sentences that stand twice are not
reported here.`,
	Bad: []check.Example{{
		Source: "The harbour closes in winter. In April the first boats come back.",
		Target: "Hamnen stänger på vintern. Beställ gärna våra produkter i butiken redan i dag. I april kommer de första båtarna tillbaka.",
	}},
	Good: []check.Example{{
		Source: "The harbour closes in winter, and ice covers the whole bay from January.",
		Target: "Hamnen stänger på vintern. Isen täcker hela viken från januari. Så är det.",
	}},
	Run: func(p *check.Pass) {
		for _, s := range strays(p, true) {
			p.Report(check.Finding{
				Span: s.Span(), Related: p.FromSource(check.SourceSpan(s.bead)), Weak: s.weak,
				Message: fmt.Sprintf("the sentence %s has no counterpart in the source", check.Quote(s.Text())),
			})
		}
	},
})
