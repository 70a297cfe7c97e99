package review_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tvilling/internal/check"
	"tvilling/internal/parse"
	"tvilling/internal/review"
	"tvilling/internal/rules"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

// article is a pair of testdata/articles with its glossary, if any.
type article struct {
	name           string
	source, target *text.File
	options        review.Options
}

// articles are all pairs of testdata/articles: one draft with slips, many clean.
func articles(t testing.TB) []article {
	t.Helper()
	const root = "../../testdata/articles"
	folders, err := filepath.Glob(root + "/*/*")
	if err != nil {
		t.Fatal(err)
	}
	var out []article
	for _, folder := range append(folders, root+"/sleep-and-memory") {
		if info, err := os.Stat(folder); err != nil || !info.IsDir() {
			continue
		}
		a := article{name: filepath.Base(folder)}
		a.source, a.target = only(t, folder, "en"), only(t, folder, "sv")
		if strings.Contains(folder, "sv-en") {
			a.source, a.target = a.target, a.source
		}
		a.options = review.Options{Rules: rules.All(),
			SourceFormat: parse.FormatOf(a.source.Name), TargetFormat: parse.FormatOf(a.target.Name)}
		if raw, err := os.ReadFile(filepath.Join(folder, "glossary.yaml")); err == nil {
			g, err := term.Read(text.NewFile("glossary.yaml", string(raw)))
			if err != nil {
				t.Fatal(err)
			}
			a.options.Glossaries = []*term.Glossary{g}
		}
		out = append(out, a)
	}
	if len(out) < 10 {
		t.Fatalf("only %d articles", len(out))
	}
	return out
}

// only is the one file of a folder whose name begins with a language's code.
func only(t testing.TB, folder, code string) *text.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, code+".*"))
	if err != nil || len(names) != 1 {
		t.Fatalf("%s: %v %v", folder, names, err)
	}
	raw, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	f, err := text.Decode(filepath.Base(names[0]), raw)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// review reviews the article with another target.
func (a article) review(t rapid.TB, target *text.File) *check.Result {
	t.Helper()
	res, err := review.Pair(a.source, target, a.options)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// TestHands: several goroutines on one pair find what one finds.
func TestHands(t *testing.T) {
	chosen, err := rules.Select(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles(t) {
		a.options.Rules, a.options.AllRules = chosen, rules.All()
		said := func(hands int) (lines []string) {
			a.options.Hands = hands
			res, err := review.Pair(a.source, a.target, a.options)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range res.Findings {
				lines = append(lines, f.Fingerprint+" "+f.Message)
			}
			return lines
		}
		if one, many := said(1), said(4); !slices.Equal(one, many) {
			t.Errorf("%s: one hand finds\n%s\nfour find\n%s", a.name, strings.Join(one, "\n"), strings.Join(many, "\n"))
		}
	}
}
