package rules

import (
	"tvilling/internal/check"
	"tvilling/internal/cite"
)

var _ = register(&check.Rule{
	ID:       "ref-locator",
	Title:    "Volume, issue or pages of a reference differ",
	Category: "accuracy",
	Severity: check.Error,
	Doc: `Volume, issue, pages or article number and edition lead to the cited passage. "s. 5–21"
is "pp. 5-21", "165–77" is "165-177"; spaces and kinds of dashes do not count.`,
	Bad: []check.Example{{
		Source: "# References\n\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "# Referenser\n\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-12.",
	}},
	Good: []check.Example{{
		Source: "# References\n\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "# Referenser\n\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1): s. 5–21.",
	}},
	Run: refLocator,
})

func refLocator(p *check.Pass) {
	sameEdition(p, func(pair cite.Pair) {
		for _, d := range pair.Locators() {
			tell(p, d, false, contrast(d))
		}
	})
}
