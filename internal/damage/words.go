package damage

import (
	"strings"
	"unicode"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

// words are the ways to spoil what a passage says: its language, numbers, terms,
// negations.
var words = []*Kind{
	{"paragraph left in source", []string{"untranslated"}, func(w *wound) bool { return w.leave(isParagraph) }},
	{"heading left in source", []string{"untranslated"}, func(w *wound) bool { return w.leave(func(b *doc.Block) bool { return b.Kind == doc.Heading }) }},
	{"bullet left in source", []string{"untranslated"}, func(w *wound) bool { return w.leave(isItem) }},
	{"cell left in source", []string{"untranslated"}, func(w *wound) bool {
		return w.leave(func(b *doc.Block) bool { return b.Kind == doc.Cell && len(strings.Fields(b.Prose.Text)) > 2 })
	}},
	{"sentence left in source", []string{"untranslated"}, leaveSentence},
	{"half a sentence left in source", []string{"untranslated"}, leaveHalf},
	{"digit altered", []string{"number", "date", "ref-"}, func(w *wound) bool { return w.number(alterDigit) }},
	{"number ten times larger", []string{"number", "date", "ref-"}, func(w *wound) bool { return w.number(func(s string) string { return s + "0" }) }},
	{"year altered", []string{"number", "date", "ref-"}, alterYear},
	{"unit altered", []string{"unit"}, alterUnit},
	{"glossary term replaced", []string{"term-"}, forbiddenTerm},
	{"name misspelt", []string{"term-keep", "acronym"}, misspellName},
	{"trademark sign dropped", []string{"term-keep"}, dropSign},
	{"acronym letters swapped", []string{"acronym", "term-"}, swapAcronym},
	{"negation removed", []string{"negation"}, removeNegation},
}

// leave puts the source's text in the place of a block's.
func (w *wound) leave(fits func(*doc.Block) bool) bool {
	b := w.block(func(b *doc.Block) bool {
		return fits(b) && len(strings.Fields(w.paired(b).Prose.Text)) >= 2 && lang.Fold(w.paired(b).Prose.Text) != lang.Fold(b.Prose.Text)
	})
	return b != nil && w.replace(b, b.Prose.Span(), w.paired(b).Prose.Span().Text())
}

func (w *wound) sentencePair() (source, target doc.Sentence, ok bool) {
	b := w.block(func(b *doc.Block) bool {
		return len(b.Sentences) >= 2 && len(w.paired(b).Sentences) == len(b.Sentences) && b.Kind == doc.Paragraph
	})
	if b == nil {
		return source, target, false
	}
	i := w.rng.IntN(len(b.Sentences))
	source, target = w.paired(b).Sentences[i], b.Sentences[i]
	return source, target, len(strings.Fields(source.Text())) >= 8
}

func leaveSentence(w *wound) bool {
	source, target, ok := w.sentencePair()
	return ok && w.replace(target.Block, target.Span(), source.Span().Text())
}

func leaveHalf(w *wound) bool {
	source, target, ok := w.sentencePair()
	if !ok || len(strings.Fields(target.Text())) < 8 {
		return false
	}
	head, tail := halfway(target.Text()), halfway(source.Text())
	at := target.Block.Prose.Source(target.Start+head, target.End)
	return w.replace(target.Block, at, source.Text()[tail:])
}

// halfway is where the second half of s begins, at a word.
func halfway(s string) int {
	i := len(s) / 2
	for i < len(s) && s[i] != ' ' {
		i++
	}
	return min(i+1, len(s))
}

// number spoils a number written in digits.
func (w *wound) number(spoil func(string) string) bool {
	plain := func(b *doc.Block) []lang.Number {
		var out []lang.Number
		for _, n := range w.align.Target.Lang.Numbers(b.Prose.Text) {
			if n.Kind == lang.Digits && !b.Literal(n.Start, n.End) && n.End-n.Start > 1 {
				out = append(out, n)
			}
		}
		return out
	}
	b := w.block(func(b *doc.Block) bool { return b.Kind != doc.Code && b.Kind != doc.Markup && len(plain(b)) > 0 })
	if b == nil {
		return false
	}
	all := plain(b)
	n := all[w.rng.IntN(len(all))]
	at := b.Prose.Source(n.Start, n.End)
	return w.replace(b, at, spoil(at.Text()))
}

func alterDigit(s string) string {
	digits := []byte(s)
	for i := len(digits) - 1; i >= 0; i-- {
		if digits[i] >= '0' && digits[i] <= '9' {
			digits[i] = '0' + (digits[i]-'0'+3)%10
			break
		}
	}
	return string(digits)
}

func alterYear(w *wound) bool {
	isYear := func(s string) bool { return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) }
	return w.number(func(s string) string {
		if !isYear(s) {
			return s
		}
		return alterDigit(s)
	})
}

// units are signs that are written alike in every language, each with another.
var units = []struct{ unit, other string }{
	{"mg", "g"}, {"kg", "g"}, {"km", "m"}, {"cm", "mm"}, {"ml", "cl"}, {"%", "‰"}, {"°C", "°F"}, {"GB", "MB"}, {"MB", "GB"},
}

func alterUnit(w *wound) bool {
	find := func(b *doc.Block) (at int, unit, other string) {
		for _, n := range w.align.Target.Lang.Numbers(b.Prose.Text) {
			rest := b.Prose.Text[n.End:]
			trimmed := strings.TrimLeft(rest, " \u00a0")
			for _, u := range units {
				if after, ok := strings.CutPrefix(trimmed, u.unit); ok && (after == "" || !unicode.IsLetter(rune(after[0]))) {
					return n.End + len(rest) - len(trimmed), u.unit, u.other
				}
			}
		}
		return 0, "", ""
	}
	b := w.block(func(b *doc.Block) bool { _, unit, _ := find(b); return b.Kind != doc.Code && unit != "" })
	if b == nil {
		return false
	}
	at, unit, other := find(b)
	return w.replace(b, b.Prose.Source(at, at+len(unit)), other)
}

// termAt is a random place where a term that fits stands in the target.
func (w *wound) termAt(fits func(*doc.Block, term.Match) bool) (*doc.Block, term.Match) {
	if w.terms == nil {
		return nil, term.Match{}
	}
	find := func(b *doc.Block) []term.Match {
		var out []term.Match
		for _, m := range w.terms.FindTarget(b.Prose.Text, b.Literal) {
			if !m.Nested && fits(b, m) {
				out = append(out, m)
			}
		}
		return out
	}
	b := w.block(func(b *doc.Block) bool { return b.Kind != doc.Code && len(find(b)) > 0 })
	if b == nil {
		return nil, term.Match{}
	}
	all := find(b)
	return b, all[w.rng.IntN(len(all))]
}

func forbiddenTerm(w *wound) bool {
	b, m := w.termAt(func(_ *doc.Block, m term.Match) bool { return m.Kind == term.Target && len(m.Term.Forbidden) > 0 })
	return b != nil && w.replace(b, b.Prose.Source(m.Start, m.End), m.Term.Forbidden[0])
}

func misspellName(w *wound) bool {
	b, m := w.termAt(func(_ *doc.Block, m term.Match) bool { return m.Term.Keep && m.End-m.Start > 4 })
	if b == nil {
		return false
	}
	name := b.Prose.Text[m.Start:m.End]
	middle := len(name) / 2
	return w.replace(b, b.Prose.Source(m.Start, m.End), name[:middle]+name[middle+1:])
}

func dropSign(w *wound) bool {
	b := w.block(func(b *doc.Block) bool { return strings.ContainsAny(b.Prose.Text, "®™") })
	if b == nil {
		return false
	}
	i := strings.IndexAny(b.Prose.Text, "®™")
	n := len("®")
	if strings.HasPrefix(b.Prose.Text[i:], "™") {
		n = len("™")
	}
	return w.replace(b, b.Prose.Source(i, i+n), "")
}

func swapAcronym(w *wound) bool {
	find := func(b *doc.Block) (lang.Word, bool) {
		for _, word := range w.align.Target.Lang.Words(b.Prose.Text) {
			t := word.Text
			if len(t) >= 3 && len(t) <= 5 && t[1] != t[2] && strings.ToUpper(t) == t && strings.ToLower(t) != t && isLetters(t) && !b.Literal(word.Start, word.End) &&
				strings.Contains(w.paired(b).Prose.Text, t) {
				return word, true
			}
		}
		return lang.Word{}, false
	}
	b := w.block(func(b *doc.Block) bool { _, ok := find(b); return b.Kind != doc.Code && b.Kind != doc.Markup && ok })
	if b == nil {
		return false
	}
	word, _ := find(b)
	t := word.Text
	return w.replace(b, b.Prose.Source(word.Start, word.End), t[:1]+t[2:3]+t[1:2]+t[3:])
}

func isLetters(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// removeNegation takes out the only negation of a sentence, a single word.
func removeNegation(w *wound) bool {
	l := w.align.Target.Lang
	find := func(b *doc.Block) (lang.Word, bool) {
		for _, s := range b.Sentences {
			var found []lang.Word
			for _, word := range l.Words(s.Text()) {
				if word.Text == l.Not() {
					word.Start, word.End = word.Start+s.Start, word.End+s.Start
					found = append(found, word)
				}
			}
			if len(found) == 1 {
				return found[0], true
			}
		}
		return lang.Word{}, false
	}
	b := w.block(func(b *doc.Block) bool { _, ok := find(b); return b.Kind != doc.Code && ok })
	if b == nil {
		return false
	}
	word, _ := find(b)
	at := b.Prose.Source(word.Start, word.End)
	if at.Start > 0 && at.File.Content[at.Start-1] == ' ' {
		at = text.Span{File: at.File, Start: at.Start - 1, End: at.End}
	}
	return w.replace(b, at, "")
}
