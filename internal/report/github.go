package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"tvilling/internal/check"
)

var githubLevels = [...]string{check.Suggestion: "notice", check.Warning: "warning", check.Error: "error"}

// GitHub writes workflow commands that GitHub Actions shows as annotations beside
// the lines ("Workflow commands for GitHub Actions", docs.github.com). An
// annotation cannot point into a second file, so the source passage is quoted.
func GitHub(w io.Writer, r *check.Report) error {
	b := bufio.NewWriter(w)
	for _, f := range r.Current() {
		githubCommand(b, f)
	}
	return b.Flush()
}

func githubCommand(b *bufio.Writer, f check.Finding) {
	at, end := f.Span.Position(), f.Span.EndPosition()
	fmt.Fprintf(b, "::%s file=%s,line=%d,col=%d,endLine=%d", githubLevels[f.Severity], githubProperty(path(f.Span.File)), at.Line, at.Column, end.Line)
	if end.Line == at.Line { // an end column beside another line is refused
		fmt.Fprintf(b, ",endColumn=%d", end.Column)
	}
	message := f.Message
	if len(f.Related) > 0 {
		from := place(f.Related[0].Span)
		message += fmt.Sprintf("\n%s:%d: %s", path(f.Related[0].Span.File), from.Line, from.Excerpt)
	}
	fmt.Fprintf(b, ",title=%s::%s\n", githubProperty("tvilling: "+f.Rule), githubData(message))
}

var (
	githubDataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubPropertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// githubData and githubProperty escape as the runner's own toolkit does
// (actions/toolkit, packages/core/src/command.ts); other control characters are
// made visible, for the log is a terminal too.
func githubData(s string) string { return githubDataEscapes.Replace(visible(s)) }

func githubProperty(s string) string { return githubPropertyEscapes.Replace(visible(s)) }

// visible is escape for text that may have line breaks.
func visible(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = escape(strings.TrimSuffix(l, "\r"))
	}
	return strings.Join(lines, "\n")
}
