package exchange

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"tvilling/internal/lang"
	"tvilling/internal/term"
)

const (
	maxDepth   = 64        // of elements; TBX needs about ten
	maxEntries = 200_000   // terms of one file
	maxText    = 64 << 10  // bytes of one element's text
	maxTokens  = 8_000_000 // of one file
)

// tbxReader walks a TBX file, of either version and any dialect: concept entries
// hold languages, these hold terms, each with notes on it. ISO 30042:2008 calls
// them termEntry, langSet and tig or ntig; ISO 30042:2019 conceptEntry, langSec and
// termSec, and has notes either as termNote with a type or as elements of their own.
type tbxReader struct {
	*book
	decoder *xml.Decoder
	stack   []string
	text    strings.Builder
	typ     string // the type attribute of the innermost element that has one

	rooted  bool
	concept *concept
	section string         // the language code of the section; "" outside one
	lang    *lang.Language // of the section; nil for one that is not of the pair
	word    *tbxTerm
	others  map[string]bool // codes of languages that were passed over
	alone   int             // concepts without a target
}

type concept struct {
	entry
	terms map[*lang.Language][]tbxTerm
}

type tbxTerm struct{ form, status, kind string }

func (b *book) readTBX() {
	b.languages()
	r := &tbxReader{book: b, decoder: xml.NewDecoder(bytes.NewReader(b.file.Content)), others: map[string]bool{}}
	// The file is UTF-8 by now, whatever its first line says.
	r.decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for n := 0; ; n++ {
		tok, err := r.decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			r.syntax(err)
			return
		}
		if !r.token(tok) || n > maxTokens {
			return
		}
	}
	if !r.rooted {
		b.errorf(1, 1, "is empty; a TBX file begins with <tbx> or <martif>")
	}
	if r.alone > 0 {
		b.ignore("%d concepts that lack a %s or a %s term", r.alone, b.source.Name, b.target.Name)
	}
	for _, code := range slices.Sorted(maps.Keys(r.others)) {
		b.ignore("terms in language %q", code)
	}
}

func (r *tbxReader) syntax(err error) {
	line, column := r.decoder.InputPos()
	var s *xml.SyntaxError
	if errors.As(err, &s) {
		r.errorf(max(s.Line, 1), column, "not valid XML: %s", s.Msg)
		return
	}
	r.errorf(line, column, "not valid XML: %s", err)
}

// fail reports a mistake where the reader stands, and ends the reading.
func (r *tbxReader) fail(format string, args ...any) bool {
	line, column := r.decoder.InputPos()
	r.errorf(line, column, format, args...)
	return false
}

// token takes one token; false ends the reading.
func (r *tbxReader) token(tok xml.Token) bool {
	switch t := tok.(type) {
	case xml.Directive:
		if bytes.ContainsAny(t, "[") || bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
			return r.fail("declares entities of its own, which are not read")
		}
	case xml.StartElement:
		return r.open(t)
	case xml.EndElement:
		return r.shut(t.Name.Local)
	case xml.CharData:
		if r.text.Len()+len(t) <= maxText {
			r.text.Write(t)
		}
	}
	return true
}

func (r *tbxReader) open(t xml.StartElement) bool {
	name := t.Name.Local
	if len(r.stack) == 0 {
		if name != "tbx" && name != "martif" {
			return r.fail("is not TBX: it begins with <%s>, not <tbx> or <martif>", name)
		}
		r.rooted = true
	}
	if r.stack = append(r.stack, name); len(r.stack) > maxDepth {
		return r.fail("elements are nested deeper than %d", maxDepth)
	}
	switch name {
	case "termEntry", "conceptEntry":
		if len(r.entries) >= maxEntries {
			return r.fail("has more than %d concepts", maxEntries)
		}
		line, _ := r.decoder.InputPos()
		r.concept = &concept{entry: entry{line: line}, terms: map[*lang.Language][]tbxTerm{}}
	case "langSet", "langSec":
		return r.openSection(t)
	case "tig", "ntig", "termSec":
		r.word = &tbxTerm{}
	case "hi", "foreign", "sup", "sub":
		return true // marks inside text
	}
	r.text.Reset()
	r.typ = attribute(t, "type")
	return true
}

// openSection begins the terms of one language.
func (r *tbxReader) openSection(t xml.StartElement) bool {
	code := attribute(t, "lang")
	if code == "" {
		return r.fail("<%s> says no language; it needs xml:lang", t.Name.Local)
	}
	if r.concept == nil {
		return r.fail("<%s> stands outside a concept", t.Name.Local)
	}
	r.section, r.lang = code, lang.For(code)
	if r.lang != r.source && r.lang != r.target {
		r.lang = nil
		r.others[code] = true
	}
	return true
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// shut takes what an element held.
func (r *tbxReader) shut(name string) bool {
	r.stack = r.stack[:len(r.stack)-1]
	held := strings.Join(strings.Fields(r.text.String()), " ")
	typ := r.typ
	switch name {
	case "hi", "foreign", "sup", "sub":
		return true
	case "administrativeStatus", "termType", "subjectField", "definition":
		typ = name // a note as an element of its own, the style DCT
	case "termEntry", "conceptEntry":
		r.closeConcept()
	case "langSet", "langSec":
		r.section, r.lang = "", nil
	case "tig", "ntig", "termSec":
		if ok := r.closeTerm(name); !ok {
			return false
		}
	}
	switch {
	case r.word != nil && name == "term":
		r.word.form = held
	case r.word != nil && (typ == "administrativeStatus" || typ == "normativeAuthorization"):
		r.word.status = held
	case r.word != nil && typ == "termType":
		r.word.kind = held
	case r.word == nil && r.concept != nil && held != "" && (r.section == "" || r.lang != nil && typ == "definition"):
		r.about(name, typ, strings.TrimSpace(r.text.String()))
	}
	r.text.Reset()
	r.typ = ""
	return true
}

func (r *tbxReader) closeTerm(name string) bool {
	if r.concept == nil {
		return r.fail("<%s> stands outside a concept", name)
	}
	if r.word.form == "" {
		return r.fail("<%s> has no term", name)
	}
	if r.lang != nil {
		r.concept.terms[r.lang] = append(r.concept.terms[r.lang], *r.word)
	}
	r.word = nil
	return true
}

// ours marks a note that holds what TBX has no place for.
const ours = "tvilling:"

// extra is what TBX has no place for.
type extra struct {
	Keep  bool     `json:"keep,omitempty"`
	Case  bool     `json:"caseSensitive,omitempty"`
	Match string   `json:"match,omitempty"`
	Forms []string `json:"forms,omitempty"`
}

// about takes what is said of a concept as a whole.
func (r *tbxReader) about(name, typ, held string) {
	c := r.concept
	rest, own := strings.CutPrefix(held, ours)
	switch {
	case own && name == "note":
		var x extra
		if err := json.Unmarshal([]byte(rest), &x); err != nil {
			r.fail("the note %q is not as tvilling writes it", held)
			return
		}
		c.Keep, c.CaseSensitive, c.Forms = x.Keep, x.Case, x.Forms
		c.Mode, _ = term.ParseMode(x.Match)
	case typ == "subjectField":
		c.Domain = strings.Join(strings.Fields(held), " ")
	case name == "note" || typ == "definition":
		if c.Note != "" {
			c.Note += "; "
		}
		c.Note += held
	}
}

// closeConcept makes a term of a concept that has both languages.
func (r *tbxReader) closeConcept() {
	c := r.concept
	r.concept = nil
	if c == nil {
		return
	}
	for _, t := range c.terms[r.source] {
		if short(t) && c.Abbreviation == "" {
			c.Abbreviation = t.form
		} else {
			c.Source = append(c.Source, t.form)
		}
	}
	for _, t := range c.terms[r.target] {
		switch status := strings.ToLower(t.status); {
		case short(t) && c.TargetAbbreviation == "":
			c.TargetAbbreviation = t.form
		case strings.Contains(status, "deprecated"), strings.Contains(status, "superseded"), strings.Contains(status, "notrecommended"):
			c.Forbidden = append(c.Forbidden, t.form)
		case strings.Contains(status, "admitted"), strings.Contains(status, "permitted"):
			c.Allowed = append(c.Allowed, t.form)
		default:
			c.Target = append(c.Target, t.form)
		}
	}
	c.settle()
	if len(c.Source) == 0 || len(c.Target) == 0 && !c.Keep {
		r.alone++
		return
	}
	r.entries = append(r.entries, c.entry)
}

// settle makes terms of abbreviations that stand for nothing longer, and of
// allowed forms where none is preferred.
func (c *concept) settle() {
	if len(c.Source) == 0 && c.Abbreviation != "" {
		c.Source, c.Abbreviation = []string{c.Abbreviation}, ""
	}
	if len(c.Target) == 0 {
		c.Target, c.Allowed = c.Allowed, nil
	}
	if len(c.Target) == 0 && c.TargetAbbreviation != "" {
		c.Target, c.TargetAbbreviation = []string{c.TargetAbbreviation}, ""
	}
	if c.TargetAbbreviation == "" {
		c.TargetAbbreviation = c.Abbreviation
	}
}

// short says that a term is an abbreviation of the concept's other terms.
func short(t tbxTerm) bool {
	switch strings.ToLower(t.kind) {
	case "acronym", "abbreviation", "initialism":
		return true
	}
	return false
}
