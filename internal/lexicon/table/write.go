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
	arcs, root := b.arcs()
	places, records := places(keys)
	for _, n := range [...]int{len(arcs), root, len(keys), len(records)} {
		if n >= mostWords {
			panic(fmt.Sprintf("table: %d words are too many", len(keys)))
		}
		dst = binary.AppendUvarint(dst, uint64(n))
	}
	for _, a := range arcs {
		dst = binary.LittleEndian.AppendUint64(dst, uint64(a))
	}
	for _, p := range places {
		dst = append(dst, byte(p), byte(p>>8), byte(p>>16))
	}
	return append(dst, records...)
}

// arcs are those of the settled states in their order, in which each comes after all
// those it leads to, and the first arc of the last state, with which all words begin.
func (b *builder) arcs() (out []arc, root int) {
	first := make([]uint32, len(b.states)) // arc of each state, from 1
	below := make([]uint32, len(b.states)) // how many words go on from it
	for i, s := range b.states {
		first[i] = uint32(len(out) + 1)
		for k, e := range s.arcs {
			skip, to := below[i], uint32(noArcs)
			if len(e.to.arcs) > 0 {
				to = first[e.id-1]
			}
			below[i] += below[e.id-1]
			if e.to.word {
				to |= isWord
				below[i]++
			}
			if k == len(s.arcs)-1 {
				to |= lastArc
			}
			out = append(out, newArc(e.label, skip, to))
		}
		root = int(first[i])
	}
	return out, root
}

// places are where the record of each key begins, and the records. Keys that have the
// same share one.
func places(keys []Key) (places []int, records []byte) {
	known := make(map[string]int)
	for _, k := range keys {
		rec := binary.AppendUvarint([]byte{byte(k.Roles)}, uint64(len(k.Entries)))
		prev := Entry(0)
		for _, e := range k.Entries {
			rec = binary.AppendUvarint(rec, uint64(e-prev))
			prev = e
		}
		at, ok := known[string(rec)]
		if !ok {
			at = len(records)
			known[string(rec)] = at
			records = append(records, rec...)
		}
		places = append(places, at)
	}
	return places, records
}
