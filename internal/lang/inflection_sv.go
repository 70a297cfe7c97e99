package lang

import (
	"strings"
	"sync"
)

// swedishMorphology follows Svenska Akademiens grammatik (1999, vol. 2, nouns §5–62,
// adjectives §11–40, verbs §13–50) for written forms. A glossary does not say
// what part of speech a word is; it is guessed from the word's end, and where the
// guess is open, forms that would be another word are refused.
var swedishMorphology = &morphology{
	inflect:      swedishInflect,
	agree:        swedishAgree,
	fold:         func(word string) string { return word },
	stem:         swedishStem,
	lemmaEnds:    []string{"", "a", "e", "el", "en", "er", "um"},
	irregular:    swedishIrregulars.lemmas,
	listed:       swedishIrregulars.forms,
	base:         swedishBase,
	modifier:     swedishModifier,
	head:         swedishHead,
	linked:       swedishLinked,
	reinflect:    swedishReinflect,
	attribute:    swedishAttribute,
	modifies:     swedishModifies,
	turning:      &wordSet{list: "icke non anti pseudo ej"},
	coordinators: &wordSet{list: "och eller samt respektive resp men"},
}

// swedishNouns are the declensions, with each class's lemma ending.
var swedishNouns = []bending{
	{"a", nil, bendings("an:definite or:plural orna:definite_plural")},
	{"ma", nil, bendings("mat:definite man:plural mana:definite_plural")},
	{"e", nil, bendings("en:definite et:definite ar:plural arna:definite_plural er:plural erna:definite_plural ena:definite_plural")},
	{"are", nil, bendings("aren:definite arna:definite_plural")},
	{"", swedishConsonant, bendings("en:definite et:definite ar:plural er:plural arna:definite_plural erna:definite_plural")},
	{"", swedishFullVowel, bendings("n:definite et:definite ar:plural er:plural r:plural arna:definite_plural erna:definite_plural rna:definite_plural na:definite_plural")},
	{"", swedishBareN, bendings("n:definite na:definite_plural")},
	{"el", swedishSyllabic, bendings("let:definite len:definite_plural lar:plural ler:plural larna:definite_plural lerna:definite_plural")},
	{"er", swedishSyllabic, bendings("ret:definite ren:definite_plural rar:plural rer:plural rarna:definite_plural rerna:definite_plural")},
	{"en", swedishSyllabic, bendings("net:definite nen:definite_plural nar:plural narna:definite_plural")},
	{"or", nil, bendings("orn:definite")},
	{"um", swedishSyllabic, bendings("et:definite er:plural erna:definite_plural")},
	{"us", swedishSyllabic, bendings("i:plural er:plural erna:definite_plural")},
	{"m", swedishShort, bendings("mmet:definite mmen:definite mmar:plural mmarna:definite_plural mmer:plural mmerna:definite_plural")},
	{"skap", nil, bendings("skapet:definite skapen:definite")},
}

// swedishAdjectives agree with their noun; the classes after the first need a
// lemma that is listed or whose end says that it is an adjective.
var swedishAdjectives = []bending{
	{"", swedishAdjective, bendings("t:agreement a:agreement e:agreement are:comparative ast:comparative aste:comparative")},
	{"ad", nil, bendings("at:agreement ade:agreement")},
	{"d", swedishParticiple, bendings("t:agreement da:agreement de:agreement")},
	{"dd", swedishSyllabic, bendings("tt:agreement dda:agreement")},
	{"d", swedishDental, bendings("tt:agreement da:agreement dare:comparative dast:comparative")},
	{"tt", swedishSyllabic, bendings("tta:agreement")},
	{"en", swedishParticipleEn, bendings("et:agreement na:agreement nare:comparative nast:comparative")},
	{"el", swedishSyncope, bendings("elt:agreement la:agreement lare:comparative last:comparative")},
	{"er", swedishSyncope, bendings("ert:agreement ra:agreement rare:comparative rast:comparative")},
	{"m", swedishAdjective, bendings("mma:agreement mmare:comparative mmast:comparative")},
	{"n", swedishAdjective, bendings("nna:agreement nnare:comparative")},
	{"nn", swedishAdjective, bendings("nt:agreement")},
	{"", swedishVowelAdjective, bendings("tt:agreement a:agreement are:comparative ast:comparative")},
}

// swedishVerbs are the weak conjugation in -a and its deponents; the rest is listed.
var swedishVerbs = []bending{
	{"a", swedishInfinitive, bendings("ar:verb_form ade:verb_form at:verb_form as:verb_form ades:verb_form ats:verb_form ad:participle ande:participle andes:participle")},
	{"as", swedishSyllabic, bendings("ades:verb_form ats:verb_form")},
}

// swedishInflect tries, from the surest to the loosest: signs of genitive and
// initialism, listed words, the classes.
func swedishInflect(lemma, form string) (string, bool) {
	// Only irregular forms begin with another letter. Most pairs of words that are asked
	// for have nothing in common.
	akin := lemma != "" && form != "" && lemma[0] == form[0]
	if akin && swedishRefused()[[2]string{lemma, form}] {
		return "", false
	}
	if rule, ok := swedishJoint(lemma, form); ok {
		return rule, true
	}
	if rule, ok := swedishIrregulars.match(lemma, form); ok {
		return rule, true
	}
	regular := akin && !swedishIrregulars.has(lemma)
	if regular {
		if rule, ok := swedishClasses(lemma, form); ok {
			return rule, true
		}
	}
	// A bare genitive, or the genitive of another form.
	bare, ok := strings.CutSuffix(form, "s")
	if !ok || strings.HasSuffix(bare, "s") {
		return "", false
	}
	if bare == lemma {
		return "genitive", true
	}
	if rule, ok := swedishIrregulars.match(lemma, bare); ok {
		return rule + " genitive", true
	}
	if regular {
		if rule, ok := swedishClasses(lemma, bare); ok && rule != "agreement" && rule != "comparative" {
			return rule + " genitive", true
		}
	}
	return "", false
}

// swedishModifies: present, preterite and supine of the first conjugation, present
// participles, adverbs.
func swedishModifies(word string) bool {
	return hasAnySuffix(word, "ade", "ades", "ande", "ligt", "ligen", "igt", "iskt", "erar", "erat")
}

func swedishClasses(lemma, form string) (string, bool) {
	for _, classes := range [][]bending{swedishAdjectives, swedishNouns, swedishVerbs} {
		for i := range classes {
			if rule, ok := classes[i].match(lemma, form); ok {
				return rule, true
			}
		}
	}
	return "", false
}

// swedishAgree lets any word take an adjective's endings.
func swedishAgree(lemma, form string) bool {
	if len(lemma) < 3 {
		return false
	}
	if form == lemma+"a" || form == lemma+"t" {
		return true
	}
	if stem, ok := strings.CutSuffix(lemma, "d"); ok {
		return form == stem+"t"
	}
	// A lemma in the neuter: högt blodtryck, höga blodtrycket; mättat fett, mättade fetter.
	stem, ok := strings.CutSuffix(strings.TrimSuffix(lemma, "t"), "t")
	if !ok {
		stem, ok = strings.CutSuffix(lemma, "t")
	}
	return ok && (form == stem || form == stem+"a" || form == stem+"de" || form == stem+"d" || form == stem+"da")
}

// swedishJointEndings are written after a colon or a hyphen to initialisms
// (Svenska skrivregler 2017, §6.4: LTP:s, EEG:t; with a hyphen in older texts).
var swedishJointEndings = bendings("s:genitive n:definite en:definite t:definite et:definite er:plural ar:plural na:definite_plural " +
	"erna:definite_plural arna:definite_plural ns:definite_genitive ens:definite_genitive ts:definite_genitive ets:definite_genitive " +
	"ers:plural_genitive ars:plural_genitive ernas:definite_plural_genitive arnas:definite_plural_genitive")

func swedishJoint(lemma, form string) (string, bool) {
	rest, ok := strings.CutPrefix(form, lemma)
	if !ok || len(rest) < 2 || rest[0] != ':' && rest[0] != '-' && rest[0] != '\'' {
		return "", false
	}
	if rest[0] == '\'' && rest != "'s" {
		return "", false
	}
	return swedishJointEndings.rule(rest[1:])
}

// swedishRefused are pairs of a lemma and a form, two words that only look like one.
var swedishRefused = sync.OnceValue(func() map[[2]string]bool {
	out := map[[2]string]bool{}
	for pair := range strings.SplitSeq("lag lager,mod moder,test testar,kost kostar,kost koster,gen genar,gen genet,smak smakar,verk verkar,"+
		"risk riskar,stress stressar,vård vårdar,mål målar,tal talar,bild bildar,grund grundar,rest restar,svar svarar,stöd stöder,skydd skyddar,"+
		"orsak orsakar,besök besöker,namn namner,intern internet,mat mater,val valar,sal saler", ",") {
		lemma, form, _ := strings.Cut(pair, " ")
		out[[2]string{lemma, form}] = true
	}
	return out
})

// swedishStem drops what some class may change at the lemma's end.
func swedishStem(lemma string) string {
	cut := 0
	switch {
	case hasAnySuffix(lemma, "el", "en", "er", "um", "us"):
		cut = 2
	case hasAnySuffix(lemma, "tt"):
		cut = 2
	case hasAnySuffix(lemma, "as"):
		cut = 1
	case hasAnySuffix(lemma, "dd", "nn"):
		cut = len("d")
		if strings.HasSuffix(lemma, "dd") {
			cut = 2
		}
	case hasAnySuffix(lemma, "a", "e", "d", "t"):
		cut = 1
	}
	return lemma[:len(lemma)-cut]
}
