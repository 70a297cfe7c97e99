package page

import (
	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/term"
)

// row is one line of the page: a bead of the alignment, or all beads of one line
// of a table.
type row struct {
	N              int // from 1
	Section        int // index into Article.Sections
	Kind           string
	Source, Target []*cell
	Duplicate      bool // its target says again what that of row Other says
	Moved          bool // its source stands elsewhere in the source: at row Other
	From           bool // only a place of the source, from where its passage went to row Other
	Doubt          bool // the pairing is not sure
	Other          int
	Cards          []*card

	moved *row   // of From: the row to which its passage went, until rows have numbers
	table [2]int // table and line of the target's cells, else of the source's; zero outside tables
}

func (r *row) missing() bool { return len(r.Target) == 0 && !r.From }
func (r *row) extra() bool   { return len(r.Source) == 0 }

// cells are those of both sides.
func (r *row) cells() []*cell { return append(r.Source[:len(r.Source):len(r.Source)], r.Target...) }

// line is one side of a row, for the template.
type line struct {
	Table bool
	Cells []*cell
}

// Line is the target's side of the row, or the source's.
func (r *row) Line(target bool) line {
	if target {
		return line{r.Kind == "table", r.Target}
	}
	return line{r.Kind == "table", r.Source}
}

// Classes are what the style sheet wants to know beside the kind.
func (r *row) Classes() string {
	out := ""
	for _, c := range []struct {
		is   bool
		name string
	}{{r.missing(), " missing"}, {r.extra(), " extra"}, {r.Doubt, " doubt"}, {r.Duplicate, " duplicate"}, {r.Moved, " moved-to"}, {len(r.Cards) == 0, " silent"}} {
		if c.is {
			out += c.name
		}
	}
	return out
}

// Way is where row Other stands, seen from here.
func (r *row) Way() string {
	if r.Other < r.N {
		return "up"
	}
	return "down"
}

// layout puts the rows of an article together.
type layout struct {
	article *Article
	align   *align.Alignment
	pass    *check.Pass
	rowOf   map[*doc.Block]*row // of either side
	level   int                 // of the last heading written
	terms   map[*term.Term]int  // numbered as they come up
}

func (l *layout) rows() {
	l.rowOf, l.terms = map[*doc.Block]*row{}, map[*term.Term]int{}
	l.frontMatter()
	for i := range l.align.Blocks {
		l.bead(&l.align.Blocks[i])
	}
	l.movedFrom()
	if len(l.article.Rows) == 0 {
		l.article.Rows = []*row{{}} // so that every finding has a place
	}
	for i, r := range l.article.Rows {
		r.N = i + 1
	}
	l.connect()
	l.outline()
	l.article.sides[0].settle(l.align.Source.File)
	l.article.sides[1].settle(l.align.Target.File)
}

// bead makes the row of a bead, or puts it into that of the table's line before.
func (l *layout) bead(b *align.BlockBead) {
	r := &row{Kind: kind(b), Doubt: !b.Missing() && !b.Extra() && b.Confidence < check.Trust,
		Duplicate: b.DuplicateOf != nil, Moved: b.Moved && !b.Extra() && !b.Missing()}
	r.table = tableLine(b)
	if n := len(l.article.Rows); n > 0 && r.table != [2]int{} && l.article.Rows[n-1].table == r.table {
		last := l.article.Rows[n-1]
		last.Doubt = last.Doubt || r.Doubt
		r = last
	} else {
		l.article.Rows = append(l.article.Rows, r)
	}
	for _, block := range b.Source {
		r.Source = append(r.Source, l.cell(block, r, 0))
	}
	for _, block := range b.Target {
		r.Target = append(r.Target, l.cell(block, r, 1))
	}
}

// kind is the word for what stands in a row, for the style sheet.
func kind(b *align.BlockBead) string {
	block := lead(b)
	if block.Kind == doc.Cell {
		return "table"
	}
	return block.Kind.String()
}

// lead is the block that says what a row is: the target's first, else the source's.
func lead(b *align.BlockBead) *doc.Block {
	if len(b.Target) > 0 {
		return b.Target[0]
	}
	return b.Source[0]
}

// tableLine is which line of which table a bead belongs to; zero for none.
func tableLine(b *align.BlockBead) [2]int {
	block := lead(b)
	side := 1
	if b.Missing() {
		side = -1 // the numbers of the two articles' tables have nothing to do with each other
	}
	return [2]int{side * block.Cell.Table, block.Cell.Row}
}

// frontMatter makes a row of each field that both or one of the articles have.
func (l *layout) frontMatter() {
	taken := map[string]bool{}
	source := map[string]doc.Field{}
	for _, f := range l.align.Source.Meta {
		source[f.Key] = f
	}
	row := func(key string, fields ...*doc.Field) {
		r := &row{Kind: "meta"}
		for side, f := range fields {
			if f == nil {
				continue
			}
			c := &cell{Kind: doc.Markup, Label: key, plain: f.Value, span: f.Span, row: r, target: side == 1}
			l.article.sides[side].add(c)
			*[]*[]*cell{&r.Source, &r.Target}[side] = []*cell{c}
		}
		l.article.Rows = append(l.article.Rows, r)
	}
	for i := range l.align.Target.Meta {
		f := &l.align.Target.Meta[i]
		if other, ok := source[f.Key]; ok && !taken[f.Key] {
			row(f.Key, &other, f)
		} else {
			row(f.Key, nil, f)
		}
		taken[f.Key] = true
	}
	for i := range l.align.Source.Meta {
		if f := &l.align.Source.Meta[i]; !taken[f.Key] {
			row(f.Key, f, nil)
		}
	}
}

// movedFrom adds a row where a passage that was moved stands in the source.
func (l *layout) movedFrom() {
	rows := l.article.Rows
	after := map[*row][]*row{} // nil: before the first
	blocks := l.align.Source.Blocks()
	for i := range l.align.Blocks {
		b := &l.align.Blocks[i]
		if !b.Moved || b.Missing() || b.Extra() || b.Source[0].Kind == doc.Cell {
			continue
		}
		var before *row
		for k := b.Source[0].Index - 1; k >= 0 && before == nil; k-- {
			if bead, _ := l.align.Bead(blocks[k]); !bead.Moved {
				before = l.rowOf[blocks[k]]
			}
		}
		after[before] = append(after[before], &row{Kind: "from", From: true, moved: l.rowOf[b.Source[0]]})
	}
	if len(after) == 0 {
		return
	}
	out := after[nil]
	for _, r := range rows {
		out = append(append(out, r), after[r]...)
	}
	l.article.Rows = out
}

// connect numbers the rows that belong together.
func (l *layout) connect() {
	for _, r := range l.article.Rows {
		if r.From {
			r.Other, r.moved.Other = r.moved.N, r.N
			r.Source = []*cell{{row: r, plain: excerpt(r.moved.Source[0].text(), 90)}}
			r.moved = nil
		}
	}
	for i := range l.align.Blocks {
		b := &l.align.Blocks[i]
		if b.DuplicateOf != nil {
			if first := l.rowOf[b.DuplicateOf]; first != nil {
				l.rowOf[b.Target[0]].Other = first.N
			}
		}
	}
}

// outline lists the sections by their headings.
func (l *layout) outline() {
	a := l.article
	a.Sections = []*section{{Row: 1, Level: 1, Title: "Beginning"}}
	if a.Rows[0].Kind == "meta" {
		a.Sections[0].Title = "Front matter"
	}
	for _, r := range a.Rows {
		if r.Kind == doc.Heading.String() {
			c := append(r.Target[:len(r.Target):len(r.Target)], r.Source...)[0]
			s := &section{Row: r.N, Level: c.Level, Title: excerpt(oneLine(c.text()), 80)}
			if r.N == 1 {
				a.Sections = a.Sections[:0]
			}
			a.Sections = append(a.Sections, s)
		}
		r.Section = len(a.Sections) - 1
	}
}

// excerpt is the beginning of s, cut at about n runes.
func excerpt(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}
