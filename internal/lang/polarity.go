package lang

import "strings"

// Polarity is what in a sentence turns a statement round.
type Polarity struct {
	// Clear are the negations proper, in order: "not", "inte". Those that belong to
	// an idiom ("not only", "no later than") are left out.
	Clear []Range
	// Hidden is how many words and idioms negate in another way: "without",
	// "unknown", "fails to", "not only"; Faint how many may do so: "only", "but".
	Hidden, Faint int
}

// Explains says that a plain negation that q has and p has not may be rendered
// in p, or undone in q: one of them negates more often in other ways.
func (p Polarity) Explains(q Polarity) bool {
	return p.Hidden != q.Hidden || p.Faint > 0 && q.Faint == 0
}

// polarTag is what a pattern of the table says.
type polarTag uint8

const (
	negates polarTag = iota // a negation proper
	hides                   // negates in another way
	faint                   // may negate in another way
	excuses                 // an idiom: the negations in it say nothing
	delays                  // makes of a negation before it a mere delay, and may itself negate: "not … until"
)

// polarity makes the patterns of a language's negations from lists of phrases
// parted by commas.
func polarity(clear map[string]bool, hidden, faints, delay, idioms string) *patterns[polarTag] {
	p := &patterns[polarTag]{}
	for word := range clear {
		p.add(word, negates)
	}
	p.add(hidden, hides)
	p.add(faints, faint)
	p.add(delay, delays)
	p.add(idioms, excuses)
	return p
}

// MayNegate says that s may have a negation proper, even if an idiom excuses it: Clear
// of its Polarity is empty if not.
func (l *Language) MayNegate(s string) bool { return l.quickly().negations.within(s) }

// Polarity finds the negations of sentence s. isWord says that a word, in lower
// case, exists in the language: it tells "unknown" from "under". When it is nil,
// words with such prefixes are not counted as hidden.
func (l *Language) Polarity(s string, isWord func(string) bool) Polarity {
	var out Polarity
	var room [usualWords]Word
	var text [usualWords]string
	words, folded := l.foldWords(s, room[:0], text[:0])
	excused := make([]bool, len(words))
	var clear []int
	counted := 0 // words that are counted as hidden already
	hidden := make([]bool, len(words))
	delayed := 0 // the negations before this word only say how late it was
	l.polarity.find(folded, func(first, last int, t polarTag) {
		switch t {
		case negates:
			if len(clear) == 0 || clear[len(clear)-1] < first {
				clear = append(clear, last)
			}
		case hides:
			if first >= counted {
				out.Hidden++
			}
			counted = max(counted, last+1)
			hidden[first] = true
		case faint:
			out.Faint++
		case delays:
			out.Faint++
			delayed = first
		case excuses:
			if first >= counted {
				out.Hidden++
			}
			counted = max(counted, last+1)
			for i := first; i <= last; i++ {
				excused[i] = true
			}
		}
	})
	for _, i := range clear {
		numbered := i+1 < len(words) && hasDigit(folded[i+1][:min(1, len(folded[i+1]))]) && l.abbreviations[folded[i]] == beforeNumber
		switch {
		case excused[i] || numbered: // "no. 5" is none
		case i < delayed:
			out.Hidden++
		default:
			out.Clear = append(out.Clear, Range{words[i].Start, words[i].End})
		}
	}
	for i, w := range folded {
		if isWord != nil && !hidden[i] && l.negativeWord(w, isWord) {
			out.Hidden++
		}
	}
	return out
}

// negativeWord says that word is another word with a prefix that makes its opposite.
func (l *Language) negativeWord(word string, isWord func(string) bool) bool {
	for _, prefix := range l.negative {
		rest, ok := strings.CutPrefix(word, prefix)
		rest = strings.TrimPrefix(rest, "-")
		if ok && len(rest) > 3 && isWord(rest) {
			return true
		}
	}
	return false
}
