package lang

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// words reads the spelled numbers of the chunk s[i:end], which has no digits in
// it and may go on in the words after it, and returns the place to go on from.
func (n *numberer) words(i, end int) int {
	for at := i; at < end; {
		part := runEnd(n.s, at)
		next := n.spelled(at, part)
		switch {
		case next == 0 && n.roman(i, end):
			return end
		case next == 0 && part < end && !n.mayPrecede(strings.ToLower(n.s[at:part])):
			return end // a number after "high-" is none
		case next == 0:
			next = part
		}
		if next >= end {
			return next
		}
		r, w := utf8.DecodeRuneInString(n.s[next:])
		if IsWordRune(r) {
			return end // the rest of a compound: "årig" of "femårig"
		}
		at = next + w
	}
	return end
}

// spelled adds the number that begins with the word s[at:end] and returns where
// it ends, or 0 when there is none.
func (n *numberer) spelled(at, end int) int {
	kinds := n.starts.kinds(n.s[at:end])
	if kinds == 0 { // as with most words
		return 0
	}
	if kinds&startsHalf != 0 {
		if stop := n.half(at); stop > 0 {
			return stop
		}
	}
	if kinds&startsTime != 0 {
		if stop := n.spokenTime(at, end); stop > 0 {
			return stop
		}
	}
	p := phrase{}
	stop := at
	for at < end {
		w, used, ok := n.lang.numberWord(n.s[at:end])
		if !ok || !n.extend(&p, w, at+used) {
			break
		}
		stop = at + used
		if stop < end || p.done {
			break
		}
		at, end = n.nextWord(&p, stop)
	}
	if p.words == 0 {
		return 0
	}
	return n.say(p, stop)
}

// extend adds the word w, which ends at end, to p.
func (n *numberer) extend(p *phrase, w numberWord, end int) bool {
	r := &n.lang.numberRules
	next, _ := n.after(end)
	whole := r.ofPart != "" && p.words == 1 && p.current == 1 && p.first.doubtful && w.ordinal && w.value > 2
	switch {
	case whole && (p.last != roleArticle || next == r.ofPart): // "one third", "a third of"
		w = numberWord{value: w.value, role: rolePart}
	case w.role == rolePart && p.last == roleArticle && r.ofPart != "" && next != r.ofPart:
		return false // "a quarter"
	case w.role == roleDecade && p.words == 0 && !n.decadeMeant(end-len(wordBefore(n.s, end))):
		return false // "in his eighties"
	}
	if p.words == 0 {
		p.start = end - len(wordBefore(n.s, end))
	}
	return p.add(w)
}

// mayPrecede says that a number joined to word by a hyphen is one: "two-to-three", "mid-sixties".
func (n *numberer) mayPrecede(word string) bool {
	return n.lang.numberRules.between[word] || n.lang.numberRules.prefixes[word]
}

// decadeMeant says that the word at i, "sixties", is a decade and no age:
// "the" stands before it, or "mid-".
func (n *numberer) decadeMeant(i int) bool {
	the := n.lang.numberRules.the
	return the == "" || n.before(i) == the || i > 0 && n.s[i-1] == '-' && n.mayPrecede(strings.ToLower(wordBefore(n.s, i-1)))
}

// wordBefore is the run of word characters that ends at i.
func wordBefore(s string, i int) string {
	head := s[max(0, i-longestToken):i]
	if at := strings.LastIndexFunc(head, func(r rune) bool { return !IsWordRune(r) }); at >= 0 {
		_, w := utf8.DecodeRuneInString(head[at:])
		return head[at+w:]
	}
	return head
}

// nextWord is the word that may go on with p after end: one space or hyphen
// parts them, and perhaps an "and". It is empty when there is none.
func (n *numberer) nextWord(p *phrase, end int) (int, int) {
	_, stop := n.after(end)
	if stop == end {
		return end, end
	}
	_, w := utf8.DecodeRuneInString(n.s[end:])
	start := end + w
	if and := n.lang.numberRules.and; and != "" && n.s[start:stop] == and && (p.last == roleHundred || p.last == roleScale) {
		_, after := n.after(stop)
		if after == stop {
			return end, end
		}
		_, w = utf8.DecodeRuneInString(n.s[stop:])
		next, ok := n.lang.numbers[strings.ToLower(n.s[stop+w:after])]
		if !ok || next.role > roleTen {
			return end, end
		}
		return stop + w, after
	}
	return start, runEnd(n.s, start)
}

// say adds what p came to, ending at end, and returns its end; 0 when p is no number.
func (n *numberer) say(p phrase, end int) int {
	num := Number{Start: p.start, End: end, Value: p.value(), Kind: p.kind(), Rough: p.last == roleGroup}
	if stop := n.spelledHour(p, end); stop > 0 {
		return stop
	}
	if stop := n.andHalf(end); stop > 0 && num.Kind == Spelled {
		num.End, num.Value = stop, num.Value+".5"
		v, stop, scale := n.multiplied(num.Value, stop)
		num.Value, num.End = v, stop
		return n.add(num, scale)
	}
	if p.last == roleArticle || p.words == 1 && n.isDoubtful(p, end) {
		return 0
	}
	return n.add(num, p.scale)
}

// isDoubtful says that the single word p, which ends at end, is likely no number here.
func (n *numberer) isDoubtful(p phrase, end int) bool {
	if p.first.doubtful {
		return true
	}
	r := &n.lang.numberRules
	next, _ := n.after(end)
	switch {
	case p.first.careful:
		return next == "" || n.lang.FunctionWords[next] && !r.choice[next]
	case p.first.bare && !p.first.ordinal && r.vague[n.before(p.start)]:
		return true
	}
	return r.idioms[strings.ToLower(n.s[p.start:end])+" "+next]
}

// half adds half a million and the like at i and returns its end, or 0.
func (n *numberer) half(i int) int {
	for _, h := range n.lang.numberRules.halves {
		end := i + len(h)
		if end >= len(n.s) || !strings.EqualFold(n.s[i:end], h) {
			continue
		}
		word, stop := n.after(end)
		w := n.lang.numbers[word]
		if w.value < 10 || w.ordinal || w.role < roleHundred || w.role > roleGroup {
			return 0
		}
		return n.add(Number{Start: i, End: stop, Value: strconv.FormatInt(w.value/2, 10), Kind: Spelled}, w.value)
	}
	return 0
}

// andHalf is the end of " and a half" at i, or 0.
func (n *numberer) andHalf(i int) int {
	for _, h := range n.lang.numberRules.andHalf {
		end := i + 1 + len(h)
		if end > len(n.s) || n.s[i+1:end] != h || n.s[i] != ' ' && n.s[i] != '-' {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(n.s[end:]); end == len(n.s) || !IsWordRune(r) {
			return end
		}
	}
	return 0
}

// phrase is a spelled number as its words come in.
type phrase struct {
	start          int
	total, current int64 // what is multiplied already, what may still be
	scale          int64 // the last multiplier
	part           int64 // what a fraction is divided by; 0 for none
	words          int
	first          numberWord
	last           numberRole
	ordinal, done  bool
}

// add goes on with w and says whether it can.
func (p *phrase) add(w numberWord) bool {
	if p.done || !p.fits(w) {
		return false
	}
	switch w.role {
	case roleHundred:
		p.current = max(p.current, 1) * w.value
	case roleScale:
		p.total += max(p.current, 1) * w.value
		p.current, p.scale = 0, w.value
	case roleGroup:
		p.current *= w.value
	case rolePart:
		p.part = w.value
	default:
		if p.last == roleTeen { // "nineteen eighty"
			p.current *= 100
		}
		p.current += w.value
	}
	if p.words == 0 {
		p.first = w
	}
	p.words++
	p.last, p.ordinal = w.role, w.ordinal
	p.done = w.ordinal || w.role >= roleGroup && w.role != roleArticle
	return true
}

// fits says that w can follow what p has.
func (p *phrase) fits(w numberWord) bool {
	begins := p.words == 0
	year := p.words == 1 && p.last == roleTeen && p.current >= 15
	multiplied := p.last == roleHundred || p.last == roleScale
	switch w.role {
	case roleUnit:
		return begins || w.value > 0 && (p.last == roleTen || multiplied)
	case roleTeen:
		return begins || multiplied
	case roleTen:
		return begins || multiplied || year
	case roleHundred:
		return begins && w.bare || !begins && p.current > 0 && p.current < 100
	case roleScale:
		return begins && w.bare || !begins && p.current > 0 && (p.scale == 0 || w.value < p.scale)
	case roleGroup:
		return !begins && p.scale == 0
	case roleArticle:
		return begins
	case rolePart:
		return !begins && p.scale == 0 && p.current > 0
	}
	return begins || year || p.words == 1 && p.current == 20 // roleDecade
}

// value is what p comes to.
func (p *phrase) value() string {
	v := p.total + p.current
	switch {
	case p.part > 0:
		return ratio(v, p.part)
	case p.last == roleDecade && v < 100:
		v += 1900
	}
	return strconv.FormatInt(v, 10)
}

func (p *phrase) kind() NumberKind {
	switch {
	case p.part > 0:
		return Fraction
	case p.last == roleDecade:
		return Period
	case p.ordinal:
		return Ordinal
	}
	return Spelled
}

// numberWord is the number word or compound of them that word begins with, and
// how many bytes of word it takes: less than all when the rest is a noun
// ("femårig"). Capitals make no difference.
func (l *Language) numberWord(word string) (w numberWord, used int, ok bool) {
	if l.quickly().numbers.kinds(word)&startsNumber == 0 {
		return w, 0, false
	}
	lower := strings.ToLower(word)
	if w, ok := l.numbers[lower]; ok && len(lower) == len(word) {
		return w, len(word), true
	}
	if len(lower) != len(word) || len(word) < 4 || len(word) > longestToken {
		return w, 0, false
	}
	return l.compound(lower)
}

// compound takes number words off the front of word for as long as they make a
// number together; the rest must be nothing or the head of a known compound.
func (l *Language) compound(word string) (w numberWord, used int, ok bool) {
	p := phrase{}
	for used < len(word) {
		next, n := l.longestNumber(word[used:])
		if n == 0 || p.words > 0 && !l.numberRules.closed || !p.add(next) {
			break
		}
		used += n
	}
	if p.words == 0 || p.words == 1 && p.first.doubtful {
		return w, 0, false
	}
	rest := word[used:]
	v := p.total + p.current
	decade := v >= 20 && v <= 90 && v%10 == 0 || v > 1000 && v < 3000 && v%10 == 0
	switch {
	case rest == "":
		w = numberWord{value: v, role: roleTeen, ordinal: p.ordinal} // only what multiplies may follow
	case p.ordinal:
		return w, 0, false
	case l.numberRules.counts[rest]:
		return numberWord{value: v, role: roleGroup}, len(word), true
	case decade && (l.numberRules.decades["-"+rest] || l.numberRules.decadeStem != "" && strings.HasPrefix(rest, l.numberRules.decadeStem)):
		return numberWord{value: v, role: roleDecade}, len(word), true
	case !l.isHead(rest):
		return w, 0, false
	default:
		w = numberWord{value: v, role: roleTeen}
	}
	return w, used, true
}

// shortestPart is how many bytes a number word has that begins a compound.
const shortestPart = 2

// longestNumber is the longest number word that s begins with, and its length.
func (l *Language) longestNumber(s string) (numberWord, int) {
	for n := min(len(s), 13); n >= shortestPart; n-- { // "kvadriljoner" and "seventeenth" are shorter
		if w, ok := l.numbers[s[:n]]; ok && w.role < roleGroup {
			return w, n
		}
	}
	return numberWord{}, 0
}

func (l *Language) isHead(s string) bool {
	for _, h := range l.numberRules.heads {
		if strings.HasPrefix(s, h) {
			return true
		}
	}
	return false
}

// roman adds the Roman numeral that s[i:end] is, if it clearly is one: two
// letters or more of I, V and X after a capitalised word, or any after a label
// ("chapter I").
func (n *numberer) roman(i, end int) bool {
	s := n.s[i:end]
	if len(s) > 15 || s[0] > 'X' || strings.Trim(s, "IVXLCDM") != "" {
		return false
	}
	v := romanValue(s)
	before := n.before(i)
	next, _ := n.after(end)
	label := n.lang.labels[before] || len(s) > 1 && n.lang.numberRules.centuries[next]
	small := strings.Trim(s, "IVX") == ""
	if v == 0 || !small || len(s) == 1 && !label || before == "" {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(lastToken(strings.TrimRight(n.s[:i], "\u00a0 "))); !label && (!unicode.IsUpper(first) || v == 4 || v > 29) {
		return false // "an IV line", "an XXX chromosome"
	}
	n.add(Number{Start: i, End: end, Value: strconv.Itoa(v), Kind: Roman}, 0)
	return true
}

// romanValue is the value of the well-formed Roman numeral s, 0 when s is none.
func romanValue(s string) int {
	v, rest := 0, s
	for _, sign := range romanSigns {
		for strings.HasPrefix(rest, sign.text) {
			v, rest = v+sign.value, rest[len(sign.text):]
		}
	}
	if rest != "" || romanText(v) != s {
		return 0
	}
	return v
}

// romanText writes v as a Roman numeral.
func romanText(v int) string {
	var b strings.Builder
	for _, sign := range romanSigns {
		for ; v >= sign.value; v -= sign.value {
			b.WriteString(sign.text)
		}
	}
	return b.String()
}

var romanSigns = []struct {
	text  string
	value int
}{
	{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40},
	{"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1},
}
