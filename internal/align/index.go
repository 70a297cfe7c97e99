package align

import "slices"

// cognateIndex finds the words of one vocabulary that may look like a given
// skeleton, without comparing all with all.
type cognateIndex struct {
	bytes []byte
	start []int32   // the skeleton of word w is bytes[start[w]:start[w+1]]; empty for what is no word
	in    []letters // by word: what stands in its skeleton
	grams register
	found []int32
	seen  marks // the words found
}

const (
	gramSize    = 4
	maxSkeleton = 40  // bytes looked at
	crowded     = 48  // a letter group in more words than this finds nothing by itself
	mostAlike   = 256 // words compared with one; more come from no honest text
)

// fill makes the index of v, in the memory of the one before.
func (x *cognateIndex) fill(v *vocabulary) {
	x.bytes, x.start, x.in = x.bytes[:0], append(x.start[:0], 0), x.in[:0]
	x.grams.reset(6 * len(v.words)) // as in most texts
	for id, w := range v.words {
		if v.isWord(int32(id)) && len(w) >= 4 && len(w) <= 60 {
			from := len(x.bytes)
			x.bytes = skeleton(x.bytes, w)
			x.post(x.bytes[from:], int32(id))
		}
		x.start = append(x.start, int32(len(x.bytes)))
		x.in = append(x.in, lettersOf(x.skeleton(int32(id))))
	}
	x.grams.close()
}

func (x *cognateIndex) skeleton(w int32) []byte { return x.bytes[x.start[w]:x.start[w+1]] }

// eachGram calls f for the letter groups of a skeleton: its beginning of three
// letters, marked as such, and every four.
func eachGram(s []byte, f func(uint32)) {
	if len(s) < 3 {
		return
	}
	f(uint32(s[0])<<16 | uint32(s[1])<<8 | uint32(s[2]))
	for i := 0; i+gramSize <= len(s) && i < maxSkeleton; i++ {
		f(uint32(s[i])<<24 | uint32(s[i+1])<<16 | uint32(s[i+2])<<8 | uint32(s[i+3]))
	}
}

func (x *cognateIndex) post(s []byte, id int32) {
	first := len(x.grams.filed)
	eachGram(s, func(g uint32) {
		if !slices.ContainsFunc(x.grams.filed[first:], func(f filed) bool { return f.key == g }) {
			x.grams.file(g, id)
		}
	})
}

// near are the words that share an uncrowded letter group with s, each once. The
// slice is good until the next call.
func (x *cognateIndex) near(s []byte) []int32 {
	x.found = x.found[:0]
	x.seen.empty(len(x.start))
	eachGram(s, func(g uint32) {
		first, n := x.grams.first(g), 0
		for f := first; f != nil; f = x.grams.after(f) {
			if n++; n > crowded {
				return
			}
		}
		for f := first; f != nil; f = x.grams.after(f) {
			if !x.seen.has(f.item) && len(x.found) < mostAlike {
				x.seen.add(f.item)
				x.found = append(x.found, f.item)
			}
		}
	})
	return x.found
}
