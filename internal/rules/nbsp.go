package rules

import (
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "nbsp",
	Title:    "The space between a number and its unit or percent sign is missing or breaks",
	Category: "locale-convention/typography",
	Severity: check.Suggestion,
	Doc: `Swedish sets a hard space between a number and its unit or percent sign (50 %, 5 mg)
and between the groups of a large number, so that no line ends between them; English
sets none before the percent sign. A missing space is reported, once when most of the
text has none. An ordinary space in its place is reported only in a text that has hard
ones elsewhere: one that never does leaves it to its publisher.`,
	Bad: []check.Example{
		{Source: "It weighs 5 kg, of which 50% is water.", Target: "Den väger 5 kg, varav 50\u00a0% är vatten."},
		{Source: "About 50% agreed.", Target: "Omkring 50% höll med."},
	},
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
	softUnit  = sought(`\d( )`+unitSigns+`(?:$|[\s.,;:!?)/])`, digitBytes, " ", unitBytes)
	softGroup = sought(`(?:^|[^\d.,-])\d{1,3}( )\d{3}(?:$|[^\d])`, digitBytes, " ", digitBytes, digitBytes, digitBytes)
	// Units that no name or model ends in; "8GB" is how its makers write it.
	gluedUnit  = sought(`(?:^|[\s(–])\d+(?:,\d+)?()(?:kg|mg|µg|μg|km|cm|mm|ml|cl|dl|kWh|kJ|kcal|°C|°F)(?:$|[\s.,;:!?)/])`, digitBytes, gluableBytes)
	spacedUnit = sought(`\d[ \x{a0}\x{202f}](?:kg|mg|µg|μg|km|cm|mm|ml|cl|dl|kWh|kJ|kcal|°C|°F)(?:$|[\s.,;:!?)/])`, digitBytes, " "+hardGapBytes)
	hardUnit   = sought(`\d[\x{a0}\x{202f}\x{2009}](?:\d{3}|`+unitSigns+`)`, digitBytes, hardGapBytes)
)

func nbsp(p *check.Pass) {
	percentSpaces(p)
	if !p.Target.Lang.HardSpaces() {
		return
	}
	right, spaced := 0, 0
	var soft, glued []styleSlip
	for _, b := range p.Target.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup || p.InReferences(b) || p.Untranslated(b) {
			continue
		}
		right += len(hardUnit.all(b.Prose.Text))
		spaced += len(spacedUnit.all(b.Prose.Text))
		for _, wanted := range []*pattern{softUnit, softGroup} {
			soft = append(soft, spaceSlips(b, wanted, "\u00a0", "a hard space belongs here, as elsewhere in this text")...)
		}
		glued = append(glued, spaceSlips(b, gluedUnit, "\u00a0", "the space between the number and its unit is missing")...)
	}
	if right == 0 && len(soft) > 0 { // the text has ordinary spaces
		for i := range glued {
			glued[i].fix.New = " "
		}
	}
	if right > 0 && right >= len(soft) {
		reportStyle(p, right, soft)
	}
	reportStyle(p, spaced, glued)
}

// spaceSlips are the places where the group of wanted needs a space of the given kind.
func spaceSlips(b *doc.Block, wanted *pattern, space, message string) []styleSlip {
	var out []styleSlip
	for _, at := range wanted.all(b.Prose.Text) {
		if b.Literal(at[0], at[1]) {
			continue
		}
		out = append(out, styleSlip{
			span: b.Prose.Source(at[0], at[1]), message: message,
			fix: text.Edit{Span: b.Prose.Source(at[2], at[3]), New: space}, title: "set the space",
		})
	}
	return out
}
