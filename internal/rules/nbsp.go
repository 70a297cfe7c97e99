package rules

import (
	"slices"
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
const unitSigns = `(?:` + bareUnitSigns + `)`

const bareUnitSigns = `%|‰|°C|°F|°|kg|mg|µg|μg|g|km|cm|mm|m|ml|cl|dl|l|ms|kWh|kJ|kcal|GB|MB|kB|TB|Hz|kHz|MHz|GHz|W|kW|V|mol|mmol`

// spacedSign says that s, from a digit and a space on, goes on with the sign of a unit,
// not with a word that begins like one: "5 m", not "5 minuter".
func spacedSign(s string) bool {
	for sign := range strings.SplitSeq(bareUnitSigns, "|") {
		rest, ok := strings.CutPrefix(s[len("5 "):], sign)
		if ok && (rest == "" || strings.IndexByte(" \t\n\f\r.,;:!?)/", rest[0]) >= 0) {
			return true
		}
	}
	return false
}

var (
	softUnit  = begun(`\d( )`+unitSigns+`(?:$|[\s.,;:!?)/])`, digitBytes, " ", unitBytes).where(spacedSign)
	softGroup = sought(`(?:^|[^\d.,-])\d{1,3}( )\d{3}(?:$|[^\d])`, digitBytes, " ", digitBytes, digitBytes, digitBytes)
	// Units that no name or model ends in; "8GB" is how its makers write it.
	// Units that names do end in: glued by a slip where the source has a space.
	gluedSign  = sought(`(?:^|[\s(–])(\d+(?:,\d+)?)()(g|ms|s|m|min|h|GB|MB|kB|TB|Mbit/s|Hz|kHz|MHz|GHz|W|kW|V|mol|mmol)(?:$|[\s.,;:!?)/])`, digitBytes, "gmshGMkTHWV")
	softWord   = begun(`\d( )\p{Ll}{3,}`, digitBytes, ` `)
	hardWord   = begun(`\d\x{a0}\p{Ll}{3,}`, digitBytes, "\xC2", "\xA0", smallBytes)
	gluedUnit  = sought(`(?:^|[\s(–])\d+(?:,\d+)?()(?:kg|mg|µg|μg|km|cm|mm|ml|cl|dl|kWh|kJ|kcal|°C|°F)(?:$|[\s.,;:!?)/])`, digitBytes, gluableBytes, "gmlWJc\xB5\xBC\xB0")
	spacedUnit = begun(`\d[ \x{a0}\x{202f}](?:kg|mg|µg|μg|km|cm|mm|ml|cl|dl|kWh|kJ|kcal|°C|°F)(?:$|[\s.,;:!?)/])`, digitBytes, " "+hardGapBytes)
	hardUnit   = begun(`\d[\x{a0}\x{202f}\x{2009}](?:\d{3}|`+unitSigns+`)`, digitBytes, hardGapBytes, "\xA0\x80", digitBytes+unitBytes+"\xAF\x89")
)

func nbsp(p *check.Pass) {
	percentSpaces(p)
	if !p.Target.Lang.HardSpaces() {
		return
	}
	blocks := slices.DeleteFunc(slices.Clone(p.Target.Blocks()), func(b *doc.Block) bool {
		return b.Kind == doc.Code || b.Kind == doc.Markup || p.InReferences(b) || p.Untranslated(b)
	})
	hard := "a hard space belongs here, as elsewhere in this text"
	glued := spaceSlips(p, blocks, "the space between the number and its unit is missing", gluedUnit)
	// What is looked for only to be compared is looked for only then: that takes long.
	right := matches(p, blocks, hardUnit)
	if right > 0 || len(glued) > 0 {
		soft := spaceSlips(p, blocks, hard, softUnit, softGroup)
		if right == 0 && len(soft) > 0 { // the text has ordinary spaces
			for i := range glued {
				glued[i].fix.New = " "
			}
		}
		if right > 0 && right >= len(soft) {
			reportStyle(p, right, soft)
		}
	}
	// A text that binds numbers to words as well has to bind them all, but for slips.
	if bound := matches(p, blocks, hardWord); bound > 0 {
		if words := spaceSlips(p, blocks, hard, softWord); bound > 2*len(words) {
			reportStyle(p, bound, words)
		}
	}
	if len(glued) > 0 {
		reportStyle(p, matches(p, blocks, spacedUnit), glued)
	}
	slips := gluedHere(p, blocks)
	reportStyle(p, len(slips), slips)
}

// matches is how many matches of a pattern blocks have.
func matches(p *check.Pass, blocks []*doc.Block, wanted *pattern) int {
	n := 0
	for _, b := range blocks {
		n += len(wanted.found(p, b))
	}
	return n
}

// gluedHere are units glued to their numbers where the source sets a space.
func gluedHere(p *check.Pass, blocks []*doc.Block) []styleSlip {
	var out []styleSlip
	for _, b := range blocks {
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

// spaceSlips are the places where the groups of patterns need a hard space.
func spaceSlips(p *check.Pass, blocks []*doc.Block, message string, wanted ...*pattern) []styleSlip {
	var out []styleSlip
	for _, b := range blocks {
		for _, pattern := range wanted {
			for _, at := range pattern.found(p, b) {
				if b.Literal(at[0], at[1]) {
					continue
				}
				out = append(out, styleSlip{
					span: b.Prose.Source(at[0], at[1]), message: message,
					fix: text.Edit{Span: b.Prose.Source(at[2], at[3]), New: "\u00a0"}, title: "set the space",
				})
			}
		}
	}
	return out
}
