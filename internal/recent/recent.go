// Package recent remembers what was worked out for the words asked for last: a few
// thousand words make up nine tenths of any text.
package recent

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// Words remembers a value for each of some words. Its memory is bounded: a word
// may push another out, which is then worked out again. It may be used by several
// goroutines at once, without a lock. The zero value is not usable.
type Words[V any] struct {
	slots []atomic.Pointer[kept[V]]
}

type kept[V any] struct {
	word  string
	value V
}

// longest is how many bytes a word has that is remembered: longer ones hardly recur.
const longest = 64

var seed = maphash.MakeSeed()

// New makes a memory of room for size words, a power of two.
func New[V any](size int) *Words[V] {
	return &Words[V]{slots: make([]atomic.Pointer[kept[V]], size)}
}

// Of is what find makes of word, remembered if it was asked for not long ago. find
// must always make the same of a word, and the value is shared: it is read-only.
// Neither word nor the value may hold on to a text: what is remembered outlives it,
// so find is given a copy of the word.
func (w *Words[V]) Of(word string, find func(word string) V) V {
	if len(word) > longest {
		return find(word)
	}
	slot := &w.slots[maphash.String(seed, word)&uint64(len(w.slots)-1)]
	if k := slot.Load(); k != nil && k.word == word {
		return k.value
	}
	word = strings.Clone(word)
	value := find(word)
	slot.Store(&kept[V]{word, value})
	return value
}
