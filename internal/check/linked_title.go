package check

import (
	"strings"

	"tvilling/internal/doc"
)

// LinkedTitle says that target block b is the title of another page and nothing
// else, word for word what the source links: the page is called so. In a
// list or a section most of whose titles were translated it is no title but a
// forgotten passage.
func (p *Pass) LinkedTitle(b *doc.Block) bool {
	titles := Memo(p, linkedTitlesKey{}, linkedTitles)
	return titles[b]
}

type linkedTitlesKey struct{}

func linkedTitles(p *Pass) map[*doc.Block]bool {
	out := map[*doc.Block]bool{}
	for _, s := range p.Target.Sections {
		var kept, all []*doc.Block
		for _, b := range s.Blocks {
			if b.Kind != doc.Item && b.Kind != doc.Paragraph {
				continue
			}
			bead, _ := p.Align.Bead(b)
			if len(bead.Source) != 1 || !onlyLink(bead.Source[0]) {
				continue
			}
			all = append(all, b)
			if sameProse(b.Prose.Text, bead.Source) {
				kept = append(kept, b)
			}
		}
		if 2*len(kept) > len(all) {
			for _, b := range kept {
				out[b] = true
			}
		}
	}
	return out
}

// onlyLink says that a block is one link to another site and nothing else.
func onlyLink(b *doc.Block) bool {
	for _, o := range b.Objects {
		if o.Kind == doc.Link && strings.Contains(o.Value, "://") && o.Start <= 1 && o.End >= len(b.Prose.Text)-2 {
			return true
		}
	}
	return false
}
