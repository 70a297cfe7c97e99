package table

import (
	"encoding/binary"
	"errors"
)

// errCorrupt says that bytes are not a table.
var errCorrupt = errors.New("not a word table")

// reader takes numbers off the front of b. After the first that is not there,
// bad is true and all further ones are 0.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) number() uint32 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > toMask {
		r.b, r.bad = nil, true
		return 0
	}
	r.b = r.b[n:]
	return uint32(v)
}

// count is a number of things to come, each of at least one byte.
func (r *reader) count() int {
	n := int(r.number())
	if n > len(r.b) {
		r.b, r.bad = nil, true
		return 0
	}
	return n
}

func (r *reader) byte() byte {
	if len(r.b) == 0 {
		r.bad = true
		return 0
	}
	b := r.b[0]
	r.b = r.b[1:]
	return b
}

// Read reads a table that Append wrote and gives back what follows it.
func Read(b []byte) (*Table, []byte, error) {
	r := &reader{b: b}
	t := &Table{}
	words := t.readArcs(r)
	t.readRecords(r, words)
	if r.bad {
		return nil, nil, errCorrupt
	}
	return t, r.b, nil
}

// readArcs reads the automaton and returns the number of its words. States come
// after all those they lead to, so the words below each are known when it comes.
func (t *Table) readArcs(r *reader) uint32 {
	n := r.count()
	t.arcs = make([]arc, n+1)
	below := make([]uint32, n+1) // by first arc: the words that pass through the state
	first, words := 1, uint32(0)
	for i := 1; i <= n && !r.bad; i++ {
		label, v := r.byte(), r.number()
		a := arc{skip: words<<8 | uint32(label)}
		if back := v >> 2; back > 0 {
			if int(back) >= i || below[i-int(back)] == 0 { // no state begins there
				r.bad = true
				break
			}
			a.to = uint32(i) - back
			words += below[a.to]
		}
		if v&2 != 0 {
			a.to |= isWord
			words++
		}
		if words >= 1<<24 {
			r.bad = true
		}
		if v&1 != 0 || i == n {
			a.to |= lastArc
			below[first], t.root = words, uint32(first)
			first, words = i+1, 0
		}
		t.arcs[i] = a
	}
	return below[t.root]
}

// readRecords reads which record each word has, and the records.
func (t *Table) readRecords(r *reader, words uint32) {
	if int(words) > len(r.b) {
		r.bad = true
		return
	}
	t.records = make([]uint32, words)
	known := uint32(0)
	for i := range t.records {
		switch back := r.number(); {
		case back == 0:
			t.records[i] = known
			known++
		case back > known:
			r.bad = true
			return
		default:
			t.records[i] = known - back
		}
	}
	t.starts = make([]uint32, 1, known+1)
	t.roles = make([]Role, known)
	t.entries = make([]Entry, 0, 2*known)
	for i := range t.roles {
		t.roles[i] = Role(r.byte())
		e := Entry(0)
		for range r.count() {
			e += Entry(r.number())
			t.entries = append(t.entries, e)
		}
		t.starts = append(t.starts, uint32(len(t.entries)))
	}
}
