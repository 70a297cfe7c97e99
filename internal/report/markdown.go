package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"tvilling/internal/check"
)

// MarkdownMark is the first line of a report in Markdown, by which a bot finds
// the comment that it wrote before.
const MarkdownMark = "<!-- tvilling -->"

// maxMarkdown is how many bytes of rows are written: a comment on GitHub holds
// 65,536 characters.
const maxMarkdown = 56 << 10

// Markdown writes a comment for a pull request: the counts, and a table for each
// article that has findings. Text of the articles cannot add markup, mention
// people or link to issues. What is beyond the size of a comment is counted.
func Markdown(w io.Writer, r *check.Report, o Options) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n**tvilling:** %s\n", MarkdownMark, countLine(r))
	left := 0
	for i := range r.Results {
		res := &r.Results[i]
		left += markdownTable(&b, markdownText(res.Target.File.Name)+" ← "+markdownText(res.Source.File.Name), res.Current())
	}
	if len(r.Settings) > 0 {
		left += markdownTable(&b, markdownText(r.Settings[0].Span.File.Name), r.Settings)
	}
	if left > 0 {
		fmt.Fprintf(&b, "\nand %d more that this comment has no room for.\n", left)
	}
	if o.Statistics {
		markdownScores(&b, Measure(r))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// markdownTable writes the findings of one pair and returns how many did not fit.
func markdownTable(b *bytes.Buffer, head string, found []check.Finding) (left int) {
	if len(found) == 0 {
		return 0
	}
	if b.Len() > maxMarkdown {
		return len(found)
	}
	fmt.Fprintf(b, "\n#### %s\n\n| place | severity | finding | rule |\n|---:|---|---|---|\n", head)
	for i, f := range found {
		if b.Len() > maxMarkdown {
			return len(found) - i
		}
		at := f.Span.Position()
		fmt.Fprintf(b, "| %d:%d | %s | %s | %s |\n", at.Line, at.Column, f.Severity, markdownText(clip(f.Message)), f.Rule)
	}
	return 0
}

func markdownScores(b *bytes.Buffer, s Statistics) {
	fmt.Fprint(b, "\n| article | words | penalty | MQM score |\n|---|---:|---:|---:|\n")
	left := 0
	for _, a := range s.Articles {
		if b.Len() > maxMarkdown+4<<10 {
			left++
			continue
		}
		fmt.Fprintf(b, "| %s | %d | %d | %.2f |\n", markdownText(a.Target), a.Words, a.Penalty, a.Score)
	}
	if left > 0 {
		fmt.Fprintf(b, "| %d more articles | | | |\n", left)
	}
	fmt.Fprintf(b, "| **all** | %d | %d | %.2f |\n", s.Project.Words, s.Project.Penalty, s.Project.Score)
}

// markdownText is s as text and nothing else: each character that Markdown, HTML
// or GitHub gives a meaning is a character reference.
func markdownText(s string) string {
	var b strings.Builder
	for _, r := range escape(strings.Join(strings.Fields(s), " ")) {
		if strings.ContainsRune("\\`*_{}[]<>()#|&@~$!", r) {
			fmt.Fprintf(&b, "&#%d;", r)
			continue
		}
		b.WriteRune(r)
	}
	// A bare address would become a link.
	return strings.NewReplacer("://", "&#58;//", "www.", "www&#46;").Replace(b.String())
}
