package lang

import (
	"strings"
	"unicode/utf8"
)

// swedishDerived are word ends that make a new word of the one before them
// rather than a compound (SAG 2:1, ch. 3): led+are, form+ell, protein+uri.
var swedishDerived = wordSet{list: `are aren arna ares arnas arens ande andet anden andes ende ning ningen ningar ningarna else elsen elser het heten heter ig iga igt lig liga ligt
	isk iska iskt ism ismen ist isten ister era erar erade erat erad ering eringen isera iserar iserad itet iteten sam bar aktig vis
	skap inna ör ion ionen ioner ell ella ellt al ala alt iv iva ivt ium id iden ider oid ol oler yl as aser os oser it iter itis uri emi emin
	os om omet om ogen ulär ulera ulering ering atur at aten ator atorn atorer er erna en ers an ans ens ent enter eri inska in iner ik iken iker
	ör örer ös ösa öst ment mentet uga ande el eln la mellan mellanting dom itär ium ie ien ier ar arnas ulärt ulära ul uler ula ult
	erator eratorn eratorer eration lighet ligheten ighet igheten samhet barhet aktighet atisk atiska atiskt atik atiken aktlig aktligen ligen igen iskt ellt`}

// swedishShortHead holds the words of up to four letters that stand last in
// compounds; any other end that short is noise.
var swedishShortHead = wordSet{list: `rik rikt rika fri fritt fria typ typen typer dos dosen doser gen genen gener test brist lös löst lösa bas basen del delen par par tal talet
	mål led hus dag dagar tid tiden år båt art vätska form grad grupp kur fel fas fasen faser hög högt höga låg låg lågt låga nivå nät nätet prov roll risk salt salter
	skada stam stat stig svar syra syror syn stöd test tråd träd typ vana vikt våg väg väg verk vård yta zon öl olja mat mjöl kost te frö tråd led smak bild cell
	död kris krav kod myt nöd råd rör spår spel steg slut slag skål rygg glas ägg fisk kött bröd ris hopp hot läge mage skäl sår vila vård väsen värme yrke
	kost bark hinna kärna lob pil ben sida hud hår kropp rad rot sår svar stil stund takt tyd vakt växt vett ås öga öra arv bana blod bok
	djur ord ort port gång lag ljud ljus lust makt mått namn nerv news plan pass puls data fält meny mapp fil filen filer länk flik chef sätt post larm byrå hem park skog rum ro sak sats sömn tand vara vän värk yra lik likt lika svag svagt tung torr`}

// swedishModifier finds lemma at the beginning of word, in the shape it has before
// a head: whole, with -s- or -e-, or with its last vowel gone or changed
// (minne: minnesförlust, hjärna: hjärnskada, kvinna: kvinnohjärta, gata: gatuplan).
func swedishModifier(lemma, word string) (int, bool) {
	if utf8.RuneCountInString(lemma) < 3 {
		return 0, false
	}
	if rest, ok := strings.CutPrefix(word, lemma); ok && swedishTail(rest, "s", "e", "") {
		return len(lemma), true
	}
	bare := strings.TrimRight(lemma, "ae")
	if len(lemma)-len(bare) != 1 || len(bare) < 3 {
		return 0, false
	}
	rest, ok := strings.CutPrefix(word, bare)
	if !ok || strings.HasPrefix(rest, lemma[len(bare):]) || len(bare) < 5 && vowelFirst(rest) || !swedishTail(rest, "o", "s", "u", "e", "a", "") {
		return 0, false
	}
	return len(bare), true
}

// swedishTail says whether rest, less one of the linking elements, can be the
// head of a compound.
func swedishTail(rest string, links ...string) bool {
	if swedishDerived.has(rest) {
		return false
	}
	for _, link := range links {
		if head, ok := strings.CutPrefix(rest, link); ok && swedishIsHead(head) {
			return true
		}
	}
	return false
}

func swedishIsHead(head string) bool {
	if swedishDerived.has(head) || strings.HasPrefix(head, "-") || strings.HasPrefix(head, ":") {
		return false
	}
	n := utf8.RuneCountInString(head)
	if n < 5 {
		bare := strings.TrimSuffix(head, "s")
		return swedishShortHead.has(head) || swedishShortHead.has(bare)
	}
	for _, begin := range [...]string{"ning", "ings", "inge", "iser", "ific", "ation", "else", "ikat"} {
		if strings.HasPrefix(head, begin) {
			return false
		}
	}
	if syllables(head) == 0 || !swedishOnset(head) || !swedishLettersOnly(head) {
		return false
	}
	for _, end := range []string{"en", "et", "n", "t", "s", "a", "er", "ar", "erna", "arna", "ns", "ts"} {
		if bare, ok := strings.CutSuffix(head, end); ok && len(bare) > 1 && swedishDerived.has(bare) {
			return false
		}
	}
	return true
}

// swedishOnsets are the pairs of consonants that a Swedish word begins with, and
// those of the Greek and English words that stand in compounds.
var swedishOnsets = wordSet{list: "bj bl br ch cy dj dr dv fj fl fn fr gj gl gn gr hj kj kl kn kr kv lj mj mn nj ph pj pl pn pr ps pt rh sc sf sh sj sk sl sm sn sp st sv sw th tj tr ts tv vr"}

// swedishOnset says whether a word can begin as head does: a cut in the wrong
// place mostly leaves consonants that cannot.
func swedishOnset(head string) bool {
	if len(head) < 2 || vowelFirst(head) {
		return true
	}
	return vowelFirst(head[1:]) || swedishOnsets.has(head[:2])
}

func vowelFirst(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return strings.ContainsRune(swedishVowels, first)
}

func swedishLettersOnly(word string) bool {
	for _, r := range word {
		if !(r >= 'a' && r <= 'z' || r > utf8.RuneSelf) {
			return false
		}
	}
	return true
}

// swedishTurning are prefixes that make another notion of the word they stand before.
var swedishTurning = wordSet{list: "anti icke miss hypo hyper pseudo para meta proto van olika ohälso okänd mot pre post semi non ej själv o in ut för be an av upp till om ned ner på över under sam er und åter"}

func swedishHead(before string) bool {
	return utf8.RuneCountInString(before) >= 3 && syllables(before) > 0 && !swedishTurning.has(before) && swedishLettersOnly(before)
}

// swedishLinked: an -s- after a consonant, in a first part of two syllables or
// more; words that themselves end so (kurs, puls) are short.
func swedishLinked(before string) bool {
	bare, ok := strings.CutSuffix(before, "s")
	return ok && syllables(bare) > 1 && swedishConsonant(bare) && !strings.HasSuffix(bare, "s")
}

// swedishBases turn an end that only a bent word has into the dictionary form's,
// longest first.
var swedishBases = [...][2]string{
	{"iteterna", "itet"}, {"iteter", "itet"}, {"iteten", "itet"}, {"ingarna", "ing"}, {"ingar", "ing"}, {"ingen", "ing"},
	{"heterna", "het"}, {"heten", "het"}, {"ionerna", "ion"}, {"ioner", "ion"}, {"ionen", "ion"},
	{"torerna", "tor"}, {"torer", "tor"}, {"torn", "tor"}, {"orna", "a"}, {"arerna", "are"}, {"ismen", "ism"}, {"login", "logi"},
	{"terapin", "terapi"}, {"grafin", "grafi"}, {"ären", "är"}, {"ärer", "är"}, {"ärerna", "är"}, {"ansen", "ans"}, {"ensen", "ens"},
	{"ernas", "er"}, {"cellerna", "cell"}, {"celler", "cell"}, {"cellen", "cell"}, {"proteiner", "protein"}, {"syror", "syra"},
	{"ligor", "liga"}, {"sinnen", "sinne"}, {"utskotten", "utskott"}, {"ningarna", "ning"}, {"sjukdomar", "sjukdom"},
	{"sjukdomen", "sjukdom"}, {"synapserna", "synaps"}, {"synapser", "synaps"}, {"systemet", "system"}, {"ämnen", "ämne"},
	{"skaperna", "skap"}, {"skaper", "skap"}, {"skapen", "skap"}, {"heter", "het"}, {"elserna", "else"}, {"elser", "else"}, {"elsen", "else"},
	{"urserna", "urs"}, {"urser", "urs"}, {"ursen", "urs"}, {"enterna", "ent"}, {"enter", "ent"}, {"anterna", "ant"},
	{"anter", "ant"}, {"isterna", "ist"}, {"ister", "ist"}, {"grupperna", "grupp"}, {"grupper", "grupp"}, {"gruppen", "grupp"},
	{"hällena", "hälle"}, {"hällen", "hälle"}, {"hället", "hälle"}, {"logierna", "logi"}, {"logier", "logi"}, {"tygen", "tyg"}, {"tyget", "tyg"},
	{"liga", "lig"}, {"ligt", "lig"}, {"iska", "isk"}, {"iskt", "isk"}, {"tiva", "tiv"}, {"tivt", "tiv"}, {"nella", "nell"}, {"nellt", "nell"},
	{"bara", "bar"}, {"bart", "bar"}, {"kala", "kal"}, {"kalt", "kal"}, {"bala", "bal"}, {"balt", "bal"},
}

// swedishBaseLast holds the letters that those ends end in; most words end otherwise.
var swedishBaseLast = func() (out [256]bool) {
	for _, pair := range swedishBases {
		out[pair[0][len(pair[0])-1]] = true
	}
	return out
}()

func swedishBase(word string) string {
	if word == "" || !swedishBaseLast[word[len(word)-1]] {
		return word
	}
	for _, pair := range swedishBases {
		if stem, ok := strings.CutSuffix(word, pair[0]); ok && utf8.RuneCountInString(stem) > 2 {
			return stem + pair[1]
		}
	}
	return word
}
