package align

import (
	"math/bits"
	"math/rand/v2"
)

// register keeps lists of numbers by key: all are filed, then it is closed, then
// it is asked. It is a hash table whose lists lie one behind the other in one
// piece of memory, which the next use takes over. The zero value is empty.
type register struct {
	filed   []filed
	drawers []drawer // a power of two, some of them free
	of      []int32  // by filed: its drawer
	items   []int32
}

type filed struct {
	key  uint32
	item int32
}

// drawer is where a list lies; n is 0 in a free one.
type drawer struct {
	key     uint32
	from, n int32
}

// scatter is odd and not the same in every run, so that no text can choose keys
// that fall together. Nothing depends on where a drawer stands.
var scatter = rand.Uint32() | 1

func (r *register) reset() { r.filed = r.filed[:0] }

func (r *register) file(key uint32, item int32) { r.filed = append(r.filed, filed{key, item}) }

// close makes the lists of what was filed since reset, each in the order of filing.
func (r *register) close() {
	r.drawers = sized(r.drawers, 1<<bits.Len(uint(len(r.filed)+len(r.filed)/2)))
	clear(r.drawers)
	r.of = sized(r.of, len(r.filed))
	for k, f := range r.filed {
		i := r.find(f.key)
		r.drawers[i].key = f.key
		r.drawers[i].n++
		r.of[k] = int32(i)
	}
	at := int32(0)
	for i := range r.drawers {
		d := &r.drawers[i]
		d.from, at = at, at+d.n
		d.n = 0
	}
	r.items = sized(r.items, len(r.filed))
	for k, f := range r.filed {
		d := &r.drawers[r.of[k]]
		r.items[d.from+d.n] = f.item
		d.n++
	}
}

// find is the drawer of key, or the free one where it belongs.
func (r *register) find(key uint32) int {
	last := len(r.drawers) - 1
	i := int(uint64(key*scatter) * uint64(len(r.drawers)) >> 32)
	for r.drawers[i].n > 0 && r.drawers[i].key != key {
		i = (i + 1) & last
	}
	return i
}

// list is what was filed under key. It is good until reset.
func (r *register) list(key uint32) []int32 {
	if len(r.filed) == 0 {
		return nil
	}
	d := r.drawers[r.find(key)]
	return r.items[d.from : d.from+d.n]
}
