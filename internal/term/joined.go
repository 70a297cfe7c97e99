package term

import (
	"unicode/utf8"

	"tvilling/internal/lang"
)

const coordination = "coordination"

// The longest joint ending (-arnas) in bytes; see Inflection's colon forms.
const maxJointEnding = 6

// joined reads the token at i together with the next as one word: an initialism
// with its ending (EEG-t), a word split by a hyphen (neuro-plasticitet) or by a
// space (långtids potentiering).
func (f *finder) joined(n *node, i int, tr trail) {
	if i+1 >= len(f.tokens) {
		return
	}
	t, u := &f.tokens[i], &f.tokens[i+1]
	var s step
	switch {
	case t.after == hyphened && t.caps && len(u.word) <= maxJointEnding && !u.caps:
		s.word = t.word + "-" + u.word
	case t.after == hyphened && letters(t) && (letters(u) || len(t.word) == 1):
		s.word, s.rule, s.least = t.word+u.word, "hyphen left out", len(t.word)
	case t.after == spaced && f.mayBeApart(n, t, u):
		s.word, s.rule, s.least, s.loose = t.word+u.word, "written apart", len(t.word), true
	default:
		return
	}
	s.raw, s.next, s.second, s.bytes = t.raw, i+2, u.start, len(t.raw)+len(u.raw)
	s.pieces = []lang.Range{{Start: t.start, End: u.end}}
	f.take(n, s, tr)
}

// leastApart is how many letters a word has that is found though it is written apart.
const leastApart = 8

// mayBeApart says that t and u may be one word written apart, for all that is seen
// at a glance: most neighbours are not, and to see that saves making the word.
func (f *finder) mayBeApart(n *node, t, u *token) bool {
	return (n != f.root || t.opens) && t.plain && u.plain && utf8.RuneCountInString(t.word)+utf8.RuneCountInString(u.word) >= leastApart
}

func letters(t *token) bool {
	return utf8.RuneCountInString(t.word) > 1 && (t.word[0] < '0' || t.word[0] > '9') || t.caps || len(t.word) == 1
}

// completed reads a shortened compound in full: kort- och långsiktig is
// kortsiktig. Where the long compound parts is not known, so every place is tried.
func (f *finder) completed(n *node, i int, tr trail) {
	from, to, ok := f.completion(i)
	if !ok || from != to {
		return // hyphened parts are tokens of their own; see resume
	}
	t, u := &f.tokens[i], &f.tokens[to]
	if len(u.word) != len(u.raw) || len(u.word) > maxCompound {
		return
	}
	for at := range u.word {
		if at < 2 || len(u.word)-at < 3 {
			continue
		}
		f.take(n, step{word: t.word + u.word[at:], raw: t.raw, next: to + 1, rule: coordination,
			bytes: len(t.raw) + len(u.raw) - at, least: len(t.word), second: u.start + at,
			pieces: []lang.Range{{Start: t.start, End: t.end}, {Start: u.start + at, End: u.end}}}, tr)
	}
}

// severed goes on with the end of a closed compound that completes the shortened
// one before token i: NMDA- och kainat|receptorer.
func (f *finder) severed(n *node, i int, tr trail) {
	from, to, ok := f.completion(i - 1)
	if !ok || from != to {
		return
	}
	u := &f.tokens[to]
	if len(u.word) != len(u.raw) || len(u.word) > maxCompound {
		return
	}
	for at := range u.word {
		if at >= 3 && len(u.word)-at >= 3 {
			f.take(n, step{word: u.word[at:], raw: u.raw[at:], bytes: len(u.raw) - at, next: to + 1, rule: coordination,
				pieces: []lang.Range{{Start: u.start + at, End: u.end}}}, tr)
		}
	}
}

// maxItems bounds how many shortened words may stand before the whole one.
const maxItems = 4

// completion finds the compound that completes the shortened one at i: the tokens
// [from, to], joined by hyphens, after a coordinator.
func (f *finder) completion(i int) (from, to int, ok bool) {
	for at, items := i+1, 0; at+1 < len(f.tokens) && items < maxItems; items++ {
		if t := &f.tokens[at]; f.lang.Coordinator(t.word) && t.after == spaced {
			return at + 1, f.chain(at + 1), true
		} else if t.after != suspended && t.after != listed {
			return 0, 0, false
		}
		at++
	}
	return 0, 0, false
}

// chain is the last of the tokens that hyphens join to the one at i.
func (f *finder) chain(i int) int {
	for i+1 < len(f.tokens) && f.tokens[i].after == hyphened {
		i++
	}
	return i
}

// resume lists the tokens at which a term that was begun before token i may go
// on, past a coordination: NMDA- och AMPA-|receptorer, short- and long-|term,
// NMDA and AMPA |receptors, synaptisk densitet och |plasticitet.
func (f *finder) resume(i int) []int {
	if i >= len(f.tokens) {
		return nil
	}
	before := &f.tokens[i-1]
	switch before.after {
	case suspended:
		from, to, ok := f.completion(i - 1)
		if !ok {
			return nil
		}
		return f.inside(nil, from, to)
	case slashed:
		to := f.chain(i)
		return append(f.inside(nil, i, to), f.behind(to)...)
	case spaced:
		if f.lang.Coordinator(f.tokens[i].word) && f.tokens[i].after == spaced {
			hyphen := i > 1 && f.tokens[i-2].after == hyphened
			if !f.lenient && !before.caps && !hyphen && !f.lang.Attribute(before.word) {
				return nil
			}
			to := f.chain(i + 1)
			return append(f.inside(nil, i+1, to), f.behind(to)...)
		}
		if f.lenient && i+2 < len(f.tokens) && f.tokens[i].after == spaced && f.lang.Coordinator(f.tokens[i+1].word) && f.tokens[i+1].after == spaced {
			return []int{i + 2}
		}
	}
	return nil
}

// inside are the parts of a hyphened chain after its first.
func (f *finder) inside(out []int, from, to int) []int {
	for at := from + 1; at <= to && at <= from+maxItems; at++ {
		out = append(out, at)
	}
	return out
}

// behind is the token after the one at i, if only a space parts them.
func (f *finder) behind(i int) []int {
	if i+1 < len(f.tokens) && f.tokens[i].after == spaced {
		return []int{i + 1}
	}
	return nil
}
