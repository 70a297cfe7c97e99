package parse

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// row is one line of plain text, cut into what it begins with and what it says.
type row struct {
	line       int // where the line begins
	start, end int // without white space around
	indent     int // columns of white space before it
	marker     int // where a bullet or number ends; start when there is none
	text       int // where the text begins
	number     int // of a numbered item; 0 for a bullet
	ordered    bool
}

func (r row) blank() bool    { return r.start == r.end }
func (r row) bulleted() bool { return r.marker > r.start }

// tabWidth is how many columns a tab moves on to (CommonMark 0.31.2, section 2.2).
const tabWidth = 4

// splitRows cuts b from start on into lines.
func splitRows(b []byte, start int) []row {
	var rows []row
	for at := start; at < len(b); {
		end := lineEnd(b, at)
		rows = append(rows, readRow(b, at, end))
		at = nextLine(b, end)
	}
	return rows
}

func readRow(b []byte, start, end int) row {
	r := row{line: start}
	line := b[start:end]
	body := bytes.TrimLeftFunc(line, isWhite)
	for _, c := range string(line[:len(line)-len(body)]) {
		if c == '\t' {
			r.indent += tabWidth - r.indent%tabWidth
		} else {
			r.indent++
		}
	}
	r.start = end - len(body)
	r.end = r.start + len(bytes.TrimRightFunc(body, isWhite))
	r.marker, r.text = r.start, r.start
	if n := r.mark(b[r.start:r.end]); n > 0 {
		r.marker = r.start + n
		r.text = r.end - len(bytes.TrimLeftFunc(b[r.marker:r.end], isWhite))
		if r.text == r.end {
			r.marker, r.text, r.number, r.ordered = r.start, r.start, 0, false
		}
	}
	return r
}

// bullets are the signs that people and word processors begin list items with.
const bullets = "-*•–—·‣◦▪▫●○■□➢➤✓✔"

// mark is the length of the bullet or number that s begins with; 0 without one.
func (r *row) mark(s []byte) int {
	c, n := utf8.DecodeRune(s)
	if bytes.ContainsRune([]byte(bullets), c) {
		if next, _ := utf8.DecodeRune(s[n:]); unicode.IsSpace(next) || c == '•' && n < len(s) {
			return n
		}
		return 0
	}
	open := 0
	if c == '(' {
		open = 1
	}
	digit := open
	for digit < len(s) && digit-open < 3 && isDigit(s[digit]) {
		r.number = r.number*10 + int(s[digit]-'0')
		digit++
	}
	if digit == open && digit+1 < len(s) && isLetter(s[digit]) && s[digit+1] == ')' {
		r.number = int(s[digit]|0x20-'a') + 1
		digit++
	}
	stop := digit > open && digit+1 < len(s) && (s[digit] == ')' || s[digit] == '.' && open == 0) && isSpace(s[digit+1])
	if !stop {
		r.number = 0
		return 0
	}
	r.ordered = true
	return digit + 1
}

// wrapped says that the lines of a text are broken to a width: many go on in
// the next line, which then begins in lower case in the middle of a sentence.
func wrapped(b []byte, rows []row) bool {
	pairs, on := 0, 0
	for i := 1; i < len(rows); i++ {
		x, y := rows[i-1], rows[i]
		if x.blank() || y.blank() || y.bulleted() || x.end-x.start < shortLine {
			continue
		}
		pairs++
		last, _ := utf8.DecodeLastRune(b[x.start:x.end])
		first, _ := utf8.DecodeRune(b[y.start:y.end])
		if x.end-x.start <= longLine && !isEndMark(last) && (unicode.IsLower(first) || unicode.IsDigit(first)) {
			on++
		}
	}
	return on*wrappedShare >= pairs && on > 0
}

const (
	// shortLine is too short to have been broken for its length, in bytes.
	shortLine = 25
	// wrappedShare is the reciprocal of the share of lines that go on in lower
	// case when a text is hard-wrapped; in English and Swedish prose it is over
	// a half, in text of one paragraph a line next to none.
	wrappedShare = 4
)

// isEndMark says that r ends a sentence or a clause that a list or text follows.
func isEndMark(r rune) bool {
	switch r {
	case '.', '!', '?', ':', ';', '…':
		return true
	}
	return false
}
