package rules

import (
	"tvilling/internal/check"
	"tvilling/internal/cite"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "ref-missing",
	Title:    "A reference of the source is not in the translation",
	Category: "accuracy/omission",
	Severity: check.Error,
	Doc: `A cited work was left out of the reference list, or two references ran together into
one. Entries are paired whatever their order and numbering, so a list sorted by another
alphabet loses nothing.`,
	Bad: []check.Example{{
		Source: "# References\n\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n- Granovetter MS. The strength of weak ties. Am J Sociol. 1973;78(6):1360-1380.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "# Referenser\n\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
	}},
	Good: []check.Example{{
		Source: "# References\n\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n- Granovetter MS. The strength of weak ties. Am J Sociol. 1973;78(6):1360-1380.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "# Referenser\n\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n- Granovetter MS. The strength of weak ties. Am J Sociol. 1973;78(6):1360-1380.",
	}},
	Run: refMissing,
})

func refMissing(p *check.Pass) {
	c := p.Cites
	if c == nil || len(c.Target.Entries) == 0 {
		return // the whole list is lost, or is none to us: missing-section says so
	}
	for _, e := range c.Missing {
		if bead, _ := p.Align.Bead(e.Block); !bead.Missing() && !p.InReferences(bead.Target[0]) {
			continue // it is there, but does not read as a reference
		}
		p.Reportf(refGap(p, e), e.Span(), "reference is missing: %s", named(e))
	}
	for _, m := range c.Merged {
		p.Reportf(m.Target.Span(), m.Source[0].Span(), "%d references of the source have run together: %s and %s",
			len(m.Source), named(m.Source[0]), named(m.Source[1]))
	}
}

// refGap is where in the target's list a lost entry should stand: behind the
// entry that its nearest earlier neighbour became, else before the first.
func refGap(p *check.Pass, lost *cite.Entry) text.Span {
	var before *cite.Entry
	for _, pair := range p.Cites.Pairs {
		if pair.Source.Nth < lost.Nth && (before == nil || pair.Source.Nth > before.Nth) {
			before = pair.Source
		}
	}
	for _, pair := range p.Cites.Pairs {
		if pair.Source == before {
			return pair.Target.Span().After()
		}
	}
	return p.Cites.Target.Entries[0].Span().Before()
}
