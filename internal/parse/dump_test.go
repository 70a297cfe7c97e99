package parse

import (
	"fmt"
	"strings"

	"tvilling/internal/doc"
)

var objectNames = map[doc.ObjectKind]string{
	doc.Link: "link", doc.InlineImage: "image", doc.CodeSpan: "code", doc.Emphasis: "emphasis", doc.NoteMark: "note",
	doc.Placeholder: "placeholder", doc.RawHTML: "html", doc.LineBreak: "break", doc.URL: "url",
}

// dump writes a document the way the golden files have it: a line a block, with
// its line in the file, and below it the objects with the prose they cover.
func dump(d *doc.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "format %s\n", d.Format)
	for _, f := range d.Meta {
		fmt.Fprintf(&b, "meta %s = %q\n", f.Key, f.Value)
		if f.Span.Text() != f.Value {
			fmt.Fprintf(&b, "     written %q\n", f.Span.Text())
		}
	}
	for _, c := range d.Comments {
		fmt.Fprintf(&b, "comment %q\n", c.Text)
	}
	for _, block := range d.Blocks() {
		b.WriteString(describe(block) + "\n")
		for _, o := range block.Objects {
			fmt.Fprintf(&b, "       - %s %q", objectNames[o.Kind], o.Value)
			if o.Start < o.End {
				fmt.Fprintf(&b, " over %q", block.Prose.Text[o.Start:o.End])
			}
			if got := o.Span.Text(); got != o.Value {
				fmt.Fprintf(&b, " written %q", got)
			}
			if !o.Dest.IsZero() && o.Dest.Text() != o.Value {
				fmt.Fprintf(&b, " to %q", o.Dest.Text())
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func describe(block *doc.Block) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%4d %s%s", block.Span.Line(), strings.Repeat("  ", block.Depth), block.Kind)
	switch block.Kind {
	case doc.Heading:
		fmt.Fprintf(&b, " %d", block.Level)
	case doc.Item:
		fmt.Fprintf(&b, " %d.%d %q", block.Item.List, block.Item.Nth, block.Item.Marker)
		if block.Item.Ordered {
			fmt.Fprintf(&b, " number %d", block.Item.Number)
		}
	case doc.Cell:
		fmt.Fprintf(&b, " %d:%d,%d", block.Cell.Table, block.Cell.Row, block.Cell.Col)
		if block.Cell.Header {
			b.WriteString(" header")
		}
	case doc.Footnote:
		fmt.Fprintf(&b, " [%s]", block.Note)
	}
	if block.RunOn {
		b.WriteString(" run-on")
	}
	if block.Parent != nil {
		fmt.Fprintf(&b, " under line %d", block.Parent.Span.Line())
	}
	if block.Kind == doc.Markup {
		return b.String() + fmt.Sprintf(" | %q", block.Span.Text())
	}
	return b.String() + " | " + strings.ReplaceAll(block.Prose.Text, "\n", "⏎")
}
