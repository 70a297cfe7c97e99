package rules

import "tvilling/internal/check"

// Package review makes the findings of this rule: it alone knows what was silenced.
var _ = register(&check.Rule{
	ID:    "suppression",
	Title: "A suppression has no reason, names no rule, or hits nothing",
	Doc: `A comment in the translation can silence a finding that somebody has judged:
<!-- tvilling-disable-next-line RULE: reason -->, or <!-- tvilling-disable RULE: reason --> until
<!-- tvilling-enable RULE -->. An entry under suppress in .tvilling.yaml does the same. Without its reason nobody
can tell later whether it still holds, with a misspelt rule it silences nothing, and one that hits nothing any more
would silence the next real mistake there.

Give the reason, mend the name, or take the suppression out.`,
	Category: "none",
	Severity: check.Warning,
	Bad: []check.Example{
		{
			Source: "The study followed 1,234 adults for 12 weeks.",
			Target: "<!-- tvilling-disable-next-line number -->\nStudien följde 1 243 vuxna i 12 veckor.",
		},
		{
			Source: "The study followed 1,234 adults for 12 weeks.",
			Target: "<!-- tvilling-disable-next-line number: the source has it wrong -->\nStudien följde 1 234 vuxna i 12 veckor.",
		},
	},
	Good: []check.Example{{
		Source: "The study followed 1,234 adults for 12 weeks.",
		Target: "<!-- tvilling-disable-next-line number: the source has it wrong -->\nStudien följde 1 243 vuxna i 12 veckor.",
	}},
	Run: func(*check.Pass) {},
})
