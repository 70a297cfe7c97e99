package glean

import (
	"strings"
	"unicode"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/lazy"
	"tvilling/internal/text"
)

// Expansion is an acronym written out, at its place.
type Expansion struct {
	Block      *doc.Block
	Start, End int // of the words before the bracket, at most four
	Words      []string
}

// Span is where the words stand, Head the last of them, lower case.
func (e Expansion) Span() text.Span { return e.Block.Prose.Source(e.Start, e.End) }
func (e Expansion) Head() string    { return e.Words[len(e.Words)-1] }

// inBrackets is an acronym in brackets: two capitals or more, digits allowed.
var inBrackets = lazy.Regexp(`\((\p{Lu}[\p{Lu}\p{N}-]{1,9})\)`)

// Expansions are the acronyms of an article that stand in brackets after the
// words they are short for, by acronym, and the acronyms in order.
func Expansions(d *doc.Document) (map[string][]Expansion, []string) {
	out := map[string][]Expansion{}
	var order []string
	for _, b := range d.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup {
			continue
		}
		for _, at := range inBrackets().FindAllStringSubmatchIndex(b.Prose.Text, -1) {
			e, ok := writtenOut(d.Lang, b, at[0])
			if !ok {
				continue
			}
			acronym := b.Prose.Text[at[2]:at[3]]
			if out[acronym] == nil {
				order = append(order, acronym)
			}
			out[acronym] = append(out[acronym], e)
		}
	}
	return out, order
}

// writtenOut are the words right before the bracket, as far back as no mark
// stands between them. A single word in capitals is a name, not an expansion.
func writtenOut(l *lang.Language, b *doc.Block, bracket int) (Expansion, bool) {
	const reach = 120 // bytes: more than four long words
	from := max(bracket-reach, 0)
	for from > 0 && from < bracket && !isSpace(b.Prose.Text[from-1]) {
		from++
	}
	words := l.Words(b.Prose.Text[from:bracket])
	e := Expansion{Block: b, Start: bracket, End: bracket}
	for i := len(words) - 1; i >= 0 && len(e.Words) < 4; i-- {
		w := words[i]
		between := b.Prose.Text[from+w.End : e.Start]
		if strings.Trim(between, " ") != "" || !letters(strings.ReplaceAll(w.Text, "-", "")) {
			break
		}
		if len(e.Words) == 0 {
			e.End = from + w.End
		}
		e.Start = from + w.Start
		e.Words = append([]string{strings.ToLower(w.Text)}, e.Words...)
	}
	if len(e.Words) == 0 || strings.IndexFunc(b.Prose.Text[e.Start:e.End], unicode.IsLower) < 0 {
		return e, false
	}
	return e, b.Prose.Text[e.End:bracket] == " "
}

func isSpace(c byte) bool { return c == ' ' }

// Last is the expansion's last n words, as written.
func (e Expansion) Last(n int) string {
	text := e.Block.Prose.Text[e.Start:e.End]
	for i := len(text); n > 0 && i > 0; i-- {
		if text[i-1] == ' ' {
			if n--; n == 0 {
				return text[i:]
			}
		}
	}
	return text
}

// letters says that a word has no digits and no marks but letters' own.
func letters(word string) bool {
	for _, r := range word {
		if !lang.IsWordRune(r) || unicode.IsDigit(r) {
			return false
		}
	}
	return true
}
