package align

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is left out because two words share too few letters has no resemblance.
func TestResemblanceLooksAtEnough(t *testing.T) {
	part := rapid.OneOf(rapid.SampledFrom([]string{"behandling", "synap", "ser", "kalsium", "a", "ens"}), rapid.StringMatching(`[a-dåæж]{0,9}`))
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.Map(rapid.SliceOfN(part, 1, 4), func(parts []string) string { return strings.Join(parts, "") })
		a, b := []byte(word.Draw(t, "a")), []byte(word.Draw(t, "b"))
		got, want := resemblance(a, b, lettersOf(a), lettersOf(b)), resemblance(a, b, 1<<32-1, 1<<32-1)
		if got != want {
			t.Fatalf("%q and %q: %v, not %v", a, b, got, want)
		}
		if len(a) > len(b) {
			a, b = b, a
		}
		x, y := a[:min(len(a), 24)], b[:min(len(b), 24)]
		if got, want := shared(x, y), longestCommon(x, y); got != want {
			t.Fatalf("%q and %q share %d letters in order, not %d", x, y, got, want)
		}
		for n := len(a)/2 + 1; n <= len(a)+1; n++ {
			if got, want := run(a, b, n), longestRun(a, b) >= n; got != want {
				t.Fatalf("%q and %q share %d letters: %v, not %v", a, b, n, got, want)
			}
		}
	})
}

// longestCommon is the length of the longest common subsequence, the plain way.
func longestCommon(a, b []byte) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
	}
	for i, x := range a {
		for j, y := range b {
			rows[i+1][j+1] = max(rows[i][j+1], rows[i+1][j])
			if x == y {
				rows[i+1][j+1] = rows[i][j] + 1
			}
		}
	}
	return rows[len(a)][len(b)]
}

// longestRun is the length of the longest stretch that two skeletons share, the
// plain way.
func longestRun(a, b []byte) int {
	a, b = a[:min(len(a), maxSkeleton)], b[:min(len(b), maxSkeleton)]
	best := 0
	for i := range a {
		for j := range b {
			n := 0
			for i+n < len(a) && j+n < len(b) && a[i+n] == b[j+n] {
				n++
			}
			best = max(best, n)
		}
	}
	return best
}
