package rules

import (
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
)

const (
	nearLikeness  = 0.75 // words in common of two renderings of one passage
	doubtLikeness = 0.5  // the same where the aligner thinks so but is not sure
	nearWords     = 4    // words that each has at least
	nearShort     = 8    // words below which they may differ in little words only
	nearReach     = 3    // blocks between the two at most
)

// nearRepeats finds the blocks that say nearly the same in nearly the same words
// as one just before or after, where the source has one passage for both. Reported
// are left out.
func nearRepeats(p *check.Pass, reported map[*doc.Block]bool) []repeat {
	var out []repeat
	blocks := p.Target.Blocks()
	for i, b := range blocks {
		if reported[b] || p.InReferences(b) {
			continue
		}
		for _, first := range blocks[max(0, i-nearReach):i] {
			if reported[first] || first.Kind != b.Kind {
				continue
			}
			again, one := oneTooMany(p, first, b)
			if again != nil && nearlySame(p, first, b) {
				out = append(out, repeat{again, one, false})
				reported[again] = true
				break
			}
		}
	}
	return out
}

// nearlySame says that two blocks say the same in nearly the same words.
func nearlySame(p *check.Pass, a, b *doc.Block) bool {
	x, y := saying(a), saying(b)
	return x != "" && y != "" && x != y && wordsAlike(a.Prose.Text, b.Prose.Text, nearLikeness) && !shortAndOther(p, a.Prose.Text, b.Prose.Text)
}

// shortAndOther says that two texts are short and differ in more than little
// words: "What is a rule?" is not "What is a law?".
func shortAndOther(p *check.Pass, a, b string) bool {
	x, y := strings.Fields(labelKey(a)), strings.Fields(labelKey(b))
	if max(len(x), len(y)) >= nearShort {
		return false
	}
	for _, w := range append(without(x, y, equalWords), without(y, x, equalWords)...) {
		if !p.Target.Lang.FunctionWords[w] {
			return true
		}
	}
	return false
}

func equalWords(a, b string) bool { return a == b }

// oneTooMany says which of two target blocks the source has no passage of its own
// for, and which is the other; nil when both have one.
func oneTooMany(p *check.Pass, a, b *doc.Block) (again, first *doc.Block) {
	x, _ := p.Align.Bead(a)
	y, _ := p.Align.Bead(b)
	switch {
	case x == y && len(x.Source) < len(x.Target), y.Extra() && !x.Extra():
		return b, a
	case x.Extra() && !y.Extra():
		return a, b
	}
	return nil, nil
}

// wordsAlike says that two texts have at least this share of their words in
// common, as the Dice coefficient reckons it.
func wordsAlike(a, b string, share float64) bool {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(x) < nearWords || len(y) < nearWords || max(len(x), len(y)) > 2*min(len(x), len(y)) {
		return false
	}
	count := map[string]int{}
	for _, w := range x {
		count[w]++
	}
	shared := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			shared++
		}
	}
	return float64(2*shared) >= share*float64(len(x)+len(y))
}
