package rules

import (
	"fmt"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/cite"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "citation-mark",
	Title:    "A citation in the text is lost, added or another",
	Category: "accuracy",
	Covers:   true,
	Severity: check.Error,
	Doc: `A citation says what a claim rests on: [12], [3–5], (Bliss & Lømo, 1973), a raised
number. Each must stand in the passage that it belongs to and lead to the same work as
in the source. Numbers are compared by the references they point at, so a list that was
numbered anew is right as long as the citations follow. The order inside one bracket,
"och" for "&", "m.fl." for "et al.", and names and year drawn into the sentence do not
count. Footnote numbers and asterisks are compared by note-mark.`,
	Bad: []check.Example{{
		Source: "It lasts for weeks [1, 2].\n\n# References\n\n1. Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n2. Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "Det varar i veckor [1, 3].\n\n# Referenser\n\n1. Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n2. Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
	}, {
		Source: "It lasts for weeks (Bliss et al., 1973).",
		Target: "Det varar i veckor.",
	}},
	Good: []check.Example{{
		Source: "It lasts for weeks (Bliss & Lømo, 1973; Malenka & Bear, 2004).\n\n# References\n\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "Enligt Malenka och Bear (2004) och Bliss och Lømo (1973) varar det i veckor.\n\n# Referenser\n\n- Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
	}},
	Run: citationMark,
})

func citationMark(p *check.Pass) {
	c := compareCitations(p)
	if c == nil || c.nothingCited() {
		return
	}
	var strayed []twins
	for i := range c.passages {
		one := &c.passages[i]
		strayed = append(strayed, one.strayed...)
		for _, k := range one.kept {
			c.otherNames(k)
		}
		c.settleAltered(one)
	}
	for i := range c.passages {
		for _, s := range c.passages[i].lost {
			c.reportLost(&c.passages[i], s)
		}
	}
	for i := range c.passages {
		for _, t := range c.passages[i].added {
			c.reportAdded(&c.passages[i], t)
		}
	}
	c.strayedNumbers(strayed)
}

// nothingCited reports once that the target has none of the source's citations:
// they were left out as a whole.
func (c *citing) nothingCited() bool {
	const several = 3
	var lost []citation
	for _, one := range c.passages {
		if len(one.kept)+len(one.strayed)+len(one.added) > 0 {
			return false
		}
		lost = append(lost, one.lost...)
	}
	if len(lost) < several {
		return false
	}
	c.Reportf(c.Target.Blocks()[0].Span.Before(), lost[0].mark.Span,
		"the source has %d citations in its text (%s and others), this text has none", len(lost), lost[0].text())
	return true
}

// otherNames reports a work that is cited by a name with other letters. With
// fewer names or words, one may have been taken from the sentence.
func (c *citing) otherNames(k twins) {
	if k.source.numbered() || k.target.numbered() {
		return
	}
	a, b := k.source.work(), k.target.work()
	if a.SameNames(b) || len(a.Names) != len(b.Names) || strings.Count(a.Names[0], " ") != strings.Count(b.Names[0], " ") {
		return
	}
	c.Reportf(k.target.mark.Span, k.source.mark.Span, "the citation names %s here; the source has %s",
		whole(strings.Join(b.Names, ", ")), whole(strings.Join(a.Names, ", ")))
}

// settleAltered pairs what was lost with what was added in its stead, reports it
// and leaves the rest. Names belong together by name or by year.
func (c *citing) settleAltered(one *passage) {
	became := func(s, t citation) bool {
		if s.numbered() || t.numbered() {
			return s.numbered() == t.numbered()
		}
		return sameName(s.work(), t.work()) || s.work().Year == t.work().Year
	}
	pairs, lost, added := match(one.lost, one.added, became)
	one.lost, one.added = lost, added
	for _, k := range pairs {
		if !k.source.numbered() && c.elsewhere(one, k.source) {
			one.added = append(one.added, k.target)
			continue
		}
		c.used[k.target.place()] = true
		c.Report(check.Finding{Span: k.target.mark.Span, Related: c.FromSource(k.source.mark.Span),
			Message: c.alteredMark(k), Fixes: c.renumber(k)})
	}
}

// elsewhere says that the target has a lost citation after all: drawn into the
// sentence, or in a passage next to its own.
func (c *citing) elsewhere(one *passage, s citation) bool {
	if !s.numbered() {
		for _, b := range one.bead.Target {
			if s.work().Stands(b.Prose.Text) {
				return true
			}
		}
	}
	for _, t := range citations(c.Pass, around(c.Target, one.bead.Target)) {
		if !c.used[t.place()] && (c.sameWork(s, t) || sameLabel(s, t)) {
			c.used[t.place()] = true
			return true
		}
	}
	return false
}

func (c *citing) alteredMark(k twins) string {
	message := fmt.Sprintf("the citation %s has %s where the source has %s", k.target.text(), k.target.name(), k.source.name())
	if k.target.alone() {
		message = fmt.Sprintf("the citation is %s here but %s in the source", k.target.text(), k.source.text())
	}
	if t := c.target(k.source); t != nil && k.source.numbered() && t.Label != "" && t.Label != k.source.name() {
		message += fmt.Sprintf("; that reference is number %s in this list", t.Label)
	}
	if k.target.entry == nil && k.source.entry != nil && len(c.Cites.Target.Entries) > 0 {
		message += "; no reference here answers to it"
	}
	return message
}

// renumber is the fix for a number that stands alone in its bracket.
func (c *citing) renumber(k twins) []check.Fix {
	if k.target.mark.Kind != cite.Bracketed || !k.source.numbered() || !k.target.alone() {
		return nil
	}
	number := k.source.name()
	if t := c.target(k.source); t != nil && t.Label != "" {
		number = t.Label
	}
	return []check.Fix{{Title: "cite the source's reference", Edits: []text.Edit{{Span: k.target.mark.Span, New: "[" + number + "]"}}}}
}

func (c *citing) reportLost(one *passage, s citation) {
	if s.entry != nil && len(c.Cites.Target.Entries) > 0 && c.target(s) == nil {
		return // its reference was lost too: ref-missing says so
	}
	if c.elsewhere(one, s) {
		return
	}
	message := "the citation " + s.text() + " of the source is missing here"
	if !s.alone() {
		message = fmt.Sprintf("%s of the source's citation %s is missing here", s.name(), s.text())
	}
	c.Reportf(placeOf(one.bead, s.mark.Block, s.mark.Start, s.mark.End), s.mark.Span, "%s", message)
}

// reportAdded reports a citation that the source does not have near here.
func (c *citing) reportAdded(one *passage, t citation) {
	if c.used[t.place()] {
		return // it is what another passage seemed to have lost
	}
	for _, s := range citations(c.Pass, around(c.Source, one.bead.Source)) {
		if c.sameWork(s, t) || sameLabel(s, t) {
			return
		}
	}
	if !t.numbered() {
		for _, b := range one.bead.Source {
			if t.work().Stands(b.Prose.Text) {
				return
			}
		}
	}
	if t.entry != nil && c.partners.Source(t.entry) == nil && len(c.Cites.Source.Entries) > 0 {
		return // its reference was added too: ref-extra says so
	}
	message := "the source has no citation " + t.text() + " here"
	if !t.alone() {
		message = fmt.Sprintf("the source does not cite %s here, as %s does", t.name(), t.text())
	}
	c.Reportf(t.mark.Span, check.SourceSpan(one.bead), "%s", message)
}

// strayedNumbers reports once that numbers were kept while the list was numbered
// anew. Where entries were lost, added or doubled, the list is at fault, and its
// own rules say so.
func (c *citing) strayedNumbers(strayed []twins) {
	l := c.Cites
	if len(strayed) == 0 || len(l.Missing)+len(l.Extra)+len(l.Duplicates)+len(l.Dropped)+len(l.Merged)+len(l.Divided) > 0 {
		return
	}
	k := strayed[0]
	message := fmt.Sprintf("%s leads to %s here but to %s in the source: the list is numbered otherwise, the citation is not",
		k.target.name(), named(k.target.entry), named(k.source.entry))
	if n := len(strayed) - 1; n > 0 {
		message += fmt.Sprintf(" (nor are %d more)", n)
	}
	c.Reportf(k.target.mark.Span, k.source.mark.Span, "%s", message)
}
