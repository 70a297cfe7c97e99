package check

import "tvilling/internal/doc"

// InReferences says that a block of either article is an entry of a reference list.
func (p *Pass) InReferences(b *doc.Block) bool {
	return p.Cites != nil && (p.Cites.Source.Holds(b) || p.Cites.Target.Holds(b))
}
