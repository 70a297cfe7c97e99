package rules

import (
	"fmt"

	"tvilling/internal/check"
	"tvilling/internal/doc"
)

var _ = register(&check.Rule{
	ID:       "duplicate-block",
	Title:    "A paragraph stands twice; the source has it once",
	Category: "accuracy/addition",
	Severity: check.Error,
	Covers:   true,
	Doc: `A paragraph, quotation or footnote that was pasted twice while the source has it
once. Passages that the source repeats too are left alone.`,
	Bad: []check.Example{{
		Source: "Sleep repairs the brain at night.\n\nFood gives it energy in the morning.",
		Target: "Sömnen reparerar hjärnan om natten.\n\nMaten ger den energi på morgonen.\n\nSömnen reparerar hjärnan om natten.",
	}},
	Good: []check.Example{{
		Source: "Consult your doctor before use.\n\nTake one tablet a day.\n\nConsult your doctor before use.",
		Target: "Rådgör med din läkare före användning.\n\nTa en tablett om dagen.\n\nRådgör med din läkare före användning.",
	}},
	Run: func(p *check.Pass) {
		for _, r := range repeats(p) {
			if r.same && r.block.Kind != doc.Item {
				reportRepeat(p, r, fmt.Sprintf("this %s stands twice; the source has it once (first on line %d)", r.block.Kind, r.first.Span.Line()))
			}
		}
	},
})
