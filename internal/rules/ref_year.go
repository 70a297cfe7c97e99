package rules

import (
	"tvilling/internal/check"
	"tvilling/internal/cite"
)

var _ = register(&check.Rule{
	ID:       "ref-year",
	Title:    "The year or date of a reference is another",
	Category: "accuracy",
	Severity: check.Error,
	Doc: `The year of publication tells two works by one author apart. Dates are compared by
value, whatever language they are written in: "August 17, 2024" is "17 augusti 2024".`,
	Bad: []check.Example{{
		Source: "# References\n\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "# Referenser\n\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2014;44(1):5-21.",
	}},
	Good: []check.Example{{
		Source: "# References\n\n- Hausenblas H, Lynch T. Magnesium improves sleep quality. Sleep Medicine: X. August 17, 2024.",
		Target: "# Referenser\n\n- Hausenblas H, Lynch T. Magnesium improves sleep quality. Sleep Medicine: X. 17 augusti 2024.",
	}},
	Run: refYear,
})

func refYear(p *check.Pass) {
	sameEdition(p, func(pair cite.Pair) {
		if d := pair.Years(); d != nil {
			tell(p, d, false, contrast(d))
		}
	})
}
