package lang

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var kindNames = map[NumberKind]string{Spelled: ":spelled", Ordinal: ":ordinal", Roman: ":roman", Fraction: ":fraction", Period: ":period", Time: ":time"}

// Every line of testdata/numbers/LANG.txt has its numbers between guillemets,
// and after a tab their values.
func TestNumbers(t *testing.T) {
	for _, l := range All() {
		for _, line := range testLines(t, filepath.Join("testdata", "numbers", l.Code+".txt")) {
			marked, values, _ := strings.Cut(line, "\t")
			text := strings.NewReplacer("«", "", "»", "").Replace(marked)
			var got []string
			var b strings.Builder
			at := 0
			for _, n := range l.Numbers(text) {
				v := n.Value + kindNames[n.Kind]
				if n.Foreign {
					v += "!"
				}
				if n.Either {
					v += "~"
				}
				got = append(got, v)
				b.WriteString(text[at:n.Start] + "«" + text[n.Start:n.End] + "»")
				at = n.End
			}
			b.WriteString(text[at:])
			if diff := cmp.Diff(marked, b.String()); diff != "" {
				t.Errorf("%s:\n%s", l.Code, diff)
			}
			if diff := cmp.Diff(strings.TrimSpace(values), strings.Join(got, " ")); diff != "" {
				t.Errorf("%s: %s\n%s", l.Code, text, diff)
			}
		}
	}
}

// A number and its translation have the same value.
func TestNumbersAgreeAcrossLanguages(t *testing.T) {
	for _, c := range []struct{ en, sv string }{
		{"1,234.5 grams", "1 234,5 gram"},
		{"2.5 billion", "2,5 miljarder"},
		{"one trillion", "en biljon"},
		{"twenty-three", "tjugotre"},
		{"the 20th century", "1900-talet"},
		{"the twenty-first century", "2000-talet"},
		{"the 1960s and 1970s", "1960- och 1970-talen"},
		{"a five-year plan", "en femårsplan"},
		{"two thirds", "två tredjedelar"},
		{"a dozen", "ett dussin"},
		{"half a million", "en halv miljon"},
		{"the 3rd", "den 3:e"},
		{"-5 to 10 degrees", "-5 till 10 grader"},
		{"a hundred and twenty thousand", "hundratjugotusen"},
	} {
		if diff := cmp.Diff(values(For("en"), c.en), values(For("sv"), c.sv)); diff != "" {
			t.Errorf("%s = %s:\n%s", c.en, c.sv, diff)
		}
	}
}

func values(l *Language, s string) (out []string) {
	for _, n := range l.Numbers(s) {
		out = append(out, n.Value)
	}
	return out
}

// Identifiers are parted by bars.
func TestIdentifiers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"MMFS-01 med B12-vitamin och omega-3-fettsyror mot COVID-19-pandemin 2020", "MMFS-01|B12|omega-3|COVID-19"},
		{"v1.2.3, 192.168.0.1 och IPv6 kl. 10.30", "v1.2.3|192.168.0.1|IPv6"},
		{"(https://exempel.se/a1.) doi:10.1016/j.n.26, 2024-08-17", "https://exempel.se/a1|doi:10.1016/j.n.26|2024-08-17"},
		{"5 000 kr och 3:e", ""},
	} {
		var got []string
		for _, w := range For("sv").Identifiers(c.text) {
			got = append(got, w.Text)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s\n%s", c.text, diff)
		}
	}
}

func TestRomanValue(t *testing.T) {
	for text, want := range map[string]int{"I": 1, "IV": 4, "XIX": 19, "MCMXCIX": 1999, "IIII": 0, "VX": 0, "": 0} {
		if got := romanValue(text); got != want {
			t.Errorf("romanValue(%q) = %d, want %d", text, got, want)
		}
	}
}

// checkNumbers fails unless the numbers and identifiers of s lie in it, in
// order and apart, and every value is canonical.
func checkNumbers(t interface{ Fatalf(string, ...any) }, l *Language, s string) {
	at := 0
	for _, n := range l.Numbers(s) {
		if n.Start < at || n.End <= n.Start || n.End > len(s) {
			t.Fatalf("%q: number %+v after %d", s, n, at)
		}
		if n.Kind != Time && !canonical(n.Value) {
			t.Fatalf("%q: value of %+v", s, n)
		}
		at = n.End
	}
	at = 0
	for _, w := range l.Identifiers(s) {
		if w.Start < at || w.End <= w.Start || w.End > len(s) || w.Text != s[w.Start:w.End] {
			t.Fatalf("%q: identifier %+v after %d", s, w, at)
		}
		at = w.End
	}
}

// canonical says that v is a value as Number promises it.
func canonical(v string) bool {
	if a, b, ok := strings.Cut(v, "/"); ok {
		return isDigits(a) && isDigits(b)
	}
	whole, part, ok := strings.Cut(strings.TrimPrefix(v, "-"), ".")
	return isDigits(whole) && (whole == "0" || whole[0] != '0') && (!ok || isDigits(part) && !strings.HasSuffix(part, "0")) && v != "-0"
}

func TestNumbersLieInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomText(t)
		for _, l := range All() {
			checkNumbers(t, l, s)
		}
	})
}

func FuzzNumbers(f *testing.F) {
	for _, l := range All() {
		for _, line := range testLines(f, filepath.Join("testdata", "numbers", l.Code+".txt")) {
			f.Add(line)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range All() {
			checkNumbers(t, l, s)
		}
	})
}

func BenchmarkNumbers(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	for b.Loop() {
		For("en").Numbers(prose)
	}
}
