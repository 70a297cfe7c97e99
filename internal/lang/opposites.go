package lang

import (
	"maps"
	"slices"
	"strings"
)

// Sense is a word or phrase that says one of two opposite things.
type Sense struct {
	Start, End int
	// Opposition names the pair, the same in all languages: "increase"; Pole is
	// 0 for the side that names it and 1 for the other.
	Opposition string
	Pole       int
	// Clear says that the word hardly means anything else; others only make it
	// likely that the side is there ("down" for "decrease").
	Clear bool
}

// senseTag is what a pattern of the table says.
type senseTag struct {
	opposition string
	pole       int
	clear      bool
}

// opposite is the two sides of an opposition in one language, as patterns.
type opposite struct {
	clear, maybe           string // of the side that names it
	otherClear, otherMaybe string // of the other
}

// Senses adds to out the words of s that say one of two opposite things, in order. A
// word of a clear phrase does not say the phrase's opposite: "than" in "less than".
func (l *Language) Senses(s string, out []Sense) []Sense {
	var room [usualWords]Word
	var text [usualWords]string
	words, folded := l.foldWords(s, room[:0], text[:0])
	from := len(out)
	phrases := false
	l.senses.find(folded, func(first, last int, t senseTag) {
		out = append(out, Sense{words[first].Start, words[last].End, t.opposition, t.pole, t.clear})
		phrases = phrases || t.clear && last > first
	})
	if !phrases {
		return out
	}
	own := slices.Clone(out[from:])
	kept := slices.DeleteFunc(out[from:], func(a Sense) bool {
		return !a.Clear && slices.ContainsFunc(own, func(b Sense) bool {
			return b.Clear && b.Opposition == a.Opposition && b.Pole != a.Pole && b.Start <= a.Start && a.End <= b.End && b.End-b.Start > a.End-a.Start
		})
	})
	return out[:from+len(kept)]
}

// MayOppose says that s may have a Clear sense.
func (l *Language) MayOppose(s string) bool { return l.quickly().opposites.within(s) }

// clearStarts are the words, or the first words of phrases, that say a side of an
// opposition clearly.
func (l *Language) clearStarts() []leaf {
	var out []leaf
	for _, list := range l.senses.lists {
		if !list.tag.clear {
			continue
		}
		for item := range strings.SplitSeq(list.patterns, ",") {
			word, _, _ := strings.Cut(strings.TrimSpace(item), " ")
			head, open := strings.CutSuffix(word, "*")
			switch {
			case strings.HasPrefix(word, "*"):
				panic("a word cannot be told by its end before it was looked at: " + word)
			case word != "":
				out = append(out, leaf{head, open, 1})
			}
		}
	}
	return out
}

// opposites makes the patterns of a language's oppositions.
func opposites(byName map[string]opposite) *patterns[senseTag] {
	p := &patterns[senseTag]{}
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		o := byName[name]
		p.add(o.clear, senseTag{name, 0, true})
		p.add(o.maybe, senseTag{name, 0, false})
		p.add(o.otherClear, senseTag{name, 1, true})
		p.add(o.otherMaybe, senseTag{name, 1, false})
	}
	return p
}
