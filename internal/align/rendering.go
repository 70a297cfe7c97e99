package align

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"tvilling/internal/doc"
)

// Rendering is the stretch of target prose that renders a stretch of the source.
type Rendering struct {
	Block      *doc.Block
	Start, End int     // bytes of Block.Prose.Text
	Confidence float64 // 0–1
}

// Rendering is what most likely renders the bytes [start, end) of source block
// from's prose: whole words of one target block. It looks in the sentences that
// belong together, for what the word list, likeness and the article itself link
// to the words, near where they should stand. It says false when nothing does.
// It may be called from several goroutines.
func (a *Alignment) Rendering(from *doc.Block, start, end int) (Rendering, bool) {
	if a.words == nil || !isOf(a.Source, from) {
		return Rendering{}, false
	}
	i := a.bySource[from.Index]
	for k := range a.Blocks[i].Sentences {
		s := &a.Blocks[i].Sentences[k]
		if len(s.Target) == 0 || !slices.ContainsFunc(s.Source, func(x doc.Sentence) bool {
			return x.Block == from && x.Start < end && start < x.End
		}) {
			continue
		}
		return a.web(s).tied().rendering(from, start, end, s.Confidence)
	}
	return Rendering{}, false
}

// web is the words of a sentence bead and which of them belong together.
type web struct {
	*table
	s, t []wordAt

	once sync.Once // fills the rest
	to   []int     // by source word: its target word, or -1
	sure []float32 // by source word: how good that link is
	from []int     // by target word: its source word, or -1
}

const (
	straight      = 0.4 // what standing at the other end of the sentence costs a link
	company       = 0.2 // what it gains for each neighbour that is linked to a neighbour
	leastStrand   = 0.2
	leastRendered = 0.25 // confidence below which there is no rendering
)

// web is the web of a sentence bead of a, made when it is first asked for: many
// terms stand in one sentence.
func (a *Alignment) web(b *Bead[doc.Sentence]) *web {
	i, _ := a.source.find(b.Source[0])
	kept := &a.webs[i]
	if kept.Load() == nil {
		kept.CompareAndSwap(nil, &web{table: a.words, s: a.source.words(nil, b.Source), t: a.target.words(nil, b.Target)})
	}
	return kept.Load()
}

// tied is w with its words linked.
func (w *web) tied() *web {
	w.once.Do(func() {
		both := make([]int, len(w.s)+len(w.t))
		for i := range both {
			both[i] = -1
		}
		w.to, w.from, w.sure = both[:len(w.s)], both[len(w.s):], make([]float32, len(w.s))
		l := looms.Get().(*loom)
		w.tie(l.strands(w))
		looms.Put(l)
	})
	return w
}

// loom finds the links between the words of a web; it keeps its memory for the next.
type loom struct {
	first []int32   // by target token: 1 + the last word with it; 0 for none
	next  []int32   // by target word: 1 + the one before with the same token; 0 for none
	grid  []float32 // by source word and target word: how good their link is by itself; 0 for none
	list  []strand
}

// strand is a link between two words of a sentence bead.
type strand struct {
	s, t  int32
	score float32
}

var looms = sync.Pool{New: func() any { return new(loom) }}

// strands are the links of w that are good enough, the best first. The slice is
// good until the next call.
func (l *loom) strands(w *web) []strand {
	width := len(w.t)
	l.grid = emptied(l.grid, len(w.s)*width)
	l.list = l.list[:0]
	l.first, l.next = sized(l.first, len(w.classT)), sized(l.next, width)
	for j, x := range w.t {
		l.next[j], l.first[x.id] = l.first[x.id], int32(j+1)
	}
	for i, x := range w.s {
		for _, k := range w.of(x.id) {
			for j := l.first[k.to] - 1; j >= 0; j = l.next[j] - 1 {
				bend := math.Abs(float64(i)/float64(len(w.s)) - float64(j)/float64(width))
				l.grid[i*width+int(j)] = k.t*(1-0.5*w.chanceS[x.id]) - straight*float32(bend)
				l.list = append(l.list, strand{int32(i), j, 0})
			}
		}
	}
	for _, x := range w.t {
		l.first[x.id] = 0
	}
	good := l.list[:0]
	for _, x := range l.list {
		if x.score = l.score(int(x.s), int(x.t), len(w.s), width); x.score >= leastStrand {
			good = append(good, x)
		}
	}
	slices.SortFunc(good, func(a, b strand) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.s, b.s), cmp.Compare(a.t, b.t))
	})
	return good
}

// score is how good a link of the grid is among its neighbours.
func (l *loom) score(i, j, height, width int) float32 {
	at := i*width + j
	score := l.grid[at]
	if i > 0 && j > 0 && l.grid[at-width-1] > 0 {
		score += company
	}
	if i+1 < height && j+1 < width && l.grid[at+width+1] > 0 {
		score += company
	}
	return score
}

// tie links words one to one, the best pairs first.
func (w *web) tie(list []strand) {
	for _, x := range list {
		i, j := int(x.s), int(x.t)
		if w.to[i] < 0 && (w.from[j] < 0 || w.compound(i, j)) {
			w.to[i], w.sure[i] = j, min(1, x.score)
			w.from[j] = i
		}
	}
}

// compound says that a target word which is taken may be linked to a second
// source word: it is written in one, and that one stands next to the first.
func (w *web) compound(i, j int) bool {
	d := i - w.from[j]
	return (d == 1 || d == -1) && w.t[j].end-w.t[j].start >= compoundLength
}

// rendering gathers what the source spots in [start, end) are linked to.
func (w *web) rendering(from *doc.Block, start, end int, sure float64) (Rendering, bool) {
	var inside []int
	for i, x := range w.s {
		if x.block == from && int(x.start) < end && start < int(x.end) {
			inside = append(inside, i)
		}
	}
	targets, weight, found := w.targets(inside)
	if len(targets) == 0 {
		return w.between(inside, sure)
	}
	first, last := w.cluster(targets, len(inside))
	first, last, more := w.extend(inside, first, last)
	r := Rendering{w.t[first].block, int(w.t[first].start), int(w.t[last].end), sure * float64((found+more)/weight)}
	return r, r.Confidence >= leastRendered && w.t[last].block == r.Block
}

// targets are the target spots of the source spots inside, ascending, the weight
// of those and how much of it is found.
func (w *web) targets(inside []int) (targets []int, weight, found float32) {
	for _, i := range inside {
		v := w.weight(i)
		weight += v
		if w.to[i] >= 0 {
			found += v * w.sure[i]
			targets = append(targets, w.to[i])
		}
	}
	slices.Sort(targets)
	return slices.Compact(targets), weight, found
}

// cluster is the part of the targets with the most spots that stand close together.
func (w *web) cluster(targets []int, words int) (first, last int) {
	best := -1
	for a := range targets {
		b := a
		for b+1 < len(targets) && targets[b+1]-targets[b] <= 3 && targets[b+1]-targets[a] <= words+3 {
			b++
		}
		if b-a > best {
			best, first, last = b-a, targets[a], targets[b]
		}
	}
	return first, last
}

// extend takes in the unlinked words next to a cluster that stand where the
// unlinked words of the source stand, and what they add to what is found.
func (w *web) extend(inside []int, first, last int) (int, int, float32) {
	more := float32(0)
	for n, i := range inside { // words after a linked one
		if n > 0 && w.to[i] < 0 && w.to[inside[n-1]] >= 0 && last+1 < len(w.t) && w.from[last+1] < 0 && w.joined(last, last+1) {
			last++
			more += betweenSure * w.weight(i)
		}
	}
	for n := len(inside) - 2; n >= 0; n-- { // and before one
		i := inside[n]
		if w.to[i] < 0 && w.to[inside[n+1]] >= 0 && first > 0 && w.from[first-1] < 0 && w.joined(first-1, first) {
			first--
			more += betweenSure * w.weight(i)
		}
	}
	return first, last, more
}

// weight is what a source word counts for: words that stand everywhere, little.
func (w *web) weight(i int) float32 { return 1 - 0.8*w.chanceS[w.s[i].id] }

// joined says that nothing but a space or a hyphen parts two target spots.
func (w *web) joined(a, b int) bool {
	x, y := w.t[a], w.t[b]
	if x.block != y.block {
		return false
	}
	gap := x.block.Prose.Text[x.end:y.start]
	return gap == " " || gap == "-" || gap == "\u00a0"
}

// between takes what stands unlinked between the counterparts of the words
// before and after, when those lie close together.
func (w *web) between(inside []int, sure float64) (Rendering, bool) {
	if len(inside) == 0 {
		return Rendering{}, false
	}
	left, right := -1, len(w.t)
	if i := inside[0] - 1; i >= 0 {
		if left = w.to[i]; left < 0 {
			return Rendering{}, false
		}
	}
	if i := inside[len(inside)-1] + 1; i < len(w.s) {
		if right = w.to[i]; right < 0 {
			return Rendering{}, false
		}
	}
	first, last := left+1, right-1
	if first > last || last-first >= len(inside)+1 || w.t[first].block != w.t[last].block {
		return Rendering{}, false
	}
	for j := first; j <= last; j++ {
		if w.from[j] >= 0 {
			return Rendering{}, false
		}
	}
	return Rendering{w.t[first].block, int(w.t[first].start), int(w.t[last].end), sure * betweenSure}, true
}

// betweenSure is how sure a rendering is that only its neighbours point to.
const betweenSure = 0.45
