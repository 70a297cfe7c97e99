package page_test

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"tvilling/internal/check"
	"tvilling/internal/page"
	"tvilling/internal/parse"
	"tvilling/internal/review"
	"tvilling/internal/rules"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// result reviews a pair of Markdown articles, English and Swedish.
func result(t testing.TB, source, target, glossary string) *check.Result {
	t.Helper()
	o := review.Options{SourceLang: "en", TargetLang: "sv", SourceFormat: parse.Markdown, TargetFormat: parse.Markdown,
		Rules: selected(t), AllRules: rules.All()}
	if glossary != "" {
		g, err := term.Read(text.NewFile("terms.yaml", glossary))
		if err != nil {
			t.Fatal(err)
		}
		o.Glossaries = append(o.Glossaries, g)
	}
	res, err := review.Pair(text.NewFile("en.md", source), text.NewFile("sv.md", target), o)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func selected(t testing.TB) []*check.Rule {
	chosen, err := rules.Select(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return chosen
}

// written is the page of a pair.
func written(t testing.TB, res *check.Result) string {
	t.Helper()
	var b bytes.Buffer
	if err := page.Write(&b, page.Book{Version: "test", Articles: []*page.Article{page.View(res, "")}, Rules: rules.All()}, page.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const (
	smallSource = `# Sleep and memory

The study followed 1,234 adults, *all* of them healthy, for 12 weeks.

- Sleep spindles come in the second stage.
  - They last for a second.
- Dreams come later.

## What was left out

This passage was never translated, although it says how the adults were chosen.

| Stage | Minutes |
|---|---|
| Deep | 90 |

` + "```\nrun --now\n```\n"
	smallTarget = `# Sömn och minne

Studien följde 1 243 vuxna,*alla* friska, under 12 veckor.

- Sömnspindlar kommer i det andra stadiet.
  - De varar i en sekund.
- Drömmar kommer senare.

## Vad som utelämnades

| Stadium | Minuter |
|---|---|
| Djupt | 90 |

` + "```\nrun --now\n```\n"
	smallGlossary = "source: en\ntarget: sv\nterms:\n  - source: sleep spindle\n    target: sömnspindel\n"
)

// What a small page is made of, its script and style left out: read the golden file
// beside the two articles above.
func TestGolden(t *testing.T) {
	got := written(t, result(t, smallSource, smallTarget, smallGlossary))
	for _, part := range []string{`(?s)(<style>).*?(</style>)`, `(?s)(<script>).*?(</script>)`, `(sha256-).*?(&#39;)`} {
		got = regexp.MustCompile(part).ReplaceAllString(got, "$1…$2")
	}
	const file = "testdata/small.html"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("the page is another (-want +got); -update writes it anew:\n%s", d)
	}
}

// nodes are all elements of a page.
func nodes(t testing.TB, content string) []*html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
	}
	return out
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return strings.Contains(" "+attribute(n, "class")+" ", " "+class+" ")
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// Underlines stand at the words of their findings, on both sides, also where
// markup and entities stand before them.
func TestMarksStandAtTheirWords(t *testing.T) {
	res := result(t, "# Sleep\n\nAt *R&amp;D* **1,234** adults slept, [all](https://example.org/a) of them.\n",
		"# Sömn\n\nPå *F&amp;U* sov **1 243** vuxna,alla [av dem](https://example.org/b).\n", "")
	marked := map[string][]string{}
	cards := map[string]string{}
	for _, n := range nodes(t, written(t, res)) {
		switch {
		case hasClass(n, "m"), hasClass(n, "caret"):
			marked[attribute(n, "data-f")] = append(marked[attribute(n, "data-f")], textOf(n))
		case hasClass(n, "r"):
			marked["source of "+attribute(n, "data-r")] = append(marked["source of "+attribute(n, "data-r")], textOf(n))
		case hasClass(n, "card"):
			cards[attribute(n, "id")] = attribute(n, "data-rule")
		}
	}
	got := map[string]string{}
	for id, words := range marked {
		of := strings.TrimPrefix(id, "source of ")
		got[strings.Replace(id, of, cards[of], 1)] = strings.Join(words, "|")
	}
	want := map[string]string{"number": "1 243", "source of number": "1,234", "spacing": "na,al", "link": "av dem", "source of link": "all"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
