package align

import (
	"math"
	"unicode/utf8"
)

// side is the units of one text (lines, sentences or blocks) as sets of token
// numbers, so that the search never touches a string.
type side struct {
	voc    *vocabulary
	tokens []int32   // all units' distinct tokens, one unit after the other, ascending in each
	times  []uint8   // how often each of them stands in its unit, to 255
	start  []int32   // unit i is tokens[start[i]:start[i+1]]
	length []float32 // of each unit in characters
	print  []uint64  // of each unit's token sequence: equal for equal texts of either side
	alone  []uint8   // not 0: pairs only with units of the same number (code, bare images)
	df     []float32 // by token: in how many units it stands
	mean   float32   // tokens a unit, at least 1
}

func (s *side) count() int         { return len(s.start) - 1 }
func (s *side) unit(i int) []int32 { return s.tokens[s.start[i]:s.start[i+1]] }

// vocabulary numbers the tokens of one side.
type vocabulary struct {
	ids   map[string]int32
	words []string
	kinds []tokenKind
	buf   []byte
}

func newVocabulary() *vocabulary { return &vocabulary{ids: make(map[string]int32)} }

func (v *vocabulary) id(token []byte, kind tokenKind) int32 {
	if id, ok := v.ids[string(token)]; ok {
		if kind == nameToken && v.kinds[id] == wordToken {
			v.kinds[id] = nameToken
		}
		return id
	}
	id := int32(len(v.words))
	w := string(token)
	v.ids[w] = id
	v.words = append(v.words, w)
	v.kinds = append(v.kinds, kind)
	return id
}

// filler adds units to a side one by one.
type filler struct {
	*side
	seen   []int32 // by token: 1 + the last unit it was added to
	at     []int32 // by token: where in tokens that was
	hash   uint64
	length int
}

func newFiller(voc *vocabulary) *filler {
	return &filler{side: &side{voc: voc, start: []int32{0}}}
}

const fnvOffset, fnvPrime = 14695981039346656037, 1099511628211

func (f *filler) begin() { f.hash, f.length = fnvOffset, 0 }

// text adds the tokens of s to the unit begun.
func (f *filler) text(s string) {
	f.length += utf8.RuneCountInString(s)
	f.voc.buf = scan(s, f.voc.buf, func(token []byte, kind tokenKind, _, _ int) {
		f.add(token, kind)
		for _, c := range token {
			f.hash = (f.hash ^ uint64(c)) * fnvPrime
		}
		f.hash = (f.hash ^ ' ') * fnvPrime
	})
}

// add puts one token into the unit begun, or counts it there.
func (f *filler) add(token []byte, kind tokenKind) {
	id, unit := f.voc.id(token, kind), int32(len(f.start))
	for len(f.seen) < len(f.voc.words) {
		f.seen = append(f.seen, 0)
		f.at = append(f.at, 0)
		f.df = append(f.df, 0)
	}
	if f.seen[id] == unit {
		if n := &f.times[f.at[id]]; *n < 255 {
			*n++
		}
		return
	}
	f.seen[id], f.at[id] = unit, int32(len(f.tokens))
	f.df[id]++
	f.times = append(f.times, 1)
	f.tokens = append(f.tokens, id)
}

// end closes the unit begun.
func (f *filler) end(alone uint8) {
	f.start = append(f.start, int32(len(f.tokens)))
	f.side.length = append(f.side.length, float32(f.length))
	f.print = append(f.print, f.hash)
	f.alone = append(f.alone, alone)
}

// done closes the side.
func (f *filler) done() *side {
	n := max(1, f.count())
	f.mean = max(1, float32(len(f.tokens))/float32(n))
	f.pad()
	return f.side
}

// pad makes room for words that came into the vocabulary later.
func (s *side) pad() { s.df = append(s.df, make([]float32, len(s.voc.words)-len(s.df))...) }

// spread is the mean and variance of the unit lengths, kept off zero.
func (s *side) spread() (mean, variance float64) {
	var sum, squares, n float64
	for i, l := range s.length {
		if s.alone[i] == 0 {
			sum += float64(l)
			squares += float64(l) * float64(l)
			n++
		}
	}
	if n == 0 || sum == 0 {
		return 1, 1
	}
	mean = sum / n
	return mean, math.Max(squares/n-mean*mean, mean*mean/8)
}
