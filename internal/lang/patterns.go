package lang

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// patterns finds words and phrases in a text by how they are written. A star
// at the end of a pattern stands for any ending, one at its beginning for the
// first parts of a compound.
type patterns[T any] struct {
	lists []patternList[T]

	once    sync.Once // makes what follows, on first use
	front   *tree     // the words, the first words of phrases and the heads, with numbers of begun
	back    *tree     // tails, written backwards, with numbers of ended
	begun   sayings
	ended   sayings
	phrases []string // each after its first word
}

// patternList is a list of patterns, which commas part, all with one tag.
type patternList[T any] struct {
	patterns string
	tag      T
}

// saying is one pattern as it is found.
type saying struct {
	list   uint16 // that it stands in
	phrase uint16 // how it goes on, as one of phrases, from 1 on; 0 when it does not
}

// sayings are those of all places of a tree in one piece of memory.
type sayings struct {
	all  []saying
	from []uint16 // by number: where its sayings begin in all; one more for the end
}

// of are the sayings with that number, in order of lists; none for 0.
func (s *sayings) of(number uint16) []saying { return s.all[s.from[number]:s.from[number+1]] }

// add adds the patterns of list, which commas part, all with one tag. It is not
// called any more once the patterns are used.
func (p *patterns[T]) add(list string, tag T) {
	p.lists = append(p.lists, patternList[T]{list, tag})
}

// ready reads the lists on first use: not every run looks for them.
func (p *patterns[T]) ready() {
	p.once.Do(func() {
		count := 0
		for _, list := range p.lists {
			count += strings.Count(list.patterns, ",") + 1
		}
		front, back := make([]filed, 0, count), []filed(nil)
		for i, list := range p.lists {
			for item := range strings.SplitSeq(list.patterns, ",") {
				f := filed{text: strings.TrimSpace(item), saying: saying{list: uint16(i)}}
				space := strings.IndexAny(f.text, " \t\n")
				switch {
				case f.text == "":
				case space > 0:
					p.phrases = append(p.phrases, f.text[space+1:])
					f.text, f.phrase = f.text[:space], uint16(len(p.phrases))
					front = append(front, f)
				case strings.HasSuffix(f.text, "*"):
					f.text, f.open = strings.TrimSuffix(f.text, "*"), true
					front = append(front, f)
				case strings.HasPrefix(f.text, "*"):
					f.text, f.open = backwards(strings.TrimPrefix(f.text, "*")), true
					back = append(back, f)
				default:
					front = append(front, f)
				}
			}
		}
		p.front, p.begun = file(front)
		p.back, p.ended = file(back)
	})
}

// filed is a pattern on its way into a tree.
type filed struct {
	text string
	open bool
	saying
}

// file makes a tree of patterns, and the sayings of its numbers.
func file(patterns []filed) (*tree, sayings) {
	slices.SortFunc(patterns, func(a, b filed) int {
		opens := 0
		if a.open != b.open {
			if opens = 1; b.open {
				opens = -1
			}
		}
		return cmp.Or(cmp.Compare(a.text, b.text), opens, cmp.Compare(a.list, b.list), cmp.Compare(a.phrase, b.phrase))
	})
	leaves := make([]leaf, 0, len(patterns))
	s := sayings{all: make([]saying, 0, len(patterns)), from: make([]uint16, 1, len(patterns)+2)}
	for _, p := range patterns {
		if last := len(leaves) - 1; last < 0 || leaves[last].text != p.text || leaves[last].open != p.open {
			leaves = append(leaves, leaf{p.text, p.open, uint16(len(leaves) + 1)})
			s.from = append(s.from, uint16(len(s.all)))
		}
		s.all = append(s.all, p.saying)
	}
	s.from = append(s.from, uint16(len(s.all)))
	return grow(leaves), s
}

// backwards is s with its bytes the other way round.
func backwards(s string) string {
	out := make([]byte, len(s))
	for i := range len(s) {
		out[len(s)-1-i] = s[i]
	}
	return string(out)
}

// find calls emit for every pattern that words match: with the first and the
// last word of the match. folded are the words in lower case with straight
// apostrophes.
func (p *patterns[T]) find(folded []string, emit func(first, last int, tag T)) {
	p.ready()
	for i, word := range folded {
		number, opens := p.front.find(word)
		for _, s := range p.begun.of(number) {
			if s.phrase == 0 {
				emit(i, i, p.lists[s.list].tag)
			}
		}
		if opens || word != "" && p.back.top[word[len(word)-1]] != 0 {
			p.parts(word, func(tag T) { emit(i, i, tag) })
		}
		for _, s := range p.begun.of(number) {
			if s.phrase > 0 {
				if n := follows(folded[i+1:], p.phrases[s.phrase-1]); n > 0 {
					emit(i, i+n, p.lists[s.list].tag)
				}
			}
		}
	}
}

// parts calls emit for the heads and tails that word has, the shortest first.
func (p *patterns[T]) parts(word string, emit func(tag T)) {
	head, tail := uint16(0), uint16(0) // places in front and back
	begins, ends := true, true
	for k := 0; k < min(len(word), longestToken) && (begins || ends); k++ {
		if begins {
			head = p.front.step(head, word[k])
			begins = head != 0
			for _, s := range p.begun.of(p.front.nodes[head].open) {
				emit(p.lists[s.list].tag)
			}
		}
		if ends {
			tail = p.back.step(tail, word[len(word)-1-k])
			ends = tail != 0
			for _, s := range p.ended.of(p.back.nodes[tail].open) {
				emit(p.lists[s.list].tag)
			}
		}
	}
}

// follows is how many words the rest of a phrase has, if words begin with it; else 0.
func follows(words []string, rest string) (n int) {
	for word := range strings.FieldsSeq(rest) {
		if n == len(words) || words[n] != word {
			return 0
		}
		n++
	}
	return n
}

// foldWords adds the words of s and their folded forms to two lists, which are
// mostly empty and have room.
func (l *Language) foldWords(s string, words []Word, folded []string) ([]Word, []string) {
	for w, ok := l.wordFrom(s, 0); ok; w, ok = l.wordFrom(s, w.End) {
		words = append(words, w)
		folded = append(folded, Fold(w.Text))
	}
	return words, folded
}

// usualWords is how many words most sentences have at most.
const usualWords = 48
