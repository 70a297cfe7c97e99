package lang

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// digits reads the chunk s[i:end], which has digits in it, and returns the
// place to go on from.
func (n *numberer) digits(i, end int) int {
	if n.glued(i) {
		n.name(i, nameEnd(n.s[i:end])+i)
		return end
	}
	n.parts = hyphenParts(n.s[i:end], i, n.parts[:0])
	parts := n.parts
	skip := 0
	if len(parts) > 1 && n.lang.numberRules.prefixes[strings.ToLower(n.s[parts[0].Start:parts[0].End])] {
		skip = 1
	}
	numeric := skip
	for numeric < len(parts) && n.numeric(parts[numeric]) {
		numeric++
	}
	count := numeric - skip
	rest := n.s[min(end, parts[max(numeric-1, 0)].End):end]
	switch {
	case count == 0, count > 2, strings.ContainsAny(rest, "0123456789"),
		count == 2 && n.s[parts[skip].Start] == '0' && parts[skip].End-parts[skip].Start > 1 && isDigits(n.s[parts[skip].Start:parts[skip].End]):
		n.name(i, nameEnd(n.s[i:end])+i)
		return end
	case count == 2:
		n.number(parts[skip].Start, parts[skip].End, parts[skip].End)
		return max(end, n.number(parts[skip+1].Start, parts[skip+1].End, end))
	}
	return max(end, n.number(parts[skip].Start, parts[skip].End, end))
}

// glued says that what stands before i makes a name of the digits there.
func (n *numberer) glued(i int) bool {
	r, _ := utf8.DecodeLastRuneInString(n.s[:i])
	return i > 0 && (unicode.Is(unicode.M, r) || r == '_' || r == '\\')
}

// hyphenParts adds the parts of s between hyphens to out; at is where s stands.
func hyphenParts(s string, at int, out []Range) []Range {
	start := 0
	for i, r := range s {
		if IsHyphen(r) {
			out = append(out, Range{at + start, at + i})
			start = i + utf8.RuneLen(r)
		}
	}
	return append(out, Range{at + start, at + len(s)})
}

// numeric says that part is a number: digits, and at most an ending known to follow them.
func (n *numberer) numeric(part Range) bool {
	s := n.s[part.Start:part.End]
	lex := lexeme(s)
	if lex == 0 {
		return false
	}
	tail := strings.ToLower(s[lex:])
	r := &n.lang.numberRules
	return tail == "" || tail[0] == ':' || r.ordinals[tail] || r.decades[tail] || n.glues(s[lex:]) || n.lang.numbers[tail].role == roleScale
}

// lexeme is the length of the digits that s begins with, and the signs between them.
func lexeme(s string) int {
	i := 0
	for i < len(s) {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
		case i > 0 && i+1 < len(s) && (c == '.' || c == ',' || c == ':' || c == '\'') && s[i+1] >= '0' && s[i+1] <= '9':
		default:
			return i
		}
		i++
	}
	return i
}

// nameEnd is the length of the identifier that chunk is, without a last part in small letters.
func nameEnd(chunk string) int {
	parts := hyphenParts(chunk, 0, nil)
	last := len(parts) - 1
	for last > 0 && !strings.ContainsAny(chunk[parts[last].Start:parts[last].End], "0123456789") && isLower(chunk[parts[last].Start:parts[last].End]) {
		last--
	}
	return parts[last].End
}

func isLower(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// number reads the number s[start:end], a part of the chunk that ends at
// limit, with what belongs to it after that, and returns where it ends.
func (n *numberer) number(start, end, limit int) int {
	lex := start + lexeme(n.s[start:end])
	tail := strings.ToLower(n.s[lex:end])
	num := Number{Start: start, End: lex}
	if lex == end {
		num.End = n.grouped(start, end)
	}
	text := n.s[start:num.End]
	if stop := n.idiom(start, num.End); stop > 0 {
		return stop
	}
	if stop := n.ratio(start, num.End, text); stop > 0 {
		return stop
	}
	if stop := n.clockTime(start, num.End, text, tail); stop > 0 {
		return stop
	}
	if stop := n.lawPart(start, num.End, text); stop > 0 {
		return stop
	}
	read := n.lang.reading(text, n.inBrackets(start, num.End))
	switch read.kind {
	case readName:
		n.name(start, num.End)
		return num.End
	case readList:
		return n.list(start, num.End)
	}
	if n.pointBefore(start) && read.part == "" {
		num.Start--
		read = reading{part: read.whole, foreign: n.lang.Decimal != '.'}
	}
	num.Foreign = read.foreign && !(read.part != "" && n.labelled(start, text))
	num.Start = n.sign(num.Start)
	num.Value = decimal(n.negative(num.Start), read.whole, read.part)
	return n.finish(num, tail, end, limit)
}

// finish gives num what its ending and the words after it say, and adds it.
// end is where the ending ends, limit the chunk.
func (n *numberer) finish(num Number, tail string, end, limit int) int {
	if tail == "" {
		return n.measured(num, limit)
	}
	r := &n.lang.numberRules
	switch w := n.lang.numbers[tail]; {
	case r.ordinals[tail]:
		num.Kind, num.End = Ordinal, end
	case r.decades[tail] && strings.HasSuffix(num.Value, "0"):
		num.End = end
		n.decade(&num, n.before(num.Start) == r.the || n.apostrophe(num.Start))
	case w.role == roleScale:
		num.Value, num.End = times(num.Value, w.value), end
		return n.add(num, w.value)
	}
	return n.add(num, 0)
}

// measured adds num with the word after it that makes it a decade or a
// fraction, or multiplies it.
func (n *numberer) measured(num Number, limit int) int {
	r := &n.lang.numberRules
	word, end := n.after(num.End)
	joined := num.End < limit
	switch {
	case joined && (r.decades["-"+word] || r.decadeStem != "" && strings.HasPrefix(word, r.decadeStem)):
		num.End = end
		n.decade(&num, true)
		return n.add(num, 0)
	case joined && r.counts[word]:
		num.End = end
		if len(num.Value) == 4 {
			num.Kind = Period
		}
		return n.add(num, 0)
	case n.fraction(&num) > 0:
		return n.add(num, 0)
	}
	v, end, scale := n.multiplied(num.Value, num.End)
	num.Value, num.End = v, end
	return n.add(num, scale)
}

// decade makes num a Period if it is a year or sure says that two digits are a
// decade, of the last century ("80s"), or of this one ("00s", "10s").
func (n *numberer) decade(num *Number, sure bool) {
	switch y, _ := strconv.Atoi(num.Value); { // no number is too long or has decimals: 0
	case y >= 1000 && y < 3000:
		num.Kind = Period
	case !sure || y > 90:
	case y < 20:
		num.Kind, num.Value = Period, strconv.Itoa(2000+y)
	default:
		num.Kind, num.Value = Period, strconv.Itoa(1900+y)
	}
}

// grouped is the end of the number s[start:end] with the groups of three
// digits after it that spaces part off. A plain space in a language that groups
// by another sign counts only before round thousands: "12 000" is nothing else.
func (n *numberer) grouped(start, end int) int {
	if end-start > 3 || n.s[start] == '0' || !isDigits(n.s[start:end]) {
		return end
	}
	for end < len(n.s) {
		r, w := utf8.DecodeRuneInString(n.s[end:])
		if !unicode.IsSpace(r) || !threeDigits(n.s[end+w:]) || !n.lang.groups(r) && !strings.HasPrefix(n.s[end+w:], "000") {
			return end
		}
		switch group := n.s[end+w : end+w+lexeme(n.s[end+w:])]; {
		case len(group) == 3:
			end += w + 3
		case group[3] == byte(n.lang.Decimal) && isDigits(group[4:]):
			return end + w + len(group)
		default:
			return end
		}
	}
	return end
}

func (l *Language) groups(r rune) bool {
	for _, g := range l.Groups {
		if g == r {
			return true
		}
	}
	return false
}

// pointBefore says that the digits at i are the decimals of ".05".
func (n *numberer) pointBefore(i int) bool {
	return i > 0 && n.s[i-1] == '.' && n.opens(i-1) && (i < 2 || n.s[i-2] != '.')
}

// opens says that a word may begin at i: what stands before is white space, an
// opening bracket or a sign.
func (n *numberer) opens(i int) bool {
	r, _ := utf8.DecodeLastRuneInString(n.s[:i])
	return i == 0 || unicode.IsSpace(r) || strings.ContainsRune("([{“”\"'<>=≤≥≈~-−–", r)
}

// sign is the place of the minus before the number at i, or i when none stands
// there or it belongs to what is before it.
func (n *numberer) sign(i int) int {
	r, w := utf8.DecodeLastRuneInString(n.s[:i])
	if i == 0 || !IsHyphen(r) && !IsDash(r) || !n.opens(i-w) {
		return i
	}
	before := strings.TrimRightFunc(n.s[max(0, i-w-8):i-w], unicode.IsSpace)
	if last, _ := utf8.DecodeLastRuneInString(before); before != "" && (unicode.IsDigit(last) && r != '−' || IsHyphen(last) || IsDash(last)) {
		return i // "5 –10" is a range, "--10" an option
	}
	return i - w
}

// negative says that a minus stands at i.
func (n *numberer) negative(i int) bool {
	r, _ := utf8.DecodeRuneInString(n.s[i:])
	return IsHyphen(r) || IsDash(r)
}

func (n *numberer) apostrophe(i int) bool {
	r, _ := utf8.DecodeLastRuneInString(n.s[:i])
	return i > 0 && (IsApostrophe(r) || r == '‘')
}

// inBrackets says that s[start:end] stands in square brackets, as notes do: "[12,13]".
func (n *numberer) inBrackets(start, end int) bool {
	return start > 0 && n.s[start-1] == '[' || end < len(n.s) && n.s[end] == ']'
}

// list adds the numbers of s[start:end], which commas or colons part.
func (n *numberer) list(start, end int) int {
	for start < end {
		stop := start
		for stop < end && n.s[stop] >= '0' && n.s[stop] <= '9' {
			stop++
		}
		n.add(Number{Start: start, End: stop, Value: decimal(false, n.s[start:stop], "")}, 0)
		start = stop + 1
	}
	return end
}

// vulgarFractions are the signs for fractions.
var vulgarFractions = map[rune][2]int64{
	'½': {1, 2}, '¼': {1, 4}, '¾': {3, 4}, '⅓': {1, 3}, '⅔': {2, 3}, '⅕': {1, 5}, '⅖': {2, 5}, '⅗': {3, 5}, '⅘': {4, 5},
	'⅙': {1, 6}, '⅚': {5, 6}, '⅐': {1, 7}, '⅛': {1, 8}, '⅜': {3, 8}, '⅝': {5, 8}, '⅞': {7, 8}, '⅑': {1, 9}, '⅒': {1, 10},
}

// vulgar adds the fraction sign at i and returns its end, or 0.
func (n *numberer) vulgar(i int) int {
	r, w := utf8.DecodeRuneInString(n.s[i:])
	f, ok := vulgarFractions[r]
	if !ok {
		return 0
	}
	return n.measuredFraction(Number{Start: i, End: i + w, Value: ratio(f[0], f[1]), Kind: Fraction})
}

func (n *numberer) measuredFraction(num Number) int {
	v, end, scale := n.multiplied(num.Value, num.End)
	if strings.Contains(num.Value, "/") {
		return n.add(num, 0)
	}
	num.Value, num.End = v, end
	return n.add(num, scale)
}

// fraction makes num the whole fraction it begins ("1/2", "2½", "1 1/2") and
// returns its end; 0 when it begins none.
func (n *numberer) fraction(num *Number) int {
	rest := n.s[num.End:]
	if r, w := utf8.DecodeRuneInString(rest); r >= utf8.RuneSelf && vulgarFractions[r] != [2]int64{} {
		f := vulgarFractions[r]
		if v := sum(num.Value, ratio(f[0], f[1])); v != "" {
			num.Value, num.End, num.Kind = v, num.End+w, Fraction
			return num.End
		}
	}
	if a, b, w := slashed(n.s[num.Start:]); w > 0 && !n.slash(num.Start) {
		num.Value, num.End, num.Kind = ratio(a, b), num.Start+w, Fraction
		return num.End
	}
	if strings.HasPrefix(rest, " ") && isDigits(num.Value) && len(num.Value) < 3 {
		if a, b, w := slashed(rest[1:]); w > 0 && b <= 16 {
			if v := sum(num.Value, ratio(a, b)); v != "" {
				num.Value, num.End, num.Kind = v, num.End+1+w, Fraction
				return num.End
			}
		}
	}
	return 0
}

func (n *numberer) slash(i int) bool { return i > 0 && n.s[i-1] == '/' }

// slashed reads a proper fraction like "3/4" at the beginning of s; w is 0 when there is none.
func slashed(s string) (a, b int64, w int) {
	i := 0
	for i < len(s) && i < 3 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 || i >= len(s) || s[i] != '/' && !strings.HasPrefix(s[i:], "⁄") {
		return 0, 0, 0
	}
	_, sw := utf8.DecodeRuneInString(s[i:])
	j := i + sw
	for j < len(s) && j < i+sw+3 && s[j] >= '0' && s[j] <= '9' {
		j++
	}
	if j < len(s) && (s[j] == '/' || byteClass[s[j]&0x7f] == wordByte && s[j] < utf8.RuneSelf) {
		return 0, 0, 0
	}
	a, _ = strconv.ParseInt(s[:i], 10, 64)
	b, err := strconv.ParseInt(s[i+sw:j], 10, 64)
	if err != nil || a == 0 || a >= b || b > 100 {
		return 0, 0, 0
	}
	return a, b, j
}
