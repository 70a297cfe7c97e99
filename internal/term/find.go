package term

import (
	"strings"
	"unicode/utf8"

	"tvilling/internal/lang"
)

// FindSource finds the names and abbreviations that terms have in the source
// language. skip, which may be nil, says which ranges of bytes are not prose
// (Block.Literal). Matches come in order of Start, the longer first; a form found
// in two ways is one match. It takes time in proportion to the prose.
func (g *Glossary) FindSource(prose string, skip func(start, end int) bool) []Match {
	return g.source().find(prose, skip)
}

// FindTarget finds what terms are called in the target language: agreed, allowed
// and forbidden forms, and abbreviations. It is lenient with the agreed and
// allowed ones, so that silence is what a doubtful case ends in; a forbidden form
// inside a longer agreed or allowed one of any term is left out.
func (g *Glossary) FindTarget(prose string, skip func(start, end int) bool) []Match {
	return g.target().find(prose, skip)
}

// finder is one search through one prose.
type finder struct {
	*index
	tokens []token
	budget int // steps left for the token at hand
	out    []Match
}

// stepsPerToken bounds the ways that are tried from one token. Articles and
// glossaries need fewer than thirty; only hostile ones reach it.
const stepsPerToken = 128

func (x *index) find(prose string, skip func(start, end int) bool) []Match {
	f := &finder{index: x}
	x.tokenize(prose, f.search)
	for _, p := range x.regexes {
		for _, at := range p.re.FindAllStringIndex(prose, -1) {
			if at[0] < at[1] {
				f.out = append(f.out, Match{Term: p.term, Kind: p.kind, Form: p.form, Start: at[0], End: at[1],
					Rule: "regular expression", pieces: []lang.Range{{Start: at[0], End: at[1]}}, lang: x.lang})
			}
		}
	}
	return choose(f.out, skip, x.lenient)
}

// search finds every form that begins at any of the tokens.
func (f *finder) search(tokens []token) {
	f.tokens = tokens
	for i := range tokens {
		f.budget = stepsPerToken
		f.walk(f.root, i, trail{first: i})
	}
	f.tokens = nil
}

// trail is what a walk through the trie has covered.
type trail struct {
	first       int // index of the first token
	pieces      []lang.Range
	raw         []string // the words as written
	rules       []string
	coordinated bool
	loose       bool // some word was written apart
}

// step is one way of reading the tokens from some index on as one word.
type step struct {
	word   string
	raw    string
	next   int // index of the token after it
	pieces []lang.Range
	bytes  int    // how many bytes of the prose word stands for; another length than word's when letters were folded
	rule   string // "" for a token as it is
	least  int    // when two tokens were made one: bytes of word that the first gave
	second int    // … and where in the prose the second begins
	loose  bool
}

// walk tries every reading of the token at i as the next word after n.
func (f *finder) walk(n *node, i int, tr trail) {
	if i >= len(f.tokens) || !n.open {
		return
	}
	t := &f.tokens[i]
	hops := t.hops
	if n != f.root {
		hops = f.reach(n, t.word, nil)
	}
	if len(hops) > 0 {
		f.follow(hops, step{word: t.word, raw: t.raw, bytes: len(t.raw), next: i + 1, pieces: []lang.Range{{Start: t.start, End: t.end}}}, tr)
	}
	f.joined(n, i, tr)
	if t.after == suspended && !tr.coordinated {
		f.completed(n, i, tr)
	}
}

// take follows every edge of n that the step's word may be.
func (f *finder) take(n *node, s step, tr trail) {
	if s.least > 0 {
		f.follow(f.spanning(n, s.word), s, tr)
		return
	}
	hops := f.reach(n, s.word, nil)
	if n == f.root {
		hops = f.ended.Of(s.word, f.fromRoot)
	}
	f.follow(hops, s, tr)
}

// follow goes on over the hops that the step allows.
func (f *finder) follow(hops []hop, s step, tr trail) {
	for _, h := range hops {
		if f.budget--; f.budget < 0 {
			return
		}
		if s.least > 0 && (h.how != whole && h.how != modifier || h.to <= s.least) {
			continue
		}
		next := tr.with(s, h)
		f.emit(h, s, next)
		if h.how == whole {
			f.onward(h.edge.to, s.next, next)
		}
	}
}

// with is the trail after a step. Slices are copied, since many walks share a beginning.
func (tr trail) with(s step, h hop) trail {
	tr.pieces = append(tr.pieces[:len(tr.pieces):len(tr.pieces)], cut(s, h)...)
	tr.raw = append(tr.raw[:len(tr.raw):len(tr.raw)], s.raw)
	tr.rules = append(tr.rules[:len(tr.rules):len(tr.rules)], h.rule)
	if s.rule != "" {
		tr.rules = append(tr.rules, s.rule)
	}
	tr.coordinated = tr.coordinated || s.rule == coordination
	tr.loose = tr.loose || s.loose
	return tr
}

// cut narrows a step to the part of its word that a hop covers.
func cut(s step, h hop) []lang.Range {
	switch {
	case h.how == whole || h.how == beginning || len(s.word) != s.bytes:
		return s.pieces
	case s.least > 0:
		last := len(s.pieces) - 1
		out := append([]lang.Range(nil), s.pieces...)
		out[last].End = s.second + h.to - s.least
		return out
	}
	start := s.pieces[0].Start
	return []lang.Range{{Start: start + h.from, End: start + h.to}}
}

// onward goes on from node n, reached before token i, over whatever joins them.
func (f *finder) onward(n *node, i int, tr trail) {
	if !n.open {
		return
	}
	// Another joint must be the form's own: hälso- och sjukvård.
	switch after := f.tokens[i-1].after; {
	case after == spaced, after == hyphened, after != broken && n.gaps[after]:
		f.walk(n, i, tr)
	}
	if tr.coordinated {
		return
	}
	if f.tokens[i-1].after == suspended {
		f.severed(n, i, tr)
	}
	for _, at := range f.resume(i) {
		over := tr
		over.coordinated = true
		over.rules = append(over.rules[:len(over.rules):len(over.rules)], coordination)
		f.walk(n, at, over)
	}
}

// emit adds a match for every form that ends with the hop and allows it.
func (f *finder) emit(h hop, s step, tr trail) {
	if first := tr.first; first > 0 && f.tokens[first-1].after == hyphened && f.lang.Turns(f.tokens[first-1].word) {
		return
	}
	for _, e := range h.edge.to.ends {
		if !f.allows(&e, h, tr) || (h.how == head || h.how == middle) && !f.surelyHead(&e, s.word[:h.from]) {
			continue
		}
		m := Match{Term: e.term, Kind: e.kind, Form: e.form, Rule: e.describe(tr.rules), pieces: tr.pieces, lang: f.lang,
			Part: h.how == modifier || h.how == head || h.how == middle, Start: tr.pieces[0].Start, End: tr.pieces[len(tr.pieces)-1].End, lemma: e.last}
		if h.how == whole {
			m.found = s.word
		}
		f.out = append(f.out, m)
	}
}

// allows says whether a form may be found in this way.
func (f *finder) allows(e *end, h hop, tr trail) bool {
	good := f.lenient && (e.kind == Target || e.kind == Allowed)
	if tr.loose && !good && f.lang.ClosedCompounds() {
		return false
	}
	if e.raw != nil && !sameCase(e.raw, tr.raw) || e.raw == nil && e.kind != Abbreviation && f.shouts(tr) && strings.ToUpper(e.form) != e.form {
		return false
	}
	switch h.how {
	case whole:
		return e.mode != Exact || asWritten(tr.rules)
	case beginning:
		return e.mode == Prefix
	case modifier:
		return mayModify(e)
	case head:
		return e.words == 1 && f.mayHead(e, e.last)
	case middle:
		return e.words == 1 && mayModify(e) && f.mayHead(e, e.last)
	}
	return false
}

// surelyHead says that a form as short as chance allows follows a linking letter.
func (f *finder) surelyHead(e *end, before string) bool {
	return e.mode != Auto || e.lastRunes >= autoRunes || f.lang.Linked(before)
}

// shouts says that the text has a short word all in capitals: an initialism,
// which is not the small word of the same letters (PET, pet).
func (f *finder) shouts(tr trail) bool {
	return len(tr.raw) == 1 && f.tokens[tr.first].caps && utf8.RuneCountInString(tr.raw[0]) <= 4
}

func asWritten(rules []string) bool {
	for _, r := range rules {
		if r != "same" {
			return false
		}
	}
	return true
}

// sameCase compares each word's case as far as its letters are the same.
func sameCase(want, got []string) bool {
	for i := range want {
		if i >= len(got) {
			break
		}
		for a, b := want[i], got[i]; a != "" && b != ""; {
			ra, na := utf8.DecodeRuneInString(a)
			rb, nb := utf8.DecodeRuneInString(b)
			if ra != rb {
				if strings.EqualFold(string(ra), string(rb)) {
					return false
				}
				break
			}
			a, b = a[na:], b[nb:]
		}
	}
	return true
}

// describe joins the rules that fired, each once.
func (e *end) describe(rules []string) string {
	var out []string
	add := func(rule string) {
		if rule == "same" || rule == "" {
			return
		}
		for _, o := range out {
			if o == rule {
				return
			}
		}
		out = append(out, rule)
	}
	add(e.rule)
	for _, r := range rules {
		add(r)
	}
	if len(out) == 0 {
		return "same"
	}
	return strings.Join(out, ", ")
}
