package rules_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tvilling/internal/check"
	"tvilling/internal/config"
	"tvilling/internal/parse"
	"tvilling/internal/review"
	"tvilling/internal/rules"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

var update = flag.Bool("update", false, "rewrite the want and fixed parts of the cases")

const cases = "../../testdata/rules"

// TestCases runs every testdata/rules/<rule>/*.txtar: two articles, the findings
// of that rule that are wanted, and what its safe fixes make of the target.
func TestCases(t *testing.T) {
	folders, err := os.ReadDir(cases)
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		rule := rules.Find(folder.Name())
		if rule == nil {
			t.Errorf("testdata/rules/%s: there is no rule of that name", folder.Name())
			continue
		}
		t.Run(rule.ID, func(t *testing.T) { runFolder(t, rule) })
	}
}

func runFolder(t *testing.T, rule *check.Rule) {
	files, err := filepath.Glob(filepath.Join(cases, rule.ID, "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	silent := false
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			if len(runCase(t, rule, file)) == 0 {
				silent = true
			}
		})
	}
	if !silent {
		t.Errorf("%s has no case that must stay silent", rule.ID)
	}
}

// runCase checks one file and returns what the rule found.
func runCase(t *testing.T, rule *check.Rule, file string) []check.Finding {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(string(archive.Comment)) == "" {
		t.Errorf("%s does not say what it shows", file)
	}
	c := readCase(t, archive)
	found := c.run(t, rule, c.target)
	c.compare(t, archive, "want", describe(found))
	if fixed, ok := applySafe(t, c.target, found); ok {
		c.compare(t, archive, "fixed", string(fixed))
		checkFixed(t, c, rule, fixed)
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return found
}

// aCase is one txtar file: the first two files in it are source and target.
type aCase struct {
	source, target *text.File
	glossaries     []*term.Glossary
	settings       config.Settings // of a part "config.yaml", in the form of .tvilling.yaml
}

func readCase(t *testing.T, archive *txtar.Archive) aCase {
	t.Helper()
	if len(archive.Files) < 2 {
		t.Fatal("a case needs a source and a target")
	}
	c := aCase{
		source: text.NewFile(archive.Files[0].Name, string(archive.Files[0].Data)),
		target: text.NewFile(archive.Files[1].Name, string(archive.Files[1].Data)),
	}
	for _, f := range archive.Files {
		if f.Name == "glossary.yaml" {
			c.glossaries = readGlossary(t, string(f.Data))
		}
		if f.Name == "config.yaml" {
			project, err := config.Read(f.Name, f.Data, config.Names{})
			if err != nil {
				t.Fatal(err)
			}
			c.settings = project.Settings
		}
	}
	return c
}

func readGlossary(t *testing.T, yaml string) []*term.Glossary {
	t.Helper()
	if yaml == "" {
		return nil
	}
	g, err := term.Read(text.NewFile("glossary.yaml", yaml))
	if err != nil {
		t.Fatal(err)
	}
	return []*term.Glossary{g}
}

// run reviews the target and keeps the findings of one rule. All rules run: what
// another rule explains better is not this one's to report.
func (c aCase) run(t *testing.T, rule *check.Rule, target *text.File) []check.Finding {
	t.Helper()
	all := rules.All()
	if rule.OptIn {
		all = []*check.Rule{rule}
	}
	result, err := review.Pair(c.source, target, review.Options{
		SourceLang: language(c.source.Name), TargetLang: language(target.Name),
		SourceFormat: parse.FormatOf(c.source.Name), TargetFormat: parse.FormatOf(target.Name),
		Rules: all, Glossaries: c.glossaries, Config: c.settings,
	})
	if err != nil {
		t.Fatal(err)
	}
	var out []check.Finding
	for _, f := range result.Findings {
		if f.Rule == rule.ID {
			out = append(out, f)
		}
	}
	return out
}

// language is the code that a case's file name begins with: "sv.md".
func language(name string) string { return name[:2] }

// describe writes findings one a line: place, the words in guillemets, rule, message.
func describe(found []check.Finding) string {
	var b strings.Builder
	for _, f := range found {
		at := f.Span.Position()
		words := strings.ReplaceAll(f.Span.Text(), "\n", "⏎")
		if r := []rune(words); len(r) > 60 {
			words = string(r[:59]) + "…"
		}
		fmt.Fprintf(&b, "%s:%d:%d «%s» %s %s: %s\n", f.Span.File.Name, at.Line, at.Column, words, f.Severity, f.Rule, f.Message)
	}
	return b.String()
}

// compare holds got against a part of the archive, or rewrites that with -update.
func (c aCase) compare(t *testing.T, archive *txtar.Archive, part, got string) {
	t.Helper()
	for i := range archive.Files {
		if archive.Files[i].Name != part {
			continue
		}
		if *update {
			archive.Files[i].Data = []byte(got)
		} else if want := string(archive.Files[i].Data); want != got {
			t.Errorf("%s differs\n got:\n%s\nwant:\n%s", part, got, want)
		}
		return
	}
	if *update {
		archive.Files = append(archive.Files, txtar.File{Name: part, Data: []byte(got)})
		return
	}
	t.Errorf("the case has no part %q; got:\n%s", part, got)
}

// applySafe makes the first safe fix of each finding; ok is false when there is none.
func applySafe(t *testing.T, target *text.File, found []check.Finding) ([]byte, bool) {
	t.Helper()
	var edits []text.Edit
	for _, f := range found {
		for _, fix := range f.Fixes {
			if fix.Safe {
				edits = append(edits, fix.Edits...)
				break
			}
		}
	}
	if len(edits) == 0 {
		return nil, false
	}
	out, err := text.Apply(target, edits)
	if err != nil {
		t.Fatalf("the fixes of one run cannot be made together: %v", err)
	}
	return out, true
}

// checkFixed demands that a fix removes its finding and that a second round
// changes nothing more.
func checkFixed(t *testing.T, c aCase, rule *check.Rule, fixed []byte) {
	t.Helper()
	target := text.NewFile(c.target.Name, string(fixed))
	for _, f := range c.run(t, rule, target) {
		for _, fix := range f.Fixes {
			if fix.Safe {
				t.Errorf("after the fixes this is still found, with a safe fix: %s", describe([]check.Finding{f}))
			}
		}
	}
}

func TestEveryRuleIsWhole(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.ID, func(t *testing.T) {
			if _, err := os.Stat(filepath.Join(cases, r.ID)); err != nil {
				t.Errorf("testdata/rules/%s is missing", r.ID)
			}
			if r.Title == "" || len(r.Doc) < 80 || r.Category == "" {
				t.Error("title, doc or category is missing")
			}
			if len(r.Bad) == 0 || len(r.Good) == 0 {
				t.Error("needs at least one Bad and one Good example")
			}
			for i, x := range r.Bad {
				if got := runExample(t, r, x); len(got) == 0 {
					t.Errorf("Bad example %d is not reported", i)
				}
			}
			for i, x := range r.Good {
				if got := runExample(t, r, x); len(got) > 0 {
					t.Errorf("Good example %d is reported:\n%s", i, describe(got))
				}
			}
		})
	}
}

func runExample(t *testing.T, r *check.Rule, x check.Example) []check.Finding {
	t.Helper()
	c := aCase{source: text.NewFile("en.md", x.Source), target: text.NewFile("sv.md", x.Target), glossaries: readGlossary(t, x.Glossary)}
	if x.Reverse {
		c.source.Name, c.target.Name = "sv.md", "en.md"
	}
	return c.run(t, r, c.target)
}
