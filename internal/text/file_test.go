package text

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestPosition(t *testing.T) {
	f := NewFile("f", "aå🧠b\r\nx\ry\n")
	for _, c := range []struct {
		offset int
		want   Position
		utf16  int // the column in UTF-16
		what   string
	}{
		{0, Position{1, 1}, 1, "the beginning"},
		{1, Position{1, 2}, 2, "å"},
		{3, Position{1, 3}, 3, "the brain"},
		{7, Position{1, 4}, 5, "after the brain, which is two UTF-16 units"},
		{8, Position{1, 5}, 6, "the line ending"},
		{10, Position{2, 1}, 1, "after CRLF"},
		{12, Position{3, 1}, 1, "after a lone CR"},
		{14, Position{4, 1}, 1, "the empty last line"},
		{-1, Position{1, 1}, 1, "before the beginning"},
		{99, Position{4, 1}, 1, "past the end"},
	} {
		if got := f.Position(c.offset); got != c.want {
			t.Errorf("%s: Position(%d) = %v, want %v", c.what, c.offset, got, c.want)
		}
		if got := f.UTF16(c.offset); got != (Position{c.want.Line, c.utf16}) {
			t.Errorf("%s: UTF16(%d) = %v, want column %d", c.what, c.offset, got, c.utf16)
		}
	}
}

func TestLineSpan(t *testing.T) {
	f := NewFile("f", "one\r\n\ntwo\rthree")
	for line, want := range map[int]string{0: "", 1: "one", 2: "", 3: "two", 4: "three", 5: ""} {
		if got := f.LineSpan(line).Text(); got != want {
			t.Errorf("line %d is %q, want %q", line, got, want)
		}
	}
	if f.Lines() != 4 || NewFile("", "").Lines() != 1 {
		t.Error("wrong number of lines")
	}
}

// content draws text with all kinds of line endings and characters.
func content(t *rapid.T) string {
	parts := rapid.SliceOf(rapid.SampledFrom([]string{"a", " ", "å", "🧠", "\n", "\r\n", "\r", "ord", "\u2028"}))
	return strings.Join(parts.Draw(t, "content"), "")
}

// TestPositionsAreTrue holds Position and UTF16 against a slow reading of the text.
func TestPositionsAreTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := content(t)
		f := NewFile("f", s)
		offset := rapid.IntRange(0, len(s)).Draw(t, "offset")
		for offset > 0 && offset < len(s) && !utf8.RuneStart(s[offset]) {
			offset--
		}
		line, start := 1, 0
		for i := range offset {
			if s[i] == '\n' || s[i] == '\r' && !strings.HasPrefix(s[i:], "\r\n") {
				line, start = line+1, i+1
			}
		}
		want := Position{line, 1 + utf8.RuneCountInString(s[start:offset])}
		if got := f.Position(offset); got != want {
			t.Fatalf("Position(%d) = %v, want %v", offset, got, want)
		}
		want.Column = 1 + len(utf16.Encode([]rune(s[start:offset])))
		if got := f.UTF16(offset); got != want {
			t.Fatalf("UTF16(%d) = %v, want %v", offset, got, want)
		}
		if f.Line(offset) != line {
			t.Fatalf("Line(%d) = %d, want %d", offset, f.Line(offset), line)
		}
	})
}

// TestLinesMakeTheFile puts the lines together again with their endings.
func TestLinesMakeTheFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := content(t)
		f := NewFile("f", s)
		at := 0
		for line := 1; line <= f.Lines(); line++ {
			span := f.LineSpan(line)
			if ending := s[at:span.Start]; line > 1 && ending != "\n" && ending != "\r" && ending != "\r\n" {
				t.Fatalf("between lines %d and %d stands %q", line-1, line, ending)
			}
			if strings.ContainsAny(span.Text(), "\r\n") {
				t.Fatalf("line %d is %q", line, span.Text())
			}
			at = span.End
		}
		if at != len(s) {
			t.Fatalf("the lines end at %d of %d", at, len(s))
		}
	})
}
