package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unit is what a quantity is counted in.
type Unit struct {
	ID string // its sign where it has one: "mg", "%", "°C", "SEK"; "" for no unit
	// Dimension is what it measures, and Factor how many of the dimension's base
	// units it is; both are zero for what cannot be converted, such as money.
	Dimension string
	Factor    float64
	// Is are IDs of units that it may mean, too: a "krona" is a SEK or a NOK.
	Is []string
}

// IsZero says that there is no unit.
func (u Unit) IsZero() bool { return u.ID == "" }

// money are the IDs of currencies.
var money = wordSet{list: "krona SEK NOK DKK ISK dollar USD AUD CAD EUR GBP pound CHF JPY"}

// IsMoney says that the unit is a currency.
func (u Unit) IsMoney() bool { return money.has(u.ID) }

// Agrees says that u and v may be the same unit.
func (u Unit) Agrees(v Unit) bool {
	return u.ID == v.ID || slices.Contains(u.Is, v.ID) || slices.Contains(v.Is, u.ID)
}

// Measure is a number with its unit.
type Measure struct {
	Number
	Unit Unit // zero when the number has none that is known
	// UnitStart and UnitEnd are the bytes of the unit; both 0 when it stands
	// elsewhere, as after the other end of a range.
	UnitStart, UnitEnd int
	// Article says that the number is only an article: "a mile", "ett dygn".
	Article bool
}

// Measures are the numbers of s, see Numbers, with their units, and besides
// them the articles before units ("a mile"), in order. Time is linear in len(s).
func (l *Language) Measures(s string) []Measure {
	numbers := l.Numbers(s)
	out := slices.Grow([]Measure(nil), len(numbers))
	at := 0
	for _, n := range numbers {
		out = l.articles(out, s, at, n.Start)
		out = append(out, l.measure(s, n))
		at = n.End
	}
	out = l.articles(out, s, at, len(s))
	l.share(out, s)
	return out
}

// measure finds the unit of n in s: after it, or a sign or code of money before it.
func (l *Language) measure(s string, n Number) Measure {
	m := Measure{Number: n}
	if n.Kind == Time || n.Kind == Ordinal || n.Kind == Roman || n.Kind == Period {
		return m
	}
	if id := l.moneyWord(s[n.Start:n.End]); id != "" {
		m.Unit, m.UnitStart, m.UnitEnd = units()[id], n.Start, n.End
		return m
	}
	if id, start := l.unitBefore(s, n.Start); id != "" {
		m.Unit, m.UnitStart, m.UnitEnd = units()[id], start, n.Start
		return m
	}
	if id, start, end := l.unitAfter(s, n); id != "" {
		m.Unit, m.UnitStart, m.UnitEnd = units()[id], start, end
	}
	return m
}

// moneyWord is the money that the last word of a number names: "5 mkr".
func (l *Language) moneyWord(number string) string {
	if len(l.moneyWords) == 0 || !asciiLetter(number[len(number)-1]) {
		return ""
	}
	i := strings.LastIndexFunc(number, func(r rune) bool { return !unicode.IsLetter(r) })
	return l.moneyWords[strings.ToLower(number[i+1:])]
}

// unitBefore is the sign or code of money before i and its place.
func (l *Language) unitBefore(s string, i int) (string, int) {
	head := strings.TrimRight(s[max(0, i-8):i], "\u00a0\u202f ")
	if head == "" || !mayEndMoney(head[len(head)-1]) {
		return "", i
	}
	word := head[strings.LastIndexFunc(head, unicode.IsSpace)+1:]
	word = strings.TrimLeft(word, "(“”\"'[–-~≈<>")
	if id, ok := moneySigns[word]; ok {
		return id, i - (len(s[max(0, i-8):i]) - len(head)) - len(word)
	}
	return "", i
}

// mayEndMoney says that a sign of money may end in byte c: of small letters only in
// that of "kr".
func mayEndMoney(c byte) bool { return c < 'a' || c > 'z' || c == 'r' }

// longestUnit is the most bytes that a unit's words take.
const longestUnit = 40

// unitAfter is the unit after n: its ID and place, "" for none.
func (l *Language) unitAfter(s string, n Number) (string, int, int) {
	at := n.End
	r, w := utf8.DecodeRuneInString(s[at:])
	joined := IsHyphen(r) || n.Kind == Spelled && unicode.IsLetter(r)
	switch {
	case at >= len(s):
		return "", 0, 0
	case unicode.IsSpace(r) || IsHyphen(r):
		at += w
	}
	rest := s[at:min(len(s), at+longestUnit)]
	if id, end := l.unitNamed(rest, n.Kind); id != "" {
		return id, at, at + end
	}
	if joined {
		if id, end := l.unitStem(rest); id != "" {
			return id, at, at + end
		}
	}
	return "", 0, 0
}

// unitNamed is the unit that s, which follows a number of that kind, begins with, and
// the length of its name or sign; "" for none.
func (l *Language) unitNamed(s string, kind NumberKind) (string, int) {
	names := l.quickly().units
	if !names.begins(s) {
		return "", 0
	}
	ends, n := unitEnds(s)
	for reach := names.reach(s); n > 0; {
		n--
		if ends[n] > reach {
			continue // no name is as long
		}
		text := s[:ends[n]]
		if id, ok := unitSigns()[text]; ok && (kind != Spelled || len(text) > 1) {
			return id, len(text)
		}
		if id := l.unitNames[strings.ToLower(strings.ReplaceAll(text, "\u00a0", " "))]; id != "" {
			return id, len(text)
		}
	}
	return "", 0
}

// unitEnds are the first n places where a unit that s begins with may end: after each
// of its first four words, and at its end.
func unitEnds(s string) (ends [4]int, n int) {
	inside := false
	for i, r := range s {
		part := unitPart(r) || inside && (r == '2' || r == '3')
		if inside && !part {
			ends[n] = i
			n++
			if n == len(ends) || r != ' ' && r != '\u00a0' && !IsHyphen(r) {
				break
			}
		}
		if !inside && !part && !unicode.IsSpace(r) {
			break
		}
		inside = part
	}
	if inside && n < len(ends) {
		ends[n] = len(s)
		n++
	}
	return ends, n
}

// unitPart says that r may be a part of a unit wherever it stands.
func unitPart(r rune) bool {
	if r < utf8.RuneSelf {
		return asciiLetter(byte(r)) || strings.IndexByte("%/^'$", byte(r)) >= 0
	}
	return IsWordRune(r) && !unicode.IsDigit(r) || strings.ContainsRune("‰°·²³’€£", r)
}

// unitStem is the unit whose name begins the compound that s begins with
// ("veckors" of "12-veckorsstudie"), and the length of the name.
func (l *Language) unitStem(s string) (string, int) {
	word := strings.ToLower(s[:runEnd(s, 0)])
	for _, stem := range l.unitStems {
		if strings.HasPrefix(word, stem) {
			return l.unitNames[stem], len(stem)
		}
	}
	return "", 0
}

// articles adds to out the articles before units in s[from:to].
func (l *Language) articles(out []Measure, s string, from, to int) []Measure {
	starts := l.quickly()
	for i := from; i < to; i++ {
		if !starts.ones.firsts[s[i]] || i > from && endsInWord(s[from:i]) || !starts.ones.begins(s[i:to]) {
			continue
		}
		end := min(runEnd(s, i), to)
		value := l.oneWords[strings.ToLower(s[i:end])]
		if value == "" || !holdsWord(s[end:to]) {
			continue
		}
		n := Number{Start: i, End: end, Value: value, Kind: Spelled}
		if half := wordBefore(s, max(i-1, 0)); value == "1" && l.oneWords[strings.ToLower(half)] == "0.5" && i-1-len(half) >= from {
			n.Start, n.Value = i-1-len(half), "0.5" // "half an hour"
		}
		if id, a, b := l.unitAfter(s[:to], n); id != "" {
			out = append(out, Measure{Number: n, Unit: units()[id], UnitStart: a, UnitEnd: b, Article: true})
		}
	}
	return out
}

// endsInWord says that the last character of s is one of a word.
func endsInWord(s string) bool {
	if class := byteClass[s[len(s)-1]]; class != wideByte {
		return class == wordByte
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return IsWordRune(r)
}

// holdsWord says that s holds a character of a word.
func holdsWord(s string) bool { return strings.IndexFunc(s, IsWordRune) >= 0 }

// share gives a number without unit the unit of the number after it when the
// two are a range or a pair: "3–5 mg", "5 or 10 percent".
func (l *Language) share(out []Measure, s string) {
	n := l.numberer(s)
	for i := len(out) - 2; i >= 0; i-- {
		m, next := &out[i], &out[i+1]
		if m.Unit.IsZero() && !next.Unit.IsZero() && !next.Article && m.Kind == next.Kind && m.End <= next.Start && n.paired(m.End, next.Start) {
			m.Unit = next.Unit
		}
	}
	for i := 1; i < len(out); i++ { // "$3–5", "SEK 5 to 10"
		m, before := &out[i], out[i-1]
		if m.Unit.IsZero() && before.UnitEnd > 0 && before.UnitEnd <= before.Start && before.End <= m.Start && n.ranged(before.End, m.Start) {
			m.Unit = before.Unit
		}
	}
}

// unitTable makes a language's table of unit names from what is given by ID, names
// parted by commas, and the list of those that may begin a compound, longest first.
func unitTable(byID map[string]string, extra string) (map[string]string, []string) {
	count := 0
	for _, list := range byID {
		count += strings.Count(list, ",") + 1
	}
	names := make(map[string]string, count)
	stems := make([]string, 0, count)
	for id, list := range byID {
		if _, ok := units()[id]; !ok {
			panic("no unit " + id)
		}
		for name := range strings.SplitSeq(list, ",") {
			name = strings.TrimSpace(name)
			if other, ok := names[name]; ok && other != id {
				panic("two units are called " + name)
			}
			names[name] = id
		}
	}
	for stem := range names {
		if len(stem) > 2 && !strings.Contains(stem, " ") {
			stems = append(stems, stem)
		}
	}
	slices.Sort(stems)
	stems = append(stems, strings.Fields(extra)...)
	slices.SortStableFunc(stems, func(a, b string) int { return len(b) - len(a) })
	return names, stems
}
