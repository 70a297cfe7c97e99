package lang

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

var (
	//go:embed inflection_sv_nouns.tsv
	swedishNounTable string
	//go:embed inflection_sv_verbs.tsv
	swedishVerbTable string
)

var swedishIrregulars = &irregulars{load: loadSwedish, words: 450}

// irregulars are words whose forms have to be listed. They also stand last in
// compounds (handbok, handböcker). Loaded on first use; safe for concurrent use.
type irregulars struct {
	load        func(*irregulars)
	words       int // about how many lemmas there are
	once        sync.Once
	byLemma     map[string][]irregularForm
	byForm      map[string][]string // form: lemmas
	participles map[string]bool
}

// irregularForm is a form of a lemma and the rule by which it is one.
type irregularForm struct{ form, rule string }

// formsOfWord is about how many forms a lemma has.
const formsOfWord = 8

func (t *irregulars) ready() *irregulars {
	t.once.Do(func() {
		t.byLemma, t.byForm, t.participles = make(map[string][]irregularForm, t.words), make(map[string][]string, formsOfWord*t.words), make(map[string]bool, t.words)
		t.load(t)
	})
	return t
}

func (t *irregulars) add(lemma, form, rule string) {
	if form == "-" || form == "" || form == lemma {
		return
	}
	forms := t.byLemma[lemma]
	if _, twice := ruleOf(forms, form); twice {
		return
	}
	if forms == nil {
		forms = make([]irregularForm, 0, formsOfWord)
	}
	t.byLemma[lemma] = append(forms, irregularForm{form, rule})
	t.byForm[form] = append(t.byForm[form], lemma)
}

// ruleOf is the rule by which form is one of forms; false when it is none.
func ruleOf(forms []irregularForm, form string) (rule string, ok bool) {
	for i := range forms {
		if forms[i].form == form {
			return forms[i].rule, true
		}
	}
	return "", false
}

// match says by which rule form is a listed form of lemma, or both are compounds
// with the same beginning, of two letters at least, and a listed word of three
// letters or more and its form.
func (t *irregulars) match(lemma, form string) (string, bool) {
	t.ready()
	if forms, ok := t.byLemma[lemma]; ok {
		return ruleOf(forms, form)
	}
	for i := 2; i < len(lemma)-2 && i < len(form) && lemma[:i] == form[:i]; i++ {
		if !utf8.RuneStart(lemma[i]) {
			continue
		}
		if rule, ok := ruleOf(t.byLemma[lemma[i:]], form[i:]); ok {
			return rule, true
		}
	}
	return "", false
}

// has says that the word's forms are all listed.
func (t *irregulars) has(lemma string) bool { return t.ready().byLemma[lemma] != nil }

// forms are those of the lemma itself, sorted.
func (t *irregulars) forms(lemma string) []string {
	var out []string
	for _, f := range t.ready().byLemma[lemma] {
		out = append(out, f.form)
	}
	slices.Sort(out)
	return out
}

// lemmas are the words that form, or its end, is listed for. The genitive s does
// not count.
func (t *irregulars) lemmas(form string) []string {
	t.ready()
	out := t.bare(nil, form)
	if bare, ok := strings.CutSuffix(form, "s"); ok {
		out = t.bare(out, strings.TrimSuffix(bare, "'"))
	}
	return out
}

func (t *irregulars) bare(out []string, form string) []string {
	out = append(out, t.byForm[form]...)
	for i := 2; i < len(form)-2; i++ {
		if !utf8.RuneStart(form[i]) {
			continue
		}
		for _, lemma := range t.byForm[form[i:]] {
			out = append(out, form[:i]+lemma)
		}
	}
	return out
}

func rows(table string, each func(fields []string)) {
	for line := range strings.Lines(table) {
		if fields := strings.Fields(line); len(fields) > 1 {
			each(fields)
		}
	}
}

func loadSwedish(t *irregulars) {
	nounRules := []string{"plural", "definite plural", "definite"}
	rows(swedishNounTable, func(f []string) {
		for i, form := range f[1:] {
			rule := "irregular form"
			if i < len(nounRules) {
				rule = nounRules[i]
			}
			t.add(f[0], form, rule)
		}
		t.add(f[0], f[0]+"en", "definite")
		t.add(f[0], f[0]+"et", "definite")
	})
	rows(swedishVerbTable, func(f []string) { loadSwedishVerb(t, f) })
	for _, form := range []string{"litet", "lilla", "lille", "små"} {
		t.add("liten", form, "irregular form")
	}
}

// loadSwedishVerb adds infinitive, present, preterite, supine, their passives,
// and the participles.
func loadSwedishVerb(t *irregulars, f []string) {
	for _, form := range f[1:4] {
		t.add(f[0], form, "verb form")
		if !strings.HasSuffix(form, "s") {
			t.add(f[0], form+"s", "passive")
		}
	}
	stem := strings.TrimSuffix(f[0], "a")
	t.add(f[0], f[0]+"s", "passive")
	t.add(f[0], stem+"s", "passive")
	t.add(f[0], stem+"es", "passive")
	if len(stem) > 2 {
		t.add(f[0], stem, "imperative")
	}
	t.add(f[0], stem+"ande", "participle")
	if stem == f[0] {
		t.add(f[0], stem+"ende", "participle")
	}
	p := f[4]
	if p == "-" {
		return
	}
	t.participles[p] = true
	t.add(f[0], p, "participle")
	switch {
	case strings.HasSuffix(p, "en"):
		t.add(f[0], strings.TrimSuffix(p, "n")+"t", "participle")
		t.add(f[0], strings.TrimSuffix(p, "en")+"na", "participle")
	case strings.HasSuffix(p, "d"):
		t.add(f[0], strings.TrimSuffix(p, "d")+"t", "participle")
		t.add(f[0], p+"a", "participle")
	default:
		t.add(f[0], p+"a", "participle")
	}
}
