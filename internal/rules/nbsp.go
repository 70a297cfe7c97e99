package rules

import (
	"regexp"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "nbsp",
	Title:    "An ordinary space where the text keeps number and unit together by a hard one",
	Category: "locale-convention/typography",
	Severity: check.Suggestion,
	Doc: `Swedish sets a hard space between a number and its unit or percent sign and between
the groups of a large number, so that no line ends between them. Only a text that does
so elsewhere is told where it forgot: one that never does leaves it to its publisher.`,
	Bad: []check.Example{{
		Source: "It weighs 5 kg, of which 50% is water.",
		Target: "Den väger 5 kg, varav 50\u00a0% är vatten.",
	}},
	Good: []check.Example{{
		Source: "It weighs 5 kg, of which 50% is water.",
		Target: "Den väger 5 kg, varav 50 % är vatten.",
	}},
	Run: nbsp,
})

// unitSigns are the signs that Swedish keeps with their number; words such as
// "procent" or "kronor" may go to the next line.
const unitSigns = `(?:%|‰|°C|°F|°|kg|mg|µg|μg|g|km|cm|mm|m|ml|cl|dl|l|kWh|kJ|kcal|GB|MB|kB|TB|Hz|kHz|MHz|GHz|W|kW|V|mol|mmol)`

var (
	softUnit  = regexp.MustCompile(`\d( )` + unitSigns + `(?:$|[\s.,;:!?)/])`)
	softGroup = regexp.MustCompile(`(?:^|[^\d.,-])\d{1,3}( )\d{3}(?:$|[^\d])`)
	hardUnit  = regexp.MustCompile(`\d[\x{a0}\x{202f}\x{2009}](?:\d{3}|` + unitSigns + `)`)
)

func nbsp(p *check.Pass) {
	if !p.Target.Lang.HardSpaces() {
		return
	}
	right := 0
	var slips []styleSlip
	for _, b := range p.Target.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup || p.InReferences(b) || p.Untranslated(b) {
			continue
		}
		right += len(hardUnit.FindAllStringIndex(b.Prose.Text, -1))
		for _, soft := range []*regexp.Regexp{softUnit, softGroup} {
			for _, at := range soft.FindAllStringSubmatchIndex(b.Prose.Text, -1) {
				if b.Literal(at[2], at[3]) {
					continue
				}
				slips = append(slips, styleSlip{
					span: b.Prose.Source(at[0], at[1]), message: "a hard space belongs here, as elsewhere in this text",
					fix: text.Edit{Span: b.Prose.Source(at[2], at[3]), New: "\u00a0"}, title: "set a hard space",
				})
			}
		}
	}
	if right > 0 && right >= len(slips) {
		reportStyle(p, right, slips)
	}
}
