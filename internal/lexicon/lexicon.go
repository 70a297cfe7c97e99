// Package lexicon is the bilingual word list: which words of two languages may
// translate each other, in all their inflected forms.
package lexicon

// Entry is one headword with all its renderings. Two words may translate each
// other when they share an entry.
type Entry int32

// List is a word list between two languages. It is read-only and safe for
// concurrent use. A nil *List knows no words.
type List struct{}

// Load is the built-in list from source to target ("en", "sv"), either way
// round; nil when there is none for the pair.
func Load(source, target string) *List { return nil }

// Source are the entries that have word (lower case, any inflected form) on the
// source side; Target those that have it on the target side. The slices are
// shared and read-only.
func (l *List) Source(word string) []Entry { return nil }
func (l *List) Target(word string) []Entry { return nil }

// TargetParts splits a closed compound of the target language that is no entry
// itself into known parts ("hjärnmagnesium": hjärn-, magnesium); nil when it
// cannot. SourceParts does the same for the source language.
func (l *List) TargetParts(word string) []string { return nil }
func (l *List) SourceParts(word string) []string { return nil }
