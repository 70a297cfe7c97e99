package rules

import (
	"tvilling/internal/check"
	"tvilling/internal/cite"
	"tvilling/internal/doc"
)

var _ = register(&check.Rule{
	ID:       "ref-uncited",
	Title:    "Nothing cites a reference that the source's text cites",
	Category: "accuracy/omission",
	Severity: check.Suggestion,
	Doc: `The text of the source cites this work, the text of the translation nowhere does: the
passage that cited it was left out or rewritten. Either the citation should come back
or the reference has lost its purpose. A citation that is missing from a passage which
is there is reported by citation-mark instead.`,
	Bad: []check.Example{{
		Source: "It lasts for weeks [1]. Others deny it [2].\n\nIn yet another town the same was seen in eleven patients, all of them men of more than sixty years [3].\n\n# References\n\n1. Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n2. Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.\n3. Granovetter MS. The strength of weak ties. Am J Sociol. 1973;78(6):1360-1380.",
		Target: "Det varar i veckor [1]. Andra förnekar det [2].\n\n# Referenser\n\n1. Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n2. Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.\n3. Granovetter MS. The strength of weak ties. Am J Sociol. 1973;78(6):1360-1380.",
	}},
	Good: []check.Example{{
		Source: "It lasts for weeks [1].\n\n# References\n\n1. Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n2. Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "Det varar i veckor [1].\n\n# Referenser\n\n1. Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n2. Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
	}},
	Run: refUncited,
})

// mostUncited is how many references without citation are reported: where there
// are more, the text was rewritten, and the list says little.
const mostUncited = 20

func refUncited(p *check.Pass) {
	c := compareCitations(p)
	if c == nil {
		return
	}
	said := map[*cite.Entry]bool{} // by citation-mark
	for _, one := range c.passages {
		for _, s := range one.lost {
			said[s.entry] = true
		}
		for _, k := range one.strayed {
			said[k.source.entry] = true
		}
	}
	cited, here := citedIn(p, p.Source), citedIn(p, p.Target)
	count := 0
	for _, pair := range p.Cites.Pairs {
		s, ok := cited[pair.Source]
		if _, also := here[pair.Target]; !ok || also || len(here) == 0 || said[pair.Source] {
			continue
		}
		if count++; count > mostUncited {
			return
		}
		if !namedInText(p, s) {
			p.Reportf(pair.Target.Span(), s.mark.Span, "nothing cites this reference; the source cites it on line %d", s.mark.Span.Line())
		}
	}
}

// citedIn is the first citation of each reference in an article's text.
func citedIn(p *check.Pass, d *doc.Document) map[*cite.Entry]citation {
	out := map[*cite.Entry]citation{}
	for _, s := range citations(p, d.Blocks()) {
		if _, ok := out[s.entry]; !ok && s.entry != nil {
			out[s.entry] = s
		}
	}
	return out
}

// namedInText says that the target's text speaks of the work in other words.
func namedInText(p *check.Pass, s citation) bool {
	if s.numbered() {
		return false
	}
	for _, b := range p.Target.Blocks() {
		if !p.InReferences(b) && s.work().Stands(b.Prose.Text) {
			return true
		}
	}
	return false
}
