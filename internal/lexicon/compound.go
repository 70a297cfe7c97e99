package lexicon

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"tvilling/internal/lexicon/table"
)

const (
	longestCompound = 60 // bytes: longer ones are not words
	shortestPart    = 3  // letters; prefixes at the very beginning may have two
	shortestPrefix  = 2
	afterPrefix     = 5 // letters that must follow a prefix of two or three in one part
	mostParts       = 5
)

// The cost of a split: fewer parts win, then longer ones.
const (
	costPart   = 10
	costShort  = 6 // for a part of three letters, which much begins with by chance
	costShort4 = 2 // for one of four
	costBound  = 1 // for a shape that is only found in compounds
	costPrefix = 1
)

// TargetParts splits a closed compound of the target language that is no entry
// itself into known parts ("hjärnmagnesium": hjärn-, magnesium); nil when it
// cannot. The parts have entries of their own, but for prefixes ("neuro"), and
// are without the letter a third equal one was dropped for ("nattåg": natt, tåg).
// A hyphenated word is split at its hyphens, and each piece further if it needs to be.
// The slice is shared and read-only.
func (l *List) TargetParts(word string) []string {
	if l == nil {
		return nil
	}
	return parts(l.target, word)
}

// SourceParts does the same for the source language.
func (l *List) SourceParts(word string) []string {
	if l == nil {
		return nil
	}
	return parts(l.source, word)
}

// TargetInParts are the entries of word on the target side, as from Target, and
// for a word without any those of its parts, as from TargetParts, one part after
// the other. The slices are shared and read-only.
func (l *List) TargetInParts(word string) (own, parts []Entry) {
	if l == nil {
		return nil, nil
	}
	return inParts(l.target, word)
}

// SourceInParts does the same for the source language.
func (l *List) SourceInParts(word string) (own, parts []Entry) {
	if l == nil {
		return nil, nil
	}
	return inParts(l.source, word)
}

func inParts(s *side, word string) (own, parts []Entry) {
	if own = s.of(word).entries; len(own) == 0 {
		parts = s.compound(word).entries
	}
	return own, parts
}

// compound is what a word consists of that has no entry itself.
type compound struct {
	parts   []string // nil when it cannot be split
	entries []Entry  // of all parts
}

func parts(s *side, word string) []string {
	if knows(s, word) {
		return nil
	}
	return s.compound(word).parts
}

// compound splits a word that s does not know.
func (s *side) compound(word string) compound {
	if len(word) > longestCompound || len(word) < 2*shortestPart {
		return compound{}
	}
	return s.compounds.Of(word, func(word string) (c compound) {
		c.parts = slices.Clip(split(s, word))
		for _, p := range c.parts {
			c.entries = append(c.entries, s.of(p).entries...)
		}
		c.entries = slices.Clip(c.entries)
		return c
	})
}

func split(t *side, word string) []string {
	if !strings.Contains(word, "-") {
		return closed(t, word)
	}
	var out []string
	known := false
	for piece := range strings.SplitSeq(word, "-") {
		switch inner := closed(t, piece); {
		case len(inner) > 0 && !knows(t, piece):
			out, known = append(out, inner...), true
		case piece != "":
			out, known = append(out, piece), known || knows(t, piece)
		}
	}
	if !known || len(out) < 2 {
		return nil
	}
	return out
}

// step is the best way to have split a word up to some place into parts none of
// which is the last.
type step struct {
	cost, parts int16
	from, end   int16 // of the last part; end may be one beyond the place, for a dropped letter
	ok          bool
	prefix      bool // the last part is a prefix of two or three letters
}

// closed splits a word without hyphens: the cheapest chain of parts of which the
// last may end a compound and all others may begin one.
func closed(t *side, word string) []string {
	if len(word) < 2*shortestPart || len(word) > longestCompound {
		return nil
	}
	var steps [longestCompound + 1]step
	steps[0].ok = true
	best := step{cost: 1 << 14}
	for from := 0; from < len(word)-shortestPart+1; from++ {
		if !steps[from].ok || steps[from].parts >= mostParts || !utf8.RuneStart(word[from]) {
			continue
		}
		w, letters := t.Walk(), 0
		for i := from; i < len(word) && w.Step(word[i]); i++ {
			if utf8.RuneStart(word[i]) {
				letters++
			}
			roles, ok := w.Roles()
			if ok && (letters >= shortestPart || from == 0 && letters >= shortestPrefix && roles&table.Prefix != 0) {
				extend(&steps, &best, word, part{from, i + 1, letters, roles})
			}
		}
	}
	if !best.ok || best.parts < 2 {
		return nil
	}
	out := make([]string, best.parts)
	for s, i := best, len(out)-1; i >= 0; i-- {
		out[i] = word[s.from:s.end]
		s = steps[s.from]
	}
	return out
}

type part struct {
	from, end, letters int
	roles              table.Role
}

// extend puts part p after the best split up to where it begins.
func extend(steps *[longestCompound + 1]step, best *step, word string, p part) {
	before := steps[p.from]
	s := step{cost: before.cost + costPart, parts: before.parts + 1, from: int16(p.from), end: int16(p.end), ok: true}
	switch p.letters {
	case 2, 3:
		s.cost += costShort
	case 4:
		s.cost += costShort4
	}
	if before.prefix && p.letters < afterPrefix {
		return
	}
	if p.end == len(word) {
		if p.roles&table.Last != 0 && s.cost < best.cost {
			*best = s
		}
		return
	}
	if p.roles&(table.First|table.Prefix) == 0 || p.letters < shortestPart && p.roles&table.Prefix == 0 {
		return
	}
	if p.roles&table.Bound != 0 {
		s.cost += costBound
	}
	if p.roles&table.First == 0 || p.letters < shortestPart {
		s.cost += costPrefix
		s.prefix = p.letters <= shortestPart
	}
	put(&steps[p.end], s)
	if word[p.end-1] == word[p.end-2] && strings.IndexByte("bdfgklmnprst", word[p.end-1]) >= 0 {
		put(&steps[p.end-1], s) // natt + tåg is nattåg
	}
}

func put(at *step, s step) {
	if !at.ok || s.cost < at.cost {
		*at = s
	}
}

func sortedKeys(m map[string][]string) []string { return slices.Sorted(maps.Keys(m)) }
