package rules

import (
	"fmt"

	"tvilling/internal/check"
	"tvilling/internal/text"
)

// styleSlip is one place where a text departs from how its language is set.
type styleSlip struct {
	span    text.Span
	message string
	fix     text.Edit
	title   string // of the fix
}

// aStyle is from how many slips on a text that never does it right is taken to
// follow a style of its own.
const aStyle = 4

// reportStyle reports slips of one kind. A text that does it right elsewhere, or
// has but a few, is told of each; one that follows a style of its own is told
// once, with the number of places.
func reportStyle(p *check.Pass, right int, slips []styleSlip) {
	if len(slips) == 0 {
		return
	}
	if right == 0 && len(slips) >= aStyle {
		f := check.Finding{Span: slips[0].span, Message: fmt.Sprintf("%s (%d times in this text)", slips[0].message, len(slips)),
			Fixes: []check.Fix{{Title: slips[0].title + " everywhere", Safe: true}}}
		for _, s := range slips {
			f.Fixes[0].Edits = append(f.Fixes[0].Edits, s.fix)
		}
		p.Report(f)
		return
	}
	for _, s := range slips {
		p.Report(check.Finding{Span: s.span, Message: s.message,
			Fixes: []check.Fix{{Title: s.title, Safe: true, Edits: []text.Edit{s.fix}}}})
	}
}
