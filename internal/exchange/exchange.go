// Package exchange carries glossaries to and from the formats of other tools:
// CSV, TSV, TBX (ISO 30042) and the YAML of package term.
package exchange

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"tvilling/internal/lang"
	"tvilling/internal/strictyaml"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

// Format is how a glossary is written.
type Format uint8

const (
	Unknown Format = iota
	YAML
	CSV
	TSV
	TBX  // TBX 3, ISO 30042:2019
	TBX2 // TBX 2, ISO 30042:2008
)

// Formats are the names of the formats.
var Formats = []string{"yaml", "csv", "tsv", "tbx", "tbx2"}

// ParseFormat reads a format's name.
func ParseFormat(name string) (Format, error) {
	for i, n := range Formats {
		if strings.EqualFold(n, name) {
			return Format(i + 1), nil
		}
	}
	return Unknown, fmt.Errorf("format %q is unknown; use %s", name, strings.Join(Formats, ", "))
}

// FormatOf tells the format from a file's extension; Unknown when it does not.
func FormatOf(name string) Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml":
		return YAML
	case ".csv":
		return CSV
	case ".tsv", ".tab", ".txt":
		return TSV
	case ".tbx", ".xml":
		return TBX
	}
	return Unknown
}

// Options say what a file of another tool does not say itself.
type Options struct {
	Source, Target *lang.Language // nil: English and Swedish, or what the file names first
	Domain         string         // of terms that have none
}

// Imported is a file of another tool as a glossary.
type Imported struct {
	YAML []byte // what package term reads, without mistakes
	// Terms is how many; Ignored says in words what was left out, and why.
	Terms   int
	Ignored []string
}

// Read makes a glossary of a file in any format but YAML. All mistakes are
// reported at their line, as strictyaml.Errors; nothing is made then.
func Read(f *text.File, format Format, o Options) (*Imported, error) {
	b := &book{file: f, options: o, source: o.Source, target: o.Target}
	switch format {
	case CSV, TSV:
		b.readRows(format)
	case TBX, TBX2:
		b.readTBX()
	default:
		return nil, fmt.Errorf("%s: tell the format: %s", f.Name, strings.Join(Formats[1:], ", "))
	}
	if len(b.errors) > 0 {
		return nil, b.errors
	}
	return b.finish()
}

// book is a file being read.
type book struct {
	file           *text.File
	options        Options
	source, target *lang.Language
	entries        []entry
	ignored        []string
	errors         strictyaml.Errors
}

// entry is a term with the line it begins on.
type entry struct {
	term.Term
	line int
}

// maxErrors bounds what is reported of one file.
const maxErrors = 100

func (b *book) errorf(line, column int, format string, args ...any) {
	if len(b.errors) < maxErrors {
		b.errors = append(b.errors, &strictyaml.Error{File: b.file.Name, Line: line, Column: column, Message: fmt.Sprintf(format, args...)})
	}
}

func (b *book) ignore(format string, args ...any) {
	b.ignored = append(b.ignored, fmt.Sprintf(format, args...))
}

// languages settles which two the book is about, when the file has not said so.
func (b *book) languages() {
	if b.source == nil {
		b.source = lang.For("en")
	}
	if b.target == nil {
		b.target = lang.For("sv")
	}
}

// finish writes the terms as YAML and has package term check them; what it says
// is reported at the line of the file that the term is from.
func (b *book) finish() (*Imported, error) {
	b.languages()
	if len(b.entries) == 0 {
		b.errorf(0, 0, "has no terms in %s and %s", b.source.Name, b.target.Name)
		return nil, b.errors
	}
	g := &term.Glossary{Source: b.source, Target: b.target}
	for i := range b.entries {
		if b.entries[i].Domain == "" {
			b.entries[i].Domain = b.options.Domain
		}
		g.Terms = append(g.Terms, &b.entries[i].Term)
	}
	content, lines := marshal(g)
	if _, err := term.Read(text.NewFile(b.file.Name, string(content))); err != nil {
		return nil, b.relocate(err, lines)
	}
	return &Imported{YAML: content, Terms: len(g.Terms), Ignored: b.ignored}, nil
}

// relocate turns places in the YAML, whose term i begins on lines[i], into places
// in the file.
func (b *book) relocate(err error, lines []int) error {
	var all strictyaml.Errors
	if !errors.As(err, &all) {
		return err
	}
	for _, e := range all {
		at := 0
		for i, line := range lines {
			if line <= e.Line {
				at = b.entries[i].line
			}
		}
		b.errorf(at, 1, "%s", e.Message)
	}
	return b.errors
}

// Write writes a glossary. What the format cannot hold is returned in words.
func Write(w io.Writer, g *term.Glossary, format Format) (lost []string, err error) {
	if g.OneWay && format != YAML {
		lost = append(lost, "oneway: true")
	}
	switch format {
	case YAML:
		content, _ := marshal(g)
		_, err = w.Write(content)
	case CSV:
		err = writeRows(w, g, ',')
	case TSV:
		err = writeRows(w, g, '\t')
	case TBX:
		err = writeTBX(w, g, tbx3)
	case TBX2:
		err = writeTBX(w, g, tbx2)
	default:
		err = fmt.Errorf("tell the format: %s", strings.Join(Formats, ", "))
	}
	return lost, err
}
