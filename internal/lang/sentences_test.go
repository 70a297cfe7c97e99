package lang

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Every line of testdata/sentences/LANG.txt is split where its ‖ stand.
func TestSentences(t *testing.T) {
	for _, l := range All() {
		lines, sentences, misses := 0, 0, 0
		for _, line := range testLines(t, filepath.Join("testdata", "sentences", l.Code+".txt")) {
			var want []string
			for _, part := range strings.Split(line, "‖") {
				want = append(want, strings.TrimSpace(part))
			}
			lines, sentences = lines+1, sentences+len(want)
			text := strings.ReplaceAll(line, "‖ ", "")
			if diff := cmp.Diff(want, texts(text, l.Sentences(text))); diff != "" {
				misses++
				t.Errorf("%s: %s\n%s", l.Code, text, diff)
			}
		}
		t.Logf("%s: %d texts of %d sentences, %d texts split wrongly", l.Code, lines, sentences, misses)
	}
}

// Line breaks are spaces; an empty line ends a sentence, whatever it ends in.
func TestSentencesAcrossLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"soft break", "The lake\nfroze. It was\r\ncold.", []string{"The lake\nfroze.", "It was\r\ncold."}},
		{"empty line", "No stop here\n\nNor here", []string{"No stop here", "Nor here"}},
		{"empty line with spaces", "One \r\n \t\r\nTwo", []string{"One", "Two"}},
		{"abbreviation before an empty line", "Bolts, e.g.\n\nThe rest", []string{"Bolts, e.g.", "The rest"}},
		{"marks alone", "***\n\nText. ***\n\n...", []string{"***", "Text. ***", "..."}},
		{"white space only", " \n\u00a0\t\n", nil},
		{"nothing", "", nil},
		{"other scripts", "これは本です。それは紙です。Да. Нет.", []string{"これは本です。", "それは紙です。", "Да.", "Нет."}},
		{"a lost space", "It works.* Another follows.”And a third. See Node.Js there.", []string{"It works.*", "Another follows.”", "And a third.", "See Node.Js there."}},
		{"broken bytes", "Bad \xff. Good \xc3", []string{"Bad \xff.", "Good \xc3"}},
	} {
		if diff := cmp.Diff(c.want, texts(c.text, For("en").Sentences(c.text))); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}

// checkSentences fails unless the sentences of s are in order, trimmed, and
// hold every byte that is not white space.
func checkSentences(t interface{ Fatalf(string, ...any) }, l *Language, s string) {
	at := 0
	for _, r := range l.Sentences(s) {
		if r.Start < at || r.End <= r.Start || r.End > len(s) {
			t.Fatalf("%q: sentence %v after %d", s, r, at)
		}
		if strings.TrimSpace(s[at:r.Start]) != "" {
			t.Fatalf("%q: %q is in no sentence", s, s[at:r.Start])
		}
		if text := s[r.Start:r.End]; strings.TrimSpace(text) != text {
			t.Fatalf("%q: sentence %q has white space around it", s, text)
		}
		at = r.End
	}
	if strings.TrimSpace(s[at:]) != "" {
		t.Fatalf("%q: %q is in no sentence", s, s[at:])
	}
}

// scraps are what sentence and number rules look at, for random texts.
var scraps = []string{
	" ", " ", " ", "\n", "\n\n", "\r\n", "\u00a0", "\u2009", ".", ".", "...", "…", "!", "?", "”", "“", "\"", "'", "(", ")", "[", "]", "*", "¹", "-", "–", "−", ",", ":", "/", "%",
	"The", "den", "Ek", "J", "t.ex", "e.g", "et al", "etc", "1", "12", "1999", "000", "3,5", "2.5", "½", "IV", "3rd", "tredje", "tjugotre", "million", "miljarder", "and", "och", "a", "hundred",
	"century", "-talet", "s", "°C", "é", "å", "\u0301", "。", "\xff", "\u2029", "v1", "dozen", "thirds", "halv", "hundra", "third",
}

func randomText(t *rapid.T) string {
	n := rapid.SampledFrom([]int{2, 4, 8, 30}).Draw(t, "length") // left alone, rapid draws texts of a few scraps
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(scraps), n, n).Draw(t, "scraps"), "")
}

func TestSentencesCoverEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomText(t)
		for _, l := range All() {
			checkSentences(t, l, s)
		}
	})
}

func FuzzSentences(f *testing.F) {
	for _, l := range All() {
		f.Add(strings.Join(testLines(f, filepath.Join("testdata", "sentences", l.Code+".txt")), "\n"))
	}
	f.Add(strings.Join(scraps, ""))
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range All() {
			checkSentences(t, l, s)
		}
	})
}

// texts are the stretches of s, their white space as it stands.
func texts(s string, ranges []Range) []string {
	var out []string
	for _, r := range ranges {
		out = append(out, s[r.Start:r.End])
	}
	return out
}

// testLines are the lines of a test file without comments and empty ones.
func testLines(t testing.TB, path string) []string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var out []string
	for scan := bufio.NewScanner(file); scan.Scan(); {
		if line := scan.Text(); !strings.HasPrefix(line, "#") && strings.TrimFunc(line, unicode.IsSpace) != "" {
			out = append(out, line)
		}
	}
	return out
}

// Texts made to be slow: with quadratic time this test would not come to an end.
func TestHostileTextsTakeLinearTime(t *testing.T) {
	for _, part := range []string{" ", "(", ")", ".", ". ", "a.", "A. ", "1.", "1 ", "1-", "1,", "a-", "a:", "a'", "\u0301", "*", "*.", "[1", "!\n", "å", "t. ex. ", "hundred ", "en ", "¾", "–1", "X"} {
		s := "a. " + strings.Repeat(part, 1<<18/len(part)) + "B"
		for _, l := range All() {
			checkSentences(t, l, s)
			l.Words(s)
			l.Numbers(s)
		}
		Identify(s)
	}
}
