package lang

import (
	"slices"
	"strings"
	"sync"
)

// patterns finds words and phrases in a text by how they are written. A star
// at the end of a pattern stands for any ending, one at its beginning for the
// first parts of a compound.
type patterns[T comparable] struct {
	lists []patternList[T]

	once  sync.Once // makes what follows, on first use
	front *tree     // the words and the first words of phrases, by numbers of words; heads, by numbers of heads
	back  *tree     // tails, written backwards
	words []wordPatterns[T]
	heads [][]T // by the letters before the star
	tails [][]T // by the letters after it
}

// patternList is a list of patterns, which commas part, all with one tag.
type patternList[T comparable] struct {
	patterns string
	tag      T
}

// wordPatterns are what a word says alone and the phrases that begin with it.
type wordPatterns[T comparable] struct {
	tags    []T
	phrases []phrasePattern[T]
}

// phrasePattern is a phrase after its first word.
type phrasePattern[T comparable] struct {
	rest []string
	tag  T
}

// add adds the patterns of list, which commas part, all with one tag. It is not
// called any more once the patterns are used.
func (p *patterns[T]) add(list string, tag T) {
	p.lists = append(p.lists, patternList[T]{list, tag})
}

// ready reads the lists on first use: not every run looks for them.
func (p *patterns[T]) ready() {
	p.once.Do(func() {
		words, heads, tails := numbering{}, numbering{}, numbering{}
		for _, list := range p.lists {
			for _, item := range strings.Split(list.patterns, ",") {
				item = strings.TrimSpace(item)
				parts := strings.Fields(item)
				switch {
				case item == "":
				case len(parts) > 1:
					w := at(&p.words, words.of(parts[0]))
					w.phrases = append(w.phrases, phrasePattern[T]{parts[1:], list.tag})
				case strings.HasSuffix(item, "*"):
					tags := at(&p.heads, heads.of(strings.TrimSuffix(item, "*")))
					*tags = append(*tags, list.tag)
				case strings.HasPrefix(item, "*"):
					tags := at(&p.tails, tails.of(backwards(strings.TrimPrefix(item, "*"))))
					*tags = append(*tags, list.tag)
				default:
					w := at(&p.words, words.of(item))
					w.tags = append(w.tags, list.tag)
				}
			}
		}
		at(&p.heads, 0) // what numbers 0 stand for
		at(&p.tails, 0)
		p.front, p.back = grow(append(words.leaves(false), heads.leaves(true)...)), grow(tails.leaves(true))
	})
}

// numbering gives texts numbers from 1 on.
type numbering map[string]uint16

func (n numbering) of(text string) uint16 {
	if n[text] == 0 {
		n[text] = uint16(len(n) + 1)
	}
	return n[text]
}

func (n numbering) leaves(open bool) []leaf {
	out := make([]leaf, 0, len(n))
	for text, number := range n {
		out = append(out, leaf{text, open, number})
	}
	return out
}

// at is item number i of list, which grows for it.
func at[T any](list *[]T, i uint16) *T {
	for len(*list) <= int(i) {
		var zero T
		*list = append(*list, zero)
	}
	return &(*list)[i]
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
		if number > 0 {
			for _, tag := range p.words[number].tags {
				emit(i, i, tag)
			}
		}
		if opens || word != "" && p.back.top[word[len(word)-1]] != 0 {
			p.parts(word, func(tag T) { emit(i, i, tag) })
		}
		if number == 0 {
			continue
		}
		for _, phrase := range p.words[number].phrases {
			if len(folded)-i > len(phrase.rest) && sameWords(folded[i+1:], phrase.rest) {
				emit(i, i+len(phrase.rest), phrase.tag)
			}
		}
	}
}

// begins says that a word or a phrase with that tag begins with the folded word.
func (p *patterns[T]) begins(word string, tag T) bool {
	p.ready()
	number, _ := p.front.find(word)
	return number > 0 && (slices.Contains(p.words[number].tags, tag) ||
		slices.ContainsFunc(p.words[number].phrases, func(phrase phrasePattern[T]) bool { return phrase.tag == tag }))
}

// parts calls emit for the heads and tails that word has, the shortest first.
func (p *patterns[T]) parts(word string, emit func(tag T)) {
	head, tail := uint16(0), uint16(0) // places in front and back
	begins, ends := true, true
	for k := 0; k < min(len(word), longestToken) && (begins || ends); k++ {
		if begins {
			head = p.front.step(head, word[k])
			begins = head != 0
			for _, tag := range p.heads[p.front.nodes[head].open] {
				emit(tag)
			}
		}
		if ends {
			tail = p.back.step(tail, word[len(word)-1-k])
			ends = tail != 0
			for _, tag := range p.tails[p.back.nodes[tail].open] {
				emit(tag)
			}
		}
	}
}

func sameWords(words, want []string) bool {
	for i, w := range want {
		if words[i] != w {
			return false
		}
	}
	return true
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
