package rules

import (
	"cmp"
	"sort"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/cite"
	"tvilling/internal/config"
	"tvilling/internal/lang"
)

var _ = register(&check.Rule{
	ID:       "ref-order",
	Title:    "A reference stands in another place than in the source",
	Category: "accuracy",
	Severity: check.Suggestion,
	Doc: `In a list that is ordered by citation, a reference in another place gets another
number, and the citations in the text then point at the wrong work. A list that is
sorted by the names of its authors is left alone, whatever alphabet it follows; so are
all lists with references: {order: any}.`,
	Bad: []check.Example{{
		Source: "# References\n\n1. Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.\n2. Granovetter MS. The strength of weak ties. Am J Sociol. 1973;78(6):1360-1380.\n3. Turing AM. Computing machinery and intelligence. Mind. 1950;59(236):433-460.\n4. Miller GA. The magical number seven, plus or minus two. Psychol Rev. 1956;63(2):81-97.",
		Target: "# Referenser\n\n1. Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.\n2. Turing AM. Computing machinery and intelligence. Mind. 1950;59(236):433-460.\n3. Granovetter MS. The strength of weak ties. Am J Sociol. 1973;78(6):1360-1380.\n4. Miller GA. The magical number seven, plus or minus two. Psychol Rev. 1956;63(2):81-97.",
	}},
	Good: []check.Example{{
		Source: "# References\n\n- Turing AM. Computing machinery and intelligence. Mind. 1950;59(236):433-460.\n- Åkesson S. How migrants get there. BioScience. 2007;57(2):123-133.\n- Malenka RC. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "# Referenser\n\n- Malenka RC. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.\n- Turing AM. Computing machinery and intelligence. Mind. 1950;59(236):433-460.\n- Åkesson S. How migrants get there. BioScience. 2007;57(2):123-133.",
	}},
	Run: refOrder,
})

func refOrder(p *check.Pass) {
	if p.Cites == nil || p.Config.References.Order == config.AnyOrder {
		return
	}
	sorted := map[*cite.Entry]bool{}
	for _, l := range p.Cites.Target.Lists {
		byName := sortedByName(l.Entries)
		for _, e := range l.Entries {
			sorted[e] = byName
		}
	}
	var moved []cite.Pair
	for _, pair := range p.Cites.Pairs {
		if pair.Moved && !sorted[pair.Target] {
			moved = append(moved, pair)
		}
	}
	// A list that was put in another order as a whole was meant to be.
	if 3*len(moved) > len(p.Cites.Pairs) {
		return
	}
	for _, pair := range moved {
		p.Reportf(pair.Target.Span(), pair.Source.Span(), "reference stands in another place than in the source: %s", named(pair.Target))
	}
}

// sortedByName says that the entries' first authors come in the order of some
// alphabet: å, ä and ö at its end or with a and o.
func sortedByName(entries []*cite.Entry) bool {
	var plain, bare []string
	for _, e := range entries {
		name := lang.Fold(cmp.Or(e.Value(cite.Author), e.Text())) // without author, the title begins
		plain = append(plain, name)
		bare = append(bare, strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "ø", "o", "é", "e", "ü", "u").Replace(name))
	}
	return sort.StringsAreSorted(plain) || sort.StringsAreSorted(bare)
}
