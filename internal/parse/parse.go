// Package parse reads the bytes of an article into a doc.Document, whatever format they are in.
package parse

import (
	"fmt"
	"path"
	"strings"

	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// Format is how an article is written. The zero value is plain text.
type Format uint8

const (
	Text     Format = iota // plain text, as pasted from a page or a letter
	Markdown               // CommonMark 0.31.2 with GitHub's and PHP Markdown Extra's additions
	HTML                   // as browsers read it, well formed or not
)

var formatNames = [...]string{"text", "markdown", "html"}

// String is the format's name, as flags and doc.Document.Format have it.
func (f Format) String() string { return formatNames[f] }

// ParseFormat reads a format's name: "text", "markdown" or "html".
func ParseFormat(name string) (Format, error) {
	for i, n := range formatNames {
		if n == name {
			return Format(i), nil
		}
	}
	return Text, fmt.Errorf("format %q is unknown; use markdown, html or text", name)
}

var extensions = map[string]Format{
	".md": Markdown, ".markdown": Markdown, ".mdx": Markdown,
	".html": HTML, ".htm": HTML, ".xhtml": HTML,
	".txt": Text, ".text": Text,
}

// FormatOf is the format that a file's extension promises; plain text when it
// promises none.
func FormatOf(name string) Format {
	return extensions[strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/")))]
}

// Document reads f. It never fails: any bytes are an article of some shape.
//
// The result's Format may differ from format: a Markdown file that carries no
// Markdown at all but one paragraph a line, and one that is too deeply nested
// to be parsed in reasonable time, are read as plain text.
//
// Blocks come in order of their spans' beginnings. Document may be called from
// several goroutines, for one file as well.
func Document(f *text.File, format Format) *doc.Document {
	a := newAssembly(f)
	start := a.frontMatter()
	if format == Markdown && (looksPlain(a.src.bytes[start:]) || tooCostly(a.src.bytes[start:])) {
		format = Text
	}
	switch format {
	case Markdown:
		readMarkdown(a, start)
	case HTML:
		readHTML(a, start, len(f.Content), setting{})
	default:
		readPlain(a, start)
	}
	return a.document(format)
}

// FrontMatterLines are the lines of f's front matter, between its marks; toml says
// that they are TOML, else YAML, and ok that there is front matter.
func FrontMatterLines(f *text.File) (lines text.Span, toml, ok bool) {
	a := newAssembly(f)
	m, _ := a.matter()
	if m == nil {
		return text.Span{}, false, false
	}
	return a.src.span(m.from, m.to), m.toml, true
}

// FrontMatter are the fields of f's front matter, as in doc.Document.Meta; the
// article itself is not read.
func FrontMatter(f *text.File) []doc.Field {
	a := newAssembly(f)
	a.frontMatter()
	return a.builder.Document().Meta
}
