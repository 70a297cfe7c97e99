package parse

import (
	"bytes"

	"tvilling/internal/lazy"
)

// maxConstruct bounds a template or JSX tag, in bytes: longer ones are text.
const maxConstruct = 4 << 10

// paired are the marks of template languages: Hugo's shortcodes, Liquid, Jinja, Vue.
var paired = []struct {
	open, close string
	shows       bool
}{
	{"{{<", ">}}", true},
	{"{{%", "%}}", true},
	{"{{", "}}", true},
	{"{%", "%}", false},
	{"{/*", "*/}", false},
}

// construct is the mask for what begins at at, which holds '{' or '<'.
func (m *masking) construct(at int) (mask, bool) {
	b := m.src
	if at >= len(b) || b[at] != '{' && b[at] != '<' {
		return mask{}, false
	}
	if b[at] == '<' {
		if m.budget < 0 {
			return mask{}, false
		}
		end := jsxTag(b, at)
		if end == at {
			m.budget -= min(len(b)-at, maxConstruct)
		}
		return mask{start: at, end: end}, end > at
	}
	for _, p := range paired {
		if !bytes.HasPrefix(b[at:], []byte(p.open)) {
			continue
		}
		if end := m.closing(at+len(p.open), p.close); end > 0 {
			return mask{start: at, end: end, shows: p.shows && !closesTag(b[at:end]), comment: p.open == "{/*"}, true
		}
	}
	if n := attributeList(b[at:min(len(b), at+maxAttributeList)]); n > 0 {
		return mask{start: at, end: at + n}, true
	}
	return mask{}, false
}

// closing is the end of the first mark at or after at, in the same paragraph
// and not far away; 0 when there is none. Constructs are asked for in order, so
// that what was found is kept and no stretch is searched twice.
func (m *masking) closing(at int, mark string) int {
	if next, ok := m.next[mark]; !ok || next < at {
		m.next[mark] = len(m.src)
		if i := bytes.Index(m.src[at:], []byte(mark)); i >= 0 {
			m.next[mark] = at + i
		}
	}
	next := m.next[mark]
	if next+len(mark) > len(m.src) || next-at > maxConstruct || next > m.paragraphEnd(at) {
		return 0
	}
	return next + len(mark)
}

// paragraphEnd is where the next blank line begins.
func (m *masking) paragraphEnd(at int) int {
	if m.paragraph >= at {
		return m.paragraph
	}
	for m.paragraph = at; m.paragraph < len(m.src); {
		start := nextLine(m.src, lineEnd(m.src, m.paragraph))
		m.paragraph = start
		if len(bytes.TrimSpace(m.src[start:lineEnd(m.src, start)])) == 0 {
			break
		}
	}
	return m.paragraph
}

// closesTag says that a shortcode ends another: {{< /note >}}.
func closesTag(b []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(b, "{<% \t"), []byte("/"))
}

// jsxTag is the end of the JSX tag at at: a component's name begins with a
// capital. It is at itself when there is none.
func jsxTag(b []byte, at int) int {
	i := at + 1
	if i < len(b) && b[i] == '/' {
		i++
	}
	if i >= len(b) || b[i] < 'A' || b[i] > 'Z' {
		return at
	}
	for i < len(b) && (isLetter(b[i]) || isDigit(b[i]) || b[i] == '.') {
		i++
	}
	if i >= len(b) || !isSpace(b[i]) && b[i] != '>' && b[i] != '/' {
		return at
	}
	braces := 0
	var quote byte
	for limit := min(len(b), at+maxConstruct); i < limit; i++ {
		switch c := b[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'' || c == '`') && (braces > 0 || b[i-1] == '='):
			quote = c
		case c == '{':
			braces++
		case c == '}':
			braces--
		case c == '>' && braces <= 0:
			return i + 1
		case c == '\n' && i+1 < len(b) && (b[i+1] == '\n' || b[i+1] == '\r'):
			return at
		}
	}
	return at
}

// maxAttributeList bounds an attribute list, in bytes.
const maxAttributeList = 256

var attributes = lazy.Regexp(`^\{:?[ \t]*(?:[#.][\p{L}\w:-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)|toc)(?:[ \t]+(?:[#.][\p{L}\w:-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)))*[ \t]*\}`)

// attributeList is the length of the Kramdown or Pandoc attribute list that b
// begins with: {#id}, {: .class key="value"}.
func attributeList(b []byte) int {
	end := bytes.IndexByte(b, '}')
	if end < 0 || bytes.IndexByte(b[1:end], '{') >= 0 {
		return 0
	}
	return len(attributes().Find(b[:end+1]))
}

var alert = lazy.Regexp(`^\[![A-Za-z]+\][+-]?$`)

// isAlert says that a quotation's line is GitHub's "[!NOTE]".
func isAlert(rest []byte) bool { return len(rest) < 32 && alert().Match(rest) }

// opensMarkdown says that a line is an HTML start tag with Python-Markdown's
// "markdown" attribute: what follows is Markdown, not HTML.
func opensMarkdown(rest []byte) bool {
	if len(rest) > maxAttributeList || rest[0] != '<' || bytes.IndexByte(rest, '>') != len(rest)-1 {
		return false
	}
	t := readTag(rest, 0, len(rest))
	_, ok := t.attr("markdown")
	return ok && !t.closing
}

// fenceTitle is the title of ":::note Title" or ":::note[Title]", if any.
func fenceTitle(b []byte, start, end int) [2]int {
	at := start
	for at < end && b[at] == ':' {
		at++
	}
	at = trimStart(b, at, end)
	if at < end && b[at] == '{' {
		return [2]int{}
	}
	for at < end && !isSpace(b[at]) && b[at] != '[' && b[at] != '{' {
		at++
	}
	if at < end && b[at] == '[' {
		if n := bytes.IndexByte(b[at:end], ']'); n > 1 {
			return [2]int{at + 1, at + n}
		}
		return [2]int{}
	}
	at = trimStart(b, at, end)
	if at < end && b[at] != '{' {
		return [2]int{at, end}
	}
	return [2]int{}
}

var (
	importLine = lazy.Regexp(`^(?:import\s+(?:[^"']{1,500}\s+from\s+)?["'][^"']+["'];?|export\s+(?:const|default|function|let|var|class)\b.*)$`)
	importOpen = lazy.Regexp(`^import\s+(?:\w+\s*,\s*)?\{[^}]{0,500}$`)
)

// isImport says that a line is MDX's import or export statement.
func isImport(rest []byte) bool {
	if !bytes.HasPrefix(rest, []byte("import")) && !bytes.HasPrefix(rest, []byte("export")) || len(rest) > maxConstruct {
		return false
	}
	return importLine().Match(rest) || importOpen().Match(rest)
}

// statement is the end of the statement that begins at at: the end of its
// line, or of its paragraph when a bracket is open there.
func (m *masking) statement(at int) int {
	open := 0
	if m.budget < 0 {
		return trimEnd(m.src, at, lineEnd(m.src, at))
	}
	for end, first := at, true; end < len(m.src) && end-at < maxConstruct; first = false {
		from := end
		end = lineEnd(m.src, from)
		row := m.src[from:end]
		open += bytes.Count(row, []byte("{")) + bytes.Count(row, []byte("(")) + bytes.Count(row, []byte("["))
		open -= bytes.Count(row, []byte("}")) + bytes.Count(row, []byte(")")) + bytes.Count(row, []byte("]"))
		if open <= 0 || !first && len(bytes.TrimSpace(row)) == 0 {
			return trimEnd(m.src, at, end)
		}
		end = nextLine(m.src, end)
	}
	m.budget -= maxConstruct
	return trimEnd(m.src, at, lineEnd(m.src, at))
}
