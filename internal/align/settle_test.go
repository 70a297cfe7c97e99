package align

import (
	"testing"

	"pgregory.net/rapid"
)

// A pair whose clauses fit in order is worth at least as much once they are searched.
func TestStraightIsCertain(t *testing.T) {
	straight := 0
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		s := &settler{model: m, fine: m.searcher(), startS: []int32{0}, startT: []int32{0}}
		defer s.fine.release()
		n := min(m.src.count(), m.tgt.count())
		for k := 0; k < n; {
			k = min(n, k+rapid.IntRange(2, 5).Draw(t, "clauses"))
			s.startS, s.startT = append(s.startS, int32(k)), append(s.startT, int32(k))
		}
		for k := range len(s.startS) - 1 {
			w := window{k, k + 1, k, k + 1}
			if !s.straight(w) {
				continue
			}
			straight++
			if v := s.reckonWorth(w); v < doubtful {
				t.Fatalf("clauses %v to %v are straight and worth %v", s.startS[k], s.startS[k+1], v)
			}
		}
	})
	if straight == 0 {
		t.Error("no pair was straight")
	}
}
