package rules

import (
	"fmt"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

var _ = register(&check.Rule{
	ID:       "mirrored-source",
	Title:    "The source itself has a slip here",
	Category: "other",
	Severity: check.Suggestion,
	Doc: `A slip that the source already has: a bullet that stands twice in one list, a little
word written twice in a row, a link to a heading that the page does not have. It is said
where the translation renders it, so that the source can be mended too and nobody
looks for the mistake in the wrong text.`,
	Bad: []check.Example{{
		Source: "Bring:\n\n- A warm coat and a hat.\n- A torch with batteries.\n- A warm coat and a hat.",
		Target: "Ta med:\n\n- En varm kappa och en mössa.\n- En ficklampa med batterier.\n- En varm kappa och en mössa.",
	}},
	Good: []check.Example{{
		Source: "First:\n\n- Click the Save button below.\n\nThen:\n\n- Click the Save button below.",
		Target: "Först:\n\n- Klicka på knappen Spara nedan.\n\nSedan:\n\n- Klicka på knappen Spara nedan.",
	}},
	Run: func(p *check.Pass) {
		mirroredItems(p)
		mirroredWords(p)
		mirroredAnchors(p)
	},
})

// mirroredItems reports items that stand twice in one bulleted list of the source.
// A numbered list may repeat a step.
func mirroredItems(p *check.Pass) {
	seen := map[string]*doc.Block{}
	for _, b := range p.Source.Blocks() {
		if b.Kind != doc.Item || b.Item.Ordered || p.InReferences(b) {
			continue
		}
		key := saying(b)
		if key == "" {
			continue
		}
		key = fmt.Sprintf("%d\x00%s", b.Item.List, key)
		first := seen[key]
		if first == nil {
			seen[key] = b
			continue
		}
		if t := rendering(p, b); t != nil {
			p.Reportf(t.Prose.Span(), b.Prose.Span(), "the source has this item twice in one list (first on its line %d)", first.Span.Line())
		}
	}
}

// mirroredWords reports little words that the source has twice in a row.
func mirroredWords(p *check.Pass) {
	for _, b := range p.Source.Blocks() {
		t := rendering(p, b)
		if b.Kind == doc.Code || b.Kind == doc.Markup || t == nil || p.InReferences(b) || !lang.Doubles(b.Prose.Text) {
			continue
		}
		words := p.Source.Lang.Words(b.Prose.Text)
		for i := 1; i < len(words); i++ {
			first, second := words[i-1], words[i]
			if !doubled(p.Source.Lang, b, words, i) || !p.Source.Lang.FunctionWords[second.Text] {
				continue
			}
			bead, _ := p.Align.Bead(b)
			at, start, end := check.Opposite(bead, b, first.Start, second.End)
			p.Reportf(at.Prose.Source(start, end), b.Prose.Source(first.Start, second.End),
				"the source has %s here, the same word twice", check.Quote(first.Text+" "+second.Text))
		}
	}
}

// mirroredAnchors reports links into the page that lead nowhere in either article.
func mirroredAnchors(p *check.Pass) {
	links := inPage(p.Source.Blocks())
	if len(links) == 0 {
		return
	}
	source, target := anchors(p, p.Source), anchors(p, p.Target)
	for _, l := range links {
		t := rendering(p, l.block)
		if source.Has(l.Value) || t == nil {
			continue
		}
		for _, o := range inPage([]*doc.Block{t}) {
			if strings.EqualFold(o.Value, l.Value) && !target.Has(o.Value) {
				p.Reportf(o.Span, l.Span, "#%s leads nowhere, in the source neither", o.Value)
				break
			}
		}
	}
}

// rendering is the first target block that renders source block b, surely; nil
// when there is none.
func rendering(p *check.Pass, b *doc.Block) *doc.Block {
	if bead, _ := p.Align.Bead(b); !bead.Missing() && bead.Confidence >= check.Trust {
		return bead.Target[0]
	}
	return nil
}
