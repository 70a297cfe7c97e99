package wordlist

import (
	"slices"
	"strings"
)

// englishForms is all forms of an English headword of one word, itself first.
// Irregular are those written out, which replace the regular past or plural.
func englishForms(head, class string, irregular []string) []string {
	out := englishRegular(head, class, irregular)
	for _, v := range append([]string{british(head)}, irregular...) {
		if v != head && v != "" && (v == british(head) || isVariant(head, v)) {
			out = append(out, englishRegular(v, class, nil)...)
		}
	}
	out = append(out, irregular...)
	if class == "n" || class == "name" {
		for _, f := range out[:len(out):len(out)] {
			out = append(out, possessive(f))
		}
	}
	return unique(out)
}

func englishRegular(head, class string, irregular []string) []string {
	out := []string{head}
	switch class {
	case "n", "num", "abbr":
		if class != "n" || !replaces(head, irregular, "s") {
			out = append(out, withS(head))
		}
	case "v":
		out = append(out, withS(head))
		for _, stem := range doubledStems(head) {
			out = append(out, withEnd(stem, "ing"))
			if !replaces(head, irregular, "ed") {
				out = append(out, withEnd(stem, "ed"))
			}
		}
	case "a", "adv":
		if comparable(head, class) && !replaces(head, irregular, "er") {
			for _, stem := range doubledStems(head) {
				out = append(out, withEnd(stem, "er"), withEnd(stem, "est"))
			}
		}
	}
	return out
}

// replaces says that the irregular forms stand in place of the regular one in
// end: went for goed; not shown beside showed, or colour beside color.
func replaces(head string, irregular []string, end string) bool {
	for _, f := range irregular {
		switch {
		case isVariant(head, strings.TrimSuffix(f, "s")), isVariant(head, f), strings.Contains(f, " "):
		case end == "s":
			return true
		case strings.HasSuffix(f, "ing"), strings.HasSuffix(f, "s"), strings.HasSuffix(f, "ed"):
		case len(irregular) == 1 && (f == head+"n" || f == head+"en"):
		default:
			return true
		}
	}
	return false
}

// withS: houses, boxes, countries, days, heroes.
func withS(w string) string {
	switch {
	case endsIn(w, "s", "x", "z", "ch", "sh"):
		return w + "es"
	case strings.HasSuffix(w, "y") && len(w) > 2 && !isEnglishVowel(w[len(w)-2]):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "o") && esAfterO[w]:
		return w + "es"
	}
	return w + "s"
}

var esAfterO = map[string]bool{
	"hero": true, "potato": true, "tomato": true, "echo": true, "go": true, "do": true, "veto": true,
	"undergo": true, "torpedo": true, "cargo": true, "mosquito": true, "embargo": true, "volcano": true,
}

// withEnd adds -ed, -ing, -er or -est to a stem.
func withEnd(stem, end string) string {
	vowel := end[0] == 'e'
	switch {
	case strings.HasSuffix(stem, "ie") && !vowel: // lying
		return stem[:len(stem)-2] + "y" + end
	case endsIn(stem, "ee", "oe", "ye"): // seeing, agreed
		if vowel {
			return stem[:len(stem)-1] + end
		}
		return stem + end
	case strings.HasSuffix(stem, "e"):
		return stem[:len(stem)-1] + end
	case strings.HasSuffix(stem, "y") && vowel && len(stem) > 1 && !isEnglishVowel(stem[len(stem)-2]):
		return stem[:len(stem)-1] + "i" + end
	case strings.HasSuffix(stem, "c") && len(stem) > 4: // mimicked, but not synced
		return stem + "k" + end
	}
	return stem + end
}

// doubledStems are the stems to which -ed and -ing may be added: one, or both
// spellings where Britain and America differ (travel, travell-).
func doubledStems(w string) []string {
	n := len(w)
	if n < 3 || isEnglishVowel(w[n-1]) || !isEnglishVowel(w[n-2]) || strings.IndexByte("wxy", w[n-1]) >= 0 ||
		isEnglishVowel(w[n-3]) && !strings.HasPrefix(w[n-3:], "ui") && !endsIn(w, "quit", "quip") {
		return []string{w}
	}
	double := w + w[n-1:]
	switch {
	case englishSyllables(w) == 1, endsIn(w, finalStress...) && w != "vomit":
		return []string{double}
	case w[n-1] == 'l' && w[n-2] != 'i' || endsIn(w, "focus", "worship", "bias"):
		return []string{w, double}
	}
	return []string{w}
}

// finalStress are ends of verbs that have the stress there and so double it.
var finalStress = []string{
	"refer", "prefer", "infer", "confer", "defer", "deter", "transfer", "occur", "incur", "recur", "concur",
	"admit", "permit", "submit", "commit", "omit", "emit", "transmit", "remit", "compel", "expel", "propel",
	"repel", "rebel", "excel", "control", "patrol", "enrol", "regret", "forget", "upset", "reset", "begin",
	"equip", "format", "debug", "unplug", "overlap", "outfit", "kidnap", "unzip", "annul", "forbid",
	"handicap", "program", "rerun", "input", "output", "offset", "allot", "acquit", "embed",
}

// comparable says that an adjective or adverb takes -er and -est: one syllable,
// or two with a light end (happy, simple, narrow, clever).
func comparable(w, class string) bool {
	if strings.ContainsAny(w, "-' .") {
		return false
	}
	if class == "adv" {
		return slices.Contains([]string{"fast", "soon", "hard", "late", "early", "long", "near", "high", "low", "deep", "close", "often"}, w)
	}
	switch englishSyllables(w) {
	case 1:
		return !endsIn(w, "ed", "wn", "ct", "nt") && len(w) > 2
	case 2:
		return endsIn(w, "y", "le", "ow") || w == "clever" || w == "quiet" || w == "narrow" || w == "common"
	}
	return false
}

// british is a regular British spelling of an American word, or "".
func british(w string) string {
	for _, p := range [][2]string{{"ization", "isation"}, {"ize", "ise"}, {"izing", "ising"}, {"ized", "ised"}, {"izer", "iser"}, {"lyze", "lyse"}, {"lyzing", "lysing"}, {"lyzed", "lysed"}} {
		if stem, ok := strings.CutSuffix(w, p[0]); ok && len(stem) > 3 && stem != "caps" {
			return stem + p[1]
		}
	}
	return ""
}

// isVariant says that v is another spelling of w, which inflects like it:
// colour, centre, catalogue, defence, programme, jewellery, grey, ageing.
func isVariant(w, v string) bool {
	for _, p := range [][2]string{
		{"or", "our"}, {"er", "re"}, {"og", "ogue"}, {"se", "ce"}, {"ze", "se"}, {"l", "ll"},
		{"e", "ae"}, {"e", "oe"}, {"ray", "rey"}, {"eg", "aeg"}, {"ing", "eing"}, {"old", "ould"}, {"z", "s"},
		{"ce", "se"}, {"ay", "ey"}, {"f", "ph"}, {"ck", "que"}, {"ae", "e"}, {"w", "ugh"}, {"m", "mme"},
	} {
		for i := 0; i+len(p[0]) <= len(w); i++ {
			if w[i:i+len(p[0])] == p[0] && w[:i]+p[1]+w[i+len(p[0]):] == v {
				return true
			}
		}
	}
	return false
}

// adverb is the adverb in -ly of an adjective: perfectly, easily, simply,
// basically. "" for an adjective whose -ly is none or has a meaning of its own.
func adverb(w string) string {
	n := len(w)
	if n < 4 || strings.ContainsAny(w, "- '") || ownLy[w] || endsIn(w, "ly") {
		return ""
	}
	switch {
	case strings.HasSuffix(w, "y") && !isEnglishVowel(w[n-2]):
		return w[:n-1] + "ily"
	case strings.HasSuffix(w, "le") && !isEnglishVowel(w[n-3]):
		return w[:n-1] + "y"
	case strings.HasSuffix(w, "ic"):
		return w + "ally"
	case strings.HasSuffix(w, "ll"):
		return w + "y"
	case strings.HasSuffix(w, "ue"):
		return w[:n-1] + "ly"
	}
	return w + "ly"
}

// ownLy are adjectives whose adverb means something else: hard, hardly.
var ownLy = map[string]bool{
	"hard": true, "late": true, "near": true, "short": true, "bare": true, "scarce": true, "present": true, "like": true,
	"live": true, "order": true, "good": true, "even": true, "large": true, "home": true,
}

// possessive: the house's, the houses'.
func possessive(w string) string {
	if strings.HasSuffix(w, "s") {
		return w + "'"
	}
	return w + "'s"
}

func endsIn(w string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

func isEnglishVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// englishSyllables counts the groups of vowels of w, y among them, without a
// silent final e.
func englishSyllables(w string) int {
	n, in := 0, false
	for i := 0; i < len(w); i++ {
		v := isEnglishVowel(w[i]) || w[i] == 'y' && i > 0
		if v && !in {
			n++
		}
		in = v
	}
	if n > 1 && strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "le") {
		n--
	}
	return n
}

func unique(words []string) []string {
	seen := make(map[string]bool, len(words))
	out := words[:0:0]
	for _, w := range words {
		if w != "" && !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}
