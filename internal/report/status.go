package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/text"
)

// StatusFormats are the formats of Status.
func StatusFormats() []string { return []string{"text", "json", "markdown", "html"} }

// Status writes how translations follow their sources, in one of StatusFormats.
func Status(w io.Writer, s *check.Status, format string, o TextOptions) error {
	switch format {
	case "json":
		return statusJSON(w, s)
	case "markdown":
		return statusMarkdown(w, s)
	case "html":
		return statusHTML(w, s)
	}
	return statusText(w, s, o)
}

// statusText writes what is behind, with the sentences and what was changed, and totals.
func statusText(w io.Writer, s *check.Status, o TextOptions) error {
	p := &printer{Writer: bufio.NewWriter(w), paint: newPaint(o.Color), width: o.Width}
	for _, pair := range s.Pairs {
		if pair.State == check.UpToDate {
			continue
		}
		name, other := pair.Target, ""
		switch pair.State {
		case check.Untouched:
			other = " ← " + escape(pair.Source)
		case check.Stale:
			other = fmt.Sprintf(" in %d of %s", len(pair.Sections), plural(pair.Of, "section"))
		}
		fmt.Fprintf(p, "%s %s%s\n", p.paint.bold(escape(name)+":"), p.paint.state(pair.State), other)
		for _, section := range pair.Sections {
			p.staleSection(section)
		}
		if pair.State == check.Stale {
			fmt.Fprintln(p)
		}
	}
	fmt.Fprintln(p, totals(s))
	return p.Flush()
}

func (p *printer) staleSection(s check.StaleSection) {
	title := s.Heading
	if title == "" {
		title = "(before the first heading)"
	}
	fmt.Fprintf(p, "\n  %s", p.paint.bold(escape(title)))
	if s.Since != "" {
		fmt.Fprintf(p, "%s", p.paint.dim(", since "+escape(short(s.Since))))
	}
	fmt.Fprintln(p)
	for _, d := range s.Passages {
		fmt.Fprint(p, "    ")
		for _, part := range d {
			fmt.Fprint(p, p.change(part))
		}
		fmt.Fprintln(p)
	}
	if s.Passages == nil {
		fmt.Fprintf(p, "    %s; the old text is not there any more\n", plural(s.Changed, "sentence")+" changed")
	}
	for _, t := range s.Target {
		at := t.Position()
		fmt.Fprintf(p, "    → %s:%d:%d: %s\n", escape(t.File.Name), at.Line, at.Column, escape(oneLine(t)))
	}
}

// change is a stretch of a difference as git diff --word-diff shows it.
func (p *printer) change(part check.DiffPart) string {
	shown := escape(strings.Join(strings.FieldsFunc(part.Text, func(r rune) bool { return r == '\n' || r == '\r' }), " "))
	switch part.Op {
	case check.Removed:
		return p.paint.mark("[-" + shown + "-]")
	case check.Added:
		return p.paint.good("{+" + shown + "+}")
	}
	return shown
}

func (p paint) state(s check.State) string {
	switch s {
	case check.UpToDate:
		return p.good(s.String())
	case check.Stale:
		return p.levels[check.Error](s.String())
	}
	return p.levels[check.Warning](s.String())
}

// short is a revision as people write it.
func short(revision string) string { return revision[:min(len(revision), 12)] }

// oneLine is what stands in a span, on one line and not too long.
func oneLine(s text.Span) string {
	const most = 120 // runes
	line := []rune(strings.Join(strings.Fields(s.Text()), " "))
	if len(line) > most {
		return string(line[:most]) + "…"
	}
	return string(line)
}

// totals says in one line how many pairs are in which state.
func totals(s *check.Status) string {
	counts := map[check.State]int{}
	for _, p := range s.Pairs {
		counts[p.State]++
	}
	var parts []string
	for _, state := range check.States() {
		if n := counts[state]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, state))
		}
	}
	if len(parts) == 0 {
		return "No pairs"
	}
	return plural(len(s.Pairs), "article") + ": " + strings.Join(parts, ", ")
}

// statusMarkdown writes one table with the totals above it.
func statusMarkdown(w io.Writer, s *check.Status) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s.\n\n| translation | source | state | sections | sentences |\n|---|---|---|---:|---:|\n", totals(s))
	cell := strings.NewReplacer("|", "&#124;", "\n", " ", "\r", " ", "<", "&lt;", "`", "&#96;", "*", `\*`, "_", `\_`, "[", `\[`)
	for _, p := range s.Pairs {
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", cell.Replace(p.Target), cell.Replace(p.Source), p.State, some(len(p.Sections)), some(p.Sentences()))
	}
	return b.Flush()
}

// some is a number, or nothing for none.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
