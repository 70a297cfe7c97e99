package align

import "tvilling/internal/doc"

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
	s, o := spots(t.src.voc, b.Source), spots(t.tgt.voc, b.Target)
	in := make(map[int32]bool, len(o))
	for _, x := range o {
		in[x.id] = true
	}
	met := make(map[int32]bool, len(o)) // target words that a source word is linked to
	for _, x := range s {
		echoed := false
		for _, l := range t.of(x.id) {
			if in[l.to] {
				echoed, met[l.to] = true, true
			}
		}
		source = append(source, Word{x.block, x.start, x.end, echoed, t.classS[x.id] != byNothing})
	}
	for _, x := range o {
		target = append(target, Word{x.block, x.start, x.end, met[x.id], t.classT[x.id] != byNothing})
	}
	return source, target
}
