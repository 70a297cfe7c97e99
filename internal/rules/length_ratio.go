package rules

import (
	"fmt"
	"math"
	"slices"
	"unicode/utf8"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "length-ratio",
	Title:    "A passage is much shorter or longer than its source",
	Category: "accuracy/omission",
	Severity: check.Suggestion,
	Yields:   true,
	Doc: `A paragraph or bullet whose length stands far out from what is usual between these
two articles: something may have been left out or added that no other rule could name.
Headings, labels, cells and lists of names are not measured, nor are articles with too
few passages to know what is usual.`,
	Bad: []check.Example{{
		Source: ratioSource + "The old lighthouse on the outer island was built of granite by the fishermen of three villages, who carried each stone over the ice in a winter so cold that the bay froze to the bottom.",
		Target: ratioTarget + "Fyren på ön byggdes av granit av fiskare.",
	}},
	Good: []check.Example{{
		Source: ratioSource + "The old lighthouse on the outer island was built of granite by the fishermen of three villages.",
		Target: ratioTarget + "Den gamla fyren på den yttre ön byggdes av granit av fiskarna i tre byar.",
	}},
	Run: lengthRatios,
})

// ratioSource and ratioTarget begin the examples: passages enough to know what is usual.
const (
	ratioSource = "The harbour closes in winter, when thick ice covers the whole of the bay.\n\n" +
		"In April the first boats come back with fish from the deep water outside.\n\n" +
		"The market by the church opens every Saturday morning at eight o'clock.\n\n" +
		"Many visitors take the ferry to the islands and stay there over the night.\n\n" +
		"The bakery sells warm bread and coffee to everybody who waits on the pier.\n\n" +
		"In summer the school is empty and the children swim from the long jetty.\n\n" +
		"The library lends books, maps and fishing rods to all who live in the town.\n\n" +
		"A small museum shows how the people salted and dried their fish before.\n\n"
	ratioTarget = "Hamnen stänger på vintern, när tjock is täcker hela viken utanför staden.\n\n" +
		"I april kommer de första båtarna tillbaka med fisk från djupvattnet utanför.\n\n" +
		"Torget vid kyrkan öppnar varje lördagsmorgon klockan åtta för försäljning.\n\n" +
		"Många besökare tar färjan till öarna och stannar där över natten.\n\n" +
		"Bageriet säljer varmt bröd och kaffe till alla som väntar på piren.\n\n" +
		"På sommaren är skolan tom och barnen badar från den långa bryggan.\n\n" +
		"Biblioteket lånar ut böcker, kartor och fiskespön till alla som bor i staden.\n\n" +
		"Ett litet museum visar hur människorna saltade och torkade sin fisk förr.\n\n"
)

const (
	ratioPassages = 8   // passages that show what is usual
	ratioLength   = 60  // runes of the longer side, below which lengths vary freely
	ratioFar      = 5   // standard deviations that stand out
	ratioLeast    = 0.6 // and as a logarithm: about 1.8 times as long
	normalMAD     = 1.4826
)

func lengthRatios(p *check.Pass) {
	var beads []*align.BlockBead
	var logs []float64
	for _, b := range p.Translated() {
		if !flowing(b.Source[0]) && b.Source[0].Kind != doc.Item && b.Source[0].Kind != doc.Definition {
			continue
		}
		s, t := readable(b.Source), readable(b.Target)
		if max(s, t) >= ratioLength && min(s, t) > 0 {
			beads = append(beads, b)
			logs = append(logs, math.Log(float64(t)/float64(s)))
		}
	}
	if len(beads) < ratioPassages {
		return
	}
	middle := median(slices.Clone(logs))
	var off []float64
	for _, x := range logs {
		off = append(off, math.Abs(x-middle))
	}
	far := max(ratioLeast, ratioFar*normalMAD*median(off))
	for i, b := range beads {
		if d := logs[i] - middle; math.Abs(d) > far {
			p.Reportf(spanOfTarget(b), check.SourceSpan(b), "%s", ratioMessage(d, b))
		}
	}
}

func ratioMessage(d float64, b *align.BlockBead) string {
	more, times := "shorter", math.Exp(-d)
	if d > 0 {
		more, times = "longer", math.Exp(d)
	}
	return fmt.Sprintf("this %s is %.1f times %s than usual for its source (%d characters for %d)",
		b.Target[0].Kind, times, more, readable(b.Target), readable(b.Source))
}

// readable is the length of blocks in runes without code and addresses.
func readable(blocks []*doc.Block) int {
	n := 0
	for _, b := range blocks {
		n += utf8.RuneCountInString(check.Readable(b))
	}
	return n
}

// median reorders xs, which may not be empty.
func median(xs []float64) float64 {
	slices.Sort(xs)
	return xs[len(xs)/2]
}

// spanOfTarget is the stretch of the target that the bead's target side covers.
func spanOfTarget(b *align.BlockBead) text.Span {
	var span text.Span
	for _, t := range b.Target {
		span = span.Cover(t.Prose.Span())
	}
	return span
}
