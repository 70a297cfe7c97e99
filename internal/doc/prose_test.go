package doc

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tvilling/internal/text"
)

// piece is a stretch of prose and what it stands for in the file.
type piece struct {
	prose, source string // the same when it stands there as it is
}

var pieces = []piece{{"Sömn", "Sömn"}, {" ", " "}, {"a", "a"}, {"🧠", "🧠"}, {"&", "&amp;"}, {" ", "\r\n> "}, {"*", `\*`}, {"", "**"}, {"", "<b>"}, {"…", "&hellip;"}}

// draw builds a prose from pieces; from and to say, for each byte of it, which
// bytes of the file it must lead back to.
func draw(t *rapid.T) (p Prose, from, to []int) {
	drawn := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 20).Draw(t, "pieces")
	var file strings.Builder
	for _, d := range drawn {
		file.WriteString(d.source)
	}
	f := text.NewFile("f", file.String())
	b := NewProse(f)
	at := 0
	for _, d := range drawn {
		end := at + len(d.source)
		for i := range len(d.prose) {
			if d.prose == d.source {
				from, to = append(from, at+i), append(to, at+i+1)
			} else {
				from, to = append(from, at), append(to, end)
			}
		}
		if d.prose == d.source {
			b.Verbatim(at, end)
		} else {
			b.Replace(d.prose, at, end)
		}
		at = end
	}
	p = b.Prose()
	if b.Len() != len(p.Text) || b.Text() != p.Text {
		t.Fatalf("the builder holds %d bytes, %q", b.Len(), b.Text())
	}
	return p, from, to
}

// stretch draws a range of p's bytes.
func stretch(t *rapid.T, p Prose) (start, end int) {
	start = rapid.IntRange(0, len(p.Text)).Draw(t, "start")
	return start, rapid.IntRange(start, len(p.Text)).Draw(t, "end")
}

func TestSource(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, from, to := draw(t)
		start, end := stretch(t, p)
		s := p.Source(start, end)
		if start == end {
			if !s.Empty() || s.Start < 0 {
				t.Fatalf("Source(%d,%d) = [%d,%d)", start, end, s.Start, s.End)
			}
			return
		}
		if s.Start != from[start] || s.End != to[end-1] {
			t.Fatalf("Source(%d,%d) of %q = [%d,%d), want [%d,%d)", start, end, p.Text, s.Start, s.End, from[start], to[end-1])
		}
		if got := p.Source(-5, end+100); end == len(p.Text) && got != p.Source(0, end) {
			t.Fatalf("offsets are not clamped: %v", got)
		}
	})
}

// TestSlice says that a slice leads back to where the same bytes of the whole do.
func TestSlice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, _, _ := draw(t)
		start, end := stretch(t, p)
		q := p.Slice(start, end)
		if q.Text != p.Text[start:end] {
			t.Fatalf("slice %q of %q", q.Text, p.Text)
		}
		a, b := stretch(t, q)
		if got, want := q.Source(a, b), p.Source(start+a, start+b); a < b && got != want {
			t.Fatalf("[%d,%d) of the slice is at [%d,%d), of the whole at [%d,%d)", a, b, got.Start, got.End, want.Start, want.End)
		}
		if a == b && start < end && !p.Source(start, end).Contains(q.Source(a, b)) {
			t.Fatalf("an empty place of the slice lies outside it")
		}
	})
}

func TestTrim(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, _, _ := draw(t)
		q, front := p.Trim()
		if q.Text != strings.TrimSpace(p.Text) {
			t.Fatalf("%q was trimmed to %q", p.Text, q.Text)
		}
		if q.Text != "" && (p.Text[front:front+len(q.Text)] != q.Text || q.Span() != p.Source(front, front+len(q.Text))) {
			t.Fatalf("%q begins %d bytes into %q", q.Text, front, p.Text)
		}
	})
}

func TestZeroProse(t *testing.T) {
	var p Prose
	if !p.Span().IsZero() || p.Source(0, 9).Text() != "" || p.Slice(0, 0).Text != "" {
		t.Error("the zero prose is nowhere")
	}
	b := NewProse(text.NewFile("f", "abc"))
	if !b.EndsInSpace() {
		t.Error("an empty prose needs no space before what comes next")
	}
	b.Verbatim(2, 2)
	b.Replace("", 0, 3)
	b.Verbatim(0, 1)
	if b.Prose().Text != "a" || b.EndsInSpace() {
		t.Error("empty stretches add nothing")
	}
}

// TestWithinIsTheWayBack goes to the file and back: what comes back holds what was
// asked for, and is the very same where the text stands in the file as it is read.
func TestWithinIsTheWayBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, from, to := draw(t)
		if p.Text == "" {
			return
		}
		start := rapid.IntRange(0, len(p.Text)-1).Draw(t, "start")
		end := rapid.IntRange(start+1, len(p.Text)).Draw(t, "end")
		gotStart, gotEnd, ok := p.Within(p.Source(start, end))
		if !ok || gotStart > start || gotEnd < end {
			t.Fatalf("%q[%d:%d] comes back as %d:%d, %v", p.Text, start, end, gotStart, gotEnd, ok)
		}
		verbatim := to[start]-from[start] == 1 && to[end-1]-from[end-1] == 1
		if verbatim && (gotStart != start || gotEnd != end) {
			t.Fatalf("%q[%d:%d] comes back as %d:%d", p.Text, start, end, gotStart, gotEnd)
		}
		if at := p.Source(start, start); at.Start == from[start] {
			if caret, same, ok := p.Within(at); !ok || caret != same || caret > start {
				t.Fatalf("the place %d of %q comes back as %d:%d, %v", start, p.Text, caret, same, ok)
			}
		}
		if _, _, ok := p.Within(text.Span{File: text.NewFile("g", "x"), Start: 0, End: 1}); ok {
			t.Fatal("another file's span stands in it")
		}
	})
}
