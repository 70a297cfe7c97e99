package rules

import (
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/lang"
)

// half is the value that languages say in words which are no numbers: "hälften".
const half = "0.5"

// reportHalves reports fractions in words that only one side has where the
// other speaks of a half and this one does not: "a third" for "half".
func reportHalves(p *check.Pass, c *numerals) {
	for _, f := range c.added {
		if source, target, ok := c.sentences(f); ok && halved(p.Source.Lang, p.Target.Lang, source, target, f) {
			p.Reportf(f.span(), check.SourceSpan(c.bead), "the number is %s here but a half in the source", f.text())
		}
	}
	for _, f := range c.lost {
		if source, target, ok := c.sentences(f); ok && halved(p.Target.Lang, p.Source.Lang, target, source, f) {
			p.Reportf(c.place(f), f.span(), "the number is a half here but %s in the source", f.text())
		}
	}
}

// halved says that fraction f stands in its sentence, own, in words, and that
// the other sentence has a half in its place.
func halved(otherLang, ownLang *lang.Language, other, own string, f figure) bool {
	return f.Kind == lang.Fraction && !f.inDigits() && f.Value != half && f.Value != "1/2" &&
		otherLang.Says(other, half) && !ownLang.Says(own, half) && !otherLang.Says(other, f.Value)
}

// sentences are the sentences of f's bead, one for one.
func (c *numerals) sentences(f figure) (source, target string, ok bool) {
	if f.group < 0 || f.group >= len(c.bead.Sentences) {
		return "", "", false
	}
	s := c.bead.Sentences[f.group]
	if len(s.Source) != 1 || len(s.Target) != 1 {
		return "", "", false
	}
	return strings.ToLower(s.Source[0].Text()), strings.ToLower(s.Target[0].Text()), true
}
