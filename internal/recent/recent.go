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

// kept is a word and its value in one piece: to look one up is to read two places
// of memory that are far apart, the slot and this.
type kept[V any] struct {
	size  uint8
	word  [longest]byte
	value V
}

func (k *kept[V]) is(word string) bool {
	return int(k.size) == len(word) && string(k.word[:k.size]) == word
}

// longest is how many bytes a word has that is remembered: longer ones hardly
// recur. With a value of one byte the whole takes half a line of the cache.
const longest = 30

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
	slot := w.slot(word)
	if k := slot.Load(); k != nil && k.is(word) {
		return k.value
	}
	return w.keep(slot, word, find)
}

// slot is the only place where word may be kept.
func (w *Words[V]) slot(word string) *atomic.Pointer[kept[V]] {
	return &w.slots[maphash.String(seed, word)&uint64(len(w.slots)-1)]
}

func (w *Words[V]) keep(slot *atomic.Pointer[kept[V]], word string, find func(word string) V) V {
	word = strings.Clone(word)
	k := &kept[V]{size: uint8(len(word)), value: find(word)}
	copy(k.word[:], word)
	slot.Store(k)
	return k.value
}

// together is how many words Each looks up at once: about as many reads of memory can
// be under way.
const together = 16

// Each calls yield with each of words and its value, as from Of, in order. It looks
// several up before it yields the first: the caches do not hold what is kept, and so
// the processor waits for many places at once instead of for one after the other.
func (w *Words[V]) Each(words []string, find func(word string) V, yield func(i int, value V)) {
	var found [together]*kept[V]
	for from := 0; from < len(words); from += together {
		some := words[from:min(from+together, len(words))]
		for i, word := range some {
			found[i] = w.slot(word).Load()
		}
		for i, word := range some {
			if k := found[i]; k == nil || !k.is(word) {
				found[i] = nil
			}
		}
		for i, word := range some {
			if k := found[i]; k != nil {
				yield(from+i, k.value)
			} else {
				yield(from+i, w.Of(word, find))
			}
		}
	}
}
