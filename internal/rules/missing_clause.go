package rules

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

var _ = register(&check.Rule{
	ID:       "missing-clause",
	Title:    "The end of a sentence has no translation",
	Category: "accuracy/omission",
	Severity: check.Suggestion,
	Doc: `A clause at the end of a longer sentence, or up to a comma in it, of which the
translation has not one word, while it renders the rest in full and is shorter for it.
Free renderings use other words for the same thing; where the translation has such
words nothing is said.`,
	Bad: []check.Example{{
		Source: "The ferry leaves the harbour every morning at seven, even when heavy snow covers the road to the pier.",
		Target: "Färjan lämnar hamnen varje morgon klockan sju.",
	}},
	Good: []check.Example{{
		Source: "The ferry leaves the harbour every morning at seven, even when heavy snow covers the road to the pier.",
		Target: "Färjan lämnar hamnen varje morgon klockan sju, oavsett väglag och hur det ser ut nere vid kajen.",
	}},
	Run: missingClause,
})

func missingClause(p *check.Pass) {
	ratio := lengthRatio(p)
	for _, b := range p.Translated() {
		for _, s := range b.Sentences {
			if len(s.Source) != 1 || len(s.Target) == 0 || s.Confidence < check.Trust {
				continue
			}
			if lost := lostClause(p, s, ratio); lost.End > lost.Start {
				last := s.Target[len(s.Target)-1]
				p.Report(check.Finding{
					Span: last.Span().After(), Related: p.FromSource(lost.Span()),
					Message: fmt.Sprintf("nothing in this sentence renders %s of the source", check.Quote(lost.Text())),
				})
			}
		}
	}
}

// lengthRatio is how long the translated prose is for each rune of its source. It
// starts from as long, so that a short article does not take its own gaps for usual.
func lengthRatio(p *check.Pass) float64 {
	const asLong = 1000 // runes
	source, target := asLong, asLong
	for _, b := range p.Translated() {
		for _, x := range b.Source {
			source += utf8.RuneCountInString(x.Prose.Text)
		}
		for _, x := range b.Target {
			target += utf8.RuneCountInString(x.Prose.Text)
		}
	}
	return float64(target) / float64(source)
}

// demand is what must hold for a stretch of source words to be lost, by how many
// of them the target has nothing for. The fewer, the better all else must fit.
type demand struct {
	rest  float64 // share of the source's other words that the target has
	odd   int     // words of the target that nothing in the source accounts for, at most
	short float64 // how much too short the target is with the stretch, as a logarithm
	fit   float64 // how far from its due length it may be without
}

// demands are by number of silent words; more than three are as three, or as five
// when there are so many and the target is much too short.
var demands = map[int]demand{2: {0.75, 0, 0.25, 0.25}, 3: {0.6, 1, leastShort, 0.3}, 5: {0.6, 2, 0.35, 0.4}}

// leastShort is the least that any demand has for short: most targets are longer,
// and their words need not be looked at.
const leastShort = 0.15

// lostClause is the stretch of a group's source sentence that its target lacks;
// empty for none.
func lostClause(p *check.Pass, s align.Bead[doc.Sentence], ratio float64) doc.Sentence {
	length := runes(s.Target)
	due := ratio * float64(runes(s.Source))
	with := math.Log(float64(length) / due)
	if with > -leastShort {
		return doc.Sentence{}
	}
	source, target := p.Telling(s)
	from, to := silentStretch(source)
	silent, rest, own := check.Echo{}, check.Echo{}, check.Echo{}
	for i, w := range source {
		if from <= i && i < to {
			silent.Add(w)
		} else {
			rest.Add(w)
		}
	}
	for _, w := range target {
		own.Add(w)
	}
	n := silent.Words - silent.Echoed
	if n < 2 || n == 2 && to < len(source) || rest.Words < 2 {
		return doc.Sentence{}
	}
	lost := clauseAround(s.Source[0], source, from, to)
	without := math.Abs(math.Log(float64(length) / max(due-ratio*float64(utf8.RuneCountInString(lost.Text())), 1)))
	met := func(d demand) bool {
		return rest.Share() >= d.rest && own.Words-own.Echoed <= max(d.odd, (n-1)/3) && with <= -d.short && without <= d.fit
	}
	if without <= -with && (met(demands[min(n, 3)]) || n >= 5 && silent.Echoed == 0 && met(demands[5])) {
		return lost
	}
	return doc.Sentence{}
}

// runes is how many characters sentences have.
func runes(sentences []doc.Sentence) int {
	n := 0
	for _, s := range sentences {
		n += utf8.RuneCountInString(s.Text())
	}
	return n
}

// heardCost is what a word that the target has weighs against one that it lacks:
// a common word of a lost clause may well stand elsewhere in the sentence.
const heardCost = 0.8

// silentStretch is the stretch [from, to) of words that has the most that are not
// echoed and the fewest that are; one up to the end of the sentence is preferred.
func silentStretch(words []align.Word) (from, to int) {
	best, sum, start := 0.0, 0.0, 0
	for i, w := range words {
		if sum <= 0 {
			sum, start = 0, i
		}
		if w.Echoed {
			sum -= heardCost
		} else {
			sum++
		}
		if sum >= best && sum > 0 {
			best, from, to = sum, start, i+1
		}
	}
	sum = 0
	for i := len(words) - 1; i >= 0; i-- {
		if words[i].Echoed {
			sum -= heardCost
		} else {
			sum++
		}
		if sum > best-1 && sum > 1 && !words[i].Echoed {
			best, from, to = sum+1, i, len(words)
		}
	}
	return from, to
}

// clauseAround is the stretch [from, to) of a sentence's telling words with the
// little words before them, and to the end of the sentence if they are its last.
func clauseAround(s doc.Sentence, words []align.Word, from, to int) doc.Sentence {
	prose := s.Block.Prose.Text
	start, end := words[from].Start, words[to-1].End
	if from > 0 {
		start = words[from-1].End
	}
	if i := strings.LastIndexAny(prose[start:words[from].Start], ",;:()–—"); i >= 0 {
		start += i
	}
	for r, n := utf8.DecodeRuneInString(prose[start:end]); start < end && !lang.IsWordRune(r); r, n = utf8.DecodeRuneInString(prose[start:end]) {
		start += n
	}
	return doc.Sentence{Block: s.Block, Start: start, End: end}
}
