package check

import (
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// Gap is the empty place in the target where the rendering of source block b
// should stand: after what renders the nearest earlier source block, else
// before the target's first block.
func (p *Pass) Gap(b *doc.Block) text.Span {
	blocks := p.Source.Blocks()
	for i := b.Index - 1; i >= 0; i-- {
		bead, _ := p.Align.Bead(blocks[i])
		if !bead.Missing() && !bead.Moved {
			return bead.Target[len(bead.Target)-1].Span.After()
		}
	}
	if all := p.Target.Blocks(); len(all) > 0 {
		return all[0].Span.Before()
	}
	return text.Span{File: p.Target.File}
}

// SourceSpan is the stretch of the source that the bead's source side covers;
// the zero Span when that is empty.
func SourceSpan(b *align.BlockBead) text.Span {
	var span text.Span
	for _, s := range b.Source {
		span = span.Cover(s.Prose.Span())
	}
	return span
}

// Quote is s in quotation marks for a message, cut at a word near 60 runes.
func Quote(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		s = string(r[:most])
		if i := strings.LastIndexByte(s, ' '); i > most/2 {
			s = s[:i]
		}
		s += "…"
	}
	return `"` + s + `"`
}

// Paired is the first source block that target block b renders; nil when it
// stands alone.
func (p *Pass) Paired(b *doc.Block) *doc.Block {
	if bead, _ := p.Align.Bead(b); len(bead.Source) > 0 {
		return bead.Source[0]
	}
	return nil
}

// Beside is the source passage next to which target block b stands although it
// renders none: what the nearest earlier target block renders; the zero Span
// when there is none.
func (p *Pass) Beside(b *doc.Block) text.Span {
	blocks := p.Target.Blocks()
	for i := b.Index - 1; i >= 0; i-- {
		bead, _ := p.Align.Bead(blocks[i])
		if !bead.Extra() && !bead.Moved {
			return SourceSpan(bead).After()
		}
	}
	return text.Span{}
}
