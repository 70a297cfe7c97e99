package glean

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
)

// contents are the content words of a rendering, lower case, compounds split.
func (g *gleaner) contents(rendering string) []string {
	l := g.a.Target.Lang
	var out []string
	for _, w := range l.Words(rendering) {
		low := strings.ToLower(w.Text)
		if l.FunctionWords[low] {
			continue
		}
		parts := g.lexicon.TargetParts(low)
		if parts == nil {
			parts = strings.Split(low, "-")
		}
		for _, part := range parts {
			if part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}

// same says that two renderings differ by inflection, order and compounding only.
func (g *gleaner) same(a, b []string) bool {
	return len(g.missing(a, b)) == 0 && len(g.missing(b, a)) == 0
}

// missing are the words of b that have no form among a.
func (g *gleaner) missing(a, b []string) []string {
	var out []string
	for _, w := range b {
		if !slices.ContainsFunc(a, func(o string) bool { return alike(g.a.Target.Lang, o, w) }) {
			out = append(out, w)
		}
	}
	return out
}

// alike says that two words may be forms of one, derivations included (synaps,
// synaptisk), or that one is a part of the other as compounds have it.
func alike(l *lang.Language, x, y string) bool {
	if x == y || l.SameWord(x, y) {
		return true
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	n := 0
	for n < len(x) && x[n] == y[n] {
		n++
	}
	if utf8.RuneCountInString(x[:n]) >= 4 && 2*n >= len(x) {
		return true
	}
	stem := l.Stem(x)
	return utf8.RuneCountInString(stem) >= 4 && strings.Contains(y, stem)
}

// renders says that the word list has target for the source word.
func renders(l *lexicon.List, source, target string) bool {
	of := l.Target(target)
	for _, e := range l.Source(source) {
		if _, found := slices.BinarySearch(of, e); found && !l.Partial(e) {
			return true
		}
	}
	return false
}
