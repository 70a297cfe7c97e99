package rules

import (
	"math"
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
)

// stray is a sentence inside a translated passage that nothing on the other side
// renders.
type stray struct {
	doc.Sentence
	bead *align.BlockBead
	weak bool // the other side has a stray of its own: perhaps a free rendering
}

// What a sentence that was aligned with nothing may share with the other side of
// its passage: one in two of its words when the aligner is sure or the passage's
// length bears it out, else two in five. Where it was aligned together with a
// neighbour, next to nothing. Set on sentences taken out of and put into real texts.
const (
	strayEcho  = 0.4
	sureEcho   = 0.55
	joinedEcho = 0.2
	sureStray  = 0.9 // confidence of the aligner
	strayWords = 4   // words below which a sentence is an interjection
)

// strays are the sentences of the source, or of the target, that have no
// counterpart although their passage has one. Sentences that were joined with a
// neighbour show in its rendering; interjections are too short to be told.
func strays(p *check.Pass, target bool) []stray {
	var out []stray
	for _, b := range p.Translated() {
		if b.Source[0].Kind == doc.Code || len(b.Sentences) == 0 {
			continue
		}
		out = append(out, straysIn(p, b, target)...)
	}
	return out
}

func straysIn(p *check.Pass, b *align.BlockBead, target bool) []stray {
	candidates := map[doc.Sentence]float64{} // with the echo they may have
	other := false
	for _, s := range b.Sentences {
		mine, theirs := sides(s, target)
		switch {
		case len(mine) == 0:
			other = true
		case len(theirs) == 0 && s.Confidence >= sureStray:
			candidates[mine[0]] = sureEcho
		case len(theirs) == 0 && s.Confidence >= check.Trust:
			candidates[mine[0]] = strayEcho
		case len(mine) > 1 && len(theirs) > 0:
			for _, x := range mine {
				candidates[x] = joinedEcho
			}
		}
	}
	if len(candidates) == 0 {
		return nil
	}
	whole := wholeBead(b)
	words, others := p.Telling(whole)
	if target {
		words = others
	}
	var out []stray
	mine, theirs := sides(whole, target)
	for _, s := range mine {
		most, ok := candidates[s]
		if ok && most > joinedEcho && fitsWithout(mine, theirs, s) {
			most += 0.5
		}
		e := check.EchoOf(words, s.Block, s.Start, s.End)
		if ok && tellsMuch(s, e) && e.Share() <= most && rests(words, s) {
			out = append(out, stray{s, b, other})
		}
	}
	return out
}

// tellsMuch says that a sentence has words enough to be missed: three that can
// bear witness, or one when none of them is heard on the other side.
func tellsMuch(s doc.Sentence, e check.Echo) bool {
	return len(strings.Fields(s.Text())) >= strayWords && (e.Words >= 3 || e.Words > 0 && e.Echoed == 0)
}

// fitsWithout says that the two sides have about the same length without s and
// not with it.
func fitsWithout(mine, theirs []doc.Sentence, s doc.Sentence) bool {
	a, b := 0, 0
	for _, x := range mine {
		a += x.End - x.Start
	}
	for _, x := range theirs {
		b += x.End - x.Start
	}
	with := math.Abs(math.Log(float64(a) / float64(b)))
	without := math.Abs(math.Log(float64(max(a-(s.End-s.Start), 1)) / float64(b)))
	return without < 0.2 && with > without+0.15
}

// rests says that the passage without s is well rendered.
func rests(words []align.Word, s doc.Sentence) bool {
	var e check.Echo
	for _, w := range words {
		if w.Block == s.Block && s.Start <= w.Start && w.End <= s.End {
			continue
		}
		e.Add(w)
	}
	return e.Share() >= 0.5
}

// sides are the sentences of the side that is looked at, and of the other one.
func sides(b align.Bead[doc.Sentence], target bool) (mine, theirs []doc.Sentence) {
	if target {
		return b.Target, b.Source
	}
	return b.Source, b.Target
}

// wholeBead is all sentences of a bead as one group.
func wholeBead(b *align.BlockBead) align.Bead[doc.Sentence] {
	var out align.Bead[doc.Sentence]
	for _, x := range b.Source {
		out.Source = append(out.Source, x.Sentences...)
	}
	for _, x := range b.Target {
		out.Target = append(out.Target, x.Sentences...)
	}
	out.Confidence = b.Confidence
	return out
}
