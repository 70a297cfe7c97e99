package lang

import "strings"

// STUB: to be replaced by the lang work; signatures are fixed.

func init() { known = []*Language{{Code: "en", Name: "English"}, {Code: "sv", Name: "Swedish"}} }

// Sentences are the sentences of s in order, white space around them left out.
// Together they hold every byte of s that is not white space.
func (l *Language) Sentences(s string) []Range {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return []Range{{len(s) - len(strings.TrimLeft(s, " \n\t")), len(strings.TrimRight(s, " \n\t"))}}
}

// Words are the words of s in order; punctuation and white space are left out.
func (l *Language) Words(s string) []Word {
	var out []Word
	at := 0
	for _, w := range strings.Fields(s) {
		i := strings.Index(s[at:], w) + at
		out = append(out, Word{i, i + len(w), w})
		at = i + len(w)
	}
	return out
}

// Numbers are the numbers of s in order, read by the language's conventions.
func (l *Language) Numbers(s string) []Number { return nil }

// Guess is what Identify thinks of a text.
type Guess struct {
	Lang       *Language // nil: undecided
	Confidence float64   // 0–1
	Words      int       // how many words spoke for some language
}

// Identify says which of the known languages s is in. Short or mixed texts, names
// and code are undecided (Lang nil).
func Identify(s string) Guess { return Guess{} }

// Inflection says whether form is lemma or an inflected form of it, both lower
// case single words, and by which rule ("same", "definite", "plural", "genitive", …).
func (l *Language) Inflection(lemma, form string) (rule string, ok bool) {
	return "same", lemma == form
}
