// Package lang is all that is known of a language, as data and small functions.
package lang

import (
	"slices"
	"strings"
	"sync"
)

// Language is what tvilling knows of one language. Values are shared and read-only.
type Language struct {
	Code string // BCP 47, "sv"
	Name string // in English, "Swedish"

	// Decimal is the decimal sign; Groups the signs that may group thousands.
	Decimal rune
	Groups  []rune
	// PercentSpace says that a space stands between a number and its percent sign.
	PercentSpace bool
	// Quotes are the accepted pairs of outer quotation marks, the preferred one first.
	Quotes []QuotePair
	// InnerQuotes are the pairs for a quotation inside another, the preferred one first.
	InnerQuotes []QuotePair
	// ReferenceHeadings are headings of reference lists, lower case.
	ReferenceHeadings []string
	// Abbreviations end in a full stop that ends no sentence, lower case without the last stop.
	Abbreviations map[string]bool
	// FunctionWords are the commonest words, lower case: they tell languages apart.
	FunctionWords map[string]bool
	// DoubleWords may stand twice in a row ("som som" in Swedish, "had had" in English), lower case.
	DoubleWords map[string]bool

	// Months are the ways to write a month; Weekdays the names from Monday on, lower case.
	Months   []MonthName
	Weekdays []string
	// Negations turn a statement round: words, lower case. See Polarity for what
	// else may negate.
	Negations map[string]bool
	// Quantifiers say how a number is meant, lower case; longer phrases stand
	// before shorter ones that begin them.
	Quantifiers []Quantifier

	abbreviations map[string]stopKind   // by abbreviation, as Abbreviations
	labels        map[string]bool       // nouns that a single letter or number follows: "vitamin C", "figure 3"
	speech        map[string]bool       // verbs that follow a quotation: "said"
	numbers       map[string]numberWord // spelled numbers and their parts
	numberRules   numberRules
	dates         dateRules
	senses        *patterns[senseTag] // words that say one of two opposite things
	polarity      *patterns[polarTag] // words and idioms that negate, openly or not
	negative      []string            // prefixes that make an opposite: "un"
	unitNames     map[string]string   // the IDs of units by name, lower case
	unitStems     []string            // unit names that may begin the rest of a compound, the longest first
	oneWords      map[string]string   // words before a unit that count it: "a", "half"; their values
	moneyWords    map[string]string   // multipliers that name the money too: "mkr"
	evidence      evidence            // what tells the language from others, besides its function words

	once   sync.Once // makes starts
	starts starts
}

// dateRules are the facts about how a language writes dates.
type dateRules struct {
	capitals   bool            // months and weekdays have capitals, and words like them have none
	monthFirst bool            // the day may follow the month
	of         map[string]bool // may stand between day and month: "of"
	the        map[string]bool // may stand between month and day: "the"
	endings    []string        // of weekdays: "s" in "Mondays"; "" for none
}

// QuotePair is an opening and a closing quotation mark.
type QuotePair struct{ Open, Close string }

// Quantifier is a word or phrase that says how a number is meant.
type Quantifier struct {
	Phrase   string // "at least", words joined by single spaces
	Relation Relation
}

// Relation is how a quantity stands to the number named. The same relation in
// two languages means the same thing.
type Relation uint8

const (
	MoreThan Relation = iota // above it: "more than", "över"
	LessThan                 // below it: "fewer than", "under"
	AtLeast                  // it or more
	AtMost                   // it or less
	About                    // near it, on either side
	Nearly                   // near it, from below
	Exactly
)

var relationNames = [...]string{"more than", "less than", "at least", "at most", "about", "nearly", "exactly"}

// String is the relation in English words.
func (r Relation) String() string { return relationNames[r] }

// Range is a half-open stretch of bytes of a string.
type Range struct{ Start, End int }

// Word is one word of a text: letters and digits with what joins them
// ("NMDA-receptorn", "EU:s", "don’t", "L-treonat", "12,5").
type Word struct {
	Start, End int    // bytes
	Text       string // as written
}

// Number is a number as it stands in a text, by value.
type Number struct {
	// Start and End are bytes: sign and digits without unit or percent sign,
	// but with the words that make up the value ("2.5 billion", "1990s", "20th century").
	Start, End int
	// Value is the canonical decimal: "1243.5", "-3", "0.05"; no leading or
	// trailing zeros, no group signs. A fraction without an end is "2/3", in lowest
	// terms. A time of day is "20:00".
	Value string
	Kind  NumberKind
	// Foreign says that the number can only be read by another language's
	// conventions ("12.5" or "1,000" in Swedish); Value is what a human takes it for.
	Foreign bool
	// Either says that a time of day may be twelve hours later: "at half past seven".
	Either bool
	// Rough says that a number in words is meant as a rough one: "a dozen", "ett tiotal".
	Rough bool
}

// NumberKind is how a number is written.
type NumberKind uint8

const (
	Digits  NumberKind = iota
	Spelled            // "three", "tre", "a dozen"
	Ordinal            // "3rd", "tredje"
	Roman
	Fraction // "½", "1/2", "two thirds"
	Period   // a decade or century, by its first year: "1990s", "1900-talet", "20th century"
	Time     // a time of day: "8 p.m.", "20.00", "klockan 20", "noon"
)

// known are the languages built in, in order of code. They are made when first asked
// for: their tables take longer than a command that reads no text.
var known = sync.OnceValue(func() []*Language { return []*Language{english(), swedish()} })

var (
	english = sync.OnceValue(newEnglish)
	swedish = sync.OnceValue(newSwedish)
)

// All are the languages built in, in order of code.
func All() []*Language { return known() }

// For finds a language by its BCP 47 code ("sv", "sv-SE"); nil when it is unknown.
func For(code string) *Language {
	for _, l := range known() {
		if len(code) >= 2 && strings.EqualFold(l.Code, code[:2]) && (len(code) == 2 || code[2] == '-' || code[2] == '_') {
			return l
		}
	}
	return nil
}

// set makes a set of the words of lists.
func set(lists ...string) map[string]bool {
	out := make(map[string]bool, room(lists...)) // a map that grows takes twice the memory
	for _, list := range lists {
		for w := range strings.FieldsSeq(list) {
			out[w] = true
		}
	}
	return out
}

// room is about how many words there are in lists: most blanks stand alone.
func room(lists ...string) int {
	n := len(lists)
	for _, list := range lists {
		n += strings.Count(list, " ") + strings.Count(list, "\n")
	}
	return n
}

// phrases makes a set of the phrases of list, which commas part.
func phrases(list string) map[string]bool {
	out := make(map[string]bool, strings.Count(list, ",")+1)
	for p := range strings.SplitSeq(list, ",") {
		out[strings.TrimSpace(p)] = true
	}
	return out
}

// quantifiers makes a list of what is given by relation, phrases parted by
// commas; the longest phrase comes first, those of one length in order.
func quantifiers(byRelation map[Relation]string) []Quantifier {
	out := make([]Quantifier, 0, 96) // somewhat more than a language has
	for r := range Relation(len(relationNames)) {
		for _, p := range strings.Split(byRelation[r], ",") {
			out = append(out, Quantifier{strings.TrimSpace(p), r})
		}
	}
	slices.SortStableFunc(out, func(a, b Quantifier) int { return len(b.Phrase) - len(a.Phrase) })
	return out
}

// stopKind is what a full stop after an abbreviation may mean.
type stopKind uint8

const (
	neverEnds     stopKind = iota + 1 // "e.g.": something always follows
	endsAtCapital                     // "etc.": usually last, so that a capital begins a sentence
	endsAtWord                        // "Inc.": a name may follow; only a function word begins a sentence
	beforeNumber                      // "no. 5": an abbreviation only before a number
)

// abbreviations makes both maps of a language from its four lists.
func abbreviations(never, capital, word, number string) (map[string]bool, map[string]stopKind) {
	kinds := make(map[string]stopKind, room(never, capital, word, number))
	for kind, list := range [...]string{neverEnds: never, endsAtCapital: capital, endsAtWord: word, beforeNumber: number} {
		for a := range strings.FieldsSeq(list) {
			kinds[a] = stopKind(kind)
		}
	}
	return set(never, capital, word, number), kinds
}
