package parse

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// words numbers words, so that each occurs once and a lost one is known by name.
type words int

func (w *words) next(n int) string {
	var out []string
	for range n {
		*w++
		out = append(out, fmt.Sprintf("word%dx", *w))
	}
	return strings.Join(out, " ")
}

// phrase draws some words with a mark around one of them.
func (w *words) phrase(t *rapid.T, marks []string) string {
	mark := rapid.SampledFrom(marks).Draw(t, "mark")
	return w.next(2) + " " + fmt.Sprintf(mark, w.next(2)) + " " + w.next(1)
}

var markdownMarks = []string{"%s", "*%s*", "**%s**", "`%s`", "[%s](x.md)", "![%s](x.png)", "<b>%s</b>", "~~%s~~", "&amp;%s", "\\*%s", "{{ x }}%s", "%s{.c}", "%s[^1]", "%s\n"}

func markdownBlock(t *rapid.T, w *words) string {
	p := func() string { return w.phrase(t, markdownMarks) }
	switch rapid.IntRange(0, 11).Draw(t, "block") {
	case 0:
		return "## " + strings.ReplaceAll(p(), "\n", "")
	case 1:
		return "- " + w.next(2) + "\n  - " + w.next(3) + "\n\n    " + w.next(2) + "\n- " + w.next(1)
	case 2:
		return "> " + w.next(3) + "\n> " + w.next(2)
	case 3:
		return "| " + w.next(1) + " | " + w.next(2) + " |\n|---|---|\n| " + w.next(1) + " | *" + w.next(1) + "* |"
	case 4:
		return "```\n" + w.next(2) + "\n```"
	case 5:
		return "[^" + w.next(1) + "]: " + w.next(3)
	case 6:
		return "<div>\n<p>" + w.next(2) + "</p>\n" + w.next(2) + "</div>"
	case 7:
		return w.next(2) + "\n: " + w.next(3)
	case 8:
		return ":::note " + w.next(2) + "\n" + w.next(3) + "\n:::"
	case 9:
		return w.next(2) + "\n==="
	case 10:
		return "1. " + w.next(5) + ". 2. W" + w.next(3) + "\n2. " + w.next(1)
	}
	return p()
}

func htmlBlock(t *rapid.T, w *words) string {
	marks := []string{"%s", "<em>%s</em>", "<a href=x>%s</a>", "<b>%s<i></b>", "%s<br>", "<code>%s</code>", "<span>%s", "&lt;%s", "<img alt='%s'>", "%s<br><br>"}
	p := func() string { return w.phrase(t, marks) }
	switch rapid.IntRange(0, 8).Draw(t, "block") {
	case 0:
		return "<h2>" + p() + "</h2>"
	case 1:
		return "<ul><li>" + p() + "<li><p>" + p() + "</p><p>" + p() + "</ul>"
	case 2:
		return "<table><tr><th>" + p() + "<td>" + p() + "<tr><td>" + p() + "</table>"
	case 3:
		return "<pre>" + w.next(3) + "\n" + w.next(1) + "</pre>"
	case 4:
		return "<blockquote>" + p() + "</blockquote>" + p()
	case 5:
		return "<dl><dt>" + p() + "<dd>" + p() + "</dl>"
	case 6:
		return "</div></p>" + p() + "<div>" + p()
	case 7:
		return "<figure><img alt=\"" + w.next(2) + "\"><figcaption>" + p() + "</figure>"
	}
	return "<p>" + p()
}

func plainBlock(t *rapid.T, w *words) string {
	switch rapid.IntRange(0, 7).Draw(t, "block") {
	case 0:
		return "Title " + w.next(2)
	case 1:
		return "- " + w.next(3) + "\n- " + w.next(3) + ". - Next " + w.next(2) + "\n  - " + w.next(1)
	case 2:
		return "1. " + w.next(4) + ". 2. Next " + w.next(2)
	case 3:
		return "Title " + w.next(2) + "\n======"
	case 4:
		return "> " + w.next(4)
	case 5:
		return w.next(3) + " • " + w.next(2)
	case 6:
		return "```\n" + w.next(2) + "\n```"
	}
	return w.next(8) + " **" + w.next(2) + "** " + w.next(4) + "."
}

// TestNothingIsLost builds articles of all kinds of blocks and looks for every
// word of them, once, in the prose, the notes' labels and the objects.
func TestNothingIsLost(t *testing.T) {
	blocks := map[Format]func(*rapid.T, *words) string{Markdown: markdownBlock, HTML: htmlBlock, Text: plainBlock}
	separators := map[Format]string{Markdown: "\n\n", HTML: "\n", Text: "\n"}
	for format, block := range blocks {
		t.Run(format.String(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				var w words
				var parts []string
				for range rapid.IntRange(1, 8).Draw(t, "blocks") {
					parts = append(parts, block(t, &w))
				}
				in := strings.Join(parts, separators[format])
				d := Document(text.NewFile("in", in), format)
				if err := consistent(d); err != nil {
					t.Fatalf("%v\nin:\n%s\nblocks:\n%s", err, in, dump(d))
				}
				seen := visible(d)
				for i := range int(w) {
					if n := strings.Count(seen, fmt.Sprintf("word%dx", i+1)); n != 1 {
						t.Fatalf("word%dx is there %d times\nin:\n%s\nblocks:\n%s", i+1, n, in, dump(d))
					}
				}
			})
		})
	}
}

// visible is all that a reader of the document sees.
func visible(d *doc.Document) string {
	var b strings.Builder
	notes := map[string]bool{}
	for _, block := range d.Blocks() {
		b.WriteString(block.Prose.Text + "\n")
		if block.Note != "" && !notes[block.Note] {
			notes[block.Note] = true
			b.WriteString(block.Note + "\n")
		}
	}
	return b.String()
}

// TestRepeatable parses one file many times at once: the same blocks each time.
func TestRepeatable(t *testing.T) {
	var w words
	in := rapid.Custom(func(t *rapid.T) string {
		var parts []string
		for range 20 {
			parts = append(parts, markdownBlock(t, &w))
		}
		return strings.Join(parts, "\n\n")
	}).Example(1)
	f := text.NewFile("in.md", in)
	want := dump(Document(f, Markdown))
	got := make(chan string)
	for range 8 {
		go func() { got <- dump(Document(f, Markdown)) }()
	}
	for range 8 {
		if g := <-got; g != want {
			t.Errorf("differs from the first time:\n%s", g)
		}
	}
}
