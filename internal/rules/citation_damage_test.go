package rules_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"tvilling/internal/rules"
	"tvilling/internal/text"
)

// citingSentences are an article in which each sentence cites something; %s stands for a citation.
var citingSentences = [][2]string{
	{"The change lasts for weeks %s and may be seen in every part of the brain.", "Förändringen varar i veckor %s och kan ses i varje del av hjärnan."},
	{"Others saw it in only one animal of four %s.", "Andra såg den bara hos ett djur av fyra %s."},
	{"Weak ties carry news further than strong ones do %s.", "Svaga band för nyheter längre än vad starka gör %s."},
	{"A machine that answers well may be said to think %s.", "En maskin som svarar väl kan sägas tänka %s."},
	{"Few people keep more than seven things in mind at once %s.", "Få människor håller mer än sju saker i huvudet på en gång %s."},
	{"Older brains keep their shape when they are used %s, as walkers know.", "Äldre hjärnor behåller sin form när de används %s, som vandrare vet."},
	{"Magnesium was raised in the brains of rats %s.", "Magnesium höjdes i hjärnan hos råttor %s."},
	{"The shortest way through a graph is found step by step %s.", "Den kortaste vägen genom en graf hittas steg för steg %s."},
}

var citedWorks = []string{
	"Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.",
	"Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
	"Granovetter MS. The strength of weak ties. Am J Sociol. 1973;78(6):1360-1380.",
	"Turing AM. Computing machinery and intelligence. Mind. 1950;59(236):433-460.",
	"Miller GA. The magical number seven, plus or minus two. Psychol Rev. 1956;63(2):81-97.",
	"Nyberg L, Bäckman L. Memory aging and brain maintenance. Trends Cogn Sci. 2012;16(5):292-305.",
	"Slutsky I, Abumaria N, Wu LJ, et al. Enhancement of learning and memory. Neuron. 2010;65(2):165-177.",
	"Dijkstra EW. A note on two problems in connexion with graphs. Numer Math. 1959;1:269-271.",
}

// citingStyles are the citations of the eight sentences, in English and in Swedish.
var citingStyles = map[string][2][]string{
	"numbers": {
		{"[1]", "[2]", "[3, 1]", "[4]", "[5]", "[6–8]", "[7]", "[8]"},
		{"[1]", "[2]", "[1, 3]", "[4]", "[5]", "[6–8]", "[7]", "[8]"},
	},
	"raised numbers": {
		{"<sup>1</sup>", "<sup>2</sup>", "<sup>3</sup>", "<sup>4</sup>", "<sup>5</sup>", "<sup>6</sup>", "<sup>7</sup>", "<sup>8</sup>"},
		{"<sup>1</sup>", "<sup>2</sup>", "<sup>3</sup>", "<sup>4</sup>", "<sup>5</sup>", "<sup>6</sup>", "<sup>7</sup>", "<sup>8</sup>"},
	},
	"names": {
		{"(Bliss & Lømo, 1973)", "(Malenka and Bear, 2004)", "(Granovetter, 1973)", "(Turing, 1950)", "(Miller, 1956)", "(Nyberg & Bäckman, 2012)", "(Slutsky et al., 2010)", "(Dijkstra, 1959)"},
		{"(Bliss & Lømo, 1973)", "(Malenka och Bear, 2004)", "(Granovetter, 1973)", "(Turing, 1950)", "(Miller, 1956)", "(Nyberg & Bäckman, 2012)", "(Slutsky m.fl., 2010)", "(Dijkstra, 1959)"},
	},
}

func citingArticle(side int, heading string, citations []string) string {
	var b strings.Builder
	for i, s := range citingSentences {
		fmt.Fprintf(&b, s[side]+"\n\n", citations[i])
	}
	fmt.Fprintf(&b, "# %s\n\n", heading)
	for i, w := range citedWorks {
		fmt.Fprintf(&b, "%d. %s\n", i+1, w)
	}
	return strings.ReplaceAll(b.String(), "  ", " ")
}

var (
	lastDigit = regexp.MustCompile(`\d(\D*)$`)
	longName  = regexp.MustCompile(`(\p{Lu}\p{Ll}+)(\p{Ll})(\p{Ll})`)
)

// citationDamages make another citation of one; "" leaves it out.
var citationDamages = map[string]func(string) string{
	"lost": func(string) string { return "" },
	"digit": func(c string) string {
		return lastDigit.ReplaceAllStringFunc(c, func(s string) string { return string('0'+(s[0]-'0'+5)%9) + s[1:] })
	},
	"another work": func(c string) string {
		if strings.Contains(c, "Miller") {
			return "(Turing, 1950)"
		}
		if strings.HasPrefix(c, "(") {
			return "(Miller, 1956)"
		}
		return strings.NewReplacer("1", "5", "2", "5", "3", "5", "4", "5", "5", "1", "6", "5", "7", "5", "8", "5").Replace(c)
	},
	"misspelt": func(c string) string { return longName.ReplaceAllString(c, "$1$3$2") },
}

// TestCitationDamage damages each citation in turn, in three ways of citing.
func TestCitationDamage(t *testing.T) {
	rule := rules.Find("citation-mark")
	found, tried := 0, 0
	for style, sides := range citingStyles {
		source := text.NewFile("en.md", citingArticle(0, "References", sides[0]))
		clean := text.NewFile("sv.md", citingArticle(1, "Referenser", sides[1]))
		c := aCase{source: source, target: clean}
		if got := c.run(t, rule, clean); len(got) > 0 {
			t.Errorf("%s: nothing is damaged, yet\n%s", style, describe(got))
		}
		for name, alter := range citationDamages {
			for i, was := range sides[1] {
				is := alter(was)
				if is == was {
					continue
				}
				damaged := append([]string(nil), sides[1]...)
				damaged[i] = is
				got := c.run(t, rule, text.NewFile("sv.md", citingArticle(1, "Referenser", damaged)))
				tried++
				if len(got) > 0 && got[0].Span.Line() == 2*i+1 && got[len(got)-1].Span.Line() == 2*i+1 {
					found++
					continue
				}
				t.Logf("%s, %s: %s became %s, found:\n%s", style, name, was, is, describe(got))
			}
		}
	}
	t.Logf("found %d of %d", found, tried)
	if tried < 70 || 100*found < 97*tried {
		t.Errorf("found %d of %d", found, tried)
	}
}
