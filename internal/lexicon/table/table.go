// Package table keeps words with the entries they belong to in little room, and
// finds them without allocating.
//
// The words are a minimal acyclic automaton whose paths are numbered (Lucchesi &
// Kowaltowski 1993), built word by word (Daciuk et al. 2000). Inflected words
// share their beginnings and their ends, so 200,000 of them take less room than
// their hashes would, and a walk along a text meets every word that begins there.
package table

import "encoding/binary"

// Entry is the number of a headword, from 0.
type Entry int32

// Role is what else a word may be than a word.
type Role uint8

// A word may have several roles or none.
const (
	First  Role = 1 << iota // begins or continues a compound: "arbets"
	Last                    // ends a compound: "marknaden"
	Bound                   // is never a word by itself: "arbets", "neuro"
	Prefix                  // is a prefix: "neuro"
)

// Key is one word to be kept.
type Key struct {
	Word    string
	Roles   Role
	Entries []Entry // ascending; may be empty
}

// Table is the words of one language, read where it lies: nothing is unpacked, for
// most runs ask for few of the words. It is read-only and safe for concurrent use.
//
// Arcs are numbered from 1, and those of a state stand together. An arc is eight
// bytes, the least first: its label; three bytes for how many words leave the state
// before it; and in the last four the first arc of the state that it leads to, with
// lastArc and isWord. A word has three bytes, the place of its record. A record is
// the roles, how many entries there are, and what each is more than the one before;
// all but the roles are varints.
type Table struct {
	arcs    []byte
	root    uint32 // the first arc of the first state; noArcs when there are no words
	places  []byte // of the records, by word number
	records []byte
}

// What an arc and a place take, in bytes.
const (
	arcSize   = 8
	placeSize = 3
)

// arc leads from one state to another. 0 is none.
type arc uint64

const (
	lastArc = 1 << 31 // of its state
	isWord  = 1 << 30 // a word ends where the arc leads
	toMask  = isWord - 1
	noArcs  = 0 // the state that has none

	mostWords = 1 << 24
)

func newArc(label byte, skip, to uint32) arc { return arc(to)<<32 | arc(skip)<<8 | arc(label) }

func (a arc) label() byte  { return byte(a) }
func (a arc) skip() uint32 { return uint32(a) >> 8 }
func (a arc) to() uint32   { return uint32(a>>32) & toMask }
func (a arc) last() bool   { return a&(lastArc<<32) != 0 }
func (a arc) word() bool   { return a&(isWord<<32) != 0 }

// Len is the number of words.
func (t *Table) Len() int { return len(t.places) / placeSize }

// Find is the entries and roles of word; false when it is not kept. The right
// single quotation mark counts as an apostrophe.
func (t *Table) Find(word string) ([]Entry, Role, bool) {
	w := t.Walk()
	for i := 0; i < len(word); i++ {
		b := word[i]
		if b == 0xE2 && i+2 < len(word) && word[i+1] == 0x80 && word[i+2] == 0x99 {
			b, i = '\'', i+2
		}
		if !w.Step(b) {
			return nil, 0, false
		}
	}
	return w.Word()
}

// Walk is a place on a path of bytes through the words.
type Walk struct {
	t      *Table
	state  uint32
	number uint32
	word   bool
}

// Walk begins at the beginning of all words.
func (t *Table) Walk() Walk { return Walk{t: t, state: t.root} }

// Step goes on by byte b; false when no word goes on so, and then the walk is over.
func (w *Walk) Step(b byte) bool {
	if w.state == noArcs {
		return false
	}
	if w.word {
		w.number++
	}
	for i := int(w.state); i <= len(w.t.arcs)/arcSize; i++ {
		a := arc(binary.LittleEndian.Uint64(w.t.arcs[(i-1)*arcSize:]))
		if a.label() == b {
			w.number += a.skip()
			w.state, w.word = a.to(), a.word()
			return true
		}
		if a.last() {
			break
		}
	}
	w.state, w.word = noArcs, false
	return false
}

// Roles are the roles of the word that ends here; false when none does.
func (w *Walk) Roles() (Role, bool) {
	r := w.record()
	if len(r) == 0 {
		return 0, false
	}
	return Role(r[0]), true
}

// Word is the entries and roles of the word that ends here; false when none does.
func (w *Walk) Word() ([]Entry, Role, bool) {
	roles, ok := w.Roles()
	if !ok {
		return nil, 0, false
	}
	r := reader{b: w.record()[1:]}
	entries := make([]Entry, r.count())
	e := Entry(0)
	for i := range entries {
		e += Entry(r.number())
		entries[i] = e
	}
	return entries, roles, true
}

// record is where the record of the word that ends here begins, with all that
// follows it; nil when no word does.
func (w *Walk) record() []byte {
	if !w.word || int(w.number) >= w.t.Len() {
		return nil
	}
	p := w.t.places[int(w.number)*placeSize:]
	place := int(p[0]) | int(p[1])<<8 | int(p[2])<<16
	return w.t.records[min(place, len(w.t.records)):]
}
