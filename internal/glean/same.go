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
	return g.covers(a, b) && g.covers(b, a)
}

// covers says that each word of b has a form among a.
func (g *gleaner) covers(a, b []string) bool {
	return !slices.ContainsFunc(b, func(w string) bool { return !g.among(a, w) })
}

// among says that a word has a form among a.
func (g *gleaner) among(a []string, w string) bool {
	return slices.ContainsFunc(a, func(o string) bool { return alike(g.a.Target.Lang, o, w) })
}

// missing are the words of b that have no form among a.
func (g *gleaner) missing(a, b []string) []string {
	var out []string
	for _, w := range b {
		if !g.among(a, w) {
			out = append(out, w)
		}
	}
	return out
}

// alike says that two words may be forms of one, derivations included (synaps,
// synaptisk), or that one is a part of the other as compounds have it.
func alike(l *lang.Language, x, y string) bool {
	return x == y || begin(x, y) || l.SameWord(x, y) || holds(l, x, y) // the dear ones last
}

// begin says that two words begin alike: with four letters at least, and half the
// shorter word.
func begin(x, y string) bool {
	n, shorter := 0, min(len(x), len(y))
	for n < shorter && x[n] == y[n] {
		n++
	}
	return 2*n >= shorter && utf8.RuneCountInString(x[:n]) >= 4
}

// holds says that the longer of two words has the stem of the other in it, if that
// has four letters at least.
func holds(l *lang.Language, x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	stem := l.Stem(x)
	return strings.Contains(y, stem) && utf8.RuneCountInString(stem) >= 4
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
