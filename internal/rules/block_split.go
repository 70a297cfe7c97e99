package rules

import (
	"fmt"
	"slices"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
)

var _ = register(&check.Rule{
	ID:       "block-split",
	Title:    "A paragraph was split in two, or two were run together",
	Category: "design/layout",
	Severity: check.Suggestion,
	Doc: `One paragraph of the source is two here, or two are one, in an article that otherwise
keeps its paragraphs: a line break that was lost, or one too many. Where the translator
has made paragraphs of another length throughout, nothing is said.`,
	Bad: []check.Example{{
		Source: "The harbour closes in winter. In April the first boats come back.\n\nThe lighthouse was built by fishermen.\n\nIts lamp can be seen from the islands.",
		Target: "Hamnen stänger på vintern.\n\nI april kommer de första båtarna tillbaka.\n\nFyren byggdes av fiskare.\n\nDess lampa syns från öarna.",
	}},
	Good: []check.Example{{
		Source: "The harbour closes in winter. In April the first boats come back.\n\nThe lighthouse was built by fishermen. Its lamp can be seen from the islands.",
		Target: "Hamnen stänger på vintern.\n\nI april kommer de första båtarna tillbaka.\n\nFyren byggdes av fiskare.\n\nDess lampa syns från öarna.",
	}},
	Run: blockSplit,
})

// keepsBlocks is how many paragraphs and items in ten an article may split or join and
// still be said to keep them; one always.
const keepsBlocks = 1

func blockSplit(p *check.Pass) {
	again := map[*doc.Block]bool{}
	for _, r := range repeats(p) {
		again[r.block], again[r.first] = true, true
	}
	var split []*align.BlockBead
	kept := 0
	for _, b := range p.Translated() {
		switch {
		case len(b.Source)+len(b.Target) == 2:
			if flowing(b.Source[0]) || b.Source[0].Kind == doc.Item {
				kept++
			}
		case len(b.Source) > 0 && len(b.Target) > 0 && allFlowing(b.Source) && allFlowing(b.Target) && !slices.ContainsFunc(b.Target, func(t *doc.Block) bool { return again[t] }):
			split = append(split, b)
		}
	}
	if len(split) > max(1, kept*keepsBlocks/10) || kept < 2*len(split) {
		return
	}
	for _, b := range split {
		first := b.Target[0]
		if len(b.Target) > len(b.Source) {
			p.Reportf(b.Target[1].Prose.Span(), check.SourceSpan(b), "this %s belongs to the one before; the source has %s in one", first.Kind, blockCount(b.Target))
		} else {
			p.Reportf(first.Prose.Span(), check.SourceSpan(b), "this %s is %s in the source", first.Kind, blockCount(b.Source))
		}
	}
}

func blockCount(blocks []*doc.Block) string {
	return fmt.Sprintf("%d %ss", len(blocks), blocks[0].Kind)
}

// flowing says that a block is a paragraph, in an item or a quotation perhaps.
func flowing(b *doc.Block) bool {
	return b.Kind == doc.Paragraph || b.Kind == doc.Quote
}

func allFlowing(blocks []*doc.Block) bool {
	for _, b := range blocks {
		if !flowing(b) {
			return false
		}
	}
	return true
}
