package rules

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lazy"
)

var _ = register(&check.Rule{
	ID:       "note-mark",
	Title:    "A note mark is lost, added or another",
	Category: "accuracy/omission",
	Severity: check.Error,
	Doc: `The asterisk after a claim and the number of a footnote lead to what the claim rests
on; without it the note below belongs to nothing. Marks are compared inside each
passage. Footnotes that were numbered anew are right as long as each number has become
one and the same other number. Asterisks of multiplication, passwords and code are no
note marks.`,
	Bad: []check.Example{
		{Source: "It makes the bones strong.* It helps the nerves.", Target: "Det gör skelettet starkt. Det hjälper nerverna."},
		{Source: "Sleep heals.[^1] Light wakes.[^2]\n\n[^1]: One.\n[^2]: Two.", Target: "Sömn läker.[^1] Ljus väcker.\n\n[^1]: Ett.\n[^2]: Två."},
	},
	Good: []check.Example{{
		Source: "Sleep heals.[^a] It is good.*\n\n[^a]: One.",
		Target: "Sömn läker.[^1] Det är bra.*\n\n[^1]: Ett.",
	}},
	Run: noteMark,
})

func noteMark(p *check.Pass) {
	renamed := renamedNotes(p)
	for _, kind := range []func([]*doc.Block) []carried{noteSigns, noteNumbers} {
		source, target := kind(p.Source.Blocks()), kind(p.Target.Blocks())
		if len(source) >= 3 && len(target) == 0 {
			p.Reportf(p.Target.Blocks()[0].Span.Before(), source[0].Span, "the source has %d note marks (%s), this text has none", len(source), shownMark(source[0]))
			continue
		}
		for _, b := range p.Translated() {
			same := func(s, t carried) bool {
				return s.Value == t.Value || s.Kind == doc.NoteMark && renamed[s.Value] == t.Value
			}
			lost, added := unpaired(kind(b.Source), kind(b.Target), same)
			compareNotes(p, b, lost, added, kind, same)
		}
	}
}

func compareNotes(p *check.Pass, b *align.BlockBead, lost, added []carried, kind func([]*doc.Block) []carried, same func(s, t carried) bool) {
	for len(lost) > 0 && len(added) > 0 {
		s, t := lost[0], added[0]
		lost, added = lost[1:], added[1:]
		p.Report(check.Finding{Span: t.Span, Related: p.FromSource(s.Span),
			Message: fmt.Sprintf("the note mark is %s here but %s in the source", shownMark(t), shownMark(s))})
	}
	if len(lost)+len(added) == 0 {
		return
	}
	source, target := beside(p, b)
	for _, s := range gone(lost, kind(source), kind(target), same) {
		p.Reportf(placeOf(b, s.block, s.Start, s.Start+1), s.Span, "the note mark %s of the source is missing here", shownMark(s))
	}
	for _, t := range gone(added, kind(target), kind(source), turned(same)) {
		p.Reportf(t.Span, check.SourceSpan(b), "the source has no note mark %s here", shownMark(t))
	}
}

func shownMark(m carried) string {
	if m.Kind == doc.NoteMark {
		return "[^" + m.Value + "]"
	}
	return m.Value
}

func noteNumbers(blocks []*doc.Block) []carried { return objects(blocks, doc.NoteMark) }

// noteSign matches an asterisk or dagger; what stands around it decides.
var noteSign = lazy.Regexp(`\*{1,3}|†{1,2}|‡{1,2}`)

// noteSigns are the asterisks and daggers that follow a word or a mark of
// punctuation and end there, or that open a block: the note itself.
func noteSigns(blocks []*doc.Block) []carried {
	var out []carried
	for _, b := range blocks {
		if b.Kind == doc.Code || b.Kind == doc.Markup || !hasNoteSign(b.Prose.Text) || strings.Count(b.Prose.Text, "**") > 1 {
			continue // pairs of asterisks are emphasis that was not read as such
		}
		for _, m := range noteSign().FindAllStringIndex(b.Prose.Text, -1) {
			if marksNote(b.Prose.Text, m[0], m[1]) && !b.Literal(m[0], m[1]) {
				out = append(out, carried{doc.Object{Kind: doc.RawHTML, Value: b.Prose.Text[m[0]:m[1]],
					Span: b.Prose.Source(m[0], m[1]), Start: m[0], End: m[1]}, b})
			}
		}
	}
	return out
}

func hasNoteSign(s string) bool {
	return strings.Contains(s, "*") || strings.Contains(s, "†") || strings.Contains(s, "‡")
}

func marksNote(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	if start == 0 {
		return unicode.IsLetter(after) || unicode.IsDigit(after)
	}
	word := s[strings.LastIndexByte(s[:start], ' ')+1 : start]
	if end-start == 3 && utf8.RuneCountInString(word) < 3 {
		return false // letters hidden in a coarse word
	}
	ends := end == len(s) || unicode.IsSpace(after) || strings.ContainsRune(".,;:!?)]–”\"", after)
	return ends && (unicode.IsLetter(before) || strings.ContainsRune(".,;:!?)]”\"’'%®™", before))
}

// renamedNotes is what each footnote label of the source is called in the target:
// what it stands against most often, in passages with as many on both sides, if
// no other label is called so.
func renamedNotes(p *check.Pass) map[string]string {
	votes, order := map[[2]string]int{}, [][2]string{}
	for _, b := range p.Translated() {
		source, target := noteNumbers(b.Source), noteNumbers(b.Target)
		if len(source) != len(target) {
			continue
		}
		for i := range source {
			pair := [2]string{source[i].Value, target[i].Value}
			if votes[pair]++; votes[pair] == 1 {
				order = append(order, pair)
			}
		}
	}
	best, taken := map[string]string{}, map[string]string{}
	for _, pair := range order {
		if now, ok := best[pair[0]]; !ok || votes[pair] > votes[[2]string{pair[0], now}] {
			best[pair[0]] = pair[1]
		}
	}
	for _, pair := range order {
		if s, t := pair[0], pair[1]; best[s] == t {
			if other, ok := taken[t]; ok && other != s {
				best[s] = s
				continue
			}
			taken[t] = s
		}
	}
	return best
}
