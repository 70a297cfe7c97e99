package review

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// SuppressionRule is the rule by which suppressions are reported that have no
// reason, name no rule, or hit nothing. Its findings are made here; it takes part
// when it is among the rules of the Options.
const SuppressionRule = "suppression"

const (
	directivePrefix = "tvilling-"
	disableNextLine = "disable-next-line"
	disable         = "disable"
	enable          = "enable"
	disableKey      = "tvilling-disable" // of front matter
)

// mute is one rule silenced in one stretch of the target.
type mute struct {
	rule     string
	reason   string
	from, to int       // bytes of the target, both included
	at       text.Span // where it is written
	hits     int
}

// suppressions are what the comments and the front matter of a target silence,
// and what is wrong with them.
type suppressions struct {
	target *doc.Document
	blocks []*doc.Block // in order of place
	after  map[int]int  // the first byte that is no comment, by the end of a comment before it
	known  map[string]bool
	mutes  []*mute
	open   map[string]*mute // ranges without end so far, by rule
	faults []check.Finding
}

// maxMutes is how many suppressions one article may have: every one is held
// against every finding. People write some tens.
const maxMutes = 5000

// suppress takes out of found what the target's comments and front matter
// silence. The third result is what is wrong with these themselves.
func suppress(target *doc.Document, found []check.Finding, o Options) (left []check.Finding, judged []check.Suppressed, faults []check.Finding) {
	s := newSuppressions(target, slices.Concat(o.AllRules, o.Rules))
	for _, f := range target.Meta {
		s.readField(f)
	}
	for _, c := range target.Comments {
		s.readComment(c)
	}
	for _, f := range found {
		if m := s.silences(f); m != nil {
			judged = append(judged, check.Suppressed{Finding: f, Reason: m.reason})
		} else {
			left = append(left, f)
		}
	}
	s.unused(o.Rules)
	return left, judged, s.reported(o.Rules)
}

func newSuppressions(target *doc.Document, known []*check.Rule) *suppressions {
	s := &suppressions{target: target, blocks: inOrder(target), after: map[int]int{}, known: map[string]bool{}, open: map[string]*mute{}}
	begins := map[int]int{} // the end of a comment, by its beginning
	for _, c := range slices.Backward(target.Comments) {
		at := skipBlank(target.File, c.Span.End)
		if end, ok := begins[at]; ok {
			at = s.after[end]
		}
		s.after[c.Span.End], begins[c.Span.Start] = at, c.Span.End
	}
	for _, r := range known {
		s.known[r.ID] = true
	}
	return s
}

// readField reads front matter: "tvilling-disable: [rule, rule]", or a mapping of
// rules to reasons.
func (s *suppressions) readField(f doc.Field) {
	rest, ok := strings.CutPrefix(f.Key, disableKey)
	if !ok || rest != "" && rest[0] != '.' {
		return
	}
	rule, reason := f.Value, ""
	for part := range strings.SplitSeq(rest, ".") {
		if _, err := strconv.Atoi(part); part != "" && err != nil {
			rule, reason = part, f.Value
		}
	}
	if s.takes(rule, f.Span) {
		s.add(rule, reason, f.Span, 0, len(f.Span.File.Content))
	}
}

// readComment reads "tvilling-disable-next-line RULE[,RULE]: reason" and its kin.
func (s *suppressions) readComment(c doc.Comment) {
	body, ok := strings.CutPrefix(strings.TrimSpace(c.Text), directivePrefix)
	if !ok {
		return
	}
	body, reason, _ := strings.Cut(body, ":")
	words := strings.FieldsFunc(body, func(r rune) bool { return strings.ContainsRune(", \t\r\n", r) })
	reason = strings.Join(strings.Fields(reason), " ")
	switch {
	case len(words) == 0 || words[0] != disableNextLine && words[0] != disable && words[0] != enable:
		s.fault(c.Span, "no directive is called %s; there are tvilling-disable-next-line, tvilling-disable and tvilling-enable",
			check.Quote(directivePrefix+body))
		return
	case len(words) == 1:
		s.fault(c.Span, "this names no rule; write tvilling-%s RULE: reason", words[0])
		return
	case words[0] != enable && reason == "":
		s.fault(c.Span, "this gives no reason; write it after a colon: tvilling-%s %s: reason", words[0], strings.Join(words[1:], ","))
	}
	for _, rule := range words[1:] {
		s.direct(words[0], rule, reason, c.Span)
	}
}

func (s *suppressions) direct(verb, rule, reason string, at text.Span) {
	if !s.takes(rule, at) {
		return
	}
	switch open := s.open[rule]; {
	case verb == disableNextLine:
		from, to := s.nextLine(at.End)
		s.add(rule, reason, at, from, to)
	case verb == disable && open != nil:
		s.fault(at, "%s is silenced since line %d already", rule, open.at.Line())
	case verb == disable:
		s.open[rule] = s.add(rule, reason, at, at.End, len(at.File.Content))
	case open == nil:
		s.fault(at, "%s is not silenced here, so there is nothing to enable", check.Quote(rule))
	default:
		open.to = at.Start
		delete(s.open, rule)
	}
}

// takes says that a suppression of the rule can be taken; else it has reported why not.
func (s *suppressions) takes(rule string, at text.Span) bool {
	switch {
	case !s.known[rule]:
		s.fault(at, "no rule is called %s; tvilling rules lists them", check.Quote(rule))
	case len(s.mutes) == maxMutes:
		s.fault(at, "an article may have %d suppressions; from here on none is read", maxMutes)
		s.mutes = append(s.mutes, &mute{hits: 1}) // so that this is said once
	}
	return s.known[rule] && len(s.mutes) < maxMutes
}

func (s *suppressions) add(rule, reason string, at text.Span, from, to int) *mute {
	m := &mute{rule: rule, reason: reason, at: at, from: from, to: to}
	s.mutes = append(s.mutes, m)
	return m
}

// nextLine is the next line after the end of a comment that has something on it
// beside comments, and all of the blocks that begin there, a table with all its rows:
// there is no place for a comment between the lines of a paragraph or a table.
func (s *suppressions) nextLine(offset int) (from, to int) {
	file := s.target.File
	at := s.after[offset]
	line := file.LineSpan(file.Line(at))
	from, to = at, max(line.End, at)
	table := 0
	for _, b := range s.blocks[s.from(line.Start):] {
		if b.Span.Start > line.End && (table == 0 || b.Cell.Table != table) {
			break
		}
		to = max(to, b.Span.End)
		table = b.Cell.Table
	}
	return from, to
}

// skipBlank is the first byte from offset on that is no white space and no mark
// of a quotation, which stands before the comments in it too.
func skipBlank(f *text.File, offset int) int {
	for offset < len(f.Content) && strings.IndexByte(" \t\r\n>", f.Content[offset]) >= 0 {
		offset++
	}
	return offset
}

// silences is the first mute that finding f falls under, nil for none. All that
// apply are counted as used. What is missing is a gap that reaches to the next block.
func (s *suppressions) silences(f check.Finding) (first *mute) {
	from, to := f.Span.Start, f.Span.Start
	if f.Span.Empty() {
		to = s.nextBlock(from)
	}
	for _, m := range s.mutes {
		if m.rule == f.Rule && m.from <= to && from <= m.to {
			m.hits++
			if first == nil {
				first = m
			}
		}
	}
	return first
}

// nextBlock is where the first block after offset begins, else the end of the file.
func (s *suppressions) nextBlock(offset int) int {
	if i := s.from(offset + 1); i < len(s.blocks) {
		return s.blocks[i].Span.Start
	}
	return len(s.target.File.Content)
}

// from is the index of the first block that begins at offset or after it.
func (s *suppressions) from(offset int) int {
	i, _ := slices.BinarySearchFunc(s.blocks, offset, func(b *doc.Block, start int) int { return cmp.Compare(b.Span.Start, start) })
	return i
}

// unused reports mutes that hit nothing although their rule ran.
func (s *suppressions) unused(ran []*check.Rule) {
	took := map[string]bool{}
	for _, r := range ran {
		took[r.ID] = true
	}
	for _, m := range s.mutes {
		if m.hits == 0 && took[m.rule] {
			s.fault(m.at, "this silences %s, which finds nothing here; take it out", m.rule)
		}
	}
}

func (s *suppressions) fault(at text.Span, format string, args ...any) {
	s.faults = append(s.faults, check.Finding{Span: at, Message: fmt.Sprintf(format, args...)})
}

// reported are the faults as findings of the rule suppression, in order of
// place; none when that rule does not run.
func (s *suppressions) reported(ran []*check.Rule) []check.Finding {
	i := slices.IndexFunc(ran, func(r *check.Rule) bool { return r.ID == SuppressionRule })
	if i < 0 {
		return nil
	}
	for k := range s.faults {
		f := &s.faults[k]
		f.Rule, f.Category, f.Severity = ran[i].ID, ran[i].Category, ran[i].Severity
	}
	slices.SortStableFunc(s.faults, func(a, b check.Finding) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return s.faults
}
