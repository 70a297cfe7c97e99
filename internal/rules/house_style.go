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

// reportStyle reports slips of one kind. A text that does it right elsewhere is
// told of each; one that never does may follow a style of its own and is told
// once, with the number of places.
func reportStyle(p *check.Pass, right int, slips []styleSlip) {
	if len(slips) == 0 {
		return
	}
	if right == 0 && len(slips) > 1 {
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
