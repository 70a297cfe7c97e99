package lang

import (
	"slices"
	"strings"
)

// Write is the canonical decimal value as the language writes it: "1 234,5" in
// Swedish, with hard spaces. Four digits are grouped only when grouped says so.
func (l *Language) Write(value string, grouped bool) string {
	whole, part, _ := strings.Cut(strings.TrimPrefix(value, "-"), ".")
	var b strings.Builder
	if strings.HasPrefix(value, "-") {
		b.WriteRune('−')
	}
	for i, r := range whole {
		if left := len(whole) - i; i > 0 && left%3 == 0 && (grouped || len(whole) > 4) {
			b.WriteRune(l.Groups[0])
		}
		b.WriteRune(r)
	}
	if part != "" {
		b.WriteRune(l.Decimal)
		b.WriteString(part)
	}
	return b.String()
}

// Says says that words of s may mean the number value without naming it: "both"
// for 2, "half" for 0.5 or, with a percent sign, 50.
func (l *Language) Says(s, value string) bool {
	heads := l.numberRules.hints[value]
	if len(heads) == 0 {
		return false
	}
	for _, w := range l.Words(s) {
		word := strings.ToLower(w.Text)
		if slices.ContainsFunc(heads, func(h string) bool {
			head, open := strings.CutSuffix(h, "*")
			return word == head || open && strings.HasPrefix(word, head)
		}) {
			return true
		}
	}
	return false
}
