package lang

import "strings"

// VerbForm is a set of forms in which a verb can open a list item.
type VerbForm uint8

const (
	Infinitive VerbForm = 1 << iota
	Imperative
	Present
	Participle // English -ing
)

// verbFormers tell the forms of a verb, by language code.
var verbFormers = map[string]func(word string, same func(a, b string) bool) VerbForm{
	"en": englishVerbForms,
	"sv": swedishVerbForms,
}

// VerbForms are the forms that the verb word (lower case) may be; 0 when it seems
// to be no verb. same says that two words are forms of one word, as a word list
// knows them.
func (l *Language) VerbForms(word string, same func(a, b string) bool) VerbForm {
	if f := verbFormers[l.Code]; f != nil {
		return f(word, same)
	}
	return 0
}

// swedishEndings are how the present and the infinitive of one verb may end:
// reglerar – reglera, läser – läsa, ser – se, bor – bo, lär – lära, stödjer – stödja.
var swedishEndings = []struct{ present, infinitive string }{
	{"ar", "a"}, {"er", "a"}, {"r", ""}, {"", "a"}, {"jer", "ja"},
}

func swedishVerbForms(word string, same func(a, b string) bool) VerbForm {
	var forms VerbForm
	for _, e := range swedishEndings {
		if stem, ok := strings.CutSuffix(word, e.present); ok && len(stem) > 1 && (e.present != "" || strings.HasSuffix(word, "r")) && same(word, stem+e.infinitive) {
			forms |= Present
			if e.present == "" {
				forms |= Imperative // "lär", "kör"
			}
		}
		stem, ok := strings.CutSuffix(word, e.infinitive)
		if ok && len(stem) > 1 && strings.HasSuffix(stem+e.present, "r") && same(word, stem+e.present) {
			forms |= Infinitive
			if e.present == "ar" || e.present == "r" { // "reglera", "bo": one form for both
				forms |= Imperative
			}
		}
		// The others have the bare stem: "läs" beside "läser" and "läsa".
		if len(e.present) > 1 && e.present != "ar" && same(word, word+e.present) && same(word, word+e.infinitive) {
			forms |= Imperative
		}
	}
	return forms
}

func englishVerbForms(word string, same func(a, b string) bool) VerbForm {
	stem, ing := strings.CutSuffix(word, "ing")
	switch {
	case ing && (same(word, stem) || same(word, stem+"e")):
		return Participle
	case strings.HasSuffix(word, "s") && same(word, strings.TrimSuffix(word, "s")+"ing"):
		return Present
	case same(word, word+"ing") || same(word, strings.TrimSuffix(word, "e")+"ing"):
		return Infinitive | Imperative
	}
	return 0
}
