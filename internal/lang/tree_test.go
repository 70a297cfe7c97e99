package lang

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// someWord draws a word of few letters, so that many begin alike.
var someWord = rapid.StringMatching(`[abåK'-]{1,5}`)

// TestTreeFindsAll holds a tree against looking through its leaves one by one.
func TestTreeFindsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers := map[leaf]uint16{}
		var leaves []leaf
		for i, word := range rapid.SliceOf(someWord).Draw(t, "words") {
			l := leaf{text: strings.ToLower(word), open: i%3 == 0}
			numbers[l] = uint16(1 << (i % 8))
			l.number = numbers[l]
			leaves = append(leaves, l)
		}
		tree := grow(leaves)
		word := rapid.OneOf(someWord, rapid.StringMatching(`[abåÅK']{0,6}`), rapid.String()).Draw(t, "word")
		want, opens, kinds, begins := plainly(numbers, word)
		lower := strings.ToLower(word)
		if number, open := tree.find(lower); number != want || open != opens {
			t.Fatalf("%q: number %d, opens %v; want %d, %v", lower, number, open, want, opens)
		}
		if got := tree.kinds(word); got != kinds && got != 0xFFFF || isASCII(word) && got != kinds {
			t.Fatalf("%q: kinds %b; want %b", word, got, kinds)
		}
		if got := tree.begins(word); begins && !got || isASCII(word) && got != begins {
			t.Fatalf("%q: begins %v; want %v", word, got, begins)
		}
		for l := range numbers {
			if got := tree.reach(word); strings.HasPrefix(lower, l.text) && got < min(len(l.text), len(word)) {
				t.Fatalf("%q: reaches %d; %q is longer", word, got, l.text)
			}
		}
	})
}

// TestTreeWithin holds within and each against asking for word after word: they may only say more
// often that there is one.
func TestTreeWithin(t *testing.T) {
	tree := grow([]leaf{{"ab", false, 1}, {"åb", false, 1}, {"b'a", false, 1}})
	piece := rapid.SampledFrom([]string{"a", "b", "å", "Å", "A", "B", "'", "’", " ", "-", "“", "–", "1", "ſ", "\u0301"})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), "")
		for _, w := range english().Words(s) {
			number, _ := tree.find(Fold(w.Text))
			if number == 0 {
				continue
			}
			emitted := false
			told := tree.each(s, func(n uint16) { emitted = emitted || n == number })
			if !tree.within(s) || told && !emitted {
				t.Fatalf("%q is not found in %q", w.Text, s)
			}
		}
	})
	if tree.within("ba aba “c” – cab") {
		t.Error("a word is found that is not there")
	}
}

// plainly is what a tree of these leaves tells of word.
func plainly(numbers map[leaf]uint16, word string) (number uint16, opens bool, kinds uint16, begins bool) {
	lower := strings.ToLower(word)
	for l, n := range numbers {
		switch rest, ok := strings.CutPrefix(lower, l.text); {
		case !ok:
		case l.open:
			opens, kinds, begins = true, kinds|n, true
		default:
			if rest == "" {
				number, kinds = n, kinds|n
			}
			begins = begins || rest == "" || !asciiLetter(rest[0])
		}
	}
	return number, opens, kinds, begins
}

// TestTreesOfLanguages: no word of a list that a tree stands for is missed, in
// whatever case it is written.
func TestTreesOfLanguages(t *testing.T) {
	for _, l := range All() {
		starts := l.quickly()
		for word := range l.numbers {
			for _, written := range []string{word, strings.ToUpper(word)} {
				if starts.numbers.kinds(written)&startsNumber == 0 {
					t.Errorf("%s: %q may be no number", l.Code, written)
				}
			}
		}
		for name := range l.unitNames {
			if !starts.units.begins(name+" x") || !starts.units.begins(strings.ToUpper(name)) {
				t.Errorf("%s: %q may be no unit", l.Code, name)
			}
		}
		for sign := range unitSigns() {
			if !starts.units.begins(sign) {
				t.Errorf("%s: %q may be no unit", l.Code, sign)
			}
		}
		for _, m := range l.Months {
			if starts.dates.kinds(strings.ToUpper(m.Name)) == 0 {
				t.Errorf("%s: %q may be no month", l.Code, m.Name)
			}
		}
	}
}

// TestMoneySigns: no sign of money is missed for its last letter.
func TestMoneySigns(t *testing.T) {
	for sign, want := range moneySigns {
		if id, start := english().unitBefore("for "+sign+" 5", len("for "+sign+" ")); id != want || start != len("for ") {
			t.Errorf("%s is %q at %d", sign, id, start)
		}
	}
}

// match is what patterns emit.
type match struct {
	first, last int
	tag         string
}

// TestPatternsFindAll holds patterns against trying one after the other.
func TestPatternsFindAll(t *testing.T) {
	item := rapid.OneOf(someWord, rapid.Map(someWord, func(w string) string { return w + "*" }), rapid.Map(someWord, func(w string) string { return "*" + w }),
		rapid.Map(rapid.SliceOfN(someWord, 2, 3), func(ws []string) string { return strings.Join(ws, " ") }))
	rapid.Check(t, func(t *rapid.T) {
		p := patterns[string]{}
		items := rapid.SliceOf(item).Draw(t, "patterns")
		for _, pattern := range items {
			p.add(pattern+", ", pattern)
		}
		words := rapid.SliceOf(rapid.OneOf(someWord, rapid.Just(""))).Draw(t, "words")
		var got []match
		p.find(words, func(first, last int, tag string) { got = append(got, match{first, last, tag}) })
		if diff := cmp.Diff(tryAll(items, words), got, cmp.AllowUnexported(match{})); diff != "" {
			t.Fatalf("%q in %q (-want +got):\n%s", items, words, diff)
		}
	})
}

// tryAll are the matches of patterns in words, in order: whole words, heads and tails
// from the shortest on, phrases.
func tryAll(patterns, words []string) []match {
	var out []match
	for i, word := range words {
		each := func(matches func(pattern string) bool) {
			for _, pattern := range patterns {
				if matches(pattern) {
					out = append(out, match{i, i + strings.Count(pattern, " "), pattern})
				}
			}
		}
		each(func(pattern string) bool { return pattern == word })
		for k := 1; k <= len(word); k++ {
			each(func(pattern string) bool { return pattern == word[:k]+"*" })
			each(func(pattern string) bool { return pattern == "*"+word[len(word)-k:] })
		}
		each(func(pattern string) bool {
			parts := strings.Fields(pattern)
			return len(parts) > 1 && len(words)-i >= len(parts) && strings.Join(parts, " ") == strings.Join(words[i:i+len(parts)], " ")
		})
	}
	return out
}
