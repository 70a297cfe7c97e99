package lang

import "unicode/utf8"

// beginnings tell quickly that a text begins with no word of a list: they know
// the first two bytes of each word. Nine words of ten need no further look.
type beginnings [1 << 16 / 64]uint64

// add adds a word in lower case.
func (b *beginnings) add(word string) {
	if at, ok := beginning(word); ok {
		b[at/64] |= 1 << (at % 64)
	}
}

// addOpen adds a word in lower case that any letters may follow.
func (b *beginnings) addOpen(word string) {
	b.add(word)
	if len(word) == 1 {
		for c := range rune(utf8.RuneSelf) {
			b.add(word + string(c))
		}
	}
}

// may says that s may begin with one of the words, capitals or not; of a phrase
// with its first word, with one of a single letter only when s has no other. Texts that begin with other than ASCII always may.
func (b *beginnings) may(s string) bool {
	at, ok := beginning(s)
	return !ok || b[at/64]&(1<<(at%64)) != 0
}

// beginning is the number of the first two bytes of s, in lower case; false when
// they are not both ASCII.
func beginning(s string) (uint16, bool) {
	var two [2]byte
	for i := range min(len(s), 2) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return 0, false
		}
		if asciiClass[c] != wordByte {
			break
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		two[i] = c
	}
	return uint16(two[0])<<8 | uint16(two[1]), true
}

// quick is what spares a Language most of its looking up.
type quick struct {
	numbers beginnings // of what spells a number or a time of day
	dates   beginnings // of months and weekdays
	units   beginnings // of the words before a unit that count it
}

// quickly makes quick on first use: the data of a language come from several files.
func (l *Language) quickly() *quick {
	l.once.Do(func() {
		q := &l.quick
		for word := range l.numbers {
			q.numbers.add(word)
		}
		for _, list := range [][]string{l.numberRules.halves, l.numberRules.andHalf} {
			for _, word := range list {
				q.numbers.add(word)
			}
		}
		for word := range l.numberRules.times {
			q.numbers.add(word)
		}
		for word := range l.numberRules.pastHour {
			q.numbers.add(word)
		}
		for _, m := range l.Months {
			q.dates.add(m.Name)
		}
		for _, day := range l.Weekdays {
			q.dates.add(day)
		}
		for word := range l.oneWords {
			q.units.add(word)
		}
	})
	return &l.quick
}
