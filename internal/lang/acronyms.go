package lang

import (
	"strings"
	"sync"
)

// acronymTable has a line a notion: its name, a colon, and what the language
// calls it, bar between the ways. Languages are joined by the names.
type acronymTable struct {
	lines string
	once  sync.Once
	forms map[string][]string // by notion
	means map[string][]string // notions by form, lower case
}

func (t *acronymTable) ready() *acronymTable {
	t.once.Do(func() {
		t.forms, t.means = map[string][]string{}, map[string][]string{}
		for line := range strings.Lines(t.lines) {
			notion, list, ok := strings.Cut(strings.TrimSpace(line), ":")
			if !ok {
				continue
			}
			for _, form := range strings.Split(list, "|") {
				form = strings.TrimSpace(form)
				t.forms[notion] = append(t.forms[notion], form)
				low := strings.ToLower(form)
				t.means[low] = append(t.means[low], notion)
			}
		}
	})
	return t
}

// acronymTables by language code. A language without one has every acronym as others do.
var acronymTables = map[string]*acronymTable{"en": {lines: englishAcronyms}, "sv": {lines: swedishAcronyms}}

// Acronyms are the ways in which l may say what acronym, in capitals, says in
// another language: acronyms of its own (FN for UN) and words (moms for VAT).
// Words are given in the dictionary form, or as the beginning all forms share.
// nil when nothing is known, which mostly means that the acronym stays.
func (l *Language) Acronyms(acronym string, in *Language) []string {
	own, other := acronymTables[l.Code], acronymTables[in.Code]
	if own == nil || other == nil {
		return nil
	}
	var out []string
	for _, notion := range other.ready().means[strings.ToLower(acronym)] {
		out = append(out, own.ready().forms[notion]...)
	}
	return out
}

// AcronymsIn finds the acronyms of s: two capitals or more, with digits or
// without, alone, before an ending (LTP:s, LLMs) or as a part of a word with
// hyphens (NMDA-receptor). A Roman number is none; what is only a capital and a
// number (B12) is none. Ranges hold the acronym without its ending.
func (l *Language) AcronymsIn(s string) []Word {
	var out []Word
	for from := 0; ; {
		i := initials(s, from)
		if i == len(s) {
			return out
		}
		w := l.wordAround(s, from, i)
		at := w.Start
		for _, part := range strings.SplitAfter(w.Text, "-") {
			if n := acronymLength(part); n > 0 && !roman(part[:n]) {
				out = append(out, Word{at, at + n, s[at : at+n]})
			}
			at += len(part)
		}
		from = w.End
	}
}

// initials is the place from which on a capital has another one, or a digit, right
// behind it, as every acronym begins; len(s) when there is none.
func initials(s string, from int) int {
	for i := from; i+1 < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' && (s[i+1] >= 'A' && s[i+1] <= 'Z' || s[i+1] >= '0' && s[i+1] <= '9') {
			return i
		}
	}
	return len(s)
}

// wordAround is the word that the letter at i belongs to. No word reaches across from.
func (l *Language) wordAround(s string, from, i int) Word {
	from += strings.LastIndexByte(s[from:i], ' ') + 1 // nor across a space
	w, _ := l.wordFrom(s, from)
	for w.End <= i {
		w, _ = l.wordFrom(s, w.End)
	}
	return w
}

// The longest acronym, in letters and digits; longer ones are words in capitals.
const longestAcronym = 8

// acronymLength is how many bytes at the beginning of a word are an acronym; 0
// for none. After it only a plural s, a sign or small letters after a sign may stand.
func acronymLength(word string) int {
	capitals, n := 0, 0
	for n < len(word) && (word[n] >= 'A' && word[n] <= 'Z' || word[n] >= '0' && word[n] <= '9') {
		if word[n] >= 'A' {
			capitals++
		}
		n++
	}
	rest := word[n:]
	if capitals < 2 || n > longestAcronym || word[0] < 'A' {
		return 0
	}
	if rest == "" || rest == "s" || rest[0] == '-' || rest[0] == ':' || strings.HasPrefix(rest, "'") || strings.HasPrefix(rest, "’") {
		return n
	}
	return 0
}

// roman says that s has no letter but those of Roman numbers up to a hundred;
// longer ones are years, in no running text.
func roman(s string) bool { return strings.Trim(s, "IVX") == "" }
