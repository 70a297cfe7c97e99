package extra

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// tables makes a table of the last lines of a paragraph that has a line such as
// "--|--" below one with as many cells.
type tables struct{}

func (tables) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	for i := 1; i < lines.Len(); i++ {
		alignments := delimiters(lines.At(i), reader.Source())
		if alignments == nil {
			continue
		}
		header := row(lines.At(i-1), alignments, true, reader.Source(), pc)
		if header == nil || len(alignments) != header.ChildCount() {
			return
		}
		table := east.NewTable()
		table.Alignments = alignments
		table.SetPos(node.Pos())
		table.AppendChild(table, east.NewTableHeader(header))
		for j := i + 1; j < lines.Len(); j++ {
			table.AppendChild(table, row(lines.At(j), alignments, false, reader.Source(), pc))
		}
		lines.SetSliced(0, i-1) // and so this is the last round
		node.Parent().InsertAfter(node.Parent(), node, table)
		if lines.Len() == 0 {
			node.Parent().RemoveChild(node.Parent(), node)
			return
		}
		last := lines.At(i - 2)
		last.Stop-- // the line break
		lines.Set(i-2, last)
	}
}

// delimiters are the alignments that a line such as "|:--|--:|" gives the columns;
// nil for other lines.
func delimiters(segment text.Segment, source []byte) []east.Alignment {
	line := segment.Value(source)
	if !delimits(line) {
		return nil
	}
	cols := bytes.Split(line, []byte{'|'})
	if util.IsBlank(cols[0]) {
		cols = cols[1:]
	}
	if len(cols) > 0 && util.IsBlank(cols[len(cols)-1]) {
		cols = cols[:len(cols)-1]
	}
	var out []east.Alignment
	for _, col := range cols {
		a, ok := alignment(bytes.Trim(col, blanks))
		if !ok {
			return nil
		}
		out = append(out, a)
	}
	return out
}

// delimits says that the line holds nothing but dashes, bars, colons and white space,
// and not dashes alone, and is no code by its indent.
func delimits(line []byte) bool {
	if w, _ := util.IndentWidth(line, 0); w > 3 {
		return false
	}
	dashes := true
	for _, b := range line {
		if b != '-' {
			dashes = false
		}
		if !util.IsSpace(b) && b != '-' && b != '|' && b != ':' {
			return false
		}
	}
	return !dashes
}

// alignment is what dashes with or without colons say; false for anything else.
func alignment(col []byte) (east.Alignment, bool) {
	col, left := bytes.CutPrefix(col, []byte{':'})
	col, right := bytes.CutSuffix(col, []byte{':'})
	if len(col) == 0 || len(bytes.Trim(col, "-")) > 0 {
		return east.AlignNone, false
	}
	switch {
	case left && right:
		return east.AlignCenter, true
	case left:
		return east.AlignLeft, true
	case right:
		return east.AlignRight, true
	}
	return east.AlignNone, true
}

// row cuts a line into cells. A row that is no header has as many as there are
// alignments: what is more is dropped, what is missing empty.
func row(line text.Segment, alignments []east.Alignment, header bool, source []byte, pc parser.Context) *east.TableRow {
	start := line.Start
	padding := line.Padding
	line = line.TrimLeftSpace(source)
	line = line.TrimRightSpace(source)
	s := line.Value(source)
	pos, limit := 0, len(s)
	out := east.NewTableRow(alignments)
	out.SetPos(start)
	if len(s) > 0 && s[0] == '|' {
		pos++
	}
	if len(s) > 0 && s[limit-1] == '|' {
		limit--
	}
	i := 0
	for ; pos < limit; i++ {
		if i >= len(alignments) && !header {
			return out
		}
		cell := east.NewTableCell()
		cell.SetPos(start + pos - padding)
		cell.Alignment = east.AlignNone
		if i < len(alignments) {
			cell.Alignment = alignments[i]
		}
		end, escaped := cellEnd(s, pos, limit)
		if len(escaped) > 0 {
			remember(pc, cell, line.Start, escaped)
		}
		inside := text.NewSegment(line.Start+pos, line.Start+end)
		inside = inside.TrimLeftSpace(source)
		cell.Lines().Append(inside.TrimRightSpace(source))
		out.AppendChild(out, cell)
		pos = end + 1
	}
	for ; i < len(alignments); i++ {
		out.AppendChild(out, east.NewTableCell())
	}
	return out
}

// cellEnd is the bar that ends the cell at pos of a line, or limit, and the
// backslashes before bars that stand behind a backtick.
func cellEnd(s []byte, pos, limit int) (end int, escaped []int) {
	tick := false
	for end = pos; end < limit; end++ {
		switch {
		case s[end] == '`':
			tick = true
		case s[end] != '|':
		case end == 0 || s[end-1] != '\\':
			return end, escaped
		case tick:
			escaped = append(escaped, end-1)
		}
	}
	return end, escaped
}
