package align

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawModel is a model of sentences or blocks over lines of any words, some far
// longer than others, and lines that have only their copies for a like.
func drawModel(t *rapid.T) *model {
	r := rapid.SampledFrom([]rates{sentenceRates, blockRates, rowRates}).Draw(t, "rates")
	src, tgt := drawLongLines(t, "source"), drawLongLines(t, "target")
	return newModel(newTable(lineSide(src), lineSide(tgt), Evidence{}), r)
}

func drawLongLines(t *rapid.T, label string) []string {
	lines := drawLines(t, label)
	for k := range lines {
		if of := rapid.IntRange(-2, 2).Draw(t, "copy of"); of < 2 {
			for n := range 12 {
				lines[k] += fmt.Sprintf(" %d", 100*(k+of)+n)
			}
			continue
		}
		for range rapid.IntRange(0, 3).Draw(t, "more") {
			lines[k] += " " + drawText(t, "more")
		}
	}
	return lines
}

// drawBand is a band over the whole of a model.
func drawBand(t *rapid.T, m *model) band {
	w := window{0, m.src.count(), 0, m.tgt.count()}
	if rapid.Bool().Draw(t, "whole") {
		return new(searcher).all(w)
	}
	b := band{w, make([]int32, w.s1+1), make([]int32, w.s1+1)}
	for i := range b.lo {
		mid := i * w.t1 / max(1, w.s1)
		b.lo[i] = int32(max(0, mid-rapid.IntRange(0, 3).Draw(t, "lo")))
		b.hi[i] = int32(min(w.t1, mid+rapid.IntRange(0, 3).Draw(t, "hi")))
	}
	b.close()
	return b
}

// The search leaves out what cannot count. So it must give, to the last bit, what
// one gives that leaves nothing out.
func TestSearchIsPlainSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		b := drawBand(t, m)
		s, plain := m.searcher(), m.searcher()
		defer s.release()
		defer plain.release()
		got := s.search(b.window, b.lo, b.hi, nil)
		want := plain.searchPlain(b.window, b.lo, b.hi)
		if !slices.Equal(got, want) {
			t.Fatalf("got  %v\nwant %v", got, want)
		}
		if got, want := s.score(b.window, b.lo, b.hi), plain.end(); got != want {
			t.Fatalf("the best way is worth %v, not %v", got, want)
		}
	})
}

// Searched once more along the band where it has anything, a model finds the same.
func TestTroddenHoldsWhatCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		b := drawBand(t, m)
		s := m.searcher()
		defer s.release()
		want := s.search(b.window, b.lo, b.hi, nil)
		near := b.within(s.trodden())
		got := s.search(near.window, near.lo, near.hi, nil)
		same := func(x, y bead) bool {
			return x.window == y.window && x.worth == y.worth && max(x.sure, y.sure)-min(x.sure, y.sure) < 1e-4
		}
		if !slices.EqualFunc(got, want, same) {
			t.Fatalf("along %v\ngot  %v\nwant %v", near, got, want)
		}
	})
}

// What two bands have in common is a band, or it is not taken.
func TestWithin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		a, b := drawBand(t, m), drawBand(t, m)
		c := a.within(&b)
		d := band{c.window, slices.Clone(c.lo), slices.Clone(c.hi)}
		d.close()
		if !slices.Equal(c.lo, d.lo) || !slices.Equal(c.hi, d.hi) {
			t.Fatalf("%v and %v have %v in common, closed %v", a, b, c, d)
		}
		for i := range c.lo {
			if c.lo[i] < a.lo[i] || c.hi[i] > a.hi[i] {
				t.Fatalf("%v leaves %v", c, a)
			}
		}
	})
}

// searchPlain is search with every bead of one unit with one worked out and every
// larger one looked at.
func (s *searcher) searchPlain(w window, lo, hi []int32) []bead {
	s.bestOnly = false
	s.begin(w, lo, hi)
	for i := range lo {
		for j := int(lo[i]); j <= int(hi[i]); j++ {
			s.arrivePlain(i, j)
		}
	}
	s.backward()
	return s.trace(nil)
}

func (s *searcher) arrivePlain(i, j int) {
	here := s.node(i, j)
	s.steps[here], s.in = 0, arrival{best: noWay}
	for g, group := range s.groups {
		from := s.node(i-group.ns, j-group.nt)
		if from < 0 {
			continue
		}
		v := noWay
		switch {
		case g == sourceAlone || g == targetAlone:
			v = s.null
		case g == onePair:
			if p := s.pair(i-1, j-1, group.prior); p.rest > noWay {
				v = p.worth(s.cells.gain(i-1, j-1))
			}
		default:
			v = s.worthPlain(i-group.ns, j-group.nt, group, s.in.best-s.best[from]-hopeless)
		}
		if v > noWay {
			s.value[here*len(s.groups)+g] = v
			s.take(g, from, v)
		}
	}
	s.best[here], s.back[here], s.mass[here] = s.in.best, s.in.back, s.in.ways.sum()
	if i == 0 && j == 0 {
		s.best[here], s.mass[here] = 0, 0
	}
}

// worthPlain is worthOf with every cell valued before anything is decided.
func (s *searcher) worthPlain(i, j int, group grouping, enough float32) float32 {
	w := window{s.w.s0 + i, s.w.s0 + i + group.ns, s.w.t0 + j, s.w.t0 + j + group.nt}
	misses, gain := total(s.loadS[w.s0:w.s1])+total(s.loadT[w.t0:w.t1]), float32(0)
	for a := range group.ns {
		for b := range group.nt {
			gain += s.cells.gain(i+a, j+b)
		}
	}
	if group.prior+s.weight*(misses+gain)+mostLength < enough {
		return noWay
	}
	rest := group.prior + s.lengthWorth(w)
	if rest+s.weight*(misses+gain) < enough {
		return noWay
	}
	return rest + s.weight*(misses+s.sharedGain(i, j, group))
}

// What is said to be more than something is not less.
func TestBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		w := window{0, m.src.count(), 0, m.tgt.count()}
		s := m.searcher()
		defer s.release()
		b := s.all(w)
		s.begin(w, b.lo, b.hi)
		for i := 1; i <= w.s1; i++ {
			for j := 1; j <= w.t1; j++ {
				f, most := *s.forecast(i, j), s.mostPairWorth(i-1, j-1)
				p := s.pair(i-1, j-1, s.groups[onePair].prior)
				if got := p.worth(s.cells.gain(i-1, j-1)); got > most {
					t.Fatalf("units %d and %d are worth %v, at most %v", i-1, j-1, got, most)
				}
				for _, g := range s.groups[min(larger, len(s.groups)):] {
					if g.ns > i || g.nt > j {
						continue
					}
					if got := s.worthOf(i-g.ns, j-g.nt, g, noWay); got > f.of(&g, s.weight) {
						t.Fatalf("%v before %d and %d is worth %v, at most %v", g, i, j, got, f.of(&g, s.weight))
					}
				}
			}
		}
	})
}

// The quick logarithm is the greater, and by little.
func TestRoughLog(t *testing.T) {
	for x := float32(1e-3); x < 1e6; x *= 1.003 {
		if d := roughLog(x) - fastLog(x); d <= 0 || d > 0.0601 {
			t.Fatalf("it is %v greater at %v", d, x)
		}
	}
}
