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

// beside are the source and target blocks of bead b and of the two beads on
// either side of it: where a translator may have moved a sentence to.
func beside(p *check.Pass, b *align.BlockBead) (source, target []*doc.Block) {
	const reach = 2
	_, at := p.Align.Bead(b.Target[0])
	for i := max(at-reach, 0); i <= min(at+reach, len(p.Align.Blocks)-1); i++ {
		source = append(source, p.Align.Blocks[i].Source...)
		target = append(target, p.Align.Blocks[i].Target...)
	}
	return source, target
}

// around are the blocks of d from the one before the first of blocks to the one
// after the last.
func around(d *doc.Document, blocks []*doc.Block) []*doc.Block {
	all := d.Blocks()
	first, last := blocks[0].Index, blocks[len(blocks)-1].Index
	return all[max(first-1, 0):min(last+2, len(all))]
}

// gone are the members of lost of which there are fewer among target than among
// source: they have not only moved to the passage next to theirs.
func gone(lost, source, target []carried, same func(s, t carried) bool) []carried {
	var out []carried
	for _, l := range lost {
		if count(target, l, same) < count(source, l, func(x, y carried) bool { return same(x, y) || same(y, x) }) {
			out = append(out, l)
		}
	}
	return out
}

// count is how many of in are the same as x.
func count(in []carried, x carried, same func(x, y carried) bool) int {
	n := 0
	for _, y := range in {
		if same(x, y) {
			n++
		}
	}
	return n
}

// unpaired are the members of either side left when the same are paired one to one.
func unpaired(source, target []carried, same func(s, t carried) bool) (lost, added []carried) {
	added = target
next:
	for _, s := range source {
		for i, t := range added {
			if same(s, t) {
				added = append(added[:i:i], added[i+1:]...)
				continue next
			}
		}
		lost = append(lost, s)
	}
	return lost, added
}

// turned is same with its sides changed.
func turned(same func(s, t carried) bool) func(t, s carried) bool {
	return func(t, s carried) bool { return same(s, t) }
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
