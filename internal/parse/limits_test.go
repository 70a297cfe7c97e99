package parse

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tvilling/internal/text"
)

// TestLimits reads inputs that a naive parser takes quadratic time or unbounded
// memory for. All of these once did, or are cousins of one that did: what keeps
// the test short is that they no longer do. What is counted is blocks.
func TestLimits(t *testing.T) {
	repeat := strings.Repeat
	const n = 1 << 20
	for _, c := range []struct {
		name   string
		in     string
		format Format
		read   string // the format it is read as
	}{
		{"links in links", repeat("[a](", n/4), Markdown, "text"},
		{"half emphasis", repeat("*a_b", n/4), Markdown, "text"},
		{"link definitions", repeat("[a]: b\n", n/7), Markdown, "text"},
		{"brackets", repeat("[", n), Markdown, "text"},
		{"quotations in quotations", repeat("> ", 1000) + "a", Markdown, "text"},
		{"a wide table", repeat("|a", 5000) + "\n" + repeat("|-", 5000) + "\n|b", Markdown, "text"},
		{"a table of missing cells", repeat("|a", 200) + "\n" + repeat("|-", 200) + "\n" + repeat("b\n", n/2), Markdown, "text"},
		{"tiny items", repeat("- a\n", n), Markdown, "text"},
		{"half an import", repeat("import {\n", n/9), Markdown, "markdown"},
		{"half a component", repeat("<A {", n/4), Markdown, "markdown"},
		{"half a template", repeat("{{ ", n/3), Markdown, "markdown"},
		{"half a comment", repeat("<!-- ", n/5), Markdown, "markdown"},
		{"an address of brackets", "http://a" + repeat(")", n), Text, "text"},
		{"an address of schemes", repeat("http://", n/7), Text, "text"},
		{"half strong", repeat("**a ", n/4), Text, "text"},
		{"dashes without capitals", "- " + repeat("a. - b ", n/7), Text, "text"},
		{"one run-on list", "- " + repeat("A b c d. - E ", n/13), Text, "text"},
		{"one run-on list in bold", repeat("• **a** ", n/10), Text, "text"},
		{"tiny lines", repeat("A\n", n), Text, "text"},
		{"divisions in divisions", repeat("<div>", n/5), HTML, "html"},
		{"ends without beginnings", repeat("<b></i>", n/7), HTML, "html"},
		{"tables in tables", repeat("<table><tr><td>a", n/16), HTML, "html"},
		{"tiny paragraphs", repeat("<p>a", n), HTML, "html"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Document(text.NewFile("in", c.in), c.format)
			if d.Format != c.read {
				t.Errorf("read as %s, want %s", d.Format, c.read)
			}
			if got := len(d.Blocks()); got > maxBlocks+maxBlocks/10 {
				t.Errorf("%d blocks", got)
			}
		})
	}
}

// BenchmarkDocument reads an article of 1 MB in each format.
func BenchmarkDocument(b *testing.B) {
	para := "Sleep is when the *brain* puts the events of the day in [order](order.md), and a night without it is felt in every task that asks for attention.\n\n"
	item := "- One of **several** things that `matter`, said at some length.\n"
	section := "## A heading\n\n" + strings.Repeat(para, 4) + strings.Repeat(item, 5) + "\n"
	tags := strings.NewReplacer("## A heading\n", "<h2>A heading</h2>\n", "Sleep", "<p>Sleep", "- ", "<li>", "*brain*", "<em>brain</em>", "[order](order.md)", `<a href="order.html">order</a>`)
	marks := strings.NewReplacer("## ", "", "*", "", "`", "", "\n\n", "\n")
	inputs := []string{Text: marks.Replace(section), Markdown: section, HTML: tags.Replace(section)}
	for format, s := range inputs {
		b.Run(fmt.Sprint(Format(format)), func(b *testing.B) {
			f := text.NewFile("in", strings.Repeat(s, 1<<20/len(s)))
			b.SetBytes(int64(len(f.Content)))
			for b.Loop() {
				Document(f, Format(format))
			}
		})
	}
}

// TestHeaded holds headed to what it stands for in markdownMark.
func TestHeaded(t *testing.T) {
	heading := regexp.MustCompile(`(?m)^ {0,3}#{1,6}[ \t]+\S`)
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"#", "##", "####", " ", "  ", "\t", "\n", "\r\n", "\f", "a", "å"})).Draw(t, "pieces"), "")
		if got, want := headed([]byte(s)), heading.MatchString(s); got != want {
			t.Fatalf("%q: %v, want %v", s, got, want)
		}
	})
}
