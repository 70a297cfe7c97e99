package parse

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"tvilling/internal/doc"
)

// markdownParser is goldmark with tables, strikethrough, task lists, footnotes
// and definition lists. Linkify is left out: its positions are off by one. The
// footnote transformer is left out: it drops notes that nothing refers to. It is made
// when it is first asked for and may be used by several goroutines at once.
var markdownParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(extension.NewFootnoteBlockParser(), 999))...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(noteParser{}, 101))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
})

// markdown turns goldmark's tree into blocks.
type markdown struct{ *assembly }

func readMarkdown(a *assembly, start int) {
	a.src.bytes, a.src.masks = maskMarkdown(a.src.bytes, start)
	m := &markdown{assembly: a}
	root := markdownParser().Parse(text.NewReader(a.src.bytes))
	m.children(root, setting{})
	m.ownLines()
}

// ownLines adds the masks that have a line for themselves.
func (m *markdown) ownLines() {
	for _, k := range m.src.masks {
		switch {
		case k.comment:
			m.comment(k.start, k.end, len("{/*"), len("*/}"))
		case !k.own:
		case k.title[1] > k.title[0]:
			m.markup(k.start, k.title[0], 0)
			f := newFlow(&source{file: m.src.file, bytes: m.src.file.Content}, escapes)
			f.text(k.title[0], k.title[1])
			m.put(&doc.Block{Kind: doc.Paragraph, Span: m.src.span(k.title[0], k.title[1])}, f)
		default:
			m.markup(k.start, k.end, 0)
		}
	}
}

func (m *markdown) children(parent ast.Node, s setting) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		m.block(n, s)
	}
}

func (m *markdown) block(n ast.Node, s setting) {
	switch n := n.(type) {
	case *ast.Heading:
		m.heading(n, s)
	case *ast.Paragraph, *ast.TextBlock:
		m.paragraph(n, s)
	case *ast.List:
		m.list(n, s)
	case *ast.Blockquote:
		s.kind = doc.Quote
		s.depth++
		m.children(n, s)
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		m.code(n, s)
	case *ast.HTMLBlock:
		m.html(n, s)
	case *ast.ThematicBreak:
		at := m.clamp(n.Pos())
		m.markup(at, trimEnd(m.src.bytes, at, lineEnd(m.src.bytes, at)), s.depth)
	case *east.Table:
		m.table(n, s)
	case *east.DefinitionTerm:
		m.prose(n, &doc.Block{Kind: doc.Term, Depth: s.depth + 1, Parent: s.holder.parent()})
	case *east.DefinitionDescription:
		s.kind = doc.Definition
		s.depth++
		m.children(n, s)
	case *east.Footnote:
		s.kind, s.note = doc.Footnote, string(n.Ref)
		s.holder = &holder{start: m.clamp(n.Pos()), outer: s.holder}
		m.children(n, s)
	default:
		m.children(n, s)
	}
}
