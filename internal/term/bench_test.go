package term

import (
	"fmt"
	"strings"
	"testing"

	"tvilling/internal/lang"
)

// bigGlossary has n terms put together of real word parts, as terms are.
func bigGlossary(n int) *Glossary {
	g := &Glossary{Source: lang.For("en"), Target: lang.For("sv")}
	first := strings.Fields("neuro hjärn blod magnesium kalcium sömn minnes nerv tarm lever hjärt muskel protein vitamin fett")
	second := strings.Fields("signal cell kanal receptor nivå brist funktion plasticitet sjukdom studie analys test barriär kärl tillskott")
	third := strings.Fields("hämmare mätning värde grupp förmåga skada kvalitet modell metod effekt risk metabolism")
	for i := 0; i < n; i++ {
		target := first[i%len(first)] + second[i/len(first)%len(second)] + third[i/len(first)/len(second)%len(third)]
		source := fmt.Sprintf("%s term %d", target, i)
		if i >= len(first)*len(second)*len(third) {
			target = fmt.Sprintf("%s typ%d", target, i)
		}
		g.Terms = append(g.Terms, &Term{Source: []string{source}, Target: []string{target}})
	}
	return g
}

func article(paragraphs int) string {
	return strings.Repeat("Den synaptiska plasticiteten i hippocampus är beroende av NMDA- och AMPA-receptorer, vars aktivitet "+
		"regleras av magnesiumnivåerna i hjärnvävnaden. Hjärnsignalhämmare och blodcellsmätningarna visade i en randomiserad "+
		"kontrollerad studie att sömnkvaliteten förbättrades jämfört med placebogruppen. ", paragraphs)
}

// BenchmarkCompile indexes 20,000 terms for finding, in both languages.
func BenchmarkCompile(b *testing.B) {
	terms := bigGlossary(20_000).Terms
	for b.Loop() {
		g := &Glossary{Source: lang.For("en"), Target: lang.For("sv"), Terms: terms}
		g.FindSource("x", nil)
		g.FindTarget("x", nil)
	}
}

// BenchmarkFind reports how fast an article is searched for 20,000 terms.
func BenchmarkFind(b *testing.B) {
	for _, paragraphs := range []int{10, 100, 1000} {
		text := article(paragraphs)
		b.Run(fmt.Sprintf("%dkB", len(text)>>10), func(b *testing.B) {
			g := bigGlossary(20_000)
			g.FindTarget("x", nil)
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				g.FindTarget(text, nil)
			}
		})
	}
}
