package align

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestFastLog(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float32Range(1e-9, 1e9).Draw(t, "x")
		if want, got := math.Log(float64(x)), float64(fastLog(x)); math.Abs(got-want) > 1e-5*(1+math.Abs(want)) {
			t.Fatalf("log %v is %v, not %v", x, want, got)
		}
	})
}

func TestFastExp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float32Range(-79, 79).Draw(t, "x")
		if want, got := math.Exp(float64(x)), float64(fastExp(x)); math.Abs(got-want) > 3e-5*want {
			t.Fatalf("exp %v is %v, not %v", x, want, got)
		}
	})
}
