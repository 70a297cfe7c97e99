// Package report writes findings: one file a format, each a function of a check.Report.
package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"

	"tvilling/internal/check"
	"tvilling/internal/text"
)

// TextOptions say what the terminal can do.
type TextOptions struct {
	Color bool
	Width int // columns; 0 means 100
}

// Text writes findings for people: place, severity, message and rule, the line
// with the words underlined, and the source passage under it.
func Text(w io.Writer, r *check.Report, o TextOptions) error {
	if o.Width <= 0 {
		o.Width = 100
	}
	p := &printer{Writer: bufio.NewWriter(w), paint: newPaint(o.Color), width: o.Width}
	for i := range r.Results {
		p.result(&r.Results[i])
	}
	if len(r.Settings) > 0 {
		fmt.Fprintf(p, "%s\n\n", p.paint.bold(escape(r.Settings[0].Span.File.Name)))
		for _, f := range r.Settings {
			p.finding(f)
		}
	}
	p.unpaired(r)
	p.summary(r)
	return p.Flush()
}

type printer struct {
	*bufio.Writer
	paint paint
	width int
}

func (p *printer) result(res *check.Result) {
	found := res.Current()
	if len(found) == 0 {
		return
	}
	fmt.Fprintf(p, "%s\n\n", p.paint.bold(fmt.Sprintf("%s (%s) against %s (%s)",
		escape(res.Target.File.Name), res.Target.Lang.Name, escape(res.Source.File.Name), res.Source.Lang.Name)))
	for _, f := range found {
		p.finding(f)
	}
}

func (p *printer) finding(f check.Finding) {
	at := f.Span.Position()
	fmt.Fprintf(p, "%s %s %s %s\n",
		p.paint.bold(fmt.Sprintf("%s:%d:%d:", escape(f.Span.File.Name), at.Line, at.Column)),
		p.paint.severity(f.Severity), escape(f.Message), p.paint.dim("["+f.Rule+"]"))
	labels := []string{fmt.Sprintf("%d", at.Line)}
	for _, n := range f.Related {
		labels = append(labels, p.label(f, n))
	}
	gutter := 0
	for _, l := range labels {
		gutter = max(gutter, len([]rune(l)))
	}
	mark := '^'
	if f.Span.Empty() {
		mark = '‸' // caret: here something is missing
	}
	p.excerpt(f.Span, labels[0], gutter, mark)
	for i, n := range f.Related {
		p.excerpt(n.Span, labels[i+1], gutter, '-')
	}
	for _, fix := range f.Fixes {
		fmt.Fprintf(p, "  %*s %s %s\n", gutter, "", p.paint.dim("="), "fix: "+escape(fix.Title))
	}
	fmt.Fprintln(p)
}

// label is what stands left of a related line: its number, with the file's name
// before it when it is another file than the finding's.
func (p *printer) label(f check.Finding, n check.Note) string {
	if n.Span.File == f.Span.File {
		return fmt.Sprintf("%d", n.Span.Line())
	}
	name := n.Span.File.Name
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	if cells := []rune(name); len(cells) > 24 {
		name = "…" + string(cells[len(cells)-23:])
	}
	return fmt.Sprintf("%s:%d", escape(name), n.Span.Line())
}

// excerpt prints one line of a file and the marks under it.
func (p *printer) excerpt(span text.Span, label string, gutter int, mark rune) {
	e := cut(span, p.width-gutter-5)
	pad := strings.Repeat(" ", gutter-len([]rune(label)))
	fmt.Fprintf(p, "  %s%s %s %s\n", pad, p.paint.dim(label), p.paint.dim("|"), e.line)
	marks := strings.Repeat(string(mark), e.wide)
	paint := p.paint.source
	if mark != '-' {
		paint = p.paint.mark
	}
	fmt.Fprintf(p, "  %*s %s %s%s\n", gutter, "", p.paint.dim("|"), strings.Repeat(" ", e.from), paint(marks))
}

func (p *printer) summary(r *check.Report) {
	line := countLine(r)
	if rest, clean := strings.CutPrefix(line, "No"); clean {
		line = p.paint.good("No" + rest)
	}
	fmt.Fprintln(p, line)
}

// countLine says in one line how many findings there are and of what standing.
func countLine(r *check.Report) string {
	n := r.Counts()
	fresh := ""
	if r.Compared {
		fresh = "new "
	}
	line := fmt.Sprintf("%s, %s, %s", plural(n[check.Error], fresh+"error"),
		plural(n[check.Warning], fresh+"warning"), plural(n[check.Suggestion], fresh+"suggestion"))
	if n == [3]int{} {
		line = "No " + fresh + "findings"
	}
	line += " in " + plural(len(r.Results), "pair")
	if r.Partial != "" {
		line += " (" + r.Partial + ")"
	}
	if r.Compared {
		_, persisting, fixed := r.Standings()
		line += fmt.Sprintf("; %d persisting, %d fixed since the baseline", persisting, fixed)
	}
	if s := r.Suppressed(); s > 0 {
		line += fmt.Sprintf("; %d suppressed", s)
	}
	return line
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// paint colours text, or leaves it as it is.
type paint struct {
	bold, dim, mark, source, good func(...any) string
	levels                        [3]func(...any) string
}

func newPaint(on bool) paint {
	make := func(attributes ...color.Attribute) func(...any) string {
		c := color.New(attributes...)
		if on {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c.SprintFunc()
	}
	return paint{
		bold: make(color.Bold), dim: make(color.Faint), mark: make(color.FgRed, color.Bold),
		source: make(color.FgBlue, color.Bold), good: make(color.FgGreen),
		levels: [3]func(...any) string{make(color.FgCyan), make(color.FgYellow), make(color.FgRed)},
	}
}

func (p paint) severity(s check.Severity) string { return p.levels[s](s.String()) }
