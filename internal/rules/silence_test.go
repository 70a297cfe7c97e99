package rules_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tvilling/internal/check"
	"tvilling/internal/parse"
	"tvilling/internal/review"
	"tvilling/internal/rules"
	"tvilling/internal/text"
)

// TestSilenceOnGoodTranslations reviews every bundled clean pair with all rules
// that are on by default: no error and no warning may come of it.
func TestSilenceOnGoodTranslations(t *testing.T) {
	for _, dir := range []string{"clean", "clean-sv-en"} {
		pairs, err := filepath.Glob("../../testdata/articles/" + dir + "/*/en.*")
		if err != nil || len(pairs) == 0 {
			t.Fatalf("no pairs in %s: %v", dir, err)
		}
		for _, english := range pairs {
			t.Run(filepath.Base(filepath.Dir(english)), func(t *testing.T) { staysSilent(t, english, dir == "clean-sv-en") })
		}
	}
}

func staysSilent(t *testing.T, english string, reverse bool) {
	swedish := strings.Replace(english, "/en.", "/sv.", 1)
	source, target := readArticle(t, english), readArticle(t, swedish)
	if reverse {
		source, target = target, source
	}
	on, err := rules.Select(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	o := review.Options{SourceFormat: parse.FormatOf(source.Name), TargetFormat: parse.FormatOf(target.Name), Rules: on}
	if yaml, err := os.ReadFile(filepath.Join(filepath.Dir(english), "glossary.yaml")); err == nil {
		o.Glossaries = readGlossary(t, string(yaml))
	}
	result, err := review.Pair(source, target, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Findings {
		if f.Severity >= check.Warning {
			t.Errorf("%s", describe([]check.Finding{f}))
		}
	}
}

func readArticle(t *testing.T, name string) *text.File {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := text.Decode(filepath.Base(name), raw)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
