package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/lang"
)

// Venues compares what a work appeared in, or else its publisher; nil when they
// are the same or one is an abbreviation of the other.
func (p Pair) Venues() *Difference {
	for _, k := range []Kind{Container, Publisher} {
		s, t := p.Source.Get(k), p.Target.Get(k)
		if s == nil || sameVenue(s.Value, p.Target.Value(k)) || p.Target.standsIn(s.Value) {
			continue
		}
		if t == nil {
			t = p.Target.swapped(k)
		}
		switch {
		case t == nil && k == Container:
			return p.fields(k, Lost, s, nil)
		case t != nil && !sameVenue(s.Value, t.Value) && !p.Source.standsIn(t.Value):
			return p.fields(k, Altered, s, t)
		}
	}
	return nil
}

// swapped is the field that a venue may have been taken for.
func (e *Entry) swapped(k Kind) *Field {
	if k == Container {
		return e.Get(Publisher)
	}
	return e.Get(Container)
}

// sameVenue says that two names are one, in full or abbreviated: "J Alzheimers
// Dis" is "Journal of Alzheimer's Disease", "PNAS" is "Proceedings of the National
// Academy of Sciences".
func sameVenue(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if letters(a) == letters(b) {
		return true
	}
	long, short := venueWords(a), venueWords(b)
	if len(strings.Join(long, "")) < len(strings.Join(short, "")) {
		long, short = short, long
	}
	return abbreviates(short, long) || acronym(short, long)
}

// venueWords are a name's words, folded, without articles and "and".
func venueWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(lang.Fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	}) {
		w = strings.ReplaceAll(w, "'", "")
		if w != "" && !isJoiner(w) && w != "the" {
			out = append(out, w)
		}
	}
	return out
}

// isJoiner says that a word is "and" in some language.
func isJoiner(w string) bool {
	for _, l := range lang.All() {
		for _, and := range l.Citation().And {
			if w == and {
				return true
			}
		}
	}
	return false
}

// abbreviates says that short's words stand in long in that order, each cut short
// or not. Small words of long may be left out, and words at its end: many
// journals have a longer name in catalogues.
func abbreviates(short, long []string) bool {
	j := 0
	for i, w := range short {
		for j < len(long) && !shortens(w, long[j]) && !(len(short) > 1 && clips(w, long[j])) {
			if utf8.RuneCountInString(long[j]) > 3 {
				return i >= 3 && j == len(long)
			}
			j++
		}
		if j == len(long) {
			return i >= 3
		}
		j++
	}
	return len(short) > 1 || j == len(long)
}

// clips says that w is word without its last two letters: "syst" for "system",
// "psychiatr" for "psychiatric". Among several words that is an abbreviation.
func clips(w, word string) bool {
	return strings.HasPrefix(word, w) && len(word) == len(w)+2 && len(w) >= 4 && !strings.ContainsAny(w[len(w)-1:], "aeiou")
}

// shortens says that w is word, or begins as it does and leaves letters out:
// "dis" for "disease", "natl" for "national".
func shortens(w, word string) bool {
	if strings.HasPrefix(word, w) {
		// Abbreviations cut off at least "ogy" or "ics" (ISO 4); "Naturen" and "Neuronet" are
		// translations of "Nature" and "Neuron".
		return len(word) == len(w) || len(word) >= len(w)+3
	}
	if len(w) < 3 || w[0] != word[0] {
		return false
	}
	rest := []rune(w)
	for _, r := range word {
		if len(rest) > 0 && r == rest[0] {
			rest = rest[1:]
		}
	}
	return len(rest) == 0 && len(w)*2 <= len(word)+2
}

// acronym says that the first word of short is the initials of long's words.
func acronym(short, long []string) bool {
	if len(short) != 1 || len(short[0]) < 2 {
		return false
	}
	initials := ""
	for _, w := range long {
		if utf8.RuneCountInString(w) > 3 || len(long) <= 3 {
			initials += string([]rune(w)[:1])
		}
	}
	return len(short[0]) <= len(initials) && strings.HasPrefix(initials, short[0])
}
