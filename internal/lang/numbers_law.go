package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// idiom takes "24/7", which says "always", for a name and returns its end; 0 for
// anything else.
func (n *numberer) idiom(start, end int) int {
	if n.s[start:end] != "24" || !strings.HasPrefix(n.s[end:], "/7") || len(n.s) > end+2 && IsWordRune(rune(n.s[end+2])) {
		return 0
	}
	n.name(start, end+2)
	return end + 2
}

// ratio adds the two numbers of a scale ("1:5,000", "1:50 000") and returns the
// end; 0 when text, which is s[start:end], is none with a group of thousands.
func (n *numberer) ratio(start, end int, text string) int {
	left, right, ok := strings.Cut(text, ":")
	if !ok || !isDigits(left) || strings.Contains(right, ":") {
		return 0
	}
	at := start + len(left) + 1
	stop := n.grouped(at, end)
	read := n.lang.reading(n.s[at:stop], false)
	if stop == end && isDigits(right) || read.kind != readNumber {
		return 0
	}
	n.add(Number{Start: start, End: at - 1, Value: decimal(false, left, "")}, 0)
	return n.add(Number{Start: at, End: stop, Value: decimal(false, read.whole, read.part), Foreign: read.foreign}, 0)
}

// lawPart adds the number of a part of a law, which one language writes "6(1)"
// and another "6.1", as "6.1", and returns its end; 0 when there is none.
func (n *numberer) lawPart(start, end int, text string) int {
	named := n.lang.numberRules.articles[n.before(start)] || n.lastPart > 0 && n.paired(n.lastPart, start)
	if !named {
		return 0
	}
	value := text
	if isDigits(text) && end+2 < len(n.s) && n.s[end] == '(' {
		stop := end + 1
		for stop < len(n.s) && n.s[stop] >= '0' && n.s[stop] <= '9' {
			stop++
		}
		if stop == end+1 || stop >= len(n.s) || n.s[stop] != ')' {
			return 0
		}
		value, end = text+"."+n.s[end+1:stop], stop+1
	}
	whole, part, ok := strings.Cut(value, ".")
	if !ok || !isDigits(whole) || !isDigits(part) || len(whole) > 4 || len(part) > 3 {
		return 0
	}
	n.lastPart = end
	return n.add(Number{Start: start, End: end, Value: decimal(false, whole, part)}, 0)
}

// labelled says that the number text at start is a label that every language
// writes with a stop: of a section or figure, of a version ("Python 3.11"), or
// the number of a heading.
func (n *numberer) labelled(start int, text string) bool {
	if !strings.Contains(text, ".") {
		return false
	}
	if strings.TrimSpace(n.s[:start]) == "" {
		r, w := utf8.DecodeRuneInString(n.s[start+len(text):])
		r2, _ := utf8.DecodeRuneInString(n.s[min(len(n.s), start+len(text)+w):])
		return unicode.IsSpace(r) && unicode.IsUpper(r2)
	}
	if n.lang.labels[n.before(start)] {
		return true
	}
	head := strings.TrimRight(n.s[:start], "\u00a0 ")
	token := lastToken(head)
	if len(head) == start || len(token) == len(head) { // glued, or the first word of all
		return false
	}
	first, _ := utf8.DecodeRuneInString(token)
	return unicode.IsUpper(first)
}
