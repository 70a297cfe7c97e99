package parse

import "tvilling/internal/lazy"

// codeTag and codeTagEnd are lines between which Hugo's and Jekyll's templates
// put code, as a fence would.
var (
	codeTag    = lazy.Regexp(`^(?:\{\{[<%]\s*(?:highlight|code|code-?block|mermaid)(?:\s[^{}]*)?[>%]\}\}|\{%-?\s*highlight\s[^{}]*%\})\s*$`)
	codeTagEnd = lazy.Regexp(`^(?:\{\{[<%]\s*/\s*(?:highlight|code|code-?block|mermaid)\s*[>%]\}\}|\{%-?\s*endhighlight\s*-?%\})\s*$`)
)

// codeFence is what a code tag becomes: longer than the fences that code shows.
const codeFence = 5

// inCodeTag makes fences of a code tag on the line from at and of the one that
// closes it, and leaves alone what stands between them.
func (m *masking) inCodeTag(at, end int) bool {
	if end-at > maxConstruct || m.src[at] != '{' || !codeTag().Match(m.src[at:end]) {
		return false
	}
	from, to := m.codeTagEnd(end)
	if to == 0 {
		return false
	}
	m.blank(at, end)
	m.fill(at, at+codeFence, '~')
	m.blank(from, to)
	m.fill(from, from+codeFence, '~')
	m.after = to
	return true
}

// codeTagEnd is the first line after at that ends a code tag, without its
// indentation; to is 0 when there is none. What was found is kept, so that no
// stretch is searched twice.
func (m *masking) codeTagEnd(at int) (from, to int) {
	if m.codeEnd[0] < at {
		m.codeEnd = [2]int{len(m.src), 0}
		for next := nextLine(m.src, at); next < len(m.src); {
			end := lineEnd(m.src, next)
			from, _ := content(m.src, next, end)
			if from < end && m.src[from] == '{' && end-from <= maxConstruct && codeTagEnd().Match(m.src[from:end]) {
				m.codeEnd = [2]int{from, end}
				break
			}
			next = nextLine(m.src, end)
		}
	}
	return m.codeEnd[0], m.codeEnd[1]
}
