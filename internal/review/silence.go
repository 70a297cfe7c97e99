package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/parse"
	"tvilling/internal/text"
)

// Silence gives the edits that write a comment into the target before each
// finding that counts, so that it is suppressed for the reason given. One comment
// names all rules of its place. left are the findings that no comment can reach:
// those in front matter, in plain text, and those about suppressions. The result
// must be fresh from Pair.
func Silence(res *check.Result, reason string) (edits []text.Edit, left []check.Finding) {
	named := map[int][]string{} // rules by where the comment goes
	before := map[int]*doc.Block{}
	s := newSuppressions(res.Target, nil)
	for _, f := range res.Current() {
		if f.Rule == SuppressionRule || res.Target.Format == parse.Text.String() || inFrontMatter(res.Target, f.Span) {
			left = append(left, f)
			continue
		}
		b := s.anchor(res, f)
		at := s.commentPlace(b)
		before[at] = b
		if !slices.Contains(named[at], f.Rule) {
			named[at] = append(named[at], f.Rule)
		}
	}
	for at, rules := range named {
		slices.Sort(rules)
		comment := fmt.Sprintf("<!-- %s%s %s: %s -->", directivePrefix, disableNextLine, strings.Join(rules, ","), reason)
		edits = append(edits, text.Edit{Span: text.Span{File: res.Target.File, Start: at, End: at}, New: s.line(before[at], at, comment)})
	}
	slices.SortFunc(edits, func(a, b text.Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return edits, left
}

func inFrontMatter(d *doc.Document, at text.Span) bool {
	return slices.ContainsFunc(d.Meta, func(f doc.Field) bool { return f.Span.Contains(at) })
}

// anchor is the block before which a comment silences f: the one that it begins
// in, a table's first cell, the block after a gap; nil at the end of the file.
func (s *suppressions) anchor(res *check.Result, f check.Finding) *doc.Block {
	var holds, next *doc.Block
	i := s.from(f.Span.Start + 1)
	if i > 0 {
		holds = s.blocks[i-1]
	}
	if i < len(s.blocks) {
		next = s.blocks[i]
	}
	if holds == nil || f.Span.Empty() && s.gap(res, f) {
		holds = next
	}
	if holds != nil && holds.Kind == doc.Cell {
		for _, b := range s.target.Blocks() {
			if b.Cell.Table == holds.Cell.Table {
				return b
			}
		}
	}
	return holds
}

// gap says that an empty finding stands between blocks: what it speaks of in the
// source has no rendering at all.
func (s *suppressions) gap(res *check.Result, f check.Finding) bool {
	if len(f.Related) == 0 || f.Related[0].Span.File != res.Source.File {
		return false
	}
	from := f.Related[0].Span
	for _, b := range res.Source.Blocks() {
		if b.Span.Contains(from) || from.Contains(b.Span) {
			bead, _ := res.Align.Bead(b)
			return bead.Missing()
		}
	}
	return false
}

// commentPlace is where a comment before b goes: the beginning of its line, or,
// in HTML, right before it when other markup stands before it on the line, or
// when a line more would show (in <pre>).
func (s *suppressions) commentPlace(b *doc.Block) int {
	file := s.target.File
	if b == nil {
		return len(file.Content)
	}
	line := file.LineSpan(b.Span.Line())
	lead := text.Span{File: file, Start: line.Start, End: b.Span.Start}
	if s.target.Format == parse.HTML.String() && (b.Kind == doc.Code || strings.TrimSpace(lead.Text()) != "") {
		return b.Span.Start
	}
	return line.Start
}

// line is the comment as a line of its own at a place, in the list item or
// quotation that b stands in; just the comment where something stands before it
// on the line.
func (s *suppressions) line(b *doc.Block, at int, comment string) string {
	file := s.target.File
	end := file.LineEnd()
	if b == nil {
		if at > 0 && !strings.HasSuffix(string(file.Content), end) {
			comment = end + comment
		}
		return comment + end
	}
	line := file.LineSpan(file.Line(at))
	if at > line.Start || b.Kind == doc.Code && s.target.Format == parse.HTML.String() {
		return comment
	}
	lead := line.Text()[:len(line.Text())-len(strings.TrimLeft(line.Text(), " \t>"))]
	return lead + s.indent(b) + comment + end
}

// indent is what puts a comment inside the item before b, for between two items
// it would end the list (CommonMark 0.31.2, section 5.3).
func (s *suppressions) indent(b *doc.Block) string {
	if b.Kind != doc.Item || s.target.Format != parse.Markdown.String() {
		return ""
	}
	for _, p := range s.target.Blocks() {
		if p.Item.List == b.Item.List && p.Item.Nth == b.Item.Nth-1 {
			return strings.Repeat(" ", len(p.Item.Marker)+1)
		}
	}
	return ""
}
