package rules

import (
	"strings"
	"unicode/utf8"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "doubled-word",
	Title:    "The same word twice in a row",
	Category: "linguistic/grammar",
	Severity: check.Warning,
	Doc: `A word that stands twice in a row is nearly always a slip of editing. It counts
across a line break too. Pairs that the language allows ("som som", "had had") and
doubled words that the source has as well are left alone.`,
	Bad: []check.Example{{Source: "It helps the brain to adapt.", Target: "Det hjälper hjärnan att att anpassa sig."}},
	Good: []check.Example{
		{Source: "They flew to Bora Bora.", Target: "De flög till Bora Bora."},
		{Source: "The one who is late waits.", Target: "Den som som sist kommer får vänta."},
	},
	Run: doubledWord,
})

func doubledWord(p *check.Pass) {
	for _, b := range p.Target.Blocks() {
		if !lang.Doubles(b.Prose.Text) {
			continue
		}
		words := p.Target.Lang.Words(b.Prose.Text)
		for i := 1; i < len(words); i++ {
			first, second := words[i-1], words[i]
			if !doubled(p.Target.Lang, b, words, i) || sourceDoubles(p, b, first.Text) {
				continue
			}
			span := b.Prose.Source(first.Start, second.End)
			rest := b.Prose.Source(first.End, second.End)
			p.Report(check.Finding{
				Span:    span,
				Message: check.Quote(first.Text+" "+second.Text) + " has the same word twice in a row",
				Fixes:   []check.Fix{{Title: "write it once", Safe: true, Edits: []text.Edit{{Span: rest}}}},
			})
		}
	}
}

// doubled says that word i is the one before it again, with only white space
// between, where the language does not have it twice.
func doubled(l *lang.Language, b *doc.Block, words []lang.Word, i int) bool {
	first, second := words[i-1], words[i]
	if !strings.EqualFold(first.Text, second.Text) {
		return false
	}
	between := b.Prose.Text[first.End:second.Start]
	if between == "" || strings.TrimSpace(between) != "" || !isWord(first.Text) || b.Literal(first.Start, second.End) {
		return false
	}
	if utf8.RuneCountInString(first.Text) == 1 && (first.Text != second.Text || !l.IsOneLetterWord(first.Text)) {
		return false
	}
	before := previousWord(b, words, i-1)
	opening := ""
	if before != "" {
		opening = previousWord(b, words, i-2)
	}
	return !l.MayDouble(strings.ToLower(first.Text), before, opening)
}

// previousWord is the word before word i, in lower case; "" where a sentence begins
// between them.
func previousWord(b *doc.Block, words []lang.Word, i int) string {
	if i < 1 || strings.ContainsAny(b.Prose.Text[words[i-1].End:words[i].Start], ".!?:”“\"") {
		return ""
	}
	return strings.ToLower(words[i-1].Text)
}

// isWord says that s has letters only: "10 10" is a table, not a slip.
func isWord(s string) bool {
	for _, r := range s {
		if !lang.IsWordRune(r) || r >= '0' && r <= '9' {
			return false
		}
	}
	return true
}

// sourceDoubles says that the source passage has some doubled word itself: a
// name such as Bora Bora, or a saying.
func sourceDoubles(p *check.Pass, b *doc.Block, word string) bool {
	bead, _ := p.Align.Bead(b)
	for _, s := range bead.Source {
		words := p.Source.Lang.Words(s.Prose.Text)
		for i := 1; i < len(words); i++ {
			if strings.EqualFold(words[i-1].Text, words[i].Text) && strings.EqualFold(words[i].Text, word) {
				return true
			}
		}
	}
	return false
}
