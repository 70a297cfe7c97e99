package rules

import (
	"fmt"
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/term"
)

var _ = register(&check.Rule{
	ID:       "term-missing",
	Title:    "A glossary term of the source is not rendered as agreed",
	Category: "terminology/inconsistent-with-terminology-resource",
	Severity: check.Warning,
	Doc: `The source passage has a term of the glossary, and neither the agreed rendering nor
an allowed one stands in the translated passage or next to it, in any inflected form,
compound or abbreviation. A term that stands twice may be taken up by a pronoun the
second time. Reported once a term and section.`,
	Bad: []check.Example{{
		Glossary: "source: en\ntarget: sv\nterms:\n  - source: working memory\n    target: arbetsminne",
		Source:   "Sleep improves working memory in adults.",
		Target:   "Sömn förbättrar korttidsminnet hos vuxna.",
	}},
	Good: []check.Example{{
		Glossary: "source: en\ntarget: sv\nterms:\n  - source: working memory\n    target: arbetsminne",
		Source:   "Sleep improves working memory in adults. Tests of working memory are short.",
		Target:   "Sömn förbättrar arbetsminnet hos vuxna. Arbetsminnestester är korta.",
	}},
	Run: termMissing,
})

// unrendered is a source term whose agreed rendering is nowhere near.
type unrendered struct {
	bead  *align.BlockBead
	block *doc.Block // of the source
	match term.Match
	count int // how often in its section
}

func termMissing(p *check.Pass) {
	type key struct {
		term    *term.Term
		section *doc.Section
	}
	var order []key
	first := map[key]*unrendered{}
	for _, u := range unrenderedTerms(p) {
		if u.match.Term.Keep {
			continue
		}
		k := key{u.match.Term, u.block.Section}
		if first[k] == nil {
			first[k] = &u
			order = append(order, k)
		}
		first[k].count++
	}
	for _, k := range order {
		reportUnrendered(p, first[k])
	}
}

// unrenderedTerms are the terms of translated source blocks that neither the
// opposite block nor one next to it renders or, what term-forbidden reports,
// renders as it must not.
func unrenderedTerms(p *check.Pass) []unrendered {
	if p.Terms == nil {
		return nil
	}
	var out []unrendered
	for _, bead := range p.Translated() {
		_, i := p.Align.Bead(bead.Target[0])
		for _, s := range bead.Source {
			seen := map[*term.Term]bool{}
			for _, m := range p.SourceTerms(s) {
				if seen[m.Term] || m.Kind == term.Abbreviation || p.Renders(i, m.Term) || misrendered(p, bead, m.Term) {
					continue
				}
				seen[m.Term] = true
				out = append(out, unrendered{bead: bead, block: s, match: m})
			}
		}
	}
	return out
}

func misrendered(p *check.Pass, bead *align.BlockBead, t *term.Term) bool {
	for _, b := range bead.Target {
		for _, m := range p.TargetTerms(b) {
			if m.Term == t && m.Kind == term.Forbidden {
				return true
			}
		}
	}
	return false
}

func reportUnrendered(p *check.Pass, u *unrendered) {
	target, start, end := check.Opposite(u.bead, u.block, u.match.Start, u.match.End)
	t := u.match.Term
	message := fmt.Sprintf("%s should be %s here; it is not in the passage", check.Quote(u.block.Prose.Text[u.match.Start:u.match.End]), agreed(t))
	if u.count > 1 {
		message += fmt.Sprintf(" (nor in %d more of this section)", u.count-1)
	}
	p.Report(check.Finding{Span: target.Prose.Source(start, end), Message: message,
		Related: p.FromSource(u.block.Prose.Source(u.match.Start, u.match.End))})
}

// agreed lists a term's renderings for a message.
func agreed(t *term.Term) string {
	var out []string
	for _, form := range t.Target {
		out = append(out, check.Quote(form))
	}
	if len(out) > 3 {
		out = out[:3]
	}
	return strings.Join(out, " or ")
}
