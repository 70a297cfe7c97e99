package parse

import "bytes"

// mask is a stretch of the file that a Markdown parser must not see: a
// shortcode, a template tag, a JSX tag, an attribute list, an admonition's fence.
type mask struct {
	start, end int
	own        bool // it has its line for itself and becomes a Markup block
	shows      bool // it puts something on the page, so that the sentence needs it
	comment    bool // it is an MDX comment
	title      [2]int
}

// masking blanks out what is not Markdown in a copy of a file.
type masking struct {
	src   []byte // as it is
	out   []byte // with the masks filled in; the same length
	masks []mask
	fence []byte // what closes the code fence we are in; nil outside
	after int    // the masks reach to here
	base  int    // columns that the text of the list item we are in is indented by
	depth int    // indentation of a "!!!" admonition's content; 0 outside

	next      map[string]int // where closing marks stand, as far as was looked
	paragraph int            // where the paragraph that was last looked at ends
	codeEnd   [2]int         // the line that ends a code tag, as far as was looked
	budget    int            // how many bytes may yet be read in vain
}

// maskMarkdown returns a copy of src in which everything up to from, and every
// construct that Markdown does not know, is filled with bytes that mean
// nothing, so that offsets stay true. A lone CR becomes the line ending it is.
func maskMarkdown(src []byte, from int) ([]byte, []mask) {
	m := &masking{src: src, out: bytes.Clone(src), next: map[string]int{}, budget: 8*len(src) + maxConstruct}
	m.blank(0, from)
	for at := from; at < len(src); {
		end := lineEnd(src, at)
		next := nextLine(src, end)
		if end < len(src) && src[end] == '\r' && next == end+1 {
			m.out[end] = '\n'
		}
		if at >= m.after {
			m.line(at, end)
		}
		at = next
	}
	return m.out, m.masks
}

// blank fills [start, end) with spaces, line endings apart.
func (m *masking) blank(start, end int) { m.fill(start, end, ' ') }

func (m *masking) fill(start, end int, with byte) {
	for i := start; i < end; i++ {
		if m.out[i] != '\n' && m.out[i] != '\r' {
			m.out[i] = with
		}
	}
}

func (m *masking) line(start, end int) {
	at, quoted := content(m.src, start, end)
	rest := m.src[at:end]
	if m.inFence(rest, at-start) || m.inAdmonition(start, at, end) || at < end && m.inCodeTag(at, end) {
		return
	}
	if quoted || m.indented(start, end) < 4 {
		if m.ownLine(at, end, quoted) {
			return
		}
	}
	m.inline(at, end)
}

// indented is how far a line stands in from the list item around it, in columns.
func (m *masking) indented(start, end int) int {
	r := readRow(m.src, start, end)
	depth := r.indent - m.base
	switch {
	case r.blank():
	case r.bulleted():
		m.base = r.indent + r.text - r.start
	case r.indent == 0:
		m.base = 0
	}
	return depth
}

// content is where a line's text begins, after indentation and quotation marks.
func content(b []byte, start, end int) (at int, quoted bool) {
	for at = start; at < end && (b[at] == ' ' || b[at] == '\t' || b[at] == '>'); at++ {
		quoted = quoted || b[at] == '>'
	}
	return at, quoted
}

// inFence follows code fences (CommonMark 0.31.2, section 4.5), also those in lists.
func (m *masking) inFence(rest []byte, indent int) bool {
	if m.fence != nil {
		if bytes.HasPrefix(rest, m.fence) && len(bytes.Trim(rest, "`~ \t")) == 0 {
			m.fence = nil
		}
		return true
	}
	text := bytes.TrimLeft(rest, "-*+ \t")
	if len(rest)-len(text) > 0 && len(rest) > 1 && rest[1] != ' ' {
		text = rest
	}
	for _, mark := range []string{"```", "~~~"} {
		if bytes.HasPrefix(text, []byte(mark)) {
			n := len(text) - len(bytes.TrimLeft(text, mark[:1]))
			if mark == "```" && bytes.IndexByte(text[n:], '`') >= 0 {
				return false
			}
			m.fence = text[:n]
			return true
		}
	}
	return false
}

// inAdmonition reads MkDocs' `!!! note "Title"`, whose content is indented by
// four: it is made a quotation, lest Markdown take it for code.
func (m *masking) inAdmonition(start, at, end int) bool {
	rest := m.src[at:end]
	if m.depth > 0 {
		if at == end {
			return true
		}
		if at-start >= m.depth && m.src[start] == ' ' {
			m.out[start] = '>'
			m.inline(at, end)
			return true
		}
		m.depth = 0
	}
	if at > start || !bytes.HasPrefix(rest, []byte("!!! ")) && !bytes.HasPrefix(rest, []byte("??? ")) && !bytes.HasPrefix(rest, []byte("???+ ")) {
		return false
	}
	k := mask{start: at, end: end, own: true}
	if open := bytes.IndexByte(rest, '"'); open >= 0 {
		if n := bytes.IndexByte(rest[open+1:], '"'); n > 0 {
			k.title = [2]int{at + open + 1, at + open + 1 + n}
		}
	}
	m.add(k)
	m.depth = 4
	return true
}

// ownLine masks a construct that has the line for itself.
func (m *masking) ownLine(at, end int, quoted bool) bool {
	rest := bytes.TrimRight(m.src[at:end], " \t")
	k := mask{start: at, end: at + len(rest), own: true}
	switch {
	case bytes.HasPrefix(rest, []byte(":::")):
		k.title = fenceTitle(m.src, at, k.end)
	case quoted && isAlert(rest):
	case len(rest) > 0 && opensMarkdown(rest):
	case isImport(rest):
		k.end = m.statement(at)
	default:
		if k.end = m.tags(at, end); k.end == at {
			return false
		}
	}
	m.add(k)
	return true
}

// add records k and fills it in.
func (m *masking) add(k mask) {
	m.masks = append(m.masks, k)
	m.after = k.end
	switch {
	case k.own:
		m.blank(k.start, k.end)
	case k.shows:
		m.fill(k.start, k.end, 'x') // a word, for what stands next to it
	default:
		m.fill(k.start, k.end, '.') // beside a word, emphasis can end
	}
}

// tags is where a row of template or JSX tags ends that fills the line from at;
// at itself when there is anything else on the line.
func (m *masking) tags(at, end int) int {
	i := at
	for i < len(m.src) {
		k, ok := m.construct(i)
		if !ok || k.comment {
			return at
		}
		i = k.end
		for i < len(m.src) && (m.src[i] == ' ' || m.src[i] == '\t') {
			i++
		}
		if i >= len(m.src) || m.src[i] == '\n' || m.src[i] == '\r' {
			return k.end
		}
	}
	return at
}

// inline masks the constructs on a line, code spans left alone.
func (m *masking) inline(at, end int) {
	var unclosed [maxBackticks + 1]bool
	for at < end {
		i := bytes.IndexAny(m.src[at:end], "`{<\\")
		if i < 0 {
			return
		}
		at += i
		switch m.src[at] {
		case '\\':
			at += 2
		case '`':
			at = skipCode(m.src, at, end, &unclosed)
		default:
			k, ok := m.construct(at)
			if !ok || m.src[at] == '<' && bytes.IndexByte(m.src[at:k.end], '{') < 0 {
				at++
				continue
			}
			m.add(k)
			at = k.end
		}
	}
}

// maxBackticks is the longest backtick run taken for a code span's mark.
const maxBackticks = 16

// skipCode is the place after the code span that begins at at, or after its
// backticks when nothing closes it on the line.
func skipCode(b []byte, at, end int, unclosed *[maxBackticks + 1]bool) int {
	n := run(b, at, end)
	if n > maxBackticks || unclosed[n] {
		return at + n
	}
	for i := at + n; i < end; {
		j := bytes.IndexByte(b[i:end], '`')
		if j < 0 {
			break
		}
		i += j
		k := run(b, i, end)
		i += k
		if k == n {
			return i
		}
	}
	unclosed[n] = true
	return at + n
}

// run is how often the byte at at is repeated.
func run(b []byte, at, end int) int {
	n := 1
	for at+n < end && b[at+n] == b[at] {
		n++
	}
	return n
}
