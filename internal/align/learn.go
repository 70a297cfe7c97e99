package align

import (
	"math"
	"slices"
	"strings"
	"sync"
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
	left := newLeftovers(t)
	defer left.release()
	n := 0
	for _, b := range beads {
		if b.whole() && b.sure >= sureEnough {
			left.gather(b.window)
			n++
		}
	}
	var out []association
	left.eachPair(func(w, v int32, shared int) {
		a, b := int(left.countS[w]), int(left.countT[v])
		dice := 2 * float64(shared) / float64(a+b)
		if dice >= leastDice && surplus(shared, a, b, n) >= leastSurplus {
			out = append(out, association{w, link{v, float32(mostLearned * dice * (1 - 1/float64(shared+1)))}})
		}
	})
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
	if len(all) == 0 {
		return nil
	}
	best := [2]map[int32]float32{{}, {}}
	for _, a := range all {
		best[0][a.from] = max(best[0][a.from], a.t)
		best[1][a.to] = max(best[1][a.to], a.t)
	}
	return slices.DeleteFunc(all, func(a association) bool {
		return a.t < 0.8*best[0][a.from] || a.t < 0.8*best[1][a.to]
	})
}

// leftovers are the words of beads that no link explains.
type leftovers struct {
	*table
	inS, inT       marks
	back           *reverse
	beads          []unexplained
	words          []int32  // of all beads
	countS, countT []int32  // by token: in how many beads it is left
	of             register // source word → beads in which it is left
	shared         []int32  // by target token: in how many of the beads of the source word at work
}

// unexplained says where the words of one bead lie: those of the source in
// words[src:tgt], those of the target in words[tgt:end].
type unexplained struct{ src, tgt, end int32 }

// leftoverPool keeps the memory of those that are released.
var leftoverPool = sync.Pool{New: func() any { return new(leftovers) }}

func newLeftovers(t *table) *leftovers {
	l := leftoverPool.Get().(*leftovers)
	l.table, l.back = t, t.reversed()
	l.beads, l.words = l.beads[:0], l.words[:0]
	l.inS.empty(len(t.classS))
	l.inT.empty(len(t.classT))
	l.countS, l.countT, l.shared = emptied(l.countS, len(t.classS)), emptied(l.countT, len(t.classT)), emptied(l.shared, len(t.classT))
	return l
}

func (l *leftovers) release() {
	l.table, l.back = nil, nil
	leftoverPool.Put(l)
}

// gather adds a bead, unless too much of it is left.
func (l *leftovers) gather(w window) {
	s := l.src.tokens[l.src.start[w.s0]:l.src.start[w.s1]]
	t := l.tgt.tokens[l.tgt.start[w.t0]:l.tgt.start[w.t1]]
	l.inS.set(s)
	l.inT.set(t)
	b := unexplained{src: int32(len(l.words))}
	for _, x := range s {
		if l.src.voc.isWord(x) && !slices.ContainsFunc(l.table.of(x), func(k link) bool { return l.inT.has(k.to) }) {
			l.words = append(l.words, x)
		}
	}
	b.tgt = l.unique(b.src)
	for _, y := range t {
		if l.tgt.voc.isWord(y) && !slices.ContainsFunc(l.back.of(y), l.inS.has) {
			l.words = append(l.words, y)
		}
	}
	b.end = l.unique(b.tgt)
	if b.tgt-b.src > manyLeft || b.end-b.tgt > manyLeft {
		l.words = l.words[:b.src]
		return
	}
	for _, x := range l.words[b.src:b.tgt] {
		l.countS[x]++
	}
	for _, y := range l.words[b.tgt:b.end] {
		l.countT[y]++
	}
	l.beads = append(l.beads, b)
}

// unique keeps each of the last words once, from the one at first on, and returns
// where they end.
func (l *leftovers) unique(first int32) int32 {
	slices.Sort(l.words[first:])
	l.words = append(l.words[:first], slices.Compact(l.words[first:])...)
	return int32(len(l.words))
}

// eachPair calls f for the word pairs that share as many beads as is asked for, in
// order, with the number of those. What stands in fewer beads itself is passed over:
// that is most.
func (l *leftovers) eachPair(f func(w, v int32, shared int)) {
	l.of.reset(len(l.words) / 4) // most words stand in one bead only
	for k, b := range l.beads {
		for _, x := range l.words[b.src:b.tgt] {
			if l.countS[x] >= leastShared {
				l.of.file(uint32(x), int32(k))
			}
		}
	}
	l.of.close()
	var met []int32
	for w := range l.countS {
		if l.countS[w] < leastShared {
			continue
		}
		met = met[:0]
		for f := l.of.first(uint32(w)); f != nil; f = l.of.after(f) {
			b := l.beads[f.item]
			for _, y := range l.words[b.tgt:b.end] {
				if l.shared[y] == 0 {
					met = append(met, y)
				}
				l.shared[y]++
			}
		}
		slices.Sort(met)
		for _, y := range met {
			if n := l.shared[y]; n >= leastShared {
				f(int32(w), y, int(n))
			}
			l.shared[y] = 0
		}
	}
}

// extend is the table with more links, which come by source token.
func (t *table) extend(more []association) *table {
	u := &table{src: t.src, tgt: t.tgt, seen: t.seen, classS: slices.Clone(t.classS), classT: slices.Clone(t.classT),
		start: make([]int32, 1, len(t.start)), links: make([]link, 0, len(t.links)+len(more))}
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
