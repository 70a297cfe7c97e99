package config

import (
	"fmt"
	"strings"

	"tvilling/internal/lang"
	"tvilling/internal/strictyaml"
)

// Names are what a configuration may speak of and this package does not know.
type Names struct {
	Rules      []string // their IDs
	Glossaries []string // the built-in ones, "builtin:research"
}

// Read reads a configuration. The error, if any, is a strictyaml.Errors with
// every mistake at its line and column; the Config is then as far as it could be read.
func Read(name string, content []byte, known Names) (*Config, error) {
	d := strictyaml.Read(name, content)
	r := &reader{known}
	c := r.config(d.Root())
	return c, d.Err()
}

type reader struct{ known Names }

var (
	settingKeys = []string{"glossaries", "rules", "references", "links", "front-matter"}
	levels      = []string{"error", "warning", "suggestion"}
)

func (r *reader) config(root strictyaml.Value) *Config {
	m := root.Mapping(append([]string{"languages", "pairs", "exclude", "formats", "overrides", "suppress", "fail-level", "baseline", "stamps"}, settingKeys...)...)
	c := &Config{Languages: r.languages(m.Get("languages"))}
	for _, v := range m.Get("pairs").List() {
		c.Pairs = append(c.Pairs, r.pair(v, c))
	}
	c.Exclude = patterns(m.Get("exclude"))
	formats := m.Get("formats").Mapping()
	for _, key := range formats.Keys {
		check(key)
		c.Formats = append(c.Formats, Format{key.Text, formats.Get(key.Text).OneOf("markdown", "html", "text")})
	}
	c.Settings, _ = r.settings(m)
	for _, v := range m.Get("overrides").List() {
		c.Overrides = append(c.Overrides, r.override(v))
	}
	for _, v := range m.Get("suppress").List() {
		c.Suppress = append(c.Suppress, r.suppression(v))
	}
	c.FailLevel = m.Get("fail-level").OneOf(levels...)
	c.Baseline = file(m.Get("baseline"))
	c.Stamps = m.Get("stamps").OneOf(Lock, FrontMatterStamps)
	return c
}

func (r *reader) languages(v strictyaml.Value) Languages {
	m := v.Mapping("source", "target")
	l := Languages{language(m.Get("source")), language(m.Get("target"))}
	if l.Source != "" && lang.For(l.Source) == lang.For(l.Target) {
		m.Get("target").Errorf("source and target are both %s", lang.For(l.Source).Name)
	}
	return l
}

// language reads a BCP 47 code that tvilling knows.
func language(v strictyaml.Value) string {
	s := v.String().Text
	if s == "" || lang.For(s) != nil {
		return s
	}
	var codes, names []string
	for _, l := range lang.All() {
		codes, names = append(codes, l.Code), append(names, l.Name+" is "+l.Code)
	}
	v.Errorf("language %q is unknown%s; %s", s, strictyaml.Suggest(s, codes), strings.Join(names, ", "))
	return ""
}

func (r *reader) pair(v strictyaml.Value, c *Config) Pair {
	m := v.Mapping("source", "target", "key", "languages")
	p := Pair{Source: m.Get("source").String().Text, Target: m.Get("target").String().Text,
		Key: m.Get("key").String().Text, Languages: r.languages(m.Get("languages"))}
	for _, key := range []string{"source", "target"} {
		if !m.Has(key) && v.IsMapping() {
			v.Errorf("a pair needs %s", key)
		}
	}
	is := c.Of(p)
	if strings.Contains(p.Source, "{lang}") && is.Source == "" {
		m.Get("source").Errorf("{lang} is used, but languages has no source")
	}
	if strings.Contains(p.Target, "{lang}") && is.Target == "" {
		m.Get("target").Errorf("{lang} is used, but languages has no target")
	}
	p.Source = strings.ReplaceAll(p.Source, "{lang}", is.Source)
	p.Target = strings.ReplaceAll(p.Target, "{lang}", is.Target)
	if p.Source != "" && p.Target != "" {
		checkPair(p, m)
	}
	return p
}

// places are what a target may be made of.
var places = []string{"{path}", "{dir}", "{name}", "{ext}", "{lang}"}

// checkPair says what is wrong with a pair's pattern and template.
func checkPair(p Pair, m strictyaml.Mapping) {
	if wrong := faulty(p.Source); wrong != "" {
		m.Get("source").Errorf("%q %s", p.Source, wrong)
		return
	}
	if wrong := faultyTarget(p); wrong != "" {
		m.Get("target").Errorf("%s", wrong)
	}
}

func faultyTarget(p Pair) string {
	rest := p.Target
	for _, place := range places {
		rest = strings.ReplaceAll(rest, place, "x")
	}
	if i := strings.IndexByte(rest, '{'); i >= 0 {
		place, _, closed := strings.Cut(rest[i:], "}")
		if !closed {
			return fmt.Sprintf("%q has a { without }", p.Target)
		}
		place += "}"
		return fmt.Sprintf("%s is unknown; use %s%s", place, strings.Join(places, ", "), strictyaml.Suggest(place, places))
	}
	path, name := strings.Contains(p.Target, "{path}"), strings.Contains(p.Target, "{name}")
	switch wrong := faulty(rest); {
	case wrong != "":
		return fmt.Sprintf("%q %s", p.Target, wrong)
	case Wild(rest):
		return "a target has no wildcards; say with {path}, {dir} and {name} how it is made from its source"
	case Wild(p.Source) && !path && !name:
		return fmt.Sprintf("every source would have the target %q; use {path} or {name}", p.Target)
	case !Wild(p.Source) && path:
		return "{path} is what the wildcards of source match, and it has none"
	}
	return ""
}

// patterns reads a list of patterns.
func patterns(v strictyaml.Value) []string {
	var out []string
	for _, s := range v.Strings() {
		if check(s) {
			out = append(out, s.Text)
		}
	}
	return out
}

func check(s strictyaml.String) bool {
	wrong := faulty(s.Text)
	if wrong != "" {
		s.Value.Errorf("%q %s", s.Text, wrong)
	}
	return wrong == ""
}

// file reads the path of one file inside the project.
func file(v strictyaml.Value) string {
	s := v.String()
	if s.Text == "" {
		return ""
	}
	if wrong := faulty(s.Text); wrong != "" {
		v.Errorf("%q %s", s.Text, wrong)
		return ""
	}
	return s.Text
}
