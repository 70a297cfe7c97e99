package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/text"
)

// BeadsTSV writes one row a line: source lines TAB target lines TAB confidence
// TAB kind, each unit named by the 1-based number of its first line. A line
// stands in one row only: rows whose units begin on the same line (the cells of
// a table row, two bullets run together) become one, except among sentences.
func BeadsTSV(w io.Writer, u align.Unit, rows []align.Row) error {
	b := bufio.NewWriter(w)
	if u != align.Sentences {
		rows = joinSharedLines(rows)
	}
	for _, r := range rows {
		if len(r.Source)+len(r.Target) > 0 {
			fmt.Fprintf(b, "%s\t%s\t%.2f\t%s\n", lineList(r.Source), lineList(r.Target), r.Confidence, r.Kind)
		}
	}
	return b.Flush()
}

// joinSharedLines puts rows that name the same line into the first of them.
func joinSharedLines(rows []align.Row) []align.Row {
	var out []align.Row
	at := [2]map[int]int{{}, {}} // line → index into out, by side
	for _, r := range rows {
		into := -1
		for side, spans := range [2][]text.Span{r.Source, r.Target} {
			for _, s := range spans {
				if i, ok := at[side][s.Line()]; ok && into < 0 {
					into = i
				}
			}
		}
		if into < 0 {
			into = len(out)
			out = append(out, align.Row{Confidence: r.Confidence, Kind: r.Kind})
		} else {
			out[into].Confidence = min(out[into].Confidence, r.Confidence)
			out[into].Kind = "joined"
		}
		out[into].Source = append(out[into].Source, r.Source...)
		out[into].Target = append(out[into].Target, r.Target...)
		for side, spans := range [2][]text.Span{r.Source, r.Target} {
			for _, s := range spans {
				if _, ok := at[side][s.Line()]; !ok {
					at[side][s.Line()] = into
				}
			}
		}
	}
	return out
}

// lineList names each span by its first line, in order, each line once.
func lineList(spans []text.Span) string {
	var lines []int
	for _, s := range spans {
		lines = append(lines, s.Line())
	}
	slices.Sort(lines)
	var names []string
	for _, l := range slices.Compact(lines) {
		names = append(names, strconv.Itoa(l))
	}
	return strings.Join(names, ",")
}

// BeadsText writes rows for people: the two texts side by side under each other.
func BeadsText(w io.Writer, rows []align.Row, o TextOptions) error {
	if o.Width <= 0 {
		o.Width = 100
	}
	p := &printer{Writer: bufio.NewWriter(w), paint: newPaint(o.Color), width: o.Width}
	for _, r := range rows {
		fmt.Fprintf(p, "%s\n", p.paint.dim(fmt.Sprintf("%s  %.2f", r.Kind, r.Confidence)))
		for _, s := range r.Source {
			p.beadLine("<", s)
		}
		for _, t := range r.Target {
			p.beadLine(">", t)
		}
	}
	return p.Flush()
}

func (p *printer) beadLine(side string, s text.Span) {
	e := cut(text.Span{File: s.File, Start: s.Start, End: s.Start}, p.width-10)
	if s.File.Line(s.End) == s.Line() {
		e.line = head(s.Text(), p.width-10)
	}
	fmt.Fprintf(p, "  %s %5d  %s\n", p.paint.bold(side), s.Line(), e.line)
}

// head is the beginning of s, at most columns wide.
func head(s string, columns int) string {
	var b strings.Builder
	for _, c := range printable(s[:min(len(s), 4096)]) {
		if columns -= c.wide; columns < 1 {
			return b.String() + "…"
		}
		b.WriteString(c.show)
	}
	return b.String()
}

// BeadsSchema names the form that BeadsJSON writes.
const BeadsSchema = "tvilling.align/v1"

type jsonBeads struct {
	Schema string     `json:"schema"`
	Source string     `json:"source"`
	Target string     `json:"target"`
	Unit   string     `json:"unit"`
	Beads  []jsonBead `json:"beads"`
}

type jsonBead struct {
	Source     []jsonPlace `json:"source"`
	Target     []jsonPlace `json:"target"`
	Confidence float64     `json:"confidence"`
	Kind       string      `json:"kind"`
}

// BeadsJSON writes rows as one object.
func BeadsJSON(w io.Writer, source, target *text.File, u align.Unit, rows []align.Row) error {
	out := jsonBeads{Schema: BeadsSchema, Source: source.Name, Target: target.Name, Unit: u.String(), Beads: []jsonBead{}}
	for _, r := range rows {
		b := jsonBead{Source: []jsonPlace{}, Target: []jsonPlace{}, Confidence: float64(int(r.Confidence*100+.5)) / 100, Kind: r.Kind}
		for _, s := range r.Source {
			b.Source = append(b.Source, place(s))
		}
		for _, t := range r.Target {
			b.Target = append(b.Target, place(t))
		}
		out.Beads = append(out.Beads, b)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
