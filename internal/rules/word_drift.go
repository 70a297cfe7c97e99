package rules

import (
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/glean"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "word-drift",
	Title:    "A single recurring word is rendered by two words in one article",
	Category: "terminology/inconsistent-use-of-terminology",
	Severity: check.Suggestion,
	OptIn:    true,
	Doc: `As term-drift, for single ordinary words: "permissions" is "behörigheter" here and
"rättigheter" there. Most words may well be rendered in several ways, so this is for
manuals and contracts, where one word should stay one word; it runs only when it is
selected. What is worth keeping goes into a glossary with "tvilling glossary add".`,
	Bad: []check.Example{{
		Source: "Check the permissions first.\n\nThe permissions are listed here.\n\nAsk for permissions in writing.",
		Target: "Kontrollera behörigheterna först.\n\nBehörigheterna räknas upp här.\n\nBe om rättigheter skriftligen.",
	}},
	Good: []check.Example{{
		Source: "Check the permissions first.\n\nThe permissions are listed here.\n\nAsk for permissions in writing.",
		Target: "Kontrollera behörigheterna först.\n\nBehörigheterna räknas upp här.\n\nBe om behörighet skriftligen.",
	}},
	Run: wordDrift,
})

func wordDrift(p *check.Pass) {
	var reported []text.Span
	o := glean.Options{Words: true, Skip: func(b *doc.Block) bool { return unsettled(p, b) }}
	for _, d := range glean.Drifts(p.Align, p.Lexicon, o) {
		if d.Term.Kind == glean.Word && len(d.Usual.Places) > 1 {
			reportDrift(p, d, &reported)
		}
	}
}
