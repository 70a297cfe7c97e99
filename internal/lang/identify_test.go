package lang

import (
	"path/filepath"
	"strings"
	"testing"
)

func segments(t testing.TB, name string) []string {
	t.Helper()
	return testLines(t, filepath.Join("testdata", "identify", name+".txt"))
}

// Of short segments in a known language none is taken for the other, and few
// stay undecided.
func TestIdentifySegments(t *testing.T) {
	for _, l := range All() {
		lines := segments(t, l.Code)
		right, undecided := 0, 0
		for _, s := range lines {
			switch g := Identify(s); {
			case g.Lang == l:
				right++
			case g.Lang != nil:
				t.Errorf("%q is %s, got %s (%.2f)", s, l.Code, g.Lang.Code, g.Confidence)
			default:
				undecided++
				t.Logf("undecided: %q (%.2f, other %q)", s, g.Confidence, g.Other)
			}
		}
		t.Logf("%s: %d of %d right, %d undecided", l.Code, right, len(lines), undecided)
		if right*100 < 90*len(lines) {
			t.Errorf("%s: only %d of %d segments are seen", l.Code, right, len(lines))
		}
	}
}

func TestIdentifyLeavesNamesUndecided(t *testing.T) {
	for _, s := range segments(t, "none") {
		if g := Identify(s); g.Lang != nil {
			t.Errorf("%q is in no language, got %s (%.2f)", s, g.Lang.Code, g.Confidence)
		}
	}
}

func TestIdentifyOtherLanguages(t *testing.T) {
	for _, line := range segments(t, "other") {
		code, s, _ := strings.Cut(line, "\t")
		switch g := Identify(s); {
		case g.Lang != nil:
			t.Errorf("%s: %q is taken for %s (%.2f)", code, s, g.Lang.Code, g.Confidence)
		case g.Other == "" || !strings.Contains(code, g.Other):
			t.Errorf("%s: %q is taken for %q", code, s, g.Other)
		}
	}
}

// Half of each language is neither; a short quotation changes nothing.
func TestIdentifyMixedTexts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Färjan går klockan tolv. The ferry leaves at noon, and nobody waits.", ""},
		{"I artikeln ”The old harbour” berättar hon om båtarna, om måsarna och om sin morfar som aldrig lärde sig simma.", "sv"},
		{"The word lagom means that something is neither too much nor too little, and it is hard to translate.", "en"},
	} {
		got := ""
		if g := Identify(c.text); g.Lang != nil {
			got = g.Lang.Code
		}
		if got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzIdentify(f *testing.F) {
	f.Add("Synaptisk plasticitet och synaptic plasticity")
	f.Add(strings.Join(scraps, ""))
	f.Fuzz(func(t *testing.T, s string) {
		g := Identify(s)
		if !(g.Confidence >= 0 && g.Confidence <= 1) || g.Words < 0 || g.Lang != nil && g.Other != "" {
			t.Fatalf("%q: %+v", s, g)
		}
	})
}

func BenchmarkIdentify(b *testing.B) {
	for b.Loop() {
		Identify("Most users never notice the difference between the two settings.")
	}
}
