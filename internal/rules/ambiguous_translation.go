package rules

import (
	"strconv"

	"tvilling/internal/check"
	"tvilling/internal/doc"
)

var _ = register(&check.Rule{
	ID:       "ambiguous-translation",
	Title:    "Two different headings or labels have the same translation",
	Category: "terminology/inconsistent",
	Severity: check.Suggestion,
	OptIn:    true,
	Doc: `Two headings, bullets or cells that differ in the source read alike in the
translation, so that a reader cannot tell them apart. Often that is right, since one
language has two words where the other has one; therefore the rule runs only when it is
asked for.`,
	Bad: []check.Example{{
		Source: "## Safety of the boats\n\nAll boats are checked every year.\n\n## Security of the harbour\n\nGuards watch the gates at night.",
		Target: "## Säkerhet\n\nAlla båtar kontrolleras varje år.\n\n## Säkerhet\n\nVakter bevakar grindarna om natten.",
	}},
	Good: []check.Example{{
		Source: "## Opening hours\n\nFrom eight to four.\n\n## The opening hours\n\nFrom nine to five.",
		Target: "## Öppettider\n\nFrån åtta till fyra.\n\n## Öppettider\n\nFrån nio till fem.",
	}},
	Run: ambiguousTranslation,
})

func ambiguousTranslation(p *check.Pass) {
	first := map[string]labelPair{}
	told := map[string]bool{}
	for _, l := range labelPairs(p) {
		key := labelKey(l.target.Prose.Text)
		was, ok := first[key]
		if !ok {
			first[key] = l
			continue
		}
		if told[key] || sameRendering(p.Source.Lang, was.source.Prose.Text, l.source.Prose.Text) {
			continue
		}
		told[key] = true
		p.Report(check.Finding{
			Span: l.target.Prose.Span(),
			Message: check.Quote(l.target.Prose.Text) + " stands for " + check.Quote(l.source.Prose.Text) + " here and for " +
				check.Quote(was.source.Prose.Text) + " on line " + lineOf(was.target),
			Related: append(p.FromSource(l.source.Prose.Span()), check.Note{Span: was.target.Prose.Span(), Message: "the other one"}),
		})
	}
}

// lineOf is the number of the line that a block begins on.
func lineOf(b *doc.Block) string { return strconv.Itoa(b.Span.Line()) }
