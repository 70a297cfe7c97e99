package parse

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/lazy"
)

// What goldmark v1.8.7 reads in more than linear time or space, and how much of
// it is allowed. Measured: a list nested 1,000 deep took 3.6 s, a table of 20,000
// columns 6 s and 680 MB, 1 MB of "[a](" 218 s, of "*a_b" 144 s, 150,000 link
// definitions in a row 44 s. No article comes near these limits; a file beyond
// them is read as plain text.
const (
	maxNesting     = 20      // lists and quotations in each other
	maxColumns     = 300     // of a table
	maxBrackets    = 200     // square brackets open at once
	maxPipes       = 2000    // escaped pipes beside backticks in tables
	maxDelimiters  = 20_000  // emphasis marks in one paragraph
	maxDefinitions = 5_000   // link definitions in one paragraph
	maxLinkWork    = 1 << 30 // links in one paragraph times its bytes
	maxLines       = 200_000 // in the file, blank ones aside; a table's row counts as many as it has cells
)

// tooCostly says that Markdown b exceeds a limit. It may count too much, not
// too little.
func tooCostly(b []byte) bool {
	var c costs
	for at := 0; at < len(b); {
		end := lineEnd(b, at)
		if c.line(b[at:end]) {
			return true
		}
		at = nextLine(b, end)
	}
	return c.tooWide()
}

// costs is what has been seen of a file so far.
type costs struct {
	lines     int
	indents   []int // of the list items that are open
	paragraph inlineCosts
	escaped   int
	columns   int // of the table we are in; 0 outside
	cells     int // goldmark makes of the table so far, missing ones filled in
	pipes     int // the table holds so far
}

// inlineCosts is what has been seen of a paragraph so far.
type inlineCosts struct{ bytes, brackets, delimiters, definitions, links int }

func (c *costs) line(row []byte) bool {
	text := bytes.TrimLeft(row, " \t")
	if len(text) == 0 {
		wide := c.tooWide()
		c.paragraph = inlineCosts{}
		c.columns, c.cells, c.pipes = 0, 0, 0
		return wide
	}
	c.lines++
	if text[0] == '#' || readRow(row, 0, len(row)).bulleted() || c.columns > 0 && bytes.IndexByte(row, '|') >= 0 {
		c.paragraph = inlineCosts{}
	}
	return c.lines > maxLines || c.nesting(row) > maxNesting || c.table(row) || c.paragraph.line(text)
}

// line counts what stands in one line of a paragraph.
func (p *inlineCosts) line(text []byte) bool {
	p.bytes += len(text)
	if text[0] == '[' && bytes.Contains(text, []byte("]:")) {
		p.definitions++
	}
	for _, mark := range []string{"*", "_", "~"} {
		p.delimiters += bytes.Count(text, []byte(mark))
	}
	if bytes.IndexByte(text, '[') >= 0 || bytes.IndexByte(text, ']') >= 0 {
		p.bracketed(text)
	}
	return p.brackets > maxBrackets || p.delimiters > maxDelimiters || p.definitions > maxDefinitions || p.links*p.bytes > maxLinkWork
}

// bracketed counts the square brackets of a line. Once too many are open it looks no further.
func (p *inlineCosts) bracketed(text []byte) {
	for i, ch := range text {
		switch ch {
		case '[':
			if p.brackets++; p.brackets > maxBrackets {
				return
			}
		case ']':
			p.brackets = max(p.brackets-1, 0)
			if i+1 < len(text) && text[i+1] == '(' {
				p.links++
			}
		}
	}
}

// nesting is how many containers the line may stand in.
func (c *costs) nesting(row []byte) int {
	col, marks, item := 0, 0, false
	for i := 0; i < len(row); i++ {
		switch ch := row[i]; {
		case ch == '\t':
			col += 4 - col%4
			continue
		case ch == ' ':
		case ch == '>' || ch == ':':
			marks++
		case (ch == '-' || ch == '*' || ch == '+') && (i+1 == len(row) || row[i+1] == ' ' || row[i+1] == '\t'):
			marks++
			c.open(col, &item)
		case isDigit(ch) || (ch == '.' || ch == ')') && i > 0 && isDigit(row[i-1]):
			if !isDigit(ch) {
				marks++
				c.open(col, &item)
			}
		default:
			return len(c.indents) + marks
		}
		col++
	}
	return len(c.indents) + marks
}

// open notes that an item begins at column col and closes those it does not stand in.
func (c *costs) open(col int, second *bool) {
	if !*second {
		for n := len(c.indents); n > 0 && c.indents[n-1] >= col; n-- {
			c.indents = c.indents[:n-1]
		}
		*second = true
	}
	if len(c.indents) <= maxNesting {
		c.indents = append(c.indents, col)
	}
}

func (c *costs) table(row []byte) bool {
	pipes := bytes.Count(row, []byte("|"))
	if c.columns == 0 && isDelimiterRow(row) {
		c.columns = max(pipes, 1)
	}
	if pipes > 0 && bytes.IndexByte(row, '`') >= 0 {
		c.escaped += bytes.Count(row, []byte(`\|`))
	}
	if c.columns == 0 {
		return false
	}
	c.cells += c.columns
	c.lines += pipes
	c.pipes += pipes
	return c.columns > maxColumns || c.escaped > maxPipes
}

// tooWide says that most of a table's cells would be made up.
func (c *costs) tooWide() bool { return c.cells > 10*c.pipes+10_000 }

// isDelimiterRow says that a line may be the one under a table's header.
func isDelimiterRow(row []byte) bool {
	return len(bytes.Trim(row, "|:- \t>")) == 0 && bytes.IndexByte(row, '-') >= 0
}

// markdownMark is a line or a phrase that only Markdown has. The footnote
// asterisks of product pages ("plasticity.*") are no emphasis.
var markdownMark = lazy.Regexp(`(?m)^ {0,3}(?:#{1,6}[ \t]+\S|=+[ \t]*$|-{2,}[ \t]*$|>|` + "```" + `|~~~|\|.*\||\[[^\]\n]+\]:)` +
	`|\]\(|` + "`[^`\n]+`" + `|</?[a-zA-Z][^>\n]*>` +
	`|(?:^|[\s("”])(?:\*\*|__)[^\s*_][^\n]*?(?:\*\*|__)` +
	`|(?:^|[\s("”])[*_][^\s*_](?:[^*_\n]*[^\s*_])?[*_](?:$|[\s.,;:!?)"”])`)

// looksPlain says that a file called Markdown is none: it has no heading, link,
// emphasis or other mark of Markdown, and its paragraphs follow each other line
// by line, as text does that was copied from a page.
func looksPlain(b []byte) bool {
	b = b[:min(len(b), maxLook)]
	if bytes.Contains(b, []byte("](")) || headed(b) || markdownMark().Match(b) { // the first two are quickly seen
		return false
	}
	rows := splitRows(b, 0)
	for i := 1; i < len(rows); i++ {
		if follows(b, rows[i-1], rows[i]) {
			return !wrapped(b, rows)
		}
	}
	return false
}

// headed says that some line is a heading with a number sign before it.
func headed(b []byte) bool {
	for line := range bytes.SplitSeq(b, []byte("\n")) {
		bare := bytes.TrimLeft(line, " ")
		text := bytes.TrimLeft(bare, "#")
		signs := len(bare) - len(text)
		if signs < 1 || signs > 6 || len(line)-len(bare) > 3 || len(text) == 0 || text[0] != ' ' && text[0] != '\t' {
			continue
		}
		if text = bytes.TrimLeft(text, " \t"); len(text) > 0 && text[0] != '\r' && text[0] != '\f' {
			return true
		}
	}
	return false
}

// follows says that y begins a new paragraph right under x: x is too long to
// be one line of several, or looks like a heading, or is a list item.
func follows(b []byte, x, y row) bool {
	if x.blank() || y.blank() || y.bulleted() || y.indent > 0 {
		return false
	}
	if first, _ := utf8.DecodeRune(b[y.start:y.end]); !unicode.IsUpper(first) {
		return false
	}
	return x.end-x.start > longLine || x.bulleted() || isTitle(b[x.start:x.end])
}

// maxLook is how much of a file is looked at for marks of Markdown, in bytes.
const maxLook = 128 << 10

// longLine is more than a hard-wrapped line holds, in bytes.
const longLine = 120
