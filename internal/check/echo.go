package check

import (
	"unicode"
	"unicode/utf8"

	"tvilling/internal/align"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

// Echo is how much of one side's words the other side says too. Only words that
// can bear witness count: no function words, and none that nothing is known of.
type Echo struct{ Words, Echoed int }

// Share is the part that is echoed, 0–1; 1 when there was nothing to go by.
func (e Echo) Share() float64 {
	if e.Words == 0 {
		return 1
	}
	return float64(e.Echoed) / float64(e.Words)
}

// Add counts one word more.
func (e *Echo) Add(w align.Word) {
	e.Words++
	if w.Echoed {
		e.Echoed++
	}
}

// Telling are the words of a group of sentences that can bear witness: the words
// of align.Words without function words, words of one or two letters, and words
// that neither the word list nor the other article knows.
func (p *Pass) Telling(b align.Bead[doc.Sentence]) (source, target []align.Word) {
	source, target = p.Align.Words(b)
	return telling(source, p.Source.Lang), telling(target, p.Target.Lang)
}

func telling(words []align.Word, l *lang.Language) []align.Word {
	out := words[:0]
	for _, w := range words {
		text := w.Block.Prose.Text[w.Start:w.End]
		first, _ := utf8.DecodeRuneInString(text)
		switch {
		case unicode.IsDigit(first):
			out = append(out, w)
		case !w.Known && !w.Echoed, utf8.RuneCountInString(text) < 3, l.FunctionWords[lang.Fold(text)]:
		default:
			out = append(out, w)
		}
	}
	return out
}

// EchoOf counts those of words that lie in the bytes [start, end) of block b.
func EchoOf(words []align.Word, b *doc.Block, start, end int) Echo {
	var e Echo
	for _, w := range words {
		if w.Block == b && start <= w.Start && w.End <= end {
			e.Add(w)
		}
	}
	return e
}
