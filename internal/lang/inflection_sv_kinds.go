package lang

import (
	"strings"
	"unicode/utf8"
)

const swedishVowels = "aeiouyåäöéáàüæø"

// What a lemma's letters say of the ways it may bend.

func swedishConsonant(lemma string) bool {
	last, _ := utf8.DecodeLastRuneInString(lemma)
	return !strings.ContainsRune(swedishVowels, last) && (last >= 'a' && last <= 'z' || last == 'ç')
}

// swedishFullVowel: sko, energi, kommitté; not -a and -e, which have their own classes.
func swedishFullVowel(lemma string) bool {
	last, _ := utf8.DecodeLastRuneInString(lemma)
	return last != 'a' && last != 'e' && strings.ContainsRune(swedishVowels, last)
}

// swedishBareN: doktorn, nyckeln, minnet: the article is shortened after an
// unstressed syllable.
func swedishBareN(lemma string) bool {
	return hasAnySuffix(lemma, "el", "er", "or", "ar", "are", "e") && syllables(lemma) > 1 ||
		hasAnySuffix(lemma, "a") && syllables(lemma) > 1 && swedishNeuterA.has(lemma)
}

func swedishSyllabic(lemma string) bool { return syllables(lemma) > 1 }

// swedishShort: a short last vowel before m, which is written double inside the word.
func swedishShort(lemma string) bool {
	if len(lemma) < 3 || strings.HasSuffix(lemma, "mm") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(lemma[:len(lemma)-1])
	return strings.ContainsRune("aeiouyåäö", before)
}

// swedishInfinitive: every noun in -a could be a verb as far as its letters go.
func swedishInfinitive(lemma string) bool { return len(lemma) > 3 && !swedishNounA(lemma) }

// swedishNounA: ends in -a that no verb has.
func swedishNounA(lemma string) bool {
	return hasAnySuffix(lemma, "hjärna", "syra", "kvinna", "människa", "flicka", "sjuka", "lunga", "vecka", "gata", "skola", "olja", "plasma", "trauma", "astma")
}

func syllables(word string) int {
	n, inside := 0, false
	for _, r := range word {
		vowel := strings.ContainsRune(swedishVowels, r)
		if vowel && !inside {
			n++
		}
		inside = vowel
	}
	return n
}

var (
	swedishNeuterA = wordSet{list: "öga öra hjärta"}
	// swedishAdjectiveList are adjectives that their end does not give away.
	swedishAdjectiveList = wordSet{list: `stor god lång kort hög låg djup smal tät gles stark svag snabb frisk sjuk ung hel halv tom lätt tung svår
		mjuk hård varm kall het ljus mörk vit svart grön gul fet mager torr våt fast lös fin grov rå färsk vild mild klar trött pigg snäll
		dyr rik fattig jämn ojämn rak sen akut tidig allmän tunn tjock dum långsam sann ond vid trång rund vass skarp kvick smart svensk
		dansk norsk tysk fransk engelsk äkta modern extern intern extrem komplex konkret abstrakt absolut relativ diskret direkt indirekt
		korrekt kompakt perfekt exakt intakt distinkt robust fast löst död naiv kontinuerlig stabil labil steril fragil mobil senil
		vuxen gravid hybrid rigid solid känd okänd blind vänd utvald vald ansträngd bestämd given`}
	swedishAdjectiveHeads = []string{"hög", "låg", "lång", "kort", "tät", "stark", "svag", "full", "känslig", "snabb", "mogen", "bunden", "beroende", "blind", "döv"}
	swedishAdjectiveEnds  = []string{"isk", "ig", "iv", "ell", "är", "ös", "lös", "rik", "fri", "bar", "sam", "full", "aktig", "ant", "ent", "al", "il", "ibel",
		"abel", "ogen", "skt", "vänlig", "nell", "mässig", "färdig", "fattig", "stabil", "fast", "resistent", "säker"}
	swedishNounEnds = []string{"signal", "kanal", "potential", "material", "personal", "mineral", "kapital", "antal", "tal", "patient", "procent", "moment",
		"dokument", "instrument", "medikament", "fisk", "disk", "pil", "bil", "profil", "krig", "arkiv", "motiv", "direktiv", "alternativ", "perspektiv", "initiativ",
		"material", "ritual", "journal", "intervall", "kristall", "tablett", "cell", "modell", "elefant", "variant", "ingrediens", "sekretär"}
)

// swedishAdjective guesses from the end, which must leave a vowel before it
// (historisk, but not fisk), and from lists.
func swedishAdjective(lemma string) bool {
	if swedishAdjectiveList.has(lemma) || hasAnySuffix(lemma, swedishAdjectiveHeads...) {
		return true
	}
	if hasAnySuffix(lemma, swedishNounEnds...) {
		return false
	}
	for _, end := range swedishAdjectiveEnds {
		if before, ok := strings.CutSuffix(lemma, end); ok && syllables(before) > 0 {
			return true
		}
	}
	return false
}

func swedishAttribute(word string) bool {
	for _, end := range []string{"", "a", "t", "e"} {
		if bare, ok := strings.CutSuffix(word, end); ok && swedishAdjective(bare) {
			return true
		}
	}
	return hasAnySuffix(word, "ade", "ad", "at")
}

// swedishParticiple: a past participle of a verb like höja, känna, föra. Nouns
// in a consonant and -d (vård, bild) have one syllable or are their compounds.
func swedishParticiple(lemma string) bool {
	if swedishIrregulars.ready().participles[lemma] || swedishAdjectiveList.has(lemma) || hasAnySuffix(lemma, "blind", "känd", "mild") {
		return true
	}
	for i := 2; i < len(lemma)-2; i++ {
		if utf8.RuneStart(lemma[i]) && swedishIrregulars.participles[lemma[i:]] {
			return true
		}
	}
	return false
}

// swedishDental: god gott, bred brett.
func swedishDental(lemma string) bool {
	return swedishDentals.has(lemma)
}

var (
	swedishDentals   = wordSet{list: "god röd bred sned vid död rigid solid gravid hybrid glad"}
	swedishSyncopes  = []string{"abel", "ibel", "enkel", "dubbel", "ädel", "mager", "bitter", "vacker", "nykter", "säker", "tapper", "ytter"}
	swedishOpenEnds  = []string{"mogen", "öppen", "vaken", "egen", "vuxen", "trogen", "naken", "sliten", "fången", "mulen", "erfaren", "belägen", "angelägen", "förmögen"}
	swedishVowelAdjs = []string{"fri", "ny", "rå", "blå", "grå", "sky"}
)

func swedishSyncope(lemma string) bool { return endsInOrIs(lemma, swedishSyncopes) }

func swedishParticipleEn(lemma string) bool {
	return endsInOrIs(lemma, swedishOpenEnds) || swedishParticiple(lemma)
}

func swedishVowelAdjective(lemma string) bool { return endsInOrIs(lemma, swedishVowelAdjs) }

func endsInOrIs(word string, ends []string) bool {
	for _, end := range ends {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}
