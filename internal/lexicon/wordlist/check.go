package wordlist

import (
	"fmt"
	"strings"
	"unicode"
)

// Check looks for what is wrong or odd in lines that could be read: the same
// headword twice, words with no vowel or strange characters, one word with the
// endings of two genders, renderings without a letter.
func Check(lines []Line) []Mistake {
	c := checker{heads: map[[2]string]int{}, genders: map[string]gendered{}}
	for _, l := range lines {
		c.line(l)
	}
	return c.mistakes
}

type checker struct {
	mistakes []Mistake
	heads    map[[2]string]int   // where each headword stands
	genders  map[string]gendered // by noun
}

// gendered is how a noun was inflected and where.
type gendered struct {
	code   string
	number int
}

func (c *checker) report(l Line, format string, args ...any) {
	c.mistakes = append(c.mistakes, Mistake{l.Number, l.Head + ": " + fmt.Sprintf(format, args...)})
}

func (c *checker) line(l Line) {
	key := [2]string{l.Head, l.Class}
	if first, ok := c.heads[key]; ok {
		c.report(l, "stands already in line %d", first)
	}
	c.heads[key] = l.Number
	for _, f := range append([]string{l.Head}, l.Irregular...) {
		if odd := oddWord(f, "'’-./&+% "); odd != "" {
			c.report(l, "%q %s", f, odd)
		}
	}
	seen := map[string]bool{}
	for _, r := range l.Renderings {
		if seen[r.String()] {
			c.report(l, "%s stands twice", r)
		}
		seen[r.String()] = true
		c.rendering(l, r)
	}
}

func (c *checker) rendering(l Line, r Rendering) {
	letters := false
	for _, w := range r.Words {
		letters = letters || strings.ContainsFunc(w.Text, unicode.IsLetter) || signs[w.Text] || l.Class == "num"
		for _, f := range swedishForms(w, l.Class) {
			odd := oddWord(f.text, "'’-./:&+%–…,()")
			if odd == "" && w.Code != "" && syllables(f.text) == 0 {
				odd = "has no vowel"
			}
			if odd != "" {
				c.report(l, "%q of %s %s", f.text, w, odd)
				break
			}
		}
		c.gender(l, w)
	}
	if !letters {
		c.report(l, "%q has no letter", r.Plain())
	}
}

// signs are renderings that have no letter by right.
var signs = map[string]bool{"&": true, "%": true}

// gender notes nouns that are common in one line and neuter in another. A few
// are both, with two meanings.
func (c *checker) gender(l Line, w Word) {
	if !strings.HasPrefix(w.Code, "n") || twoGenders[w.Text] {
		return
	}
	neuter := strings.Contains(w.Code, "t") || w.Code == "n4"
	before, ok := c.genders[w.Text]
	if ok && neuter != (strings.Contains(before.code, "t") || before.code == "n4") {
		c.report(l, "%s is %s in line %d", w, before.code, before.number)
	}
	if !ok {
		c.genders[w.Text] = gendered{w.Code, l.Number}
	}
}

// twoGenders are nouns that are of either gender, mostly with two meanings.
var twoGenders = map[string]bool{
	"plan": true, "rev": true, "lår": true, "får": true, "nöt": true, "vad": true, "test": true, "mål": true,
	"slag": true, "bok": true, "lag": true, "val": true, "not": true, "as": true, "ting": true, "lås": true,
	"damm": true, "sökande": true, "led": true, "boende": true, "ton": true, "studerande": true, "ark": true,
}

// oddWord says what is strange about w, "" for nothing; marks are the signs that
// may stand in it besides letters and digits.
func oddWord(w, marks string) string {
	for _, r := range w {
		switch {
		case r == unicode.ReplacementChar:
			return "is not UTF-8"
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
				return fmt.Sprintf("has %q", r)
			}
		case !strings.ContainsRune(marks, r):
			return fmt.Sprintf("has %q", r)
		}
	}
	for _, triple := range []string{"bbb", "ddd", "fff", "ggg", "kkk", "lll", "mmm", "nnn", "ppp", "rrr", "sss", "ttt"} {
		if strings.Contains(w, triple) {
			return "has three equal consonants"
		}
	}
	return ""
}
