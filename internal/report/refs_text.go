package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"tvilling/internal/cite"
)

// RefsText writes two reference lists side by side, a field a line, with ≠ before
// the fields that differ.
func RefsText(w io.Writer, c *cite.Comparison, o TextOptions) error {
	if o.Width <= 0 {
		o.Width = 100
	}
	p := &printer{Writer: bufio.NewWriter(w), paint: newPaint(o.Color), width: o.Width}
	rows := c.Rows()
	differ := 0
	for _, r := range rows {
		if p.refRow(c, r) {
			differ++
		}
	}
	fmt.Fprintf(p, "%s in the source, %d in the target; differing: %d of %d\n",
		plural(len(c.Source.Entries), "reference"), len(c.Target.Entries), differ, len(rows))
	return p.Flush()
}

// refRow writes one row and says whether its sides differ.
func (p *printer) refRow(c *cite.Comparison, r cite.Row) bool {
	head := lineOf(r.Source) + " | " + lineOf(r.Target)
	if r.Fate != cite.Paired {
		head += "  " + r.Fate.String()
	} else if r.Pair.Moved {
		head += "  moved"
	}
	fmt.Fprintf(p, "%s\n", p.paint.bold(head))
	if r.Pair == nil {
		p.refLine("≠", "text", texts(r.Source), texts(r.Target))
		fmt.Fprintln(p)
		return true
	}
	differing := map[string]bool{}
	for _, d := range r.Pair.Differences(c.Likeness) {
		differing[rowOf(d.Kind)] = true
	}
	for _, f := range refFields {
		a, b := f.of(r.Pair.Source), f.of(r.Pair.Target)
		if a == "" && b == "" {
			continue
		}
		mark := " "
		if differing[f.name] {
			mark = "≠"
		}
		p.refLine(mark, f.name, a, b)
	}
	if len(r.Pair.Source.Fields)+len(r.Pair.Target.Fields) == 0 {
		p.refLine(" ", "text", r.Pair.Source.Text(), r.Pair.Target.Text())
	}
	fmt.Fprintln(p)
	return len(differing) > 0
}

func lineOf(entries []*cite.Entry) string {
	if len(entries) == 0 {
		return "–"
	}
	s := entries[0].Span()
	return fmt.Sprintf("%s:%d", escape(s.File.Name), s.Line())
}

func texts(entries []*cite.Entry) string {
	var out []string
	for _, e := range entries {
		out = append(out, e.Text())
	}
	return strings.Join(out, " ¶ ")
}

// refField is one line of a side-by-side reference.
type refField struct {
	name  string
	kinds []cite.Kind
}

// refFields are the lines in order; names and "et al." share one.
var refFields = []refField{
	{"author", []cite.Kind{cite.Author, cite.EtAl}}, {"editor", []cite.Kind{cite.Editor}}, {"year", []cite.Kind{cite.Year}},
	{"date", []cite.Kind{cite.Date}}, {"title", []cite.Kind{cite.Title}}, {"in", []cite.Kind{cite.Container}},
	{"volume", []cite.Kind{cite.Volume}}, {"issue", []cite.Kind{cite.Issue}}, {"pages", []cite.Kind{cite.Pages}},
	{"publisher", []cite.Kind{cite.Publisher}}, {"place", []cite.Kind{cite.Place}}, {"edition", []cite.Kind{cite.Edition}},
	{"DOI", []cite.Kind{cite.DOI}}, {"PMID", []cite.Kind{cite.PMID}}, {"PMCID", []cite.Kind{cite.PMCID}}, {"ISBN", []cite.Kind{cite.ISBN}},
	{"arXiv", []cite.Kind{cite.ArXiv}}, {"URL", []cite.Kind{cite.URL}}, {"accessed", []cite.Kind{cite.Accessed}},
}

func (f refField) of(e *cite.Entry) string {
	var out []string
	for _, k := range f.kinds {
		for _, x := range e.All(k) {
			out = append(out, strings.Join(strings.Fields(x.Value), " "))
		}
	}
	return strings.Join(out, "; ")
}

// rowOf is the name of the line that shows a kind.
func rowOf(k cite.Kind) string {
	for _, f := range refFields {
		for _, has := range f.kinds {
			if has == k {
				return f.name
			}
		}
	}
	return ""
}

// refLine writes a field of both sides in two columns, as many lines as it takes.
func (p *printer) refLine(mark, name, source, target string) {
	const gutter = 12 // the mark and the longest name
	columns := max((p.width-gutter-3)/2, 12)
	left, right := folded(source, columns), folded(target, columns)
	for i := range max(len(left), len(right)) {
		a, b := foldedLine{}, foldedLine{}
		if i < len(left) {
			a = left[i]
		}
		if i < len(right) {
			b = right[i]
		}
		if i > 0 {
			mark, name = " ", ""
		}
		if mark == "≠" {
			mark = p.paint.mark(mark)
		}
		line := fmt.Sprintf("%s %s %s%s | %s", mark, p.paint.dim(fmt.Sprintf("%-9s", name)), a.show, strings.Repeat(" ", columns-a.wide), b.show)
		fmt.Fprintln(p, strings.TrimRight(line, " "))
	}
}

type foldedLine struct {
	show string
	wide int
}

// longestShown is how much of a field is shown, bytes: more is no field that a
// person reads.
const longestShown = 2000

// folded is s in lines of at most so many columns, broken at spaces where there are any.
func folded(s string, columns int) []foldedLine {
	if s == "" {
		return []foldedLine{{"–", 1}}
	}
	if len(s) > longestShown {
		s = strings.ToValidUTF8(s[:longestShown], "") + "…"
	}
	var out []foldedLine
	cells := printable(strings.Join(strings.Fields(s), " "))
	for len(cells) > 0 {
		end, wide, space := 0, 0, 0
		for end < len(cells) && wide+cells[end].wide <= columns {
			wide += cells[end].wide
			if end++; end < len(cells) && cells[end].show == " " {
				space = end
			}
		}
		if end < len(cells) && space > 0 {
			end = space
		}
		end = max(end, 1)
		var line foldedLine
		for _, c := range cells[:end] {
			line.show += c.show
			line.wide += c.wide
		}
		out = append(out, line)
		cells = cells[end:]
		for len(cells) > 0 && cells[0].show == " " {
			cells = cells[1:]
		}
	}
	return out
}
