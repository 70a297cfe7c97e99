package rules

import (
	"slices"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// carried is something that a translation carries over, at its place.
type carried struct {
	doc.Object
	block *doc.Block
}

// objects are the objects of these kinds in blocks, in order.
func objects(blocks []*doc.Block, kinds ...doc.ObjectKind) []carried {
	var out []carried
	for _, b := range blocks {
		for _, o := range b.Objects {
			if slices.Contains(kinds, o.Kind) {
				out = append(out, carried{o, b})
			}
		}
	}
	return out
}

// around are the blocks of d from the one before the first of blocks to the one
// after the last: where a translator may have moved a sentence to.
func around(d *doc.Document, blocks []*doc.Block) []*doc.Block {
	all := d.Blocks()
	first, last := blocks[0].Index, blocks[len(blocks)-1].Index
	return all[max(first-1, 0):min(last+2, len(all))]
}

// placeOf is where in the target something of the source's prose [start, end)
// of block b should stand: after the sentence that renders what it stands in.
func placeOf(bead *align.BlockBead, b *doc.Block, start, end int) text.Span {
	t, _, stop := check.Opposite(bead, b, start, end)
	if t.Prose.Text == "" {
		return t.Span.After()
	}
	return t.Prose.Source(stop, stop)
}

// without are the members of a that have no equal in b. Each member of b
// answers for any number of equals.
func without[T any](a, b []T, equal func(T, T) bool) []T {
	var out []T
	for _, x := range a {
		if !slices.ContainsFunc(b, func(y T) bool { return equal(x, y) }) {
			out = append(out, x)
		}
	}
	return out
}
