package lang

import (
	_ "embed"
	"math"
	"strings"
)

//go:generate go test -run TestGramTables -update .

// gramBuckets is how many numbers a table of n-grams has. N-grams share them
// by hash; with some ten thousand of them few that matter meet.
const gramBuckets = 1 << 14

// gramUnit is the size of one step of a table: a byte reaches to e^-12.
const gramUnit = 0.05

// How rare n-grams are in the words of each language, in steps of gramUnit below
// probability 1, a byte a bucket. TestGramTables makes them from the training texts,
// which were written for this purpose.
var (
	//go:embed grams/en.bin
	englishGrams string
	//go:embed grams/sv.bin
	swedishGrams string
)

// longestGram is the length of the longest n-grams; the shortest have two characters.
const longestGram = 4

// grams adds to out the bucket of every n-gram of word, which is lower case; its
// ends count as characters.
func grams(out []uint16, word string) []uint16 {
	last := [longestGram]rune{' '} // the characters before, the latest first
	n := 1
	step := func(r rune) {
		hash := uint32(fnvOffset)
		hash = (hash ^ uint32(r)) * fnvPrime
		for _, before := range last[:min(n, longestGram-1)] {
			hash = (hash ^ uint32(before)) * fnvPrime
			out = append(out, uint16((hash^hash>>15)%gramBuckets))
		}
		last = [longestGram]rune{r, last[0], last[1], last[2]}
		n++
	}
	for _, r := range word {
		step(r)
	}
	step(' ')
	return out
}

// Those of the hash FNV-1a of 32 bits.
const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

// trainGrams makes the table of a language from a text in it. Every word counts
// once and a little more for coming again, so that topics weigh less than shapes.
func trainGrams(l *Language, text string) []byte {
	times := map[string]int{}
	for _, w := range l.Words(text) {
		times[strings.ToLower(w.Text)]++
	}
	var count [gramBuckets]float64
	total := 0.0
	for w, n := range times {
		weight := math.Round(16 * math.Log2(float64(n+1))) // whole, so that the order of words does not matter
		for _, b := range grams(nil, w) {
			count[b] += weight
			total += weight
		}
	}
	const floor = 6 // a count for what was not seen, as much as 3/8 of a word
	table := make([]byte, gramBuckets)
	for i, n := range count {
		p := (n + floor) / (total + floor*gramBuckets)
		table[i] = byte(min(math.Round(-math.Log(p)/gramUnit), 255))
	}
	return table
}
