package rules

import (
	"slices"

	"tvilling/internal/check"
	"tvilling/internal/doc"
)

var _ = register(&check.Rule{
	ID:       "item-order",
	Title:    "An item stands elsewhere in its list than in the source",
	Category: "design/layout",
	Severity: check.Warning,
	Doc: `Items of one list that changed places: a step before the one it builds on, a ranking
turned round. The finding stands at the fewest items that would have to move back. A
list that follows the alphabet in both languages is in order when each follows its own.`,
	Bad: []check.Example{{
		Source: "Steps:\n\n1. Turn off the water at the main valve.\n2. Open the kitchen tap until it runs dry.\n3. Unscrew the old pipe with a wrench.",
		Target: "Steg:\n\n1. Öppna kökskranen tills den rinner tom.\n2. Stäng av vattnet vid huvudkranen.\n3. Skruva loss det gamla röret med en skiftnyckel.",
	}},
	Good: []check.Example{{
		Source: "Fruit:\n\n- Apples from the garden\n- Cherries from the market\n- Oranges from the south\n- Pears from the neighbour",
		Target: "Frukt:\n\n- Apelsiner från södern\n- Körsbär från torget\n- Päron från grannen\n- Äpplen från trädgården",
	}},
	Run: itemOrder,
})

func itemOrder(p *check.Pass) {
	for _, l := range itemPairs(p) {
		if len(l.source) < 2 || byAlphabet(l.source) && byAlphabet(inTargetOrder(l)) {
			continue
		}
		var moved []int
		for _, i := range displaced(l) {
			if i = believed(p, l, i); i >= 0 && !slices.Contains(moved, i) {
				moved = append(moved, i)
			}
		}
		if len(moved) > mostMoved {
			p.Reportf(cover(inTargetOrder(l)), cover(l.source), "%d items of this list stand elsewhere than in the source", len(moved))
			continue
		}
		for _, i := range moved {
			s, t := l.source[i], l.target[i]
			if i == 0 {
				p.Reportf(t.Prose.Span(), s.Prose.Span(), "the item %s comes first in the source's list", check.Quote(t.Prose.Text))
			} else {
				p.Reportf(t.Prose.Span(), s.Prose.Span(), "the item %s follows %s in the source", check.Quote(t.Prose.Text), check.Quote(l.target[i-1].Prose.Text))
			}
		}
	}
}

const (
	mostMoved = 2  // items of a list that are reported one by one
	swapReach = 10 // places between two items that changed places
	doubt     = .3 // the least confidence that a number in common makes up for
)

// sameFigures says that both items have numbers, and the same ones.
func sameFigures(p *check.Pass, s, t *doc.Block) bool {
	source, target := p.Source.Lang.Numbers(s.Prose.Text), p.Target.Lang.Numbers(t.Prose.Text)
	if len(source) == 0 || len(source) != len(target) {
		return false
	}
	for i := range source {
		if source[i].Value != target[i].Value {
			return false
		}
	}
	return true
}

// believed is pair i, when it is sure. When it is not, but changed places with one
// other pair only and that one is sure to have moved, it is that pair; else -1.
func believed(p *check.Pass, l listPair, i int) int {
	if bead, _ := p.Align.Bead(l.target[i]); bead.Confidence >= check.Trust ||
		bead.Confidence >= doubt && sameFigures(p, l.source[i], l.target[i]) {
		return i
	}
	crossed := -1
	for k := max(0, i-swapReach); k < min(len(l.target), i+swapReach+1); k++ {
		if (k < i) != (l.target[k].Index < l.target[i].Index) && k != i {
			if crossed >= 0 {
				return -1
			}
			crossed = k
		}
	}
	if crossed >= 0 {
		if bead, _ := p.Align.Bead(l.target[crossed]); bead.Moved && bead.Confidence >= check.Trust {
			return crossed
		}
	}
	return -1
}

// itemPairs are the source's lists, nested ones by themselves, as their
// paired items in source order; only those in one target list.
func itemPairs(p *check.Pass) []listPair {
	var out []listPair
	at := map[[2]int]int{}
	for _, b := range p.Source.Blocks() {
		if b.Kind != doc.Item || p.InReferences(b) {
			continue
		}
		bead, _ := p.Align.Bead(b)
		if len(bead.Source) != 1 || len(bead.Target) != 1 || bead.Target[0].Kind != doc.Item {
			continue
		}
		t := bead.Target[0]
		key := [2]int{b.Item.List, t.Item.List}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, listPair{})
		}
		out[i].source = append(out[i].source, b)
		out[i].target = append(out[i].target, t)
	}
	return out
}

// byAlphabet says that items follow the alphabet.
func byAlphabet(items []*doc.Block) bool {
	var all []string
	for _, b := range items {
		all = append(all, b.Prose.Text)
	}
	return sorted(all)
}

func inTargetOrder(l listPair) []*doc.Block {
	out := slices.Clone(l.target)
	slices.SortFunc(out, func(a, b *doc.Block) int { return a.Index - b.Index })
	return out
}

// displaced are the indexes of the fewest pairs without which the target items
// rise: those outside the longest rising series, which is found by patience
// sorting.
func displaced(l listPair) []int {
	var ends, from []int // ends[k] is the pair that ends the lowest series of k+1
	for i, t := range l.target {
		k, _ := slices.BinarySearchFunc(ends, t.Index, func(e, index int) int { return l.target[e].Index - index })
		from = append(from, -1)
		if k > 0 {
			from[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	stay := map[int]bool{}
	for i := ends[len(ends)-1]; i >= 0; i = from[i] {
		stay[i] = true
	}
	var out []int
	for i := range l.target {
		if !stay[i] {
			out = append(out, i)
		}
	}
	return out
}
