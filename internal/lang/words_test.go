package lang

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Words are parted by bars.
func TestWords(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The cat sat.", "The|cat|sat"},
		{"en", "We don’t know, or don't say.", "We|don’t|know|or|don't|say"},
		{"en", "the dogs’ bowls, 'quoted' text", "the|dogs|bowls|quoted|text"},
		{"en", "blood–brain barrier and/or well-being", "blood|brain|barrier|and|or|well-being"},
		{"en", "MMFS-01 and TNF-α/NF-κB", "MMFS-01|and|TNF-α|NF-κB"},
		{"en", "1,234.5 g, 12,13 and 3–5", "1,234.5|g|12|13|and|3|5"},
		{"en", "65(2):165-177 on 2024-08-17 at 10:30", "65|2|165|177|on|2024|08|17|at|10:30"},
		{"en", "e.g. the U.S. site example.com, but the end.Next", "e.g|the|U.S|site|example.com|but|the|end|Next"},
		{"en", "snake_case is H₂O; x² is not", "snake_case|is|H₂O|x|is|not"},
		{"en", "Magtein® 50% §4 #tag", "Magtein|50|4|tag"},
		{"en", "soft\u00adhyphen, cafe\u0301", "soft\u00adhyphen|cafe\u0301"},
		{"sv", "5-årsrisk för NMDA-receptorsignalering", "5-årsrisk|för|NMDA-receptorsignalering"},
		{"sv", "magnesium\u2011L\u2011treonat, L-treonat", "magnesium\u2011L\u2011treonat|L-treonat"},
		{"sv", "LTP:s och EEG:t samt S:t Erik, den 3:e", "LTP:s|och|EEG:t|samt|S:t|Erik|den|3:e"},
		{"sv", "12,5 procent av 1 243,5 g", "12,5|procent|av|1|243,5|g"},
		{"sv", "in- och utgångar, svart-vit", "in|och|utgångar|svart-vit"},
		{"sv", "t.ex. bl.a. kl. 10.30", "t.ex|bl.a|kl|10.30"},
		{"sv", "Sömnmedicin: X", "Sömnmedicin|X"},
		{"sv", "\u0301 \xff !?", ""},
		{"sv", "", ""},
	} {
		var got []string
		for _, w := range For(c.lang).Words(c.text) {
			got = append(got, w.Text)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s: %s\n%s", c.lang, c.text, diff)
		}
	}
}

// EachCapital gives the words with a capital in front that Words gives.
func TestEachCapital(t *testing.T) {
	pieces := strings.Split("Ek ek Åsa åsa É é A a 1 2,5 Š š × ÷ – ’ ' . : - _ · ( \u0301 \u00a0 \u00ad \xff x.Y iPhone S:t", " ")
	pieces = append(pieces, " ", " ", " ", " ")
	noise := rapid.Map(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 20), func(parts []string) string { return strings.Join(parts, "") })
	rapid.Check(t, func(t *rapid.T) {
		s := noise.Draw(t, "text")
		for _, l := range All() {
			var want []Word
			for _, w := range l.Words(s) {
				if r, _ := utf8.DecodeRuneInString(w.Text); unicode.IsUpper(r) {
					want = append(want, w)
				}
			}
			if diff := cmp.Diff(want, slices.Collect(l.EachCapital(s))); diff != "" {
				t.Fatalf("%s: %q\n%s", l.Code, s, diff)
			}
		}
	})
}

// Words are in order, lie where they say, and part no word of Unicode TR 29
// except at a stop, a colon or a comma.
func TestWordsKeepUnicodeWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomText(t)
		if !utf8.ValidString(s) {
			return
		}
		for _, l := range All() {
			inside := map[int]bool{}
			at := 0
			for _, w := range l.Words(s) {
				if w.Start < at || w.End <= w.Start || w.Text != s[w.Start:w.End] {
					t.Fatalf("%q: word %+v after %d", s, w, at)
				}
				for i := w.Start + 1; i < w.End; i++ {
					inside[i] = true
				}
				at = w.End
			}
			for it := words.FromString(s); it.Next(); {
				if !isPlainWord(it.Value()) {
					continue
				}
				for i := it.Start() + 1; i < it.End(); i++ {
					if !inside[i] {
						t.Fatalf("%q: word %q is parted at %d", s, it.Value(), i)
					}
				}
			}
		}
	})
}

// isPlainWord says that s is of letters, digits and marks, after a letter or digit.
func isPlainWord(s string) bool {
	for _, r := range s {
		if !IsWordRune(r) {
			return false
		}
	}
	return s[0] != 0xCC // a combining mark begins no word
}

func FuzzWords(f *testing.F) {
	f.Add(strings.Join(scraps, ""))
	f.Add("5-årsrisk LTP:s don’t 1,234.5 t.ex. H₂O")
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range All() {
			at := 0
			for _, w := range l.Words(s) {
				if w.Start < at || w.End <= w.Start || w.End > len(s) || w.Text != s[w.Start:w.End] {
					t.Fatalf("%q: word %+v after %d", s, w, at)
				}
				at = w.End
			}
		}
	})
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain words", "plain words"},
		{"Ångström", "ångström"},
		{"magnesium‑L–treonat", "magnesium-l-treonat"},
		{"10\u00a0000", "10 000"},
		{"”it’s”", `"it's"`},
		{"soft\u00adhyphen\u200b", "softhyphen"},
		{"µg", "μg"},
		{"", ""},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// TestDoublesMissesNothing holds Doubles against comparing word after word.
func TestDoublesMissesNothing(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "A", "b", "å", "Å", "K", "K", "\u0301", " ", " ", "\u00a0", "\n", "-", "’", ".", "“", "1"})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), "")
		words := english().Words(s)
		for i := 1; i < len(words); i++ {
			alike := strings.EqualFold(words[i-1].Text, words[i].Text) && strings.TrimSpace(s[words[i-1].End:words[i].Start]) == ""
			if alike && !strings.ContainsAny(words[i].Text, "-’.") && !Doubles(s) {
				t.Fatalf("%q is not found twice in %q", words[i].Text, s)
			}
		}
	})
}

// TestFoldSpacedIsFold holds FoldSpaced against Fold on texts of letters and spaces
// of many kinds.
func TestFoldSpacedIsFold(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "B", "é", "Å", "÷", "×", " ", " ", "\u00a0", "\n", "-", "–", "’", "\u00ad", "\u200b", "ſ", "1", "\xC3", "\xB7", "\x00"})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), "")
		want := strings.Trim(strings.Join(strings.FieldsFunc(Fold(s), func(r rune) bool { return r == ' ' }), " "), " ")
		if got := FoldSpaced(s); got != want {
			t.Fatalf("FoldSpaced(%q) = %q, want %q", s, got, want)
		}
		if slow := strings.Map(foldRune, s); Fold(s) != slow {
			t.Fatalf("Fold(%q) = %q, want %q", s, Fold(s), slow)
		}
	})
}

var prose = strings.Repeat("The lake froze early that year, and nobody went skating on its well-worn ice. ", 2000)

func BenchmarkWords(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	for b.Loop() {
		For("en").Words(prose)
	}
}

func BenchmarkSentences(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	for b.Loop() {
		For("en").Sentences(prose)
	}
}
