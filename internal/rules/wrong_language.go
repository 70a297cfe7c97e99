package rules

import (
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

var _ = register(&check.Rule{
	ID:       "wrong-language",
	Title:    "A passage is in a third language",
	Category: "accuracy/mistranslation",
	Severity: check.Warning,
	Covers:   true,
	Doc: `A paragraph or bullet in neither of the two languages: Danish or Norwegian in a
Swedish text, German left from another version. Quotations, titles, and what is in that
language in the source too are left alone; so are passages too short to tell.`,
	Bad: []check.Example{{
		Source: "The harbour closes in winter.\n\nYou can buy a ticket at the office, but not on board the boat.",
		Target: "Hamnen stänger på vintern.\n\nDu kan købe en billet på kontoret, men ikke om bord på båden, hvis den er fyldt op.",
	}},
	Good: []check.Example{{
		Source: "The harbour closes in winter.\n\n> Man kan ikke købe en billet om bord, og det er der ikke noget at gøre ved.",
		Target: "Hamnen stänger på vintern.\n\n> Man kan ikke købe en billet om bord, og det er der ikke noget at gøre ved.",
	}},
	Run: wrongLanguage,
})

func wrongLanguage(p *check.Pass) {
	masks := maskedBlocks(p)
	for i, b := range p.Target.Blocks() {
		if b.Kind == doc.Quote || b.Kind == doc.Code || b.Kind == doc.Markup || p.Untranslated(b) || p.InReferences(b) {
			continue
		}
		other := thirdLanguage(masks[i])
		if other == "" {
			continue
		}
		bead, _ := p.Align.Bead(b)
		theirs := false
		for _, s := range bead.Source {
			theirs = theirs || lang.Identify(s.Prose.Text).Lang != p.Source.Lang
		}
		if !theirs {
			p.Reportf(b.Prose.Span(), sourceOf(p, b), "this %s reads as %s, not %s", b.Kind, lang.NameOf(other), p.Target.Lang.Name)
		}
	}
}

// thirdWords is how many words a passage has at least that is told by its words.
const thirdWords = 8

// thirdLanguage is the code of the language that masked prose, see maskedProse, is in
// when it is none that is built in.
func thirdLanguage(mask string) string {
	prose := strings.ReplaceAll(mask, "\x01", " ")
	n := 0
	for range strings.FieldsSeq(prose) {
		if n++; n == thirdWords {
			return lang.Stranger(prose)
		}
	}
	return ""
}
