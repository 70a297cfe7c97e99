package term

import (
	"fmt"
	"regexp"
	"strings"

	"tvilling/internal/lang"
	"tvilling/internal/strictyaml"
	"tvilling/internal/text"
)

// Read reads a glossary:
//
//	source: en
//	target: sv
//	domain: neuroscience                   # of every term that names no other
//	oneway: true                           # of no use for translations from target to source
//	terms:
//	  - source: long-term potentiation     # or a list, the chief name first
//	    target: långtidspotentiering       # or a list; not needed with keep: true
//	    abbreviation: LTP                  # targetAbbreviation: where Swedish has another
//	    allowed: [LTP-fenomenet]
//	    forbidden: [långvarig förstärkning]
//	    match: compound                    # exact, inflected, compound, prefix, regex
//	    case: sensitive
//	    forms: [långtidspotentieringarna]  # inflected forms that no rule makes
//	    note: free text
//	    domain: neuroscience
//
// Every mistake is reported, as strictyaml.Errors; the glossary is nil then.
func Read(f *text.File) (*Glossary, error) {
	r := &reader{file: f, doc: strictyaml.Read(f.Name, f.Content), seen: map[string]strictyaml.Value{}}
	g := r.glossary()
	if err := r.doc.Err(); err != nil {
		return nil, err
	}
	return g, nil
}

type reader struct {
	file   *text.File
	doc    *strictyaml.Document
	g      *Glossary
	domain string                      // of the file
	seen   map[string]strictyaml.Value // source form and domain: where it stands
}

func (r *reader) glossary() *Glossary {
	root := r.doc.Root()
	if !root.Present() {
		if r.doc.Err() == nil {
			root.Errorf("is empty; write source: en, target: sv and terms:")
		}
		return nil
	}
	m := root.Mapping("source", "target", "domain", "oneway", "terms")
	r.g = &Glossary{Name: r.file.Name, Source: r.language(m, "source"), Target: r.language(m, "target")}
	r.domain, r.g.OneWay = m.Get("domain").String().Text, m.Get("oneway").Bool()
	if r.g.Source != nil && r.g.Source == r.g.Target {
		m.Get("target").Errorf("source and target are the same language")
	}
	if !m.Has("terms") && m.Value.IsMapping() {
		root.Errorf("has no terms; write terms: and a list")
	}
	for _, v := range m.Get("terms").List() {
		if t := r.term(v); t != nil {
			r.g.Terms = append(r.g.Terms, t)
		}
	}
	return r.g
}

func (r *reader) language(m strictyaml.Mapping, key string) *lang.Language {
	if !m.Has(key) {
		if m.Value.IsMapping() {
			m.Value.Errorf("has no %s language; write %s: and a code such as %s", key, key, strings.Join(codes(), " or "))
		}
		return nil
	}
	code := m.Get(key).String()
	l := lang.For(code.Text)
	if l == nil && code.Text != "" {
		m.Get(key).Errorf("language %q is unknown; known are %s%s", code.Text, strings.Join(codes(), ", "), strictyaml.Suggest(code.Text, codes()))
	}
	return l
}

func codes() []string {
	var out []string
	for _, l := range lang.All() {
		out = append(out, l.Code)
	}
	return out
}

var termKeys = []string{"source", "target", "abbreviation", "targetAbbreviation", "allowed", "forbidden", "keep", "case", "match", "forms", "note", "domain"}

func (r *reader) term(v strictyaml.Value) *Term {
	m := v.Mapping(termKeys...)
	if !v.IsMapping() {
		return nil
	}
	t := &Term{Keep: m.Get("keep").Bool(), Note: m.Get("note").String().Text, Domain: m.Get("domain").String().Text}
	if t.Domain == "" {
		t.Domain = r.domain
	}
	if mode := m.Get("match").OneOf(modeNames...); mode != "" {
		t.Mode, _ = ParseMode(mode)
	}
	t.CaseSensitive = m.Get("case").OneOf("sensitive", "insensitive") == "sensitive"
	l := r.g
	t.Source = r.forms(m.Get("source"), t.Mode, l.Source)
	t.Target = r.forms(m.Get("target"), t.Mode, l.Target)
	t.Allowed = r.forms(m.Get("allowed"), t.Mode, l.Target)
	t.Forbidden = r.forms(m.Get("forbidden"), t.Mode, l.Target)
	t.Forms = r.forms(m.Get("forms"), Exact, l.Target)
	t.Abbreviation = first(r.forms(m.Get("abbreviation"), Exact, l.Source))
	t.TargetAbbreviation = first(r.forms(m.Get("targetAbbreviation"), Exact, l.Target))
	if t.TargetAbbreviation == "" {
		t.TargetAbbreviation = t.Abbreviation
	}
	r.check(v, m, t)
	return t
}

func first(forms []string) string {
	if len(forms) == 0 {
		return ""
	}
	return forms[0]
}

// maxForm bounds one form, in bytes: names of substances reach two hundred.
const maxForm = 1000

// forms reads the forms of a term and checks each by itself.
func (r *reader) forms(v strictyaml.Value, mode Mode, l *lang.Language) []string {
	var out []string
	for _, s := range v.Strings() {
		form := strings.Join(strings.Fields(s.Text), " ")
		if len(form) > maxForm {
			s.Value.Errorf("is longer than %d bytes", maxForm)
			continue
		}
		if mode == Regex {
			if _, err := regexp.Compile(form); err != nil {
				s.Value.Errorf("%q is no regular expression (RE2): %s", form, strings.TrimPrefix(err.Error(), "error parsing regexp: "))
				continue
			}
		} else if l != nil {
			if n := len(tokenize(form, l)); n == 0 || n > maxWords {
				s.Value.Errorf("%q has %d words; a form has between 1 and %d", form, n, maxWords)
				continue
			}
		}
		out = append(out, form)
	}
	return out
}

// check compares the term's forms with each other and with the terms before it.
func (r *reader) check(v strictyaml.Value, m strictyaml.Mapping, t *Term) {
	if !m.Has("source") {
		v.Errorf("term has no source; write source: and its name")
		return
	}
	if len(t.Source) == 0 {
		return // reported as a form
	}
	for _, s := range m.Get("source").Strings() {
		r.once(s, t)
	}
	start, end := m.Get("source").Strings()[0].Value.Bytes()
	t.Span = text.Span{File: r.file, Start: start, End: end}
	switch {
	case !t.Keep && !m.Has("target"):
		v.Errorf("term %q has no target; write target: and its rendering, or keep: true for a name that is never translated", t.Source[0])
	case t.Keep && !m.Has("target"):
		t.Target = t.Source
	}
	agreed := map[string]string{}
	for _, form := range t.Allowed {
		agreed[key(form)] = "allowed"
	}
	for _, form := range t.Target {
		agreed[key(form)] = "the target"
	}
	for _, s := range m.Get("forbidden").Strings() {
		if as := agreed[key(s.Text)]; as != "" {
			s.Value.Errorf("%q is both forbidden and %s; drop one", s.Text, as)
		}
	}
}

// once reports a source form that an earlier term of the same domain has.
func (r *reader) once(s strictyaml.String, t *Term) {
	at := key(s.Text) + "\x00" + t.Domain
	if earlier, twice := r.seen[at]; twice {
		hint := "; merge the two, or give each a domain"
		if t.Domain != "" {
			hint = fmt.Sprintf(" in domain %q; merge the two", t.Domain)
		}
		s.Value.Errorf("term %q stands already on line %d%s", s.Text, earlier.Line(), hint)
		return
	}
	r.seen[at] = s.Value
}

// key makes forms alike that differ in case, hyphens and spaces only.
func key(form string) string {
	if plainForm(form) {
		return form
	}
	return strings.ReplaceAll(lang.Fold(strings.Join(strings.Fields(form), " ")), "-", " ")
}

// plainForm says that a form is its own key: small ASCII letters and single spaces.
// Most are, and a large glossary asks for every one.
func plainForm(form string) bool {
	for i := 0; i < len(form); i++ {
		switch c := form[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		case c == ' ' && i > 0 && i+1 < len(form) && form[i-1] != ' ':
		default:
			return false
		}
	}
	return true
}
