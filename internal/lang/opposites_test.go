package lang

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// A sense is written as its opposition and its side, with ? when the word may mean
// something else.
func TestSenses(t *testing.T) {
	for _, c := range []struct{ lang, text, opposition, want string }{
		{"en", "The risk increased by at least 5.", "increase", "increased=0"},
		{"en", "The risk increased by at least 5.", "minimum", "at least=0 least=0?"},
		{"en", "No more than ten came.", "minimum", "No more than=1 No more=1?"},
		{"sv", "Befolkningsökningen sjönk.", "increase", "Befolkningsökningen=0? sjönk=1"},
		{"sv", "Under tiden steg priset.", "increase", "steg=0"},
		{"sv", "Norra och södra stranden", "north", "Norra=0 Norra=0? Norra=0? södra=1 södra=1? södra=1?"},
	} {
		var got []string
		for _, s := range For(c.lang).Senses(c.text, nil) {
			if s.Opposition == c.opposition {
				mark := "?"
				if s.Clear {
					mark = ""
				}
				got = append(got, fmt.Sprintf("%s=%d%s", c.text[s.Start:s.End], s.Pole, mark))
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (%s):\n%s", c.text, c.opposition, diff)
		}
	}
}

// Every opposition is known in every language, by clear words for both sides.
func TestOppositionsAreKnownInAllLanguages(t *testing.T) {
	sides := map[string]map[string]bool{}
	for _, l := range All() {
		for _, list := range l.senses.lists {
			isWord := func(item string) bool { return item != "" && !strings.ContainsAny(item, " *") }
			if !list.tag.clear || !slices.ContainsFunc(strings.Split(list.patterns, ", "), isWord) {
				continue
			}
			key := fmt.Sprintf("%s %d", list.tag.opposition, list.tag.pole)
			if sides[key] == nil {
				sides[key] = map[string]bool{}
			}
			sides[key][l.Code] = true
		}
	}
	for side, langs := range sides {
		if len(langs) != len(All()) {
			t.Errorf("%s has clear words only in %v", side, langs)
		}
	}
}

// pole is the set of one side of an opposition.
func pole(opposition string, side int) Poles {
	return 1 << (2*oppositionNumber(opposition) + side)
}

// TestMaySay misses no word that says a side clearly.
func TestMaySay(t *testing.T) {
	for _, l := range All() {
		for _, list := range l.senses.lists {
			for item := range strings.SplitSeq(list.patterns, ",") {
				text := strings.ReplaceAll(strings.TrimSpace(item), "*", "x")
				want := pole(list.tag.opposition, list.tag.pole)
				if list.tag.clear && (l.MaySay(text)&want == 0 || l.MaySay("(“"+strings.ToUpper(text)+"”")&want == 0) {
					t.Errorf("%s: %q is said to have no clear sense", l.Code, text)
				}
			}
		}
		if l.MaySay("London, Uppsala, 1999") != 0 {
			t.Errorf("%s: names are said to have a clear sense", l.Code)
		}
	}
}

func TestMayClash(t *testing.T) {
	more, less, high := pole("more", 0), pole("more", 1), pole("high", 0)
	if !more.MayClash(less) || !less.MayClash(more|high) || !(high | less).MayClash(more) {
		t.Error("two sides of an opposition do not clash")
	}
	if more.MayClash(more|high) || less.MayClash(less|high) || less.MayClash(high) || high.MayClash(pole("high", 1)>>2) {
		t.Error("what is no two sides of an opposition clashes")
	}
}

func TestPolarity(t *testing.T) {
	exists := func(w string) bool { return w == "known" || w == "vanlig" }
	for _, c := range []struct {
		lang, text    string
		clear         string
		hidden, faint int
	}{
		{"en", "It is not open.", "not", 0, 0},
		{"en", "It isn’t open, and nobody knows.", "isn’t nobody", 0, 0},
		{"en", "Not only cats sleep.", "", 1, 1},
		{"en", "Take bus no. 5 under the unknown bridge.", "", 1, 0},
		{"en", "The road lacks lights and is without trees.", "", 2, 0},
		{"sv", "Det är inte en ovanlig båt.", "inte", 1, 0},
		{"sv", "Inte bara katter sover.", "", 1, 1},
		{"sv", "Ingen kom, och området ordnades.", "Ingen", 0, 0},
		{"en", "It is not \u00ad open.", "not", 0, 0}, // a soft hyphen is a word of no letters
	} {
		p := For(c.lang).Polarity(c.text, exists)
		var clear []string
		for _, r := range p.Clear {
			clear = append(clear, c.text[r.Start:r.End])
		}
		if got := strings.Join(clear, " "); got != c.clear || p.Hidden != c.hidden || p.Faint != c.faint {
			t.Errorf("%s: %q, %d hidden, %d faint; want %q, %d, %d", c.text, got, p.Hidden, p.Faint, c.clear, c.hidden, c.faint)
		}
	}
}

func TestSensesLieInText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomText(t)
		for _, l := range All() {
			for _, sense := range l.Senses(s, nil) {
				if sense.Clear && l.MaySay(s)&pole(sense.Opposition, sense.Pole) == 0 {
					t.Fatalf("%q is said to have no clear sense; it has %q", s, s[sense.Start:sense.End])
				}
				if sense.Start < 0 || sense.End <= sense.Start || sense.End > len(s) {
					t.Fatalf("%q: %+v", s, sense)
				}
			}
			clear := l.Polarity(s, func(string) bool { return true }).Clear
			if len(clear) > 0 && !l.MayNegate(s) {
				t.Fatalf("%q is said not to negate", s)
			}
			for _, r := range clear {
				if r.Start < 0 || r.End <= r.Start || r.End > len(s) {
					t.Fatalf("%q: %+v", s, r)
				}
			}
		}
	})
}

func TestEquals(t *testing.T) {
	for _, c := range []struct {
		en, sv string
		want   bool
	}{
		{"300 ml", "3 dl", true}, {"300 ml", "3 cl", false}, {"10 miles", "16 km", true}, {"10 miles", "26 km", false},
		{"392 °F", "200 °C", true}, {"a day", "24 timmar", true}, {"half an hour", "30 minuter", true}, {"18 months", "1,5 år", true},
		{"2 weeks", "14 dagar", true}, {"5 weeks", "30 dagar", false}, {"20 dollars", "200 kronor", false}, {"5 feet", "1,5 meter", true},
	} {
		a, b := For("en").Measures(c.en), For("sv").Measures(c.sv)
		if len(a) != 1 || len(b) != 1 {
			t.Errorf("%s, %s: %v, %v", c.en, c.sv, a, b)
			continue
		}
		if got := a[0].Equals(b[0]); got != c.want || b[0].Equals(a[0]) != got {
			t.Errorf("%s = %s: %t, want %t", c.en, c.sv, got, c.want)
		}
	}
}

func TestWrite(t *testing.T) {
	for _, c := range []struct {
		lang, value string
		grouped     bool
		want        string
	}{
		{"sv", "1234.5", true, "1\u00a0234,5"}, {"sv", "1234", false, "1234"}, {"sv", "53500", false, "53\u00a0500"},
		{"en", "1234567.89", false, "1,234,567.89"}, {"en", "-3", true, "−3"},
	} {
		if got := For(c.lang).Write(c.value, c.grouped); got != c.want {
			t.Errorf("%s: %s is %q, want %q", c.lang, c.value, got, c.want)
		}
	}
}

func TestAgrees(t *testing.T) {
	for _, c := range []struct {
		en, sv string
		want   bool
	}{
		{"8 p.m.", "20.00", true}, {"8 p.m.", "klockan 20", true}, {"8 p.m.", "klockan 8", true}, {"8 p.m.", "kl. 19.00", false},
		{"10:30 a.m.", "10.30", true}, {"half past seven", "halv åtta", true}, {"half past seven", "halv sju", false}, {"12 cats", "12 katter", true},
	} {
		a, b := For("en").Numbers(c.en), For("sv").Numbers(c.sv)
		if len(a) != 1 || len(b) != 1 {
			t.Errorf("%s, %s: %v, %v", c.en, c.sv, a, b)
			continue
		}
		if got := a[0].Agrees(b[0]); got != c.want || b[0].Agrees(a[0]) != got {
			t.Errorf("%s = %s: %t, want %t", c.en, c.sv, got, c.want)
		}
	}
}
