package recent_test

import (
	"strconv"
	"strings"
	"sync"
	"testing"

	"tvilling/internal/recent"
)

// TestOf asks for more words than there is room for, from many goroutines: every
// answer is right, and a word that is asked for again at once is not worked out
// again.
func TestOf(t *testing.T) {
	w := recent.New[string](8)
	find := func(word string) string { return strings.ToUpper(word) }
	var all sync.WaitGroup
	for g := range 4 {
		all.Go(func() {
			for i := range 2000 {
				word := "w" + strconv.Itoa((i*7+g)%40)
				if got := w.Of(word, find); got != strings.ToUpper(word) {
					t.Errorf("%q gives %q", word, got)
				}
			}
		})
	}
	all.Wait()

	calls := 0
	count := func(word string) string { calls++; return word }
	for range 3 {
		w.Of("once", count)
	}
	if calls != 1 {
		t.Errorf("worked out %d times", calls)
	}
}

// TestEach asks for many words at once, some again and some too long to be kept, in a
// memory that is too small for them: each has the value that Of gives, in order.
func TestEach(t *testing.T) {
	w := recent.New[string](8)
	var words []string
	for i := range 100 {
		words = append(words, strings.Repeat("x", i%40), "w"+strconv.Itoa(i*7%23))
	}
	for range 2 {
		next := 0
		w.Each(words, strings.ToUpper, func(i int, value string) {
			if i != next || value != strings.ToUpper(words[i]) {
				t.Errorf("word %d, where %d is next, gives %q for %q", i, next, value, words[i])
			}
			next++
		})
		if next != len(words) {
			t.Errorf("%d of %d words", next, len(words))
		}
	}
}

// TestLongWords: what is too long to recur is worked out each time.
func TestLongWords(t *testing.T) {
	w := recent.New[int](8)
	calls := 0
	for range 2 {
		w.Of(strings.Repeat("x", 1000), func(string) int { calls++; return calls })
	}
	if calls != 2 {
		t.Errorf("%d calls", calls)
	}
}

func BenchmarkOf(b *testing.B) {
	w := recent.New[int](1 << 10)
	words := strings.Fields("den det som och sömn minne hjärnan behandlingar")
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		w.Of(words[i%len(words)], func(word string) int { return len(word) })
		i++
	}
}
