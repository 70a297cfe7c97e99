package lang

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestResidueInside finds every phrase in whatever case and between whatever letters.
func TestResidueInside(t *testing.T) {
	around := rapid.StringMatching(`[a-cÅ .(-]{0,4}`)
	rapid.Check(t, func(t *rapid.T) {
		phrase := rapid.SampledFrom(residue).Draw(t, "phrase")
		before, after := around.Draw(t, "before"), around.Draw(t, "after")
		for _, written := range []string{phrase, strings.ToUpper(phrase)} {
			found := Residue(before + written + after)
			want := Range{len(before), len(before) + len(phrase)}
			ok := false
			for _, r := range found {
				ok = ok || r == want
			}
			if !ok {
				t.Fatalf("%q in %q: %v", written, before+written+after, found)
			}
		}
	})
	if residueRests().within("As I can tell, the translation is the model; här är färjan, säg till.") {
		t.Error("a text without any of the phrases must be searched")
	}
}
