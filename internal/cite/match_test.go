package cite

import (
	"fmt"
	"math/rand"
	"sort"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// known are the entries that refs has split already.
var known = map[string]*Entry{}

// refs splits each line as one entry.
func refs(entries ...string) *References {
	out := &References{}
	for i, s := range entries {
		if known[s] == nil {
			b := block(s)
			known[s] = Split(b, 0, len(b.Prose.Text))
		}
		e := *known[s]
		e.Nth = i + 1
		out.Entries = append(out.Entries, &e)
	}
	return out
}

// outcome writes a comparison down, one word for each thing: "1=2" is a pair,
// "-3" a lost source entry, "+4" an added target entry.
func outcome(c *Comparison) string {
	var out []string
	for _, p := range c.Pairs {
		s := fmt.Sprintf("%d=%d", p.Source.Nth, p.Target.Nth)
		if p.Moved {
			s += " moved"
		}
		out = append(out, s)
	}
	for _, e := range c.Missing {
		out = append(out, fmt.Sprintf("-%d", e.Nth))
	}
	for _, e := range c.Extra {
		out = append(out, fmt.Sprintf("+%d", e.Nth))
	}
	for _, d := range c.Duplicates {
		out = append(out, fmt.Sprintf("%d repeats %d", d.Entry.Nth, d.Of.Nth))
	}
	for _, d := range c.Dropped {
		out = append(out, fmt.Sprintf("source %d repeats %d", d.Entry.Nth, d.Of.Nth))
	}
	for _, m := range c.Merged {
		out = append(out, fmt.Sprintf("%d holds %d and %d", m.Target.Nth, m.Source[0].Nth, m.Source[1].Nth))
	}
	for _, d := range c.Divided {
		out = append(out, fmt.Sprintf("%d became %d and %d", d.Source.Nth, d.Target[0].Nth, d.Target[1].Nth))
	}
	return strings.Join(out, ", ")
}

const (
	bliss       = "Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356."
	malenka     = "Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21."
	granovetter = "Granovetter MS. The strength of weak ties. Am J Sociol. 1973;78(6):1360-1380."
	slutsky     = "Slutsky I, Abumaria N, Wu LJ, et al. Enhancement of learning and memory by elevating brain magnesium. Neuron. 2010;65(2):165-177. doi:10.1016/j.neuron.2009.12.026"
)

func TestMatch(t *testing.T) {
	both := strings.Replace
	for _, c := range []struct {
		name           string
		source, target []string
		want           string
	}{
		{"as they stand", []string{bliss, malenka, slutsky}, []string{bliss, malenka, slutsky}, "1=1, 2=2, 3=3"},
		{"re-sorted", []string{bliss, malenka, slutsky}, []string{slutsky, bliss, malenka}, "3=1 moved, 1=2, 2=3"},
		{"one lost", []string{bliss, malenka, slutsky}, []string{bliss, slutsky}, "1=1, 3=2, -2"},
		{"one added", []string{bliss, slutsky}, []string{bliss, granovetter, slutsky}, "1=1, 2=3, +2"},
		{"one twice", []string{bliss, malenka}, []string{bliss, malenka, both(malenka, "LTP and LTD: an embarrassment of riches", "LTP och LTD: ett överflöd", 1)}, "1=1, 2=2, 3 repeats 2"},
		{"twice on both sides", []string{bliss, bliss}, []string{bliss, bliss}, "1=1, 2=2"},
		{"twice in the source", []string{bliss, malenka, bliss}, []string{bliss, malenka}, "1=1, 2=2, source 3 repeats 1"},
		{"two run together", []string{bliss, malenka, slutsky}, []string{bliss + " " + malenka, slutsky}, "3=2, 1 holds 1 and 2"},
		{"translated title, no DOI", []string{malenka, granovetter}, []string{both(granovetter, "The strength of weak ties", "Styrkan i svaga band", 1), malenka}, "2=1 moved, 1=2"},
		{"wrong DOI loses to everything else", []string{slutsky, malenka}, []string{malenka + " doi:10.1016/j.neuron.2009.12.026", both(slutsky, " doi:10.1016/j.neuron.2009.12.026", "", 1)}, "2=1 moved, 1=2"},
		{"name without its letters and another year", []string{bliss, malenka}, []string{both(both(bliss, "Lømo", "Lomo", 1), "1973", "1937", 1), malenka}, "1=1, 2=2"},
		{"another work in its place", []string{bliss, malenka, slutsky}, []string{bliss, granovetter, slutsky}, "1=1, 3=3, -2, +2"},
		{"nothing on one side", []string{bliss}, nil, "-1"},
	} {
		if got := outcome(Match(refs(c.source...), refs(c.target...), nil)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestMatchWhateverTheOrder: any shuffle and any loss of entries is told exactly.
func TestMatchWhateverTheOrder(t *testing.T) {
	var all []string
	for _, g := range readGold(t) {
		if g.style == "vancouver" {
			all = append(all, g.text)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		seed := rapid.Int64().Draw(rt, "seed")
		lost := rapid.IntRange(0, len(all)/2).Draw(rt, "lost")
		order := rand.New(rand.NewSource(seed)).Perm(len(all))
		var target []string
		want := map[int]bool{}
		for i, k := range order {
			if i < lost {
				want[k+1] = true
			} else {
				target = append(target, all[k])
			}
		}
		c := Match(refs(all...), refs(target...), nil)
		if len(c.Extra)+len(c.Duplicates)+len(c.Merged)+len(c.Divided)+len(c.Dropped) > 0 || len(c.Pairs) != len(target) {
			rt.Fatalf("%d pairs of %d, and %s", len(c.Pairs), len(target), outcome(c))
		}
		for _, e := range c.Missing {
			if !want[e.Nth] {
				rt.Errorf("entry %d is not lost", e.Nth)
			}
		}
		for _, p := range c.Pairs {
			if p.Source.Text() != p.Target.Text() {
				rt.Errorf("%q was paired with %q", p.Source.Text(), p.Target.Text())
			}
		}
		if !sort.SliceIsSorted(c.Pairs, func(i, j int) bool { return c.Pairs[i].Target.Nth < c.Pairs[j].Target.Nth }) {
			rt.Error("the pairs are not in target order")
		}
	})
}

// TestEachEntryOnce holds Match to what Comparison promises.
func TestEachEntryOnce(t *testing.T) {
	golds := readGold(t)
	rapid.Check(t, func(rt *rapid.T) {
		draw := func(side string) []string {
			n := rapid.IntRange(0, 12).Draw(rt, side)
			var out []string
			for range n {
				out = append(out, golds[rapid.IntRange(0, len(golds)-1).Draw(rt, "entry")].text)
			}
			return out
		}
		c := Match(refs(draw("source")...), refs(draw("target")...), nil)
		seen := map[*Entry]int{}
		count := func(entries ...*Entry) {
			for _, e := range entries {
				seen[e]++
			}
		}
		for _, p := range c.Pairs {
			count(p.Source, p.Target)
		}
		for _, d := range c.Duplicates {
			count(d.Entry)
		}
		for _, d := range c.Dropped {
			count(d.Entry)
		}
		for _, m := range c.Merged {
			count(append(m.Source, m.Target)...)
		}
		for _, d := range c.Divided {
			count(append(d.Target, d.Source)...)
		}
		count(c.Missing...)
		count(c.Extra...)
		for _, e := range append(append([]*Entry(nil), c.Source.Entries...), c.Target.Entries...) {
			if seen[e] != 1 {
				rt.Errorf("an entry stands %d times: %s", seen[e], e.Text())
			}
		}
	})
}
