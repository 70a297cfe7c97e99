package glean

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"tvilling/internal/align"
	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
)

// Proposal is a term that articles and their translations have in common, for
// somebody to read before it goes into a glossary.
type Proposal struct {
	Source, Target string // in dictionary form as far as that is known
	Abbreviation   string // "" for none
	Kept           bool   // the translation has the source's own words
	Count          int    // places in the sources
	Rendered       int    // … that Target renders, in whatever form
	// Confidence is 0–1: how much of the places agree, how sure their alignment is,
	// and how many they are.
	Confidence float64
	Example    Place
	Others     []Rendering // what else renders it
}

// Pair is an aligned pair with the word list for its languages.
type Pair struct {
	Align   *align.Alignment
	Lexicon *lexicon.List // nil for none
}

// Propose gathers the terms that recur over pairs of the same languages, and the
// acronyms that they write out, the surest first, of equals by name. A term that
// always stands in a longer one is left out.
func Propose(pairs []Pair, o Options) []Proposal {
	if len(pairs) == 0 {
		return nil
	}
	var out []Proposal
	for _, p := range pairs {
		out = append(out, written(p)...)
	}
	terms, order := gather(pairs, o)
	inside := covered(terms)
	for _, key := range order {
		t := terms[key]
		if len(t.Renderings) == 0 || inside[key] {
			continue
		}
		if p := t.propose(pairs[0].Align.Source.Lang, pairs[0].Align.Target.Lang); !p.Kept || t.Kind == Name {
			out = append(out, p)
		}
	}
	return distinct(out)
}

// gather finds what recurs over all pairs together, by dictionary form, and its order.
func gather(pairs []Pair, o Options) (terms map[string]*Term, order []string) {
	count := map[string]int{}
	found := make([][]*candidate, len(pairs))
	gleaners := make([]*gleaner, len(pairs))
	for i, p := range pairs {
		gleaners[i] = newGleaner(p.Align, p.Lexicon, o)
		found[i] = gleaners[i].candidates(1)
		for _, c := range found[i] {
			count[c.key] += len(c.places)
		}
	}
	terms = map[string]*Term{}
	for i, g := range gleaners {
		for _, c := range found[i] {
			if count[c.key] < max(o.Least, 2) || terms[c.key] == nil && len(terms) == maxTerms {
				continue
			}
			t, _ := g.term(c, 0)
			if known := terms[c.key]; known != nil {
				known.merge(t)
				continue
			}
			terms[c.key] = &t
			order = append(order, c.key)
		}
	}
	return terms, order
}

// merge adds another article's places.
func (t *Term) merge(o Term) {
	t.Count += o.Count
	for _, r := range o.Renderings {
		i := slices.IndexFunc(t.Renderings, func(x Rendering) bool { return strings.EqualFold(x.Text, r.Text) })
		if i < 0 {
			t.Renderings = append(t.Renderings, r)
			continue
		}
		t.Renderings[i].Places = append(t.Renderings[i].Places, r.Places...)
	}
	slices.SortStableFunc(t.Renderings, func(x, y Rendering) int { return cmp.Compare(len(y.Places), len(x.Places)) })
}

// covered are the keys of terms that always stand in one a word longer.
func covered(terms map[string]*Term) map[string]bool {
	out := map[string]bool{}
	for _, t := range terms {
		if n := len(t.words); n > 1 {
			for _, key := range []string{strings.Join(t.words[1:], " "), strings.Join(t.words[:n-1], " ")} {
				if inner := terms[key]; inner != nil && t.Count >= inner.Count {
					out[key] = true
				}
			}
		}
	}
	return out
}

// propose makes a proposal of the commonest rendering.
func (t *Term) propose(source, target *lang.Language) Proposal {
	best := t.Renderings[0]
	p := Proposal{Source: dictionary(t.Source, source), Count: t.Count, Rendered: len(best.Places), Example: best.Best(), Others: t.Renderings[1:]}
	p.Target = lemma(best, target)
	if p.Kept = strings.EqualFold(best.Text, t.Source); p.Kept {
		p.Source = t.Source
	}
	places, sum := 0, 0.0
	for _, r := range t.Renderings {
		places += len(r.Places)
	}
	for _, at := range best.Places {
		sum += at.Target.Confidence
	}
	n := float64(p.Rendered)
	p.Confidence = n / float64(places) * sum / n * n / (n + 1)
	return p
}

// dictionary is a term with its last word in dictionary form; where the words
// before it would have to agree with it, only a single word is changed.
func dictionary(term string, l *lang.Language) string {
	words := strings.Fields(term)
	if len(words) > 1 && l.HasAgreement() {
		return term
	}
	last := words[len(words)-1]
	base := l.Base(strings.ToLower(last))
	if n := len(base); n < len(last) && strings.EqualFold(base, last[:n]) {
		base = last[:n]
	} else if strings.ToLower(last) != last {
		base = last
	}
	words[len(words)-1] = base
	return strings.Join(words, " ")
}

// lemma is the wording that the others are inflected from, of equals the
// commonest, in dictionary form where its end tells that.
func lemma(r Rendering, l *lang.Language) string {
	best, most := r.Text, -1
	seen := map[string]bool{}
	for _, p := range r.Places {
		text := plain(p.Text())
		if seen[text] || len(strings.Fields(text)) != len(strings.Fields(r.Text)) {
			continue
		}
		seen[text] = true
		score := 0
		for _, o := range r.Places {
			if bentFrom(l, text, plain(o.Text())) {
				score++
			}
		}
		if score > most || score == most && text == r.Text {
			best, most = text, score
		}
	}
	return dictionary(best, l)
}

// bentFrom says that the words of form are those of text or inflected from them.
func bentFrom(l *lang.Language, text, form string) bool {
	a, b := strings.Fields(strings.ToLower(text)), strings.Fields(strings.ToLower(form))
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if _, ok := l.Inflection(a[i], b[i]); !ok && (i == len(a)-1 || !l.Agrees(a[i], b[i])) {
			return false
		}
	}
	return true
}

// written are the acronyms that a source writes out, with what renders the words.
func written(p Pair) []Proposal {
	source, order := Expansions(p.Align.Source)
	target, _ := Expansions(p.Align.Target)
	var out []Proposal
	for _, acronym := range order {
		for _, e := range source[acronym] {
			start, ok := e.spells(acronym)
			if !ok {
				continue
			}
			at := Place{Source: e.Block, Start: start, End: e.End}
			if at.Target, ok = p.rendered(at, target[acronym]); !ok || strings.EqualFold(at.Text(), e.Block.Prose.Text[start:e.End]) {
				continue
			}
			out = append(out, Proposal{Source: dictionary(plain(e.Block.Prose.Text[start:e.End]), p.Align.Source.Lang), Abbreviation: acronym,
				Target: dictionary(plain(at.Text()), p.Align.Target.Lang), Count: len(source[acronym]), Rendered: 1, Confidence: at.Target.Confidence, Example: at})
			break
		}
	}
	return out
}

// rendered is what renders the place of an acronym's words: what the alignment of
// words says, else what the translation of the block has before the same acronym:
// one word, with the attributes before it.
func (p Pair) rendered(at Place, target []Expansion) (align.Rendering, bool) {
	if r, ok := p.Align.Rendering(at.Source, at.Start, at.End); ok && r.Confidence >= sure {
		return r, true
	}
	bead, _ := p.Align.Bead(at.Source)
	for _, e := range target {
		if !slices.Contains(bead.Target, e.Block) {
			continue
		}
		n := 1
		for n < len(e.Words) && p.Align.Target.Lang.Attribute(e.Words[len(e.Words)-1-n]) {
			n++
		}
		return align.Rendering{Block: e.Block, Start: e.End - len(e.Last(n)), End: e.End, Confidence: bead.Confidence * byBracket}, true
	}
	return align.Rendering{}, false
}

// byBracket is how far the same acronym in brackets is trusted to mark the same words.
const byBracket = 0.8

// spells finds where the words begin whose first letters are the acronym's.
func (e Expansion) spells(acronym string) (start int, ok bool) {
	prose := e.Block.Prose.Text
	letters := []rune(strings.ToLower(acronym))
	n := len(letters)
	for i := e.End; i > e.Start; {
		from := strings.LastIndexAny(prose[e.Start:i], " -") + 1 + e.Start
		r, _ := utf8.DecodeRuneInString(strings.ToLower(prose[from:i]))
		if n > 0 && r == letters[n-1] {
			n--
		}
		if n == 0 {
			return from, from == e.Start || prose[from-1] == ' '
		}
		i = max(from-1, e.Start)
	}
	return 0, false
}

// distinct sorts proposals and drops those whose term stands already.
func distinct(all []Proposal) []Proposal {
	slices.SortStableFunc(all, func(x, y Proposal) int {
		return cmp.Or(cmp.Compare(y.Confidence, x.Confidence), cmp.Compare(x.Source, y.Source))
	})
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(p Proposal) bool {
		twice := seen[strings.ToLower(p.Source)]
		seen[strings.ToLower(p.Source)] = true
		return twice
	})
}
