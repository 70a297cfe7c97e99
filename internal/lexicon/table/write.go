package table

import (
	"encoding/binary"
	"fmt"
)

// state is a state of the automaton while it is built.
type state struct {
	word bool
	arcs []edge
}

type edge struct {
	label byte
	to    *state
	id    int // of the state it leads to once that is settled; 0 before
}

// builder keeps the path of the last word open, for it may still branch, and has
// settled all other states: equal ones are one.
type builder struct {
	path    []*state
	last    string
	settled map[string]int // what a state leads to → its id
	states  []*state       // by id - 1
}

func newBuilder() *builder {
	return &builder{path: []*state{{}}, settled: make(map[string]int)}
}

// add adds a word, which must come after all before it.
func (b *builder) add(word string) {
	common := 0
	for common < len(word) && common < len(b.last) && word[common] == b.last[common] {
		common++
	}
	b.settle(common)
	for i := common; i < len(word); i++ {
		next := &state{}
		tip := b.path[len(b.path)-1]
		tip.arcs = append(tip.arcs, edge{label: word[i], to: next})
		b.path = append(b.path, next)
	}
	b.path[len(b.path)-1].word = true
	b.last = word
}

// settle closes the open path from its end down to the depth given.
func (b *builder) settle(depth int) {
	for len(b.path) > depth+1 {
		s := b.path[len(b.path)-1]
		b.path = b.path[:len(b.path)-1]
		parent := b.path[len(b.path)-1]
		e := &parent.arcs[len(parent.arcs)-1]
		e.id = b.id(s)
		e.to = b.states[e.id-1]
	}
}

// id is the number of the settled state that is equal to s.
func (b *builder) id(s *state) int {
	var sign []byte
	if s.word {
		sign = append(sign, 1)
	}
	for _, e := range s.arcs {
		sign = binary.AppendUvarint(append(sign, e.label), uint64(e.id))
	}
	if id, ok := b.settled[string(sign)]; ok {
		return id
	}
	b.states = append(b.states, s)
	b.settled[string(sign)] = len(b.states)
	return len(b.states)
}

// Append writes a table of keys to dst. The keys must be sorted by word, each
// word once and none empty; Append panics when they are not.
func Append(dst []byte, keys []Key) []byte {
	b := newBuilder()
	for _, k := range keys {
		if k.Word <= b.last {
			panic(fmt.Sprintf("table: %q after %q", k.Word, b.last))
		}
		b.add(k.Word)
	}
	b.settle(0)
	if len(keys) > 0 {
		b.id(b.path[0])
	}
	dst = b.appendArcs(dst)
	return appendRecords(dst, keys)
}

// appendArcs writes the settled states in their order, in which each comes
// after all those it leads to.
func (b *builder) appendArcs(dst []byte) []byte {
	first := make([]int, len(b.states)) // arc of each state
	n := 0
	for i, s := range b.states {
		first[i] = n + 1
		n += len(s.arcs)
	}
	dst = binary.AppendUvarint(dst, uint64(n))
	at := 0
	for _, s := range b.states {
		for i, e := range s.arcs {
			at++
			var v uint64
			if len(e.to.arcs) > 0 {
				v = uint64(at-first[e.id-1]) << 2
			}
			if e.to.word {
				v |= 2
			}
			if i == len(s.arcs)-1 {
				v |= 1
			}
			dst = binary.AppendUvarint(append(dst, e.label), v)
		}
	}
	return dst
}

// appendRecords writes what the words have. Words that have the same share a
// record, and neighbours mostly do: a record is named by how long ago it was new.
func appendRecords(dst []byte, keys []Key) []byte {
	known := make(map[string]int)
	var records []string
	for _, k := range keys {
		rec := binary.AppendUvarint([]byte{byte(k.Roles)}, uint64(len(k.Entries)))
		prev := Entry(0)
		for _, e := range k.Entries {
			rec = binary.AppendUvarint(rec, uint64(e-prev))
			prev = e
		}
		id, ok := known[string(rec)]
		if !ok {
			known[string(rec)] = len(records)
			records = append(records, string(rec))
			dst = append(dst, 0)
			continue
		}
		dst = binary.AppendUvarint(dst, uint64(len(records)-id))
	}
	for _, rec := range records {
		dst = append(dst, rec...)
	}
	return dst
}
