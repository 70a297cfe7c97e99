package text

import (
	"errors"
	"fmt"
	"sort"
)

// Span is the half-open stretch of bytes [Start, End) of one file. It carries
// its file, so that source and target cannot be mixed up. The zero Span is nowhere.
type Span struct {
	File       *File
	Start, End int
}

// IsZero says that the span names no file at all.
func (s Span) IsZero() bool { return s.File == nil }

// Empty says that the span holds no bytes: a place between two characters.
func (s Span) Empty() bool { return s.Start >= s.End }

// Text is what stands in the span; "" for the zero span.
func (s Span) Text() string {
	if s.File == nil || s.Start >= s.End {
		return ""
	}
	return string(s.File.Content[s.Start:s.End])
}

// Position is where the span begins.
func (s Span) Position() Position { return s.File.Position(s.Start) }

// EndPosition is the place after the span's last character.
func (s Span) EndPosition() Position { return s.File.Position(s.End) }

// Line is the 1-based line that the span begins on.
func (s Span) Line() int { return s.File.Line(s.Start) }

// After is the empty span where s ends; Before the one where it begins.
func (s Span) After() Span  { return Span{s.File, s.End, s.End} }
func (s Span) Before() Span { return Span{s.File, s.Start, s.Start} }

// Contains says that t lies wholly inside s.
func (s Span) Contains(t Span) bool {
	return s.File == t.File && s.Start <= t.Start && t.End <= s.End
}

// Overlaps says that s and t share at least one byte.
func (s Span) Overlaps(t Span) bool {
	return s.File == t.File && s.Start < t.End && t.Start < s.End
}

// Cover is the smallest span that holds both; either may be zero.
func (s Span) Cover(t Span) Span {
	switch {
	case s.File == nil:
		return t
	case t.File == nil || t.File != s.File:
		return s
	}
	return Span{s.File, min(s.Start, t.Start), max(s.End, t.End)}
}

// Edit puts New in the place of Span.
type Edit struct {
	Span Span
	New  string
}

// ErrOverlap is returned by Apply when two edits touch the same bytes.
var ErrOverlap = errors.New("edits overlap")

// Apply returns the content of f with all edits made; f itself stays as it is.
// The order of edits does not matter, but insertions at one place keep theirs.
// It fails on overlap and on an edit of another file or outside the content.
func Apply(f *File, edits []Edit) ([]byte, error) {
	sorted := append([]Edit(nil), edits...)
	sort.SliceStable(sorted, func(i, j int) bool {
		a, b := sorted[i].Span, sorted[j].Span
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End < b.End
	})
	out := make([]byte, 0, len(f.Content))
	at := 0
	for _, e := range sorted {
		s := e.Span
		if s.File != f || s.Start < 0 || s.End > len(f.Content) || s.Start > s.End {
			return nil, fmt.Errorf("edit [%d,%d) does not lie in %s", s.Start, s.End, f.Name)
		}
		if s.Start < at {
			return nil, fmt.Errorf("%w at line %d", ErrOverlap, f.Line(s.Start))
		}
		out = append(out, f.Content[at:s.Start]...)
		out = append(out, e.New...)
		at = s.End
	}
	return append(out, f.Content[at:]...), nil
}
