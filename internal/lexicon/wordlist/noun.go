package wordlist

import "strings"

// The Swedish declensions, after Svenska Akademiens grammatik 1999, vol. 2, and
// the numbering that school grammars use.

// nounForms is all forms of a noun with the paradigm given but the genitives:
// the base, the definite, the plural, the definite plural. Where two spellings
// are usual both are there.
func nounForms(base, code string) []string {
	stem := base
	if code, ok := strings.CutSuffix(code, "+"); ok {
		return doubled(base, code)
	}
	switch code {
	case "n1":
		return firstDeclension(base)
	case "n2":
		stem = softStem(base, true)
		if strings.HasSuffix(base, "e") {
			stem = base[:len(base)-1]
		}
		return []string{base, common(base), stem + "ar", stem + "arna"}
	case "n3":
		return thirdDeclension(base)
	case "n3t":
		stem, def := neuter(base)
		if stem == base {
			stem = strings.TrimSuffix(stem, "e")
		}
		return []string{base, def, stem + "er", stem + "erna"}
	case "n4":
		_, def := neuter(base)
		if endsInVowel(base) {
			return []string{base, def, base + "n", base + "na"}
		}
		return []string{base, def, base + "en", base + "ena"}
	case "n5":
		return fifthCommon(base)
	case "n5t":
		stem, def := neuter(base)
		plural := stem + "en"
		if strings.HasSuffix(base, "e") {
			plural = base + "n"
		}
		forms := []string{base, def, plural}
		if strings.HasSuffix(base, "papper") { // as usual as pappret
			forms = append(forms, base+"et", base+"en")
		}
		return forms
	case "n6":
		return []string{base, common(base)}
	case "n6t":
		_, def := neuter(base)
		return []string{base, def}
	}
	return nil
}

// doubled is the forms of a noun whose last consonant doubles before an ending:
// drömmen, programmet.
func doubled(base, code string) []string {
	s := base + base[len(base)-1:]
	switch code {
	case "n2":
		return []string{base, s + "en", s + "ar", s + "arna"}
	case "n3":
		return []string{base, s + "en", s + "er", s + "erna"}
	case "n5":
		return []string{base, s + "en"}
	case "n5t":
		return []string{base, s + "et", s + "en"}
	case "n6":
		return []string{base, s + "en"}
	case "n6t":
		return []string{base, s + "et"}
	}
	return nil
}

// firstDeclension: flicka, flickor; also toffel, tofflor and våg, vågor.
func firstDeclension(base string) []string {
	if stem, ok := strings.CutSuffix(base, "a"); ok {
		return []string{base, base + "n", stem + "or", stem + "orna"}
	}
	stem := softStem(base, true)
	return []string{base, common(base), stem + "or", stem + "orna"}
}

// thirdDeclension: park, parker; studie, studier; radio, radior; muskel, muskler.
func thirdDeclension(base string) []string {
	stem := softStem(base, true)
	switch {
	case strings.HasSuffix(base, "e"):
		stem = base[:len(base)-1]
	case strings.HasSuffix(base, "o"):
		return []string{base, base + "n", base + "r", base + "rna"}
	case strings.HasSuffix(base, "ium"), strings.HasSuffix(base, "eum"):
		return nounForms(base, "n3t")
	}
	return []string{base, common(base), stem + "er", stem + "erna"}
}

// fifthCommon: läkare, läkarna; tekniker, teknikerna; studerande, studerandena;
// poäng, poängen.
func fifthCommon(base string) []string {
	switch {
	case strings.HasSuffix(base, "are"):
		return []string{base, base + "n", base[:len(base)-1] + "na"}
	case strings.HasSuffix(base, "nde"):
		return []string{base, base + "n", base + "na"}
	case strings.HasSuffix(base, "er") && softStem(base, false) != base:
		return []string{base, base + "n", base + "na"}
	case endsInVowel(base):
		return []string{base, base + "n", base + "na"}
	}
	return []string{base, base + "en"}
}

// common is the definite form of a noun of common gender.
func common(base string) string {
	stem := softStem(base, false)
	switch {
	case endsInVowel(base):
		return base + "n"
	case stem != base && strings.HasSuffix(base, "en"):
		return stem + "en"
	case stem != base, unstressedOr(base):
		return base + "n"
	case strings.HasSuffix(base, "an") && syllables(base) > 1 && verbalAn[base]:
		return base
	}
	return base + "en"
}

// verbalAn are nouns in -an that take no ending; most others in -an (plan, titan) do.
var verbalAn = map[string]bool{
	"början": true, "verkan": true, "påverkan": true, "samverkan": true, "inverkan": true, "medverkan": true,
	"ansökan": true, "anmälan": true, "önskan": true, "tvekan": true, "längtan": true, "väntan": true,
	"fruktan": true, "predikan": true, "anhållan": true, "begäran": true, "ängslan": true, "vädjan": true,
	"strävan": true, "befordran": true, "fordran": true, "inbjudan": true, "undran": true, "antydan": true,
	"växelverkan": true, "efterfrågan": true, "förfrågan": true,
}

// neuter is the stem and the definite form of a neuter noun.
func neuter(base string) (stem, definite string) {
	stem = softStem(base, false)
	switch {
	case strings.HasSuffix(base, "ium"), strings.HasSuffix(base, "eum"):
		stem = base[:len(base)-2]
		return stem, stem + "et"
	case syllables(base) > 1 && strings.ContainsAny(base[len(base)-1:], "eao"):
		return base, base + "t"
	}
	return stem, stem + "et"
}

// softStem is base without the e of an unstressed -el, -er, -en: nyckel, nyckl-;
// nummer, numr-. With plural, also words that lose it only there: sommar, somr-.
func softStem(base string, plural bool) string {
	if plural && strings.HasSuffix(base, "sommar") {
		return strings.TrimSuffix(base, "mar") + "r"
	}
	if len(base) < 4 || base[len(base)-2] != 'e' || !strings.ContainsAny(base[len(base)-1:], "lrn") ||
		syllables(base) < 2 || hasSuffix(base, stressedEnds) {
		return base
	}
	head := base[:len(base)-2]
	if strings.HasSuffix(head, "mm") {
		head = head[:len(head)-1]
	}
	if endsInVowel(head) {
		return base
	}
	return head + base[len(base)-1:]
}

// stressedEnds are ends of nouns in -el, -er, -en that keep their e, as the last
// syllable has stress or is a word: panel, kroppsdel, kvarter, fenomen, antigen.
var stressedEnds = []string{
	"del", "spel", "fel", "panel", "kanel", "juvel", "kamel", "kvarter", "officer", "klaver",
	"men", "gen", "sten", "ben", "scen", "ven", "ren", "kapten", "ien",
}

// softDespite are words that end like stressedEnds and lose their e all the same.
var softDespite = []string{
	"sedel", "handel", "mandel", "bindel", "medel", "adel", "vandel", "pendel", "ffel",
}

func hasSuffix(s string, ends []string) bool {
	for _, e := range softDespite {
		if strings.HasSuffix(s, e) {
			return false
		}
	}
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// unstressedOr says that base ends in an -or like doktor, motor, which takes only -n.
func unstressedOr(base string) bool {
	if !strings.HasSuffix(base, "or") || syllables(base) < 2 {
		return false
	}
	switch base {
	case "major", "tenor", "dekor", "matador", "korridor", "meteor":
		return false
	}
	return !strings.HasSuffix(base, "klor") && !strings.HasSuffix(base, "bor") && !strings.HasSuffix(base, "flor")
}

const vowels = "aeiouyåäöéèàü"

func endsInVowel(s string) bool {
	for _, r := range vowels {
		if strings.HasSuffix(s, string(r)) {
			return true
		}
	}
	return false
}

// syllables counts the groups of vowels of s.
func syllables(s string) int {
	n, in := 0, false
	for _, r := range s {
		v := strings.ContainsRune(vowels, r)
		if v && !in {
			n++
		}
		in = v
	}
	return n
}

// genitive adds -s where it is heard.
func genitive(s string) string {
	if strings.HasSuffix(s, "s") || strings.HasSuffix(s, "x") || strings.HasSuffix(s, "z") {
		return s
	}
	return s + "s"
}

// nounStems are the shapes a noun has at the beginning of a compound besides its
// base: skol-, kvinno-, gatu-, arbets-, läkar-, laboratorie-.
func nounStems(base string) []string {
	for _, end := range []struct {
		is   string
		with []string
	}{
		{"are", []string{"are", "ar"}},
		{"ium", []string{"ium", "ie"}},
		{"eum", []string{"eum", "ei"}},
		{"else", []string{"else", "elses"}},
		{"sse", []string{"sse", "sses", "ss"}},
		{"a", []string{"a", "", "o", "u"}},
		{"e", []string{"e", "es", "", "s"}},
	} {
		stem, ok := strings.CutSuffix(base, end.is)
		if !ok || len(stem) < 2 {
			continue
		}
		stems := make([]string, len(end.with))
		for i, w := range end.with {
			stems[i] = stem + w
		}
		return stems
	}
	return []string{base, genitive(base)}
}
