package wordlist

import "strings"

// adjectiveForms is all forms of an adjective with the paradigm given: en, ett,
// plural, and with "a" also the comparative and the superlative.
func adjectiveForms(base, code string) []string {
	code, plus := strings.CutSuffix(code, "+")
	if endsInVowel(base) && strings.ContainsAny(base[len(base)-1:], "ea") {
		return []string{base} // spännande, extra: never inflected
	}
	stem := adjectiveStem(base)
	if plus {
		stem = base + base[len(base)-1:]
	}
	out := []string{base, neuterAdjective(base)}
	if strings.HasSuffix(base, "ad") && syllables(base) > 1 { // a participle: intresserade, and mer intresserad
		return append(out, base+"e")
	}
	out = append(out, stem+"a", stem+"e")
	if code == "a" {
		out = append(out, stem+"are", stem+"ast", stem+"aste")
	}
	return out
}

// adjectiveStem is base before a vowel: mogn-, vackr-, enkl-.
func adjectiveStem(base string) string {
	if len(base) < 4 || base[len(base)-2] != 'e' || syllables(base) < 2 || !strings.ContainsAny(base[len(base)-1:], "lrn") {
		return base
	}
	if stressedEn(base) {
		return base
	}
	head := base[:len(base)-2]
	switch {
	case strings.HasSuffix(head, "mm"), strings.HasSuffix(base, "nnen"):
		head = head[:len(head)-1]
	case endsInVowel(head):
		return base
	}
	return head + base[len(base)-1:]
}

// stressedEn says that base ends in an -en or -el that keeps its e: homogen, oren.
func stressedEn(base string) bool {
	for _, e := range []string{"mogen", "trogen", "egen"} {
		if strings.HasSuffix(base, e) && !strings.HasSuffix(base, "omogen") {
			return false
		}
	}
	for _, e := range []string{"ogen", "oren", "steren", "gemen", "klen", "ngren"} {
		if strings.HasSuffix(base, e) {
			return base != "omogen" && base != "boren"
		}
	}
	return false
}

// neuterAdjective is the form with ett: stort, rött, känt, nytt, svart, sant.
func neuterAdjective(base string) string {
	head := base[:max(len(base)-1, 0)]
	switch {
	case strings.HasSuffix(base, "tt"):
		return base
	case strings.HasSuffix(base, "t"):
		if endsInVowel(head) && (syllables(base) == 1 || nativeT(base)) {
			return base + "t"
		}
		return base
	case strings.HasSuffix(base, "dd"):
		return base[:len(base)-2] + "tt"
	case strings.HasSuffix(base, "ad") && syllables(base) > 1:
		return head + "t"
	case strings.HasSuffix(base, "d") && endsInVowel(head):
		return head + "tt"
	case strings.HasSuffix(base, "d"):
		return head + "t"
	case strings.HasSuffix(base, "nn"):
		return head + "t"
	case strings.HasSuffix(base, "en") && adjectiveStem(base) != base:
		return head + "t"
	case endsInVowel(base):
		return base + "tt"
	}
	return base + "t"
}

// nativeT says that base is made of a Swedish word of one syllable in vowel + t,
// which doubles it in the neuter (kolsvit, kolsvitt), unlike privat, konkret.
func nativeT(base string) bool {
	for _, e := range []string{"vit", "het", "våt", "söt", "tät", "slät", "fet", "lat", "bet"} {
		if strings.HasSuffix(base, e) {
			return true
		}
	}
	return false
}

// irregularAdjective adds what follows from the written forms: a superlative has
// a definite form.
func irregularAdjective(base string, written []string) []string {
	out := append([]string{base}, written...)
	for _, f := range written {
		switch {
		case strings.HasSuffix(f, "ast"):
			out = append(out, f+"e")
		case strings.HasSuffix(f, "st"):
			out = append(out, f+"a", f+"e")
		case strings.HasSuffix(f, "a") && !strings.HasSuffix(f, "sta") && f != "lilla":
			out = append(out, f[:len(f)-1]+"e")
		}
	}
	return out
}
