package review

import (
	"strings"

	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
)

// likeness says how much of a source title a target title renders, 0–1: the share
// of its words that are no function words and have a counterpart, by the word
// list, letter by letter, or by a common beginning of five letters.
func likeness(source, target *lang.Language, words *lexicon.List) func(a, b string) float64 {
	return func(a, b string) float64 {
		theirs := map[lexicon.Entry]bool{}
		var forms []string
		for _, w := range target.Words(b) {
			word := lang.Fold(w.Text)
			forms = append(forms, word)
			for _, part := range append(words.TargetParts(word), word) {
				for _, e := range words.Target(part) {
					theirs[e] = true
				}
			}
		}
		content, rendered := 0, 0
		for _, w := range source.Words(a) {
			word := lang.Fold(w.Text)
			if source.FunctionWords[word] {
				continue
			}
			content++
			if anyOf(words.Source(word), theirs) || alike(word, forms) {
				rendered++
			}
		}
		if content == 0 {
			return 0
		}
		return float64(rendered) / float64(content)
	}
}

func anyOf(entries []lexicon.Entry, set map[lexicon.Entry]bool) bool {
	for _, e := range entries {
		if set[e] {
			return true
		}
	}
	return false
}

// alike says that one of forms is word or begins as it does.
func alike(word string, forms []string) bool {
	const enough = 5 // bytes: "synap-", "magne-"
	for _, f := range forms {
		if f == word || len(word) >= enough && strings.HasPrefix(f, word[:enough]) {
			return true
		}
	}
	return false
}
