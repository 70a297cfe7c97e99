package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/lang"
)

// cut is a place where a list item that lost its line begins: the prose before
// it ends at end, its marker stands at marker, its text begins at start.
type cut struct {
	end, marker, start int
	number             int // 0 for a bullet
}

// runOnCuts finds the bullets and numbers swallowed by the text before them.
// listed says that the text is an item or stands under one; only a "•" is
// strong enough without that. number is the item's own number, 0 for none.
func runOnCuts(s string, listed bool, number int) []cut {
	var cuts []cut
	last := 0
	for at := 0; ; {
		if at = nextMark(s, at, listed); at == len(s) {
			return cuts
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		if c, ok := cutAt(s, last, at, n, listed, number); ok {
			cuts = append(cuts, c)
			last, number = c.start, c.number
			at = c.start
			continue
		}
		at += n
	}
}

// nextMark is the place from at on of a mark that an item may begin with: a "•" or,
// where there are other items, a dash, an asterisk or a digit; len(s) for none.
func nextMark(s string, at int, listed bool) int {
	const bullet = "•"
	if !listed {
		if i := strings.Index(s[at:], bullet); i >= 0 {
			return at + i
		}
		return len(s)
	}
	for ; at < len(s); at++ {
		switch c := s[at]; {
		case isDigit(c), c == '-', c == '*', c == bullet[0] && strings.HasPrefix(s[at:], bullet):
			return at
		}
	}
	return at
}

const digits = "0123456789"

// cutAt decides whether the mark of n bytes at at begins an item. The text
// before it reaches back to last.
func cutAt(s string, last, at, n int, listed bool, number int) (cut, bool) {
	if at == 0 || s[at-1] != ' ' && !strings.HasSuffix(s[:at], "\u00a0") {
		return cut{}, false
	}
	before := strings.TrimRightFunc(s[last:at], unicode.IsSpace)
	c := cut{end: last + len(before), marker: at}
	mark := s[at : at+n]
	if isDigit(mark[0]) {
		if !listed || number == 0 {
			return cut{}, false
		}
		c.number, n = numberMark(s[at:])
		if c.number != number+1 || !endsSentence(before) {
			return cut{}, false
		}
	}
	rest := strings.TrimLeftFunc(s[at+n:], unicode.IsSpace)
	c.start = len(s) - len(rest)
	if before == "" || rest == "" || c.start == at+n {
		return cut{}, false
	}
	if mark == "•" {
		return c, true
	}
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "\"”“«»'’([*_")); !unicode.IsUpper(r) {
		return cut{}, false
	}
	return c, listed && (c.number > 0 || endsSentence(before) && hasWords(before, minWords))
}

// minWords is how much must stand before a dash for it to be a bullet: fewer
// words are a heading of their own ("Obs! - Läs detta").
const minWords = 4

// hasWords says that s holds at least n words; it reads no further than that.
func hasWords(s string, n int) bool {
	inside := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			inside = false
		} else if !inside {
			inside = true
			n--
		}
		if n == 0 {
			return true
		}
	}
	return n <= 0
}

// numberMark reads "2." or "2)" and says how many bytes it takes; 0, 1 for none.
func numberMark(s string) (number, n int) {
	for n < len(s) && n < 3 && isDigit(s[n]) {
		number = number*10 + int(s[n]-'0')
		n++
	}
	if n < len(s) && (s[n] == '.' || s[n] == ')') {
		return number, n + 1
	}
	return 0, 1
}

// endsSentence says that s ends in a sentence end mark, closing quotation marks,
// brackets and note asterisks aside, and not in an abbreviation or an initial.
func endsSentence(s string) bool {
	core := strings.TrimRight(s, "\"”“’'»)]*_")
	if strings.HasSuffix(core, "!") || strings.HasSuffix(core, "?") || strings.HasSuffix(core, ":") || strings.HasSuffix(core, "…") {
		return true
	}
	if !strings.HasSuffix(core, ".") {
		return strings.HasSuffix(s, "*") && hasWords(s, minWords)
	}
	return !endsInAbbreviation(strings.TrimSuffix(core, "."))
}

// endsInAbbreviation says that the last word of s is one that any language we
// know ends in a full stop, or a single letter.
func endsInAbbreviation(s string) bool {
	word := s[strings.LastIndexFunc(s, unicode.IsSpace)+1:]
	word = strings.ToLower(strings.TrimLeft(word, "(\"”“«'’["))
	if utf8.RuneCountInString(word) < 2 {
		return !isDigitString(word)
	}
	for _, l := range lang.All() {
		if l.Abbreviations[word] {
			return true
		}
	}
	return false
}

func isDigitString(s string) bool { return s != "" && strings.Trim(s, digits) == "" }
