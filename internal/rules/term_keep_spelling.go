package rules

import (
	"fmt"
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
	var source, target map[string]int
	for _, bead := range p.Translated() {
		for _, b := range bead.Target {
			words := p.Target.Lang.Words(b.Prose.Text)
			for i, w := range words {
				if !mayBeName(w.Text) || b.Literal(w.Start, w.End) || told[b.Prose.Source(w.Start, w.End)] {
					continue
				}
				if source == nil {
					source, target = namesOf(p.Source), namesOf(p.Target)
				}
				if source[w.Text] > 0 || target[w.Text] > 1 || len(p.Lexicon.Target(strings.ToLower(w.Text))) > 0 || len(p.Lexicon.Source(strings.ToLower(w.Text))) > 0 {
					continue
				}
				if name, at, ok := misspeltFrom(p, bead, words, i, target); ok {
					span := b.Prose.Source(w.Start, w.End)
					p.Report(check.Finding{Span: span, Related: p.FromSource(at), Weak: true,
						Message: fmt.Sprintf("the name is spelt %s; the source has %s", check.Quote(w.Text), check.Quote(name)),
						Fixes:   []check.Fix{{Title: "write " + name, Edits: []text.Edit{{Span: span, New: name}}}}})
				}
			}
		}
	}
}

// mayBeName says that a word begins with a capital, has small letters too, and is long enough.
func mayBeName(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && utf8.RuneCountInString(word) >= leastName && strings.ToUpper(word) != word
}

// namesOf are the words of the article that may be names, and how often each stands there.
func namesOf(d *doc.Document) map[string]int {
	out := map[string]int{}
	for _, b := range d.Blocks() {
		for _, w := range d.Lang.Words(b.Prose.Text) {
			if mayBeName(w.Text) {
				out[w.Text]++
			}
		}
	}
	return out
}

// misspeltFrom is the name of the source passage that word i of the target may
// be a slip for, and where it stands.
func misspeltFrom(p *check.Pass, bead *align.BlockBead, words []lang.Word, i int, target map[string]int) (string, text.Span, bool) {
	for _, s := range bead.Source {
		names := p.Source.Lang.Words(s.Prose.Text)
		for k, n := range names {
			if !mayBeName(n.Text) || !slipOfThePen(n.Text, words[i].Text) || occurrences(bead.Target, n.Text) >= occurrences(bead.Source, n.Text) {
				continue
			}
			if target[n.Text] > 0 || sameNeighbour(names, k, words, i, -1) || sameNeighbour(names, k, words, i, 1) {
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
