package config

import (
	"slices"
	"strings"

	"tvilling/internal/strictyaml"
)

// Suppression says of findings that they were judged and may stand: those of the
// rules, in the pairs whose source or target matches, at the text.
type Suppression struct {
	Paths  []string // patterns; nil for all pairs
	Rules  []string // their IDs, at least one
	Text   string   // with single spaces, as Words has it; "" for any
	Reason string   // "" when none is given, which is a finding of its own

	Line, Column int // where it is written, from 1, in code points
}

// MaxText bounds the text of a suppression, in bytes: a long paragraph.
const MaxText = 10000

// Words is text as suppressions compare it: white space of any kind and length is
// one space, none at the ends.
func Words(s string) string { return strings.Join(strings.Fields(s), " ") }

// Covers says that the suppression holds for the pair.
func (s Suppression) Covers(source, target string) bool {
	return s.Paths == nil || MatchAny(s.Paths, source) || MatchAny(s.Paths, target)
}

func (r *reader) suppression(v strictyaml.Value) Suppression {
	m := v.Mapping("paths", "rule", "rules", "text", "reason")
	s := Suppression{Paths: patterns(m.Get("paths")), Text: Words(m.Get("text").String().Text), Reason: Words(m.Get("reason").String().Text)}
	if !v.IsMapping() {
		return s
	}
	s.Line, s.Column = v.Line(), v.Column()
	names := m.Get("rules").Strings()
	if m.Has("rule") {
		names = append(names, m.Get("rule").String())
	}
	for _, name := range names {
		if name.Text != "" && r.one(name) {
			s.Rules = append(s.Rules, name.Text)
		}
	}
	switch {
	case !m.Has("rule") && !m.Has("rules"):
		v.Errorf("a suppression needs rule")
	case m.Has("paths") && len(m.Get("paths").Strings()) == 0:
		m.Get("paths").Errorf("names no path")
	case !m.Has("paths") && s.Text == "":
		v.Errorf("a suppression needs paths or text; to leave a rule out altogether, say so under rules: ignore")
	case len(s.Text) > MaxText:
		m.Get("text").Errorf("is longer than %d bytes", MaxText)
	}
	return s
}

// one says that a name is that of one rule: a judgement names what it judges.
func (r *reader) one(name strictyaml.String) bool {
	switch {
	case slices.Contains(r.known.Rules, name.Text):
		return true
	case strings.HasSuffix(name.Text, "*"):
		name.Value.Errorf("%q: a suppression names each rule", name.Text)
	default:
		r.named(name) // says that there is none
	}
	return false
}

func (w *writer) suppressions(all []Suppression) {
	w.list("", "suppress", len(all), func(i int) { w.suppression("  ", all[i]) })
}

func (w *writer) suppression(indent string, s Suppression) {
	key := indent + "- "
	put := func(name string, value any) {
		w.line("%s%s: %s", key, name, quoted(value))
		key = indent + "  "
	}
	if s.Paths != nil {
		put("paths", s.Paths)
	}
	if len(s.Rules) == 1 {
		put("rule", s.Rules[0])
	} else {
		put("rules", s.Rules)
	}
	if s.Text != "" {
		put("text", s.Text)
	}
	if s.Reason != "" {
		put("reason", s.Reason)
	}
}
