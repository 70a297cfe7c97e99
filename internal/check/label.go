package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

const (
	longestLabel = 12 // words; what is longer is prose
	longestName  = 6  // words; longer phrases are not looked up as names
)

// copiedLabel says that block b is a heading or another short text that was left
// as it stands in the source, and that its words belong to the source's language,
// whatever their capitals.
func (p *Pass) copiedLabel(b *doc.Block, source []*doc.Block) bool {
	prose := Readable(b)
	if !labelKind(b) || !sameProse(prose, source) {
		return false
	}
	words := labelWords(p.Source.Lang, prose)
	if len(words) > longestLabel {
		return false
	}
	n, strange := tally{}, 0
	for _, w := range words {
		s, t := p.sourceWord(w), p.targetWord(w)
		switch {
		case s && t:
		case s || p.Lexicon.SourceParts(w) != nil && !t:
			n.source++
		case t:
			n.target++
		default:
			strange++
		}
	}
	if b.Kind == doc.Heading && len(words) > 1 && n.source == 1 && n.target+strange == 0 {
		return true
	}
	return n.source >= 2 && strange <= 1 && strange*2 <= n.source && n.target*3 <= n.source
}

// nameLike says that block b, which reads as its source does, is rather a name
// than forgotten: it is used as one in running text, or it is a short text among
// others that were left as they stand too.
func (p *Pass) nameLike(b *doc.Block, source []*doc.Block) bool {
	prose := Readable(b)
	if !sameProse(prose, source) {
		return false
	}
	if p.Named(prose) {
		return true
	}
	if !labelKind(b) || b.Kind == doc.Heading {
		return false
	}
	if b.Kind == doc.Image {
		return titled(prose)
	}
	short := len(strings.Fields(prose)) <= 3 || titled(prose)
	return short && !p.siblingsTranslated(b)
}

func labelKind(b *doc.Block) bool {
	switch b.Kind {
	case doc.Heading, doc.Item, doc.Cell, doc.Image, doc.Caption, doc.Term:
		return true
	}
	return false
}

// sameProse says that prose is, but for case and white space, all that one of the
// source blocks says.
func sameProse(prose string, source []*doc.Block) bool {
	return slices.ContainsFunc(source, func(s *doc.Block) bool { return lang.SameSpaced(prose, Readable(s)) })
}

// labelWords are the words of a label in lower case, those joined by a hyphen
// each for itself, without numbers.
func labelWords(l *lang.Language, prose string) []string {
	var out []string
	for w := range l.EachWord(unquoted(prose)) {
		parts := []string{w.Text}
		if strings.ContainsFunc(w.Text, lang.IsHyphen) {
			parts = strings.FieldsFunc(w.Text, lang.IsHyphen)
		}
		for _, part := range parts {
			if strings.IndexFunc(part, unicode.IsDigit) < 0 && utf8.RuneCountInString(part) > 1 {
				out = append(out, strings.ToLower(part))
			}
		}
	}
	return out
}

// titled says that a text of several words has a capital on each longer one, as
// names have.
func titled(prose string) bool {
	for _, w := range strings.Fields(prose) {
		if r, _ := utf8.DecodeRuneInString(w); utf8.RuneCountInString(w) > 3 && unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// siblingsTranslated says that of the other items of b's list, or cells of its
// column, more are in other words than in the source's: a list of names is left
// as it stands, one label in a list of labels is forgotten.
func (p *Pass) siblingsTranslated(b *doc.Block) bool {
	if b.Cell.Header {
		return true
	}
	const reach = 100 // blocks to either side that are looked at
	translated, copied := 0, 0
	all := p.Target.Blocks()
	for _, o := range all[max(0, b.Index-reach):min(len(all), b.Index+reach+1)] {
		if o == b || o.Kind != b.Kind || o.Section != b.Section || o.Item.List != b.Item.List || o.Cell.Table != b.Cell.Table || o.Cell.Col != b.Cell.Col || o.Cell.Header {
			continue
		}
		bead, _ := p.Align.Bead(o)
		switch {
		case len(bead.Source) == 0 || len(labelWords(p.Source.Lang, o.Prose.Text)) == 0:
		case sameProse(Readable(o), bead.Source):
			copied++
		default:
			translated++
		}
	}
	return translated > copied
}

// Named says that prose, a short text, is a name or a loan of the translation: it
// stands with its capitals inside the running text of either article, or in any
// letters in a translated passage.
func (p *Pass) Named(prose string) bool {
	words := p.Source.Lang.Words(prose)
	if len(words) < 2 || len(words) > longestName {
		return false
	}
	written, folded := uint64(fnvOffset), uint64(fnvOffset)
	for _, w := range words {
		written, folded = hashWord(written, w.Text), hashFolded(folded, strings.ToLower(w.Text))
	}
	in := p.facts.phrases()
	return in[written] || in[folded]
}

// What a phrase's hash begins with, and what it is multiplied by: FNV-1a's.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// hashWord is the hash of a phrase and one more word behind it.
func hashWord(hash uint64, word string) uint64 {
	for i := range len(word) {
		hash = (hash ^ uint64(word[i])) * fnvPrime
	}
	return (hash ^ ' ') * fnvPrime
}

// hashFolded is hashWord for phrases in lower case, which are others than the same as
// they are written.
func hashFolded(hash uint64, word string) uint64 { return hashWord(hash*fnvPrime, word) }

// phrases are the hashes of the stretches of two to six words inside running text: of
// both articles as they stand where they begin with a capital, of translated passages
// folded.
func phrases(p *Pass) map[uint64]bool {
	out := map[uint64]bool{}
	add := func(b *doc.Block, translated bool) {
		words := p.Source.Lang.Words(b.Prose.Text)
		var lower []string
		for _, w := range words {
			if translated {
				lower = append(lower, strings.ToLower(w.Text))
			}
		}
		for i, w := range words {
			first, _ := utf8.DecodeRuneInString(w.Text)
			capital := unicode.IsUpper(first)
			written, folded := uint64(fnvOffset), uint64(fnvOffset)
			for n := 1; (capital || translated) && n <= longestName && i+n <= len(words) && n < len(words); n++ {
				if capital {
					written = hashWord(written, words[i+n-1].Text)
				}
				if translated {
					folded = hashFolded(folded, lower[i+n-1])
				}
				if n > 1 && capital {
					out[written] = true
				}
				if n > 1 && translated {
					out[folded] = true
				}
			}
		}
	}
	for _, b := range p.Source.Blocks() {
		if running(b) {
			add(b, false)
		}
	}
	for _, b := range p.Target.Blocks() {
		if running(b) {
			n := p.weigh(b.Prose.Text)
			add(b, n.target >= 3 && n.target > 2*n.source)
		}
	}
	return out
}

// running says that a block may hold running text.
func running(b *doc.Block) bool {
	switch b.Kind {
	case doc.Heading, doc.Code, doc.Markup, doc.Image, doc.Term, doc.Caption:
		return false
	}
	return true
}
