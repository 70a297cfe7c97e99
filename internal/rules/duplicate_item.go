package rules

import (
	"fmt"

	"tvilling/internal/check"
	"tvilling/internal/doc"
)

var _ = register(&check.Rule{
	ID:       "duplicate-item",
	Title:    "A list item stands twice; the source has it once",
	Category: "accuracy/addition",
	Severity: check.Error,
	Covers:   true,
	Doc: `A bullet that was pasted twice, directly after itself or elsewhere in the article,
while the source has it once. Short labels and items that the source repeats too
("Click Save") are left alone.`,
	Bad: []check.Example{{
		Source: "Good habits:\n\n- Eat leafy greens every day.\n- Sleep well at night.",
		Target: "Goda vanor:\n\n- Ät gröna bladgrönsaker varje dag.\n- Ät gröna bladgrönsaker varje dag.\n- Sov gott om natten.",
	}},
	Good: []check.Example{{
		Source: "First:\n\n- Click the Save button below.\n\nThen:\n\n- Click the Save button below.",
		Target: "Först:\n\n- Klicka på knappen Spara nedan.\n\nSedan:\n\n- Klicka på knappen Spara nedan.",
	}},
	Run: func(p *check.Pass) {
		for _, r := range repeats(p) {
			if r.same && r.block.Kind == doc.Item {
				reportRepeat(p, r, fmt.Sprintf("this item stands twice; the source has it once (first on line %d)", r.first.Span.Line()))
			}
		}
	},
})
