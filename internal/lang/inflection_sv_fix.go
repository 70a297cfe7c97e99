package lang

import "strings"

// paradigm is how all nouns with one end bend, each form without the genitive s.
// An empty form does not exist.
type paradigm struct{ end, definite, plural, definitePlural string }

// swedishParadigms are nouns whose gender and declension their end decides
// (SAG 2:2 §31), and heads that the glossaries need. The longest end wins; "~"
// stands for the lemma.
var swedishParadigms = []paradigm{
	{"ing", "~en", "~ar", "~arna"}, {"het", "~en", "~er", "~erna"}, {"tion", "~en", "~er", "~erna"}, {"sion", "~en", "~er", "~erna"},
	{"itet", "~en", "~er", "~erna"}, {"tor", "~n", "~er", "~erna"}, {"sor", "~n", "~er", "~erna"}, {"are", "~n", "~", "~na"},
	{"else", "~n", "~r", "~rna"}, {"ans", "~en", "~er", "~erna"}, {"ens", "~en", "~er", "~erna"}, {"ism", "~en", "~er", "~erna"},
	{"log", "~en", "~er", "~erna"}, {"grafi", "~n", "~er", "~erna"}, {"terapi", "~n", "~er", "~erna"}, {"logi", "~n", "~er", "~erna"},
	{"energi", "~n", "~er", "~erna"}, {"barriär", "~en", "~er", "~erna"}, {"skott", "~et", "~", "~en"}, {"minne", "~t", "~n", "~na"},
	{"cell", "~en", "~er", "~erna"}, {"studie", "~n", "~r", "~rna"}, {"synaps", "~en", "~er", "~erna"}, {"protein", "~et", "~er", "~erna"},
	{"hormon", "~et", "~er", "~erna"}, {"vitamin", "~et", "~er", "~erna"}, {"mineral", "~et", "~er", "~erna"}, {"sömn", "~en", "", ""},
	{"nivå", "~n", "~er", "~erna"}, {"brist", "~en", "~er", "~erna"}, {"system", "~et", "~", "~en"}, {"ämne", "~t", "~n", "~na"},
	{"värde", "~t", "~n", "~na"}, {"nerv", "~en", "~er", "~erna"}, {"kanal", "~en", "~er", "~erna"}, {"signal", "~en", "~er", "~erna"},
	{"intag", "~et", "~", "~en"}, {"symtom", "~et", "~", "~en"}, {"sjukdom", "~en", "~ar", "~arna"}, {"tillstånd", "~et", "~", "~en"},
	{"preparat", "~et", "~", "~en"}, {"resultat", "~et", "~", "~en"}, {"substrat", "~et", "~", "~en"}, {"hjärna", "~n", "", ""},
	{"test", "~et", "~er", "~erna"}, {"effekt", "~en", "~er", "~erna"}, {"risk", "~en", "~er", "~erna"}, {"dos", "~en", "~er", "~erna"},
	{"gen", "~en", "~er", "~erna"}, {"kost", "~en", "", ""}, {"funktion", "~en", "~er", "~erna"}, {"magnesium", "~et", "", ""}, {"kalcium", "~et", "", ""},
	{"neuron", "~et", "~", "~en"}, {"treonat", "~et", "", ""}, {"barriär", "~en", "~er", "~erna"}, {"analys", "~en", "~er", "~erna"},
	{"metabolit", "~en", "~er", "~erna"}, {"antagonist", "~en", "~er", "~erna"}, {"agonist", "~en", "~er", "~erna"},
}

// paradigmOf is the paradigm that lemma's end decides; nil when none does.
func paradigmOf(lemma string) *paradigm {
	var best *paradigm
	for i := range swedishParadigms {
		p := &swedishParadigms[i]
		if strings.HasSuffix(lemma, p.end) && (best == nil || len(p.end) > len(best.end)) {
			best = p
		}
	}
	return best
}

// swedishReinflect reads which form the found word has, from its own paradigm or
// from an ending that means one thing in every declension, and makes that form of
// other, whose paradigm must be known.
func swedishReinflect(lemma, form, other string) (string, bool) {
	slot, ok := swedishSlot(lemma, form)
	genitive := false
	if !ok {
		bare, cut := strings.CutSuffix(form, "s")
		if !cut {
			return "", false
		}
		slot, ok = swedishSlot(lemma, bare)
		if genitive = true; !ok {
			return "", false
		}
	}
	p := paradigmOf(other)
	if p == nil && slot != 0 {
		return "", false
	}
	out := other
	if slot > 0 {
		out = strings.Replace([]string{p.definite, p.plural, p.definitePlural}[slot-1], "~", other, 1)
	}
	if out == "" || genitive && strings.HasSuffix(out, "s") {
		return "", false
	}
	if genitive {
		out += "s"
	}
	return out, true
}

// swedishSlot is 0 for the lemma itself, 1 for the definite form, 2 for the
// plural, 3 for the definite plural.
func swedishSlot(lemma, form string) (slot int, ok bool) {
	if lemma == form {
		return 0, true
	}
	if p := paradigmOf(lemma); p != nil {
		for i, shape := range []string{p.definite, p.plural, p.definitePlural} {
			if shape != "" && strings.Replace(shape, "~", lemma, 1) == form {
				return i + 1, true
			}
		}
		return 0, false
	}
	rule, ok := swedishIrregulars.match(lemma, form)
	if !ok {
		rule, ok = swedishClasses(lemma, form)
	}
	switch {
	case !ok:
		return 0, false
	case rule == "definite" && !hasAnySuffix(form, "en"): // -en may be a neuter plural too
		return 1, true
	case rule == "plural":
		return 2, true
	case rule == "definite plural" && hasAnySuffix(form, "arna", "erna", "orna"):
		return 3, true
	}
	return 0, false
}
