package rules

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/lazy"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "heading-case",
	Title:    "A capital in a heading that the language writes like a sentence",
	Category: "locale-convention/capitalization",
	Severity: check.Suggestion,
	Doc: `English headings often have a capital on every word and after a colon; Swedish ones
are written like a sentence. A word counts only when it is a common word of the
language or stands in small letters elsewhere in the article, so names keep their
capitals. After a colon a full sentence, with its end mark, may begin with a capital.`,
	Bad: []check.Example{
		{Source: "# Summary: Supporting the Brain\n\nSleep well.", Target: "# Sammanfattning: Stödja hjärnan\n\nSov gott."},
		{Source: "# How Sleep Affects Memory\n\nSleep well.", Target: "# Hur Sömn Påverkar Minnet\n\nSov gott."},
	},
	Good: []check.Example{{
		Source: "# Sleep: A Guide from Uppsala University\n\n## Who Decides? Answers\n\nSleep well.",
		Target: "# Sömn: en guide från Uppsala universitet\n\n## Vem bestämmer? Svar\n\nSov gott.",
	}},
	Run: headingCase,
})

// numberedPart is a heading's label whose colon a title of its own follows: "Step 2:".
var numberedPart = lazy.Regexp(`^\S+\s+(\d+(\.\d+)*|[IVX]+|[A-Z])\s*:\s*$`)

func headingCase(p *check.Pass) {
	if !p.Target.Lang.SentenceCase() {
		return
	}
	small, copied := sync.OnceValue(func() map[string]bool { return smallWords(p.Target) }), headingWords(p.Source)
	for _, b := range p.Target.Blocks() {
		if b.Kind != doc.Heading || p.Untranslated(b) {
			continue
		}
		words := p.Target.Lang.Words(b.Prose.Text)
		if wrong := needlessCapitals(p, b, words, small, copied); len(wrong) > 0 {
			reportCapitals(p, b, wrong)
		}
	}
}

// smallWords are the words that stand somewhere in an article in small letters.
func smallWords(d *doc.Document) map[string]bool {
	out := map[string]bool{}
	for _, b := range d.Blocks() {
		if b.Kind == doc.Heading || b.Kind == doc.Code || b.Kind == doc.Markup {
			continue
		}
		for w := range d.Lang.EachWord(b.Prose.Text) {
			if r, _ := utf8.DecodeRuneInString(w.Text); unicode.IsLower(r) {
				out[w.Text] = true
			}
		}
	}
	return out
}

// headingWords are the words of an article's headings, as written.
func headingWords(d *doc.Document) map[string]bool {
	out := map[string]bool{}
	for _, b := range d.Blocks() {
		if b.Kind == doc.Heading {
			for _, w := range d.Lang.Words(b.Prose.Text) {
				out[w.Text] = true
			}
		}
	}
	return out
}

// needlessCapitals are the words of a heading with a capital they should not
// have: the one after a colon, and all when most words have one. A word after a
// colon that the source's headings have too is taken for a name.
func needlessCapitals(p *check.Pass, b *doc.Block, words []lang.Word, small func() map[string]bool, copied map[string]bool) []lang.Word {
	prose := b.Prose.Text
	fullSentence := strings.ContainsAny(prose[max(len(prose)-1, 0):], ".?!")
	var afterColon, others []lang.Word
	candidates := 0
	for i := 1; i < len(words); i++ {
		w := words[i]
		between := strings.TrimSpace(prose[words[i-1].End:w.Start])
		if strings.ContainsAny(between, ".?!”\"(") || b.Literal(w.Start, w.End) {
			continue // a sentence or a quotation begins
		}
		capital := hasCapital(w.Text)
		switch {
		case strings.HasSuffix(between, ":"):
			if capital && !numberedPart().MatchString(prose[:w.Start]) && !copied[w.Text] && !fullSentence && common(p, w, small) {
				afterColon = append(afterColon, w)
			}
		case between == "" && (utf8.RuneCountInString(w.Text) > 3 || capital):
			candidates++
			if capital && (common(p, w, small) || known(p, w)) {
				others = append(others, w)
			}
		}
	}
	sure := func(w lang.Word) bool { return common(p, w, small) }
	little := func(w lang.Word) bool { return p.Target.Lang.FunctionWords[strings.ToLower(w.Text)] }
	if len(others) >= 2 && len(others)*3 >= candidates*2 && slices.ContainsFunc(others, sure) || slices.ContainsFunc(others, little) {
		return append(afterColon, others...)
	}
	return afterColon
}

// hasCapital says that a word begins with its only capital; in a word with
// hyphens, the parts after the first may have theirs.
func hasCapital(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && (strings.Contains(word, "-") || strings.IndexFunc(word[n:], unicode.IsUpper) < 0)
}

// known says that the word list has the word, or its parts, in small letters.
func known(p *check.Pass, w lang.Word) bool {
	lower := strings.ToLower(w.Text)
	return len(p.Lexicon.Target(lower)) > 0 || p.Lexicon.TargetParts(lower) != nil
}

// common says that a word with a capital is yet no name: the article has it in
// small letters too, or it is a verb or one of the commonest words.
func common(p *check.Pass, w lang.Word, small func() map[string]bool) bool {
	r, n := utf8.DecodeRuneInString(w.Text)
	lower := string(unicode.ToLower(r)) + w.Text[n:]
	return p.Target.Lang.FunctionWords[lower] || small()[lower] || p.Target.Lang.VerbForms(lower, sameWord(p.Lexicon.Target)) != 0
}

func reportCapitals(p *check.Pass, b *doc.Block, wrong []lang.Word) {
	f := check.Finding{Span: b.Prose.Source(wrong[0].Start, wrong[len(wrong)-1].End)}
	f.Message = fmt.Sprintf("%s writes headings like sentences: no capital in %s", p.Target.Lang.Name, check.Quote(wrong[0].Text))
	if n := len(wrong); n > 1 {
		f.Message += fmt.Sprintf(" and %d more", n-1)
	}
	fix := check.Fix{Title: "write small letters"}
	for _, w := range wrong {
		r, n := utf8.DecodeRuneInString(w.Text)
		fix.Edits = append(fix.Edits, text.Edit{Span: b.Prose.Source(w.Start, w.Start+n), New: string(unicode.ToLower(r))})
	}
	f.Fixes = []check.Fix{fix}
	p.Report(f)
}
