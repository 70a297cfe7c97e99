package config

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Write writes what a configuration says, the defaults included, as a file that
// Read reads back. {lang} is filled in.
func (c *Config) Write(out io.Writer) error {
	w := &writer{}
	w.languages("", c.Languages)
	w.list("", "pairs", len(c.Pairs), func(i int) { w.pair(c.Pairs[i]) })
	w.strings("", "exclude", c.Exclude)
	w.mapping("", "formats", len(c.Formats), func(i int) (string, string) { return c.Formats[i].Pattern, c.Formats[i].Format })
	w.settings("", c.Settings, written{true, true, true, true})
	w.list("", "overrides", len(c.Overrides), func(i int) {
		w.line("  - paths: %s", quoted(c.Overrides[i].Paths))
		w.settings("    ", c.Overrides[i].Settings, c.Overrides[i].references)
	})
	w.suppressions(c.Suppress)
	w.line("fail-level: %s", cmp.Or(c.FailLevel, "error"))
	w.line("stamps: %s", cmp.Or(c.Stamps, Lock))
	if c.Baseline != "" {
		w.line("baseline: %s", quoted(c.Baseline))
	}
	_, err := io.WriteString(out, w.String())
	return err
}

// WriteFor writes what holds for the pair of one article, in the same form.
func (c *Config) WriteFor(out io.Writer, path string) error {
	w := &writer{}
	w.settings("", c.For(path, path), written{true, true, true, true})
	w.suppressions(slices.DeleteFunc(slices.Clone(c.Suppress), func(s Suppression) bool { return !s.Covers(path, path) }))
	_, err := io.WriteString(out, w.String())
	return err
}

type writer struct{ strings.Builder }

func (w *writer) line(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }

func (w *writer) languages(indent string, l Languages) {
	if l != (Languages{}) {
		w.line("%slanguages: {source: %s, target: %s}", indent, quoted(l.Source), quoted(l.Target))
	}
}

func (w *writer) pair(p Pair) {
	w.line("  - source: %s", quoted(p.Source))
	w.line("    target: %s", quoted(p.Target))
	if p.Key != "" {
		w.line("    key: %s", quoted(p.Key))
	}
	w.languages("    ", p.Languages)
}

func (w *writer) settings(indent string, s Settings, told written) {
	w.strings(indent, "glossaries", s.Glossaries)
	w.rules(indent, s.Rules)
	w.references(indent, s.References, told)
	if len(s.Links.Localised) > 0 {
		w.line("%slinks:", indent)
		w.mapping(indent+"  ", "localised", len(s.Links.Localised), func(i int) (string, string) {
			return s.Links.Localised[i].Source, s.Links.Localised[i].Target
		})
	}
	if len(s.FrontMatter.Fixed) > 0 {
		w.line("%sfront-matter:", indent)
		w.strings(indent+"  ", "fixed", s.FrontMatter.Fixed)
	}
}

func (w *writer) rules(indent string, r Rules) {
	if len(r.Select)+len(r.Ignore)+len(r.Severity) == 0 {
		return
	}
	w.line("%srules:", indent)
	w.strings(indent+"  ", "select", r.Select)
	w.strings(indent+"  ", "ignore", r.Ignore)
	ids := slices.Sorted(maps.Keys(r.Severity))
	w.mapping(indent+"  ", "severity", len(ids), func(i int) (string, string) { return ids[i], r.Severity[ids[i]] })
}

func (w *writer) references(indent string, r References, told written) {
	var parts []string
	put := func(told bool, key string, names []string, chosen uint8) {
		if told {
			parts = append(parts, key+": "+names[chosen])
		}
	}
	put(told.titles, "titles", titleNames, uint8(r.Titles))
	put(told.venues, "venues", venueNames, uint8(r.Venues))
	put(told.scaffolding, "scaffolding", scaffoldingNames, uint8(r.Scaffolding))
	put(told.order, "order", orderNames, uint8(r.Order))
	if len(parts) > 0 {
		w.line("%sreferences: {%s}", indent, strings.Join(parts, ", "))
	}
}

func (w *writer) list(indent, key string, n int, item func(int)) {
	if n == 0 {
		return
	}
	w.line("%s%s:", indent, key)
	for i := range n {
		item(i)
	}
}

func (w *writer) strings(indent, key string, list []string) {
	if len(list) > 0 {
		w.line("%s%s: %s", indent, key, quoted(list))
	}
}

func (w *writer) mapping(indent, key string, n int, item func(int) (string, string)) {
	w.list(indent, key, n, func(i int) {
		k, v := item(i)
		w.line("%s  %s: %s", indent, quoted(k), quoted(v))
	})
}

// quoted is JSON, which YAML takes as it is.
func quoted(v any) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(v) != nil {
		return `""` // cannot be: v is text or a list of it
	}
	return strings.TrimSuffix(b.String(), "\n")
}
