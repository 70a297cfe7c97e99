package check

import (
	"fmt"

	"tvilling/internal/align"
	"tvilling/internal/doc"
	"tvilling/internal/lexicon"
	"tvilling/internal/text"
)

// Pass is what a rule is given: two articles, their alignment, and what was
// learned about them. Everything but Report is read-only.
type Pass struct {
	Source, Target *doc.Document
	Align          *align.Alignment
	Lexicon        *lexicon.List // nil when there is none for the language pair

	rule   *Rule
	report func(Finding)
}

// Report adds a finding. Rule, Category and Severity are filled in from the
// rule; a rule that wants a lower severity calls Lower first.
func (p *Pass) Report(f Finding) {
	f.Rule, f.Category = p.rule.ID, p.rule.Category
	if f.Severity == Suggestion {
		f.Severity = p.rule.Severity
	}
	p.report(f)
}

// Reportf is Report with only a place and a message, and the source passage
// that belongs to it (the zero Span for none).
func (p *Pass) Reportf(target, source text.Span, format string, args ...any) {
	f := Finding{Span: target, Message: fmt.Sprintf(format, args...)}
	if !source.IsZero() {
		f.Related = []Note{{source, "the source"}}
	}
	p.Report(f)
}
