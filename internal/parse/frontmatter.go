package parse

import (
	"bytes"
	"strconv"
	"strings"

	"tvilling/internal/doc"
)

// maxFrontMatter is how far the closing mark of front matter is looked for, in bytes.
const maxFrontMatter = 256 << 10

// frontMatter reads the fields of YAML ("---") or TOML ("+++") front matter and
// says where the article proper begins: 0 when there is no front matter.
// Only scalars and lists are read; what else YAML can say is passed over.
func (a *assembly) frontMatter() int {
	m, after := a.matter()
	if m == nil {
		return 0
	}
	m.read()
	return after
}

// matter is the front matter, not read yet, and where the article proper begins;
// nil when there is none.
func (a *assembly) matter() (m *matter, after int) {
	b := a.src.bytes
	first := lineEnd(b, 0)
	mark := string(bytes.TrimRight(b[:first], " \t"))
	if mark != "---" && mark != "+++" {
		return nil, 0
	}
	start := nextLine(b, first)
	for at := start; at < len(b) && at < maxFrontMatter; {
		end := lineEnd(b, at)
		row := string(bytes.TrimRight(b[at:end], " \t"))
		if row == mark || row == "..." && mark == "---" {
			m = &matter{assembly: a, rows: splitRows(b[:at], start), toml: mark == "+++", from: start, to: at}
			if !m.plausible() {
				return nil, 0
			}
			return m, nextLine(b, end)
		}
		at = nextLine(b, end)
	}
	return nil, 0
}

// matter is front matter being read.
type matter struct {
	*assembly
	from, to int // where its lines stand, between the marks
	rows     []row
	toml     bool
	at       int
	open     []openKey
	table    string // TOML: the table the keys stand in
}

// openKey is a key whose value may stand on the lines below it.
type openKey struct {
	indent int
	key    string
	items  int
}

// plausible says that the first line with anything on it is a field or a
// comment: else two rules stand around a paragraph.
func (m *matter) plausible() bool {
	for _, r := range m.rows {
		if r.blank() {
			continue
		}
		row := string(m.src.bytes[r.start:r.end])
		if strings.HasPrefix(row, "#") {
			continue
		}
		if m.toml && strings.HasPrefix(row, "[") {
			return true
		}
		return m.keyEnd(r) > 0
	}
	return len(m.rows) == 0
}

// keyEnd is where the sign after a row's key stands, ":" or "="; 0 without one.
func (m *matter) keyEnd(r row) int {
	b := m.src.bytes
	at := r.start
	if at < r.end && (b[at] == '"' || b[at] == '\'') {
		n := bytes.IndexByte(b[at+1:r.end], b[at])
		if n < 0 {
			return 0
		}
		at += n + 2
	}
	for ; at < r.end; at++ {
		switch c := b[at]; {
		case m.toml && c == '=':
			return at
		case !m.toml && c == ':' && (at+1 == r.end || isSpace(b[at+1])):
			return at
		case c == '#' || c == '[' || c == '{' || c == '<':
			return 0
		}
	}
	return 0
}

func (m *matter) read() {
	for m.at < len(m.rows) {
		r := m.rows[m.at]
		m.at++
		if !r.blank() && m.src.bytes[r.start] != '#' {
			m.row(r)
		}
	}
}

// row reads one line, and those that its value goes on in.
func (m *matter) row(r row) {
	b := m.src.bytes
	if m.toml && b[r.start] == '[' {
		m.table = strings.Trim(string(b[r.start:r.end]), "[] ") + "."
		return
	}
	for n := len(m.open); n > 0; n-- {
		last := m.open[n-1]
		if last.indent < r.indent || last.indent == r.indent && b[r.start] == '-' {
			break
		}
		m.open = m.open[:n-1]
	}
	if b[r.start] == '-' && !m.toml && (r.start+1 == r.end || isSpace(b[r.start+1])) && len(m.open) > 0 {
		m.item(r)
		return
	}
	m.field(r)
}

// item reads "- value" or the first field of a mapping in a list.
func (m *matter) item(r row) {
	last := &m.open[len(m.open)-1]
	key := last.key + "." + strconv.Itoa(last.items)
	last.items++
	inner := r
	inner.start = trimStart(m.src.bytes, r.start+1, r.end)
	inner.indent = r.indent + inner.start - r.start
	if m.src.bytes[min(inner.start, r.end-1)] != '"' && m.keyEnd(inner) > 0 {
		m.open = append(m.open, openKey{indent: r.indent, key: key})
		m.field(inner)
		return
	}
	m.value(key, inner.start, r)
}

// field reads "key: value".
func (m *matter) field(r row) {
	end := m.keyEnd(r)
	if end == 0 {
		return
	}
	b := m.src.bytes
	key := strings.Trim(string(b[r.start:end]), " \t\"'")
	key = m.prefix() + key
	at := trimStart(b, end+1, r.end)
	if at == r.end || b[at] == '#' {
		m.open = append(m.open, openKey{indent: r.indent, key: key})
		return
	}
	m.value(key, at, r)
}

func (m *matter) prefix() string {
	if m.toml {
		return m.table
	}
	if len(m.open) == 0 {
		return ""
	}
	return m.open[len(m.open)-1].key + "."
}

func (m *matter) add(key, value string, start, end int) {
	m.builder.Meta(doc.Field{Key: key, Value: value, Span: m.src.span(start, end)})
}
