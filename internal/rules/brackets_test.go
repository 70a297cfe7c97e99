package rules

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestMayLackPairsMissesNothing holds what is seen at a glance against the regular
// expression that it stands before.
func TestMayLackPairsMissesNothing(t *testing.T) {
	parts := append(strings.Split(": ; = 8 x X ' ’ - ( ) [ ] { } D p a å 1 23 iv – + − ∞ , . ord", " "), " ", "\n")
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 12).Draw(t, "text"), "")
		if m := noPairs().FindString(s); m != "" && strings.ContainsAny(m, "()[]{}") && !mayLackPairs(s) {
			t.Fatalf("%q holds %q", s, m)
		}
	})
}
