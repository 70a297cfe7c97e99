package align

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/doc"
)

// reading is the tokens of an article's sentences where they stand, so that no
// text is taken apart twice: blocks and clauses are made of the same tokens, and
// so are the words that rules ask for. Once made it is read-only.
type reading struct {
	voc   *vocabulary
	list  []doc.Sentence // all of the article's
	first []int32        // block i has list[first[i]:first[i+1]]
	spots []spot         // of all sentences
	at    []int32        // sentence i has spots[at[i]:at[i+1]]
}

// spot is a token and the bytes [start, end) of its block's prose where it stands.
type spot struct{ id, start, end int32 }

// ofSentence are the spots of sentence i of the article.
func (r *reading) ofSentence(i int) []spot { return r.spots[r.at[i]:r.at[i+1]] }

// ofBlock are the spots of all sentences of block i of the article.
func (r *reading) ofBlock(i int) []spot { return r.spots[r.at[r.first[i]]:r.at[r.first[i+1]]] }

// newReading is the reading of d, without tokens yet.
func newReading(d *doc.Document) *reading {
	sentences, size := 0, 0
	for _, b := range d.Blocks() {
		sentences += len(b.Sentences)
		size += len(b.Prose.Text)
	}
	return &reading{
		voc: newVocabulary(vocabularySize(size)), list: make([]doc.Sentence, 0, sentences), spots: make([]spot, 0, size/spotBytes),
		first: make([]int32, 1, len(d.Blocks())+1), at: make([]int32, 1, sentences+1),
	}
}

// spotBytes is how many bytes of prose there are for a token, in most texts a little more.
const spotBytes = 5

// vocabularySize is about how many tokens prose of so many bytes has, repetitions
// not counted: the longer it is, the fewer are new.
func vocabularySize(bytes int) int { return min(bytes/10, 500+bytes/30) }

// add reads the sentence that comes next; first says that its first word begins a sentence.
func (r *reading) add(s *scanner, x doc.Sentence, first bool) {
	s.reset(x.Text(), first)
	for s.scan() {
		r.spots = append(r.spots, spot{r.voc.id(string(s.token), s.kind), int32(x.Start + s.start), int32(x.Start + s.end)})
	}
	r.list = append(r.list, x)
	r.at = append(r.at, int32(len(r.spots)))
}

// gapless says that the tokens of b's prose are those of its sentences: nothing
// stands between them, and no token can reach from one into the next. It rather
// says no too often.
func gapless(b *doc.Block) bool {
	prose, end := b.Prose.Text, 0
	for k, s := range b.Sentences {
		if strings.TrimSpace(prose[end:s.Start]) != "" || k > 0 && (joinedWord(prose, end, s.Start) || joinedNumber(prose, end, s.Start)) {
			return false
		}
		end = s.End
	}
	return strings.TrimSpace(prose[end:]) == ""
}

// joinedWord says that one word may reach over the stretch [end, start) of prose.
func joinedWord(prose string, end, start int) bool {
	r, _ := utf8.DecodeLastRuneInString(prose[:end])
	return end == start && (isLetter(r) || unicode.Is(unicode.Mn, r))
}

// joinedNumber says the same of a number: there is a digit on either side, with
// one character in between at most.
func joinedNumber(prose string, end, start int) bool {
	_, n := utf8.DecodeLastRuneInString(prose[:end])
	_, m := utf8.DecodeRuneInString(prose[start:])
	return (digitAt(prose, end-1) || digitAt(prose, end-n-1)) && (digitAt(prose, start) || digitAt(prose, start+m))
}

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && isDigit(rune(s[i])) }

// of are the spots of any sentence with the tokens that the article has.
func (r *reading) of(s doc.Sentence) []spot {
	if i, ok := r.find(s); ok {
		return r.ofSentence(i)
	}
	var out []spot
	var c scanner
	c.reset(s.Text(), true)
	for c.scan() {
		if id, ok := r.voc.find(string(c.token)); ok {
			out = append(out, spot{id, int32(s.Start + c.start), int32(s.Start + c.end)})
		}
	}
	return out
}

// find is the number of a sentence in list; false when the article has none that
// begins and ends there.
func (r *reading) find(s doc.Sentence) (int, bool) {
	if b := s.Block.Index; b+1 < len(r.first) {
		from := int(r.first[b])
		own := r.list[from:r.first[b+1]]
		i, ok := slices.BinarySearchFunc(own, s.Start, func(x doc.Sentence, start int) int { return cmp.Compare(x.Start, start) })
		if ok && own[i] == s {
			return from + i, true
		}
	}
	return 0, false
}

// wordAt is a word, or a number, and where it stands.
type wordAt struct {
	block *doc.Block
	spot
}

const mostSpots = 400 // words of a side; longer sentences are no sentences

// words appends the words of some sentences to out, which becomes no longer than mostSpots.
func (r *reading) words(out []wordAt, sentences []doc.Sentence) []wordAt {
	for _, s := range sentences {
		spots := r.of(s)
		out = slices.Grow(out, min(len(spots), mostSpots))
		for _, x := range spots {
			if len(out) < mostSpots && r.voc.kinds[x.id] != markToken {
				out = append(out, wordAt{s.Block, x})
			}
		}
	}
	return out
}
