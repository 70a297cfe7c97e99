package rules

import (
	"fmt"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "date",
	Title:    "A date, a month or a weekday differs from the source",
	Category: "accuracy/date",
	Severity: check.Error,
	Doc: `Dates are read in words or digits, each side by its own language, and compared
inside the passage they belong to: "August 17, 2024" is "17 augusti 2024". A day,
month, year or weekday that changed is reported with what the source has. A date like
03/04/2024, which may be read in two ways, counts as either.`,
	Bad: []check.Example{
		{Source: "The meeting is on August 17, 2024.", Target: "Mötet är den 17 september 2024."},
		{Source: "We close on Monday.", Target: "Vi stänger på tisdag."},
	},
	Good: []check.Example{
		{Source: "The meeting is on August 17, 2024.", Target: "Mötet är den 17 augusti 2024."},
		{Source: "Sent on 03/04/2024.", Target: "Skickat den 3 april 2024."},
	},
	Run: dates,
})

// dated is a date at its place.
type dated struct {
	lang.Date
	block *doc.Block
	group int
}

func (d dated) span() text.Span { return d.block.Prose.Source(d.Start, d.End) }
func (d dated) text() string    { return d.block.Prose.Text[d.Start:d.End] }

// datePair is a date that differs.
type datePair struct{ source, target dated }

func dates(p *check.Pass) {
	for found := range allNumerals(p) {
		for _, d := range found.dates {
			p.Report(check.Finding{Span: d.target.span(), Related: p.FromSource(d.source.span()),
				Message: fmt.Sprintf("the %s is %s here but %s in the source", dateKind(d), d.target.text(), d.source.text())})
		}
	}
}

func dateKind(d datePair) string {
	switch {
	case d.source.Weekday > 0:
		return "weekday"
	case !d.source.Full() && !d.target.Full():
		return "month"
	}
	return "date"
}

// compareDates pairs the dates of a bead and returns those that differ. A date
// that only one side has is left to the rule on numbers.
func compareDates(p *check.Pass, b *align.BlockBead) []datePair {
	lost, added := unmatchedDates(datesOf(p.Source.Lang, b, b.Source, false), datesOf(p.Target.Lang, b, b.Target, true))
	if len(lost) > mostTried || len(added) > mostTried {
		return nil
	}
	var out []datePair
	for _, alike := range []func(s, t dated) bool{
		func(s, t dated) bool { return s.group == t.group && s.Full() && t.Full() && sharesPart(s.Date, t.Date) },
		func(s, t dated) bool { return s.Full() && t.Full() && sharesPart(s.Date, t.Date) },
		func(s, t dated) bool {
			return sameSort(s, t) && alone(lost, s) && alone(added, t) && (s.group == t.group || len(b.Sentences) < 2)
		},
	} {
		for i := 0; i < len(lost); i++ {
			for j := range added {
				if !alike(lost[i], added[j]) {
					continue
				}
				out = append(out, datePair{lost[i], added[j]})
				lost, added = append(lost[:i:i], lost[i+1:]...), append(added[:j:j], added[j+1:]...)
				i--
				break
			}
		}
	}
	return out
}

// sameSort says that both name a weekday, or both a month.
func sameSort(s, t dated) bool { return (s.Weekday > 0) == (t.Weekday > 0) }

// alone says that no other of ds is of the sort of d.
func alone(ds []dated, d dated) bool {
	n := 0
	for _, e := range ds {
		if sameSort(d, e) {
			n++
		}
	}
	return n == 1
}

// sharesPart says that two dates agree in their day, month or year.
func sharesPart(a, b lang.Date) bool {
	return a.Day > 0 && a.Day == b.Day || a.Month == b.Month || a.Year > 0 && a.Year == b.Year
}

func datesOf(l *lang.Language, bead *align.BlockBead, blocks []*doc.Block, target bool) []dated {
	var out []dated
	for _, b := range blocks {
		if b.Kind == doc.Code || b.Kind == doc.Markup {
			continue
		}
		found := l.Dates(b.Prose.Text)
		if len(found) == 0 {
			continue
		}
		groups := sentenceGroups(bead, b, target)
		for _, d := range found {
			if !b.Literal(d.Start, d.End) {
				out = append(out, dated{d, b, groups.at(d.Start)})
			}
		}
	}
	return out
}

// unmatchedDates are the dates of either side that agree with none of the other;
// what says the same in full goes first.
func unmatchedDates(source, target []dated) (lost, added []dated) {
	used := make([]bool, len(target))
	rest, first := source, 0 // target[:first] is all used
	for _, whole := range []bool{true, false} {
		var left []dated
		for _, s := range rest {
			found, tried := false, 0
			for first < len(target) && used[first] {
				first++
			}
			for j := first; j < len(target); j++ {
				t := target[j]
				if used[j] {
					continue
				}
				if s.Agrees(t.Date) && sameSort(s, t) && (!whole || s.Full() == t.Full() && s.group == t.group) {
					used[j], found = true, true
					break
				}
				if tried++; tried > mostTried {
					break
				}
			}
			if !found {
				left = append(left, s)
			}
		}
		rest = left
	}
	for j, t := range target {
		if !used[j] {
			added = append(added, t)
		}
	}
	return rest, added
}

// inDates says that the figure stands in a date that differs.
func inDates(dates []datePair, f figure, target bool) bool {
	for _, d := range dates {
		at := d.source
		if target {
			at = d.target
		}
		if at.block == f.block && at.Start <= f.Start && f.End <= at.End {
			return true
		}
	}
	return false
}
