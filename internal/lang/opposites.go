package lang

import (
	"maps"
	"math"
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

// Poles is a set of sides of oppositions, two bits for each, as far as a look at single
// words tells.
type Poles uint64

// firstPoles has the bit of pole 0 of each opposition.
const firstPoles = math.MaxUint64 / 3

// MayClash says that p has one side of an opposition and q the other.
func (p Poles) MayClash(q Poles) bool {
	return p&firstPoles<<1&q != 0 || p>>1&firstPoles&q != 0
}

// MaySay are the sides that s may have a Clear sense of, and perhaps others.
func (l *Language) MaySay(s string) (p Poles) {
	starts := l.quickly()
	if !starts.opposites.each(s, func(number uint16) { p |= starts.poles[number] }) {
		return math.MaxUint64
	}
	return p
}

// clearStarts are the words, or the first words of phrases, that say a side of an
// opposition clearly. Each has as its number the place of what it says in poles.
func (l *Language) clearStarts() (leaves []leaf, poles []Poles) {
	numbers := map[leaf]uint16{} // by word, without its number
	poles = []Poles{0}           // no word has number 0
	for _, list := range l.senses.lists {
		if !list.tag.clear {
			continue
		}
		bit := Poles(1) << (2*oppositionNumber(list.tag.opposition) + list.tag.pole)
		for item := range strings.SplitSeq(list.patterns, ",") {
			word, _, _ := strings.Cut(strings.TrimSpace(item), " ")
			head, open := strings.CutSuffix(word, "*")
			start := leaf{text: head, open: open}
			switch {
			case strings.HasPrefix(word, "*"):
				panic("a word cannot be told by its end before it was looked at: " + word)
			case word == "":
				continue
			case numbers[start] == 0:
				numbers[start] = uint16(len(poles))
				poles = append(poles, 0)
			}
			poles[numbers[start]] |= bit
		}
	}
	for start, number := range numbers {
		start.number = number
		leaves = append(leaves, start)
	}
	return leaves, poles
}

// oppositionNames are the oppositions of all languages, sorted; of more than 32, Poles has no room.
var oppositionNames = []string{
	"above", "all", "allow", "before", "better", "binding", "cheap", "east", "easy", "enable",
	"fast", "high", "increase", "large", "left", "long", "majority", "minimum", "more", "new",
	"north", "often", "positive", "required", "strong",
}

// oppositionNumber is the place of a name among those of all oppositions.
func oppositionNumber(name string) int {
	at, ok := slices.BinarySearch(oppositionNames, name)
	if !ok || at >= 32 {
		panic("an opposition without a place: " + name)
	}
	return at
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
