package table

import (
	"encoding/binary"
	"errors"
)

// errCorrupt says that bytes are not a table.
var errCorrupt = errors.New("not a word table")

// reader takes numbers and bytes off the front of b. After the first that is not
// there, bad is true, all further numbers are 0 and all further bytes none.
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

// bytes are the next n things of size bytes each, not copied.
func (r *reader) bytes(n uint32, size int) []byte {
	if int(n) > len(r.b)/size {
		r.b, r.bad = nil, true
		return nil
	}
	length := int(n) * size
	var out []byte
	out, r.b = r.b[:length:length], r.b[length:]
	return out
}

// Read reads a table that Append wrote and gives back what follows it. The table
// goes on using b. Only its lengths are looked at: a table of other bytes has words
// that nobody wrote, and asking it does no harm.
func Read(b []byte) (*Table, []byte, error) {
	r := &reader{b: b}
	arcs, root, words, records := r.number(), r.number(), r.number(), r.number()
	t := &Table{root: root}
	t.arcs, t.places, t.records = r.bytes(arcs, arcSize), r.bytes(words, placeSize), r.bytes(records, 1)
	if r.bad || root > arcs || words >= mostWords {
		return nil, nil, errCorrupt
	}
	return t, r.b, nil
}
