package lang

import (
	"testing"

	"pgregory.net/rapid"
)

// TestSameSpaced holds SameSpaced against comparing what FoldSpaced makes.
func TestSameSpaced(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "A", "b", "å", "Å", " ", "  ", "\t", "\u00a0", "\u00ad", "\u200b", "-", "–", "”", "\"", "\x00", "\xff", "\ufffd"})
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(piece, 0, 5)
		var a, b string
		for _, s := range texts.Draw(t, "a") {
			a += s
		}
		for _, s := range texts.Draw(t, "b") {
			b += s
		}
		if got, want := SameSpaced(a, b), FoldSpaced(a) == FoldSpaced(b); got != want {
			t.Fatalf("%q, %q: %v, want %v", a, b, got, want)
		}
	})
}
