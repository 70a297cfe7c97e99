package rules

import (
	"fmt"

	"tvilling/internal/check"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "genitive",
	Title:    "An ending joined to initials by an apostrophe",
	Category: "linguistic/grammar",
	Severity: check.Suggestion,
	Doc: `Swedish joins endings to initials with a colon: LTP:s, EU:s, dvd:n. An apostrophe
comes from English. Names that keep their apostrophe (McDonald's) are left alone.`,
	Bad:  []check.Example{{Source: "The role of LTP is known.", Target: "LTP's roll är känd."}},
	Good: []check.Example{{Source: "The role of LTP is known; so is McDonald's.", Target: "LTP:s roll är känd; det är McDonald's också."}},
	Run:  genitive,
})

// initialsEnding is initials with an apostrophe and an ending.
var initialsEnding = sought(`(?:^|[^\p{L}\p{N}])((?:\p{Lu}){2,6})(['’])(s|n|en|t|et|er|ar)(?:$|[^\p{L}\p{N}])`, capitalBytes, tickBytes)

func genitive(p *check.Pass) {
	joint := p.Target.Lang.InitialsJoint()
	if joint == "" {
		return
	}
	for _, b := range p.Target.Blocks() {
		if p.InReferences(b) || p.Untranslated(b) {
			continue
		}
		for _, at := range initialsEnding.all(b.Prose.Text) {
			if b.Literal(at[2], at[7]) {
				continue
			}
			right := b.Prose.Text[at[2]:at[3]] + joint + b.Prose.Text[at[6]:at[7]]
			p.Report(check.Finding{
				Span:    b.Prose.Source(at[2], at[7]),
				Message: fmt.Sprintf("%s writes %s, not %s", p.Target.Lang.Name, check.Quote(right), check.Quote(b.Prose.Text[at[2]:at[7]])),
				Fixes: []check.Fix{{Title: "write " + right, Safe: true,
					Edits: []text.Edit{{Span: b.Prose.Source(at[4], at[5]), New: joint}}}},
			})
		}
	}
}
