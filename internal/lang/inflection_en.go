package lang

import (
	_ "embed"
	"strings"
)

// englishMorphology follows Quirk et al., A Comprehensive Grammar of the English
// Language (1985), §3.2–3.9 for verbs and §5.73–5.103 for plurals, with the
// spellings that divide Britain from America (§I.22).
var englishMorphology = &morphology{
	inflect:      englishInflect,
	fold:         englishFold,
	stem:         englishStem,
	lemmaEnds:    []string{"", "e", "y"},
	irregular:    englishIrregulars.lemmas,
	listed:       englishIrregulars.forms,
	base:         englishBase,
	reinflect:    englishReinflect,
	attribute:    englishAttribute,
	modifies:     englishModifies,
	turning:      &wordSet{list: "non anti pseudo quasi"},
	coordinators: &wordSet{list: "and or versus vs but"},
}

var (
	//go:embed inflection_en_nouns.tsv
	englishNounTable string
	//go:embed inflection_en_verbs.tsv
	englishVerbTable string
)

var englishIrregulars = &irregulars{words: 150, load: func(t *irregulars) {
	rows(englishNounTable, func(f []string) { t.add(f[0], f[1], "plural") })
	rows(englishVerbTable, func(f []string) {
		for _, form := range f[1:] {
			t.add(f[0], form, "verb form")
		}
	})
}}

// englishClasses are plurals, native and learned, and verb forms.
var englishClasses = []bending{
	{"", englishPlainS, bendings("s:plural es:plural")},
	{"", englishHissing, bendings("es:plural")},
	{"y", englishConsonantY, bendings("ies:plural ied:verb_form")},
	{"sis", nil, bendings("ses:plural")},
	{"xis", nil, bendings("xes:plural")},
	{"um", englishLong, bendings("a:plural")},
	{"on", englishGreekOn, bendings("a:plural")},
	{"us", englishLong, bendings("i:plural")},
	{"a", englishLong, bendings("ae:plural")},
	{"ix", englishLong, bendings("ices:plural")},
	{"ex", englishLong, bendings("ices:plural")},
	{"", englishVerb, bendings("ed:verb_form ing:verb_form")},
	{"yze", nil, bendings("yses:verb_form")}, // catalyses; analyses is left to the noun
	{"e", englishVerb, bendings("ed:verb_form ing:verb_form")},
}

func englishPlainS(lemma string) bool {
	return len(lemma) > 1 && !hasAnySuffix(lemma, "s", "x", "z", "ch", "sh") && !englishConsonantY(lemma)
}
func englishHissing(lemma string) bool { return hasAnySuffix(lemma, "s", "x", "z", "ch", "sh") }
func englishLong(lemma string) bool    { return len(lemma) > 4 }
func englishVerb(lemma string) bool {
	return len(lemma) > 2 && !hasAnySuffix(lemma, "ing", "tion", "sion", "ness", "ism", "ology", "itis", "emia")
}

// englishGreekOn: criterion, mitochondrion, ganglion, but not the nouns in -tion.
func englishGreekOn(lemma string) bool {
	return hasAnySuffix(lemma, "erion", "drion", "glion", "menon", "taxon")
}

func englishConsonantY(lemma string) bool {
	return len(lemma) > 2 && strings.HasSuffix(lemma, "y") && !strings.ContainsRune("aeiou", rune(lemma[len(lemma)-2]))
}

var englishAttributes = wordSet{list: "short long high low deep new old free total whole left right red white blue early late acute mild soft hard fast slow oral"}

func englishAttribute(word string) bool {
	return englishAttributes.has(word) || hasAnySuffix(word, "ic", "al", "ive", "ous", "ar", "ary", "ory", "ed", "ent", "ant", "able", "ible")
}

// englishModifies: adverbs, participles and listed verb forms; of nouns in -ed
// and -ly few are terms.
func englishModifies(word string) bool {
	if hasAnySuffix(word, "ed", "ly") {
		return true
	}
	for _, lemma := range englishIrregulars.lemmas(word) {
		if rule, _ := englishIrregulars.match(lemma, word); rule == "verb form" {
			return true
		}
	}
	return false
}

func englishInflect(lemma, form string) (string, bool) {
	form = strings.ReplaceAll(form, "’", "'")
	for _, sign := range []string{"'s", "'"} {
		if bare, ok := strings.CutSuffix(form, sign); ok {
			if bare == lemma {
				return "possessive", true
			}
			rule, ok := englishBent(lemma, bare)
			return rule + " possessive", ok && rule == "plural"
		}
	}
	return englishBent(lemma, form)
}

func englishBent(lemma, form string) (string, bool) {
	if rule, ok := englishIrregulars.match(lemma, form); ok {
		return rule, true
	}
	for i := range englishClasses {
		if rule, ok := englishClasses[i].match(lemma, form); ok {
			return rule, true
		}
	}
	// A doubled consonant: plan, planned; mapping.
	if n := len(lemma); n > 2 && n < 8 && !strings.ContainsRune("aeiouwxy", rune(lemma[n-1])) && strings.ContainsRune("aeiou", rune(lemma[n-2])) {
		double := lemma + lemma[n-1:]
		if form == double+"ed" || form == double+"ing" {
			return "verb form", true
		}
	}
	return "", false
}

// englishSpellings fold British into American ends; words that would fall
// together by it do not matter, since both sides are folded.
var englishSpellings = strings.NewReplacer(
	"isation", "ization", "haem", "hem", "oestr", "estr", "oedem", "edem", "foet", "fet", "paed", "ped", "anaesth", "anesth",
	"anaem", "anem", "aetiol", "etiol", "oesoph", "esoph", "diarrhoe", "diarrhe", "leuk", "leuc", "sulph", "sulf", "aluminium", "aluminum",
	"faec", "fec", "gynaec", "gynec", "orthopaed", "orthoped", "ischaem", "ischem", "glycaem", "glycem", "behaviour", "behavior", "tumour", "tumor",
	"signalling", "signaling", "signalled", "signaled", "modelling", "modeling", "modelled", "modeled", "labelling", "labeling", "labelled", "labeled",
	"channelling", "channeling", "counselling", "counseling", "travell", "travel", "ageing", "aging",
	"colour", "color", "flavour", "flavor", "favour", "favor", "labour", "labor", "humour", "humor", "vapour", "vapor", "odour", "odor", "rumour", "rumor",
	"neighbour", "neighbor", "harbour", "harbor", "honour", "honor", "fibre", "fiber", "centre", "center", "litre", "liter", "metre", "meter", "titre", "titer",
	"programme", "program", "grey", "gray", "defence", "defense", "licence", "license", "practis", "practic", "catalogue", "catalog", "dialogue", "dialog", "mould", "mold", "skilful", "skillful",
	"caesium", "cesium", "judgement", "judgment", "manoeuv", "maneuv", "tyre", "tire", "sceptic", "skeptic",
)

// englishFold makes British and American spellings alike.
func englishFold(word string) string {
	if len(word) < 4 {
		return word
	}
	word = englishSpellings.Replace(word)
	for _, end := range [...][2]string{{"ise", "ize"}, {"ised", "ized"}, {"ises", "izes"}, {"ising", "izing"}, {"yse", "yze"}, {"ysed", "yzed"}, {"ysing", "yzing"}} {
		if stem, ok := strings.CutSuffix(word, end[0]); ok && len(stem) > 3 {
			return stem + end[1]
		}
	}
	return word
}

func englishStem(lemma string) string {
	switch {
	case len(lemma) < 4:
		return lemma
	case hasAnySuffix(lemma, "is", "us", "um", "on", "ix", "ex"):
		return lemma[:len(lemma)-2]
	case hasAnySuffix(lemma, "y", "e", "a"):
		return lemma[:len(lemma)-1]
	}
	return lemma
}

// englishBase undoes a plural that cannot be anything else.
func englishBase(word string) string {
	if lemmas := englishIrregulars.lemmas(word); len(lemmas) == 1 {
		if rule, _ := englishIrregulars.match(lemmas[0], word); rule == "plural" {
			return lemmas[0]
		}
	}
	switch {
	case len(word) < 5 || hasAnySuffix(word, "ss", "us", "is", "ics", "ous", "sis", "as", "os", "ies's"):
		return word
	case hasAnySuffix(word, "ies"):
		return strings.TrimSuffix(word, "ies") + "y"
	case hasAnySuffix(word, "ches", "shes", "sses", "xes"):
		return strings.TrimSuffix(word, "es")
	case hasAnySuffix(word, "s"):
		return strings.TrimSuffix(word, "s")
	}
	return word
}

// englishReinflect carries over plural and possessive.
func englishReinflect(lemma, form, other string) (string, bool) {
	rule, ok := englishInflect(lemma, form)
	if !ok {
		return "", false
	}
	plural := other + "s"
	switch {
	case hasAnySuffix(other, "sis"):
		plural = strings.TrimSuffix(other, "is") + "es"
	case englishConsonantY(other):
		plural = strings.TrimSuffix(other, "y") + "ies"
	case englishHissing(other):
		plural = other + "es"
	case hasAnySuffix(other, "um", "us", "on", "ix", "ex", "f", "fe") && !hasAnySuffix(other, "tion", "sion"):
		plural = ""
	}
	switch {
	case rule == "possessive":
		return other + "'s", true
	case plural == "":
		return "", false
	case rule == "plural":
		return plural, true
	case rule == "plural possessive":
		return plural + "'", true
	}
	return "", false
}
