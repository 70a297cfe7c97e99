package rules

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/check"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "number-format",
	Title:    "A number is written by another language's conventions",
	Category: "locale-convention/number-format",
	Severity: check.Suggestion,
	Doc: `Swedish writes a decimal comma and groups thousands by a hard space: 12,5 and 10 000.
English writes 12.5 and 10,000. A number that has the source's value in the source's
form is reported when it counts or measures something: a version or the number of a
section keeps its stop. The space before a percent sign or unit is the rule nbsp's.`,
	Bad: []check.Example{{Source: "The mean was 12.5 mg of 10,000.", Target: "Medelvärdet var 12.5 mg av 10,000."}},
	Good: []check.Example{
		{Source: "The mean was 12.5 mg of 10,000, or 50%.", Target: "Medelvärdet var 12,5 mg av 10 000, eller 50 %."},
		{Source: "Python 3.11 runs section 3.2.", Target: "Python 3.11 kör avsnitt 3.2."},
	},
	Run: numberFormat,
})

func numberFormat(p *check.Pass) {
	for found := range allNumerals(p) {
		for _, pair := range found.pairs {
			reportForeign(p, pair.source, pair.target)
		}
	}
}

// reportForeign reports t when it is written as another language does and the
// source has its value: what it means is then beyond doubt.
func reportForeign(p *check.Pass, s, t figure) {
	if !t.Foreign || s.Kind != lang.Digits || t.Kind != lang.Digits || strings.Contains(s.Value, "/") {
		return
	}
	if s.Value != t.Value && ungrouped(t) != s.Value || !thousands(t.text()) && !quantity(p, s, t) {
		return
	}
	digits := strings.TrimRightFunc(t.text(), func(r rune) bool { return !unicode.IsDigit(r) })
	value := s.Value
	if len(digits) < len(t.text()) { // "2.5 miljarder": only the digits are wrong
		value = ""
		for _, n := range p.Target.Lang.Numbers(digits) {
			value = n.Value
		}
	}
	if value == "" {
		return
	}
	written := keepZeros(p.Target.Lang.Write(value, true), digits, p.Target.Lang)
	span := t.block.Prose.Source(t.Start, t.Start+len(digits))
	p.Report(check.Finding{Span: span, Related: p.FromSource(s.span()),
		Message: fmt.Sprintf("%s writes %s; here it is %s", p.Target.Lang.Name, strings.ReplaceAll(written, "\u00a0", " "), digits),
		Fixes:   []check.Fix{{Title: "write " + written, Safe: true, Edits: []text.Edit{{Span: span, New: written}}}}})
}

// thousands says that the signs in a number part groups of three digits.
func thousands(s string) bool {
	groups := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return len(groups) > 1
}

// quantity says that a decimal number counts or measures something: it has a
// unit or a multiplier, or stands right before a word that is likely a noun.
// "3.11" alone may be a version or the number of a section.
func quantity(p *check.Pass, s, t figure) bool {
	if !s.Unit.IsZero() || !t.Unit.IsZero() || !onlyDigits(t) {
		return true
	}
	name := wordBefore(t)
	if r, _ := utf8.DecodeRuneInString(name); name == "" || unicode.IsUpper(r) && name == wordBefore(s) {
		return false
	}
	return beforeNoun(p.Source.Lang, s) && beforeNoun(p.Target.Lang, t)
}

// wordBefore is what stands before f up to white space; "" when it is the first of its block.
func wordBefore(f figure) string {
	head := strings.TrimRight(f.block.Prose.Text[:f.Start], " \u00a0\u202f")
	return head[strings.LastIndexFunc(head, unicode.IsSpace)+1:]
}

// beforeNoun says that a word in small letters that is no function word follows f.
func beforeNoun(l *lang.Language, f figure) bool {
	rest := f.block.Prose.Text[f.End:]
	trimmed := strings.TrimLeft(rest, " \u00a0\u202f")
	if len(trimmed) == len(rest) {
		return false
	}
	word := trimmed
	if i := strings.IndexFunc(trimmed, func(r rune) bool { return !lang.IsWordRune(r) }); i >= 0 {
		word = trimmed[:i]
	}
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first) && len(word) > 2 && !l.FunctionWords[word]
}

// keepZeros gives written the zeros that end the decimals of digits: 2.50 is 2,50.
func keepZeros(written, digits string, l *lang.Language) string {
	i := strings.LastIndexAny(digits, ".,")
	zeros := len(digits) - len(strings.TrimRight(digits, "0"))
	if i < 0 || zeros == 0 || len(digits)-i-1 == 3 && strings.HasSuffix(written, "000") || len(digits)-i-1 == 3 && zeros > 1 {
		return written
	}
	if !strings.ContainsRune(written, l.Decimal) {
		if zeros < len(digits)-i-1 {
			return written
		}
		written += string(l.Decimal)
	}
	return written + strings.Repeat("0", zeros)
}
