package lang

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// join finds what numbers say about their neighbours: an ordinal before
// "century" is a Period, and so is one joined to it ("the 19th and 20th
// centuries"); a million after a range counts for both ends ("3–5 million").
func (n *numberer) join() {
	for i := len(n.out) - 1; i >= 0; i-- {
		num := &n.out[i]
		if num.Kind == Ordinal || num.Kind == Roman {
			n.century(i)
		}
		if num.Kind == Time {
			n.sameHalfDay(i)
		}
		if i == 0 || n.scales[i] == 0 || n.scales[i-1] != 0 {
			continue
		}
		before := &n.out[i-1]
		if before.Kind > Spelled || before.Kind != num.Kind || !n.ranged(before.End, num.Start) {
			continue
		}
		if v := times(before.Value, n.scales[i]); v != "" {
			before.Value = v
		}
	}
}

// century makes out[i] a Period when the word for a century follows it, or
// when the number after it is one of a pair with it.
func (n *numberer) century(i int) {
	num := &n.out[i]
	v, err := strconv.Atoi(num.Value)
	if err != nil || v < 1 || v > 99 {
		return
	}
	word, end := n.after(num.End)
	switch {
	case n.lang.numberRules.centuries[word]:
		num.End = end
	case i+1 < len(n.out) && n.out[i+1].Kind == Period && n.centuryNamed(n.out[i+1]) && n.paired(num.End, n.out[i+1].Start):
	default:
		return
	}
	num.Kind, num.Value = Period, strconv.Itoa((v-1)*100)
}

// centuryNamed says that the last word of num is the word for a century.
func (n *numberer) centuryNamed(num Number) bool {
	return n.lang.numberRules.centuries[strings.ToLower(wordBefore(n.s, num.End))]
}

// ranged says that what stands between two numbers makes a range of them.
func (n *numberer) ranged(from, to int) bool {
	gap := n.gapWord(from, to)
	r, w := utf8.DecodeRuneInString(gap)
	return n.lang.numberRules.between[gap] || w == len(gap) && w > 0 && (IsDash(r) || IsHyphen(r))
}

// paired says that what stands between two numbers makes them two of one kind.
func (n *numberer) paired(from, to int) bool {
	return n.ranged(from, to) || n.lang.numberRules.also[n.gapWord(from, to)]
}

// gapWord is what stands between two numbers without white space, "" when that is long.
func (n *numberer) gapWord(from, to int) string {
	if to-from > 12 {
		return ""
	}
	return strings.ToLower(strings.TrimFunc(n.s[from:to], unicode.IsSpace))
}
