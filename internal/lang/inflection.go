package lang

import (
	"slices"
	"strings"
	"sync"
)

// morphology is what matching knows of how a language bends and joins words. All
// words are lower case and in NFC; the functions never fail, whatever they are given.
type morphology struct {
	// inflect says by which rule form is another form of lemma. Both are folded.
	inflect func(lemma, form string) (rule string, ok bool)
	// agree is the looser test for a word that stands before its noun: any
	// adjective ending will do, whatever part of speech lemma looks like; nil where
	// such words are not bent.
	agree func(lemma, form string) bool
	// fold makes spelling variants alike.
	fold func(word string) string
	// stem is the beginning that lemma shares with all its regular forms.
	stem func(lemma string) string
	// lemmaEnds are what a dictionary form may have after the letters that all its forms share.
	lemmaEnds []string
	// irregular are the lemmas that form may be an irregular form of.
	irregular func(form string) []string
	// listed are the forms that are listed for lemma alone, not for the end of a compound.
	listed func(lemma string) []string
	// base is the dictionary form of a word that is surely bent, else the word.
	base func(word string) string
	// modifier and head serve closed compounds; nil where the language has none.
	modifier func(lemma, word string) (int, bool)
	head     func(before string) bool
	linked   func(before string) bool
	// reinflect bends other as form is bent from lemma; ok only when that is sure.
	reinflect func(lemma, form, other string) (string, bool)
	// attribute says that a word looks like an adjective in any form.
	attribute func(word string) bool
	// modifies says that a word can end no name of a thing: an adverb, a verb's form.
	modifies func(word string) bool
	// turning are prefixes that, set before a word with a hyphen, make another notion of it.
	turning *wordSet
	// coordinators join the two halves of a shortened compound.
	coordinators *wordSet
}

// morphologies by language code. A language without one matches words only as
// they are written.
var morphologies = map[string]*morphology{"en": englishMorphology, "sv": swedishMorphology}

func (l *Language) morphology() *morphology {
	if m := morphologies[l.Code]; m != nil {
		return m
	}
	return &morphology{}
}

// Inflection says whether form is lemma or an inflected form of it, both lower
// case single words, and by which rule ("same", "definite", "plural",
// "definite plural genitive", "agreement", "verb form", "spelling", …). A word
// derived from another is no form of it: ledare is none of led.
func (l *Language) Inflection(lemma, form string) (rule string, ok bool) {
	if lemma == form {
		return "same", lemma != ""
	}
	m := l.morphology()
	if m.inflect == nil || lemma == "" || form == "" || len(lemma) > maxWord || len(form) > maxWord {
		return "", false
	}
	folded, other := m.fold(lemma), m.fold(form)
	if folded == other {
		return "spelling", true
	}
	return m.inflect(folded, other)
}

// maxWord bounds the words that are bent, in bytes: longer ones are compared only
// as they stand. The longest word of the Swedish Academy's list has 35 letters.
const maxWord = 160

// Agrees says whether form may be the attribute lemma bent to suit its noun. It
// is looser than Inflection: use it only for a word that stands inside a longer
// term, where the words around it speak as well.
func (l *Language) Agrees(lemma, form string) bool {
	m := l.morphology()
	return m.agree != nil && len(lemma) <= maxWord && len(form) <= maxWord && m.agree(m.fold(lemma), m.fold(form))
}

// HasAgreement says whether an attribute is bent to suit its noun.
func (l *Language) HasAgreement() bool { return l.morphology().agree != nil }

// Fold makes the spelling variants of a lower-case word alike (colour, color).
func (l *Language) Fold(word string) string {
	if m := l.morphology(); m.fold != nil && len(word) <= maxWord {
		return m.fold(word)
	}
	return word
}

// Stem is the beginning that a folded lemma shares with each of its regular
// forms: an index by Stem finds them by trying every beginning of a word. It is
// never empty for a word that is not.
func (l *Language) Stem(lemma string) string {
	if m := l.morphology(); m.stem != nil && len(lemma) <= maxWord {
		return m.stem(lemma)
	}
	return lemma
}

// SameWord says whether two lower-case words may be forms of one: either of the
// other, or both of a third (sidor and sidan, of sida).
func (l *Language) SameWord(x, y string) bool {
	if _, ok := l.Inflection(x, y); ok {
		return true
	}
	if _, ok := l.Inflection(y, x); ok {
		return true
	}
	lemmas := l.Irregular(y)
	for _, lemma := range l.Irregular(x) {
		if slices.Contains(lemmas, lemma) {
			return true
		}
	}
	shared := 0
	for shared < len(x) && shared < len(y) && x[shared] == y[shared] {
		shared++
	}
	for n := shared; n >= 3 && n > shared-4; n-- {
		for _, end := range l.morphology().lemmaEnds {
			_, first := l.Inflection(x[:n]+end, x)
			_, second := l.Inflection(x[:n]+end, y)
			if first && second {
				return true
			}
		}
	}
	return false
}

// Irregular are the lemmas that a folded word may be an irregular form of
// (böcker: bok), in a fixed order; mostly none.
func (l *Language) Irregular(form string) []string {
	if m := l.morphology(); m.irregular != nil && len(form) <= maxWord {
		return m.irregular(form)
	}
	return nil
}

// Listed are the forms that a folded lemma has by a list and not by rule (bok:
// böcker, böckerna), sorted; mostly none. That a compound ends in such a lemma
// does not count.
func (l *Language) Listed(lemma string) []string {
	if m := l.morphology(); m.listed != nil {
		return m.listed(lemma)
	}
	return nil
}

// Base is the dictionary form of a lower-case word that surely is bent
// (fettsyror: fettsyra, acids: acid), else the word itself.
func (l *Language) Base(word string) string {
	if m := l.morphology(); m.base != nil && len(word) <= maxWord {
		return m.base(word)
	}
	return word
}

// Modifier says whether word is a closed compound that begins with lemma
// (placebo: placebokontrollerad), and how many of its bytes are lemma's. Ends
// that make a derivation instead (led: ledare) are refused.
func (l *Language) Modifier(lemma, word string) (n int, ok bool) {
	m := l.morphology()
	if m.modifier == nil || len(word) > maxWord {
		return 0, false
	}
	return m.modifier(lemma, word)
}

// ClosedCompounds says whether the language writes compounds as one word.
func (l *Language) ClosedCompounds() bool { return l.morphology().modifier != nil }

// MayPrecede says whether before can be the first part of a closed compound
// whose head follows it: not a prefix that turns the meaning (anti-, hypo-).
func (l *Language) MayPrecede(before string) bool {
	m := l.morphology()
	return m.head != nil && m.head(before)
}

// Linked says whether before, the first part of a closed compound, ends in a
// letter that is there only to join the head to it: biblioteks|mapp.
func (l *Language) Linked(before string) bool {
	m := l.morphology()
	return m.linked != nil && m.linked(before)
}

// Reinflect gives other the form that form has of lemma (tagg, taggarna,
// utskott: utskotten). ok is false when that cannot be done surely.
func (l *Language) Reinflect(lemma, form, other string) (string, bool) {
	m := l.morphology()
	if lemma == form {
		return other, true
	}
	if m.reinflect == nil {
		return "", false
	}
	return m.reinflect(lemma, form, other)
}

// Attribute says whether a lower-case word looks like an adjective, in any form.
func (l *Language) Attribute(word string) bool {
	m := l.morphology()
	return m.attribute != nil && m.attribute(word)
}

// MayName says whether a lower-case word, in any form, may be the last of a noun
// phrase: that it is no adverb or verb by its end.
func (l *Language) MayName(word string) bool {
	m := l.morphology()
	return m.modifies == nil || !m.modifies(word)
}

// Turns says whether a prefix makes another notion of the word that it is joined
// to with a hyphen: non-REM is not REM.
func (l *Language) Turns(prefix string) bool { return l.morphology().turning.has(prefix) }

// Coordinator says whether a lower-case word joins two words of equal rank.
func (l *Language) Coordinator(word string) bool { return l.morphology().coordinators.has(word) }

// greek are the names of the Greek letters that stand in names of substances.
var greek = map[string]string{
	"alpha": "α", "alfa": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε",
	"zeta": "ζ", "theta": "θ", "kappa": "κ", "lambda": "λ", "sigma": "σ", "omega": "ω", "ohm": "ω",
}

// GreekLetter is the letter that a lower-case word names, else the word.
func GreekLetter(word string) string {
	if letter, ok := greek[word]; ok {
		return letter
	}
	return word
}

// bending is one way of bending: a lemma that ends in drop, and that fits, may have
// any of the endings instead of drop.
type bending struct {
	drop string
	fits func(lemma string) bool // nil: every lemma
	ends *endings
}

// match says by which rule of the bending form is bent from lemma.
func (c *bending) match(lemma, form string) (string, bool) {
	stem, ok := strings.CutSuffix(lemma, c.drop)
	if !ok || stem == "" || !strings.HasPrefix(form, stem) {
		return "", false
	}
	rule, ok := c.ends.rule(form[len(stem):])
	return rule, ok && (c.fits == nil || c.fits(lemma))
}

// endings are the endings of a bending and their rules, as "en:definite ar:plural",
// read when they are first asked for. They may be used by several goroutines at once.
type endings struct {
	table string
	once  sync.Once
	rules map[string]string // by ending
}

// bendings are the endings of table.
func bendings(table string) *endings { return &endings{table: table} }

// rule is the rule of the ending text; false when that is none of them.
func (e *endings) rule(text string) (rule string, ok bool) {
	e.once.Do(e.read)
	rule, ok = e.rules[text]
	return rule, ok
}

func (e *endings) read() {
	e.rules = make(map[string]string, strings.Count(e.table, " ")+1)
	for field := range strings.FieldsSeq(e.table) {
		text, rule, _ := strings.Cut(field, ":")
		if _, twice := e.rules[text]; !twice {
			e.rules[text] = strings.ReplaceAll(rule, "_", " ")
		}
	}
}

// hasAnySuffix says whether s is longer than one of the suffixes and ends in it.
func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if len(s) > len(suffix) && strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}
