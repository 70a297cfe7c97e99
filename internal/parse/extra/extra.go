// Package extra reads what Markdown has beyond CommonMark: tables, text struck out,
// boxes to tick, definition lists and footnotes.
//
// These are the parsers of github.com/yuin/goldmark/extension (see LICENSE), without
// what writes HTML. That package compiles expressions for web addresses whenever a
// program starts, which took a fifth of the time of a short run; nothing here needs
// them. The tests hold each parser to its model.
package extra

import (
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// Blocks are the parsers of blocks, with their places among goldmark's.
func Blocks() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(definitionList{}, 101),
		util.Prioritized(definition{}, 102),
		util.Prioritized(footnote{}, 999),
	}
}

// Inlines are the parsers of what stands within a line, with their places.
func Inlines() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(strikethrough{}, 500),
		util.Prioritized(checkBox{}, 0),
	}
}

// Tables make tables of paragraphs and mend the escaped pipes in their code.
func Tables() []parser.Option {
	return []parser.Option{
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(), util.Prioritized(tables{}, 200))...),
		parser.WithASTTransformers(util.Prioritized(escapedPipes{}, 0)),
	}
}
