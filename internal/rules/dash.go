package rules

import (
	"fmt"
	"strconv"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "dash",
	Title:    "A hyphen stands where the language writes a dash",
	Category: "locale-convention/typography",
	Severity: check.Suggestion,
	Doc: `Ranges of numbers are written with an en dash, 1995–2000, and Swedish sets a pause
between two spaced en dashes – like this. Telephone numbers, dates such as 2024-08-17,
codes, scores of identifiers and reference lists are left alone, and so is a spaced
hyphen that the source has in the same place.`,
	Bad: []check.Example{{
		Source: "The study ran 1995–2000 – a long time.",
		Target: "Studien pågick 1995-2000 – en lång tid.",
	}},
	Good: []check.Example{{
		Source: "Call 08-123 45 67 before 2024-08-17 and ask for form A-12 (pages 3–5).",
		Target: "Ring 08-123 45 67 före 2024-08-17 och be om blankett A-12 (sidorna 3–5).",
	}},
	Run: dash,
})

var (
	hyphenRange = sought(`(^|[\s(\[])(\d{1,4})(-)(\d{1,4})($|[\s)\].,;:!?%])`, digitBytes, "-", digitBytes)
	dashRange   = begun(`\d–\d`, digitBytes, enDashBytes, "\x80", "\x93", digitBytes)
	hyphenPause = sought(`[\p{L}\p{N}.,)”"*]( - )[\p{L}(”"*]`, " ", "-", " ")
)

func dash(p *check.Pass) {
	l := p.Target.Lang
	var ranges, pauses []styleSlip
	rightRange, rightPause := 0, 0
	for _, b := range p.Target.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup || p.InReferences(b) || p.Untranslated(b) {
			continue
		}
		if l.RangeDash() {
			rightRange += len(dashRange.found(p, b))
			ranges = append(ranges, hyphenRanges(p, b)...)
		}
		if want := l.PauseDash(); want != "" {
			rightPause += strings.Count(b.Prose.Text, want)
			pauses = append(pauses, hyphenPauses(p, b, want)...)
		}
	}
	reportStyle(p, rightRange, ranges)
	reportStyle(p, rightPause, pauses)
}

func hyphenRanges(p *check.Pass, b *doc.Block) []styleSlip {
	var out []styleSlip
	for _, at := range hyphenRange.found(p, b) {
		from, to := b.Prose.Text[at[4]:at[5]], b.Prose.Text[at[8]:at[9]]
		if b.Literal(at[4], at[9]) || !ascending(from, to) || telephone(b.Prose.Text, at[9]) {
			continue
		}
		out = append(out, styleSlip{
			span:    b.Prose.Source(at[4], at[9]),
			message: fmt.Sprintf("%s writes the range with an en dash: %s–%s", p.Target.Lang.Name, from, to),
			fix:     text.Edit{Span: b.Prose.Source(at[6], at[7]), New: "–"}, title: "write an en dash",
		})
	}
	return out
}

// ascending says that two numbers can be a range; a leading zero makes a
// telephone number or a code of them, a year before what is none a reference number.
func ascending(from, to string) bool {
	a, errA := strconv.Atoi(from)
	b, errB := strconv.Atoi(to)
	numbered := len(from) == 4 && len(to) == 4 && a < 2200 && b >= 2200 // 2024-3187: the papers of one year
	return errA == nil && errB == nil && a < b && !(len(from) > 1 && from[0] == '0') && !numbered
}

// telephone says that more groups of digits follow, as in 08-123 45 67.
func telephone(s string, at int) bool {
	rest := strings.TrimLeft(s[at:], " \u00a0")
	return len(rest) < len(s)-at && len(rest) > 1 && rest[0] >= '0' && rest[0] <= '9' && rest[1] >= '0' && rest[1] <= '9'
}

func hyphenPauses(p *check.Pass, b *doc.Block, want string) []styleSlip {
	found := hyphenPause.found(p, b)
	if len(found) == 0 || sourceSpacesSo(p, b, hyphenPause) {
		return nil
	}
	var out []styleSlip
	for _, at := range found {
		if b.Literal(at[2], at[3]) || b.RunOn {
			continue
		}
		out = append(out, styleSlip{
			span:    b.Prose.Source(at[0], at[1]),
			message: p.Target.Lang.Name + " writes a pause with an en dash, not a hyphen",
			fix:     text.Edit{Span: b.Prose.Source(at[2], at[3]), New: want}, title: "write an en dash",
		})
	}
	return out
}
