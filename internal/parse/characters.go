package parse

import (
	"bytes"
	"html"
	"strings"
	"unicode"
)

// isSpace says that HTML takes c for white space (HTML Standard, ASCII whitespace).
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// isASCIIPunct says that Markdown lets c be escaped (CommonMark 0.31.2, section 2.4).
func isASCIIPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

// isWhite says that r shows nothing at the edge of a block: white space, a hard
// space, a zero-width space or a stray byte order mark.
func isWhite(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

func isBlank(s string) bool { return strings.TrimFunc(s, isWhite) == "" }

// longestEntity is the length of "&CounterClockwiseContourIntegral;", the
// longest name in the HTML Standard's list.
const longestEntity = 33

// entity decodes the character reference that b begins with, and says how many
// bytes it takes; 0 when there is none. Only references that end in a semicolon
// count, as in CommonMark.
func entity(b []byte) (string, int) {
	end := bytes.IndexByte(b[:min(len(b), longestEntity)], ';')
	if end < 2 {
		return "", 0
	}
	for _, c := range b[1:end] {
		if !isLetter(c) && !isDigit(c) && c != '#' {
			return "", 0
		}
	}
	raw := string(b[:end+1])
	s := html.UnescapeString(raw)
	if s == raw || strings.HasSuffix(s, ";") && len(s) > 1 {
		return "", 0
	}
	return s, end + 1
}

// lineEnd is the offset of the first line ending at or after at, or len(b).
func lineEnd(b []byte, at int) int {
	if i := bytes.IndexAny(b[at:], "\r\n"); i >= 0 {
		return at + i
	}
	return len(b)
}

// nextLine is where the line after the line ending at b[end:] begins.
func nextLine(b []byte, end int) int {
	switch {
	case end >= len(b):
		return len(b)
	case b[end] == '\r' && end+1 < len(b) && b[end+1] == '\n':
		return end + 2
	}
	return end + 1
}

// trimEnd moves end back over white space, not past start.
func trimEnd(b []byte, start, end int) int {
	for end > start && isSpace(b[end-1]) {
		end--
	}
	return end
}

// trimStart moves start on over white space, not past end.
func trimStart(b []byte, start, end int) int {
	for start < end && isSpace(b[start]) {
		start++
	}
	return start
}
