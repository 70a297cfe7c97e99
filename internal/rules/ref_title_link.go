package rules

import (
	"fmt"

	"tvilling/internal/check"
	"tvilling/internal/cite"
	"tvilling/internal/doc"
)

// linkLabel is the link of an entry that is nothing but a link with words
// around it, without author, year or number: "[Phishing](https://…) – a guide".
// It is nil for the references of scholars.
func linkLabel(e *cite.Entry) *doc.Object {
	for _, k := range []cite.Kind{cite.Author, cite.Year, cite.Volume, cite.Issue, cite.Pages, cite.DOI, cite.PMID, cite.PMCID, cite.ISBN, cite.ArXiv} {
		if e.Get(k) != nil {
			return nil
		}
	}
	var label *doc.Object
	for i, o := range e.Block.Objects {
		if o.Kind != doc.Link || o.Start < e.Start || o.End > e.End || o.Start == o.End {
			continue
		}
		if label != nil {
			return nil
		}
		label = &e.Block.Objects[i]
	}
	return label
}

// translatedLabel deals with an entry of a list of links: what stands around
// the link is the article's own and may be translated, and whether the link's
// words are the title of the page or a description is uncertain, so that a
// label translated as a whole is only a suggestion. It says whether it did.
func translatedLabel(p *check.Pass, pair cite.Pair, d *cite.Difference) bool {
	s, t := linkLabel(pair.Source), linkLabel(pair.Target)
	if s == nil || t == nil || d.Change == cite.Lost {
		return false
	}
	from, to := pair.Source.Block.Prose, pair.Target.Block.Prose
	label := to.Source(t.Start, t.End)
	switch {
	case from.Text[s.Start:s.End] == to.Text[t.Start:t.End]:
		return true
	case d.Span.Start > label.Start || d.Span.End < label.End:
		return false
	}
	p.Report(check.Finding{Span: label, Weak: true, Related: p.FromSource(from.Source(s.Start, s.End)),
		Message: fmt.Sprintf("the link's text is translated; the source has %s, and titles stay as published", whole(from.Text[s.Start:s.End]))})
	return true
}
