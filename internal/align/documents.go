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
	m.known = make(map[window]float32, len(first))
	settler := newSettler(m, links, s, t)
	defer settler.fine.release()
	beads := m.reorder(settler.settle(first), sections)
	beads = newHeadings(m, s, t, sections, beads).withText(beads)
	return m.appraise(m.freeCopies(settler.settleMoved(arrange(beads, m.src.length))))
}

func newSettler(m *model, links *table, s, t *article) *settler {
	fine := newModel(links.on(s.clauses, t.clauses), sentenceRates)
	fine.length.root, fine.length.variance = m.length.root, m.length.variance
	return &settler{model: m, fine: fine.searcher(), startS: s.clauseAt, startT: t.clauseAt, known: make(map[window]verdict, m.src.count())}
}

// Translators rarely split or join blocks; what is lost or doubled is what we are after.
var blockRates = rates{0.012, 0.012, 0.001, 0.002, 0.0007}

// article is one side's blocks as units. A unit is one block, or a whole table
// where both sides have tables.
type article struct {
	*reading
	all       []*doc.Block
	units     [][]*doc.Block
	folded    bool   // tables are one unit each
	gapless   []bool // by block: its sentences hold all of its tokens
	blocks    *side
	sentences *side
	clauses   *side
	clauseAt  []int32 // unit i is clauses clauseAt[i]:clauseAt[i+1]
}

func newArticle(d *doc.Document) *article {
	blocks := d.Blocks()
	a := &article{reading: newReading(d), all: blocks, units: make([][]*doc.Block, len(blocks)), gapless: make([]bool, len(blocks))}
	f := newFiller(a.voc)
	for i, b := range blocks {
		a.units[i] = blocks[i : i+1 : i+1]
		a.gapless[i] = gapless(b)
		a.addSentences(f, b)
		a.first = append(a.first, int32(len(a.list)))
	}
	a.sentences = f.done()
	return a
}

// addSentences reads the sentences of block b, a unit each. Where they hold all
// of the block's tokens, one goes on from the last: a capital after a sentence
// without a stop makes a name of the word, as it would in the block.
func (a *article) addSentences(f *filler, b *doc.Block) {
	for k, s := range b.Sentences {
		a.add(&f.scan, s, k == 0 || !a.gapless[b.Index] || f.scan.first)
		f.begin()
		f.read(s.Text(), a.ofSentence(len(a.list)-1))
		for i := range b.Objects {
			if o := &b.Objects[i]; s.Holds(o) {
				f.addObject(o)
			}
		}
		f.end(0)
	}
}

// addBlock adds the tokens of b's prose to the unit begun.
func (a *article) addBlock(f *filler, b *doc.Block) {
	switch {
	case !a.gapless[b.Index]:
		f.text(b.Prose.Text)
	case len(b.Sentences) == 1 && b.Sentences[0].Text() == b.Prose.Text && f.blank():
		f.again(a.sentences, int(a.first[b.Index]), a.ofBlock(b.Index))
	default:
		f.read(b.Prose.Text, a.ofBlock(b.Index))
	}
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
	out := a.units[:0]
	for _, u := range a.units {
		if t := u[0].Cell.Table; t > 0 && len(out) > 0 {
			if last := &out[len(out)-1]; (*last)[0].Cell.Table == t {
				*last = a.all[(*last)[0].Index : u[0].Index+1 : u[0].Index+1]
				continue
			}
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
			a.addBlock(f, b)
			for i := range b.Objects {
				f.addObject(&b.Objects[i])
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

// addObject adds what a translation carries over as a token of its own.
func (f *filler) addObject(o *doc.Object) {
	switch o.Kind {
	case doc.Link, doc.InlineImage, doc.URL:
		f.special(objectToken, o.Value, 0, 'u')
	case doc.CodeSpan, doc.Placeholder:
		f.special(objectToken, o.Value, 0, 'c')
	case doc.NoteMark:
		f.special(objectToken, o.Value, 0, 'n')
	}
}

// shape adds what the block is: its kind, a heading's level, how deep it is nested.
func (f *filler) shape(b *doc.Block, table bool) {
	if table {
		f.special(shapeToken, "", 1, 't')
		return
	}
	f.special(shapeToken, "", 1, 'k', byte(b.Kind))
	switch b.Kind {
	case doc.Heading:
		f.special(shapeToken, "", 1, 'l', byte(b.Level))
	case doc.Item:
		f.special(shapeToken, "", 1, 'd', byte(min(b.Depth, 9)))
	case doc.Footnote:
		f.special(shapeToken, b.Note, 1, 'n')
	}
}

// special adds a token that no text can hold: bytes below 2 begin it.
func (f *filler) special(kind tokenKind, value string, head ...byte) {
	f.object = append(append(f.object[:0], head...), value...)
	f.add(f.voc.id(string(f.object), kind))
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
