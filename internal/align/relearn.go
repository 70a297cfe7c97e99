package align

import "math"

const (
	sureEnough = 0.7 // of a bead that something is learned from
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

// paired says that the bead is one unit with one.
func (b bead) paired() bool { return b.s1-b.s0 == 1 && b.t1-b.t0 == 1 }

// relearnSeen counts, class by class, how often a token's rendering is there in
// sure beads, and reckons the worths anew.
func (m *model) relearnSeen(beads []bead) {
	var there, all [reasons]float32
	postT, postS := newMarks(m.tgt), newMarks(m.src)
	back := m.reversed()
	for _, b := range beads {
		if b.sure < sureEnough || b.s0 == b.s1 || b.t0 == b.t1 {
			continue
		}
		postT.set(m.tgt.tokens[m.tgt.start[b.t0]:m.tgt.start[b.t1]])
		postS.set(m.src.tokens[m.src.start[b.s0]:m.src.start[b.s1]])
		for _, w := range m.src.tokens[m.src.start[b.s0]:m.src.start[b.s1]] {
			c := m.classS[w]
			all[c]++
			for _, l := range m.of(w) {
				if postT.has(l.to) {
					there[c]++
					break
				}
			}
		}
		for _, w := range m.tgt.tokens[m.tgt.start[b.t0]:m.tgt.start[b.t1]] {
			c := m.classT[w]
			all[c]++
			for _, x := range back.of(w) {
				if postS.has(x) {
					there[c]++
					break
				}
			}
		}
	}
	for c := range m.seen {
		if reason(c) == byNothing {
			continue
		}
		p := (there[c] + fewPairs*seenAtFirst[c]) / (all[c] + fewPairs)
		m.seen[c] = min(max(p, 0.1), 0.93)
	}
	m.reckon()
}

// marks is a set of tokens that is quickly emptied.
type marks struct {
	at  []int32
	now int32
}

func newMarks(s *side) *marks { return &marks{at: make([]int32, len(s.voc.words))} }

func (m *marks) set(words []int32) {
	m.now++
	for _, w := range words {
		m.at[w] = m.now
	}
}

func (m *marks) has(w int32) bool { return m.at[w] == m.now }

// reverse is the links the other way round, without their strength.
type reverse struct{ start, list []int32 }

func (r *reverse) of(w int32) []int32 { return r.list[r.start[w]:r.start[w+1]] }

func (t *table) reversed() *reverse {
	r := &reverse{start: make([]int32, len(t.classT)+1), list: make([]int32, len(t.links))}
	for _, l := range t.links {
		r.start[l.to+1]++
	}
	for w := range t.classT {
		r.start[w+1] += r.start[w]
	}
	fill := append([]int32(nil), r.start...)
	for w := range t.classS {
		for _, l := range t.of(int32(w)) {
			r.list[fill[l.to]] = int32(w)
			fill[l.to]++
		}
	}
	return r
}
