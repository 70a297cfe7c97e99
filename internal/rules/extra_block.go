package rules

import (
	"fmt"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
)

var _ = register(&check.Rule{
	ID:       "extra-block",
	Title:    "A passage has no counterpart in the source",
	Category: "accuracy/addition",
	Severity: check.Warning,
	Doc: `A paragraph, bullet or other passage of the translation that renders nothing in the
source: an addition, a note, or text from elsewhere. Passages that were split from a
neighbour are not extra; repeated ones are reported as duplicates.`,
	Bad: []check.Example{{
		Source: "Magnesium helps the nerves.\n\nVitamin C protects the cells.",
		Target: "Magnesium hjälper nerverna.\n\nBeställ vårt nyhetsbrev redan i dag och få tio procents rabatt.\n\nVitamin C skyddar cellerna.",
	}},
	Good: []check.Example{{
		Source: "Magnesium helps the nerves. Vitamin C protects the cells.",
		Target: "Magnesium hjälper nerverna.\n\nVitamin C skyddar cellerna.",
	}},
	Run: extraBlock,
})

func extraBlock(p *check.Pass) {
	again := map[*doc.Block]bool{}
	for _, r := range repeats(p) {
		again[r.block] = true
	}
	var run []*doc.Block
	flush := func() {
		if len(run) > 0 {
			reportExtra(p, run)
			run = nil
		}
	}
	for _, b := range p.Target.Blocks() {
		bead, _ := p.Align.Bead(b)
		switch {
		case b.Kind == doc.Markup:
		case !added(p, bead) || again[b] || wholeSectionAdded(p, b.Section):
			flush()
		default:
			if len(run) > 0 && run[0].Section != b.Section {
				flush()
			}
			run = append(run, b)
		}
	}
	flush()
}

// reportExtra reports neighbouring blocks as one passage.
func reportExtra(p *check.Pass, run []*doc.Block) {
	what := fmt.Sprintf("this %s has no counterpart in the source", run[0].Kind)
	if len(run) > 1 {
		what = fmt.Sprintf("these %d passages have no counterpart in the source", len(run))
	}
	span := run[0].Prose.Span().Cover(run[len(run)-1].Prose.Span())
	p.Reportf(span, p.Beside(run[0]), "%s", what)
}

// added says that the bead is a passage of its own that a reader would notice.
func added(p *check.Pass, b *align.BlockBead) bool {
	if !b.Extra() || b.Confidence < check.Trust || b.DuplicateOf != nil {
		return false
	}
	t := b.Target[0]
	return t.Kind != doc.Markup && !p.InReferences(t) && t.Prose.Text != ""
}

// wholeSectionAdded says that nothing of the section, which has a heading, renders the source.
func wholeSectionAdded(p *check.Pass, s *doc.Section) bool {
	if s.Heading == nil || len(s.Blocks) == 0 {
		return false
	}
	for _, b := range s.All() {
		if bead, _ := p.Align.Bead(b); !bead.Extra() {
			return false
		}
	}
	return true
}
