package extra

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// definitionList opens a list at the first ": definition" behind a paragraph, whose
// lines are the terms.
type definitionList struct{}

func (definitionList) Trigger() []byte { return []byte{':'} }

func (definitionList) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if _, ok := parent.(*east.DefinitionList); ok || !colon(reader, pc) {
		return nil, parser.NoChildren
	}
	line, _ := reader.PeekLine()
	pos := pc.BlockOffset()
	w, _ := util.IndentWidth(line[pos+1:], pos+1)
	if w < 1 { // the colon needs a space behind it
		return nil, parser.NoChildren
	}
	if w >= 8 { // the definition begins with indented code
		w = 5
	}
	offset := w + pos + len(":")

	term, ok := parent.LastChild().(*ast.Paragraph)
	if !ok {
		list, ok := parent.LastChild().(*east.DefinitionList)
		if !ok {
			return nil, parser.NoChildren
		}
		list.Offset, list.TemporaryParagraph = offset, nil // one more definition of the same terms
		return list, parser.HasChildren
	}
	if list, ok := term.PreviousSibling().(*east.DefinitionList); ok { // not the first terms of the list
		list.Offset, list.TemporaryParagraph = offset, term
		return list, parser.HasChildren
	}
	return east.NewDefinitionList(offset, term), parser.HasChildren | parser.RequireParagraph
}

// colon says that the line has a colon where the block begins, without indent.
func colon(reader text.Reader, pc parser.Context) bool {
	line, _ := reader.PeekLine()
	pos := pc.BlockOffset()
	return pos >= 0 && line[pos] == ':' && pc.BlockIndent() == 0
}

func (definitionList) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	offset := node.(*east.DefinitionList).Offset
	if w, _ := util.IndentWidth(line, reader.LineOffset()); w < offset {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(util.IndentPosition(line, reader.LineOffset(), offset))
	return parser.Continue | parser.HasChildren
}

func (definitionList) Close(ast.Node, text.Reader, parser.Context) {}
func (definitionList) CanInterruptParagraph() bool                 { return true }
func (definitionList) CanAcceptIndentedLine() bool                 { return false }

// definition is one definition in a list. It takes the terms before it into the list.
type definition struct{}

func (definition) Trigger() []byte { return []byte{':'} }

func (definition) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	list, ok := parent.(*east.DefinitionList)
	if !ok || !colon(reader, pc) {
		return nil, parser.NoChildren
	}
	terms := list.TemporaryParagraph
	list.TemporaryParagraph = nil
	if terms != nil {
		for i := range terms.Lines().Len() {
			term := east.NewDefinitionTerm()
			line := terms.Lines().At(i)
			term.Lines().Append(line.TrimRightSpace(reader.Source()))
			list.AppendChild(list, term)
		}
		terms.Parent().RemoveChild(terms.Parent(), terms)
	}
	line, _ := reader.PeekLine()
	pos := pc.BlockOffset()
	at, padding := util.IndentPosition(line[pos+1:], pos+1, list.Offset-pos-1)
	reader.AdvanceAndSetPadding(at+1, padding)
	return east.NewDefinitionDescription(), parser.HasChildren
}

// Continue is never called: the list sees where a definition ends.
func (definition) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Continue | parser.HasChildren
}

// Close makes bare text of the first paragraph of a definition with no blank line
// before it: goldmark cuts that paragraph's ties to what follows.
func (definition) Close(node ast.Node, _ text.Reader, _ parser.Context) {
	d := node.(*east.DefinitionDescription)
	d.IsTight = !d.HasBlankPreviousLines()
	if !d.IsTight {
		return
	}
	for child := d.FirstChild(); child != nil; child = child.NextSibling() {
		if paragraph, ok := child.(*ast.Paragraph); ok {
			block := ast.NewTextBlock()
			block.SetLines(paragraph.Lines())
			d.ReplaceChild(d, paragraph, block)
		}
	}
}

func (definition) CanInterruptParagraph() bool { return true }
func (definition) CanAcceptIndentedLine() bool { return false }
