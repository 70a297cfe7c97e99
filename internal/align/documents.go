package align

import "tvilling/internal/doc"

// Documents aligns two segmented articles. Either may be empty. Both are only read.
//
// Blocks are aligned first, headings among them, over the whole article: what
// stands in a block says more than how the headings lie, and the headings of one
// side may be lost. The beads of sections follow from those of their blocks, and
// sentences are aligned inside each block bead.
func Documents(src, tgt *doc.Document, ev Evidence) *Alignment {
	if ev.Source == nil {
		ev.Source = src.Lang
	}
	if ev.Target == nil {
		ev.Target = tgt.Lang
	}
	s, t := newArticle(src), newArticle(tgt)
	foldTables(s, t)
	s.fillBlocks()
	t.fillBlocks()
	links := newTable(s.blocks, t.blocks, ev)
	m := newModel(links, blockRates)
	m.fit = fitter(s, t)
	a := &Alignment{Source: src, Target: tgt}
	a.Blocks = blockBeads(m, links, s, t, m.alignArticles(links, s, t))
	a.index()
	a.backHeadings()
	a.addSections()
	a.addSentences(links, s, t)
	return a
}

// alignArticles finds the beads of units, in target order.
func (m *model) alignArticles(links *table, s, t *article) []found {
	sections := crossing{s.sections(), t.sections()}
	first := m.align()
	settler := newSettler(m, links, s, t)
	defer settler.fine.release()
	beads := m.reorder(settler.settle(first), sections)
	beads = newHeadings(m, s, t, sections, beads).withText(beads)
	return m.appraise(m.freeCopies(settler.settleMoved(arrange(beads, m.src.length))))
}

func newSettler(m *model, links *table, s, t *article) *settler {
	fine := newModel(links.on(s.clauses, t.clauses), sentenceRates)
	fine.length.root, fine.length.variance = m.length.root, m.length.variance
	return &settler{model: m, fine: fine.searcher(), startS: s.clauseAt, startT: t.clauseAt, known: make(map[window]float32)}
}

// Translators rarely split or join blocks; what is lost or doubled is what we are after.
var blockRates = rates{0.012, 0.012, 0.001, 0.002, 0.0007}

// article is one side's blocks as units. A unit is one block, or a whole table
// where both sides have tables.
type article struct {
	units     [][]*doc.Block
	folded    bool // tables are one unit each
	voc       *vocabulary
	blocks    *side
	sentences *side
	clauses   *side
	clauseAt  []int32 // unit i is clauses clauseAt[i]:clauseAt[i+1]
	list      []doc.Sentence
	first     map[*doc.Block]int // its first sentence in list
}

func newArticle(d *doc.Document) *article {
	a := &article{voc: newVocabulary(), first: make(map[*doc.Block]int)}
	f := newFiller(a.voc)
	for _, b := range d.Blocks() {
		a.units = append(a.units, []*doc.Block{b})
		a.first[b] = len(a.list)
		for _, s := range b.Sentences {
			a.list = append(a.list, s)
			f.begin()
			f.text(s.Text())
			for _, o := range s.Objects() {
				f.object(o)
			}
			f.end(0)
		}
	}
	a.sentences = f.done()
	return a
}

// foldTables makes one unit of each table, if both sides have any.
func foldTables(s, t *article) {
	if s.hasTable() && t.hasTable() {
		s.fold()
		t.fold()
	}
}

func (a *article) hasTable() bool {
	for _, u := range a.units {
		if u[0].Cell.Table > 0 {
			return true
		}
	}
	return false
}

func (a *article) fold() {
	var out [][]*doc.Block
	for _, u := range a.units {
		n := len(out)
		if t := u[0].Cell.Table; t > 0 && n > 0 && out[n-1][0].Cell.Table == t {
			out[n-1] = append(out[n-1], u[0])
			continue
		}
		out = append(out, u)
	}
	a.units, a.folded = out, true
}

// sections are the units' sections.
func (a *article) sections() []int {
	out := make([]int, len(a.units))
	for i, u := range a.units {
		out[i] = u[0].Section.Index
	}
	return out
}

func (a *article) fillBlocks() {
	f := newFiller(a.voc)
	for _, u := range a.units {
		f.begin()
		for _, b := range u {
			f.text(b.Prose.Text)
			for _, o := range b.Objects {
				f.object(o)
			}
		}
		f.shape(u[0], a.folded && u[0].Cell.Table > 0)
		f.end(alone(u, a.folded))
	}
	a.fillClauses()
	a.blocks = f.done()
	a.sentences.pad()
	a.clauses.pad()
}

// alone numbers the kinds that pair with their like only; 0 for all others.
func alone(u []*doc.Block, folded bool) uint8 {
	switch b := u[0]; {
	case b.Kind == doc.Code || b.Kind == doc.Markup:
		return uint8(b.Kind)
	case b.Kind == doc.Image && len(b.Sentences) == 0:
		return uint8(b.Kind)
	case len(u) > 1 || folded && b.Cell.Table > 0:
		return uint8(doc.Cell)
	}
	return 0
}

// object adds what a translation carries over as a token of its own.
func (f *filler) object(o doc.Object) {
	switch o.Kind {
	case doc.Link, doc.InlineImage, doc.URL:
		f.add(append([]byte{0, 'u'}, o.Value...), objectToken)
	case doc.CodeSpan, doc.Placeholder:
		f.add(append([]byte{0, 'c'}, o.Value...), objectToken)
	case doc.NoteMark:
		f.add(append([]byte{0, 'n'}, o.Value...), objectToken)
	}
}

// shape adds what the block is: its kind, a heading's level, how deep it is nested.
func (f *filler) shape(b *doc.Block, table bool) {
	if table {
		f.add([]byte{1, 't'}, shapeToken)
		return
	}
	f.add([]byte{1, 'k', byte(b.Kind)}, shapeToken)
	switch b.Kind {
	case doc.Heading:
		f.add([]byte{1, 'l', byte(b.Level)}, shapeToken)
	case doc.Item:
		f.add([]byte{1, 'd', byte(min(b.Depth, 9))}, shapeToken)
	case doc.Footnote:
		f.add(append([]byte{1, 'n'}, b.Note...), shapeToken)
	}
}

// fitter keeps code, bare images, markup and tables to their like, and headings
// out of larger beads.
func fitter(s, t *article) func(window) float32 {
	return func(w window) float32 {
		sum := float32(0)
		single := w.s1-w.s0 == 1 && w.t1-w.t0 == 1
		kind := s.blocks.alone[w.s0]
		for i := w.s0; i < w.s1; i++ {
			sum += loneliness(s, i, kind, single)
		}
		for j := w.t0; j < w.t1; j++ {
			sum += loneliness(t, j, kind, single)
		}
		return max(sum, noWay)
	}
}

func loneliness(a *article, i int, kind uint8, single bool) float32 {
	switch {
	case a.blocks.alone[i] != kind || kind != 0 && !single:
		return noWay
	case !single && a.units[i][0].Kind == doc.Heading:
		return headingInGroup
	}
	return 0
}

// headingInGroup is what a heading costs in a bead of more than two blocks.
const headingInGroup = -3
