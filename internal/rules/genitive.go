package rules

import (
	"fmt"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "genitive",
	Title:    "An ending joined to a name or initials by an apostrophe",
	Category: "linguistic/grammar",
	Severity: check.Suggestion,
	Doc: `Swedish joins endings to initials with a colon: LTP:s, EU:s, dvd:n. An apostrophe
comes from English, and so does the genitive of a name that was copied with it:
Mozilla's for Mozillas. Names that keep their apostrophe (McDonald's) are left alone.`,
	Bad:  []check.Example{{Source: "The role of LTP is known.", Target: "LTP's roll är känd."}},
	Good: []check.Example{{Source: "The role of LTP is known; so is McDonald's.", Target: "LTP:s roll är känd; det är McDonald's också."}},
	Run:  genitive,
})

// initialsEnding is initials with an apostrophe and an ending.
var initialsEnding = sought(`(?:^|[^\p{L}\p{N}])((?:\p{Lu}){2,6})(['’])(s|n|en|t|et|er|ar)(?:$|[^\p{L}\p{N}])`, capitalBytes, tickBytes, "sneta\x80")

func genitive(p *check.Pass) {
	joint := p.Target.Lang.InitialsJoint()
	if joint == "" {
		return
	}
	for _, b := range p.Target.Blocks() {
		if p.InReferences(b) || p.Untranslated(b) {
			continue
		}
		possessives(p, b)
		for _, at := range initialsEnding.found(p, b) {
			if b.Literal(at[2], at[7]) {
				continue
			}
			right := b.Prose.Text[at[2]:at[3]] + joint + b.Prose.Text[at[6]:at[7]]
			p.Report(check.Finding{
				Span:    b.Prose.Source(at[2], at[7]),
				Message: fmt.Sprintf("%s writes %s, not %s", p.Target.Lang.Name, check.Quote(right), check.Quote(b.Prose.Text[at[2]:at[7]])),
				Fixes: []check.Fix{{Title: "write " + right, Safe: true,
					Edits: []text.Edit{{Span: b.Prose.Source(at[4], at[5]), New: joint}}}},
			})
		}
	}
}

// possessive is a name with an English genitive.
var possessive = sought(`(?:^|[^\p{L}\p{N}])(\p{Lu}\p{Ll}[\p{L}]+)(['’])s (\p{Ll})`, smallBytes, tickBytes, "s\x80", " \x99")

// possessives reports the English genitive of names that both articles have
// without it too, or the source has in its place ("Mozilla's service").
func possessives(p *check.Pass, b *doc.Block) {
	for _, at := range possessive.found(p, b) {
		name := b.Prose.Text[at[2]:at[3]]
		if b.Literal(at[2], at[5]) || lang.OwnApostrophe(name) || !sourceOwns(p, b, name) {
			continue
		}
		right := name + "s"
		end, edit := at[5]+1, text.Edit{Span: b.Prose.Source(at[4], at[5])}
		if strings.HasSuffix(name, "s") || strings.HasSuffix(name, "x") || strings.HasSuffix(name, "z") {
			right, edit.Span = name, b.Prose.Source(at[4], end)
		}
		p.Report(check.Finding{
			Span:    b.Prose.Source(at[2], end),
			Message: fmt.Sprintf("%s writes %s, not %s", p.Target.Lang.Name, check.Quote(right), check.Quote(b.Prose.Text[at[2]:end])),
			Fixes:   []check.Fix{{Title: "write " + right, Safe: true, Edits: []text.Edit{edit}}},
		})
	}
}

// sourceOwns says that the source passage has the name with the same genitive:
// it was copied with its ending.
func sourceOwns(p *check.Pass, b *doc.Block, name string) bool {
	bead, _ := p.Align.Bead(b)
	return occurrences(bead.Source, name+"'s ") > 0 || occurrences(bead.Source, name+"’s ") > 0
}
