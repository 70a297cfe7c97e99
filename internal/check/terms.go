package check

import (
	"tvilling/internal/align"
	"tvilling/internal/doc"
	"tvilling/internal/term"
)

// SourceTerms are the glossary terms that stand in a source block, without those
// inside a longer term: that one speaks for them. TargetTerms are those of a target
// block, with the inner ones: "personuppgifter" is rendered in "behandla
// personuppgifter". Terms in code do not count. Nil without glossary. The result is
// worked out once a block.
func (p *Pass) SourceTerms(b *doc.Block) []term.Match { return p.terms(b, false) }
func (p *Pass) TargetTerms(b *doc.Block) []term.Match { return p.terms(b, true) }

func (p *Pass) terms(b *doc.Block, target bool) []term.Match {
	if p.Terms == nil {
		return nil
	}
	return p.facts.terms.get(b, func() []term.Match { return p.findTerms(b, target) })
}

func (p *Pass) findTerms(b *doc.Block, target bool) []term.Match {
	find := p.Terms.FindSource
	if target {
		find = p.Terms.FindTarget
	}
	var out []term.Match
	for _, m := range find(b.Prose.Text, b.Literal) {
		if target || !m.Nested {
			out = append(out, m)
		}
	}
	return out
}

// Renders says that the target side of the bead at index i of Align.Blocks, or
// of a bead next to it, holds a rendering of t that the glossary accepts.
func (p *Pass) Renders(i int, t *term.Term) bool {
	for k := max(i-1, 0); k <= min(i+1, len(p.Align.Blocks)-1); k++ {
		for _, b := range p.Align.Blocks[k].Target {
			if term.Rendered(p.TargetTerms(b), t) {
				return true
			}
		}
	}
	return false
}

// Owes says that the source side of the bead has term t more often than the
// target side has a rendering of it, abbreviations aside: then a forbidden form on
// the target side stands for t.
func (p *Pass) Owes(bead *align.BlockBead, t *term.Term) bool {
	spoken, rendered := 0, 0
	for _, b := range bead.Source {
		for _, m := range p.SourceTerms(b) {
			if m.Term == t {
				spoken++
			}
		}
	}
	for _, b := range bead.Target {
		for _, m := range p.TargetTerms(b) {
			if m.Term == t && (m.Kind == term.Target || m.Kind == term.Allowed) {
				rendered++
			}
		}
	}
	return spoken > rendered
}

// Opposite is the part of the target that renders the prose bytes [start, end)
// of a source block: the sentences in the same bead, else the whole target side.
// The bead must have a target.
func Opposite(bead *align.BlockBead, b *doc.Block, start, end int) (*doc.Block, int, int) {
	for _, s := range bead.Sentences {
		if len(s.Target) == 0 {
			continue
		}
		for _, sentence := range s.Source {
			if sentence.Block == b && sentence.Start <= start && end <= sentence.End {
				first, last := s.Target[0], s.Target[len(s.Target)-1]
				if last.Block != first.Block {
					return first.Block, first.Start, first.End
				}
				return first.Block, first.Start, last.End
			}
		}
	}
	t := bead.Target[0]
	return t, 0, len(t.Prose.Text)
}
