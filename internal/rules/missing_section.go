package rules

import (
	"fmt"

	"tvilling/internal/check"
	"tvilling/internal/doc"
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
	Run: missingSection,
})

// missingSection reports neighbouring sections without translation as one: a
// translation that stops in the middle is one omission.
func missingSection(p *check.Pass) {
	var run []*doc.Section
	flush := func() {
		if len(run) == 0 {
			return
		}
		what := fmt.Sprintf("the section %s of the source has no translation here", check.Quote(run[0].Heading.Prose.Text))
		if len(run) > 1 {
			what = fmt.Sprintf("%d sections of the source have no translation here; the first is %s", len(run), check.Quote(run[0].Heading.Prose.Text))
		}
		p.Reportf(p.Gap(run[0].Heading), run[0].Span().Cover(run[len(run)-1].Span()), "%s", what)
		run = nil
	}
	for _, s := range p.Source.Sections {
		if !wholeSectionLost(p, s) {
			flush()
			continue
		}
		run = append(run, s)
	}
	flush()
}
