//go:build unix

package cite

import (
	"fmt"
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
		short, long := took(2_000), took(32_000)
		if long > 90*max(short, time.Millisecond) {
			t.Errorf("%s: 2 kB take %v, 32 kB take %v", name, short, long)
		}
	}
}

// TestLinearLists compares ever longer lists and texts full of citations, hostile
// ones too: sixteen times the entries may not take ninety times the time.
func TestLinearLists(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, sides := range map[string][2]func(i int) string{
		"the same":      {workNumber, workNumber},
		"nothing alike": {workNumber, func(i int) string { return fmt.Sprintf("Ek B. Page %d. Bok. 2001;%d:%d.", i, i+7, i+90000) }},
		"all one work":  {func(int) string { return bliss }, func(int) string { return bliss }},
	} {
		took := func(n int) time.Duration {
			var source, target []string
			for i := range n {
				source, target = append(source, sides[0](i)), append(target, sides[1](i))
			}
			text := []string{strings.Repeat("It lasts [1–3, 7] (Bliss & Lømo, 1973; Malenka 2004).² ", n)}
			a, b := article(text, source...), article(text, target...)
			start := used(t)
			Compare(a, b, nil)
			return used(t) - start
		}
		short, long := took(100), took(1600)
		if long > 90*max(short, time.Millisecond) {
			t.Errorf("%s: 100 entries take %v, 1,600 take %v", name, short, long)
		}
	}
}

// workNumber is the i-th of a list of works of which each is its own.
func workNumber(i int) string {
	return fmt.Sprintf("Ab%c%c C, Ek A. Study %d of sleep. J Physiol. %d;%d(2):%d-%d. doi:10.1016/j.x.%06d", 'a'+i%26, 'a'+i/26%26, i, 1950+i%70, i%400, i, i+9, i)
}

// BenchmarkTenThousand compares two lists of ten thousand entries.
func BenchmarkTenThousand(b *testing.B) {
	var entries []string
	for i := range 10_000 {
		entries = append(entries, workNumber(i))
	}
	source, target := article([]string{"Text [1]."}, entries...), article([]string{"Text [1]."}, entries...)
	for b.Loop() {
		if c := Compare(source, target, nil); len(c.Pairs) != len(entries) {
			b.Fatal(len(c.Pairs))
		}
	}
}

// BenchmarkLongEntry splits one entry of 200 kB full of brackets.
func BenchmarkLongEntry(b *testing.B) {
	entry := block("Bliss TV, Lømo T. " + strings.Repeat("Long-lasting (of [synaptic {transmission}]) ", 200_000/44) + ". J Physiol. 1973;232(2):331-356.")
	for b.Loop() {
		Split(entry, 0, len(entry.Prose.Text))
	}
}
