package rules

import (
	"tvilling/internal/check"
)

var _ = register(&check.Rule{
	ID:       "missing-section",
	Title:    "A section of the source has no translation",
	Category: "accuracy/omission",
	Severity: check.Error,
	Covers:   true,
	Doc: `A whole section of the source, heading and text, that nothing in the translation
renders. It is named by its heading and reported once, where it should stand.
Sections that were joined or split are not missing.`,
	Bad: []check.Example{{
		Source: "# Food\n\nEat leafy greens every day.\n\n## Sleep\n\nThe brain repairs itself at night.\n\n## Exercise\n\nWalk for an hour every week.",
		Target: "# Mat\n\nÄt gröna bladgrönsaker varje dag.\n\n## Motion\n\nPromenera en timme varje vecka.",
	}},
	Good: []check.Example{{
		Source: "# Food\n\nEat leafy greens every day.\n\n## Sleep\n\nThe brain repairs itself at night.",
		Target: "# Mat\n\nÄt gröna bladgrönsaker varje dag.\n\nHjärnan reparerar sig på natten.",
	}},
	Run: func(p *check.Pass) {
		for _, s := range p.Source.Sections {
			if wholeSectionLost(p, s) {
				p.Reportf(p.Gap(s.Heading), s.Span(), "the section %s of the source has no translation here", check.Quote(s.Heading.Prose.Text))
			}
		}
	},
})
