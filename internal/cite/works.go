package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/lang"
	"tvilling/internal/lazy"
)

// works splits what stands behind names and year: what the work is called,
// where it appeared, and who published it.
func (p *splitter) works(at int) {
	quote, quoted := p.quotation(at)
	from := at
	if quoted {
		from = quote.end
	}
	tail, journal := p.locator(from)
	tail = min(tail, p.lateYear(from))
	if quoted && !p.has(Author) && !p.has(Editor) && quote.start > at+2 {
		p.body(p.corporate(at, quote.start))
	}
	if end, ok := p.chapter(at, quote, tail); ok {
		p.imprint(end)
		return
	}
	p.editionMark(from)
	switch {
	case quoted:
		p.title(quote.start, quote.end)
		p.container(quote.end, tail, journal)
	case journal || p.periodical(at, tail):
		p.article(at, tail)
	default:
		p.book(at, tail)
	}
}

// periodical says that a work without volume has a day and two sentences before
// it: books and pages with a publisher have only a year, or an address.
func (p *splitter) periodical(at, tail int) bool {
	return p.has(Date) && !p.has(URL) && !p.has(ISBN) && p.has(Author) && len(p.segments(at, tail)) >= 2
}

// corporate takes what stands before a quoted title as the author.
func (p *splitter) corporate(start, end int) int {
	n := p.region(start, end)
	for _, one := range n.list {
		p.add(Author, one.start, one.end)
	}
	p.blank(start, n.end)
	return n.end
}

// quotation finds the title that stands in quotation marks at the front of
// p.t[at:], or behind a name that could not be read.
func (p *splitter) quotation(at int) (stretch, bool) {
	limit := at + 4
	if !p.has(Author) && !p.has(Editor) {
		limit = at + 160
	}
	for i := at; i < min(limit, len(p.s)); i++ {
		if startsQuote(p.s[i:]) && (i == 0 || !isWord(p.s[:i])) {
			mark, n := utf8.DecodeRuneInString(p.s[i:])
			if end := p.closing(i+n, mark); end > 0 {
				return stretch{i, end}, true
			}
			return stretch{}, false
		}
	}
	return stretch{}, false
}

// closers are the marks that may end a quotation, by the mark that opened it.
var closers = map[rune]string{'"': `"`, '“': "”“", '”': "”", '„': "“”", '«': "»", '»': "»«", '‘': "’", '’': "’", '\'': "'"}

// openers are the marks that may begin what a mark ends. An apostrophe opens nothing.
var openers = map[rune]string{'"': `"`, '“': "„", '”': "“„", '»': "«", '«': "»", '’': "‘", '\'': "'"}

// closing is the end of the quotation that begins at, its closing mark
// included; 0 when it is not closed or when the title goes on behind it.
func (p *splitter) closing(at int, mark rune) int {
	for i, r := range p.s[at:] {
		if !strings.ContainsRune(closers[mark], r) {
			continue
		}
		end := at + i + utf8.RuneLen(r)
		rest := p.s[end:]
		next, _ := utf8.DecodeRuneInString(rest)
		before, _ := utf8.DecodeLastRuneInString(p.s[:at+i])
		switch {
		case unicode.IsLetter(next) || unicode.IsDigit(next):
			continue // an apostrophe
		case strings.HasPrefix(rest, ":"):
			return 0
		case rest == "" || strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, ";"),
			strings.ContainsRune(".,?!", before), strings.HasPrefix(rest, " [") || strings.HasPrefix(rest, " ("):
			return end
		case (mark == '"' || mark == '“' || mark == '”') && strings.HasPrefix(rest, " ") && p.emAt(end):
			return end
		}
	}
	return 0
}

func isWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// title adds p.s[start:end] without quotation marks, last stop and a bracket
// that says what kind of work it is. A question mark belongs to the title.
func (p *splitter) title(start, end int) {
	p.blank(start, end)
	start, end = p.strip(start, end)
	if strings.HasSuffix(p.s[start:end], "]") {
		if i := strings.LastIndexByte(p.s[start:end], '['); i > 0 {
			start, end = p.strip(start, start+i)
		}
	}
	if strings.HasSuffix(p.s[start:end], "(") { // of "(2nd ed.)"
		start, end = p.strip(start, end-1)
	}
	p.add(Title, start, end)
}

// strip narrows a stretch to what stands between quotation marks and stops, of
// which it takes at most nine on each side: more is no title.
func (p *splitter) strip(start, end int) (int, int) {
	for marks := 0; start < end && marks < 9; marks++ {
		r, n := utf8.DecodeRuneInString(p.s[start:end])
		if !strings.ContainsRune(" \t\r\n.,;:", r) && !(strings.ContainsRune(`"“”„«»‘’'`, r) && startsQuote(p.s[start:end]) && p.wraps(start, end)) {
			break
		}
		start += n
	}
	for marks := 0; start < end && marks < 9; marks++ {
		r, n := utf8.DecodeLastRuneInString(p.s[start:end])
		if !strings.ContainsRune(" \t\r\n.,;:", r) && !(strings.ContainsRune(`"“”«»‘’'`, r) && !strings.ContainsAny(p.s[start:end-n], openers[r])) {
			break
		}
		end -= n
	}
	return start, end
}

// wraps says that the mark p.s[start:] opens a quotation which ends with the stretch.
func (p *splitter) wraps(start, end int) bool {
	mark, n := utf8.DecodeRuneInString(p.s[start:])
	rest := strings.TrimRight(p.s[start+n:end], " .,;:")
	i := strings.LastIndexAny(rest, closers[mark])
	return i < 0 || i+utf8.RuneLen(mark) >= len(rest)
}

// segments are the sentences of p.s[start:end]; what is explained parts them too.
func (p *splitter) segments(start, end int) []stretch {
	var out []stretch
	from := start
	flush := func(to int) {
		if a, b := p.trim(from, to); hasLetters(p.s[a:b]) {
			out = append(out, stretch{a, b})
		}
	}
	for i := start; i < end; i++ {
		switch {
		case p.t[i] == 0:
			flush(i)
			from = i + 1
		case strings.IndexByte(".?!", p.t[i]) >= 0 && p.ends(start, i, end):
			if p.t[i] == '.' {
				flush(i)
			} else {
				flush(i + 1)
			}
			from = i + 1
		}
	}
	flush(end)
	return out
}

// ends says that the stop at i ends a sentence: a space and no small letter
// follows, and the word before it is neither an initial nor an abbreviation.
func (p *splitter) ends(start, i, end int) bool {
	rest := strings.TrimLeft(p.s[i+1:end], `"”’')]`)
	if rest == "" {
		return true
	}
	if !isSpace(rest[0]) && rest[0] != 0 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \t\r\n"))
	if unicode.IsLower(next) && !camel().MatchString(strings.TrimLeft(rest, " ")) {
		return false
	}
	if p.s[i] != '.' {
		return true
	}
	word := p.s[start:i]
	word = word[strings.LastIndexAny(word[max(0, len(word)-24):], " \t\r\n\x00(")+1+max(0, len(word)-24):]
	before := strings.TrimRight(p.s[start:i-len(word)], " ")
	if r, n := utf8.DecodeRuneInString(word); n == len(word) && unicode.IsUpper(r) {
		return !strings.HasSuffix(before, ".") && !strings.HasSuffix(before, ":") && !initial(rest)
	}
	if strings.Contains(word, ".") {
		return false // "U.S."
	}
	for _, l := range lang.All() {
		if l.Abbreviations[strings.ToLower(word)] && !p.afterStop(before) {
			return false
		}
	}
	return true
}

// camel is a name that begins small: "arXiv", "eLife".
var camel = lazy.Regexp(`^\p{Ll}{1,3}\p{Lu}`)

// afterStop: a whole segment that is an abbreviation is a journal's word, "J.".
func (p *splitter) afterStop(before string) bool {
	return before == "" || strings.HasSuffix(before, ".")
}

// initial says that s begins with a letter and a stop: "W. Norton".
func initial(s string) bool {
	s = strings.TrimLeft(s, " ")
	r, n := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) && len(s) > n && s[n] == '.'
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// hasLetters says that s has two letters or digits: more than a stray mark.
func hasLetters(s string) bool {
	count := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if count++; count > 1 {
				return true
			}
		}
	}
	return false
}
