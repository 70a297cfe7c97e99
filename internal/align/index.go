package align

import "slices"

// cognateIndex finds the words of one vocabulary that may look like a given
// skeleton, without comparing all with all.
type cognateIndex struct {
	bytes []byte
	start []int32 // the skeleton of word w is bytes[start[w]:start[w+1]]; empty for what is no word
	grams map[uint32][]int32
	found []int32
	seen  []int32 // by word: the last round it was found in
	round int32
}

const (
	gramSize    = 4
	maxSkeleton = 40  // bytes looked at
	crowded     = 48  // a letter group in more words than this finds nothing by itself
	mostAlike   = 256 // words compared with one; more come from no honest text
)

func newCognateIndex(v *vocabulary) *cognateIndex {
	x := &cognateIndex{grams: make(map[uint32][]int32), start: make([]int32, 1, len(v.words)+1), seen: make([]int32, len(v.words))}
	var buf []byte
	for id, w := range v.words {
		if v.isWord(int32(id)) && len(w) >= 4 && len(w) <= 60 {
			buf = skeleton(buf, w)
			x.bytes = append(x.bytes, buf...)
			x.post(buf, int32(id))
		}
		x.start = append(x.start, int32(len(x.bytes)))
	}
	return x
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
	eachGram(s, func(g uint32) {
		list := x.grams[g]
		if len(list) > 0 && list[len(list)-1] == id || len(list) > crowded {
			return
		}
		x.grams[g] = append(list, id)
	})
}

// near are the words that share an uncrowded letter group with s, ascending. The
// slice is good until the next call.
func (x *cognateIndex) near(s []byte) []int32 {
	x.found = x.found[:0]
	x.round++
	eachGram(s, func(g uint32) {
		list := x.grams[g]
		if len(list) > crowded {
			return
		}
		for _, id := range list {
			if x.seen[id] != x.round && len(x.found) < mostAlike {
				x.seen[id] = x.round
				x.found = append(x.found, id)
			}
		}
	})
	slices.Sort(x.found)
	return x.found
}
