package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/width"

	"tvilling/internal/text"
)

// excerpt is one line of a file cut to fit, and the columns under it to mark.
type excerpt struct {
	line string // printable: control bytes escaped, tabs as one space
	from int    // terminal columns before the mark
	wide int    // terminal columns of the mark; at least 1
}

// cut makes the excerpt of the line that span begins on, at most columns wide.
// A longer line is shown around the span, with … where something was left out.
func cut(span text.Span, columns int) excerpt {
	line := near(span)
	cells := printable(line.Text())
	from, to := len(cells), len(cells)
	for i, c := range cells {
		if line.Start+c.offset <= span.Start {
			from = i
		}
		if line.Start+c.offset >= span.End && i < to {
			to = i
		}
	}
	if span.Start >= line.End {
		from = len(cells)
	}
	to = max(to, from)
	left, right := window(cells, from, to, columns)
	var e excerpt
	var b strings.Builder
	if left > 0 {
		b.WriteString("…")
		e.from = 1
	}
	for i := left; i < right; i++ {
		switch {
		case i < from:
			e.from += cells[i].wide
		case i < to:
			e.wide += cells[i].wide
		}
		b.WriteString(cells[i].show)
	}
	if right < len(cells) {
		b.WriteString("…")
	}
	e.line = b.String()
	e.wide = max(e.wide, 1)
	return e
}

// near is the part of span's first line that an excerpt can show: a line may be
// megabytes long.
func near(span text.Span) text.Span {
	const reach = 4096 // bytes, far more than fit on a terminal
	line := span.File.LineSpan(span.Line())
	content := span.File.Content
	if start := span.Start - reach; start > line.Start {
		for start > line.Start && !utf8.RuneStart(content[start]) {
			start--
		}
		line.Start = start
	}
	if end := span.Start + reach; end < line.End {
		for end > span.Start && !utf8.RuneStart(content[end]) {
			end--
		}
		line.End = end
	}
	return line
}

// window is the range of cells to show: the marked ones, with what stands
// before and after as far as columns allow.
func window(cells []cell, from, to, columns int) (left, right int) {
	columns = max(columns-2, 20) // room for the two …
	left, right = from, from
	used := 0
	back := func(room int) {
		for left > 0 && cells[left-1].wide <= room {
			left--
			room -= cells[left].wide
			used += cells[left].wide
		}
	}
	forth := func(limit int) {
		for right < limit && used+cells[right].wide <= columns {
			used += cells[right].wide
			right++
		}
	}
	back(4) // so that a mark which fills the line keeps its bullet or bracket
	forth(to)
	back(min((columns-used)/2, 30))
	forth(len(cells))
	back(columns - used)
	return left, right
}

// cell is one grapheme cluster as a terminal shows it.
type cell struct {
	show   string
	wide   int // columns
	offset int // bytes from the line's beginning
}

func printable(s string) []cell {
	var out []cell
	it := graphemes.FromString(s)
	for it.Next() {
		g := it.Value()
		show := escape(g)
		out = append(out, cell{show, columnsOf(g, show), it.Start()})
	}
	return out
}

func columnsOf(g, show string) int {
	if show != g {
		return len([]rune(show))
	}
	first, _ := utf8.DecodeRuneInString(g)
	switch kind := width.LookupRune(first).Kind(); {
	case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
		return 2
	case unicode.In(first, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	return 1
}

// escape makes text safe for a terminal: control characters, and the
// bidirectional marks that reorder what is shown, become visible codes.
func escape(s string) string {
	clean := true
	for _, r := range s {
		if hidden(r) {
			clean = false
		}
	}
	if clean {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t':
			b.WriteByte(' ')
		case hidden(r):
			b.WriteString("<" + strings.ToUpper(hex(r)) + ">")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func hidden(r rune) bool {
	return r < 0x20 || r >= 0x7F && r < 0xA0 || r == 0x061C || r >= 0x200E && r <= 0x200F ||
		r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0xFEFF
}

func hex(r rune) string {
	const digits = "0123456789abcdef"
	out := ""
	for shift := 12; shift >= 0; shift -= 4 {
		if d := r >> shift & 15; d != 0 || out != "" || shift < 8 {
			out += string(digits[d])
		}
	}
	return out
}
