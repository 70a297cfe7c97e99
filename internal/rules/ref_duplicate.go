package rules

import (
	"fmt"

	"tvilling/internal/check"
	"tvilling/internal/cite"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "ref-duplicate",
	Title:    "A reference stands twice; the source has it once",
	Category: "accuracy/addition",
	Severity: check.Error,
	Doc: `The same work is listed twice in the translation, word for word or in two wordings,
such as once with its own title and once with a translated one.`,
	Bad: []check.Example{{
		Source: "# References\n\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "# Referenser\n\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.\n- Bliss TV, Lømo T. Långvarig förstärkning av synaptisk överföring. J Physiol. 1973;232(2):331-356.",
	}},
	Good: []check.Example{{
		Source: "# References\n\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "# Referenser\n\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
	}},
	Run: refDuplicate,
})

func refDuplicate(p *check.Pass) {
	if p.Cites == nil {
		return
	}
	for _, d := range p.Cites.Duplicates {
		p.Report(check.Finding{
			Span:    d.Entry.Span(),
			Message: fmt.Sprintf("reference stands twice; the other is on line %d", d.Of.Span().Line()),
			Related: append(p.FromSource(twiceOf(p, d.Of)), check.Note{Span: d.Of.Span(), Message: "the other one"}),
			Fixes:   takeOut(d.Entry),
		})
	}
}

// takeOut removes an entry that has its block to itself. It is not safe: the two
// may differ in what each has right.
func takeOut(e *cite.Entry) []check.Fix {
	if e.Start > 0 || e.End < len(e.Block.Prose.Text) {
		return nil
	}
	return []check.Fix{{Title: "take it out", Edits: []text.Edit{{Span: wholeLines(e.Block)}}}}
}

// twiceOf is where the source gives the work of a target entry; the zero Span
// when it does not.
func twiceOf(p *check.Pass, target *cite.Entry) text.Span {
	for _, pair := range p.Cites.Pairs {
		if pair.Target == target {
			return pair.Source.Span()
		}
	}
	return text.Span{}
}
