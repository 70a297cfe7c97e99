package cite

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"tvilling/internal/lang"
)

// TestSignsMissNothing holds every sign against its expression, on texts of the
// words and marks that they are about: with it, all matches are found.
func TestSignsMissNothing(t *testing.T) {
	w := words()
	all := map[string]struct {
		seeking
		example string
	}{
		"dateAt": {w.dateAt, "den 13-14 September–OKTOBER, 2004"}, "etAl": {w.etAl, "MED\nflera"}, "volume": {w.volume, "\u212Brg. 4"},
		"issue": {w.issue, "No. 4"}, "pages": {w.pages, "\u017Fid. 4"}, "article": {w.article, "ART. No. 4"},
		"dateLate": {w.dateLate, ", 2004."}, "yearSemicolon": {w.yearSemicolon, ". 2004 maj ; Suppl"},
		"accessed": {w.accessed, "\u212Aäst. ÅTKOMST: den 3 maj 2024"}, "updated": {w.updated, "[Senast uppdaterad 2024-05-03]"},
		"retrieved": {w.retrieved, "Hämtad från \x00"}, "online": {w.online, "[INTERNET]"}, "noDateIn": {w.noDateIn, "(N. D."},
		"edition": {w.edition, " 2nd Ed."}, "volumeAny": {w.volumeAny, ".\u212Bårg 7. (Årg. IV)"}, "issueAny": {w.issueAny, ", Nr. 4"},
		"pagesAny": {w.pagesAny, ":\u017Fid 5–9;"}, "articleAny": {w.articleAny, "; Art. No. e12 "}, "volThenNo": {w.volThenNo, " 3, i\u017F\u017Fue 4"},
		"volThenWord": {w.volThenWord, ", 3(a), pp. 5"}, "volYearPages": {w.volYearPages, " 3 (1), (1999), s. 5 − 7"},
		"volThenBracket": {volThenBracket, " 3A/2\n(4),"}, "volThenColon": {volThenColon, ",XIV :CD001;"}, "volThenComma": {volThenComma, ", 3, 5 ‐ 7."},
		"volPagesYear": {volPagesYear, " 3, 5\t(1999)"}, "yearThenPages": {yearThenPages, ";1999 : e5"}, "volAlone": {volAlone, ", 12. ,"},
	}
	pieces := strings.Split("1999 2004a 12 3 5 IV x é å K ſ Å – - − . , ; : ( ) [ ] Suppl vol maj", " ")
	for _, l := range lang.All() {
		c := l.Citation()
		for _, list := range [][]string{c.Volume, c.Issue, c.Pages, c.Article, c.Edition, c.NoDate, c.Accessed, c.Retrieved, c.Updated, c.Online} {
			for _, word := range list {
				pieces = append(pieces, word, strings.ToUpper(word))
			}
		}
	}
	for range 25 {
		pieces = append(pieces, " ")
	}
	pieces = append(pieces, "\t", "\n", "\f", "\x00", "\u00a0")
	noise := rapid.Map(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30), func(parts []string) string { return strings.Join(parts, "") })
	for name, s := range all {
		if !s.expression().MatchString(s.example) {
			t.Errorf("%s does not match its example %q", name, s.example)
		}
		rapid.Check(t, func(t *rapid.T) {
			for _, text := range []string{noise.Draw(t, "text"), s.example + noise.Draw(t, "after"), noise.Draw(t, "before") + s.example} {
				want := s.expression().FindAllStringSubmatchIndex(text, -1)
				if diff := cmp.Diff(want, s.all([]byte(text))); diff != "" {
					t.Fatalf("%s in %q (-want +got):\n%s", name, text, diff)
				}
			}
		})
	}
}

// TestYearIn holds yearIn against the regular expression that it stands for.
func TestYearIn(t *testing.T) {
	expr := regexp.MustCompile(yearOf + `[a-z]?\b`)
	digits := rapid.StringOfN(rapid.SampledFrom([]rune("0123456789aZ_å. ")), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		s := digits.Draw(t, "before") + rapid.SampledFrom([]string{"", "19", "20", "1999", "2004a"}).Draw(t, "year") + digits.Draw(t, "after")
		want := expr.FindStringIndex(s)
		if want == nil {
			want = []int{-1, -1}
		}
		if start, end := yearIn(s); start != want[0] || end != want[1] {
			t.Fatalf("[%d,%d) of %q, want %v", start, end, s, want)
		}
		if start, end := yearIn([]byte(s)); start != want[0] || end != want[1] {
			t.Fatalf("[%d,%d) of the bytes %q, want %v", start, end, s, want)
		}
	})
}

// TestDOIFront: no DOI begins before the place from which it is looked for.
func TestDOIFront(t *testing.T) {
	noise := rapid.StringOfN(rapid.SampledFrom([]rune("doiDOI:/. htpsxrg10ſ\tå(,n")), 0, 20, -1)
	rapid.Check(t, func(t *rapid.T) {
		s := noise.Draw(t, "before") + rapid.SampledFrom([]string{"", "https://dx.doi.org/10.1000/x", "DOI: 10.1000/x"}).Draw(t, "doi") + noise.Draw(t, "after")
		if m := doiPattern().FindStringIndex(s); m != nil && m[0] < doiFront([]byte(s)) {
			t.Fatalf("the DOI of %q begins at %d, not %d", s, m[0], doiFront([]byte(s)))
		}
	})
}

// TestWithoutLineage holds withoutLineage against the regular expression that it
// stands for.
func TestWithoutLineage(t *testing.T) {
	expr := regexp.MustCompile(`,?[ ](?:Jr|Sr|II|III|IV|2nd|3rd)\b\.?$`)
	name := rapid.Map(rapid.SliceOfN(rapid.SampledFrom([]string{"Ek", "A", ",", ".", " ", " Jr", "Sr", " II", "I", " IV", " 2nd", " 3rd"}), 0, 6),
		func(parts []string) string { return strings.Join(parts, "") })
	rapid.Check(t, func(t *rapid.T) {
		s := name.Draw(t, "name")
		if got, want := withoutLineage(s), expr.ReplaceAllString(s, ""); got != want {
			t.Fatalf("%q becomes %q, want %q", s, got, want)
		}
	})
}

// TestPlainLetters holds plainLetters against taking a name apart step by step.
func TestPlainLetters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "name")
		bare, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn))), letters(s))
		if err != nil {
			t.Skip(err)
		}
		if got, want := plainLetters(s), bareRunes.Replace(bare); got != want {
			t.Fatalf("%q becomes %q, want %q", s, got, want)
		}
	})
}
