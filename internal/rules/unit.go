package rules

import (
	"fmt"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
)

var _ = register(&check.Rule{
	ID:       "unit",
	Title:    "The number is right but its unit is not",
	Category: "accuracy/number",
	Severity: check.Error,
	Doc: `The same number with another unit is another amount: mg became g, dollars became
kronor, percentage points became percent, or the percent sign was lost. Units are
known by their signs and by their names in both languages, so that "%" is "procent"
and "kr" is "SEK". An amount that was converted is right as long as it is about equal.`,
	Bad: []check.Example{
		{Source: "Take 500 mg a day.", Target: "Ta 500 g om dagen."},
		{Source: "It rose by 5 percentage points.", Target: "Det steg med 5 procent."},
		{Source: "About 40% answered.", Target: "Omkring 40 svarade."},
	},
	Good: []check.Example{
		{Source: "Take 500 mg a day, 40% of it at night.", Target: "Ta 500 milligram om dagen, 40 procent av det på natten."},
		{Source: "They walked 10 miles.", Target: "De gick 16 km."},
	},
	Run: unit,
})

// percent is the ID of the unit.
const percent = "%"

func unit(p *check.Pass) {
	headed := percentColumns(p)
	for found := range allNumerals(p) {
		for _, pair := range found.pairs {
			s, t := pair.source, pair.target
			switch {
			case s.Value != t.Value || s.Value == "0" || s.Article || t.Article || s.UnitEnd == 0:
			case t.UnitEnd > 0 && !s.Unit.Agrees(t.Unit) && !s.Measure.Equals(t.Measure):
				p.Report(check.Finding{Span: t.measure(), Related: p.FromSource(s.measure()),
					Message: fmt.Sprintf("%s here but %s in the source: the units differ", t.measured(), s.measured())})
			case t.Unit.IsZero() && s.Unit.ID == percent && !headed[columnOf(t.block)]:
				p.Report(check.Finding{Span: t.span(), Related: p.FromSource(s.span()),
					Message: fmt.Sprintf("%s here but %s in the source: the percent sign is lost", t.text(), s.measured())})
			}
		}
	}
}

// column is a column of a table.
type column struct{ table, col int }

// columnOf is the column a cell stands in; the zero column for other blocks.
func columnOf(b *doc.Block) column { return column{b.Cell.Table, b.Cell.Col} }

// percentColumns are the target's columns whose header has the percent sign.
func percentColumns(p *check.Pass) map[column]bool {
	out := map[column]bool{}
	for _, b := range p.Target.Blocks() {
		if b.Kind == doc.Cell && b.Cell.Header && strings.Contains(b.Prose.Text, percent) {
			out[columnOf(b)] = true
		}
	}
	return out
}
