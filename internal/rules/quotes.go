package rules

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "quotes",
	Title:    "Quotation marks that the target language does not use, or that differ within the text",
	Category: "locale-convention/typography",
	Severity: check.Warning,
	Doc: `Each language has its own quotation marks: Swedish writes ”…” with the same mark on
both sides, English “…”. A mark of another kind beside the right ones is reported
each time. A text that uses one other kind throughout is told so once, as a
suggestion: its publisher may set the marks by machine. Feet, inches and code are
left alone.`,
	Bad: []check.Example{{
		Source: "The so-called “block” is lifted. Then comes “noise”.",
		Target: "Den så kallade ”blockeringen” hävs. Sedan kommer \"brus\".",
	}},
	Good: []check.Example{
		{Source: "The so-called “block” is lifted.", Target: "Den så kallade ”blockeringen” hävs."},
		{Source: "A 24\" screen shows `\"a\"`.", Target: "En 24\" skärm visar `\"a\"`."},
	},
	Run: quotes,
})

// quoted is a pair of quotation marks, or one alone.
type quoted struct {
	block       *doc.Block
	start, end  int // of the prose, from the opening mark to the end of the closing one
	open, close string
}

// openers are the marks that can open a quotation, with what closes it.
var openers = map[string][]string{
	`"`: {`"`}, "“": {"”", "“"}, "”": {"”"}, "„": {"“", "”"}, "«": {"»"}, "»": {"«", "»"},
}

const straight = `"`

func quotes(p *check.Pass) {
	want := p.Target.Lang.Quotes
	if len(want) == 0 {
		return
	}
	var right int
	var wrong []quoted
	for _, b := range p.Target.Blocks() {
		for _, q := range quotations(b) {
			if accepted(p, q) {
				right++
			} else if !p.Untranslated(b) {
				wrong = append(wrong, q)
			}
		}
	}
	if len(wrong) == 0 {
		return
	}
	if right == 0 && sameMarks(wrong) {
		q := wrong[0]
		p.Report(check.Finding{Span: q.span(), Weak: true, Fixes: requote(wrong, want[0].Open, want[0].Close),
			Message: fmt.Sprintf("%s writes %s…%s; this text has %s…%s%s", p.Target.Lang.Name,
				want[0].Open, want[0].Close, q.open, q.close, times(len(wrong)))})
		return
	}
	for _, q := range wrong {
		p.Report(check.Finding{Span: q.span(), Fixes: requote([]quoted{q}, want[0].Open, want[0].Close),
			Message: fmt.Sprintf("quotation marks %s…%s; %s writes %s…%s%s", q.open, q.close,
				p.Target.Lang.Name, want[0].Open, want[0].Close, elsewhere(right))})
	}
}

func elsewhere(right int) string {
	if right == 0 {
		return ""
	}
	return ", and so does the rest of this text"
}

func times(n int) string {
	if n == 1 {
		return ""
	}
	return fmt.Sprintf(" throughout (%d times)", n)
}

func sameMarks(qs []quoted) bool {
	for _, q := range qs {
		if q.open != qs[0].open || q.close != qs[0].close {
			return false
		}
	}
	return true
}

// accepted says that the language uses these marks. Straight ones are the
// typewriter's in every language that has others.
func accepted(p *check.Pass, q quoted) bool {
	if q.open == straight && p.Target.Lang.Quotes[0].Open != straight {
		return false
	}
	for _, pair := range p.Target.Lang.Quotes {
		if pair.Open == q.open && pair.Close == q.close {
			return true
		}
	}
	return false
}

func (q quoted) span() text.Span { return q.block.Prose.Source(q.start, q.end) }

// requote is the fix that sets the right marks on all of qs.
func requote(qs []quoted, open, close string) []check.Fix {
	var edits []text.Edit
	for _, q := range qs {
		edits = append(edits,
			text.Edit{Span: q.block.Prose.Source(q.start, q.start+len(q.open)), New: open},
			text.Edit{Span: q.block.Prose.Source(q.end-len(q.close), q.end), New: close})
	}
	return []check.Fix{{Title: "write " + open + "…" + close, Safe: true, Edits: edits}}
}

// quotations pairs the marks of a block. A mark opens after white space or an
// opening bracket and before a character; whatever finds no partner is left out,
// as is a straight mark after a digit: that one means inches.
func quotations(b *doc.Block) []quoted {
	if b.Kind == doc.Code || b.Kind == doc.Markup {
		return nil
	}
	var out []quoted
	prose, begun := b.Prose.Text, -1
	for i, r := range prose {
		if r < utf8.RuneSelf && r != '"' && r != '\'' || r == utf8.RuneError {
			continue
		}
		mark := prose[i : i+utf8.RuneLen(r)]
		if openers[mark] == nil || b.Literal(i, i+len(mark)) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(prose[:i])
		after, _ := utf8.DecodeRuneInString(prose[i+len(mark):])
		if begun >= 0 {
			open := markAt(prose, begun)
			if closes(open, mark) && !unicode.IsSpace(before) {
				out = append(out, quoted{b, begun, i + len(mark), open, mark})
				begun = -1
				continue
			}
		}
		opens := i == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{/–—-", before)
		if opens && after != utf8.RuneError && !unicode.IsSpace(after) {
			begun = i
		}
	}
	return out
}

func markAt(s string, i int) string {
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i : i+n]
}

func closes(open, mark string) bool {
	for _, c := range openers[open] {
		if c == mark {
			return true
		}
	}
	return false
}
