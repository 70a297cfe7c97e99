package parse

import "tvilling/internal/text"

// tail is what stands after the text of a link or image: "](dest "title")",
// "][label]" or "]".
type tail struct {
	from, to int    // the destination; equal when it stands elsewhere
	title    [2]int // of the title, without its quotation marks
	end      int
}

func (t tail) dest(s *source) text.Span {
	if t.to <= t.from {
		return text.Span{}
	}
	return s.span(t.from, t.to)
}

// tail reads the tail of a link whose text ends at at and which ends at limit
// at the latest.
func (m *markdown) tail(at, limit int) tail {
	b := m.src.bytes
	for at < limit && b[at] != ']' {
		at++
	}
	if at >= limit {
		return tail{end: at}
	}
	at++
	if at < limit && b[at] == '(' {
		if t, ok := inlineTail(b[:limit], at+1); ok {
			return t
		}
	}
	if at < limit && b[at] == '[' {
		for i := at + 1; i < limit && i-at <= maxLabel; i++ {
			if b[i] == ']' && b[i-1] != '\\' {
				return tail{end: i + 1}
			}
		}
	}
	return tail{end: at}
}

// inlineTail reads `dest "title")` (CommonMark 0.31.2, section 6.3).
func inlineTail(b []byte, at int) (tail, bool) {
	var t tail
	at = trimStart(b, at, len(b))
	if at < len(b) && b[at] == '<' {
		t.from = at + 1
		for at < len(b) && b[at] != '>' {
			at++
		}
		t.to = at
		at++
	} else {
		t.from = at
		at = bareDestination(b, at)
		t.to = at
	}
	at = trimStart(b, min(at, len(b)), len(b))
	if at < len(b) && (b[at] == '"' || b[at] == '\'' || b[at] == '(') {
		quote := b[at]
		if quote == '(' {
			quote = ')'
		}
		at++
		t.title[0] = at
		for at < len(b) && b[at] != quote {
			if b[at] == '\\' {
				at++
			}
			at++
		}
		t.title[1] = min(at, len(b))
		at = trimStart(b, min(at+1, len(b)), len(b))
	}
	if at >= len(b) || b[at] != ')' {
		return tail{}, false
	}
	t.end = at + 1
	return t, true
}

// bareDestination is the end of a destination without angle brackets: it holds
// no white space, and its parentheses are balanced.
func bareDestination(b []byte, at int) int {
	open := 0
	for ; at < len(b) && !isSpace(b[at]); at++ {
		switch b[at] {
		case '\\':
			at++
		case '(':
			open++
		case ')':
			if open--; open < 0 {
				return at
			}
		}
	}
	return min(at, len(b))
}
