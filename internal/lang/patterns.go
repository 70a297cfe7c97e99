package lang

import "strings"

// patterns finds words and phrases in a text by how they are written. A star
// at the end of a pattern stands for any ending, one at its beginning for the
// first parts of a compound.
type patterns[T any] struct {
	words   map[string][]T // by whole word
	heads   map[string][]T // by the letters before the star
	tails   map[string][]T // by the letters after it
	phrases map[string][]phrasePattern[T]

	whole      beginnings // of words and phrases
	begin, end beginnings // of heads, and of tails written backwards
}

// phrasePattern is a phrase after its first word.
type phrasePattern[T any] struct {
	rest []string
	tag  T
}

// add adds the patterns of list, which commas part, all with one tag.
func (p *patterns[T]) add(list string, tag T) {
	if p.words == nil {
		p.words, p.heads, p.tails, p.phrases = map[string][]T{}, map[string][]T{}, map[string][]T{}, map[string][]phrasePattern[T]{}
	}
	for _, item := range strings.Split(list, ",") {
		item = strings.TrimSpace(item)
		parts := strings.Fields(item)
		switch {
		case item == "":
		case len(parts) > 1:
			p.whole.add(parts[0])
			p.phrases[parts[0]] = append(p.phrases[parts[0]], phrasePattern[T]{parts[1:], tag})
		case strings.HasSuffix(item, "*"):
			item = strings.TrimSuffix(item, "*")
			p.begin.addOpen(item)
			p.heads[item] = append(p.heads[item], tag)
		case strings.HasPrefix(item, "*"):
			item = strings.TrimPrefix(item, "*")
			p.end.addOpen(lastTwo(item))
			p.tails[item] = append(p.tails[item], tag)
		default:
			p.whole.add(item)
			p.words[item] = append(p.words[item], tag)
		}
	}
}

// find calls emit for every pattern that words match: with the first and the
// last word of the match. folded are the words in lower case with straight
// apostrophes.
func (p *patterns[T]) find(folded []string, emit func(first, last int, tag T)) {
	for i, word := range folded {
		whole := p.whole.may(word)
		if whole {
			for _, tag := range p.words[word] {
				emit(i, i, tag)
			}
		}
		begins, ends := p.begin.may(word), p.end.may(lastTwo(word))
		for k := 1; k <= min(len(word), longestToken) && (begins || ends); k++ {
			if begins {
				for _, tag := range p.heads[word[:k]] {
					emit(i, i, tag)
				}
			}
			if ends {
				for _, tag := range p.tails[word[len(word)-k:]] {
					emit(i, i, tag)
				}
			}
		}
		if !whole {
			continue
		}
		for _, phrase := range p.phrases[word] {
			if len(folded)-i > len(phrase.rest) && sameWords(folded[i+1:], phrase.rest) {
				emit(i, i+len(phrase.rest), phrase.tag)
			}
		}
	}
}

// lastTwo are the last two bytes of s, the last one first.
func lastTwo(s string) string {
	if len(s) < 2 {
		return s
	}
	return string([]byte{s[len(s)-1], s[len(s)-2]})
}

func sameWords(words, want []string) bool {
	for i, w := range want {
		if words[i] != w {
			return false
		}
	}
	return true
}

// foldWords are the words of s and their folded forms.
func (l *Language) foldWords(s string) (words []Word, folded []string) {
	words = l.Words(s)
	folded = make([]string, 0, len(words))
	for _, w := range words {
		folded = append(folded, Fold(w.Text))
	}
	return words, folded
}
