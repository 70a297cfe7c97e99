package align

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
)

// Learned are word pairs that aligned texts have taught. A nil *Learned has none.
// It is read-only once made and safe for concurrent use.
type Learned struct {
	pairs map[string][]learnedWord
}

type learnedWord struct {
	word string
	t    float32
}

func (l *Learned) of(word string) []learnedWord {
	if l == nil {
		return nil
	}
	return l.pairs[word]
}

// Len is how many pairs there are.
func (l *Learned) Len() int {
	n := 0
	if l != nil {
		for _, words := range l.pairs {
			n += len(words)
		}
	}
	return n
}

// Learn gathers which words stand again and again in each other's sentences and
// are explained by nothing else, over any number of aligned pairs of the same
// two languages. It wants some forty sentences to be of use; the articles of a
// project together make up for a large part of a missing word list.
func Learn(pairs []*Alignment, ev Evidence) *Learned {
	src, tgt := newFiller(newVocabulary(0)), newFiller(newVocabulary(0))
	var beads []bead
	for _, a := range pairs {
		for _, b := range a.Blocks {
			for _, s := range b.Sentences {
				w := window{s0: src.count(), t0: tgt.count()}
				for _, x := range s.Source {
					src.sentence(x.Text())
				}
				for _, x := range s.Target {
					tgt.sentence(x.Text())
				}
				w.s1, w.t1 = src.count(), tgt.count()
				beads = append(beads, bead{window: w, sure: float32(math.Cbrt(s.Confidence))})
			}
		}
	}
	t := newTable(src.done(), tgt.done(), ev)
	out := &Learned{pairs: make(map[string][]learnedWord)}
	for _, l := range t.associate(beads) {
		w := strings.Clone(t.src.voc.words[l.from]) // the vocabularies are not to live as long
		out.pairs[w] = append(out.pairs[w], learnedWord{strings.Clone(t.tgt.voc.words[l.to]), l.t})
	}
	return out
}

func (f *filler) sentence(s string) {
	f.begin()
	f.text(s)
	f.end(0)
}

// association is a link that was learned.
type association struct {
	from int32
	link
}

const (
	enoughUnits  = 40  // fewer teach more wrong than right
	manyLeft     = 40  // unexplained tokens of a side; a bead with more teaches nothing
	leastShared  = 2   // beads that a pair must share
	leastDice    = 0.6 // 2 · shared / (all of the one + all of the other)
	leastSurplus = 8   // likelihood ratio (Dunning 1993) of a pair over chance, -2 log λ
	mostLearned  = 0.7 // no learned pair is surer than this
)

// associate counts which tokens without a match share beads, and keeps the pairs
// that do so too often for chance: the first step of IBM model 1 (Brown et al.
// 1993) with Dunning's ratio in the place of further ones, which small texts mislead.
func (t *table) associate(beads []bead) []association {
	countS, countT := make(map[int32]int), make(map[int32]int)
	shared := make(map[uint64]int)
	left := newLeftovers(t)
	n := 0
	for _, b := range beads {
		if !b.whole() || b.sure < sureEnough {
			continue
		}
		n++
		src, tgt := left.of(b.window)
		if len(src) > manyLeft || len(tgt) > manyLeft {
			continue
		}
		for _, w := range src {
			countS[w]++
			for _, v := range tgt {
				shared[uint64(w)<<32|uint64(v)]++
			}
		}
		for _, v := range tgt {
			countT[v]++
		}
	}
	var out []association
	for _, key := range slices.Sorted(maps.Keys(shared)) {
		c, w, v := shared[key], int32(key>>32), int32(key&math.MaxUint32)
		a, b := countS[w], countT[v]
		dice := 2 * float64(c) / float64(a+b)
		if c >= leastShared && dice >= leastDice && surplus(c, a, b, n) >= leastSurplus {
			out = append(out, association{w, link{v, float32(mostLearned * dice * (1 - 1/float64(c+1)))}})
		}
	}
	return mutual(out)
}

// surplus is Dunning's -2 log λ for c common among a and b of n.
func surplus(c, a, b, n int) float64 {
	term := func(k, e float64) float64 {
		if k <= 0 || e <= 0 {
			return 0
		}
		return k * math.Log(k/e)
	}
	fc, fa, fb, fn := float64(c), float64(a), float64(b), float64(n)
	if fc*fn <= fa*fb {
		return 0
	}
	return 2 * (term(fc, fa*fb/fn) + term(fa-fc, fa*(fn-fb)/fn) + term(fb-fc, (fn-fa)*fb/fn) + term(fn-fa-fb+fc, (fn-fa)*(fn-fb)/fn))
}

// mutual keeps the associations that come near the best of both their words.
func mutual(all []association) []association {
	best := [2]map[int32]float32{{}, {}}
	for _, a := range all {
		best[0][a.from] = max(best[0][a.from], a.t)
		best[1][a.to] = max(best[1][a.to], a.t)
	}
	return slices.DeleteFunc(all, func(a association) bool {
		return a.t < 0.8*best[0][a.from] || a.t < 0.8*best[1][a.to]
	})
}

// leftovers finds the words of beads that no link explains.
type leftovers struct {
	*table
	inS, inT *marks
	back     *reverse
	src, tgt []int32
}

func newLeftovers(t *table) *leftovers {
	return &leftovers{table: t, inS: newMarks(t.src), inT: newMarks(t.tgt), back: t.reversed()}
}

func (l *leftovers) of(w window) (src, tgt []int32) {
	s := l.table.src.tokens[l.table.src.start[w.s0]:l.table.src.start[w.s1]]
	t := l.table.tgt.tokens[l.table.tgt.start[w.t0]:l.table.tgt.start[w.t1]]
	l.inS.set(s)
	l.inT.set(t)
	l.src, l.tgt = l.src[:0], l.tgt[:0]
	for _, x := range s {
		if l.table.src.voc.isWord(x) && !slices.ContainsFunc(l.table.of(x), func(k link) bool { return l.inT.has(k.to) }) {
			l.src = append(l.src, x)
		}
	}
	for _, y := range t {
		if l.table.tgt.voc.isWord(y) && !slices.ContainsFunc(l.back.of(y), l.inS.has) {
			l.tgt = append(l.tgt, y)
		}
	}
	return unique(l.src), unique(l.tgt)
}

// unique sorts words and keeps each once.
func unique(words []int32) []int32 {
	slices.SortFunc(words, cmp.Compare)
	return slices.Compact(words)
}

// extend is the table with more links.
func (t *table) extend(more []association) *table {
	u := &table{src: t.src, tgt: t.tgt, seen: t.seen, classS: slices.Clone(t.classS), classT: slices.Clone(t.classT)}
	u.start = append(u.start, 0)
	k := 0
	for w := range t.classS {
		u.links = append(u.links, t.of(int32(w))...)
		for ; k < len(more) && more[k].from == int32(w); k++ {
			u.links = append(u.links, more[k].link)
			u.classS[w] = max(u.classS[w], byLearning)
			u.classT[more[k].to] = max(u.classT[more[k].to], byLearning)
		}
		u.start = append(u.start, int32(len(u.links)))
	}
	u.reckon()
	return u
}
