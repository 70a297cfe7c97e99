// Package lexicon is the bilingual word list: which words of two languages may
// translate each other, in all their inflected forms.
package lexicon

import (
	_ "embed"
	"encoding/binary"
	"strings"
	"sync"

	"tvilling/internal/lexicon/table"
	"tvilling/internal/recent"
)

// Entry is one headword with all its renderings. Two words may translate each
// other when they share an entry.
type Entry = table.Entry

// List is a word list between two languages. It is read-only and safe for
// concurrent use. A nil *List knows no words.
type List struct {
	source, target *side
	whole          Entry                      // entries from here on are of phrases
	friends        func() map[string][]string // source form → false friends; read when first asked for
}

// side is the words of one language, and what they told lately.
type side struct {
	*table.Table
	words     *recent.Words[found]
	compounds *recent.Words[compound]
}

// found is all that a table tells of a word.
type found struct {
	entries []Entry
	roles   table.Role
	ok      bool
}

func newSide(t *table.Table) *side {
	return &side{t, recent.New[found](1 << 15), recent.New[compound](1 << 13)}
}

func (s *side) of(word string) found {
	return s.words.Of(word, func(word string) (f found) {
		f.entries, f.roles, f.ok = s.Find(word)
		return f
	})
}

//go:generate go run ../../cmd/lexicon build

//go:embed en-sv.bin
var englishSwedish []byte

// pairs are the built-in lists, each read when it is first asked for.
var pairs = map[[2]string]func() *List{
	{"en", "sv"}: enSv,
	{"sv", "en"}: sync.OnceValue(func() *List { return enSv().mirror() }),
}

var enSv = sync.OnceValue(func() *List { return read(englishSwedish) })

// Load is the built-in list from source to target ("en", "sv"), either way
// round; nil when there is none for the pair. It is read once and then shared.
func Load(source, target string) *List {
	if load := pairs[[2]string{source, target}]; load != nil {
		return load()
	}
	return nil
}

// magic begins a compiled list; wordlist.Magic is the same.
const magic = "tvl2"

// read reads a compiled list. It panics on anything else, for the lists are part
// of the program.
func read(b []byte) *List {
	rest, ok := strings.CutPrefix(string(b[:min(len(b), len(magic))]), magic)
	if !ok || rest != "" {
		panic("lexicon: the built-in list has another format: run go generate")
	}
	b = b[len(magic):]
	whole, n := binary.Uvarint(b)
	b = b[n:]
	_, n = binary.Uvarint(b)
	source, b, err := table.Read(b[n:])
	if err != nil {
		panic("lexicon: source words: " + err.Error())
	}
	target, b, err := table.Read(b)
	if err != nil {
		panic("lexicon: target words: " + err.Error())
	}
	return &List{source: newSide(source), target: newSide(target), whole: Entry(whole), friends: sync.OnceValue(func() map[string][]string { return readFriends(string(b)) })}
}

// readFriends reads lines of a form, a tab and its false friends.
func readFriends(s string) map[string][]string {
	friends := make(map[string][]string)
	for line := range strings.Lines(s) {
		form, list, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		friends[form] = strings.Split(list, ",")
	}
	return friends
}

// mirror is the list the other way round.
func (l *List) mirror() *List {
	friends := sync.OnceValue(func() map[string][]string {
		friends := make(map[string][]string)
		for _, form := range sortedKeys(l.friends()) {
			for _, f := range l.friends()[form] {
				friends[f] = append(friends[f], form)
			}
		}
		return friends
	})
	return &List{source: l.target, target: l.source, whole: l.whole, friends: friends}
}

// Source are the entries that have word (lower case, any inflected form, or the
// shape it has inside a compound: "hjärn") on the source side; Target those that
// have it on the target side. A fixed phrase is found with single spaces between
// its words. The slices are ascending, shared and read-only.
func (l *List) Source(word string) []Entry {
	if l == nil {
		return nil
	}
	return find(l.source, word)
}

// Target is as Source, for the target side.
func (l *List) Target(word string) []Entry {
	if l == nil {
		return nil
	}
	return find(l.target, word)
}

func find(s *side, word string) []Entry { return s.of(word).entries }

// Partial says that words share entry e only as parts of a phrase: "depend" and
// "på" do not, but "rum" shares one with "occur", which is "äga rum". That is
// evidence, though less than a rendering of one word.
func (l *List) Partial(e Entry) bool { return l != nil && e >= l.whole }

// Knows tells which sides have word as a word of their own, in any inflected
// form. A word that only one side has is evidence of its language.
func (l *List) Knows(word string) (source, target bool) {
	if l == nil {
		return false, false
	}
	return knows(l.source, word), knows(l.target, word)
}

func knows(s *side, word string) bool {
	f := s.of(word)
	return f.ok && len(f.entries) > 0 && f.roles&table.Bound == 0
}

// FalseFriends are the forms of words of the target language that look like word
// (lower case, any form) and do not render it: "eventuellt" for "eventually".
// The slice is sorted, shared and read-only.
func (l *List) FalseFriends(word string) []string {
	if l == nil {
		return nil
	}
	return l.friends()[word]
}
