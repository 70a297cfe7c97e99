package page_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tvilling/internal/page"
	"tvilling/internal/parse"
	"tvilling/internal/review"
	"tvilling/internal/rules"
	"tvilling/internal/text"
)

// elements are all that a page consists of, apart from what it draws.
var elements = strings.Fields(`html head meta link title style body header p span nav a button div main noscript article h1 h2 h3 h4 h5 h6
	small dl dt dd search input label details summary select option ol li ul bdi del ins pre em strong code sup section footer kbd
	template form dialog fieldset legend textarea script svg rect line table thead tbody tr th td`)

// harmless fails when a page holds anything that its own template does not make.
func harmless(t testing.TB, content string) {
	t.Helper()
	scripts := 0
	for _, n := range nodes(t, content) {
		if !slices.Contains(elements, n.Data) {
			t.Fatalf("an element <%s>", n.Data)
		}
		if n.Data == "script" {
			scripts++
		}
		for _, a := range n.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "src", a.Key == "srcset", a.Key == "action":
				t.Fatalf("<%s> has %s=%q", n.Data, a.Key, a.Val)
			case a.Key == "href" && !strings.HasPrefix(a.Val, "#") && n.Data != "link":
				t.Fatalf("<%s> leads to %q", n.Data, a.Val)
			}
		}
	}
	if scripts != 2 {
		t.Fatalf("%d scripts", scripts)
	}
}

const hostile = "# <script>alert(1)</script> &amp; &lt;b&gt;\n\n" +
	"Click [here](javascript:alert(1)) or <a href=\"javascript:alert(2)\" onclick=\"alert(3)\">there</a>, ![x](javascript:alert(4)).\n\n" +
	"Turned \u202eround and\u2066 never closed, \x00 \x07 \u0085 \u2028 \ufeff.\n\n" +
	"`</script><script>alert(5)</script>` and </textarea></style></title><!-- <script> -->\n\n" +
	"| <img src=x onerror=alert(6)> | '\"`${x}{{.}} |\n|---|---|\n| 1,234 | \u202d5 |\n"

// What an article holds stays text, whatever it is.
func TestHostileArticles(t *testing.T) {
	content := written(t, result(t, hostile, strings.ReplaceAll(hostile, "1,234", "1 243"), "source: en\ntarget: sv\nterms:\n  - source: \"here\"\n    target: '\"><script>x'\n"))
	harmless(t, content)
	for _, want := range []string{"alert(1)", "\u202eround", "␇"} {
		if !strings.Contains(content, want) {
			t.Errorf("the page does not show %q", want)
		}
	}
}

// The text of every block comes out as it is read, cut by no mark.
func TestTextIsWhole(t *testing.T) {
	res := result(t, smallSource, smallTarget, smallGlossary)
	var shown []string
	for _, n := range nodes(t, written(t, res)) {
		if hasClass(n, "cell") {
			words := textOf(n)
			if hasClass(n, "item") {
				words = strings.TrimPrefix(words, "•")
			}
			shown = append(shown, strings.ReplaceAll(words, "‸", ""))
		}
	}
	for _, b := range append(res.Source.Blocks(), res.Target.Blocks()...) {
		if want := b.Prose.Text; !slices.Contains(shown, want) {
			t.Errorf("the page does not show %q as a whole", want)
		}
	}
}

// A page about pages is valid HTML to the end: its parts are closed.
func TestEndIsTheEnd(t *testing.T) {
	root, err := html.Parse(strings.NewReader(written(t, result(t, hostile, hostile+"\nOch mer på svenska.\n", ""))))
	if err != nil {
		t.Fatal(err)
	}
	var body *html.Node
	for n := range root.Descendants() {
		if n.Data == "body" {
			body = n
		}
	}
	var children []string
	for n := range body.ChildNodes() {
		if n.Type == html.ElementNode {
			children = append(children, n.Data)
		}
	}
	if got := strings.Join(children, " "); got != "header main section footer div template dialog script script" {
		t.Errorf("the body holds %s", got)
	}
}

func FuzzView(f *testing.F) {
	f.Add(smallSource, smallTarget)
	f.Add(hostile, hostile)
	f.Add("---\ntitle: <b>\ntags: [a, \"]]>\"]\n---\n# A\n\ntext here\n", "---\ntitle: \"x\"\n---\n# B\n\nsvensk text här\n")
	f.Add("> - 1. a\n>   - **b *c** d* [e**f](g)\n", "> - 1. a\n>   - **b *c** d* 1,5 % [e**f](g)\n")
	chosen := selected(f)
	f.Fuzz(func(t *testing.T, source, target string) {
		if len(source)+len(target) > 4000 {
			return
		}
		src, errSource := text.Decode("en.md", []byte(source))
		tgt, errTarget := text.Decode("sv.md", []byte(target))
		if errSource != nil || errTarget != nil {
			return
		}
		res, err := review.Pair(src, tgt, review.Options{SourceLang: "en", TargetLang: "sv",
			SourceFormat: parse.Markdown, TargetFormat: parse.HTML, Rules: chosen, AllRules: rules.All()})
		if err != nil {
			return
		}
		a := page.View(res, "<up to date>")
		if len(a.Cards) != len(res.Findings)+len(res.Suppressed) {
			t.Fatalf("%d cards for %d findings", len(a.Cards), len(res.Findings))
		}
		harmless(t, written(t, res))
	})
}
