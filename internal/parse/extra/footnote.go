package extra

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// longestLabel is that of a footnote, as of a link (CommonMark 0.31.2, section 4.7).
const longestLabel = 999

// footnoteList is where a context keeps the list that all notes are put into.
var footnoteList = parser.NewContextKey()

// footnote reads "[^label]: note". All notes of a text are put into one list, which
// stands where the first of them ended.
type footnote struct{}

func (footnote) Trigger() []byte { return []byte{'['} }

func (footnote) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || pos+1 >= len(line) || line[pos] != '[' || line[pos+1] != '^' {
		return nil, parser.NoChildren
	}
	open := pos + len("[^")
	//lint:ignore SA1019 what is to replace it reads on over line breaks
	length := util.FindClosure(line[open:min(len(line), open+longestLabel)], '[', ']', false, false)
	if length < 0 {
		return nil, parser.NoChildren
	}
	end := open + length
	if end+1 >= len(line) || line[end+1] != ':' {
		return nil, parser.NoChildren
	}
	padding := segment.Padding
	label := reader.Value(text.NewSegment(segment.Start+open-padding, segment.Start+end-padding))
	if util.IsBlank(label) {
		return nil, parser.NoChildren
	}
	item := east.NewFootnote(label)
	pos = end + len("]:") - padding
	if pos >= len(line) {
		reader.Advance(pos)
		return item, parser.NoChildren
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return item, parser.HasChildren
}

func (footnote) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	at, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if at < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}

func (footnote) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	list, ok := pc.Get(footnoteList).(*east.FootnoteList)
	if !ok {
		list = east.NewFootnoteList()
		pc.Set(footnoteList, list)
		node.Parent().InsertBefore(node.Parent(), node, list)
	}
	node.Parent().RemoveChild(node.Parent(), node)
	list.AppendChild(list, node)
}

func (footnote) CanInterruptParagraph() bool { return true }
func (footnote) CanAcceptIndentedLine() bool { return false }
