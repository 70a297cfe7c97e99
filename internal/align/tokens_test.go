package align

import (
	"strings"
	"testing"
)

func TestScan(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"NMDA-receptorn, the brain’s", "nmda receptorn the brain s"},
		{"1,234 or 1 234 or 1 234", "1234 or 1234 or 1234"},
		{"in 1995 200 people", "in 1995 200 people"},
		{"12.5 %", "12 5 %"},
		{"”Hej” – “hi”?", `" hej " - " hi " ?`},
		{"ÅÄÖ", "åäö"},
		{"e\u0301tude", "e\u0301tude"},
		{"", ""},
	} {
		var got []string
		for s := (&scanner{text: c.text, first: true}); s.scan(); {
			if s.start >= s.end || s.end > len(c.text) {
				t.Errorf("%q: token at [%d,%d)", c.text, s.start, s.end)
			}
			got = append(got, string(s.token))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q has tokens %q, not %q", c.text, strings.Join(got, " "), c.want)
		}
	}
}

// A capital makes a name only where a sentence does not ask for one.
func TestScanKnowsNames(t *testing.T) {
	var names []string
	for s := (&scanner{text: "Then Anna met Bo. Later iOS came; 12 DVDs too.", first: true}); s.scan(); {
		if s.kind == nameToken {
			names = append(names, string(s.token))
		}
	}
	if got := strings.Join(names, " "); got != "anna bo ios dvds" {
		t.Errorf("names are %q", got)
	}
}

// The likelier two words are one in two languages, the more they resemble each other.
func TestResemblance(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		least, most float32
	}{
		{"calcium", "kalcium", 0.8, 1},
		{"theory", "teori", 0.8, 1},
		{"photography", "fotografi", 0.8, 1},
		{"quinn", "quinns", 0.9, 1},
		{"calcium", "kalciumtillförsel", 0.5, 0.7},
		{"magnesium", "hjärnmagnesium", 0.5, 0.7},
		{"synapses", "synapser", 0.6, 1},
		{"the", "det", 0, 0},
		{"window", "trädgård", 0, 0},
	} {
		a, b := skeleton(nil, c.a), skeleton(nil, c.b)
		got := resemblance(a, b, lettersOf(a), lettersOf(b))
		if got < c.least || got > c.most {
			t.Errorf("%s (%s) and %s (%s): %v, not between %v and %v", c.a, a, c.b, b, got, c.least, c.most)
		}
		if back := resemblance(b, a, lettersOf(b), lettersOf(a)); back != got {
			t.Errorf("%s and %s: %v one way, %v the other", c.a, c.b, got, back)
		}
	}
}
