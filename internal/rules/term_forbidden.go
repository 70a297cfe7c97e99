package rules

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "term-forbidden",
	Title:    "A rendering that the glossary forbids",
	Category: "terminology/wrong-term",
	Severity: check.Error,
	Covers:   true,
	Doc: `The glossary names renderings that must not be used for a term: calques, false
friends, words that were given up. One is reported only where the source passage
speaks of that term, in any inflected form or compound, once a section. A forbidden
word inside a longer term that is right does not count.`,
	Bad: []check.Example{{
		Glossary: "source: en\ntarget: sv\nterms:\n  - source: dendritic spine\n    target: dendritutskott\n    forbidden: [dendritisk tagg]",
		Source:   "More dendritic spines were seen in the cortex.",
		Target:   "Fler dendritiska taggar sågs i hjärnbarken.",
	}},
	Good: []check.Example{{
		Glossary: "source: en\ntarget: sv\nterms:\n  - source: formula\n    target: beredning\n    forbidden: [formel]",
		Source:   "Einstein’s equation is short.",
		Target:   "Einsteins formel är kort.",
	}},
	Run: termForbidden,
})

// termPlace is one place where a term stands in the target.
type termPlace struct {
	term.Match
	block *doc.Block
}

func (t termPlace) span() text.Span { return t.block.Prose.Source(t.Start, t.End) }
func (t termPlace) text() string    { return t.block.Prose.Text[t.Start:t.End] }

func termForbidden(p *check.Pass) {
	type key struct {
		term    *term.Term
		form    string
		section *doc.Section
	}
	var order []key
	places := map[key][]termPlace{}
	for _, b := range p.Target.Blocks() {
		if p.InReferences(b) || p.Untranslated(b) {
			continue
		}
		bead, _ := p.Align.Bead(b)
		for _, m := range p.TargetTerms(b) {
			if m.Kind != term.Forbidden || m.Nested || !p.Owes(bead, m.Term) {
				continue
			}
			k := key{m.Term, m.Form, b.Section}
			if places[k] == nil {
				order = append(order, k)
			}
			places[k] = append(places[k], termPlace{m, b})
		}
	}
	others := map[*term.Term][]termPlace{}
	for _, k := range order {
		others[k.term] = append(others[k.term], places[k][0])
	}
	for _, k := range order {
		reportForbidden(p, places[k], others[k.term])
	}
}

// reportForbidden reports the places of one forbidden form in one section as one
// finding, with the other renderings that the article has for the term.
func reportForbidden(p *check.Pass, places, others []termPlace) {
	first := places[0]
	f := check.Finding{Span: first.span(), Related: p.FromSource(termSource(p, first))}
	f.Message = fmt.Sprintf("%s is %s here%s; the glossary has %s", termName(first.Term), check.Quote(first.text()),
		otherwise(first, others), check.Quote(first.Term.Target[0]))
	if n := len(places); n > 1 {
		f.Message += fmt.Sprintf(" (%d times in this section)", n)
	}
	for _, again := range places[1:] {
		f.Related = append(f.Related, check.Note{Span: again.span(), Message: "here too"})
	}
	if right, ok := first.Replacement(first.Term.Target[0]); ok {
		right = likeCase(right, first.text())
		f.Fixes = []check.Fix{{Title: "write " + right, Edits: []text.Edit{{Span: first.span(), New: right}}}}
	}
	p.Report(f)
}

// otherwise names another rendering of the same term elsewhere in the article.
func otherwise(at termPlace, others []termPlace) string {
	for _, o := range others {
		if o.Form != at.Form {
			return fmt.Sprintf(" but %s on line %d", check.Quote(o.text()), o.span().Line())
		}
	}
	return ""
}

// termName is what a message calls a term: its abbreviation or chief form.
func termName(t *term.Term) string {
	if t.Abbreviation != "" {
		return t.Abbreviation
	}
	return check.Quote(t.Source[0])
}

// termSource is where the source speaks of the term, nearest to a target place.
func termSource(p *check.Pass, at termPlace) text.Span {
	bead, _ := p.Align.Bead(at.block)
	for _, s := range bead.Source {
		for _, m := range p.SourceTerms(s) {
			if m.Term == at.Term {
				return s.Prose.Source(m.Start, m.End)
			}
		}
	}
	return check.SourceSpan(bead)
}

// likeCase gives s a capital when like begins with one.
func likeCase(s, like string) string {
	first, _ := utf8.DecodeRuneInString(like)
	r, n := utf8.DecodeRuneInString(s)
	if unicode.IsUpper(first) && unicode.IsLower(r) {
		return string(unicode.ToUpper(r)) + s[n:]
	}
	return s
}
