package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/doc"
)

// found are the addresses and placeholders that stand in the prose without any
// mark-up, outside what have already been recognised as code, links and such.
func found(p doc.Prose, known []doc.Object) []doc.Object {
	var out []doc.Object
	s := p.Text
	taken := covered(known)
	for at := 0; at < len(s); {
		i := strings.IndexAny(s[at:], ":.%{$@")
		if i < 0 {
			break
		}
		at += i
		if taken.overlaps(at, at+1) {
			at = taken.ends[taken.next+1]
			continue
		}
		kind, start, end := recognise(s, at)
		if end <= start || taken.overlaps(start, end) || len(out) > 0 && out[len(out)-1].End > start {
			at++
			continue
		}
		out = append(out, doc.Object{Kind: kind, Value: s[start:end], Span: p.Source(start, end), Start: start, End: end})
		at = max(end, at+1)
	}
	return out
}

// stretches are ranges of prose in order, not overlapping. They are asked for
// ever later places, so that a cursor is enough.
type stretches struct {
	ends []int // start, end, start, end …
	next int
}

func covered(objects []doc.Object) *stretches {
	t := &stretches{}
	for _, o := range objects {
		switch o.Kind {
		case doc.CodeSpan, doc.Placeholder, doc.URL, doc.Link:
			t.add(o.Start, o.End)
		}
	}
	return t
}

func (t *stretches) add(start, end int) {
	for n := len(t.ends); n > 0 && t.ends[n-2] >= start; n = len(t.ends) {
		t.ends = t.ends[:n-2] // an outer object ends after those inside it
	}
	if n := len(t.ends); n > 0 {
		start = max(start, t.ends[n-1])
	}
	if start < end {
		t.ends = append(t.ends, start, end)
	}
}

func (t *stretches) overlaps(start, end int) bool {
	for t.next < len(t.ends) && t.ends[t.next+1] <= start {
		t.next += 2
	}
	return t.next < len(t.ends) && t.ends[t.next] < end
}

// recognise says what stands around the byte at of s: an address ("https:",
// "www.", "@") or a placeholder ("{name}", "%s", "${x}", ":smile:").
func recognise(s string, at int) (kind doc.ObjectKind, start, end int) {
	switch s[at] {
	case ':':
		if strings.HasPrefix(s[at:], "://") {
			start, end = webAddress(s, at, schemes)
			return doc.URL, start, end
		}
		start, end = iconName(s, at)
		return doc.Placeholder, start, end
	case '.':
		if at >= 3 && strings.EqualFold(s[at-3:at], "www") && !joined(s, at-3) && !strings.HasSuffix(s[:at-3], ".") {
			if end := addressEnd(s, at); strings.Contains(s[at+1:max(end, at+1)], ".") {
				return doc.URL, at - 3, end
			}
		}
	case '@':
		start, end = mailAddress(s, at)
		return doc.URL, start, end
	case '%':
		return doc.Placeholder, at, formatVerb(s, at)
	case '{', '$':
		return doc.Placeholder, at, braced(s, at)
	}
	return 0, 0, 0
}

var schemes = []string{"https", "http", "ftp", "sftp", "ssh", "git", "file"}

// webAddress is the address whose "://" stands at at.
func webAddress(s string, at int, schemes []string) (int, int) {
	for _, scheme := range schemes {
		start := at - len(scheme)
		if start >= 0 && strings.EqualFold(s[start:at], scheme) && !joined(s, start) {
			end := addressEnd(s, at)
			if end > at+len("://") {
				return start, end
			}
		}
	}
	return 0, 0
}

// joined says that a letter or digit stands right before byte at.
func joined(s string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return at > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// addressEnd is where an address that holds byte at ends: before white space or
// a quotation mark, without the punctuation that belongs to the sentence
// (GitHub Flavored Markdown, section 6.9).
func addressEnd(s string, at int) int {
	end := at
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if unicode.IsSpace(r) || strings.ContainsRune("<>\"“”„«»`|", r) || unicode.IsControl(r) {
			break
		}
		end += n
	}
	round := strings.Count(s[at:end], ")") - strings.Count(s[at:end], "(")
	square := strings.Count(s[at:end], "]") - strings.Count(s[at:end], "[")
	for end > at {
		r, n := utf8.DecodeLastRuneInString(s[at:end])
		switch {
		case strings.ContainsRune(".,;:!?*_'’…", r):
		case r == ')' && round > 0:
			round--
		case r == ']' && square > 0:
			square--
		default:
			return end
		}
		end -= n
	}
	return end
}

// maxMail is the longest mail address (RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.2).
const maxMail = 64 + 1 + 255

// mailAddress is the mail address whose "@" stands at at.
func mailAddress(s string, at int) (int, int) {
	start, end := at, at+1
	for start > 0 && at-start < maxMail && (isLetter(s[start-1]) || isDigit(s[start-1]) || strings.IndexByte("._%+-", s[start-1]) >= 0) {
		start--
	}
	dots := 0
	for end < len(s) && end-at < maxMail && (isLetter(s[end]) || isDigit(s[end]) || s[end] == '.' || s[end] == '-') {
		if s[end] == '.' {
			dots++
		}
		end++
	}
	for end > at && (s[end-1] == '.' || s[end-1] == '-') {
		if s[end-1] == '.' {
			dots--
		}
		end--
	}
	if start == at || dots < 1 || joined(s, start) {
		return 0, 0
	}
	return start, end
}

// maxPlaceholder bounds how long a name in braces or colons may be, in bytes.
const maxPlaceholder = 80

// iconName is ":material-server:" or ":smile:", whose first colon stands at at.
func iconName(s string, at int) (int, int) {
	end := at + 1
	for end < len(s) && end-at < maxPlaceholder && (s[end] >= 'a' && s[end] <= 'z' || isDigit(s[end]) || s[end] == '_' || s[end] == '-' || s[end] == '+') {
		end++
	}
	if end == at+1 || end >= len(s) || s[end] != ':' || !isLetter(s[at+1]) && s[at+1] != '+' || joined(s, at) {
		return 0, 0
	}
	if r, _ := utf8.DecodeRuneInString(s[end+1:]); end+1 < len(s) && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return 0, 0
	}
	return at, end + 1
}

// formatVerb is the end of "%s", "%d", "%1$s" or "%(name)s" at at; 0 when there
// is none. A percentage ("5 %", "20%s") is none.
func formatVerb(s string, at int) int {
	if joined(s, at) {
		return 0
	}
	end := at + 1
	if end < len(s) && s[end] == '(' {
		for end++; end < len(s) && end-at < maxPlaceholder && (isLetter(s[end]) || isDigit(s[end]) || s[end] == '_'); {
			end++
		}
		if end >= len(s) || s[end] != ')' {
			return 0
		}
		end++
	} else if end+1 < len(s) && isDigit(s[end]) && s[end+1] == '$' {
		end += 2
	}
	if end >= len(s) || strings.IndexByte("sdifx@", s[end]) < 0 {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(s[end+1:]); end+1 < len(s) && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return 0
	}
	return end + 1
}

// braced is the end of "{name}", "{{ name }}" or "${name}" at at; 0 when there is none.
func braced(s string, at int) int {
	end := at
	if s[end] == '$' {
		end++
	}
	open := 0
	for end < len(s) && s[end] == '{' && open < 2 {
		end++
		open++
	}
	if open == 0 {
		return 0
	}
	name := end
	for end < len(s) && end-at < maxPlaceholder {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_-.$| '\"", r) {
			break
		}
		end += n
	}
	if end == name || !strings.HasPrefix(s[end:], "}}"[:open]) || strings.TrimSpace(s[name:end]) == "" {
		return 0
	}
	if open == 1 && strings.Contains(s[name:end], " ") {
		return 0
	}
	return end + open
}
