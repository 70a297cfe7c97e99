package rules

import (
	"fmt"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/cite"
	"tvilling/internal/text"
)

// sameWork calls f with each pair of reference entries that is surely one work.
func sameWork(p *check.Pass, f func(cite.Pair)) {
	if p.Cites == nil {
		return
	}
	for _, pair := range p.Cites.Pairs {
		if pair.Confidence >= check.Trust || pair.Evidence == cite.ByIdentifier {
			f(pair)
		}
	}
}

// sameEdition is sameWork without those that the target cites in an edition of
// its own, where title, year and pages are others by right.
func sameEdition(p *check.Pass, f func(cite.Pair)) {
	sameWork(p, func(pair cite.Pair) {
		if !pair.OtherEdition() {
			f(pair)
		}
	})
}

// named is what a message calls a reference: its first author, year and title.
func named(e *cite.Entry) string {
	author, year, title := e.Value(cite.Author), e.Value(cite.Year), e.Value(cite.Title)
	if author == "" || title == "" {
		return check.Quote(e.Text())
	}
	switch all := e.All(cite.Author); {
	case len(all) == 2 && e.Get(cite.EtAl) == nil:
		author += " and " + all[1].Value
	case len(all) > 1 || e.Get(cite.EtAl) != nil:
		author += " et al."
	}
	if year != "" {
		author += " " + year
	}
	return author + ", " + check.Quote(title)
}

// tell reports a difference at its field, with the source's field beside it.
// For a field that says something else, the fix puts back what the source has.
func tell(p *check.Pass, d *cite.Difference, safe bool, message string) {
	f := check.Finding{Span: d.Span, Message: message, Related: p.FromSource(d.SourceSpan)}
	if d.Target != "" && d.Source != "" && d.Change != cite.Lost {
		f.Fixes = []check.Fix{{
			Title: "restore the source's " + fieldName(d.Kind), Safe: safe,
			Edits: []text.Edit{{Span: d.Span, New: d.Source}},
		}}
	}
	p.Report(f)
}

// fieldName is what messages call a field.
func fieldName(k cite.Kind) string {
	if k == cite.Container {
		return "journal or book"
	}
	return k.String()
}

// contrast is the message for a field that is lost or says something else. Short
// values are quoted whole.
func contrast(d *cite.Difference) string {
	what := fieldName(d.Kind)
	switch {
	case d.Kind == cite.EtAl:
		return fmt.Sprintf("the source has %s behind the authors, which is missing here", whole(d.Source))
	case d.Change == cite.Lost:
		return fmt.Sprintf("the source has %s %s, which is missing here", what, whole(d.Source))
	case d.Source == "":
		return fmt.Sprintf("%s %s is not in the source's reference", what, whole(d.Target))
	}
	return fmt.Sprintf("the source has %s %s, not %s", what, whole(d.Source), whole(d.Target))
}

// whole is s in quotation marks on one line, uncut unless it is longer than any title.
func whole(s string) string {
	const longest = 500 // runes
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > longest {
		s = string(r[:longest]) + "…"
	}
	return `"` + s + `"`
}

// lastWords and firstWords are up to two words from the end or the beginning of
// s, with the mark that belongs to them.
func lastWords(s string) string {
	words := strings.Fields(s)
	return strings.Join(words[max(0, len(words)-2):], " ")
}

func firstWords(s string) string {
	words := strings.Fields(s)
	return strings.Join(words[:min(2, len(words))], " ")
}
