// Package table keeps words with the entries they belong to in little room, and
// finds them without allocating.
//
// The words are a minimal acyclic automaton whose paths are numbered (Lucchesi &
// Kowaltowski 1993), built word by word (Daciuk et al. 2000). Inflected words
// share their beginnings and their ends, so 200,000 of them take less room than
// their hashes would, and a walk along a text meets every word that begins there.
package table

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

// Table is the words of one language. It is read-only and safe for concurrent use.
type Table struct {
	arcs    []arc
	root    uint32
	records []uint32 // by word number: its record
	starts  []uint32 // by record: where its entries begin; one more for the end
	roles   []Role   // by record
	entries []Entry
}

// arc leads from one state to another. The arcs of a state stand together.
type arc struct {
	to   uint32 // first arc of the next state, and in the top bits lastArc and isWord
	skip uint32 // number of words that leave the state before this arc, and in the low byte the label
}

const (
	lastArc = 1 << 31 // of its state
	isWord  = 1 << 30 // a word ends where the arc leads
	toMask  = isWord - 1
	noArcs  = 0 // the state that has none: arc 0 is never used
)

// Len is the number of words.
func (t *Table) Len() int { return len(t.records) }

// Find is the entries and roles of word; false when it is not kept. The right
// single quotation mark counts as an apostrophe. The slice is shared and read-only.
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
	for i := w.state; ; i++ {
		a := w.t.arcs[i]
		if byte(a.skip) == b {
			w.number += a.skip >> 8
			w.state = a.to & toMask
			w.word = a.to&isWord != 0
			return true
		}
		if a.to&lastArc != 0 {
			w.state, w.word = noArcs, false
			return false
		}
	}
}

// Word is the entries and roles of the word that ends here; false when none does.
func (w *Walk) Word() ([]Entry, Role, bool) {
	if !w.word {
		return nil, 0, false
	}
	r := w.t.records[w.number]
	from, to := w.t.starts[r], w.t.starts[r+1]
	return w.t.entries[from:to:to], w.t.roles[r], true
}
