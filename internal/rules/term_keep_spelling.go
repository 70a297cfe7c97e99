package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// leastName is how many letters a name needs for a slip in it to be told from
// another name.
const leastName = 5

// misspeltNames reports names that differ in one slip of the pen from a name of
// their source passage. No glossary is needed: the name stands right elsewhere in
// the translation, or keeps the company that it has in the source
// ("Contributor Lciense Agreement"). What was told already is left out.
func misspeltNames(p *check.Pass, told map[text.Span]bool) {
	source, target := namesOf(p.Source), namesOf(p.Target)
	for _, bead := range p.Translated() {
		for _, b := range bead.Target {
			var words []lang.Word
			for _, w := range target.in[b] {
				if source.count[w.Text] > 0 || target.count[w.Text] > 1 || inWordList(p, w.Text) || b.Literal(w.Start, w.End) {
					continue
				}
				span := b.Prose.Source(w.Start, w.End)
				if told[span] {
					continue
				}
				if words == nil {
					words = p.Target.Lang.Words(b.Prose.Text)
				}
				i := slices.Index(words, w)
				if name, at, ok := misspeltFrom(p, bead, words, i, source, target); ok {
					p.Report(check.Finding{Span: span, Related: p.FromSource(at), Weak: true,
						Message: fmt.Sprintf("the name is spelt %s; the source has %s", check.Quote(w.Text), check.Quote(name)),
						Fixes:   []check.Fix{{Title: "write " + name, Edits: []text.Edit{{Span: span, New: name}}}}})
				}
			}
		}
	}
}

// inWordList says that the word list has the word, on either side.
func inWordList(p *check.Pass, word string) bool {
	low := strings.ToLower(word)
	return len(p.Lexicon.Target(low)) > 0 || len(p.Lexicon.Source(low)) > 0
}

// mayBeName says that a word which begins with a capital has small letters too, and is long enough.
func mayBeName(word string) bool {
	return utf8.RuneCountInString(word) >= leastName && strings.ContainsFunc(word, isSmall)
}

func isSmall(r rune) bool { return unicode.ToUpper(r) != r }

// names are the words of an article that may be names.
type names struct {
	in    map[*doc.Block][]lang.Word // in order
	count map[string]int             // how often each stands in the article
}

func namesOf(d *doc.Document) names {
	out := names{map[*doc.Block][]lang.Word{}, map[string]int{}}
	for _, b := range d.Blocks() {
		var in []lang.Word
		for w := range d.Lang.EachCapital(b.Prose.Text) {
			if mayBeName(w.Text) {
				in = append(in, w)
				out.count[w.Text]++
			}
		}
		if in != nil {
			out.in[b] = in
		}
	}
	return out
}

// misspeltFrom is the name of the source passage that word i of the target may
// be a slip for, and where it stands.
func misspeltFrom(p *check.Pass, bead *align.BlockBead, words []lang.Word, i int, source, target names) (string, text.Span, bool) {
	for _, s := range bead.Source {
		for _, n := range source.in[s] {
			if !slipOfThePen(n.Text, words[i].Text) || occurrences(bead.Target, n.Text) >= occurrences(bead.Source, n.Text) {
				continue
			}
			all := p.Source.Lang.Words(s.Prose.Text)
			k := slices.Index(all, n)
			if target.count[n.Text] > 0 || sameNeighbour(all, k, words, i, -1) || sameNeighbour(all, k, words, i, 1) {
				return n.Text, s.Prose.Source(n.Start, n.End), true
			}
		}
	}
	return "", text.Span{}, false
}

// sameNeighbour says that the words next to both, on side d, are one name.
func sameNeighbour(a []lang.Word, k int, b []lang.Word, i, d int) bool {
	k, i = k+d, i+d
	if k < 0 || i < 0 || k >= len(a) || i >= len(b) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(a[k].Text)
	return a[k].Text == b[i].Text && len(a[k].Text) > 3 && unicode.IsUpper(first)
}

// respelt are letters that languages change for one another in names.
var respelt = map[string]bool{"ck": true, "yj": true, "iy": true, "vw": true, "sz": true}

// slipOfThePen says that b is a with one letter lost, added, doubled or changed, or
// two neighbours swapped. A change at the end may be an inflection, one of c and k
// another language's spelling.
func slipOfThePen(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > 1 || len(y)-len(x) > 1 || x[0] != y[0] {
		return false
	}
	i := 0
	for i < len(x) && i < len(y) && x[i] == y[i] {
		i++
	}
	if i >= min(len(x), len(y))-1 {
		return false
	}
	switch restX, restY := x[i:], y[i:]; {
	case len(x) > len(y):
		return string(restX[1:]) == string(restY)
	case len(x) < len(y):
		return string(restX) == string(restY[1:])
	case restX[0] == restY[1] && restX[1] == restY[0] && string(restX[2:]) == string(restY[2:]):
		return true
	default:
		pair := string([]rune{min(restX[0], restY[0]), max(restX[0], restY[0])})
		return string(restX[1:]) == string(restY[1:]) && restX[0] < 128 && restY[0] < 128 && !respelt[pair]
	}
}
