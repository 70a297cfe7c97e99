package align

import (
	"math"
	"slices"
	"sync"
)

const (
	sureEnough = 0.7 // of a bead that something is learned from
	manyBeads  = 100 // first guesses of the rates weigh as much as so many beads
	fewPairs   = 30  // first guesses weigh as much as so many pairs or tokens
)

// relearn takes ratio and variance of the lengths from the sure 1-1 beads.
func (l *lengths) relearn(src, tgt *side, beads []bead) {
	var ls, lt, n float64
	for _, b := range beads {
		if b.paired() && b.sure > sureEnough && src.alone[b.s0] == 0 {
			ls += float64(src.length[b.s0])
			lt += float64(tgt.length[b.t0])
			n++
		}
	}
	if ls == 0 || lt == 0 {
		return
	}
	ms, _ := src.spread()
	mt, _ := tgt.spread()
	c := (lt + fewPairs*mt) / (ls + fewPairs*ms)
	if n*4 > fewPairs {
		c = (lt + 5) / (ls + 5)
	}
	c = math.Min(math.Max(c, 0.2), 5)
	root := float32(math.Sqrt(c))
	sum := float64(firstVariance * fewPairs)
	for _, b := range beads {
		if b.paired() && b.sure > sureEnough && src.alone[b.s0] == 0 {
			x, y := src.length[b.s0]*root, tgt.length[b.t0]/root
			d2 := float64((x-y)*(x-y)) / math.Max(1, float64(x+y)/2)
			sum += math.Min(d2, 8*firstVariance)
		}
	}
	l.root, l.variance = root, float32(sum/(n+fewPairs))
}

// relearn brings the rates of null beads and of 1-2 and 2-1 nearer to what a
// first alignment has of them: some texts are whole, others full of holes.
func (r rates) relearn(beads []bead) rates {
	var null, two, n float64
	for _, b := range beads {
		if b.sure < sureEnough {
			continue
		}
		n++
		switch size := b.s1 - b.s0 + b.t1 - b.t0; {
		case !b.whole():
			null++
		case size == 3:
			two++
		}
	}
	mend := func(first, found float64) float64 {
		if first == 0 {
			return 0
		}
		return math.Min(math.Max((first*manyBeads+found/2)/(manyBeads+n), first/3), first*4)
	}
	r.null, r.two = mend(r.null, null), mend(r.two, two)
	return r
}

// paired says that it is one unit with one.
func (w window) paired() bool { return w.s1-w.s0 == 1 && w.t1-w.t0 == 1 }

// relearnSeen counts, class by class, how often a token's rendering is there in
// sure beads, takes away what chance would put there, and reckons the worths anew.
func (m *model) relearnSeen(beads []bead) {
	var c census
	marksT, marksS := newMarks(m.tgt), newMarks(m.src)
	defer marksT.release()
	defer marksS.release()
	back := m.reversed()
	for _, b := range beads {
		if b.sure < sureEnough || b.s0 == b.s1 || b.t0 == b.t1 {
			continue
		}
		src, tgt := m.src.tokens[m.src.start[b.s0]:m.src.start[b.s1]], m.tgt.tokens[m.tgt.start[b.t0]:m.tgt.start[b.t1]]
		marksT.set(tgt)
		marksS.set(src)
		stretch := m.tgt.stretch(b.t0, b.t1)
		for _, w := range src {
			if class := m.classS[w]; class > byLack { // others have no links
				c.add(class, m.chanceS[w]*stretch, slices.ContainsFunc(m.of(w), func(l link) bool { return marksT.has(l.to) }))
			}
		}
		stretch = m.src.stretch(b.s0, b.s1)
		for _, w := range tgt {
			if class := m.classT[w]; class > byLack {
				c.add(class, m.chanceT[w]*stretch, slices.ContainsFunc(back.of(w), marksS.has))
			}
		}
	}
	for k := range m.seen {
		if reason(k) > byLack {
			m.seen[k] = c.seen(reason(k))
		}
	}
	m.reckon()
}

// census counts tokens by class: all, those whose rendering was there, and how
// many of them chance would have put there.
type census struct{ all, there, chance [reasons]float32 }

func (c *census) add(class reason, chance float32, there bool) {
	c.all[class]++
	c.chance[class] += min(chance, 0.95)
	if there {
		c.there[class]++
	}
}

func (c *census) seen(class reason) float32 {
	first := seenAtFirst[class]
	if c.all[class] == 0 {
		return first
	}
	chance := c.chance[class] / c.all[class]
	truly := (c.there[class]/c.all[class] - chance) / (1 - chance)
	n := c.all[class] * (1 - chance) // the more chance finds, the less a find tells
	return min(max((truly*n+first*fewPairs)/(n+fewPairs), 0.1), 0.93)
}

// marks is a set of tokens that is quickly emptied. The zero value is to be emptied first.
type marks struct {
	at  []int32
	now int32
}

var marksPool = sync.Pool{New: func() any { return new(marks) }}

// newMarks is an empty set for the tokens of s, in the memory of one that was released.
func newMarks(s *side) *marks {
	m := marksPool.Get().(*marks)
	m.empty(len(s.voc.words))
	return m
}

func (m *marks) release() { marksPool.Put(m) }

// empty makes an empty set for tokens below n of it.
func (m *marks) empty(n int) {
	if len(m.at) < n || m.now == math.MaxInt32 {
		*m = marks{at: make([]int32, max(n, len(m.at)))}
	}
	m.now++
}

func (m *marks) add(w int32) { m.at[w] = m.now }

func (m *marks) set(words []int32) {
	m.empty(0)
	for _, w := range words {
		m.add(w)
	}
}

func (m *marks) has(w int32) bool { return m.at[w] == m.now }

// reverse is the links the other way round, without their strength.
type reverse struct{ start, list []int32 }

func (r *reverse) of(w int32) []int32 { return r.list[r.start[w]:r.start[w+1]] }

// reversed are the links the other way round, made when first asked for: not by
// several goroutines at once.
func (t *table) reversed() *reverse {
	if t.back != nil {
		return t.back
	}
	r := &reverse{start: make([]int32, len(t.classT)+1), list: make([]int32, len(t.links))}
	for _, l := range t.links {
		r.start[l.to]++
	}
	at := int32(0)
	for w := range r.start {
		at += r.start[w]
		r.start[w] = at // where its list ends
	}
	for w := len(t.classS) - 1; w >= 0; w-- { // from the end, so that each start comes to be one
		for _, l := range t.of(int32(w)) {
			r.start[l.to]--
			r.list[r.start[l.to]] = int32(w)
		}
	}
	t.back = r
	return r
}
