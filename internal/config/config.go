// Package config is the project's settings as written in .tvilling.yaml, every error with line and column.
package config

import "cmp"

// Name is what the file is called.
const Name = ".tvilling.yaml"

// Config is what one .tvilling.yaml says. The zero value, and what the file does
// not mention, means the default. It is read-only once read. All paths and
// patterns are relative to the file's folder, the project's root, with slashes.
type Config struct {
	Languages Languages
	Pairs     []Pair
	Exclude   []string // patterns of files that are no part of the project
	Formats   []Format // the last that matches wins
	Settings           // what holds for every article
	Overrides []Override
	Suppress  []Suppression
	FailLevel string // "error", "warning" or "suggestion"; "" for the default
	Baseline  string // a file; "" for none
	Stamps    string // "lock" or "front-matter": where new stamps go; "" for the default
}

// Where new stamps go.
const (
	Lock              = "lock"
	FrontMatterStamps = "front-matter"
)

// Languages are BCP 47 codes as written; "" is recognised from the text.
type Languages struct{ Source, Target string }

// Pair says how targets are found from sources.
type Pair struct {
	Source    string // a pattern with *, **, ? and {a,b}; {lang} is filled in already
	Target    string // a template with {path}, {dir}, {name} and {ext}; {lang} is filled in
	Key       string // front matter: what is equal on both sides; "" pairs by path alone
	Languages Languages
}

// Format names the format of the files that match a pattern.
type Format struct{ Pattern, Format string } // "markdown", "html" or "text"

// Settings hold for an article pair: the project's, with those overrides laid
// over them that name the pair. The zero value is the default.
type Settings struct {
	Glossaries  []string // files and builtin:NAME; later ones win
	Rules       Rules
	References  References
	Links       Links
	FrontMatter FrontMatter
}

// Rules choose rules. A name may end in * to mean all that begin so.
type Rules struct {
	Select   []string          // nil runs those that are on by default
	Ignore   []string          // left out
	Severity map[string]string // by rule: "error", "warning" or "suggestion"
}

// References say how the references of an article are to be translated.
type References struct {
	Titles      Titles
	Venues      Venues
	Scaffolding Scaffolding
	Order       Order
}

// Titles says what becomes of the titles of cited works.
type Titles uint8

const (
	KeepTitles      Titles = iota // they stay as published
	BracketTitles                 // as published, with a translation in brackets behind
	TranslateTitles               // they may be translated
)

// Venues says what becomes of the names of journals and books.
type Venues uint8

const (
	KeepVenues      Venues = iota // they stay as published
	TranslateVenues               // they may be translated
)

// Scaffolding says what becomes of the words around the fields: "Retrieved
// from", "edited by", "p.".
type Scaffolding uint8

const (
	TranslateScaffolding Scaffolding = iota
	KeepScaffolding
)

// Order says whether references stand in the source's order.
type Order uint8

const (
	SameOrder Order = iota
	AnyOrder        // an alphabetical list is sorted anew
)

// Links say which addresses become which in the translation.
type Links struct{ Localised []Localised }

// Localised says that an address that begins with Source in the source article
// begins with Target in the target.
type Localised struct{ Source, Target string }

// FrontMatter says which keys are no text.
type FrontMatter struct {
	Fixed []string // the same on both sides; nested keys are joined by dots
}

// Override are settings for the pairs whose source or target matches.
type Override struct {
	Paths []string
	Settings
	references written // which of Settings.References the file mentions
}

// written tells an answer that is the default from one that was not given.
type written struct{ titles, venues, scaffolding, order bool }

// For are the settings of one article pair, and nil-safe: those of the project
// with the matching overrides laid over them in order. Lists add up, but for
// Rules.Select, which is replaced.
func (c *Config) For(source, target string) Settings {
	if c == nil {
		return Settings{}
	}
	s := c.Settings
	for _, o := range c.Overrides {
		if MatchAny(o.Paths, source) || MatchAny(o.Paths, target) {
			s = s.with(o)
		}
	}
	return s
}

func (s Settings) with(o Override) Settings {
	s.Glossaries = join(s.Glossaries, o.Glossaries)
	if o.Rules.Select != nil {
		s.Rules.Select = o.Rules.Select
	}
	s.Rules.Ignore = join(s.Rules.Ignore, o.Rules.Ignore)
	severity := map[string]string{}
	for _, m := range []map[string]string{s.Rules.Severity, o.Rules.Severity} {
		for rule, level := range m {
			severity[rule] = level
		}
	}
	s.Rules.Severity = severity
	s.References = s.References.with(o.References, o.references)
	s.Links.Localised = join(s.Links.Localised, o.Links.Localised)
	s.FrontMatter.Fixed = join(s.FrontMatter.Fixed, o.FrontMatter.Fixed)
	return s
}

func (r References) with(o References, w written) References {
	if w.titles {
		r.Titles = o.Titles
	}
	if w.venues {
		r.Venues = o.Venues
	}
	if w.scaffolding {
		r.Scaffolding = o.Scaffolding
	}
	if w.order {
		r.Order = o.Order
	}
	return r
}

// join is a new list, so that no override writes into the project's own.
func join[T any](a, b []T) []T {
	if len(b) == 0 {
		return a
	}
	return append(append([]T(nil), a...), b...)
}

// FormatOf is the format that the file gives a path; "" leaves it to the extension.
func (c *Config) FormatOf(name string) string {
	format := ""
	if c != nil {
		for _, f := range c.Formats {
			if Match(f.Pattern, name) {
				format = f.Format
			}
		}
	}
	return format
}

// Of are the languages of a pair: its own, else the project's.
func (c *Config) Of(p Pair) Languages {
	return Languages{cmp.Or(p.Languages.Source, c.Languages.Source), cmp.Or(p.Languages.Target, c.Languages.Target)}
}
