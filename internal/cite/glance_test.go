package cite

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tvilling/internal/lang"
)

// TestGlances: what is refused at a glance weighs too little, has no name in front,
// and names do not end it. The texts are of what references are made of.
func TestGlances(t *testing.T) {
	pieces := append(strings.Split("Ek|Bliss|Lømo|Åström-Svensson|d’Arc|van|der|och|and|et al.|m.fl.|A|B.|TVP|Jr|&|Studies of sleep|Sömn hos vuxna|Nature|Lund|2004|2004a|44|1|5–21|IV|vol.|nr|s.|pp. 5|eds.|(red.)|Edited by|I redaktion av|2nd ed.|n.d.|u.å.|Accessed May 3, 2024|Hämtad från|PMID: 123456|pmc123456|ISBN 978-91-1-30|arXiv:1234.56789|10.1000/x|doi:10.1000/x|https://a.example|WWW.a.example|In|I", "|"),
		bliss, malenka, slutsky, ". ", ". ", ", ", ", ", ": ", "; ", " ", " ", " ", "(", ")", "[", "]", "“", "”", "*", ".", ",", ":", "-", "\u00a0", "\u00ad", "\n", "\u017F")
	for _, l := range lang.All() {
		c := l.Citation()
		for _, list := range [][]string{c.EtAl, c.Editors, c.EditedBy, c.Volume, c.Edition} {
			pieces = append(pieces, list...)
		}
	}
	noise := rapid.Map(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 14), func(parts []string) string { return strings.Join(parts, "") })
	heavy := 0
	rapid.Check(t, func(t *rapid.T) {
		s := noise.Draw(t, "entry")
		b := block(s)
		p := part{b, stretch{0, len(b.Prose.Text)}}
		if e, w := p.read(); w >= least(e.has(Year)) {
			heavy++
			if !p.mayWeigh() {
				t.Fatalf("%q weighs %d: %v", s, w, e.Fields)
			}
		}
		if named().MatchString(s) && !mayBeNamed(s) {
			t.Fatalf("%q begins with a name", s)
		}
		want, got := shapes().before.FindStringSubmatch(s+" "), shapes().before.FindStringSubmatch(namesBefore(s+" "))
		if !slices.Equal(want, got) {
			t.Fatalf("%q ends in the names %q, want %q", s, got, want)
		}
	})
	if heavy == 0 {
		t.Error("no entry was heavy enough")
	}
}
