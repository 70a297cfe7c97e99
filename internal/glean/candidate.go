package glean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/doc"
)

// candidate is a stretch of words that recurs in the source.
type candidate struct {
	key    string // its words, in dictionary form
	kind   Kind
	words  []string // as in key
	rarest int      // places of the rarest of its words
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
	form       int32 // index of words.forms
	start, end int32 // bytes of the block's prose
	first      bool  // of its sentence
	joined     bool  // only a space parts it from the word before
}

// form is a word as it is written, and what is the same of it wherever it stands.
type form struct {
	text    string
	base    int32 // index of words.bases
	capital bool
	content bool // may begin a term
	ends    bool // and end it
}

// standing is what is the same of a word however its letters are large or small.
type standing struct {
	base    string // dictionary form, lower case; empty when it is the word itself, as mostly
	content bool
	ends    bool
}

// words are the words of all sentences of the source, each written down once.
type words struct {
	sentences []sentence
	tokens    []token // of all sentences
	forms     []form
	bases     []string // dictionary forms
	counts    []int32  // how often each of bases stands

	byText, byBase map[string]int32 // places in forms and in bases
}

// sentence is tokens [from, to) of words.
type sentence struct {
	block    *doc.Block
	from, to int
}

// sequence names up to longest words in a row by their places in words.bases, from one
// on; zero stands for no word.
type sequence [longest]int32

// recurring are the candidates that have places enough in the article.
func (g *gleaner) recurring() []*candidate {
	all := slices.DeleteFunc(g.candidates(g.options.Least), func(c *candidate) bool { return len(c.places) < g.options.Least })
	return all[:min(len(all), maxTerms)]
}

// candidates are the stretches that may be terms, in order of first place. Those
// with a word that stands less than least times, 1 or more, are left out: they
// cannot stand more often, and are by far the most.
func (g *gleaner) candidates(least int) []*candidate {
	w := g.words()
	bySequence := map[sequence]*candidate{}
	var order []*candidate
	for _, s := range w.sentences {
		tokens := w.tokens[s.from:s.to]
		for i := range tokens {
			var at sequence
			for n := 1; n <= longest && i+n <= len(tokens); n++ {
				last := &tokens[i+n-1]
				base := w.forms[last.form].base
				if n > 1 && !last.joined || int(w.counts[base]) < least {
					break
				}
				at[n-1] = base + 1
				kind, ok := g.kind(w, tokens[i:i+n])
				start, end := int(tokens[i].start), int(last.end)
				if !ok || s.block.Literal(start, end) {
					continue
				}
				c := bySequence[at]
				if c == nil {
					c = w.candidate(kind, at[:n])
					bySequence[at] = c
					order = append(order, c)
				}
				c.places = append(c.places, spot{s.block, start, end})
			}
		}
	}
	return slices.DeleteFunc(order, func(c *candidate) bool { return !c.keepsTogether() })
}

// candidate is one without places yet.
func (w *words) candidate(kind Kind, run []int32) *candidate {
	c := &candidate{kind: kind, words: make([]string, len(run)), rarest: int(w.counts[run[0]-1])}
	for k, base := range run {
		c.words[k] = w.bases[base-1]
		c.rarest = min(c.rarest, int(w.counts[base-1]))
	}
	c.key = strings.Join(c.words, " ")
	return c
}

// words are those of the source that may be parts of terms.
func (g *gleaner) words() *words {
	var blocks []*doc.Block
	size := 0
	for _, b := range g.a.Source.Blocks() {
		if g.options.Skip == nil || !g.options.Skip(b) {
			blocks = append(blocks, b)
			size += len(b.Prose.Text)
		}
	}
	// A word and its space take six bytes or more, and every third is a new one.
	all, fresh := size/6, size/20
	w := &words{tokens: make([]token, 0, all), forms: make([]form, 0, fresh), bases: make([]string, 0, fresh), counts: make([]int32, 0, fresh),
		byText: make(map[string]int32, fresh), byBase: make(map[string]int32, fresh)}
	for _, b := range blocks {
		for _, s := range b.Sentences {
			g.sentence(w, s)
		}
	}
	g.stand(w)
	for _, t := range w.tokens {
		w.counts[w.forms[t.form].base]++
	}
	return w
}

// sentence adds the words of a sentence.
func (g *gleaner) sentence(w *words, s doc.Sentence) {
	prose := s.Block.Prose.Text
	from := len(w.tokens)
	for word := range g.a.Source.Lang.EachWord(prose[s.Start:s.End]) {
		t := token{form: w.form(word.Text), start: int32(s.Start + word.Start), end: int32(s.Start + word.End), first: len(w.tokens) == from}
		if !t.first {
			gap := prose[w.tokens[len(w.tokens)-1].end:t.start]
			t.joined = gap == " " || gap == "\n"
		}
		w.tokens = append(w.tokens, t)
	}
	w.sentences = append(w.sentences, sentence{s.Block, from, len(w.tokens)})
}

// form is the place of a word in w.forms. What it stands for is not known yet.
func (w *words) form(text string) int32 {
	i, ok := w.byText[text]
	if !ok {
		i = int32(len(w.forms))
		w.byText[text] = i
		w.forms = append(w.forms, form{text: text})
	}
	return i
}

// stand finds what the forms of w stand for.
func (g *gleaner) stand(w *words) {
	low := make([]string, len(w.forms))
	for i := range low {
		low[i] = strings.ToLower(w.forms[i].text)
	}
	g.standings.Each(low, g.standing, func(i int, s standing) {
		if s.base == "" {
			s.base = low[i]
		}
		f := &w.forms[i]
		r, _ := utf8.DecodeRuneInString(f.text)
		f.base, f.capital, f.content, f.ends = w.base(s.base), unicode.IsUpper(r), s.content, s.ends
	})
}

// base is the place of a dictionary form in w.bases.
func (w *words) base(text string) int32 {
	i, ok := w.byBase[text]
	if !ok {
		i = int32(len(w.bases))
		w.byBase[text] = i
		w.bases, w.counts = append(w.bases, text), append(w.counts, 0)
	}
	return i
}

// standing is what is the same of a lower-case word wherever it stands.
func (g *gleaner) standing(low string) standing {
	l := g.a.Source.Lang
	s := standing{base: l.Base(l.Fold(low)),
		content: utf8.RuneCountInString(low) > 2 && !l.FunctionWords[low] && strings.IndexFunc(low, unicode.IsDigit) < 0}
	s.ends = s.content && l.MayName(low)
	if s.base == low {
		s.base = ""
	}
	return s
}

// kind says whether a run of words may be a term: its ends are content words.
func (g *gleaner) kind(w *words, run []token) (Kind, bool) {
	first, last := &w.forms[run[0].form], &w.forms[run[len(run)-1].form]
	if !first.content || !last.ends {
		return 0, false
	}
	if len(run) == 1 {
		return g.single(first, run[0].first)
	}
	capitals := 0
	for _, t := range run {
		if w.forms[t.form].capital {
			capitals++
		}
	}
	if capitals == len(run) && !run[0].first {
		return Name, true
	}
	for _, t := range run[1 : len(run)-1] {
		if !w.forms[t.form].content {
			return 0, false
		}
	}
	return Phrase, true
}

// single says whether a word alone may be a term; first, that it begins a sentence.
func (g *gleaner) single(f *form, first bool) (Kind, bool) {
	rare := !f.capital && utf8.RuneCountInString(f.text) > 5
	if !rare && !g.options.Words {
		return 0, false // whether or not the word list has it
	}
	low := strings.ToLower(f.text)
	if known, _ := g.lexicon.Knows(low); known {
		return Word, g.options.Words && (!f.capital || first) && !g.a.Source.Lang.Attribute(low)
	}
	return Rare, rare
}

// keepsTogether says that the words of a phrase stand together in a third or more
// of the places of its rarest.
func (c *candidate) keepsTogether() bool { return 3*len(c.places) >= c.rarest }
