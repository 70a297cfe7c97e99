package rules

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/config"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "link",
	Title:    "A link leads elsewhere than in the source, or is lost",
	Category: "design/markup",
	Severity: check.Error,
	Doc: `Links are compared inside the passage they belong to. An address that differs from
the source's leads readers to another page or to none; a link that is gone leaves them
without. Addresses of the same page in the target's language are right: /sv/ for /en/,
sv.wikipedia.org, ?lang=sv, guide.sv.md, example.se for example.com; so are http for
https, "www.", a slash at the end and the traces of a campaign. A link that the source
has not is only pointed out.`,
	Bad: []check.Example{{
		Source: "Read the [user guide](https://example.org/guide/start) first.",
		Target: "Läs [användarhandboken](https://example.org/guide/strat) först.",
	}, {
		Source: "Read the [user guide](https://example.org/guide/start) first.",
		Target: "Läs användarhandboken först.",
	}},
	Good: []check.Example{{
		Source: "Read the [guide](https://example.org/en/guide/) or <http://www.example.com/help>.",
		Target: "Läs [guiden](https://example.org/sv/guide) eller [hjälpen](https://example.com/help).",
	}},
	Run: link,
})

func link(p *check.Pass) {
	alike := func(s, t carried) bool { return leadsAlike(p, s, t) }
	exact := func(s, t carried) bool {
		return alike(s, t) && (inPageLink(s) || doc.ParseAddress(s.Value).Fragment() == doc.ParseAddress(t.Value).Fragment())
	}
	for _, b := range p.Translated() {
		source, target := links(b.Source), links(b.Target)
		lost, added := unpaired(source, target, exact)
		lost, added = unpaired(lost, added, alike)
		lost, added = alteredLinks(p, without(lost, target, exact), without(added, source, turned(exact)))
		if len(lost)+len(added) == 0 {
			continue
		}
		near, there := beside(p, b)
		for _, l := range gone(lost, links(near), links(there), exact) {
			lostLink(p, b, l)
		}
		for _, l := range gone(added, links(there), links(near), turned(alike)) {
			p.Report(check.Finding{Span: l.Span, Hint: true, Related: p.FromSource(check.SourceSpan(b)),
				Message: fmt.Sprintf("the source has no link to %s here", check.Quote(l.Value))})
		}
	}
}

func inPageLink(l carried) bool { return strings.HasPrefix(l.Value, "#") }

// links are the links and bare addresses of blocks, those that lead nowhere
// left out.
func links(blocks []*doc.Block) []carried {
	var out []carried
	for _, l := range objects(blocks, doc.Link, doc.URL) {
		if v := strings.TrimSpace(l.Value); v != "" && v != "#" && l.block.Kind != doc.Code {
			out = append(out, l)
		}
	}
	return out
}

// leadsAlike says that t leads where s does. Places in the article itself are
// alike: whether they exist is the anchor rule's to say.
func leadsAlike(p *check.Pass, s, t carried) bool {
	if inPageLink(s) || inPageLink(t) {
		return inPageLink(s) && inPageLink(t)
	}
	from, to := doc.ParseAddress(s.Value), doc.ParseAddress(t.Value)
	return (from.Localised(to, p.Source.Lang, p.Target.Lang) || translatedSlug(p, from, to)) && !mistypedFragment(p, from, to) || wishedAddress(p, s.Value, to)
}

// wishedAddress says that to is what the project's settings make of a source's address.
func wishedAddress(p *check.Pass, source string, to doc.Address) bool {
	return slices.ContainsFunc(p.Config.Links.Localised, func(l config.Localised) bool {
		rest, ok := strings.CutPrefix(source, l.Source)
		return ok && doc.ParseAddress(l.Target+rest).Localised(to, p.Source.Lang, p.Target.Lang)
	})
}

// mistypedFragment says that the two name one place of a page, one of them with
// a slip. A fragment in the target's language is its page's own.
func mistypedFragment(p *check.Pass, from, to doc.Address) bool {
	if !doc.Mistyped(withoutDigits(from.Fragment()), withoutDigits(to.Fragment())) || from.Host() != to.Host() {
		return false
	}
	words := doc.SlugWords(from.Fragment())
	for _, w := range doc.SlugWords(to.Fragment()) {
		if !slices.Contains(words, w) && len(p.Lexicon.Target(w)) > 0 {
			return false
		}
	}
	return true
}

// translatedSlug says that both are pages of the articles' own site and that the
// target's name is in its language: "../licences/" and "../licenser/". Names with
// an extension are files, which keep their names.
func translatedSlug(p *check.Pass, from, to doc.Address) bool {
	if from.Absolute() || to.Absolute() || path.Ext(from.File()) != "" || path.Ext(to.File()) != "" {
		return false
	}
	words := doc.SlugWords(from.Path())
	for _, w := range doc.SlugWords(to.Path()) {
		if !slices.Contains(words, w) && len(p.Lexicon.Target(w)) > 0 {
			return true
		}
	}
	return false
}

// alteredLinks pairs lost and added links that were one and reports them; it
// returns the others. A link is its source's when they are alike, or when no
// other is left.
func alteredLinks(p *check.Pass, lost, added []carried) (lostRest, addedRest []carried) {
	for _, t := range added {
		i, likest := -1, 0.6
		for k, s := range lost {
			if l := likeness(s.Value, t.Value); l > likest {
				i, likest = k, l
			}
		}
		if i < 0 {
			addedRest = append(addedRest, t)
			continue
		}
		reportLink(p, lost[i], t, true)
		lost = append(lost[:i:i], lost[i+1:]...)
	}
	if len(lost) == 1 && len(addedRest) == 1 {
		reportLink(p, lost[0], addedRest[0], false)
		return nil, nil
	}
	return lost, addedRest
}

func reportLink(p *check.Pass, s, t carried, alike bool) {
	span := t.Dest
	if span.IsZero() {
		span = t.Span
	}
	p.Report(check.Finding{Span: span, Related: p.FromSource(s.Span), Fixes: restoreAddress(p, s, t, alike),
		Message: fmt.Sprintf("the link leads to %s here but to %s in the source", check.Quote(t.Value), check.Quote(s.Value))})
}

// withoutDigits takes away what machines number ids with.
func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, s)
}

// restoreAddress is the fix that puts the source's address in place. It is safe
// where the two are nearly the same: nobody misspells an address on purpose.
func restoreAddress(p *check.Pass, s, t carried, alike bool) []check.Fix {
	at := t.Dest
	if t.Kind == doc.URL {
		at = t.Span
	}
	new := s.Dest.Text()
	if s.Kind == doc.URL || new == "" {
		new = s.Value
	}
	if at.IsZero() || p.Source.Format != p.Target.Format || t.Kind == doc.URL && at.Text() != t.Value {
		return nil
	}
	return []check.Fix{{Title: "restore the source's address", Safe: alike, Edits: []text.Edit{{Span: at, New: new}}}}
}

func lostLink(p *check.Pass, b *align.BlockBead, l carried) {
	what := "the link"
	if words := l.block.Prose.Text[l.Start:l.End]; l.Kind == doc.Link && strings.TrimSpace(words) != "" {
		what = "the link on " + check.Quote(words)
	}
	p.Report(check.Finding{Span: placeOf(b, l.block, l.Start, l.End), Related: p.FromSource(l.Span),
		Message: fmt.Sprintf("%s to %s is missing here", what, check.Quote(l.Value))})
}
