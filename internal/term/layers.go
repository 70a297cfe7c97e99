package term

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tvilling/glossary"
	"tvilling/internal/lang"
	"tvilling/internal/strictyaml"
	"tvilling/internal/text"
)

// builtinPrefix marks the name of a glossary that comes with tvilling.
const builtinPrefix = "builtin:"

// Builtins are the names of the glossaries that come with tvilling, in order:
// "builtin:neuroscience".
func Builtins() []string {
	files, _ := fs.Glob(glossary.Files, "*/*.yaml")
	var out []string
	for _, f := range files {
		out = append(out, builtinPrefix+strings.TrimSuffix(path.Base(f), ".yaml"))
	}
	return out
}

// IsBuiltin says that a name in the settings means a built-in glossary, not a file.
func IsBuiltin(name string) bool { return strings.HasPrefix(name, builtinPrefix) }

// Builtin reads the glossary of that name, "builtin:neuroscience".
func Builtin(name string) (*Glossary, error) {
	files, _ := fs.Glob(glossary.Files, "*/"+strings.TrimPrefix(name, builtinPrefix)+".yaml")
	if !IsBuiltin(name) || len(files) != 1 {
		return nil, fmt.Errorf("glossary %q is unknown; built in are %s%s", name, strings.Join(Builtins(), ", "), strictyaml.Suggest(name, Builtins()))
	}
	content, err := glossary.Files.ReadFile(files[0])
	if err != nil {
		return nil, err
	}
	g, err := Read(text.NewFile("glossary/"+files[0], string(content)))
	if g != nil {
		g.Name = name
	}
	return g, err
}

// For is the glossary for an article in source and its translation into target:
// g itself, g reversed, or nil when it is about other languages.
func (g *Glossary) For(source, target *lang.Language) *Glossary {
	switch {
	case g.Source == source && g.Target == target:
		return g
	case g.Source == target && g.Target == source:
		g.reverseOnce.Do(func() { g.reversed = g.Reverse() })
		return g.reversed
	}
	return nil
}

// Reverse is the glossary for the other direction. Agreed renderings become names
// in the source language. Allowed ones are dropped, since they may mean more than
// the term does, and forbidden ones, which say how not to write the language that
// is now only read. So is a pattern's term, whose forms are no text that could be
// a rendering. A glossary that is OneWay loses all.
func (g *Glossary) Reverse() *Glossary {
	out := &Glossary{Name: g.Name, Source: g.Target, Target: g.Source}
	if g.OneWay {
		return out
	}
	for _, t := range g.Terms {
		if t.Mode == Regex {
			continue
		}
		r := *t
		r.Source, r.Target = t.Target, t.Source
		r.Allowed, r.Forbidden, r.Forms = nil, nil, nil
		r.Abbreviation, r.TargetAbbreviation = t.TargetAbbreviation, t.Abbreviation
		out.Terms = append(out.Terms, &r)
	}
	return out
}

// Merge lays glossaries of one direction over each other: a term of a later one
// takes the place of every earlier term with which it shares a source form, unless
// both have a domain and these differ. nil glossaries are passed over; with none
// left, Merge is nil. The same layers give the same glossary, compiled once.
func Merge(layers ...*Glossary) *Glossary {
	layers = slices.DeleteFunc(slices.Clone(layers), func(g *Glossary) bool { return g == nil })
	if len(layers) == 0 {
		return nil
	}
	below, top := layers[:len(layers)-1], layers[len(layers)-1]
	if len(below) == 0 {
		return top
	}
	top.merging.Lock()
	defer top.merging.Unlock()
	if !slices.Equal(below, top.below) {
		top.below, top.merged = below, lay(layers)
	}
	return top.merged
}

func lay(layers []*Glossary) *Glossary {
	out := &Glossary{Name: layers[0].Name, Source: layers[0].Source, Target: layers[0].Target, Terms: layers[0].Terms}
	for _, g := range layers[1:] {
		out = &Glossary{Name: out.Name + " + " + g.Name, Source: g.Source, Target: g.Target,
			Terms: append(out.without(g.Terms), g.Terms...)}
	}
	return out
}

// without is the terms that none of later replaces.
func (g *Glossary) without(later []*Term) []*Term {
	domains := map[string][]string{}
	for _, t := range later {
		for _, form := range t.Source {
			domains[key(form)] = append(domains[key(form)], t.Domain)
		}
	}
	var out []*Term
	for _, t := range g.Terms {
		if !replaced(t, domains) {
			out = append(out, t)
		}
	}
	return out
}

func replaced(t *Term, domains map[string][]string) bool {
	for _, form := range t.Source {
		for _, d := range domains[key(form)] {
			if d == "" || t.Domain == "" || d == t.Domain {
				return true
			}
		}
	}
	return false
}
