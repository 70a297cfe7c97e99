package rules

import (
	"tvilling/internal/check"
	"tvilling/internal/cite"
)

var _ = register(&check.Rule{
	ID:       "ref-author",
	Title:    "An author of a reference is misspelt, lost or added",
	Category: "accuracy",
	Severity: check.Error,
	Doc: `Names keep every letter, diacritics too: Lømo, Gröber, Åström. A name that the source
gives may not be lost, nor the words that stand for the others ("et al.", "m.fl.").
How initials are written and what joins the names ("&", "and", "och") does not count.`,
	Bad: []check.Example{{
		Source: "# References\n\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.",
		Target: "# Referenser\n\n- Bliss TV, Lomo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.",
	}},
	Good: []check.Example{{
		Source: "# References\n\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.",
		Target: "# Referenser\n\n- Bliss, T. V. & Lømo, T. (1973). Long-lasting potentiation of synaptic transmission. J Physiol, 232(2), s. 331–356.",
	}},
	Run: refAuthor,
})

func refAuthor(p *check.Pass) {
	sameWork(p, func(pair cite.Pair) {
		if d := pair.Authors(); d != nil {
			tell(p, d, false, contrast(d))
		}
	})
}
