package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lazy"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "brackets",
	Title:    "A bracket or quotation mark has no partner",
	Category: "locale-convention/typography",
	Severity: check.Warning,
	Doc: `A bracket or quotation mark that is opened and never closed, or closed and never
opened, leaves the reader in doubt where the aside ends. Reported only where the
source passage has all its pairs. Smileys, list marks such as 1) and a), intervals and
inches are left alone.`,
	Bad: []check.Example{{
		Source: "A salt (magnesium citrate) was used.",
		Target: "Ett salt (magnesiumcitrat användes.",
	}, {
		Source: "He calls it “the long night” in his book.",
		Target: "Han kallar det ”den långa natten i sin bok.",
	}},
	Good: []check.Example{{
		Source: "First a) sleep, then b) food :) in the interval [0, 1).",
		Target: "Först a) sömn, sedan b) mat :) i intervallet [0, 1[.",
	}},
	Run: brackets,
})

// bracketPartners are the closing brackets with their opening ones.
var bracketPartners = map[rune]rune{')': '(', ']': '[', '}': '{'}

const doubleQuotes = "\"“”„«»"

// lone is a mark without partner.
type lone struct {
	block      *doc.Block
	start, end int
}

func (l lone) text() string    { return l.block.Prose.Text[l.start:l.end] }
func (l lone) span() text.Span { return l.block.Prose.Source(l.start, l.end) }

func brackets(p *check.Pass) {
	for _, b := range p.Translated() {
		if b.Source[0].Kind == doc.Code || b.Target[0].Kind == doc.Code {
			continue
		}
		target := loneBrackets(b.Target)
		if len(target) > 0 && len(loneBrackets(b.Source)) == 0 {
			for _, l := range target {
				what := "is never closed"
				if _, closing := bracketPartners[[]rune(l.text())[0]]; closing {
					what = "was never opened"
				}
				p.Reportf(l.span(), check.SourceSpan(b), "the bracket %s %s here", l.text(), what)
			}
		}
		if l, ok := oddQuote(b.Target); ok {
			if _, odd := oddQuote(b.Source); !odd {
				p.Reportf(l.span(), check.SourceSpan(b), "the quotation mark %s has no partner here", l.text())
			}
		}
	}
}

// noPairs matches what holds a bracket that has no partner by nature: smileys,
// list marks, intervals.
var noPairs = lazy.Regexp(`(?:^|\s)[:;=8xX]['’]?-?[()\[\]{}DPp]+|(?:^|[\s(–-])(?:\p{L}|\d{1,3}|[ivxIVX]{1,5})\)|[(\[\]]\s?[-+−]?[\d.,∞]+\s?[,;]\s?[-+−]?[\d.,∞]+\s?[)\]\[]`)

// mayLackPairs says that noPairs may match in s, which most texts with brackets show
// to be impossible at a glance: "(magnesium citrate)". It is linear.
func mayLackPairs(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case ':', ';', '=', '8', 'x', 'X': // a smiley's eyes
			if (i == 0 || isSpaceByte(s[i-1])) && i+1 < len(s) && strings.IndexByte("'’-()[]{}DPp", s[i+1]) >= 0 {
				return true
			}
		case ')':
			if endsInMark(s[:i]) {
				return true
			}
		}
		if strings.IndexByte("([]", s[i]) >= 0 && beginsInterval(s[i+1:]) {
			return true
		}
	}
	return false
}

// endsInMark says that s may end in the mark of a list, one of few bytes.
func endsInMark(s string) bool {
	const longest = 5
	for n := 1; n <= min(longest, len(s)); n++ {
		before := len(s) - n - 1
		if before < 0 || isSpaceByte(s[before]) || strings.IndexByte("(-–", s[before]) >= 0 {
			mark := s[len(s)-n:]
			return n == 1 || mark[0] >= utf8.RuneSelf || strings.Trim(mark, "0123456789ivxIVX") == ""
		}
	}
	return false
}

// beginsInterval says that s may go on as an interval does whose bracket is before it:
// with figures and what parts two of them, up to the next bracket.
func beginsInterval(s string) bool {
	parted := false
	for i := range len(s) {
		switch c := s[i]; {
		case c == ',' || c == ';':
			parted = true
		case strings.IndexByte("()[]", c) >= 0:
			return parted
		case c < utf8.RuneSelf && !isSpaceByte(c) && strings.IndexByte("0123456789.+-", c) < 0:
			return false
		}
	}
	return false
}

// isSpaceByte says that c is what \s matches in a regular expression.
func isSpaceByte(c byte) bool { return strings.IndexByte(" \t\n\f\r", c) >= 0 }

// loneBrackets are the brackets of blocks, read as one text, that have no
// partner. What is left open at the end comes first.
func loneBrackets(blocks []*doc.Block) []lone {
	var open, closed []lone
	for _, b := range blocks {
		if !strings.ContainsAny(b.Prose.Text, "()[]{}") {
			continue
		}
		var skip [][]int
		if mayLackPairs(b.Prose.Text) {
			skip = noPairs().FindAllStringIndex(b.Prose.Text, -1)
		}
		for i, r := range b.Prose.Text {
			if r > '}' || !strings.ContainsRune("()[]{}", r) {
				continue
			}
			for len(skip) > 0 && skip[0][1] <= i {
				skip = skip[1:]
			}
			at := lone{b, i, i + utf8.RuneLen(r)}
			opener, closes := bracketPartners[r]
			n := len(open)
			switch {
			case b.Literal(at.start, at.end):
			case !closes:
				if len(skip) == 0 || i < skip[0][0] || !strings.ContainsAny(b.Prose.Text[skip[0][0]:skip[0][1]], ",;:=") {
					open = append(open, at)
				}
			case n > 0 && open[n-1].text() == string(opener):
				open = open[:n-1]
			case len(skip) > 0 && skip[0][0] <= i:
			default:
				closed = append(closed, at)
			}
		}
	}
	return append(open, closed...)
}

// oddQuote is the quotation mark of blocks, read as one text, that stands alone;
// the kinds may be mixed, which is another rule's affair.
func oddQuote(blocks []*doc.Block) (lone, bool) {
	var open []lone
	for _, b := range blocks {
		for i, r := range b.Prose.Text {
			n := utf8.RuneLen(r)
			if r < utf8.RuneSelf && r != '"' || !strings.ContainsRune(doubleQuotes, r) || b.Literal(i, i+n) {
				continue
			}
			before, _ := utf8.DecodeLastRuneInString(b.Prose.Text[:i])
			if (r == '"' || r == '”') && unicode.IsDigit(before) && len(open) == 0 {
				continue // inches
			}
			if len(open) > 0 {
				open = open[:0]
			} else {
				open = append(open, lone{b, i, i + n})
			}
		}
	}
	if len(open) == 0 {
		return lone{}, false
	}
	return open[0], true
}
