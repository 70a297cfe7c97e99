package lang

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestTelephones reads two numbers and says whether they reach one telephone.
func TestTelephones(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"call +46 (0)8-700 00 00 today", "ring 08-700 00 00 i dag", true},
		{"tel. +46 500 12 34 56.", "tfn 0500-12 34 56.", true},
		{"+46 31 700 12 34", "031/700 12 34", true},
		{"+1 (555) 010-0199", "+1 555 010 0199", true},
		{"+46 31 700 12 34", "031-700 12 43", false},
		{"+46 31 700 12 34", "+47 31 700 12 34", false},
		{"031-700 12 34", "0317 001 234", true},
	} {
		a, b := Telephones(c.a), Telephones(c.b)
		if len(a) != 1 || len(b) != 1 {
			t.Fatalf("%q has %d telephone numbers, %q has %d, want 1", c.a, len(a), c.b, len(b))
		}
		if a[0].Same(b[0]) != c.same || b[0].Same(a[0]) != c.same {
			t.Errorf("%q and %q: same = %v, want %v", c.a, c.b, !c.same, c.same)
		}
	}
	for _, s := range []string{"from 1 050 to 2 000", "0.5 mg", "2024-08-17", "at 08:30", "10 000 000 kr"} {
		if found := Telephones(s); len(found) > 0 {
			t.Errorf("%q: found %q", s, found[0].Digits)
		}
	}
}

// TestTelephonesMissNothing holds what is seen of a text at a glance against what the
// regular expression finds in it.
func TestTelephonesMissNothing(t *testing.T) {
	parts := strings.Split("+|0|00|1|46|08|700|12|-|‑|–|.|/|(0)|(|)|\u00a0|\u202f|,|a|å|‘|”", "|")
	parts = append(parts, " ", " ")
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 16).Draw(t, "text"), "")
		for _, m := range telephone().FindAllStringSubmatch(s, -1) {
			if len(strings.Map(digitsOnly, m[1])) >= fewestDigits && !mayBeTelephone(s) {
				t.Fatalf("%q holds %q", s, m[1])
			}
		}
	})
}
