package rules

import (
	"tvilling/internal/check"
	"tvilling/internal/cite"
)

var _ = register(&check.Rule{
	ID:       "ref-identifier",
	Title:    "A DOI, PMID, ISBN or address of a reference differs or is lost",
	Category: "accuracy/markup",
	Severity: check.Error,
	Doc: `Identifiers are copied, never retyped: one wrong character leads nowhere, or to another
work. Capitals in a DOI, a stop behind it, and the language in an address
("/en/", "/sv/") do not count.`,
	Bad: []check.Example{{
		Source: "# References\n\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21. doi:10.1016/j.neuron.2004.09.012",
		Target: "# Referenser\n\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21. doi:10.1016/j.neuron.2004.09.021",
	}},
	Good: []check.Example{{
		Source: "# References\n\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21. doi:10.1016/j.neuron.2004.09.012",
		Target: "# Referenser\n\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21. https://doi.org/10.1016/J.NEURON.2004.09.012.",
	}},
	Run: refIdentifier,
})

func refIdentifier(p *check.Pass) {
	sameEdition(p, func(pair cite.Pair) {
		for _, d := range pair.Identifiers() {
			tell(p, d, false, contrast(d))
		}
	})
}
