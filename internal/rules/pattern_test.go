package rules

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// slips are every pattern and something that it matches.
var slips = []struct {
	*pattern
	example string
}{
	{hyphenRange, "1995-2000"}, {dashRange, "3–5"}, {hyphenPause, "natt - dag"}, {initialsEnding, "EU's"},
	{softUnit, "3 kg"}, {softGroup, "12 345"}, {gluedUnit, "5kg"}, {spacedUnit, "5\u202fµg"}, {hardUnit, "3\u00a0%"},
	{gluedSign, "12 GB. 5ms"}, {softWord, "3 veckor"}, {hardWord, "3\u00a0veckor"}, {possessive, "Mozilla's tjänst"},
	{misspaced[0].slip, "hund,katt"}, {misspaced[1].slip, "slut.Åter"}, {misspaced[2].slip, "hund,\u00a0;"}, {misspaced[3].slip, "(\u00a0å"},
	{misspaced[4].slip, "å )"}, {misspaced[5].slip, "så ."}, {misspaced[6].slip, "a  b"},
}

// TestPatternsMissNothing holds every pattern against its bare regular expression
// on texts of the characters that they are about.
func TestPatternsMissNothing(t *testing.T) {
	alphabet := strings.Split("a b å Å B EU 1 23 456 . , ; : ! ? ( ) [ ] - – ' ’ ” % °C kg µg km m s n en", " ")
	alphabet = append(alphabet, " ", " ", "\u00a0", "\u202f", "\u2009")
	noise := rapid.Map(rapid.SliceOfN(rapid.SampledFrom(alphabet), 0, 12), func(parts []string) string { return strings.Join(parts, "") })
	for _, slip := range slips {
		bare := slip.expression()
		if bare.FindStringIndex(slip.example) == nil {
			t.Errorf("%v does not match its example %q", bare, slip.example)
		}
		rapid.Check(t, func(t *rapid.T) {
			s := noise.Draw(t, "before") + slip.example + noise.Draw(t, "after")
			if diff := cmp.Diff(bare.FindAllStringSubmatchIndex(s, -1), slip.all(s)); diff != "" {
				t.Fatalf("%v on %q (-want +got):\n%s", bare, s, diff)
			}
			if pairs().in(s)&slip.bit == 0 {
				t.Fatalf("%v on %q: no pair of bytes", slip.expression(), s)
			}
			rest := noise.Draw(t, "other")
			if got, want := slip.in(rest), bare.MatchString(rest); got != want {
				t.Fatalf("%v on %q: %v, want %v", bare, rest, got, want)
			}
		})
	}
}
