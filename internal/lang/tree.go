package lang

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// tree holds words, and beginnings of words, each with a number other than 0. It is
// walked byte by byte, and nine words of ten leave it after two or three: that is far
// cheaper than to hash them. Once made it is read-only; the zero tree holds nothing.
type tree struct {
	nodes  []treeNode  // siblings next to one another; the first is above all words
	firsts [256]bool   // bytes by which a word may begin in whatever case, or a rare letter
	top    [256]uint16 // the nodes of first bytes, which are too many to try one by one
}

// treeNode is a place in a tree that letter leads to.
type treeNode struct {
	letter     byte
	last       bool   // no sibling follows
	below      uint16 // the first of the nodes below; 0 for none
	word, open uint16 // the numbers of the word and of the beginning that end here; 0 for none
}

// leaf is a word that a tree is made of, or a beginning that any letters may follow.
type leaf struct {
	text   string // not empty
	open   bool
	number uint16
}

// grow makes the tree of leaves, which it sorts. Words are found in the form in which
// they are given: in lower case. Of two equal leaves the later counts.
func grow(leaves []leaf) *tree {
	slices.SortStableFunc(leaves, func(a, b leaf) int { return strings.Compare(a.text, b.text) })
	t := &tree{nodes: make([]treeNode, 1, 4*len(leaves)+1)}
	t.fill(0, leaves, 0)
	for c := 0xC0; c < len(t.firsts); c++ {
		t.firsts[c] = true
	}
	for i := 1; i < len(t.nodes); i++ { // the nodes of first bytes come first
		t.top[t.nodes[i].letter] = uint16(i)
		t.admit(t.nodes[i].letter)
		if t.nodes[i].last {
			break
		}
	}
	return t
}

// admit adds c, a small letter or whatever else is no capital, to firsts, and its capital.
func (t *tree) admit(c byte) {
	t.firsts[c] = true
	if c >= 'a' && c <= 'z' {
		t.firsts[c-'a'+'A'] = true
	}
}

// fill adds the nodes below the one at at: of leaves that begin alike in as many bytes
// as depth says, and are longer.
func (t *tree) fill(at int, leaves []leaf, depth int) {
	first := len(t.nodes)
	for rest := leaves; len(rest) > 0; {
		group := alike(rest, depth)
		rest = rest[len(group):]
		n := treeNode{letter: group[0].text[depth], last: len(rest) == 0}
		for ; len(group) > 0 && len(group[0].text) == depth+1; group = group[1:] {
			n.bear(group[0])
		}
		t.nodes = append(t.nodes, n)
	}
	if len(t.nodes) > math.MaxUint16 {
		panic("too many words for a tree")
	}
	if len(leaves) > 0 {
		t.nodes[at].below = uint16(first)
	}
	for i, rest := first, leaves; len(rest) > 0; i++ {
		group := alike(rest, depth)
		rest = rest[len(group):]
		for len(group) > 0 && len(group[0].text) == depth+1 {
			group = group[1:]
		}
		if len(group) > 0 {
			t.fill(i, group, depth+1)
		}
	}
}

// alike are the first of leaves that have one byte at depth.
func alike(leaves []leaf, depth int) []leaf {
	end := 1
	for end < len(leaves) && leaves[end].text[depth] == leaves[0].text[depth] {
		end++
	}
	return leaves[:end]
}

func (n *treeNode) bear(l leaf) {
	if l.open {
		n.open = l.number
	} else {
		n.word = l.number
	}
}

// step is the node below node at that c leads to; 0 when there is none. Node 0 is
// above all words.
func (t *tree) step(at uint16, c byte) uint16 {
	if at == 0 {
		return t.top[c]
	}
	i := t.nodes[at].below
	if i == 0 {
		return 0
	}
	for ; ; i++ {
		if n := &t.nodes[i]; n.letter == c {
			return i
		} else if n.last {
			return 0
		}
	}
}

// find is the number of word, 0 when the tree does not have it; opens says that it
// begins with a beginning.
func (t *tree) find(word string) (number uint16, opens bool) {
	at := uint16(0)
	for i := range len(word) {
		if at = t.step(at, word[i]); at == 0 {
			return 0, opens
		}
		opens = opens || t.nodes[at].open != 0
	}
	return t.nodes[at].word, opens
}

// kinds are the numbers of word, in whatever case, and of the beginnings that it has,
// joined as sets of bits. It has all bits where that cannot be told without folding
// rare letters: what has none is sure not to be in the tree.
func (t *tree) kinds(word string) uint16 {
	at, found := uint16(0), uint16(0)
	for i := range len(word) {
		c, ok := smallByte(word, i)
		if !ok {
			return math.MaxUint16
		}
		if at = t.step(at, c); at == 0 {
			return found
		}
		found |= t.nodes[at].open
	}
	return found | t.nodes[at].word
}

// begins says that s, in whatever case, may begin with a word of the tree behind which
// no letter follows, or with a beginning. It says so, too, where rare letters would have
// to be folded.
func (t *tree) begins(s string) bool {
	at := uint16(0)
	for i := range len(s) {
		c, ok := smallByte(s, i)
		if !ok {
			return true
		}
		if at = t.step(at, c); at == 0 {
			return false
		}
		n := &t.nodes[at]
		if n.open != 0 || n.word != 0 && (i+1 == len(s) || !asciiLetter(s[i+1])) {
			return true
		}
	}
	return false
}

// reach is how many bytes of s, in whatever case, some word of the tree begins with: no
// word that s begins with is longer. It is all of s where rare letters would have to be
// folded.
func (t *tree) reach(s string) int {
	at := uint16(0)
	for i := range len(s) {
		c, ok := smallByte(s, i)
		if !ok {
			return len(s)
		}
		if at = t.step(at, c); at == 0 {
			return i
		}
	}
	return len(s)
}

// within says that some word of s, in whatever case, may be one of the tree, or begin
// with one and a sign.
func (t *tree) within(s string) bool {
	for i := range len(s) {
		if !t.firsts[s[i]] || i > 0 && byteClass[s[i-1]] == wordByte {
			continue
		}
		if s[i] < utf8.RuneSelf || s[i] == 0xC3 { // with 0xC3, a letter of Latin-1 begins
			if t.begins(s[i:]) {
				return true
			}
		} else if r, _ := utf8.DecodeRuneInString(s[i:]); r != utf8.RuneError && IsWordRune(r) {
			return true // a rare letter, which cannot be told here
		}
	}
	return false
}

// each calls emit with the numbers of the words of s, in whatever case, that are in the
// tree or begin with one and a sign, and of the beginnings that they have. It is false
// where that cannot be told without folding rare letters.
func (t *tree) each(s string, emit func(number uint16)) bool {
	for i := range len(s) {
		if !t.firsts[s[i]] || i > 0 && byteClass[s[i-1]] == wordByte {
			continue
		}
		if s[i] < utf8.RuneSelf || s[i] == 0xC3 {
			if !t.eachFirst(s[i:], emit) {
				return false
			}
		} else if r, _ := utf8.DecodeRuneInString(s[i:]); r != utf8.RuneError && IsWordRune(r) {
			return false
		}
	}
	return true
}

// eachFirst is each for the word that s begins with.
func (t *tree) eachFirst(s string, emit func(number uint16)) bool {
	at := uint16(0)
	for i := range len(s) {
		c, ok := smallByte(s, i)
		if !ok {
			return false
		}
		if at = t.step(at, c); at == 0 {
			return true
		}
		n := &t.nodes[at]
		if n.open != 0 {
			emit(n.open)
		}
		if n.word != 0 && (i+1 == len(s) || !asciiLetter(s[i+1])) {
			emit(n.word)
		}
	}
	return true
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// smallByte is byte i of s in lower case; ok is false where that takes more than ASCII
// and Latin-1.
func smallByte(s string, i int) (c byte, ok bool) {
	c = s[i]
	switch {
	case c >= 'A' && c <= 'Z':
		return c | 0x20, true
	case c < utf8.RuneSelf:
		return c, true
	case c < 0xC0: // a later byte of a letter whose first byte was seen
		if i > 0 && s[i-1] == 0xC3 && c < 0x9F && c != 0x97 { // À to Þ without ×
			c |= 0x20
		}
		return c, true
	}
	return c, c == 0xC3 && i+1 < len(s) && s[i+1] < 0xC0
}

// smallLatin says that the letter at i is a small one of Latin-1 outside ASCII.
func smallLatin(s string, i int) bool {
	return s[i] == 0xC3 && i+1 < len(s) && s[i+1] >= 0x9F && s[i+1] < 0xC0
}

// starts are trees that tell of most words quickly that they are nothing special.
type starts struct {
	numbers   *tree     // what spells a number or a time of day, by what may begin there
	dates     *tree     // months and weekdays
	dateBytes [256]bool // by which these may begin, and digits
	ones      *tree     // the words before a unit that count it
	units     *tree     // names and signs of units
	negations *tree     // the first words of negations proper
	opposites *tree     // the first words of clear senses, with places in poles
	poles     []Poles
}

// What a word may begin, as numbers of starts.numbers.
const (
	startsNumber uint16 = 1 << iota
	startsHalf          // see numberRules.halves
	startsTime          // a time of day in words
)

// quickly makes starts on first use: few commands read numbers.
func (l *Language) quickly() *starts {
	l.once.Do(func() {
		l.starts = starts{
			numbers: grow(l.numberStarts()), dates: grow(l.dateNames()),
			ones: grow(leavesOf(l.oneWords)), units: grow(slices.Concat(leavesOf(l.unitNames), leavesOf(unitSigns()))),
			negations: grow(l.negationStarts()),
		}
		opposites, poles := l.clearStarts()
		l.starts.opposites, l.starts.poles = grow(opposites), poles
		l.starts.dateBytes = dateBytes(l.starts.dates, l.dates.capitals)
	})
	return &l.starts
}

// numberStarts are the words that may begin a number or a time of day.
func (l *Language) numberStarts() []leaf {
	words := map[string]uint16{}
	for word := range l.numbers {
		words[word] |= startsNumber
	}
	for _, half := range l.numberRules.halves {
		words[half[:runEnd(half, 0)]] |= startsHalf
	}
	for word := range l.numberRules.times {
		words[word] |= startsTime
	}
	for phrase := range l.numberRules.pastHour {
		words[phrase[:runEnd(phrase, 0)]] |= startsTime
	}
	out := make([]leaf, 0, 2*len(words))
	for word, kinds := range words {
		out = append(out, leaf{word, false, kinds})
	}
	for word, n := range l.numbers {
		if n.role < roleGroup && len(word) >= shortestPart {
			out = append(out, leaf{word, true, startsNumber})
		}
	}
	return out
}

// dateNames are the months and weekdays, these with their endings.
func (l *Language) dateNames() []leaf {
	var out []leaf
	for _, m := range l.Months {
		out = append(out, leaf{m.Name, false, 1})
	}
	for _, day := range l.Weekdays {
		for _, ending := range l.dates.endings {
			out = append(out, leaf{day + ending, false, 1})
		}
	}
	return out
}

// negationStarts are the negations, phrases by their first words.
func (l *Language) negationStarts() []leaf {
	var out []leaf
	for phrase := range l.Negations {
		word, _, _ := strings.Cut(phrase, " ")
		out = append(out, leaf{word, false, 1})
	}
	return out
}

// dateBytes are the bytes by which the names of months and weekdays may begin, capitals
// only where the language has them, and the digits.
func dateBytes(names *tree, capitals bool) [256]bool {
	out := names.firsts
	for c := 'a'; c <= 'z' && capitals; c++ {
		out[c] = false
	}
	for c := '0'; c <= '9'; c++ {
		out[c] = true
	}
	return out
}

// leavesOf are the keys of a table, in lower case.
func leavesOf(table map[string]string) []leaf {
	out := make([]leaf, 0, len(table))
	for word := range table {
		out = append(out, leaf{strings.ToLower(word), false, 1})
	}
	return out
}
