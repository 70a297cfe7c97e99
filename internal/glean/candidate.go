package glean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

// candidate is a stretch of words that recurs in the source.
type candidate struct {
	key    string // its words, in dictionary form
	kind   Kind
	words  []string // as in key
	places []spot
}

type spot struct {
	block      *doc.Block
	start, end int
}

// text is the candidate as it first stands, without a capital that begins a sentence.
func (c *candidate) text() string {
	at := c.places[0]
	text := at.block.Prose.Text[at.start:at.end]
	if c.kind == Name {
		return text
	}
	return plain(text)
}

const (
	longest  = 4     // words of a term
	maxTerms = 2_000 // looked up in one article; more recur only in hostile ones
)

// token is a word of a source sentence.
type token struct {
	lang.Word
	low     string // lower case
	base    string // dictionary form, lower case
	content bool   // may begin a term
	ends    bool   // and end it
	capital bool
	first   bool // of its sentence
	joined  bool // only a space parts it from the word before
}

// recurring are the candidates that have places enough in the article.
func (g *gleaner) recurring() []*candidate {
	all := slices.DeleteFunc(g.candidates(), func(c *candidate) bool { return len(c.places) < g.options.Least })
	return all[:min(len(all), maxTerms)]
}

// candidates are the stretches that may be terms, in order of first place.
func (g *gleaner) candidates() []*candidate {
	byKey := map[string]*candidate{}
	singles := map[string]int{} // how often each word stands
	var order []*candidate
	for _, b := range g.a.Source.Blocks() {
		if g.options.Skip != nil && g.options.Skip(b) {
			continue
		}
		for _, s := range b.Sentences {
			tokens := g.sentence(s)
			for _, t := range tokens {
				singles[t.base]++
			}
			for i := range tokens {
				for n := 1; n <= longest && i+n <= len(tokens); n++ {
					if n > 1 && !tokens[i+n-1].joined {
						break
					}
					run := tokens[i : i+n]
					kind, ok := g.kind(run)
					if !ok || b.Literal(run[0].Start, run[n-1].End) {
						continue
					}
					words := make([]string, n)
					for k, t := range run {
						words[k] = t.base
					}
					key := strings.Join(words, " ")
					c := byKey[key]
					if c == nil {
						c = &candidate{key: key, kind: kind, words: words}
						byKey[key] = c
						order = append(order, c)
					}
					c.places = append(c.places, spot{b, run[0].Start, run[n-1].End})
				}
			}
		}
	}
	return slices.DeleteFunc(order, func(c *candidate) bool { return !keepsTogether(c, singles) })
}

// sentence is the words of a sentence.
func (g *gleaner) sentence(s doc.Sentence) []token {
	l := g.a.Source.Lang
	prose := s.Block.Prose.Text
	words := l.Words(prose[s.Start:s.End])
	out := make([]token, len(words))
	for i, w := range words {
		w.Start, w.End = w.Start+s.Start, w.End+s.Start
		r, _ := utf8.DecodeRuneInString(w.Text)
		out[i] = g.known(strings.ToLower(w.Text))
		out[i].Word, out[i].capital, out[i].first = w, unicode.IsUpper(r), i == 0
		if i > 0 {
			gap := prose[out[i-1].End:w.Start]
			out[i].joined = gap == " " || gap == "\n"
		}
	}
	return out
}

// known is what is the same of a word wherever it stands.
func (g *gleaner) known(low string) token {
	return g.tokens.Of(low, func(low string) token {
		l := g.a.Source.Lang
		t := token{low: low, base: l.Base(l.Fold(low)),
			content: utf8.RuneCountInString(low) > 2 && !l.FunctionWords[low] && strings.IndexFunc(low, unicode.IsDigit) < 0}
		t.ends = t.content && l.MayName(low)
		return t
	})
}

// kind says whether a run of words may be a term: its ends are content words.
func (g *gleaner) kind(run []token) (Kind, bool) {
	first, last := run[0], run[len(run)-1]
	if !first.content || !last.ends {
		return 0, false
	}
	if len(run) == 1 {
		return g.single(first)
	}
	capitals := 0
	for _, t := range run {
		if t.capital {
			capitals++
		}
	}
	if capitals == len(run) && !first.first {
		return Name, true
	}
	for _, t := range run[1 : len(run)-1] {
		if !t.content {
			return 0, false
		}
	}
	return Phrase, true
}

// single says whether a word alone may be a term.
func (g *gleaner) single(t token) (Kind, bool) {
	if known, _ := g.lexicon.Knows(t.low); known {
		return Word, g.options.Words && (!t.capital || t.first) && !g.a.Source.Lang.Attribute(t.low)
	}
	return Rare, !t.capital && utf8.RuneCountInString(t.low) > 5
}

// keepsTogether says that the words of a phrase stand together in a third or more
// of the places of its rarest.
func keepsTogether(c *candidate, singles map[string]int) bool {
	rarest := singles[c.words[0]]
	for _, w := range c.words[1:] {
		rarest = min(rarest, singles[w])
	}
	return 3*len(c.places) >= rarest
}
