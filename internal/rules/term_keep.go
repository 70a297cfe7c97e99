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
the source spells it. A name that bears ® or ™ in the source is one to keep without
any glossary, and its sign is part of it; a name that is one slip away from the
source's and stands right elsewhere is a warning without one too. The genitive and compounds with a hyphen are the target language's own
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
	told := map[text.Span]bool{}
	for _, u := range unrenderedTerms(p) {
		t := u.match.Term
		if !t.Keep || reported[t][u.block.Section] {
			continue
		}
		if reported[t] == nil {
			reported[t] = map[*doc.Section]bool{}
		}
		reported[t][u.block.Section] = true
		told[keepLost(p, u)] = true
	}
	for _, bead := range p.Translated() {
		signsLost(p, bead)
	}
	misspeltNames(p, told)
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

// keepLost reports a name that is gone, at the word that looks like it if there is
// one, and returns where.
func keepLost(p *check.Pass, u unrendered) text.Span {
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
	return f.Span
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

// signed is a word of the source with the trademark sign it bears.
type signed struct {
	name, sign string
	span       text.Span
}

// signsLost reports names of the bead that bear ® or ™ in the source and stand
// here without it, or, no glossary needed, not at all.
func signsLost(p *check.Pass, bead *align.BlockBead) {
	seen := map[string]bool{}
	for _, n := range signedNames(bead.Source) {
		if seen[n.name] || occurrences(bead.Target, n.name+n.sign) > 0 {
			continue
		}
		seen[n.name] = true
		if at, ok := unsigned(p, bead.Target, n.name); ok {
			p.Report(check.Finding{Span: at, Related: p.FromSource(n.span),
				Message: fmt.Sprintf("the sign %s after %s is lost", n.sign, check.Quote(n.name)),
				Fixes:   []check.Fix{{Title: "add " + n.sign, Safe: true, Edits: []text.Edit{{Span: at.After(), New: n.sign}}}}})
		} else if !keptByGlossary(p, bead, n.name) && occurrences(bead.Target, n.name) == 0 {
			p.Report(check.Finding{Span: bead.Target[len(bead.Target)-1].Prose.Span().After(), Related: p.FromSource(n.span), Weak: true,
				Message: fmt.Sprintf("the name %s of the source is not in the passage", check.Quote(n.name+n.sign))})
		}
	}
}

// signedNames are the words of blocks right before a trademark sign.
func signedNames(blocks []*doc.Block) []signed {
	var out []signed
	for _, b := range blocks {
		prose := b.Prose.Text
		for i, r := range prose {
			if r != '®' && r != '™' || b.Literal(i, i+utf8.RuneLen(r)) {
				continue
			}
			start := strings.LastIndexFunc(prose[:i], func(r rune) bool { return !lang.IsWordRune(r) && r != '-' })
			_, width := utf8.DecodeRuneInString(prose[max(start, 0):])
			if start += width; start < 0 || start >= i {
				start = 0
			}
			if name := prose[start:i]; name != "" && !strings.ContainsAny(name, " \u00a0") {
				out = append(out, signed{name, string(r), b.Prose.Source(start, i+utf8.RuneLen(r))})
			}
		}
	}
	return out
}

// unsigned is where the name stands as a word of the target blocks.
func unsigned(p *check.Pass, blocks []*doc.Block, name string) (text.Span, bool) {
	for _, b := range blocks {
		for _, w := range p.Target.Lang.Words(b.Prose.Text) {
			if w.Text == name && !b.Literal(w.Start, w.End) {
				return b.Prose.Source(w.Start, w.End), true
			}
		}
	}
	return text.Span{}, false
}

// keptByGlossary says that the glossary marks the name as one to keep: then its
// loss is reported as that.
func keptByGlossary(p *check.Pass, bead *align.BlockBead, name string) bool {
	for _, b := range bead.Source {
		for _, m := range p.SourceTerms(b) {
			if m.Term.Keep && b.Prose.Text[m.Start:m.End] == name {
				return true
			}
		}
	}
	return false
}
