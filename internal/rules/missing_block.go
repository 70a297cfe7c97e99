package rules

import (
	"fmt"
	"slices"
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "missing-block",
	Title:    "A passage of the source has no translation",
	Category: "accuracy/omission",
	Severity: check.Error,
	Doc: `A paragraph, bullet, quotation, table row, code block or footnote of the
source that nothing in the translation renders. The finding stands where the
translation should be and shows the source text. Passages that were joined with a
neighbour or split are not missing.`,
	Bad: []check.Example{{
		Source: "Magnesium helps the nerves.\n\nCalcium makes the bones strong and hard.\n\nVitamin C protects the cells.",
		Target: "Magnesium hjälper nerverna.\n\nVitamin C skyddar cellerna.",
	}},
	Good: []check.Example{{
		Source: "Magnesium helps the nerves.\n\nCalcium makes the bones strong.",
		Target: "Magnesium hjälper nerverna. Kalcium gör skelettet starkt.",
	}},
	Run: missingBlock,
})

func missingBlock(p *check.Pass) {
	for _, run := range lostRuns(p) {
		first := run[0]
		var span text.Span
		for _, b := range run {
			span = span.Cover(b.Prose.Span())
		}
		what := fmt.Sprintf("%s %s of the source has no translation here: %s", article(first.Kind), first.Kind, check.Quote(shown(first)))
		if len(run) > 1 {
			what = fmt.Sprintf("%d passages of the source have no translation here; the first is %s", len(run), check.Quote(shown(first)))
		}
		p.Reportf(p.Gap(first), span, "%s", what)
	}
}

// article is the indefinite article that goes with a kind's name.
func article(k doc.Kind) string {
	if strings.ContainsRune("aeiou", rune(k.String()[0])) {
		return "an"
	}
	return "a"
}

// shown is what a message quotes of a block.
func shown(b *doc.Block) string {
	if b.Prose.Text == "" {
		return b.Span.Text()
	}
	return b.Prose.Text
}

// lostRuns are the source blocks without counterpart, neighbours together.
// Sections that are missing as a whole are left to missing-section.
func lostRuns(p *check.Pass) [][]*doc.Block {
	var runs [][]*doc.Block
	var last *doc.Block
	for _, b := range p.Source.Blocks() {
		bead, _ := p.Align.Bead(b)
		if !lost(p, bead) || wholeSectionLost(p, b.Section) {
			continue
		}
		if last != nil && last.Index == b.Index-1 && last.Section == b.Section {
			runs[len(runs)-1] = append(runs[len(runs)-1], b)
		} else {
			runs = append(runs, []*doc.Block{b})
		}
		last = b
	}
	return runs
}

// lost says that the bead is a passage left out that a reader would miss. Images
// have a rule of their own.
func lost(p *check.Pass, b *align.BlockBead) bool {
	if !b.Missing() || b.Confidence < check.Trust && !oneItemShort(p, b.Source[0]) {
		return false
	}
	s := b.Source[0]
	return s.Kind != doc.Markup && s.Kind != doc.Image && !p.InReferences(s) && s.Prose.Text != ""
}

// oneItemShort says that all other items of s's list are paired with all items of
// one list, one for one: then an item is missing, even where items are so short
// that it is not sure which.
func oneItemShort(p *check.Pass, s *doc.Block) bool {
	if s.Kind != doc.Item {
		return false
	}
	var others []*doc.Block
	sure := false
	for _, o := range s.Section.Blocks {
		if o == s || o.Kind != doc.Item || o.Item.List != s.Item.List {
			continue
		}
		bead, _ := p.Align.Bead(o)
		if len(bead.Source) != 1 || len(bead.Target) != 1 || bead.Target[0].Kind != doc.Item {
			return false
		}
		others = append(others, bead.Target[0])
		sure = sure || bead.Confidence >= check.Trust
	}
	if !sure || len(others) < 2 {
		return false
	}
	n := 0
	for _, t := range others[0].Section.Blocks {
		if t.Kind == doc.Item && t.Item.List == others[0].Item.List {
			n++
		}
	}
	return n == len(others) && !slices.ContainsFunc(others, func(t *doc.Block) bool { return t.Item.List != others[0].Item.List })
}

// wholeSectionLost says that nothing of the section, which has a heading, was translated.
func wholeSectionLost(p *check.Pass, s *doc.Section) bool {
	if s.Heading == nil || len(s.Blocks) == 0 {
		return false
	}
	for _, b := range s.All() {
		if bead, _ := p.Align.Bead(b); !bead.Missing() {
			return false
		}
	}
	return true
}
