package config

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tvilling/internal/strictyaml"
)

var known = Names{Rules: []string{"number", "ref-title", "ref-venue", "spacing"}, Glossaries: []string{"builtin:research", "builtin:software"}}

const everything = `languages: {source: en, target: sv}
pairs:
  - source: content/{lang}/**/*.md
    target: content/{lang}/{path}
    key: translationKey
  - source: news/*.md
    target: "{dir}/{name}.en.md"
    languages: {source: sv-SE, target: en}
exclude: [drafts, "**/*.da.md"]
formats: {"*.page": markdown}
glossaries: [terms.yaml, builtin:research]
rules:
  select: ["ref-*", number]
  ignore: spacing
  severity: {number: warning, "ref-*": suggestion}
references: {titles: bracket, venues: translate, scaffolding: keep, order: any}
links:
  localised: {https://example.com/en/: https://example.com/sv/}
front-matter: {fixed: [slug, seo.image]}
overrides:
  - paths: content/sv/blog
    rules: {select: [number]}
    references: {titles: keep}
    glossaries: blog.yaml
suppress:
  - {paths: "content/sv/*.md", rule: number, text: "  1 243\n ", reason: agreed}
  - {rules: [spacing, ref-title], text: alla}
fail-level: warning
baseline: .tvilling-baseline.json
stamps: front-matter
`

func TestRead(t *testing.T) {
	got, err := Read("c.yaml", []byte(everything), known)
	if err != nil {
		t.Fatal(err)
	}
	want := &Config{
		Languages: Languages{"en", "sv"},
		Pairs: []Pair{
			{Source: "content/en/**/*.md", Target: "content/sv/{path}", Key: "translationKey"},
			{Source: "news/*.md", Target: "{dir}/{name}.en.md", Languages: Languages{"sv-SE", "en"}},
		},
		Exclude: []string{"drafts", "**/*.da.md"},
		Formats: []Format{{"*.page", "markdown"}},
		Settings: Settings{
			Glossaries: []string{"terms.yaml", "builtin:research"},
			Rules: Rules{Select: []string{"ref-*", "number"}, Ignore: []string{"spacing"},
				Severity: map[string]string{"number": "warning", "ref-title": "suggestion", "ref-venue": "suggestion"}},
			References:  References{BracketTitles, TranslateVenues, KeepScaffolding, AnyOrder},
			Links:       Links{[]Localised{{"https://example.com/en/", "https://example.com/sv/"}}},
			FrontMatter: FrontMatter{[]string{"slug", "seo.image"}},
		},
		Overrides: []Override{{Paths: []string{"content/sv/blog"},
			Settings: Settings{Glossaries: []string{"blog.yaml"}, Rules: Rules{Select: []string{"number"}}}}},
		Suppress: []Suppression{
			{Paths: []string{"content/sv/*.md"}, Rules: []string{"number"}, Text: "1 243", Reason: "agreed", Line: 26, Column: 5},
			{Rules: []string{"spacing", "ref-title"}, Text: "alla", Line: 27, Column: 5},
		},
		FailLevel: "warning",
		Baseline:  ".tvilling-baseline.json",
		Stamps:    FrontMatterStamps,
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Override{})); diff != "" {
		t.Error(diff)
	}
}

// What is written reads back as the same settings.
func TestWriteReadsBack(t *testing.T) {
	c, err := Read("c.yaml", []byte(everything), known)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := c.Write(&b); err != nil {
		t.Fatal(err)
	}
	back, err := Read("c.yaml", []byte(b.String()), known)
	if err != nil {
		t.Fatalf("%v\n%s", err, b.String())
	}
	if diff := cmp.Diff(c, back, cmp.AllowUnexported(Override{}, written{}), cmpopts.IgnoreFields(Suppression{}, "Line", "Column")); diff != "" {
		t.Errorf("%s\n%s", diff, b.String())
	}
}

// An override changes what it names and leaves the rest, the project's own
// settings included.
func TestOverrides(t *testing.T) {
	c, err := Read("c.yaml", []byte(everything), known)
	if err != nil {
		t.Fatal(err)
	}
	blog := c.For("content/en/blog/a.md", "content/sv/blog/a.md")
	if blog.References != (References{KeepTitles, TranslateVenues, KeepScaffolding, AnyOrder}) {
		t.Errorf("references %+v", blog.References)
	}
	if diff := cmp.Diff([]string{"terms.yaml", "builtin:research", "blog.yaml"}, blog.Glossaries); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(Rules{Select: []string{"number"}, Ignore: []string{"spacing"}, Severity: c.Rules.Severity}, blog.Rules); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(c.Settings, c.For("content/en/a.md", "content/sv/a.md")); diff != "" {
		t.Error(diff)
	}
}

func TestDefaults(t *testing.T) {
	for _, content := range []string{"", "# nothing yet\n", "pairs: []\n"} {
		c, err := Read("c.yaml", []byte(content), known)
		if err != nil {
			t.Errorf("%q: %v", content, err)
		}
		if diff := cmp.Diff(&Config{}, c); diff != "" {
			t.Errorf("%q: %s", content, diff)
		}
	}
	var none *Config
	if diff := cmp.Diff(Settings{}, none.For("a", "b")); diff != "" {
		t.Error(diff)
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct{ why, yaml, want string }{
		{"a key that is near another", "exlude: [a]\n", `c.yaml:1:1: unknown key "exlude"; did you mean "exclude"?`},
		{"a rule", "rules:\n  ignore: [nummber]\n", `c.yaml:2:12: no rule is called "nummber"; did you mean "number"?; see tvilling rules`},
		{"a severity", "rules: {severity: {number: eror}}\n", `c.yaml:1:28: "eror" is none of error, warning, suggestion; did you mean "error"?`},
		{"a rule without its level", "rules: {severity: {nr: error}}\n", `c.yaml:1:20: no rule is called "nr"`},
		{"a policy", "references:\n  titles: brackets\n", `c.yaml:2:11: "brackets" is none of keep, bracket, translate; did you mean "bracket"?`},
		{"a built-in glossary", "glossaries: [builtin:reserch]\n", `c.yaml:1:14: no glossary is called "builtin:reserch"; did you mean "builtin:research"?`},
		{"a glossary outside", "glossaries: [../terms.yaml]\n", `c.yaml:1:14: "../terms.yaml" leaves the project: .. is not allowed`},
		{"a language", "languages: {source: em}\n", `c.yaml:1:21: language "em" is unknown; did you mean "en"?; English is en, Swedish is sv`},
		{"one language", "languages: {source: en, target: en-GB}\n", `c.yaml:1:33: source and target are both English`},
		{"half a pair", "pairs:\n  - source: a/*.md\n", `c.yaml:2:5: a pair needs target`},
		{"a place that there is not", "pairs:\n  - {source: a/*.md, target: \"b/{nmae}.md\"}\n", `c.yaml:2:30: {nmae} is unknown; use {path}, {dir}, {name}, {ext}, {lang}; did you mean "{name}"?`},
		{"a brace too few", "pairs:\n  - {source: a/*.md, target: \"b/{name.md\"}\n", `c.yaml:2:30: "b/{name.md" has a { without }`},
		{"wildcards in a target", "pairs:\n  - {source: a/*.md, target: b/*.md}\n", `c.yaml:2:30: a target has no wildcards`},
		{"one target for all", "pairs:\n  - {source: a/*.md, target: b/c.md}\n", `c.yaml:2:30: every source would have the target "b/c.md"`},
		{"a path that nothing matches", "pairs:\n  - {source: a.md, target: \"b/{path}\"}\n", `c.yaml:2:28: {path} is what the wildcards of source match, and it has none`},
		{"a way out", "pairs:\n  - {source: \"../x/**/*.md\", target: \"b/{path}\"}\n", `c.yaml:2:14: "../x/**/*.md" leaves the project`},
		{"a way out of a target", "pairs:\n  - {source: \"x/**/*.md\", target: \"../{path}\"}\n", `c.yaml:2:35: "../{path}" leaves the project`},
		{"an absolute path", "exclude: /etc\n", `c.yaml:1:10: "/etc" begins with /`},
		{"a broken pattern", "exclude: [\"a[\"]\n", `c.yaml:1:11: "a[" is no valid pattern`},
		{"a language that is nowhere named", "pairs:\n  - {source: \"{lang}/*.md\", target: \"sv/{path}\"}\n", `c.yaml:2:14: {lang} is used, but languages has no source`},
		{"a baseline elsewhere", "baseline: a/../../b\n", `c.yaml:1:11: "a/../../b" leaves the project`},
		{"an override for nothing", "overrides:\n  - rules: {ignore: number}\n", `c.yaml:2:5: an override needs paths`},
		{"a format", "formats: {\"*.x\": docx}\n", `c.yaml:1:18: "docx" is none of markdown, html, text`},
	} {
		t.Run(c.why, func(t *testing.T) {
			_, err := Read("c.yaml", []byte(c.yaml), known)
			if err == nil {
				t.Fatal("no mistake was found")
			}
			if !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got  %s\nwant %s", err, c.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(everything))
	f.Add([]byte("pairs:\n  - {source: \"{a,b}/**\", target: \"{dir}/{name}{ext}{ext}\"}\n"))
	f.Add([]byte("pairs: [{source: a, target: \"{path}{dir}/{dir}\"}]\nexclude: [\"[^a]\", \"{a,{b,c}}\"]"))
	f.Add([]byte("rules: &a {select: *a}\noverrides: [*a]\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		c, err := Read("c.yaml", content, known)
		if err != nil {
			for _, e := range err.(strictyaml.Errors) {
				if e.Line > 0 && e.Column < 1 {
					t.Errorf("a mistake without place: %+v", e)
				}
			}
			return
		}
		for _, name := range []string{"a", "content/en/a.md", "å/-b c.html"} {
			c.For(name, name)
			c.FormatOf(name)
			for _, p := range c.Pairs {
				if to := p.TargetOf(name); strings.HasPrefix(to, "../") || strings.HasPrefix(to, "/") {
					t.Errorf("%q is the target of %q in %+v", to, name, p)
				}
				p.Finder().SourceOf(name)
			}
		}
	})
}
