package term

import (
	"slices"
	"sync"

	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// Glossary is a list of terms for one direction of translation. It is read-only
// once made, and safe for concurrent use.
type Glossary struct {
	Name           string // the file's, or "builtin:neuroscience"
	Source, Target *lang.Language
	Terms          []*Term
	// OneWay says that the glossary is about writing the target language only,
	// as one of false friends is: reversed it has no terms.
	OneWay bool

	sourceOnce, targetOnce   sync.Once
	sourceIndex, targetIndex *index

	// What was made of it, kept so that the pairs of a run share their indexes.
	reverseOnce sync.Once
	reversed    *Glossary
	merging     sync.Mutex
	below       []*Glossary // over which it was laid last
	merged      *Glossary
}

// Term is one entry: what a notion is called in both languages. All forms are as
// written in the glossary; none is empty.
type Term struct {
	Source             []string // the names in the source language, the first the chief one
	Target             []string // the agreed renderings, the first preferred
	Abbreviation       string   // in the source language; "" for none
	TargetAbbreviation string   // in the target language; Abbreviation when it was not written
	Allowed            []string // renderings that pass without being the agreed ones
	Forbidden          []string // renderings that must not be used
	Forms              []string // listed inflected forms of Target, for words no rule can bend
	Keep               bool     // the name stands in every language as it is; Target is then Source
	CaseSensitive      bool
	Mode               Mode
	Note, Domain       string
	Span               text.Span // the chief source form, in the glossary; zero in a reversed built-in one
}

// Mode says how far a form may differ from what the glossary has.
type Mode uint8

const (
	// Auto bends words, and finds words of five letters and more in closed
	// compounds: as first part everywhere, as head in agreed renderings only.
	Auto      Mode = iota
	Exact          // case and kinds of hyphen and space may differ, nothing else
	Inflected      // bent, but in no closed compound
	Compound       // bent, and any part of a closed compound, from three letters
	Prefix         // the beginning of a word, whatever follows
	Regex          // the forms are regular expressions (RE2)
)

var modeNames = []string{"auto", "exact", "inflected", "compound", "prefix", "regex"}

// String is the mode as glossaries write it.
func (m Mode) String() string { return modeNames[m] }

// ParseMode reads a mode as glossaries write it; false for an unknown one.
func ParseMode(name string) (Mode, bool) {
	i := slices.Index(modeNames, name)
	return Mode(max(i, 0)), i >= 0
}

// Kind says which of its term's forms a match is.
type Kind uint8

const (
	Source Kind = iota
	Target
	Allowed
	Abbreviation
	Forbidden
)

var kindNames = [...]string{"source", "target", "allowed", "abbreviation", "forbidden"}

func (k Kind) String() string { return kindNames[k] }

// Match is one place where a term stands.
type Match struct {
	Term       *Term
	Kind       Kind
	Form       string // the form that was found, as the glossary has it
	Start, End int    // bytes of the prose; in a closed compound, the term's part only
	// Rule says in words how the text differs from Form: "same", "definite
	// plural", "agreement, definite", "first part of a compound", "coordination".
	Rule string
	// Nested says that the match lies inside a longer one, which is what the text
	// is about; one who counts terms passes it over.
	Nested bool
	// Part says that the form is only a part of a closed compound: of
	// kommunalpolitiker, kommunal may be no term at all.
	Part bool

	pieces []lang.Range // what is covered: more than one in a coordination
	lang   *lang.Language
	lemma  string // the last word of Form, folded
	found  string // the word of the text that answers to it, folded; "" in a compound
}

// Rendered says whether matches hold an agreed or allowed rendering of t, or its
// abbreviation.
func Rendered(matches []Match, t *Term) bool {
	for _, m := range matches {
		if m.Term == t && m.Kind != Forbidden {
			return true
		}
	}
	return false
}

// Replacement is form bent as the matched text is, to put in its place. ok is
// false when that cannot be done surely.
func (m Match) Replacement(form string) (string, bool) {
	if m.found == "" || len(runs(m.pieces)) != 1 {
		return "", false
	}
	tokens := tokenize(form, m.lang)
	if len(tokens) == 0 {
		return "", false
	}
	last := tokens[len(tokens)-1]
	bent, ok := m.lang.Reinflect(m.lemma, m.found, last.word)
	if !ok || bent == last.word {
		return form, ok
	}
	for _, t := range tokens[:len(tokens)-1] {
		if t.after != hyphened {
			return "", false // the words before a bent head may have to agree with it
		}
	}
	return form[:last.start] + last.raw + bent[min(len(last.raw), len(bent)):], hasPrefixFold(bent, last.word)
}
