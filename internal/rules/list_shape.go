package rules

import (
	"fmt"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "list-shape",
	Title:    "A list is nested or numbered otherwise than in the source",
	Category: "design/layout",
	Severity: check.Warning,
	Doc: `Sub-bullets that came to stand at their parents' level no longer show what belongs
to what; a numbered list that became bullets no longer shows an order. Reported once
a list. How a list is numbered (1. 1. 1. or 1. 2. 3.) and its bullet signs do not
matter.`,
	Bad: []check.Example{{
		Source: "Ways:\n\n- Sleep\n  - Go to bed early every night.\n  - Dim the lights in the evening.\n- Food\n  - Eat leafy greens and beans.",
		Target: "Sätt:\n\n- Sömn\n- Gå och lägg dig tidigt varje kväll.\n- Dämpa ljuset på kvällen.\n- Mat\n- Ät bladgrönsaker och bönor.",
	}},
	Good: []check.Example{{
		Source: "Ways:\n\n1. Go to bed early every night.\n1. Dim the lights in the evening.",
		Target: "Sätt:\n\n1. Gå och lägg dig tidigt varje kväll.\n2. Dämpa ljuset på kvällen.",
	}},
	Run: listShape,
})

// listPair is a top-level list of the source, with all nested in it, and the
// target items that render it.
type listPair struct {
	source, target []*doc.Block
}

func listShape(p *check.Pass) {
	for _, l := range listPairs(p) {
		if len(l.target) < 2 {
			continue
		}
		if deep, flat := levels(l.source), levels(l.target); deep > flat {
			p.Reportf(cover(l.target), cover(l.source), "%s of the source stand at the level of their parents here", subBullets(p, l.source[0]))
		} else if flat > deep {
			p.Reportf(cover(l.target), cover(l.source), "this list is nested; in the source all its items are on one level")
		} else {
			raisedItems(p, l)
		}
		if s, t := numbered(l.source), numbered(l.target); s > 0 && t == 0 {
			p.Reportf(cover(l.target), cover(l.source), "this list is bulleted; in the source it is numbered")
		} else if t > 0 && s == 0 {
			p.Reportf(cover(l.target), cover(l.source), "this list is numbered; in the source it is bulleted")
		}
	}
}

// raisedItems reports the items of a nested list that came to stand on its top
// level, where others of theirs are still nested.
func raisedItems(p *check.Pass, l listPair) {
	topS, topT := top(l.source), top(l.target)
	var source, target []*doc.Block
	for i, b := range l.target {
		if rootList(b) != rootList(l.target[0]) {
			return // two lists of the target: depths cannot be compared
		}
		if l.source[i].Depth > topS && b.Depth == topT {
			source, target = append(source, l.source[i]), append(target, b)
		}
	}
	if len(target) == 0 || len(target) > len(l.target)/2 {
		return
	}
	message := fmt.Sprintf("this item stands on the list's top level; in the source it is a sub-bullet of %s", check.Quote(source[0].Parent.Prose.Text))
	if n := len(target) - 1; n > 0 {
		message += fmt.Sprintf(" (and so are %d more)", n)
	}
	p.Reportf(cover(target[:1]), cover(source[:1]), "%s", message)
}

// top is the smallest depth of the items.
func top(items []*doc.Block) int {
	least := items[0].Depth
	for _, b := range items {
		least = min(least, b.Depth)
	}
	return least
}

// listPairs are the source's lists whose items are paired with target items.
func listPairs(p *check.Pass) []listPair {
	var out []listPair
	at := map[int]int{} // list of the source → index into out
	for _, b := range p.Source.Blocks() {
		if b.Kind != doc.Item || p.InReferences(b) {
			continue
		}
		bead, _ := p.Align.Bead(b)
		if bead.Missing() || bead.Source[0] != b || bead.Confidence < check.Trust || bead.Target[0].Kind != doc.Item {
			continue
		}
		root := rootList(b)
		i, ok := at[root]
		if !ok {
			i = len(out)
			at[root] = i
			out = append(out, listPair{})
		}
		out[i].source = append(out[i].source, b)
		out[i].target = append(out[i].target, bead.Target[0])
	}
	return out
}

// rootList is the number of the outermost list that an item stands in.
func rootList(b *doc.Block) int {
	for b.Parent != nil && b.Parent.Kind == doc.Item {
		b = b.Parent
	}
	return b.Item.List
}

// levels is how many different depths the items have.
func levels(items []*doc.Block) int {
	seen := map[int]bool{}
	for _, b := range items {
		seen[b.Depth] = true
	}
	return len(seen)
}

func numbered(items []*doc.Block) int {
	n := 0
	for _, b := range items {
		if b.Item.Ordered {
			n++
		}
	}
	return n
}

// subBullets says how many items of the source list that item stands in lie
// below its top level.
func subBullets(p *check.Pass, item *doc.Block) string {
	root, n := rootList(item), 0
	for _, b := range p.Source.Blocks() {
		if b.Kind == doc.Item && b.Parent != nil && b.Parent.Kind == doc.Item && rootList(b) == root {
			n++
		}
	}
	if n == 1 {
		return "1 sub-bullet"
	}
	return fmt.Sprintf("%d sub-bullets", n)
}

func cover(blocks []*doc.Block) text.Span {
	var span text.Span
	for _, b := range blocks {
		span = span.Cover(b.Span)
	}
	return span
}
