// Package check is the waist of tvilling: what a rule is, what it is given and what it finds.
package check

import (
	"fmt"

	"tvilling/internal/text"
)

// Severity orders findings; the zero value is Suggestion.
type Severity uint8

const (
	Suggestion Severity = iota
	Warning
	Error
)

var severityNames = [...]string{"suggestion", "warning", "error"}

func (s Severity) String() string { return severityNames[s] }

// ParseSeverity reads a severity's name.
func ParseSeverity(name string) (Severity, error) {
	for i, n := range severityNames {
		if n == name {
			return Severity(i), nil
		}
	}
	return 0, fmt.Errorf("severity %q is unknown; use error, warning or suggestion", name)
}

// Rule is one check. It is a value: the function is handed everything it needs.
type Rule struct {
	ID       string // "ref-title"
	Title    string // one line, no full stop
	Doc      string // why it matters and what to do about it; a paragraph or two
	Category string // MQM dimension/type, e.g. "accuracy/omission"
	Severity Severity
	OptIn    bool // runs only when selected by name
	// Covers says that what this rule finds explains whatever other rules find
	// inside it: an untranslated paragraph has no wrong numbers of its own.
	Covers bool
	// Yields says that what this rule finds is not worth saying where another rule
	// has found something of the same dimension inside it: that explains it.
	Yields bool
	// Bad are pairs that must be reported, Good pairs that must not; the tests
	// run them and explain shows them.
	Bad, Good []Example
	Run       func(*Pass)
}

// Example is a pair of small articles in Markdown, English to Swedish unless Reverse.
type Example struct {
	Source, Target string
	Glossary       string // YAML; "" for none
	Reverse        bool   // Swedish source, English target
}

// Finding is one thing to mend. Span lies in the target, at the words one would
// change; for something missing it is the empty place where it should stand.
type Finding struct {
	Rule     string
	Category string
	Severity Severity
	Weak     bool   // set by a rule that is less sure than usual: one severity lower
	Hint     bool   // set by a rule that only points something out: a suggestion
	Message  string // one sentence in plain words: what is seen, what was expected, from where
	Span     text.Span
	Related  []Note // the first is the source passage, where there is one
	Fixes    []Fix  // alternatives; at most one is applied

	// Fingerprint names the finding by what it says, not by where it stands: it
	// survives reflow and edits elsewhere. 16 hex digits; set once a pair is reviewed.
	Fingerprint string
	// Passages are the blocks of both articles that the finding speaks of; set with
	// Fingerprint.
	Passages []text.Span
	Standing Standing // against a baseline
}

// Standing is how a finding stands to the baseline; the zero value means that
// there is none.
type Standing uint8

const (
	Unjudged   Standing = iota
	New                 // the baseline does not know it
	Persisting          // the baseline knows it; it does not count
)

func (s Standing) String() string { return [...]string{"", "new", "persisting"}[s] }

// Note is another place that a finding speaks of.
type Note struct {
	Span    text.Span
	Message string
}

// Fix is one way to mend a finding. Safe means that no reader would object to
// applying it unseen.
type Fix struct {
	Title string
	Safe  bool
	Edits []text.Edit
}
