// Package lang is all that is known of a language, as data and small functions.
package lang

// Language is what tvilling knows of one language. Values are shared and read-only.
type Language struct {
	Code string // BCP 47, "sv"
	Name string // in English, "Swedish"

	// Decimal is the decimal sign; Groups the signs that may group thousands.
	Decimal rune
	Groups  []rune
	// Quotes are the accepted pairs of outer quotation marks, the preferred one first.
	Quotes []QuotePair
	// ReferenceHeadings are headings of reference lists, lower case.
	ReferenceHeadings []string
	// Abbreviations end in a full stop that ends no sentence, lower case without the last stop.
	Abbreviations map[string]bool
	// FunctionWords are the commonest words, lower case: they tell languages apart.
	FunctionWords map[string]bool
	// DoubleWords may stand twice in a row ("som som" in Swedish, "had had" in English), lower case.
	DoubleWords map[string]bool
}

// QuotePair is an opening and a closing quotation mark.
type QuotePair struct{ Open, Close string }

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
	Start, End int    // bytes, sign and digits, without unit or percent sign
	Value      string // canonical decimal: "1243.5", "-3", "0.05"; no trailing zeros
	Kind       NumberKind
}

// NumberKind is how a number is written.
type NumberKind uint8

const (
	Digits  NumberKind = iota
	Spelled            // "three", "tre", "a dozen"
	Ordinal            // "3rd", "tredje"
	Roman
)

var known []*Language

// All are the languages built in, in order of code.
func All() []*Language { return known }

// For finds a language by its BCP 47 code ("sv", "sv-SE"); nil when it is unknown.
func For(code string) *Language {
	for _, l := range known {
		if len(code) >= 2 && l.Code == code[:2] && (len(code) == 2 || code[2] == '-' || code[2] == '_') {
			return l
		}
	}
	return nil
}
