package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "compound-hyphen",
	Title:    "A compound with an acronym is written apart",
	Category: "linguistic/spelling",
	Severity: check.Warning,
	Doc: `Swedish joins an acronym and the noun after it by a hyphen: NMDA-receptor, DNA-molekylen.
English writes them apart, and a translation that follows it says two things instead of
one. Reported is an acronym before a noun that renders the word behind the same acronym
in the source; before verbs ("WHO rekommenderar") and in names nothing is said.`,
	Bad:  []check.Example{{Source: "The NMDA receptor opens at night.", Target: "NMDA receptorn öppnas på natten."}},
	Good: []check.Example{{Source: "WHO recommends it, and the NMDA receptor opens.", Target: "WHO rekommenderar det, och NMDA-receptorn öppnas."}},
	Run:  compoundHyphen,
})

func compoundHyphen(p *check.Pass) {
	if !p.Target.Lang.HyphenatesInitials() {
		return
	}
	for _, bead := range p.Translated() {
		for _, b := range bead.Target {
			for _, a := range p.Target.Lang.AcronymsIn(b.Prose.Text) {
				w, ok := wordBehind(p.Target.Lang, b.Prose.Text, a.End)
				if !ok || b.Literal(a.Start, w.End) || !compoundInSource(p, bead.Source, a.Text, w.Text) {
					continue
				}
				right := a.Text + "-" + w.Text
				gap := b.Prose.Source(a.End, w.Start)
				p.Report(check.Finding{Span: b.Prose.Source(a.Start, w.End),
					Message: fmt.Sprintf("%s writes %s with a hyphen", p.Target.Lang.Name, check.Quote(right)),
					Fixes:   []check.Fix{{Title: "write " + right, Safe: true, Edits: []text.Edit{{Span: gap, New: "-"}}}}})
			}
		}
	}
}

// wordBehind is the word in small letters right behind byte at of s, one space
// between them.
func wordBehind(l *lang.Language, s string, at int) (lang.Word, bool) {
	rest, ok := strings.CutPrefix(s[at:], " ")
	first, _ := utf8.DecodeRuneInString(rest)
	if !ok || !unicode.IsLower(first) {
		return lang.Word{}, false
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return !lang.IsWordRune(r) && !lang.IsHyphen(r) })
	if end < 0 {
		end = len(rest)
	}
	return lang.Word{Start: at + 1, End: at + 1 + end, Text: rest[:end]}, true
}

// compoundInSource says that word, a noun, renders what stands behind the acronym
// in the source blocks.
func compoundInSource(p *check.Pass, source []*doc.Block, acronym, word string) bool {
	if utf8.RuneCountInString(word) < 3 || p.Target.Lang.FunctionWords[word] || !endsCompounds(p, word) {
		return false
	}
	for _, s := range source {
		for _, a := range p.Source.Lang.AcronymsIn(s.Prose.Text) {
			if a.Text != acronym {
				continue
			}
			if w, ok := wordBehind(p.Source.Lang, s.Prose.Text, a.End); ok && renders(p, strings.ToLower(w.Text), word) {
				return true
			}
		}
	}
	return false
}

// endsCompounds says that word may be the last part of a compound: a noun, for
// all that its forms tell.
func endsCompounds(p *check.Pass, word string) bool {
	if p.Target.Lang.EndsLikeVerb(word) { // some nouns do, too, which are let go
		return false
	}
	same := func(a, b string) bool {
		entries := p.Lexicon.Target(b)
		return slices.ContainsFunc(p.Lexicon.Target(a), func(e lexicon.Entry) bool { return slices.Contains(entries, e) })
	}
	if p.Target.Lang.VerbForms(word, same) != 0 {
		return false
	}
	return slices.ContainsFunc(p.Target.Lang.CompoundHeads(), func(head string) bool {
		parts := p.Lexicon.TargetParts(head + word)
		return len(parts) > 1 && parts[len(parts)-1] == word
	})
}
