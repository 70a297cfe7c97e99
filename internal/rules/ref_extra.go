package rules

import (
	"tvilling/internal/check"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "ref-extra",
	Title:    "A reference has no counterpart in the source",
	Category: "accuracy/addition",
	Severity: check.Error,
	Doc: `The translation cites a work that the source does not, or one reference of the source
was broken into several entries.`,
	Bad: []check.Example{{
		Source: "# References\n\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "# Referenser\n\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n- Granovetter MS. The strength of weak ties. Am J Sociol. 1973;78(6):1360-1380.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
	}},
	Good: []check.Example{{
		Source: "# References\n\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "# Referenser\n\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.",
	}},
	Run: refExtra,
})

func refExtra(p *check.Pass) {
	c := p.Cites
	if c == nil || len(c.Source.Entries) == 0 {
		return // a whole list that the source lacks: extra-section says so
	}
	for _, e := range c.Extra {
		if bead, _ := p.Align.Bead(e.Block); !bead.Extra() && !p.InReferences(bead.Source[0]) {
			continue // the source has it, but there it does not read as a reference
		}
		p.Reportf(e.Span(), text.Span{}, "reference is not in the source: %s", named(e))
	}
	for _, d := range c.Divided {
		p.Reportf(d.Target[0].Span().Cover(d.Target[1].Span()), d.Source.Span(), "one reference of the source stands as two entries: %s", named(d.Source))
	}
}
