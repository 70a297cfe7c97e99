package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
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
		if u.match.Term.Keep || anotherWord(u.match) || foreign(p, u) {
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
				near := p.Renders(i, m.Term)
				if m.Term.Keep {
					near = keptHere(p, bead, m.Term) || !isNameHere(p, s, m)
				}
				if seen[m.Term] || m.Kind == term.Abbreviation || near || misrendered(p, bead, m.Term) {
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

// anotherWord says that the source may not speak of the term: a part of a closed
// compound (kommunalpolitiker is no kommun), or a noun's letters as a verb
// (data based is no database).
func anotherWord(m term.Match) bool {
	return m.Part || strings.Contains(m.Rule, "verb form")
}

// foreign says that the passage, or the name that the term belongs to, still
// stands in the source's language: not a matter of terms.
func foreign(p *check.Pass, u unrendered) bool {
	target, start, end := check.Opposite(u.bead, u.block, u.match.Start, u.match.End)
	passage := target.Prose.Text[start:end]
	if p.CopyInSourceLanguage(passage) {
		return true
	}
	word := u.block.Prose.Text[u.match.Start:u.match.End]
	at := strings.Index(strings.ToLower(passage), strings.ToLower(word))
	if at < 0 || len(strings.ToLower(passage)) != len(passage) {
		return at >= 0
	}
	_, ok := leftStanding(p, target.Prose.Text, start+at, start+at+len(word))
	return !ok
}

// leftStanding says that words of the source's language at [start, end) of the
// target's prose stand among words of the target's own, in small letters: no
// name, no title, no part of a longer word.
func leftStanding(p *check.Pass, prose string, start, end int) (string, bool) {
	word := prose[start:end]
	if word != strings.ToLower(word) {
		return "", false
	}
	before, okBefore := neighbour(p, prose[:start], true)
	after, okAfter := neighbour(p, prose[end:], false)
	return word, okBefore && okAfter && (before != "" || after != "")
}

// neighbour is the word next to a place, if only a space parts them and it is not
// of the source's language alone; ok is false when it is, or is joined to the place.
func neighbour(p *check.Pass, side string, last bool) (word string, ok bool) {
	if side == "" {
		return "", true
	}
	words := p.Target.Lang.Words(side)
	if last {
		words = words[max(0, len(words)-1):]
	}
	r, _ := utf8.DecodeRuneInString(side)
	if last {
		r, _ = utf8.DecodeLastRuneInString(side)
	}
	if lang.IsWordRune(r) || lang.IsHyphen(r) || r == '/' || r == '_' {
		return "", false
	}
	if len(words) == 0 {
		return "", true
	}
	word = strings.ToLower(words[0].Text)
	source, target := p.Lexicon.Knows(word)
	return word, target || !source
}

func reportUnrendered(p *check.Pass, u *unrendered) {
	target, start, end := check.Opposite(u.bead, u.block, u.match.Start, u.match.End)
	t := u.match.Term
	word := u.block.Prose.Text[u.match.Start:u.match.End]
	if at := strings.Index(target.Prose.Text[start:end], word); at >= 0 {
		p.Report(check.Finding{Span: target.Prose.Source(start+at, start+at+len(word)),
			Message: fmt.Sprintf("%s is left in %s; the glossary has %s", check.Quote(word), p.Source.Lang.Name, agreed(t)),
			Related: p.FromSource(u.block.Prose.Source(u.match.Start, u.match.End))})
		return
	}
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
