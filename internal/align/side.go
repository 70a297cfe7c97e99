package align

import (
	"math"
	"slices"
	"sync"
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

// filler adds units to a side one by one. Until it is done, its side's slices
// are memory that the next filler takes over.
type filler struct {
	side
	seen   []int32 // by token: 1 + the last unit it was added to
	at     []int32 // by token: where in tokens that was
	hash   uint64
	length int
	scan   scanner
	object []byte
}

// fillers keep the memory of those that are done.
var fillers = sync.Pool{New: func() any { return new(filler) }}

// newFiller is a filler of a side without units; done must be called in the end.
func newFiller(voc *vocabulary) *filler {
	f := fillers.Get().(*filler)
	f.voc = voc
	f.start = append(f.start[:0], 0)
	f.tokens, f.times, f.side.length, f.print, f.alone = f.tokens[:0], f.times[:0], f.side.length[:0], f.print[:0], f.alone[:0]
	f.seen, f.at, f.df = f.seen[:0], f.at[:0], f.df[:0]
	return f
}

const fnvOffset, fnvPrime = 14695981039346656037, 1099511628211

func (f *filler) begin() { f.hash, f.length = fnvOffset, 0 }

// text adds the tokens of s to the unit begun.
func (f *filler) text(s string) {
	f.length += utf8.RuneCountInString(s)
	f.scan.reset(s, true)
	for f.scan.scan() {
		id := f.voc.id(string(f.scan.token), f.scan.kind)
		f.add(id)
		f.stamp(f.voc.words[id])
	}
}

// read adds the tokens of s, which were read before, to the unit begun.
func (f *filler) read(s string, spots []spot) {
	f.length += utf8.RuneCountInString(s)
	for _, x := range spots {
		f.add(x.id)
		f.stamp(f.voc.words[x.id])
	}
}

// blank says that the unit begun has no text yet.
func (f *filler) blank() bool { return f.length == 0 && f.hash == fnvOffset }

// again adds the tokens of a text that makes up unit i of s to a unit that is blank.
func (f *filler) again(s *side, i int, spots []spot) {
	f.length, f.hash = int(s.length[i]), s.print[i]
	for _, x := range spots {
		f.add(x.id)
	}
}

// stamp makes the unit's print tell of one token more.
func (f *filler) stamp(token string) {
	hash := f.hash
	for i := range len(token) {
		hash = (hash ^ uint64(token[i])) * fnvPrime
	}
	f.hash = (hash ^ ' ') * fnvPrime
}

// add puts one token into the unit begun, or counts it there.
func (f *filler) add(id int32) {
	if int(id) >= len(f.seen) {
		n := len(f.voc.words) - len(f.seen)
		f.seen = append(f.seen, make([]int32, n)...)
		f.at = append(f.at, make([]int32, n)...)
		f.df = append(f.df, make([]float32, n)...)
	}
	unit := int32(len(f.start))
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

// done is the side, in memory of its own. The filler is not to be used again.
func (f *filler) done() *side {
	s := &side{
		voc: f.voc, tokens: slices.Clone(f.tokens), times: slices.Clone(f.times), start: slices.Clone(f.start),
		length: slices.Clone(f.side.length), print: slices.Clone(f.print), alone: slices.Clone(f.alone), df: slices.Clone(f.df),
		mean: max(1, float32(len(f.tokens))/float32(max(1, f.count()))),
	}
	s.pad()
	f.voc, f.scan.text = nil, ""
	fillers.Put(f)
	return s
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
