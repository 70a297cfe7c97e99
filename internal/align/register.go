package align

import (
	"math/bits"
	"math/rand/v2"
	"slices"
)

// register keeps lists of numbers by key: all are filed, then it is closed, then
// it is asked. It is a hash table whose lists are chains through one slice, so that
// it takes little memory, which the next use takes over. The zero value is empty.
type register struct {
	filed []filed
	heads []int32 // a power of two, some of them 0, which is free: 1 + the first filed under a key
}

type filed struct {
	key        uint32
	item, next int32 // next is 1 + the next filed under key; 0 for none
}

// scatter is odd and not the same in every run, so that no text can choose keys
// that fall together. Nothing depends on where a head stands.
var scatter = rand.Uint32() | 1

// reset empties r and makes room for about n items.
func (r *register) reset(n int) { r.filed = slices.Grow(r.filed[:0], n) }

func (r *register) file(key uint32, item int32) {
	r.filed = append(r.filed, filed{key: key, item: item})
}

// close makes the lists of what was filed since reset, each in the order of filing.
func (r *register) close() {
	r.heads = emptied(r.heads, 1<<bits.Len(uint(len(r.filed)+len(r.filed)/4)))
	for k := len(r.filed) - 1; k >= 0; k-- {
		f := &r.filed[k]
		i := r.head(f.key)
		f.next, r.heads[i] = r.heads[i], int32(k+1)
	}
}

// head is where the list of key begins, or the free place where it would.
func (r *register) head(key uint32) int {
	last := len(r.heads) - 1
	i := int(uint64(key*scatter) * uint64(len(r.heads)) >> 32)
	for r.heads[i] > 0 && r.filed[r.heads[i]-1].key != key {
		i = (i + 1) & last
	}
	return i
}

// first is the first filed under key; nil when nothing is.
func (r *register) first(key uint32) *filed { return r.at(r.heads[r.head(key)]) }

// after is the one filed next under the key of f; nil for none.
func (r *register) after(f *filed) *filed { return r.at(f.next) }

func (r *register) at(one int32) *filed {
	if one == 0 {
		return nil
	}
	return &r.filed[one-1]
}
