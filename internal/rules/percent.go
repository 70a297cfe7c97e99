package rules

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// percentSpaces reports percent signs that stand nearer or further than the
// target language has them.
func percentSpaces(p *check.Pass) {
	var wrong []percentSign
	right, soft := 0, 0
	for _, b := range p.Target.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup || p.Untranslated(b) || p.InReferences(b) {
			continue
		}
		for i, r := range b.Prose.Text {
			if r != '%' || b.Literal(i, i+1) {
				continue
			}
			spaced, ok := spaceBefore(b.Prose.Text, i)
			switch {
			case !ok:
			case spaced == p.Target.Lang.PercentSpace:
				right++
				if b.Prose.Text[i-1] == ' ' {
					soft++
				}
			default:
				wrong = append(wrong, percentSign{b, i})
			}
		}
	}
	space := ""
	if p.Target.Lang.PercentSpace {
		space = "\u00a0"
		if soft*2 > right {
			space = " " // as the rest of the text has it
		}
	}
	if len(wrong) >= aStyle && len(wrong) > right {
		reportPercent(p, wrong, space, fmt.Sprintf(", %d times in this text", len(wrong)))
		return
	}
	for _, w := range wrong {
		reportPercent(p, []percentSign{w}, space, "")
	}
}

// percentSign is a percent sign at its byte of a block's prose.
type percentSign struct {
	block *doc.Block
	at    int
}

// spaceBefore says whether a space stands between the sign at i and a number;
// ok is false when no number stands there, or when a letter follows the sign ("20%ig", "%20").
func spaceBefore(prose string, i int) (spaced, ok bool) {
	head := strings.TrimRight(prose[:i], " \u00a0\u202f\u2009")
	last, _ := utf8.DecodeLastRuneInString(head)
	next, _ := utf8.DecodeRuneInString(prose[i+1:])
	return len(head) < i, unicode.IsDigit(last) && i-len(head) <= 3 && !unicode.IsLetter(next) && !unicode.IsDigit(next) && !lang.IsHyphen(next)
}

func reportPercent(p *check.Pass, wrong []percentSign, space, count string) {
	var edits []text.Edit
	for _, w := range wrong {
		prose := w.block.Prose.Text
		head := len(strings.TrimRight(prose[:w.at], " \u00a0\u202f\u2009"))
		edits = append(edits, text.Edit{Span: w.block.Prose.Source(head, w.at+1), New: space + percent})
	}
	w := wrong[0]
	head := strings.TrimRight(w.block.Prose.Text[:w.at], " \u00a0\u202f\u2009")
	at := strings.LastIndexFunc(head, func(r rune) bool { return !unicode.IsDigit(r) && r != ',' && r != '.' })
	_, width := utf8.DecodeRuneInString(head[max(at, 0):])
	number := head[max(0, at+width):]
	if at < 0 {
		number = head
	}
	message, title := "%s has no space before the percent sign%s; %s puts one there", "put a space before the percent sign"
	if !p.Target.Lang.PercentSpace {
		message, title = "%s has a space before the percent sign%s; %s puts none there", "take the space away"
	}
	found := w.block.Prose.Text[len(head)-len(number) : w.at+1]
	p.Report(check.Finding{Span: w.block.Prose.Source(len(head)-len(number), w.at+1),
		Message: fmt.Sprintf(message, found, count, p.Target.Lang.Name),
		Fixes:   []check.Fix{{Title: title, Safe: true, Edits: edits}}})
}
