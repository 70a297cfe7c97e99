package align

import (
	"hash/maphash"
	"math/bits"
	"strings"
)

// vocabulary numbers the tokens of one text in the order they are first met. It
// is a hash table made for that: there is no entry to allocate for a token, and
// the letters of all of them lie close together. Once it is filled it may be read
// by several goroutines.
type vocabulary struct {
	words   []string
	kinds   []tokenKind // a word that is a name somewhere is a name
	slots   []slot      // a power of two, at most half of them taken
	letters strings.Builder
}

// slot is where a token is looked for first, or behind it as long as slots are taken.
type slot struct {
	hash uint32
	one  int32 // 1 + the token; 0 in a free slot
}

const (
	leastSlots  = 64
	letterBytes = 2048 // of words that are allocated at once
)

// tokenSeed keeps a text from choosing its collisions.
var tokenSeed = maphash.MakeSeed()

// newVocabulary is an empty vocabulary with room for about n tokens.
func newVocabulary(n int) *vocabulary {
	return &vocabulary{
		words: make([]string, 0, n), kinds: make([]tokenKind, 0, n),
		slots: make([]slot, max(leastSlots, 1<<bits.Len(uint(2*n)))),
	}
}

// find is the number of a token; false when the text does not have it.
func (v *vocabulary) find(token string) (int32, bool) {
	s := v.slot(token, uint32(maphash.String(tokenSeed, token)))
	return s.one - 1, s.one > 0
}

// id is the number of a token, new or not. The token may be overwritten afterwards.
func (v *vocabulary) id(token string, kind tokenKind) int32 {
	hash := uint32(maphash.String(tokenSeed, token))
	s := v.slot(token, hash)
	if s.one > 0 {
		if id := s.one - 1; kind == nameToken && v.kinds[id] == wordToken {
			v.kinds[id] = nameToken
		}
		return s.one - 1
	}
	id := int32(len(v.words))
	*s = slot{hash, id + 1}
	v.words = append(v.words, v.keep(token))
	v.kinds = append(v.kinds, kind)
	if 2*len(v.words) > len(v.slots) {
		v.grow()
	}
	return id
}

// slot is where token is, or the free one where it belongs.
func (v *vocabulary) slot(token string, hash uint32) *slot {
	last := uint32(len(v.slots) - 1)
	for i := hash & last; ; i = (i + 1) & last {
		s := &v.slots[i]
		if s.one == 0 || s.hash == hash && v.words[s.one-1] == token {
			return s
		}
	}
}

func (v *vocabulary) grow() {
	old := v.slots
	v.slots = make([]slot, 2*len(old))
	last := uint32(len(v.slots) - 1)
	for _, s := range old {
		if s.one == 0 {
			continue
		}
		i := s.hash & last
		for v.slots[i].one > 0 {
			i = (i + 1) & last
		}
		v.slots[i] = s
	}
}

// keep is a copy of token among the other words' letters.
func (v *vocabulary) keep(token string) string {
	if v.letters.Cap()-v.letters.Len() < len(token) {
		v.letters = strings.Builder{} // the words keep the old one
		v.letters.Grow(max(letterBytes, len(token)))
	}
	from := v.letters.Len()
	v.letters.WriteString(token)
	return v.letters.String()[from:]
}

func (v *vocabulary) isWord(id int32) bool {
	return v.kinds[id] == wordToken || v.kinds[id] == nameToken
}
