package rules

import (
	"slices"
	"unicode"

	"tvilling/internal/check"
	"tvilling/internal/doc"
)

var _ = register(&check.Rule{
	ID:       "section-order",
	Title:    "A section stands elsewhere than in the source",
	Category: "design/layout",
	Severity: check.Warning,
	Doc: `A section that moved, with its text, tells the story in another order than the source
does. The finding stands at the heading of the fewest sections that would have to move
back. Lists of terms or questions that follow the alphabet are in order when they
follow it in their own language.`,
	Bad: []check.Example{{
		Source: "## Night\n\nThe brain rests at night and sorts what it has seen.\n\n## Morning\n\nLight wakes the body and stops the hormone melatonin.\n\n## Food\n\nA heavy dinner makes the sleep shallow and short.",
		Target: "## Mat\n\nEn tung middag gör sömnen ytlig och kort.\n\n## Natt\n\nHjärnan vilar på natten och sorterar det den har sett.\n\n## Morgon\n\nLjus väcker kroppen och stoppar hormonet melatonin.",
	}},
	Good: []check.Example{{
		Source: "## Apple\n\nIt grows on trees.\n\n## Fig\n\nIt grows in the south.\n\n## Grape\n\nWine is made of it.\n\n## Pear\n\nIt is soft and sweet.",
		Target: "## Druva\n\nAv den görs vin.\n\n## Fikon\n\nDet växer i söder.\n\n## Päron\n\nDet är mjukt och sött.\n\n## Äpple\n\nDet växer på träd.",
	}},
	Run: sectionOrder,
})

func sectionOrder(p *check.Pass) {
	pairs := sectionPairs(p)
	stay := inOrder(pairs)
	byAlphabet := alphabetical(p.Source, p.Target)
	last := -1 // index of the pair that was last reported
	for i, h := range pairs {
		if stay[i] || byAlphabet[h.source.Level] {
			continue
		}
		follows := last == i-1 && i > 0 && pairs[i-1].source.Section.Index < h.source.Section.Index
		last = i
		if follows {
			continue // moved along with the one before
		}
		if before := precededBy(p, h.source); before == nil {
			p.Reportf(h.target.Span, h.source.Span, "the section %s comes first in the source", check.Quote(h.target.Prose.Text))
		} else {
			p.Reportf(h.target.Span, h.source.Span, "the section %s follows %s in the source", check.Quote(h.target.Prose.Text), check.Quote(before.Prose.Text))
		}
	}
}

// sectionPairs are the headings of sections whose text is paired too, in target
// order. A heading alone may read like another and prove nothing.
func sectionPairs(p *check.Pass) []headingPair {
	var out []headingPair
	for _, h := range headingPairs(p) {
		if h.target.Kind != doc.Heading {
			continue
		}
		together, apart, sure := 0, 0, false
		for _, b := range h.source.Section.Blocks {
			bead, _ := p.Align.Bead(b)
			switch {
			case bead.Missing() || bead.Confidence < check.Trust:
			case bead.Target[0].Section == h.target.Section:
				together++
				sure = sure || bead.Confidence >= sureMove || together > 1
			default:
				apart++
			}
		}
		if sure && together > apart || len(h.source.Section.Blocks) == 0 && len(h.target.Section.Blocks) == 0 {
			out = append(out, h)
		}
	}
	return out
}

// sureMove is the confidence that a section's only passage must have: a short
// sentence finds a likeness far away too easily.
const sureMove = 0.8

// inOrder says which pairs belong to the heaviest series, by length of text,
// whose source sections rise: the others are what moved.
func inOrder(pairs []headingPair) []bool {
	sections := 0
	for _, h := range pairs {
		sections = max(sections, h.source.Section.Index+1)
	}
	best := make([]int, len(pairs)) // weight of the heaviest series that ends at a pair
	from := make([]int, len(pairs)) // the pair before it there; -1 for none
	// heaviest is a Fenwick tree: over the source sections up to an index, the
	// pair whose series is heaviest, plus one.
	heaviest := make([]int, sections+1)
	end := -1
	for i, h := range pairs {
		from[i] = -1
		for k := h.source.Section.Index; k > 0; k -= k & -k {
			if j := heaviest[k] - 1; j >= 0 && best[j] > best[i] {
				best[i], from[i] = best[j], j
			}
		}
		span := h.source.Section.Span()
		best[i] += 1 + span.End - span.Start
		for k := h.source.Section.Index + 1; k <= sections; k += k & -k {
			if j := heaviest[k] - 1; j < 0 || best[i] > best[j] {
				heaviest[k] = i + 1
			}
		}
		if end < 0 || best[i] > best[end] {
			end = i
		}
	}
	stay := make([]bool, len(pairs))
	for ; end >= 0; end = from[end] {
		stay[end] = true
	}
	return stay
}

// alphabetical are the levels whose headings follow the alphabet on both sides,
// each in its own.
func alphabetical(source, target *doc.Document) map[int]bool {
	there := headingsByLevel(target)
	out := map[int]bool{}
	for level, headings := range headingsByLevel(source) {
		out[level] = sorted(headings) && sorted(there[level])
	}
	return out
}

func headingsByLevel(d *doc.Document) map[int][]string {
	out := map[int][]string{}
	for _, s := range d.Sections {
		if s.Heading != nil {
			out[s.Level] = append(out[s.Level], s.Heading.Prose.Text)
		}
	}
	return out
}

// sorted goes by first letters, of which there must be four at least: fewer are
// in order by chance. Letters beyond ASCII count as one that follows z: that is
// where å, ä and ö stand, and what has none of them is not harmed.
func sorted(headings []string) bool {
	var letters []rune
	for _, h := range headings {
		letters = append(letters, initial(h))
	}
	return slices.IsSorted(letters) && len(slices.Compact(letters)) >= 4
}

func initial(s string) rune {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return min(unicode.ToLower(r), 'z'+1)
		}
	}
	return 0
}

// precededBy is the heading before the section of h, on its level or above; nil
// when there is none.
func precededBy(p *check.Pass, h *doc.Block) *doc.Block {
	for i := h.Section.Index - 1; i >= 0; i-- {
		if s := p.Source.Sections[i]; s.Heading != nil && s.Level <= h.Level {
			return s.Heading
		}
	}
	return nil
}
