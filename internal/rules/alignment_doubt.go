package rules

import (
	"fmt"
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "alignment-doubt",
	Title:    "A stretch could not be matched with the source",
	Category: "other",
	Severity: check.Suggestion,
	Doc: `Several passages in a row of which it is unclear what in the source they render: a
part that was rewritten, or moved about and changed. Nothing else was checked there, so
read it against the source yourself. Said once for the whole stretch.`,
	Bad: []check.Example{{
		Source: doubtSource, Target: doubtTarget,
	}},
	Good: []check.Example{{
		Source: ratioSource, Target: ratioTarget,
	}},
	Run: alignmentDoubt,
})

// doubtSource and doubtTarget share a frame and in it a stretch in which one tells
// of other things than the other.
const (
	doubtSource = "The harbour closes in winter.\n\nThick ice covers the whole of the bay until late April.\n\n" +
		"Some neighbours gather wood and sing the old songs together.\n\nGrandmother knits, and her cat sleeps beneath the bench.\n\n" +
		"Nobody counts the evenings until the sun returns.\n\nThe first boats come back in May.\n\nThe lighthouse is lit again."
	doubtTarget = "Hamnen stänger på vintern.\n\nTjock is täcker hela viken till slutet av april.\n\n" +
		"Staden erbjuder tomter till företag som vill flytta hit.\n\nKommunen har sänkt avgiften för bygglov och parkering.\n\n" +
		"Ring växeln och fråga efter näringslivschefen.\n\nDe första båtarna kommer tillbaka i maj.\n\nFyren tänds igen."
)

const (
	doubtBlocks = 3  // uncertain blocks of the target in a row
	doubtWords  = 15 // and words in them
)

func alignmentDoubt(p *check.Pass) {
	var run []*align.BlockBead
	for i := range p.Align.Blocks {
		b := &p.Align.Blocks[i]
		if unsure(p, b) {
			run = append(run, b)
			continue
		}
		if len(b.Target) == 1 && b.Target[0].Kind == doc.Markup {
			continue
		}
		reportDoubt(p, run)
		run = nil
	}
	reportDoubt(p, run)
}

// unsure says that it is unsure what the bead's blocks belong to, and that one
// would want to know.
func unsure(p *check.Pass, b *align.BlockBead) bool {
	for _, t := range append(append([]*doc.Block(nil), b.Source...), b.Target...) {
		if p.InReferences(t) || t.Kind == doc.Code || t.Kind == doc.Markup {
			return false
		}
	}
	return b.Confidence < check.Trust
}

func reportDoubt(p *check.Pass, run []*align.BlockBead) {
	var source, target text.Span
	blocks, words := 0, 0
	for _, b := range run {
		for _, t := range b.Target {
			target = target.Cover(t.Prose.Span())
			words += len(strings.Fields(t.Prose.Text))
			blocks++
		}
		source = source.Cover(check.SourceSpan(b))
	}
	if blocks >= doubtBlocks && words >= doubtWords {
		p.Report(check.Finding{Span: target, Related: p.FromSource(source),
			Message: fmt.Sprintf("these %d passages could not be matched with the source; they were not checked further", blocks)})
	}
}
