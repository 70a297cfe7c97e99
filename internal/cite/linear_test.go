//go:build unix

package cite

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// used is the processor time of this process so far: unlike the clock, it does
// not run faster when the machine has other work.
func used(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Skip(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestLinear splits ever longer hostile entries: sixteen times the length may not
// take ninety times the processor's time, where a square would take 256.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, unit := range map[string]string{
		"names":      "Åström-Svensson AB, ",
		"apa names":  "Lømo, T. V., ",
		"full names": "Åsa Ek, ",
		"brackets":   "([{((",
		"closing":    "10.1000/x))))",
		"quotes":     "“a ”b \"c ",
		"years":      "2010. (2011); 2012;",
		"stops":      "A. b. C. ",
		"in":         ". In: Ek A, ",
		"volumes":    "65(2), 3, vol. 4, no. 5: 6; ",
		"addresses":  "https://a.example/((( ",
		"eds":        ", eds. red. I *a* ",
		"letters":    "aA",
		"stars":      "*",
		"italics":    "*Å B*, ",
		"low quotes": "„",
		"in names":   ", In Ek AB",
		"editions":   "Ek AB, 2nd ed. Xx yy. ",
	} {
		took := func(n int) time.Duration {
			b := block(strings.Repeat(unit, n/len(unit)))
			best := time.Hour
			for range 2 {
				start := used(t)
				Split(b, 0, len(b.Prose.Text))
				best = min(best, used(t)-start)
			}
			return best
		}
		short, long := took(4_000), took(64_000)
		if long > 90*max(short, time.Millisecond) {
			t.Errorf("%s: 4 kB take %v, 64 kB take %v", name, short, long)
		}
	}
}
