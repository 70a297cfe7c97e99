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
	byKey := map[string]*Term{}
	var order []string
	var out []Proposal
	for _, p := range pairs {
		out = append(out, written(p)...)
		each := o
		each.Least = 1
		if len(pairs) == 1 {
			each.Least = o.Least
		}
		for _, t := range Terms(p.Align, p.Lexicon, each) {
			key := strings.Join(t.words, " ")
			if known := byKey[key]; known != nil {
				known.merge(t)
				continue
			}
			byKey[key] = &t
			order = append(order, key)
		}
	}
	if len(pairs) == 0 {
		return nil
	}
	l := pairs[0].Align
	for _, key := range order {
		t := byKey[key]
		if t.Count < max(o.Least, 2) || t.inside(byKey) {
			continue
		}
		if p := t.propose(l.Source.Lang, l.Target.Lang); !p.Kept || t.Kind == Name {
			out = append(out, p)
		}
	}
	return distinct(out)
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

// inside says that a term one word longer has as many places.
func (t *Term) inside(all map[string]*Term) bool {
	for key, o := range all {
		if o.Count >= t.Count && len(o.words) == len(t.words)+1 &&
			(strings.HasPrefix(key, strings.Join(t.words, " ")+" ") || strings.HasSuffix(key, " "+strings.Join(t.words, " "))) {
			return true
		}
	}
	return false
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
		if _, ok := l.Inflection(a[i], b[i]); !ok && !l.Agrees(a[i], b[i]) {
			return false
		}
	}
	return true
}

// written are the acronyms that a source writes out, with what renders the words.
func written(p Pair) []Proposal {
	all, order := Expansions(p.Align.Source)
	var out []Proposal
	for _, acronym := range order {
		for _, e := range all[acronym] {
			start, ok := e.spells(acronym)
			if !ok {
				continue
			}
			r, ok := p.Align.Rendering(e.Block, start, e.End)
			if !ok || r.Confidence < sure || strings.EqualFold(r.Block.Prose.Text[r.Start:r.End], e.Block.Prose.Text[start:e.End]) {
				continue
			}
			at := Place{Source: e.Block, Start: start, End: e.End, Target: r}
			out = append(out, Proposal{Source: dictionary(plain(e.Block.Prose.Text[start:e.End]), p.Align.Source.Lang), Abbreviation: acronym,
				Target: dictionary(plain(at.Text()), p.Align.Target.Lang), Count: len(all[acronym]), Rendered: 1, Confidence: r.Confidence, Example: at})
			break
		}
	}
	return out
}

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
