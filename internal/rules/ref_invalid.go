package rules

import (
	"fmt"

	"tvilling/internal/check"
	"tvilling/internal/cite"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "ref-invalid",
	Title:    "A number of a reference cannot be right",
	Category: "accuracy/number",
	Severity: check.Error,
	Doc: `Some slips show without looking anything up: the check digit of an ISBN or ISSN does not
add up, pages run backwards, an arXiv number has a thirteenth month, a DOI holds a dash
that typography put there, the year lies far beyond any that the source speaks of. It is
reported where the source does not settle the matter: in a work that the translation
cites in an edition of its own, or added. What differs from the source's reference is
reported there (ref-identifier, ref-locator, ref-year), and what is wrong in the source
too is not the translation's fault.`,
	Bad: []check.Example{{
		Source: "# References\n\n- Kahneman D. Thinking, fast and slow. New York: Farrar, Straus and Giroux; 2011.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.\n- Granovetter MS. The strength of weak ties. Am J Sociol. 1973;78(6):1360-1380.",
		Target: "# Referenser\n\n- Kahneman D. Tänka, snabbt och långsamt. Stockholm: Volante; 2013. ISBN 978-91-87419-00-4.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.\n- Granovetter MS. The strength of weak ties. Am J Sociol. 1973;78(6):1360-1380.",
	}},
	Good: []check.Example{{
		Source: "# References\n\n- Kahneman D. Thinking, fast and slow. New York: Farrar, Straus and Giroux; 2011. ISBN 978-0-374-27563-1.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "# Referenser\n\n- Kahneman D. Thinking, fast and slow. New York: Farrar, Straus and Giroux; 2011. ISBN 978-0-374-27563-1.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):s. 5–21.",
	}},
	Run: refInvalid,
})

// newEdition is by how many years an edition that the translation cites may be
// younger than all that the source speaks of. Judged, not measured.
const newEdition = 10

func refInvalid(p *check.Pass) {
	if p.Cites == nil || len(p.Cites.Target.Entries) == 0 {
		return
	}
	latest := cite.NewestYear(p.Source)
	if latest > 0 {
		latest += newEdition
	}
	partners, said := p.Cites.Partners(), differing(p)
	for _, e := range p.Cites.Target.Entries {
		source := partners.Source(e)
		for _, f := range e.Faults(latest) {
			if source != nil && source.Wrong(f.Kind) || touches(said[e], f.Span(e)) {
				continue
			}
			finding := check.Finding{Span: f.Span(e), Weak: !f.Sure, Message: fmt.Sprintf("%s %s cannot be right: %s", f.Name(), whole(f.Value), f.Reason)}
			if source != nil {
				finding.Related = p.FromSource(source.Span())
			}
			p.Report(finding)
		}
	}
}

// differing are the places of each target entry that other rules report.
func differing(p *check.Pass) map[*cite.Entry][]text.Span {
	out := map[*cite.Entry][]text.Span{}
	sameEdition(p, func(pair cite.Pair) {
		all := append(pair.Identifiers(), pair.Locators()...)
		if d := pair.Years(); d != nil {
			all = append(all, d)
		}
		for _, d := range all {
			out[pair.Target] = append(out[pair.Target], d.Span)
		}
	})
	return out
}

func touches(spans []text.Span, s text.Span) bool {
	for _, o := range spans {
		if o.Start < s.End && s.Start < o.End {
			return true
		}
	}
	return false
}
