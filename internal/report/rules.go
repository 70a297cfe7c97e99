package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"tvilling/internal/check"
)

// RulePage writes all rules as one Markdown page: a table, then a section for
// each with one example that is reported and one that is not. docs/rules.md is
// this page.
func RulePage(w io.Writer, rules []*check.Rule) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "# Rules\n\n<!-- Written by `tvilling rules --format markdown`; do not edit. -->\n\n")
	fmt.Fprint(b, "| rule | severity | MQM | finds |\n|---|---|---|---|\n")
	for _, r := range rules {
		fmt.Fprintf(b, "| [%s](#%s) | %s | %s | %s |\n", r.ID, r.ID, r.Severity, r.Category, r.Title)
	}
	for _, r := range rules {
		fmt.Fprintf(b, "\n## %s\n\n%s. *%s, %s*", r.ID, r.Title, r.Severity, r.Category)
		if r.OptIn {
			fmt.Fprintf(b, " Runs only with `--select %s`.", r.ID)
		}
		fmt.Fprintf(b, "\n\n%s\n", strings.TrimSpace(r.Doc))
		examples(b, "Reported", r.Bad)
		examples(b, "Not reported", r.Good)
	}
	return b.Flush()
}

func examples(b *bufio.Writer, label string, examples []check.Example) {
	for _, x := range examples {
		fmt.Fprintf(b, "\n%s:\n\n", label)
		if x.Glossary != "" {
			fenced(b, "yaml", x.Glossary)
		}
		fenced(b, "markdown", "<!-- source -->\n"+strings.TrimSpace(x.Source)+"\n\n<!-- target -->\n"+strings.TrimSpace(x.Target))
	}
}

// fenced writes a code block whose fence is longer than any in its text.
func fenced(b *bufio.Writer, language, text string) {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	fmt.Fprintf(b, "%s%s\n%s\n%s\n", fence, language, strings.TrimSpace(text), fence)
}
