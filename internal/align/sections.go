package align

import "tvilling/internal/doc"

// addSections derives the beads of sections from those of their blocks. Sections
// whose headings are paired belong together; any other joins the section of the
// other side that holds most of its text, or stands alone.
func (a *Alignment) addSections() {
	src, tgt := a.Source.Sections, a.Target.Sections
	g := groups{parent: ascending(0, len(src)+len(tgt))}
	headed := a.pairHeadings(&g, len(src))
	for i, s := range src {
		if j, ok := a.mostOf(s, false); ok && !headed[i] {
			g.join(i, len(src)+j)
		}
	}
	for j, t := range tgt {
		if i, ok := a.mostOf(t, true); ok && !headed[len(src)+j] {
			g.join(i, len(src)+j)
		}
	}
	at := a.orderSections(&g)
	for k := range a.Blocks {
		b := &a.Blocks[k]
		if len(b.Target) > 0 {
			b.Section = at[len(src)+b.Target[0].Section.Index]
		} else {
			b.Section = at[b.Source[0].Section.Index]
		}
	}
}

// groups are disjoint sets of sections: source sections by index, target sections
// after them.
type groups struct{ parent []int }

func (g *groups) of(x int) int {
	for g.parent[x] != x {
		g.parent[x] = g.parent[g.parent[x]]
		x = g.parent[x]
	}
	return x
}

func (g *groups) join(x, y int) {
	x, y = g.of(x), g.of(y)
	g.parent[max(x, y)] = min(x, y)
}

func (a *Alignment) pairHeadings(g *groups, sources int) map[int]bool {
	headed := make(map[int]bool)
	for _, b := range a.Blocks {
		if len(b.Source) != 1 || len(b.Target) != 1 || b.Source[0].Kind != doc.Heading || b.Target[0].Kind != doc.Heading {
			continue
		}
		s, t := b.Source[0].Section.Index, sources+b.Target[0].Section.Index
		g.join(s, t)
		headed[s], headed[t] = true, true
	}
	return headed
}

// mostOf is the section of the other side that holds the counterparts of most of
// s's text, if that is a half of it at least.
func (a *Alignment) mostOf(s *doc.Section, target bool) (int, bool) {
	weight := make(map[int]int)
	total, best := 0, -1
	for _, b := range s.All() {
		bead, _ := a.Bead(b)
		other := bead.Target
		if target {
			other = bead.Source
		}
		size := 1 + len(b.Prose.Text)
		total += size
		if len(other) == 0 {
			continue
		}
		k := other[0].Section.Index
		weight[k] += size
		if best < 0 || weight[k] > weight[best] || weight[k] == weight[best] && k < best {
			best = k
		}
	}
	return best, best >= 0 && weight[best]*2 >= total
}

// orderSections makes the section beads, in target order, with those without
// target after the bead of the source section before; it returns the bead of each section.
func (a *Alignment) orderSections(g *groups) []int {
	src, tgt := a.Source.Sections, a.Target.Sections
	beadOf := make(map[int]*SectionBead)
	for x := range g.parent {
		root := g.of(x)
		if beadOf[root] == nil {
			beadOf[root] = &SectionBead{}
		}
		b := beadOf[root]
		if x < len(src) {
			b.Source = append(b.Source, src[x])
		} else {
			b.Target = append(b.Target, tgt[x-len(src)])
		}
	}
	order := g.order(len(src))
	at := make([]int, len(g.parent))
	placed := make(map[int]int)
	last := -1
	for _, root := range order {
		b := beadOf[root]
		if !b.Missing() && !b.Extra() {
			b.Moved = b.Source[0].Index < last
			last = max(last, b.Source[0].Index)
		}
		placed[root] = len(a.Sections)
		a.Sections = append(a.Sections, *b)
	}
	for x := range at {
		at[x] = placed[g.of(x)]
	}
	a.sectionConfidence()
	return at
}

// order lists the sets by first target section; those without any come after the
// set of the source section before them.
func (g *groups) order(sources int) []int {
	targeted := make(map[int]bool)
	for x := sources; x < len(g.parent); x++ {
		targeted[g.of(x)] = true
	}
	behind := make(map[int][]int) // by set, -1 for the front: the lone source sections after it
	last := -1
	for x := range sources {
		if root := g.of(x); targeted[root] {
			last = root
		} else if root == x { // else it stands there already
			behind[last] = append(behind[last], root)
		}
	}
	order := behind[-1]
	listed := make(map[int]bool)
	for x := sources; x < len(g.parent); x++ {
		if root := g.of(x); !listed[root] {
			listed[root] = true
			order = append(append(order, root), behind[root]...)
		}
	}
	return order
}

// sectionConfidence is the mean confidence of a section's block beads by length of text.
func (a *Alignment) sectionConfidence() {
	for k := range a.Sections {
		b := &a.Sections[k]
		sum, total := 0.0, 0.0
		for _, side := range [][]*doc.Section{b.Source, b.Target} {
			for _, s := range side {
				for _, block := range s.All() {
					bead, _ := a.Bead(block)
					size := 1 + float64(len(block.Prose.Text))
					sum += size * bead.Confidence
					total += size
				}
			}
		}
		b.Confidence = 1
		if total > 0 {
			b.Confidence = sum / total
		}
	}
}
