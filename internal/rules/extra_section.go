package rules

import (
	"tvilling/internal/check"
)

var _ = register(&check.Rule{
	ID:       "extra-section",
	Title:    "A section has no counterpart in the source",
	Category: "accuracy/addition",
	Severity: check.Warning,
	Covers:   true,
	Doc: `A whole section of the translation, heading and text, that renders nothing in the
source. It is reported once, at its heading and text.`,
	Bad: []check.Example{{
		Source: "# Food\n\nEat leafy greens every day.\n\n## Exercise\n\nWalk for an hour every week.",
		Target: "# Mat\n\nÄt gröna bladgrönsaker varje dag.\n\n## Om vår butik\n\nBeställ våra produkter på webben redan i kväll.\n\n## Motion\n\nPromenera en timme varje vecka.",
	}},
	Good: []check.Example{{
		Source: "# Food\n\nEat leafy greens every day. Walk for an hour every week.",
		Target: "# Mat\n\nÄt gröna bladgrönsaker varje dag.\n\n## Motion\n\nPromenera en timme varje vecka.",
	}},
	Run: func(p *check.Pass) {
		for _, s := range p.Target.Sections {
			if wholeSectionAdded(p, s) {
				p.Reportf(s.Span(), p.Beside(s.Heading), "the section %s has no counterpart in the source", check.Quote(s.Heading.Prose.Text))
			}
		}
	},
})
