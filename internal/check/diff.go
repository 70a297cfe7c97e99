package check

import (
	"strings"
	"unicode"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// maxWords is the longest passage, in words, of which the difference is told word
// by word: finding it takes time that grows with the square.
const maxWords = 2000

// DiffWords is old and fresh in one, word by word.
func DiffWords(old, fresh string) Diff {
	a, b := wordsOf(old), wordsOf(fresh)
	if len(a) > maxWords || len(b) > maxWords {
		return Diff{{Op: Removed, Text: old}, {Op: Added, Text: fresh}}
	}
	index := map[string]rune{}
	var names []string
	runes := func(words []string) []rune {
		out := make([]rune, len(words))
		for i, w := range words {
			r, ok := index[w]
			if !ok {
				r = rune(len(names)) // at most 4,000, below the surrogates
				index[w] = r
				names = append(names, w)
			}
			out[i] = r
		}
		return out
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // else the result depends on the clock
	var out Diff
	for _, part := range dmp.DiffMainRunes(runes(a), runes(b), false) {
		var words strings.Builder
		for _, r := range part.Text {
			words.WriteString(names[r])
		}
		out = append(out, DiffPart{Op: DiffOp(part.Type), Text: words.String()})
	}
	return out
}

// wordsOf splits text into words, marks, and the white space between them, which
// counts as one blank.
func wordsOf(s string) []string {
	var out []string
	kind := func(r rune) int {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			return 1
		case unicode.IsSpace(r):
			return 2
		}
		return 0
	}
	start, last := 0, -1
	for i, r := range s {
		k := kind(r)
		if i > 0 && (k != last || k == 0) {
			out = append(out, s[start:i])
			start = i
		}
		last = k
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	for i, w := range out {
		if strings.TrimSpace(w) == "" {
			out[i] = " "
		}
	}
	return out
}
