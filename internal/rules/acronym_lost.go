package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/glean"
	"tvilling/internal/lang"
	"tvilling/internal/term"
)

// lost finds acronyms of the source passage that the translation has elsewhere
// and not here, nor anything that may stand for them.
func (a *acronyms) lost(bead *align.BlockBead) []acronymFinding {
	var out []acronymFinding
	for _, s := range inBlocks(a.p.Source.Lang, bead.Source) {
		near := around(a.p.Target, bead.Target)
		if a.target[s.Text] == 0 || holds(near, s.Text) || a.stoodFor(s, near) {
			continue
		}
		span := placeOf(bead, s.block, s.Start, s.End)
		out = append(out, acronymFinding{acronymKey{s.Text, "", bead.Target[0].Section}, check.Finding{
			Span: span, Related: a.p.FromSource(s.span()), Weak: true,
			Message: fmt.Sprintf("%s is lost here; the translation has it elsewhere", s.Text),
		}})
	}
	return out
}

// stoodFor says that something in the blocks may stand for the acronym: what the
// language or the glossary has for it, what the article writes it out as, words
// with its letters, or an acronym that only the translation has (NMI for HSV).
func (a *acronyms) stoodFor(s acronymPlace, blocks []*doc.Block) bool {
	for _, f := range a.p.Target.Lang.Acronyms(s.Text, a.p.Source.Lang) {
		if holds(blocks, f) {
			return true
		}
	}
	for _, e := range a.expansions[s.Text] {
		if holds(blocks, stemOf(e.Head())) {
			return true
		}
	}
	for _, t := range inBlocks(a.p.Target.Lang, blocks) {
		if a.source[t.Text] == 0 {
			return true
		}
	}
	for _, b := range blocks {
		if spells(a.p.Target.Lang, b.Prose.Text, s.Text) {
			return true
		}
		for _, m := range a.p.TargetTerms(b) {
			if m.Term.Abbreviation == s.Text {
				return true
			}
		}
	}
	return false
}

// stemOf is the beginning of a word that its bent forms share, as a rule.
func stemOf(word string) string {
	r := []rune(word)
	return string(r[:max(min(len(r), 4), len(r)-3)])
}

// spells says that words in a row begin with the letters of the acronym.
func spells(l *lang.Language, prose, acronym string) bool {
	initials := make([]rune, 0, 64)
	for _, w := range l.Words(prose) {
		for _, part := range strings.Split(w.Text, "-") {
			r, _ := utf8.DecodeRuneInString(part)
			initials = append(initials, r)
		}
	}
	return strings.Contains(strings.ToLower(string(initials)), strings.ToLower(acronym))
}

// written reports expansions of a glossary's acronym that are neither agreed nor
// allowed. Forbidden ones are another rule's.
func (a *acronyms) written() {
	source := expansionsIn(a.p, a.p.Source).of
	for _, acronym := range expansionsIn(a.p, a.p.Target).order {
		t := a.agreed(acronym, source[acronym])
		if t == nil {
			continue
		}
		for _, e := range a.expansions[acronym] {
			if a.p.Untranslated(e.Block) || a.p.InReferences(e.Block) || a.rendered(e, t) {
				continue
			}
			words := e.Last(len(strings.Fields(t.Source[0])))
			a.p.Report(check.Finding{Span: e.Block.Prose.Source(e.End-len(words), e.End), Weak: true,
				Related: a.p.FromSource(source[acronym][0].Span()),
				Message: fmt.Sprintf("%s is written out as %s; the glossary has %s", acronym, check.Quote(words), agreed(t))})
		}
	}
}

// agreed is the glossary's term of that acronym which the source writes out so;
// nil for none.
func (a *acronyms) agreed(acronym string, source []glean.Expansion) *term.Term {
	for _, e := range source {
		for _, m := range a.p.SourceTerms(e.Block) {
			if m.Term.TargetAbbreviation == acronym && m.End == e.End {
				return m.Term
			}
		}
	}
	return nil
}

// rendered says that the words before the bracket are a form that the glossary
// has for t, forbidden ones included.
func (a *acronyms) rendered(e glean.Expansion, t *term.Term) bool {
	for _, m := range a.p.TargetTerms(e.Block) {
		if m.Term == t && m.Kind != term.Abbreviation && m.Start < e.End && e.Start < m.End {
			return true
		}
	}
	return false
}
