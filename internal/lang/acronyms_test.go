package lang

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestAcronymsIn(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"LTP:s roll, LLMs, an LLM's memory", "LTP LLM LLM"},
		{"NMDA- och AMPA-receptorer", "NMDA AMPA"},
		{"anti-CD20-behandling med H5N1 och CO2", "CD20 H5N1 CO2"},
		{"vitamin B12, kapitel XIV, R2", ""},
		{"Nato och mRNA", ""},
		{"DEMONSTRATIONSTÅG", ""},
	} {
		var got []string
		for _, w := range swedish().AcronymsIn(c.text) {
			got = append(got, w.Text)
			if c.text[w.Start:w.End] != w.Text {
				t.Errorf("%q: the range of %s holds %q", c.text, w.Text, c.text[w.Start:w.End])
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q has %q, want %q", c.text, got, c.want)
		}
	}
}

// TestAcronymsInEveryWord holds AcronymsIn against looking at every word.
func TestAcronymsInEveryWord(t *testing.T) {
	piece := rapid.SampledFrom([]string{"A", "B", "X", "I", "1", "a", "s", "å", "-", "’", ":", ".", " ", " ", "\u00a0", "–", "\n", "_"})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), "")
		for _, l := range All() {
			var want []Word
			for _, w := range l.Words(s) {
				at := w.Start
				for _, part := range strings.SplitAfter(w.Text, "-") {
					if n := acronymLength(part); n > 0 && !roman(part[:n]) {
						want = append(want, Word{at, at + n, s[at : at+n]})
					}
					at += len(part)
				}
			}
			if diff := cmp.Diff(want, l.AcronymsIn(s)); diff != "" {
				t.Fatalf("%q (-want +got):\n%s", s, diff)
			}
		}
	})
}

func TestAcronymsOfTheOtherLanguage(t *testing.T) {
	for _, c := range []struct {
		acronym  string
		from, to *Language
		want     string
	}{
		{"UN", english(), swedish(), "FN, Förenta nationerna"},
		{"FN", swedish(), english(), "UN"},
		{"ECG", english(), swedish(), "EKG"},
		{"NMDA", english(), swedish(), ""},
	} {
		if got := strings.Join(c.to.Acronyms(c.acronym, c.from), ", "); got != c.want {
			t.Errorf("%s in %s is %q, want %q", c.acronym, c.to.Name, got, c.want)
		}
	}
}

// Both tables speak of the same notions, each once.
func TestAcronymTables(t *testing.T) {
	for notion := range acronymTables["en"].ready().forms {
		if len(acronymTables["sv"].ready().forms[notion]) == 0 {
			t.Errorf("Swedish has nothing for %q", notion)
		}
	}
	if a, b := len(acronymTables["en"].forms), len(acronymTables["sv"].forms); a != b || strings.Count(englishAcronyms, "\n") != a+1 {
		t.Errorf("%d notions in English, %d in Swedish, %d lines", a, b, strings.Count(englishAcronyms, "\n")-1)
	}
}
