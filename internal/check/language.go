package check

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
	"tvilling/internal/recent"
)

// tally is how many words of a stretch belong to one of the two languages only.
// Names do not count: a capital inside a sentence takes a word out.
type tally struct{ source, target int }

// weigh counts the words of prose by language, with the word list where there is
// one and the languages' commonest words otherwise. What stands in quotation
// marks may stay in the language it was said in and is left out.
func (p *Pass) weigh(prose string) tally {
	return p.weighWhile(unquoted(prose), func(tally, int) bool { return true })
}

// weighWhile counts as weigh does, quotations included, as long as more says so after
// a word; it is told what was counted up to there, and where the word ends.
func (p *Pass) weighWhile(prose string, more func(n tally, end int) bool) tally {
	var n tally
	begins := true // a sentence
	last := 0
	for w := range p.Source.Lang.EachWord(prose) {
		if gap := prose[last:w.Start]; gap != " " && strings.ContainsAny(gap, ".!?:\n") {
			begins = true
		}
		last = w.End
		first, _ := utf8.DecodeRuneInString(w.Text)
		name := unicode.IsUpper(first) && !begins
		begins = false
		if name || strings.IndexFunc(w.Text, unicode.IsDigit) >= 0 {
			continue
		}
		switch p.Tongue(w.Text) {
		case SourceTongue:
			n.source++
		case TargetTongue:
			n.target++
			if !more(n, w.End) {
				return n
			}
		}
	}
	return n
}

func (p *Pass) sourceWord(word string) bool {
	return p.Source.Lang.FunctionWords[word] || len(p.Lexicon.Source(word)) > 0
}

func (p *Pass) targetWord(word string) bool {
	return p.Target.Lang.FunctionWords[word] || len(p.Lexicon.Target(word)) > 0 || p.Lexicon.TargetParts(word) != nil
}

// InSourceLanguage says that prose of the target is still in the source's
// language: its words say so, and its letters do not say otherwise. Two words are
// enough where one of the source blocks has the very same; four are needed where
// none has.
func (p *Pass) InSourceLanguage(prose string, source []*doc.Block) bool {
	return p.inSource(prose, func() bool { return p.Copied(prose, source) })
}

// CopyInSourceLanguage is InSourceLanguage for prose that is known to be a copy.
func (p *Pass) CopyInSourceLanguage(prose string) bool {
	return p.inSource(prose, func() bool { return true })
}

func (p *Pass) inSource(prose string, copied func() bool) bool {
	n := p.weighSource(prose)
	if !n.inSource() {
		return false
	}
	guess := lang.Identify(prose)
	if guess.Lang == p.Target.Lang {
		return false
	}
	return n.source >= 4 && n.target == 0 || guess.Lang == p.Source.Lang && guess.Confidence >= 0.8 && n.source >= 4 || copied()
}

// inSource says that enough words are the source's for prose to be in its language.
func (n tally) inSource() bool { return n.source >= 2 && n.target*6 <= n.source }

// weighSource counts as weigh does, and stops where so many words are the target's
// that inSource is false whatever follows: in a translation that is soon.
func (p *Pass) weighSource(prose string) tally {
	prose = unquoted(prose)
	at, left := 0, separators(prose) // a separator stands before each word that follows another
	return p.weighWhile(prose, func(n tally, end int) bool {
		left -= separators(prose[at:end])
		at = end
		return n.target*6 <= n.source+left
	})
}

// separators are the characters of s that may stand between two words: all but letters
// and digits of ASCII and letters of Latin-1. It may take rare letters for some, too.
func separators(s string) (n int) {
	for i := range len(s) {
		n += int(separates[s[i]])
	}
	return n
}

// separates is 1 for the bytes that count in separators. A letter of Latin-1 is 0xC3
// and a later byte; the signs × and ÷ among them are told by that.
var separates = func() (out [256]uint8) {
	for c := range out {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == 0xC3:
		case c < 0x80, c >= 0xC0, c == int("×"[1]), c == int("÷"[1]):
			out[c] = 1
		}
	}
	return out
}()

// unquoted is s with what stands in double quotation marks blanked, byte for
// byte. A mark without partner within a paragraph's length blanks nothing.
func unquoted(s string) string {
	if !quoted(s) {
		return s
	}
	out := []byte(s)
	open := -1
	for i, r := range s {
		switch {
		case !strings.ContainsRune(`"“”„«»`, r):
		case open < 0:
			open = i
		default:
			for k := open; k < i; k++ {
				out[k] = ' '
			}
			open = -1
		}
	}
	return string(out)
}

// quoted says that s has some double quotation mark.
func quoted(s string) bool {
	for _, mark := range [...]string{`"`, "“", "”", "„", "«", "»"} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	return false
}

// Tongue is the language that a word belongs to, as far as it shows.
type Tongue uint8

const (
	NoTongue     Tongue = iota // a name, a number, or in neither word list
	SourceTongue               // the source's alone
	TargetTongue               // the target's alone
	BothTongues
)

// Tongue tells which of the two languages has a word as a word of its own, whatever
// its capitals.
func (p *Pass) Tongue(word string) Tongue {
	return p.facts.tongues().Of(word, func(word string) Tongue { return p.tongue(strings.ToLower(word)) })
}

// pair is what the tongue of a word depends on besides the word.
type pair struct {
	source, target *lang.Language
	list           *lexicon.List
}

// tongues are those that were asked for lately, for all articles of a pair: there are
// as many pairs as there are word lists, and one without a list for each two languages.
var tongues sync.Map // pair → *recent.Words[Tongue]

func tonguesOf(p *Pass) *recent.Words[Tongue] {
	key := pair{p.Source.Lang, p.Target.Lang, p.Lexicon}
	words, ok := tongues.Load(key)
	if !ok {
		words, _ = tongues.LoadOrStore(key, recent.New[Tongue](1<<14))
	}
	return words.(*recent.Words[Tongue])
}

func (p *Pass) tongue(word string) Tongue {
	switch s, t := p.sourceWord(word), p.targetWord(word); {
	case s && t:
		return BothTongues
	case s:
		return SourceTongue
	case t:
		return TargetTongue
	}
	return NoTongue
}
