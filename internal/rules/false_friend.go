package rules

import (
	"slices"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/lang"
)

var _ = register(&check.Rule{
	ID:       "false-friend",
	Title:    "A word that looks like the source's means something else",
	Category: "accuracy/mistranslation",
	Severity: check.Warning,
	Doc: `"Eventuellt" looks like "eventually" and means perhaps. A word of the list of false
friends is reported when its sentence and the source's are surely a pair, the source has
the word that it looks like, no other word there that it could render, and the
translation nothing that renders the source's word.`,
	Bad:  []check.Example{{Source: "The patient eventually recovered.", Target: "Patienten återhämtade sig eventuellt."}},
	Good: []check.Example{{Source: "The patient eventually recovered and possibly went home.", Target: "Patienten återhämtade sig till slut och gick eventuellt hem."}},
	Run:  falseFriend,
})

func falseFriend(p *check.Pass) {
	for _, s := range surePairs(p) {
		var source, target []lang.Word
		for w := range p.Source.Lang.EachWord(s.source.Text()) {
			friends := p.Lexicon.FalseFriends(lang.Fold(w.Text))
			if len(friends) == 0 {
				continue
			}
			if source == nil {
				source, target = p.Source.Lang.Words(s.source.Text()), p.Target.Lang.Words(s.target.Text())
			}
			for _, t := range target {
				if !slices.Contains(friends, lang.Fold(t.Text)) || p.Target.Lang.SettledLoan(lang.Fold(t.Text)) || saidOtherwise(p, source, target, w, t) {
					continue
				}
				p.Reportf(within(s.target, lang.Range{Start: t.Start, End: t.End}), within(s.source, lang.Range{Start: w.Start, End: w.End}),
					"%s does not mean what %s in the source means", check.Quote(t.Text), check.Quote(w.Text))
			}
		}
	}
}

// saidOtherwise says that friend may render another word of the source, or that
// another word of the target renders word.
func saidOtherwise(p *check.Pass, source, target []lang.Word, word, friend lang.Word) bool {
	for _, w := range source {
		if w.Start != word.Start && renders(p, strings.ToLower(w.Text), strings.ToLower(friend.Text)) {
			return true
		}
	}
	entries := p.Lexicon.Source(strings.ToLower(word.Text))
	for _, t := range target {
		if t.Start == friend.Start {
			continue
		}
		for _, e := range p.Lexicon.Target(strings.ToLower(t.Text)) {
			if slices.Contains(entries, e) {
				return true
			}
		}
	}
	return false
}
