package page

import (
	"html"
	"slices"
	"strconv"
	"strings"
)

// writer writes the text of one cell as HTML.
type writer struct {
	cell   *cell
	text   string
	out    strings.Builder
	layer  [][]stretch // by depth: objects, then terms
	cut    []segment
	carets []mark // where something is missing, in order
}

// segments works out what has to be written.
func (w *writer) segments() {
	for i := 0; i <= len(layers); i++ {
		if s := w.cell.stretches(i); len(s) > 0 {
			w.layer = append(w.layer, s)
		}
	}
	w.cut = segments(w.cell.marks, len(w.text))
	for _, m := range w.cell.marks {
		if m.from == m.to && m.role == found && !m.whole {
			w.carets = append(w.carets, m)
		}
	}
	slices.SortStableFunc(w.carets, func(a, b mark) int { return a.from - b.from })
	if len(w.text) == 0 {
		w.place(1)
	}
}

// write writes the bytes [from, to) with the tags of the layers from depth on.
func (w *writer) write(depth, from, to int) {
	if depth == len(w.layer) {
		w.marked(from, to)
		return
	}
	for len(w.layer[depth]) > 0 {
		s := w.layer[depth][0]
		if s.from >= to {
			break
		}
		if s.to <= from {
			w.layer[depth] = w.layer[depth][1:]
			continue
		}
		start, end := max(s.from, from), min(s.to, to)
		if from < start {
			w.write(depth+1, from, start)
		}
		w.out.WriteString(s.open)
		w.write(depth+1, start, end)
		w.out.WriteString(s.close)
		from = end
		if s.to > to {
			return
		}
		w.layer[depth] = w.layer[depth][1:]
	}
	if from < to {
		w.write(depth+1, from, to)
	}
}

// marked writes the bytes [from, to) with the marks of findings.
func (w *writer) marked(from, to int) {
	for len(w.cut) > 0 && from < to {
		s := w.cut[0]
		if s.to <= from {
			w.cut = w.cut[1:]
			continue
		}
		if s.from >= to {
			break
		}
		start, end := max(s.from, from), min(s.to, to)
		w.place(start + 1)
		open, close := s.tags(start > s.from)
		w.out.WriteString(open)
		w.out.WriteString(escape(w.text[start:end]))
		w.out.WriteString(close)
		from = end
	}
	if from == len(w.text) {
		w.place(from + 1)
	}
}

// place writes the carets that stand before an offset.
func (w *writer) place(before int) {
	for len(w.carets) > 0 && w.carets[0].from < before {
		c := w.carets[0].card
		w.carets = w.carets[1:]
		w.out.WriteString(tag("span", "class", "caret "+c.Severity, "data-f", c.id()) + "‸</span>")
	}
}

// tags are what stands around a segment's text. inner says that it was begun
// before: then the keyboard has been there.
func (s segment) tags(inner bool) (open, close string) {
	if len(s.here) > 0 {
		worst := s.here[0]
		for _, c := range s.here {
			if c.severity > worst.severity {
				worst = c
			}
		}
		attributes := []string{"class", "m " + worst.Severity, "href", "#" + worst.id(), "data-f", ids(s.here)}
		if len(s.speak) > 0 {
			attributes = append(attributes, "data-r", ids(s.speak))
		}
		if inner || s.again {
			attributes = append(attributes, "tabindex", "-1")
		}
		return tag("a", attributes...), "</a>"
	}
	if len(s.speak) > 0 {
		return tag("span", "class", "r", "data-r", ids(s.speak)), "</span>"
	}
	return "", ""
}

func ids(cards []*card) string {
	var out []string
	for _, c := range cards {
		out = append(out, c.id())
	}
	return strings.Join(out, " ")
}

// tag is an opening tag; its attributes are names and values in turn.
func tag(name string, attributes ...string) string {
	var b strings.Builder
	b.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		b.WriteString(" " + attributes[i] + `="` + escape(attributes[i+1]) + `"`)
	}
	b.WriteString(">")
	return b.String()
}

// escape makes text of an article safe to stand in HTML. Control characters, which
// HTML cannot carry, are shown as their pictures.
func escape(s string) string {
	return html.EscapeString(visible(s))
}

// picture is what shows a character.
func picture(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case r < 0x20:
		return 0x2400 + r
	case r >= 0x7f && r < 0xa0:
		return '\u2421'
	}
	return r
}

func itoa(n int) string { return strconv.Itoa(n) }
