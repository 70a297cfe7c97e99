package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences are the sentences of s in order, white space around them left out.
// Together they hold every byte of s that is not white space, each in exactly
// one sentence. A line break is a space; an empty line ends a sentence.
//
// A full stop ends a sentence by the rules of Unicode TR 29, mended for
// abbreviations, initials, numbered headings, ellipses and quoted speech. The
// scanner is our own: those of the libraries take quadratic time on a stop
// before a long run of spaces or brackets. Time is linear in len(s).
func (l *Language) Sentences(s string) []Range {
	sp := splitter{lang: l, s: s}
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '.' || c == '!' || c == '?':
			i = sp.stop(i)
		case c == '\n' || c == '\r':
			i = sp.newline(i)
		case c < utf8.RuneSelf, c < 0xD6 && c != 0xC2:
			i++ // no mark of sentence end stands below U+0589 but U+0085
		default:
			i = sp.rare(i)
		}
	}
	sp.paragraph(len(s), len(s))
	return sp.out
}

// splitter is the state of one call of Sentences.
type splitter struct {
	lang  *Language
	s     string
	out   []Range
	start int // where the open sentence begins, white space before it included
	first int // in out, of the first sentence of this paragraph
	// seen is how far worded has looked; words says that it met a letter or
	// digit between start and there.
	seen  int
	words bool
}

// rare looks at the non-ASCII character at i and returns the place to go on from.
func (sp *splitter) rare(i int) int {
	r, w := utf8.DecodeRuneInString(sp.s[i:])
	switch {
	case r == '\u0085' || r == '\u2029':
		return sp.newline(i)
	case endsSentence(r):
		return sp.stop(i)
	}
	return i + w
}

// endsSentence says that r may end a sentence.
func endsSentence(r rune) bool {
	switch {
	case r == '.' || r == '!' || r == '?' || r == '…':
		return true
	case r < 0x589:
		return false
	}
	return unicode.Is(unicode.Sentence_Terminal, r)
}

// newline goes over the white space at i and ends the paragraph if a line of it is empty.
func (sp *splitter) newline(i int) int {
	next, blank := gap(sp.s, i)
	if blank {
		sp.paragraph(i, next)
	}
	return next
}

// gap is the end of the white space at i, and whether it parts paragraphs.
func gap(s string, i int) (next int, blank bool) {
	lines := 0
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsSpace(r) {
			break
		}
		switch {
		case r == '\u2029':
			lines = 2
		case r == '\n', r == '\u0085', r == '\r' && !strings.HasPrefix(s[i+1:], "\n"):
			lines++
		}
		i += w
	}
	return i, lines > 1
}

// close ends the open sentence at end; the next begins at next.
func (sp *splitter) close(end, next int) {
	text := sp.s[sp.start:end]
	lead := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	if lead < len(text) {
		sp.out = append(sp.out, Range{sp.start + lead, sp.start + len(text)})
	}
	sp.start, sp.seen, sp.words = next, next, false
}

// paragraph ends the open sentence and its paragraph. What holds no word
// belongs to the sentence before it.
func (sp *splitter) paragraph(end, next int) {
	had := sp.worded(end)
	n := len(sp.out)
	sp.close(end, next)
	if !had && len(sp.out) > n && n > sp.first {
		sp.out[n-1].End = sp.out[n].End
		sp.out = sp.out[:n]
	}
	sp.first = len(sp.out)
}

// worded says whether the open sentence holds a letter or digit before end.
func (sp *splitter) worded(end int) bool {
	for i := max(sp.seen, sp.start); i < end && !sp.words; {
		r, w := utf8.DecodeRuneInString(sp.s[i:])
		sp.words = IsWordRune(r)
		i += w
		sp.seen = i
	}
	return sp.words
}

// ending is a place where a sentence may end.
type ending struct {
	at     int  // of the first mark
	marks  int  // the end of the run of marks
	end    int  // the end of closing quotes, brackets and note marks after it
	next   int  // what follows the white space after that
	strong bool // "!" or "?" is among the marks
	dots   bool // "…" or "..."
}

// stop looks at the mark of sentence end at i, closes the sentence if it ends
// there, and returns the place to go on from.
func (sp *splitter) stop(i int) int {
	e := ending{at: i}
	e.marks = e.run(sp.s)
	e.end = looseQuote(sp.s, closers(sp.s, i, e.marks))
	next, blank := gap(sp.s, e.end)
	e.next = next
	if blank || next == len(sp.s) {
		if blank {
			sp.paragraph(e.end, next)
		}
		return next
	}
	if sp.worded(i) && sp.ends(e) {
		sp.close(e.end, next)
	}
	return next
}

// run is the end of the run of marks at e.at; it sets what kinds they are.
func (e *ending) run(s string) int {
	i, stops := e.at, 0
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		if !endsSentence(r) {
			break
		}
		switch r {
		case '.':
			stops++
		case '…':
			e.dots = true
		default:
			e.strong = true
		}
		i += w
	}
	e.dots = e.dots || stops > 1
	return i
}

// closers is the end of what belongs to the sentence that ended with the marks
// s[at:i]: closing quotes and brackets, asterisks, note numbers.
func closers(s string, at, i int) int {
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		switch {
		case IsClosing(r) || IsNoteMark(r):
			i += w
		case r == '[':
			n := digits(s, i+1)
			if n == i+1 || n == len(s) || s[n] != ']' {
				return i
			}
			i = n + 1
		default:
			return noteNumber(s, at, i)
		}
	}
	return i
}

// looseQuote is the end of a closing quote that has a space on either side of
// it at i ("the end. ” She"), or i: an opening one would touch its word.
func looseQuote(s string, i int) int {
	if i+2 >= len(s) || s[i] != ' ' {
		return i
	}
	r, w := utf8.DecodeRuneInString(s[i+1:])
	if !IsClosing(r) || i+1+w < len(s) && s[i+1+w] != ' ' {
		return i
	}
	return i + 1 + w
}

// digits is the end of the note numbers ("12", "1,2", "3–5") at i.
func digits(s string, i int) int {
	for i < len(s) {
		switch r, w := utf8.DecodeRuneInString(s[i:]); {
		case r >= '0' && r <= '9', r == ',', r == '-', r == '–':
			i += w
		default:
			return i
		}
	}
	return i
}

// noteNumber is the end of a plain note number glued to the stop s[at:i] of a
// word ("membranes.12 They"), or i. A word is four small letters or more, so
// that "fig.3" and "v.2" are none.
func noteNumber(s string, at, i int) int {
	n := i
	for n < len(s) && n < i+4 && (s[n] >= '0' && s[n] <= '9' || n > i && s[n] == ',') {
		n++
	}
	if n == i || n == i+4 || s[n-1] == ',' || n < len(s) && s[n] != ' ' && s[n] != '\n' {
		return i
	}
	if at-4 < 0 || strings.IndexFunc(s[at-4:at], func(r rune) bool { return r < 'a' || r > 'z' }) >= 0 {
		return i
	}
	return n
}
