package exchange

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"tvilling/internal/lang"
	"tvilling/internal/term"
)

// Columns are what a row may hold. Several forms in one cell are parted by a bar;
// a bar of a form's own has a backslash before it.
var columns = []string{"source", "target", "abbreviation", "targetAbbreviation", "allowed", "forbidden", "keep", "case", "match", "forms", "note", "domain"}

// aliases are what other tools call the columns, in small letters without spaces,
// hyphens and underscores.
var aliases = map[string]string{
	"sourceterm": "source", "term": "source", "original": "source",
	"targetterm": "target", "translation": "target", "targettranslation": "target",
	"acronym": "abbreviation", "abbr": "abbreviation", "targetacronym": "targetAbbreviation",
	"synonyms": "allowed", "variants": "allowed", "admitted": "allowed", "alternatives": "allowed",
	"deprecated": "forbidden", "donotuse": "forbidden", "banned": "forbidden", "avoid": "forbidden",
	"dnt": "keep", "donottranslate": "keep", "nontranslatable": "keep", "untranslatable": "keep",
	"casesensitive": "case", "matching": "match", "inflections": "forms",
	"notes": "note", "comment": "note", "comments": "note", "definition": "note", "description": "note",
	"subject": "domain", "subjectfield": "domain", "field": "domain", "category": "domain",
}

// readRows reads a table. Its first row names the columns, by our names, by other
// tools', or by languages (en, Swedish); a table of two columns needs no names.
func (b *book) readRows(format Format) {
	content := string(b.file.Content)
	first := 0 // lines before the table
	if line, rest, ok := strings.Cut(content, "\n"); ok && strings.HasPrefix(strings.ToLower(line), "sep=") {
		content, first = rest, 1 // Excel's way to say which sign parts the cells
	}
	r := csv.NewReader(strings.NewReader(content))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = separator(content, format), -1, true
	var names []string
	for n := 0; ; n++ {
		row, err := r.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			b.rowError(err, first)
			return
		}
		line, _ := r.FieldPos(0)
		if n == 0 {
			var header bool
			if names, header = b.header(row, first+line); names == nil {
				return
			} else if header {
				continue
			}
		}
		b.row(row, names, first+line)
	}
}

func (b *book) rowError(err error, first int) {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		b.errorf(first+parse.Line, parse.Column, "%s", strings.TrimPrefix(parse.Err.Error(), "csv: "))
		return
	}
	b.errorf(0, 0, "%s", err)
}

// separator is the sign between cells: of CSV, the one of comma, semicolon and
// tab that the first line has most of, as programs differ by country.
func separator(content string, format Format) rune {
	if format == TSV {
		return '\t'
	}
	line, _, _ := strings.Cut(content, "\n")
	best := ','
	for _, sign := range ";\t" {
		if strings.Count(line, string(sign)) > strings.Count(line, string(best)) {
			best = sign
		}
	}
	return best
}

// header reads the first row as names of columns; "" for one that is not read.
// Where it is no header, names are those of a table without; nil is an error.
func (b *book) header(row []string, line int) (names []string, header bool) {
	names = make([]string, len(row))
	seen := map[string]bool{}
	for i, cell := range row {
		name := b.column(cell)
		if seen[name] {
			name = ""
		}
		seen[name], names[i] = name != "", name
	}
	if seen["source"] && (seen["target"] || seen["keep"]) {
		for i, name := range names {
			if name == "" && strings.TrimSpace(row[i]) != "" {
				b.ignore("column %q", row[i])
			}
		}
		return names, true
	}
	if len(row) == 2 && !seen["source"] && !seen["target"] {
		return columns[:2], false
	}
	b.errorf(line, 1, "the first row names no source and target column; write source and target, or language codes such as en and sv")
	return nil, false
}

// column is our name for a column; "" for one that we have not.
func (b *book) column(cell string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -_", r) {
			return -1
		}
		return r
	}, strings.ToLower(strings.TrimSpace(cell)))
	for _, c := range columns {
		if strings.ToLower(c) == name {
			return c
		}
	}
	if alias := aliases[name]; alias != "" {
		return alias
	}
	for _, l := range lang.All() {
		if name == strings.ToLower(l.Name) || lang.For(strings.TrimSpace(cell)) == l {
			return b.side(l)
		}
	}
	return ""
}

// side says what a column in language l holds: the first language is the source's.
func (b *book) side(l *lang.Language) string {
	switch {
	case b.source == nil && b.target != l || b.source == l:
		b.source = l
		return "source"
	case b.target == nil || b.target == l:
		b.target = l
		return "target"
	}
	return ""
}

// row reads one term. A row of empty cells is none.
func (b *book) row(row, names []string, line int) {
	e := entry{line: line}
	empty := true
	for i, cell := range row {
		cell = strings.TrimSpace(cell)
		if cell == "" {
			continue
		}
		empty = false
		if i < len(names) {
			b.cell(&e, names[i], cell)
		}
	}
	if empty {
		return
	}
	if len(e.Source) == 0 {
		b.errorf(line, 1, "the row has no source term")
		return
	}
	if e.TargetAbbreviation == "" {
		e.TargetAbbreviation = e.Abbreviation
	}
	b.entries = append(b.entries, e)
}

func (b *book) cell(e *entry, name, cell string) {
	switch name {
	case "source":
		e.Source = split(cell)
	case "target":
		e.Target = split(cell)
	case "abbreviation":
		e.Abbreviation = cell
	case "targetAbbreviation":
		e.TargetAbbreviation = cell
	case "allowed":
		e.Allowed = split(cell)
	case "forbidden":
		e.Forbidden = split(cell)
	case "forms":
		e.Forms = split(cell)
	case "note":
		e.Note = cell
	case "domain":
		e.Domain = cell
	case "keep":
		e.Keep = b.yes(cell, name, e.line)
	case "case":
		e.CaseSensitive = strings.EqualFold(cell, "sensitive") || !strings.EqualFold(cell, "insensitive") && b.yes(cell, name, e.line)
	case "match":
		mode, ok := term.ParseMode(strings.ToLower(cell))
		if !ok {
			b.errorf(e.line, 1, "match %q is unknown; use exact, inflected, compound, prefix or regex", cell)
		}
		e.Mode = mode
	}
}

// yes reads a cell that says yes or no.
func (b *book) yes(cell, name string, line int) bool {
	switch strings.ToLower(cell) {
	case "yes", "y", "true", "1", "x", "ja", "sant":
		return true
	case "no", "n", "false", "0", "nej", "falskt":
		return false
	}
	b.errorf(line, 1, "column %s has %q; write yes or no", name, cell)
	return false
}

// split parts the forms of a cell at bars.
func split(cell string) []string {
	var out []string
	var form strings.Builder
	flush := func() {
		if f := strings.TrimSpace(form.String()); f != "" {
			out = append(out, f)
		}
		form.Reset()
	}
	for i := 0; i < len(cell); i++ {
		switch {
		case cell[i] == '\\' && i+1 < len(cell) && (cell[i+1] == '|' || cell[i+1] == '\\'):
			i++
			form.WriteByte(cell[i])
		case cell[i] == '|':
			flush()
		default:
			form.WriteByte(cell[i])
		}
	}
	flush()
	return out
}

func join(forms []string) string {
	quoted := make([]string, len(forms))
	for i, f := range forms {
		quoted[i] = strings.ReplaceAll(strings.ReplaceAll(f, `\`, `\\`), "|", `\|`)
	}
	return strings.Join(quoted, " | ")
}

// writeRows writes a table whose first two columns are named by their languages.
func writeRows(w io.Writer, g *term.Glossary, separator rune) error {
	c := csv.NewWriter(w)
	c.Comma = separator
	if err := c.Write(append([]string{g.Source.Code, g.Target.Code}, columns[2:]...)); err != nil {
		return err
	}
	for _, t := range g.Terms {
		keep, sensitive, mode, abbreviation := "", "", "", t.TargetAbbreviation
		if t.Keep {
			keep = "yes"
		}
		if t.CaseSensitive {
			sensitive = "sensitive"
		}
		if t.Mode != term.Auto {
			mode = t.Mode.String()
		}
		if abbreviation == t.Abbreviation {
			abbreviation = ""
		}
		row := []string{join(t.Source), join(t.Target), t.Abbreviation, abbreviation, join(t.Allowed), join(t.Forbidden),
			keep, sensitive, mode, join(t.Forms), t.Note, t.Domain}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}
