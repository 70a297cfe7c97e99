package rules

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "term-keep",
	Title:    "A name that must stay as it is was translated, misspelt or lost its ® or ™",
	Category: "terminology/wrong-term",
	Severity: check.Error,
	Doc: `The glossary marks a name as one to keep, and it is not in the translated passage as
the source spells it; or it stands there without the ® or ™ that the source passage
gives it. The genitive and compounds with a hyphen are the target language's own
business and pass.`,
	Bad: []check.Example{{
		Glossary: "source: en\ntarget: sv\nterms:\n  - source: NightScribe\n    keep: true",
		Source:   "Half of them kept a diary in NightScribe every night.",
		Target:   "Hälften av dem förde dagbok i NattSkrivaren varje natt.",
	}},
	Good: []check.Example{{
		Glossary: "source: en\ntarget: sv\nterms:\n  - source: NightScribe\n    keep: true",
		Source:   "The diary of NightScribe was open.",
		Target:   "NightScribes dagbok var öppen.",
	}},
	Run: termKeep,
})

func termKeep(p *check.Pass) {
	reported := map[*term.Term]map[*doc.Section]bool{}
	for _, u := range unrenderedTerms(p) {
		t := u.match.Term
		if !t.Keep || reported[t][u.block.Section] {
			continue
		}
		if reported[t] == nil {
			reported[t] = map[*doc.Section]bool{}
		}
		reported[t][u.block.Section] = true
		keepLost(p, u)
	}
	for _, bead := range p.Translated() {
		signsLost(p, bead)
	}
}

// keptHere says that the name stands on the target side of the bead itself: a
// name has no other word, so what the neighbours say does not help.
func keptHere(p *check.Pass, bead *align.BlockBead, t *term.Term) bool {
	for _, b := range bead.Target {
		for _, m := range p.TargetTerms(b) {
			next, _ := utf8.DecodeRuneInString(b.Prose.Text[m.End:])
			// "FjordStatistik" is not FjordStat; "FjordStat-data" is, and a genitive
			// lies inside the match.
			if m.Term == t && m.Kind != term.Forbidden && !unicode.IsLetter(next) {
				return true
			}
		}
	}
	return false
}

// isNameHere says that the source means the name and not a common word that is
// spelt as it: in other letters ("program" for "Programs"), or as part of a longer
// phrase in capitals ("Support Programs"), it may be the word.
func isNameHere(p *check.Pass, b *doc.Block, m term.Match) bool {
	prose := b.Prose.Text
	word := prose[m.Start:m.End]
	if !strings.Contains(m.Form, " ") && len(p.Lexicon.Source(strings.ToLower(word))) > 0 {
		return word == m.Form && !capitalBeside(prose, m.Start, m.End)
	}
	return true
}

// capitalBeside says that the word right before or after [start, end) begins with a capital.
func capitalBeside(s string, start, end int) bool {
	before := strings.TrimRight(s[:start], " ")
	before = before[strings.LastIndexByte(before, ' ')+1:]
	first, _ := utf8.DecodeRuneInString(before)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[end:], " "))
	return unicode.IsUpper(first) || unicode.IsUpper(next)
}

// keepLost reports a name that is gone, at the word that looks like it if there is one.
func keepLost(p *check.Pass, u unrendered) {
	target, start, end := check.Opposite(u.bead, u.block, u.match.Start, u.match.End)
	name := u.block.Prose.Text[u.match.Start:u.match.End]
	f := check.Finding{
		Related: p.FromSource(u.block.Prose.Source(u.match.Start, u.match.End)),
		Span:    target.Prose.Source(start, end),
		Message: fmt.Sprintf("the name %s must stay as it is; it is not in the passage", check.Quote(name)),
	}
	if w, ok := misspelling(p.Target.Lang, target.Prose.Text[start:end], name); ok {
		f.Span = target.Prose.Source(start+w.Start, start+w.End)
		f.Message = fmt.Sprintf("the name is spelt %s; the source has %s", check.Quote(w.Text), check.Quote(name))
		f.Fixes = []check.Fix{{Title: "write " + name, Edits: []text.Edit{{Span: f.Span, New: name}}}}
	}
	p.Report(f)
}

// misspelling is the word of s that differs from a one-word name in a letter or
// two (one for names of up to six letters), capitals aside.
func misspelling(l *lang.Language, s, name string) (lang.Word, bool) {
	limit := 1
	if len([]rune(name)) > 6 {
		limit = 2
	}
	for _, w := range l.Words(s) {
		if d := distance([]rune(strings.ToLower(w.Text)), []rune(strings.ToLower(name))); d <= limit {
			return w, true
		}
	}
	return lang.Word{}, false
}

// distance is the Levenshtein distance of a and b; words much longer than names
// are given up at once.
func distance(a, b []rune) int {
	if len(a) > 60 || len(b) > 60 {
		return 60
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j]+1, row[j+1]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}

// signsLost reports names of the bead whose ® or ™ is gone.
func signsLost(p *check.Pass, bead *align.BlockBead) {
	want := map[*term.Term]string{}
	where := map[*term.Term]text.Span{}
	for _, s := range bead.Source {
		for _, m := range p.SourceTerms(s) {
			if sign := signAfter(s.Prose.Text[m.End:]); m.Term.Keep && sign != "" && want[m.Term] == "" {
				want[m.Term], where[m.Term] = sign, s.Prose.Source(m.Start, m.End+len(sign))
			}
		}
	}
	if len(want) == 0 {
		return
	}
	first := map[*term.Term]termPlace{}
	var order []*term.Term
	for _, b := range bead.Target {
		for _, m := range p.TargetTerms(b) {
			if want[m.Term] == "" {
				continue
			}
			if signAfter(b.Prose.Text[m.End:]) != "" {
				delete(want, m.Term)
			} else if _, ok := first[m.Term]; !ok {
				first[m.Term] = termPlace{m, b}
				order = append(order, m.Term)
			}
		}
	}
	for _, t := range order {
		if sign := want[t]; sign != "" {
			at := first[t]
			p.Report(check.Finding{Span: at.span(), Related: p.FromSource(where[t]),
				Message: fmt.Sprintf("the sign %s after %s is lost", sign, check.Quote(at.text())),
				Fixes: []check.Fix{{Title: "add " + sign, Safe: true,
					Edits: []text.Edit{{Span: at.span().After(), New: sign}}}}})
		}
	}
}

// signAfter is the trademark sign that s begins with; "" for none.
func signAfter(s string) string {
	for _, sign := range []string{"®", "™", "©"} {
		if strings.HasPrefix(s, sign) {
			return sign
		}
	}
	return ""
}
