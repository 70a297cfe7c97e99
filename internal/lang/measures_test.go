package lang

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Every line of testdata/measures/LANG.txt has after a tab the values of its
// numbers with their units, an article by its value and "a".
func TestMeasures(t *testing.T) {
	for _, l := range All() {
		for _, line := range testLines(t, filepath.Join("testdata", "measures", l.Code+".txt")) {
			text, want, _ := strings.Cut(line, "\t")
			var got []string
			for _, m := range l.Measures(text) {
				one := m.Value + m.Unit.ID
				if m.Article {
					one = "a:" + one
				}
				got = append(got, one)
			}
			if diff := cmp.Diff(strings.TrimSpace(want), strings.Join(got, " | ")); diff != "" {
				t.Errorf("%s: %s\n%s", l.Code, text, diff)
			}
		}
	}
}

// Every line of testdata/dates/LANG.txt has after a tab its dates: year, month,
// day and weekday, 0 for what is not said.
func TestDates(t *testing.T) {
	for _, l := range All() {
		for _, line := range testLines(t, filepath.Join("testdata", "dates", l.Code+".txt")) {
			text, want, _ := strings.Cut(line, "\t")
			var got []string
			for _, d := range l.Dates(text) {
				one := fmt.Sprintf("%s=%d-%d-%d", text[d.Start:d.End], d.Year, d.Month, d.Day)
				if d.Weekday > 0 {
					one = fmt.Sprintf("%s=w%d", text[d.Start:d.End], d.Weekday)
				}
				if d.Swapped {
					one += "~"
				}
				got = append(got, one)
			}
			if diff := cmp.Diff(strings.TrimSpace(want), strings.Join(got, " | ")); diff != "" {
				t.Errorf("%s: %s\n%s", l.Code, text, diff)
			}
		}
	}
}

func TestDateAgrees(t *testing.T) {
	for _, c := range []struct {
		a, b Date
		want bool
	}{
		{Date{Year: 2024, Month: 8, Day: 17}, Date{Month: 8, Day: 17}, true},
		{Date{Year: 2024, Month: 8, Day: 17}, Date{Month: 9, Day: 17}, false},
		{Date{Month: 4, Day: 3, Swapped: true}, Date{Month: 3, Day: 4}, true},
		{Date{Month: 4, Day: 3}, Date{Month: 3, Day: 4}, false},
		{Date{Weekday: 1}, Date{Weekday: 2}, false},
	} {
		if got := c.a.Agrees(c.b); got != c.want || c.b.Agrees(c.a) != got {
			t.Errorf("%+v and %+v: %t, want %t", c.a, c.b, got, c.want)
		}
	}
}

func checkMeasures(t interface{ Fatalf(string, ...any) }, l *Language, s string) {
	at := 0
	for _, m := range l.Measures(s) {
		if m.Start < at || m.End <= m.Start || m.End > len(s) || m.UnitEnd > len(s) || m.UnitStart > m.UnitEnd {
			t.Fatalf("%q: measure %+v after %d", s, m, at)
		}
		at = m.End
	}
	at = 0
	for _, d := range l.Dates(s) {
		if d.Start < at || d.End <= d.Start || d.End > len(s) {
			t.Fatalf("%q: date %+v after %d", s, d, at)
		}
		at = d.End
	}
}

func TestMeasuresLieInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomText(t)
		for _, l := range All() {
			checkMeasures(t, l, s)
		}
	})
}

func FuzzMeasures(f *testing.F) {
	for _, folder := range []string{"measures", "dates"} {
		for _, l := range All() {
			for _, line := range testLines(f, filepath.Join("testdata", folder, l.Code+".txt")) {
				f.Add(line)
			}
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range All() {
			checkMeasures(t, l, s)
		}
	})
}
