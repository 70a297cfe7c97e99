package rules

import (
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
)

var _ = register(&check.Rule{
	ID:       "heading-level",
	Title:    "A heading stands on another level than in the source",
	Category: "design/layout",
	Severity: check.Warning,
	Doc: `The levels of headings show what belongs to what, and tables of contents are made of
them. A heading on another level than the source's, or one that became a plain or bold
line, tears a section out of its place. Sub-headings that follow theirs are not
reported again, and a whole article that lies one level deeper is told so once.`,
	Bad: []check.Example{{
		Source: "# Sleep\n\n## Night\n\nThe brain rests.\n\n## Day\n\nThe brain works.",
		Target: "# Sömn\n\n## Natt\n\nHjärnan vilar.\n\n### Dag\n\nHjärnan arbetar.",
	}},
	Good: []check.Example{{
		Source: "Sleep\n=====\n\nNight\n-----\n\nThe brain rests.",
		Target: "# Sömn\n\n## Natt\n\nHjärnan vilar.",
	}},
	Run: headingLevel,
})

// headingPair is a heading of the source and the block that renders it.
type headingPair struct{ source, target *doc.Block }

// deeper is how many levels the target heading lies below the source's.
func (h headingPair) deeper() int { return h.target.Level - h.source.Level }

func headingLevel(p *check.Pass) {
	if p.Source.Format == plainText || p.Target.Format == plainText {
		return // levels of plain text are guessed
	}
	pairs := headingPairs(p)
	shift := commonShift(pairs)
	if shift != 0 {
		h := firstShifted(pairs, shift)
		p.Reportf(h.target.Span, h.source.Span, "all headings from here on are level %d where the source has level %d, and so on", h.target.Level, h.source.Level)
	}
	var above *headingPair // the heading last reported
	for i, h := range pairs {
		switch {
		case h.target.Kind != doc.Heading:
			if standsForHeading(h.target) {
				p.Reportf(h.target.Span, h.source.Span, "this is a heading of level %d in the source", h.source.Level)
			}
			continue
		case h.deeper() == 0 || h.deeper() == shift:
			above = nil
			continue
		case above != nil && h.source.Level > above.source.Level && h.deeper() == above.deeper():
			continue
		}
		above = &pairs[i]
		p.Reportf(h.target.Span, h.source.Span, "the heading is level %d here but level %d in the source", h.target.Level, h.source.Level)
	}
}

// plainText is the name of the format that has no marks.
const plainText = "text"

// headingPairs are the source's headings, in target order, with what renders
// them alone.
func headingPairs(p *check.Pass) []headingPair {
	var out []headingPair
	for i := range p.Align.Blocks {
		b := &p.Align.Blocks[i]
		if len(b.Source) == 1 && len(b.Target) == 1 && b.Confidence >= check.Trust && b.Source[0].Kind == doc.Heading {
			out = append(out, headingPair{b.Source[0], b.Target[0]})
		}
	}
	return out
}

// commonShift is by how much all headings, three at least, lie deeper, the title
// perhaps aside; 0 when some lie where they should.
func commonShift(pairs []headingPair) int {
	shift, n := 0, 0
	for i, h := range pairs {
		if h.target.Kind != doc.Heading || i == 0 && h.deeper() == 0 {
			continue
		}
		if n == 0 {
			shift = h.deeper()
		}
		if h.deeper() == 0 {
			return 0
		}
		if h.deeper() == shift {
			n++
		}
	}
	if n < 3 || n*2 < len(pairs) {
		return 0
	}
	return shift
}

func firstShifted(pairs []headingPair, shift int) headingPair {
	for _, h := range pairs {
		if h.target.Kind == doc.Heading && h.deeper() == shift {
			return h
		}
	}
	return headingPair{}
}

// standsForHeading says that a block looks as if it were meant as a heading: a
// short paragraph, bold or without the marks of a sentence.
func standsForHeading(b *doc.Block) bool {
	const longest = 120 // bytes; longer headings are rare
	text := strings.TrimSpace(b.Prose.Text)
	return b.Kind == doc.Paragraph && len(text) <= longest && (allBold(b) || !strings.HasSuffix(text, "."))
}

// allBold says that a block is bold from end to end, a colon perhaps aside.
func allBold(b *doc.Block) bool {
	for _, o := range b.Objects {
		if o.Kind == doc.Emphasis && o.Value == "strong" && o.Start == 0 && o.End >= len(strings.TrimRight(b.Prose.Text, ":. ")) && o.End > 0 {
			return true
		}
	}
	return false
}
