package check

import (
	"fmt"

	"tvilling/internal/align"
	"tvilling/internal/cite"
	"tvilling/internal/config"
	"tvilling/internal/doc"
	"tvilling/internal/lexicon"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

// Pass is what a rule is given: two articles, their alignment, and what was
// learned about them. Everything is read-only; Report is for one goroutine.
type Pass struct {
	Source, Target *doc.Document
	Align          *align.Alignment
	Lexicon        *lexicon.List    // nil when there is none for the language pair
	Terms          *term.Glossary   // for this direction of translation; nil without glossary
	Cites          *cite.Comparison // the two reference lists side by side; empty when there are none
	Config         config.Settings  // the project's wishes for this pair; the zero value is the default

	Rule   *Rule         // the rule that is running
	Record func(Finding) // where its findings go

	facts *facts
}

// Report adds a finding. Rule, Category and Severity are filled in from the rule.
func (p *Pass) Report(f Finding) {
	f.Rule, f.Category, f.Severity = p.Rule.ID, p.Rule.Category, p.Rule.Severity
	if f.Weak && f.Severity > Suggestion {
		f.Severity--
	}
	if f.Hint {
		f.Severity = min(f.Severity, Suggestion)
	}
	p.Record(f)
}

// Reportf is Report with only a place and a message, and the source passage
// that belongs to it (the zero Span for none).
func (p *Pass) Reportf(target, source text.Span, format string, args ...any) {
	p.Report(Finding{Span: target, Message: fmt.Sprintf(format, args...), Related: p.FromSource(source)})
}

// FromSource is the related note for a source passage; nil for the zero Span.
func (p *Pass) FromSource(source text.Span) []Note {
	if source.IsZero() {
		return nil
	}
	return []Note{{source, "the source"}}
}
