package rules

import (
	"fmt"

	"tvilling/internal/check"
)

var _ = register(&check.Rule{
	ID:       "near-duplicate",
	Title:    "Two renderings of the same source passage stand in the text",
	Category: "accuracy/addition",
	Severity: check.Warning,
	Covers:   true,
	Doc: `A bullet or paragraph was translated twice, in different words, and both versions
stand in the article. Keep the better one.`,
	Bad: []check.Example{{
		Source: "Good habits:\n\n- Eat leafy greens and legumes every day.\n- Sleep well at night.",
		Target: "Goda vanor:\n\n- Ät gröna bladgrönsaker och baljväxter varje dag.\n- Ät bladgrönsaker och baljväxter dagligen.\n- Sov gott om natten.",
	}},
	Good: []check.Example{{
		Source: "Good habits:\n\n- Eat leafy greens every day.\n- Eat legumes every week.",
		Target: "Goda vanor:\n\n- Ät gröna bladgrönsaker varje dag.\n- Ät baljväxter varje vecka.",
	}},
	Run: func(p *check.Pass) {
		for _, r := range repeats(p) {
			if !r.same {
				reportRepeat(p, r, fmt.Sprintf("this %s says the same as line %d in other words; the source has it once", r.block.Kind, r.first.Span.Line()))
			}
		}
	},
})
