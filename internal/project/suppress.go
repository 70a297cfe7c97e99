package project

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"tvilling/internal/check"
	"tvilling/internal/config"
	"tvilling/internal/text"
)

// Suppressions are those that stand in the project's settings, and what they hit.
// They are for one goroutine; nil has none.
type Suppressions struct {
	file    *text.File // the settings
	entries []*entry
}

// entry is one suppression and what became of it.
type entry struct {
	config.Suppression
	pattern *regexp.Regexp  // of its text; nil for any
	met     bool            // some pair lies under its paths
	ran     map[string]bool // its rules that ran on such a pair
	hits    map[string]bool // its rules that it silenced
}

// NewSuppressions are the suppressions of a settings file.
func NewSuppressions(file *text.File, list []config.Suppression) *Suppressions {
	s := &Suppressions{file: file}
	for _, given := range list {
		e := &entry{Suppression: given, ran: map[string]bool{}, hits: map[string]bool{}}
		if given.Text != "" {
			var words []string
			for _, w := range strings.Fields(given.Text) {
				words = append(words, regexp.QuoteMeta(w))
			}
			e.pattern = regexp.MustCompile(strings.Join(words, `[\s\p{Z}]+`))
		}
		s.entries = append(s.entries, e)
	}
	return s
}

// Take takes out of a result what the suppressions silence. source and target are
// the paths in the project, "" outside; ran are the rules of the review.
func (s *Suppressions) Take(res *check.Result, source, target string, ran []*check.Rule) {
	if s == nil || res == nil {
		return
	}
	var apply []*entry
	for _, e := range s.entries {
		if e.Covers(source, target) {
			e.meet(ran)
			apply = append(apply, e)
		}
	}
	if len(apply) == 0 {
		return
	}
	var left []check.Finding
	for _, f := range res.Findings {
		if by := silencer(apply, f, res); by != nil {
			res.Suppressed = append(slices.Clip(res.Suppressed), check.Suppressed{Finding: f, Reason: by.Reason, InSettings: true})
		} else {
			left = append(left, f)
		}
	}
	res.Findings = left
}

// silencer is the first entry that silences a finding; all that do are marked.
func silencer(entries []*entry, f check.Finding, res *check.Result) (first *entry) {
	for _, e := range entries {
		if slices.Contains(e.Rules, f.Rule) && e.says(f, res) {
			e.hits[f.Rule] = true
			if first == nil {
				first = e
			}
		}
	}
	return first
}

func (e *entry) meet(ran []*check.Rule) {
	e.met = true
	for _, r := range ran {
		if slices.Contains(e.Rules, r.ID) {
			e.ran[r.ID] = true
		}
	}
}

// says that the entry's text is what the finding stands at, or holds it: the words
// in the target, or, where something is missing, in the source.
func (e *entry) says(f check.Finding, res *check.Result) bool {
	if e.pattern == nil {
		return true
	}
	at := f.Span
	if at.Empty() {
		if len(f.Related) == 0 || f.Related[0].Span.File != res.Source.File {
			return false
		}
		at = f.Related[0].Span
	}
	if config.Words(at.Text()) == e.Text {
		return true
	}
	// The text is searched for around the finding, as far as it may reach with the
	// line breaks and indents that it is written without.
	reach := 2*len(e.Text) + 200
	from, to := max(0, at.Start-reach), min(len(at.File.Content), at.End+reach)
	for _, m := range e.pattern.FindAllIndex(at.File.Content[from:to], -1) {
		if from+m[0] <= at.Start && at.End <= from+m[1] {
			return true
		}
	}
	return false
}

// Unreasoned are findings about the suppressions that give no reason.
func (s *Suppressions) Unreasoned(rule *check.Rule) (faults []check.Finding) {
	if s == nil {
		return nil
	}
	for _, e := range s.entries {
		if e.Reason == "" {
			faults = append(faults, s.fault(rule, e, "this gives no reason; say under reason why it may stand"))
		}
	}
	return faults
}

// Unused are findings about the suppressions that hit nothing in all results that
// were taken, though a rule of theirs ran.
func (s *Suppressions) Unused(rule *check.Rule) (faults []check.Finding) {
	if s == nil {
		return nil
	}
	for _, e := range s.entries {
		if !e.met {
			faults = append(faults, s.fault(rule, e, "no pair lies under these paths; take it out"))
			continue
		}
		for _, id := range e.Rules {
			switch {
			case e.hits[id] || !e.ran[id]:
			case e.Text != "":
				faults = append(faults, s.fault(rule, e, fmt.Sprintf("this silences %s at %s, where it finds nothing; take it out", id, check.Quote(e.Text))))
			default:
				faults = append(faults, s.fault(rule, e, fmt.Sprintf("this silences %s, which finds nothing there; take it out", id)))
			}
		}
	}
	return faults
}

// fault is a finding at the first line of an entry.
func (s *Suppressions) fault(rule *check.Rule, e *entry, message string) check.Finding {
	line := s.file.LineSpan(min(e.Line, s.file.Lines()))
	span := text.Span{File: s.file, Start: line.Start, End: line.Start + len(strings.TrimRight(line.Text(), " \t\r\n"))}
	for range e.Column - 1 {
		_, size := utf8.DecodeRune(s.file.Content[span.Start:span.End])
		span.Start += size
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%q\x00%q\x00%q\x00%s", rule.ID, e.Paths, e.Rules, e.Text, message))
	return check.Finding{Rule: rule.ID, Category: rule.Category, Severity: rule.Severity, Message: message, Span: span,
		Fingerprint: hex.EncodeToString(sum[:8]), Passages: []text.Span{span}}
}
