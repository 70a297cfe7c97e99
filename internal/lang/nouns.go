package lang

import "strings"

// verbEndings, by language code, are those by which most verbs are told from nouns.
var verbEndings = map[string][]string{"sv": {"r", "s", "de", "te"}}

// EndsLikeVerb says that a word has an ending of verbs; some nouns have it, too.
func (l *Language) EndsLikeVerb(word string) bool {
	for _, end := range verbEndings[l.Code] {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// compoundHeads, by language code, are first parts that any noun may follow, one with
// a linking letter and one without.
var compoundHeads = map[string][]string{"sv": {"hjärn", "stads"}}

// CompoundHeads are first parts of closed compounds by which a word can be tried for
// being a last one; nil when the language has no closed compounds.
func (l *Language) CompoundHeads() []string { return compoundHeads[l.Code] }
