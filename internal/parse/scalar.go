package parse

import (
	"bytes"
	"strconv"
	"strings"
)

// value reads the value at at, in row r or beginning there.
func (m *matter) value(key string, at int, r row) {
	b := m.src.bytes
	end := r.end
	switch {
	case at >= end:
	case m.toml && (bytes.HasPrefix(b[at:end], []byte(`"""`)) || bytes.HasPrefix(b[at:end], []byte(`'''`))):
		m.longString(key, at)
	case b[at] == '"' || b[at] == '\'':
		m.quoted(key, at, end)
	case b[at] == '[':
		m.list(key, at)
	case !m.toml && (b[at] == '|' || b[at] == '>') && end-at <= 3:
		m.block(key, b[at] == '>', r)
	default:
		m.bare(key, at, r)
	}
}

// quoted reads a string in quotation marks.
func (m *matter) quoted(key string, at, end int) {
	close := closingQuote(m.src.bytes, at, end)
	raw := string(m.src.bytes[at+1 : close])
	m.add(key, unquote(raw, m.src.bytes[at], m.toml), at+1, close)
}

// closingQuote is where the string that opens at at ends, or end.
func closingQuote(b []byte, at, end int) int {
	for i := at + 1; i < end; i++ {
		switch {
		case b[i] == '\\' && b[at] == '"':
			i++
		case b[i] == '\'' && b[at] == '\'' && i+1 < end && b[i+1] == '\'':
			i++
		case b[i] == b[at]:
			return i
		}
	}
	return end
}

func unquote(raw string, quote byte, toml bool) string {
	if quote == '\'' {
		if toml {
			return raw
		}
		return strings.ReplaceAll(raw, "''", "'")
	}
	if !strings.Contains(raw, `\`) {
		return raw
	}
	if s, err := strconv.Unquote(`"` + raw + `"`); err == nil {
		return s
	}
	return strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\/`, `/`).Replace(raw)
}

// bare reads a scalar without quotation marks, and the further indented lines
// that YAML folds into it.
func (m *matter) bare(key string, at int, r row) {
	b := m.src.bytes
	end := uncommented(b, at, r.end)
	value := string(b[at:end])
	for !m.toml && m.at < len(m.rows) {
		next := m.rows[m.at]
		if next.blank() || next.indent <= r.indent || m.keyEnd(next) > 0 || b[next.start] == '-' {
			break
		}
		end = uncommented(b, next.start, next.end)
		value += " " + string(b[next.start:end])
		m.at++
	}
	m.add(key, value, at, end)
}

// uncommented is the end of a value that a comment may follow.
func uncommented(b []byte, at, end int) int {
	if i := bytes.Index(b[at:end], []byte(" #")); i >= 0 {
		end = at + i
	}
	return trimEnd(b, at, end)
}

// block reads the lines of a YAML block scalar: folded with spaces (">") or kept ("|").
func (m *matter) block(key string, folded bool, r row) {
	join := "\n"
	if folded {
		join = " "
	}
	var parts []string
	start, end := -1, 0
	for m.at < len(m.rows) {
		next := m.rows[m.at]
		if !next.blank() {
			if next.indent <= r.indent {
				break
			}
			if start < 0 {
				start = next.start
			}
			end = next.end
			parts = append(parts, string(m.src.bytes[next.start:next.end]))
		} else if len(parts) > 0 {
			parts = append(parts, "")
		}
		m.at++
	}
	if start < 0 {
		return
	}
	value := strings.TrimRight(strings.Join(parts, join), " \n")
	if folded {
		value = strings.ReplaceAll(value, "  ", "\n") // a blank line in folded text is a line ending
	}
	m.add(key, value, start, end)
}

// longString reads TOML's """…""" or ”'…”'.
func (m *matter) longString(key string, at int) {
	b := m.src.bytes
	mark := string(b[at : at+3])
	start := at + 3
	limit := m.rows[len(m.rows)-1].end
	end := limit
	if n := bytes.Index(b[start:limit], []byte(mark)); n >= 0 {
		end = start + n
	}
	m.skipTo(end)
	start = trimStart(b, start, end)
	m.add(key, strings.TrimRight(string(b[start:end]), "\r\n"), start, end)
}

// skipTo goes on with the row after the one that holds byte at.
func (m *matter) skipTo(at int) {
	for m.at < len(m.rows) && m.rows[m.at].line <= at {
		m.at++
	}
}

// list reads "[a, "b", c]", which may go on over several lines.
func (m *matter) list(key string, at int) {
	b := m.src.bytes
	limit := m.rows[len(m.rows)-1].end
	n := 0
	for i := at + 1; i < limit; {
		switch c := b[i]; {
		case c == ']':
			m.skipTo(i)
			return
		case isSpace(c) || c == ',' || c == '[':
			i++
		case c == '#':
			i = lineEnd(b, i)
		case c == '"' || c == '\'':
			end := closingQuote(b, i, limit)
			m.add(key+"."+strconv.Itoa(n), unquote(string(b[i+1:end]), c, m.toml), i+1, end)
			n++
			i = end + 1
		default:
			end := i
			for end < limit && b[end] != ',' && b[end] != ']' && b[end] != '\n' {
				end++
			}
			stop := trimEnd(b, i, end)
			m.add(key+"."+strconv.Itoa(n), string(b[i:stop]), i, stop)
			n++
			i = end
		}
	}
	m.skipTo(limit)
}
