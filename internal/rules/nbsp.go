package rules

import (
	"strings"

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
// "procent" or "kronor" may go to the next line, unless the text binds them
// too.
const unitSigns = `(?:%|‰|°C|°F|°|kg|mg|µg|μg|g|km|cm|mm|m|ml|cl|dl|l|ms|kWh|kJ|kcal|GB|MB|kB|TB|Hz|kHz|MHz|GHz|W|kW|V|mol|mmol)`

var (
	softUnit  = sought(`\d( )`+unitSigns+`(?:$|[\s.,;:!?)/])`, digitBytes, " ", unitBytes)
	softGroup = sought(`(?:^|[^\d.,-])\d{1,3}( )\d{3}(?:$|[^\d])`, digitBytes, " ", digitBytes, digitBytes, digitBytes)
	// Units that no name or model ends in; "8GB" is how its makers write it.
	// Units that names do end in: glued by a slip where the source has a space.
	gluedSign  = sought(`(?:^|[\s(–])(\d+(?:,\d+)?)()(g|ms|s|m|min|h|GB|MB|kB|TB|Mbit/s|Hz|kHz|MHz|GHz|W|kW|V|mol|mmol)(?:$|[\s.,;:!?)/])`, digitBytes, "gmshGMkTHWV")
	softWord   = sought(`\d( )\p{Ll}{3,}`, digitBytes, ` `)
	hardWord   = sought(`\d\x{a0}\p{Ll}{3,}`, digitBytes, hardGapBytes)
	gluedUnit  = sought(`(?:^|[\s(–])\d+(?:,\d+)?()(?:kg|mg|µg|μg|km|cm|mm|ml|cl|dl|kWh|kJ|kcal|°C|°F)(?:$|[\s.,;:!?)/])`, digitBytes, gluableBytes)
	spacedUnit = sought(`\d[ \x{a0}\x{202f}](?:kg|mg|µg|μg|km|cm|mm|ml|cl|dl|kWh|kJ|kcal|°C|°F)(?:$|[\s.,;:!?)/])`, digitBytes, " "+hardGapBytes)
	hardUnit   = sought(`\d[\x{a0}\x{202f}\x{2009}](?:\d{3}|`+unitSigns+`)`, digitBytes, hardGapBytes)
)

func nbsp(p *check.Pass) {
	percentSpaces(p)
	if !p.Target.Lang.HardSpaces() {
		return
	}
	right, spaced, bound := 0, 0, 0
	var soft, glued, words, slips []styleSlip
	for _, b := range p.Target.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup || p.InReferences(b) || p.Untranslated(b) {
			continue
		}
		right += len(hardUnit.found(p, b))
		spaced += len(spacedUnit.found(p, b))
		for _, wanted := range []*pattern{softUnit, softGroup} {
			soft = append(soft, spaceSlips(p, b, wanted, "\u00a0", "a hard space belongs here, as elsewhere in this text")...)
		}
		bound += len(hardWord.found(p, b))
		words = append(words, spaceSlips(p, b, softWord, "\u00a0", "a hard space belongs here, as elsewhere in this text")...)
		slips = append(slips, gluedHere(p, b)...)
		glued = append(glued, spaceSlips(p, b, gluedUnit, "\u00a0", "the space between the number and its unit is missing")...)
	}
	if right == 0 && len(soft) > 0 { // the text has ordinary spaces
		for i := range glued {
			glued[i].fix.New = " "
		}
	}
	if right > 0 && right >= len(soft) {
		reportStyle(p, right, soft)
	}
	// A text that binds numbers to words as well has to bind them all, but for slips.
	if bound > 2*len(words) {
		reportStyle(p, bound, words)
	}
	reportStyle(p, spaced, glued)
	reportStyle(p, len(slips), slips)
}

// gluedHere are units glued to their numbers where the source sets a space.
func gluedHere(p *check.Pass, b *doc.Block) []styleSlip {
	var out []styleSlip
	for _, at := range gluedSign.found(p, b) {
		number, unit := b.Prose.Text[at[2]:at[3]], b.Prose.Text[at[6]:at[7]]
		bead, _ := p.Align.Bead(b)
		if bead == nil || b.Literal(at[0], at[1]) || !setApart(bead.Source, strings.ReplaceAll(number, ",", "."), unit) {
			continue
		}
		out = append(out, styleSlip{
			span: b.Prose.Source(at[2], at[7]), message: "the space between the number and its unit is missing",
			fix: text.Edit{Span: b.Prose.Source(at[4], at[5]), New: "\u00a0"}, title: "set the space",
		})
	}
	return out
}

// setApart says that the blocks have the number and the unit with a space between them.
func setApart(blocks []*doc.Block, number, unit string) bool {
	for _, b := range blocks {
		for _, space := range []string{" ", "\u00a0", "\u202f"} {
			if strings.Contains(b.Prose.Text, number+space+unit) {
				return true
			}
		}
	}
	return false
}

// spaceSlips are the places where the group of wanted needs a space of the given kind.
func spaceSlips(p *check.Pass, b *doc.Block, wanted *pattern, space, message string) []styleSlip {
	var out []styleSlip
	for _, at := range wanted.found(p, b) {
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
