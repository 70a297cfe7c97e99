package config

import (
	"slices"
	"strings"

	"tvilling/internal/strictyaml"
)

// settings reads the keys that stand both at the top and in an override.
func (r *reader) settings(m strictyaml.Mapping) (Settings, written) {
	var s Settings
	for _, g := range m.Get("glossaries").Strings() {
		if r.glossary(g) {
			s.Glossaries = append(s.Glossaries, g.Text)
		}
	}
	s.Rules = r.rules(m.Get("rules"))
	references, w := references(m.Get("references"))
	s.References = references
	links := m.Get("links").Mapping("localised").Get("localised").Mapping()
	for _, key := range links.Keys {
		s.Links.Localised = append(s.Links.Localised, Localised{key.Text, links.Get(key.Text).String().Text})
	}
	for _, key := range m.Get("front-matter").Mapping("fixed").Get("fixed").Strings() {
		s.FrontMatter.Fixed = append(s.FrontMatter.Fixed, key.Text)
	}
	return s, w
}

func (r *reader) override(v strictyaml.Value) Override {
	m := v.Mapping(append([]string{"paths"}, settingKeys...)...)
	o := Override{Paths: patterns(m.Get("paths"))}
	if !m.Has("paths") && v.IsMapping() {
		v.Errorf("an override needs paths")
	}
	o.Settings, o.references = r.settings(m)
	return o
}

// glossary says that a glossary's name can stand: a built-in one that there is,
// or a file inside the project.
func (r *reader) glossary(g strictyaml.String) bool {
	if strings.HasPrefix(g.Text, "builtin:") {
		for _, known := range r.known.Glossaries {
			if g.Text == known {
				return true
			}
		}
		g.Value.Errorf("no glossary is called %q%s", g.Text, strictyaml.Suggest(g.Text, r.known.Glossaries))
		return false
	}
	return check(g)
}

func (r *reader) rules(v strictyaml.Value) Rules {
	m := v.Mapping("select", "ignore", "severity")
	out := Rules{Select: r.ruleNames(m.Get("select")), Ignore: r.ruleNames(m.Get("ignore"))}
	severity := m.Get("severity").Mapping()
	for _, key := range severity.Keys {
		level := severity.Get(key.Text).OneOf(levels...)
		if out.Severity == nil {
			out.Severity = map[string]string{}
		}
		for _, id := range r.named(key) {
			out.Severity[id] = level
		}
	}
	return out
}

func (r *reader) ruleNames(v strictyaml.Value) []string {
	var out []string
	for _, s := range v.Strings() {
		if len(r.named(s)) > 0 {
			out = append(out, s.Text)
		}
	}
	return out
}

// named are the rules of one name, which may end in *.
func (r *reader) named(s strictyaml.String) []string {
	var out []string
	prefix, wild := strings.CutSuffix(s.Text, "*")
	for _, id := range r.known.Rules {
		if id == s.Text || wild && strings.HasPrefix(id, prefix) {
			out = append(out, id)
		}
	}
	if len(out) == 0 {
		s.Value.Errorf("no rule is called %q%s; see tvilling rules", s.Text, strictyaml.Suggest(s.Text, r.known.Rules))
	}
	return out
}

// The names of the policies, each list in order of its constants.
var (
	titleNames       = []string{"keep", "bracket", "translate"}
	venueNames       = []string{"keep", "translate"}
	scaffoldingNames = []string{"translate", "keep"}
	orderNames       = []string{"same", "any"}
)

func references(v strictyaml.Value) (References, written) {
	m := v.Mapping("titles", "venues", "scaffolding", "order")
	pick := func(key string, names []string) uint8 {
		return uint8(max(0, slices.Index(names, m.Get(key).OneOf(names...))))
	}
	return References{
		Titles:      Titles(pick("titles", titleNames)),
		Venues:      Venues(pick("venues", venueNames)),
		Scaffolding: Scaffolding(pick("scaffolding", scaffoldingNames)),
		Order:       Order(pick("order", orderNames)),
	}, written{m.Has("titles"), m.Has("venues"), m.Has("scaffolding"), m.Has("order")}
}
