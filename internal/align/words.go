package align

import (
	"sync"

	"tvilling/internal/doc"
)

// Word is one word of a sentence bead and what is known of its counterpart.
type Word struct {
	Block      *doc.Block
	Start, End int // bytes of Block.Prose.Text
	// Echoed says that some word of the other side may render it, by the word
	// list, by likeness or by what the articles themselves taught.
	Echoed bool
	// Known says that the word list has it, or that a rendering of it stands
	// somewhere in the other article. A word that is not known and not echoed
	// proves nothing.
	Known bool
}

// Words are the words of both sides of a group of sentences, in order, numbers
// among them. Of a side with more than a few hundred words only the first are
// given. It may be called from several goroutines.
func (a *Alignment) Words(b Bead[doc.Sentence]) (source, target []Word) {
	if a.words == nil {
		return nil, nil
	}
	t := a.words
	e := echoes.Get().(*echo)
	defer echoes.Put(e)
	e.s, e.t = a.source.words(e.s[:0], b.Source), a.target.words(e.t[:0], b.Target)
	e.in.empty(len(t.classT))
	e.met.empty(len(t.classT))
	for _, x := range e.t {
		e.in.add(x.id)
	}
	source, target = make([]Word, len(e.s)), make([]Word, len(e.t))
	for i, x := range e.s {
		echoed := false
		for _, l := range t.of(x.id) {
			if e.in.has(l.to) {
				echoed = true
				e.met.add(l.to)
			}
		}
		source[i] = Word{x.block, int(x.start), int(x.end), echoed, t.classS[x.id] != byNothing}
	}
	for i, x := range e.t {
		target[i] = Word{x.block, int(x.start), int(x.end), e.met.has(x.id), t.classT[x.id] != byNothing}
	}
	return source, target
}

// echo is what one call of Words needs besides its result.
type echo struct {
	s, t []wordAt
	in   marks // the target's words
	met  marks // those of them that a source word is linked to
}

var echoes = sync.Pool{New: func() any { return new(echo) }}
