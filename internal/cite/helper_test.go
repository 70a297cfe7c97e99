package cite

import (
	"strings"

	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// block makes a paragraph of one line of Markdown in which *…* are italics and
// nothing else is marked.
func block(s string) *doc.Block {
	file := text.NewFile("list.md", s)
	b := doc.NewProse(file)
	out := &doc.Block{Kind: doc.Item}
	at, open := 0, -1
	for {
		i := strings.IndexByte(s[at:], '*')
		if i < 0 {
			break
		}
		b.Verbatim(at, at+i)
		if open < 0 {
			open = b.Len()
		} else {
			out.Objects = append(out.Objects, doc.Object{Kind: doc.Emphasis, Value: "em", Start: open, End: b.Len()})
			open = -1
		}
		at += i + 1
	}
	b.Verbatim(at, len(s))
	out.Prose = b.Prose()
	out.Span = text.Span{File: file, End: len(s)}
	return out
}
