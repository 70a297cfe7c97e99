package lang

import (
	"strings"
	"sync"
	"testing"
)

// TestWordSet asks a set from many goroutines at once: it holds the words of its
// list and nothing else.
func TestWordSet(t *testing.T) {
	s := wordSet{list: "en\n\ttvå tre"}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for _, word := range strings.Fields(s.list) {
				if !s.has(word) {
					t.Errorf("%q is missing", word)
				}
			}
			for _, word := range [...]string{"", " ", "fyra", "två tre"} {
				if s.has(word) {
					t.Errorf("%q is there", word)
				}
			}
		})
	}
	all.Wait()
	if (*wordSet)(nil).has("en") {
		t.Error("a set that is nil holds a word")
	}
}
