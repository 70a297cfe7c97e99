package text

import (
	"errors"
	"sort"
	"testing"

	"pgregory.net/rapid"
)

func TestSpan(t *testing.T) {
	f, g := NewFile("f", "0123456789"), NewFile("g", "0123456789")
	a, b := Span{f, 2, 5}, Span{f, 4, 8}
	if !a.Overlaps(b) || a.Overlaps(Span{f, 5, 8}) || a.Overlaps(Span{g, 2, 5}) || a.Overlaps(a.After()) {
		t.Error("Overlaps: only spans of one file that share a byte do")
	}
	if !a.Contains(a.After()) || !a.Contains(a) || a.Contains(b) || a.Contains(Span{g, 3, 4}) {
		t.Error("Contains: a span holds itself and its ends, and nothing of another file")
	}
	if got := a.Cover(b); got != (Span{f, 2, 8}) || a.Cover(Span{}) != a || (Span{}).Cover(a) != a || a.Cover(Span{g, 0, 9}) != a {
		t.Error("Cover: the zero span and those of other files add nothing")
	}
	if (Span{}).Text() != "" || !(Span{}).IsZero() || !a.After().Empty() || a.Before() != (Span{f, 2, 2}) {
		t.Error("empty spans")
	}
	if a.Text() != "234" || a.Line() != 1 || a.Position().Column != 3 || a.EndPosition().Column != 6 {
		t.Error("a span in the first line")
	}
}

func TestApply(t *testing.T) {
	f := NewFile("f", "abcdef")
	edit := func(start, end int, s string) Edit { return Edit{Span{f, start, end}, s} }
	for _, c := range []struct {
		why, want string
		edits     []Edit
	}{
		{"no edit", "abcdef", nil},
		{"in any order", "ABcdEF", []Edit{edit(4, 6, "EF"), edit(0, 2, "AB")}},
		{"insertions at one place keep their order", "ab12cdef", []Edit{edit(2, 2, "1"), edit(2, 2, "2")}},
		{"an insertion goes before what is replaced there", "ab1Cdef", []Edit{edit(2, 3, "C"), edit(2, 2, "1")}},
		{"an insertion where a replacement ends", "abC1def", []Edit{edit(3, 3, "1"), edit(2, 3, "C")}},
		{"everything", "", []Edit{edit(0, 6, "")}},
	} {
		got, err := Apply(f, c.edits)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %q (%v), want %q", c.why, got, err, c.want)
		}
	}
	if string(f.Content) != "abcdef" {
		t.Error("Apply changed the file")
	}
	if _, err := Apply(f, []Edit{edit(0, 3, ""), edit(2, 4, "")}); !errors.Is(err, ErrOverlap) {
		t.Errorf("overlap: %v", err)
	}
	for _, e := range []Edit{edit(-1, 2, ""), edit(3, 2, ""), edit(5, 7, ""), {Span{NewFile("g", "abcdef"), 0, 1}, ""}, {}} {
		if _, err := Apply(f, []Edit{e}); err == nil {
			t.Errorf("%v was applied", e.Span)
		}
	}
}

// TestApplyIsSplicing holds Apply against the same edits made one by one from the back.
func TestApplyIsSplicing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := content(t)
		cuts := rapid.SliceOfN(rapid.IntRange(0, len(s)), 0, 12).Draw(t, "cuts")
		sort.Ints(cuts)
		f := NewFile("f", s)
		var edits []Edit
		want := s
		for i := len(cuts) - 2; i >= 0; i -= 2 {
			if i+2 < len(cuts) && cuts[i+1] == cuts[i+2] && cuts[i] == cuts[i+1] {
				continue // insertions at one place are in TestApply
			}
			e := Edit{Span{f, cuts[i], cuts[i+1]}, rapid.SampledFrom([]string{"", "ny", "å"}).Draw(t, "new")}
			edits = append(edits, e)
			want = want[:cuts[i]] + e.New + want[cuts[i+1]:]
		}
		got, err := Apply(f, rapid.Permutation(edits).Draw(t, "order"))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}
