package rules

import (
	"fmt"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "spacing",
	Title:    "A space is missing or stands where none should",
	Category: "locale-convention/typography",
	Severity: check.Warning,
	Doc: `A comma without a space after it, a space before a comma or full stop, a space
inside brackets, two spaces in a row: small slips that a reader sees at once and
that often mark a place where text was pasted together. What the source spaces in
the same way is left alone, as are code, addresses, numbers and file names.`,
	Bad: []check.Example{
		{Source: "One form, Magtein, was studied.", Target: "En form,Magtein, har undersökts."},
		{Source: "A salt (magnesium citrate) was used.", Target: "Ett salt ( magnesiumcitrat) användes."},
	},
	Good: []check.Example{
		{Source: "The value is 1.5 in `a,b` and e.g. here.", Target: "Värdet är 1,5 i `a,b` och t.ex. här."},
		{Source: "Save as notes.txt, then wait ...", Target: "Spara som notes.txt och vänta ..."},
	},
	Run: spacing,
})

// misspacing is one kind of slip: the group is the white space that is too much,
// or the empty place where it is missing.
type misspacing struct {
	slip *pattern
	what string // %s is the mark's name
	new  string
	weak bool
}

var misspaced = []misspacing{
	{sought(`\p{L}\p{L}[,;]()\p{L}\p{L}`, ",;", letterBytes), "a space is missing after the %s", " ", false},
	{sought(`\p{Ll}\p{Ll}[.!?]()\p{Lu}\p{Ll}+(?:[\s,;:]|$)`, ".!?", capitalBytes), "a space is missing after the %s", " ", false},
	{sought(`[\p{L}\p{N}\])”"][,;]([ \x{a0}]+)[,;]`, gapEndBytes, ",;"), "a comma stands twice", "", false},
	{begun(`[(\[]([ \x{a0}]+)[\p{L}\p{N}]`, "([", gapBytes), "a space stands after the opening bracket", "", false},
	{sought(`[\p{L}\p{N}.!?]([ \x{a0}]+)[)\]]`, gapEndBytes, ")]"), "a space stands before the closing bracket", "", false},
	{sought(`[\p{L}\p{N})\]”"]([ \x{a0}]+)[,.;:!?](?:\s|$)`, gapEndBytes, ",.;:!?"), "a space stands before the %s", "", false},
	{sought(`[^\s]( [ \x{a0}]+)[^\s]`, " ", gapBytes), "there are several spaces in a row", " ", true},
}

var markNames = map[byte]string{',': "comma", ';': "semicolon", '.': "full stop", ':': "colon", '!': "exclamation mark", '?': "question mark"}

func spacing(p *check.Pass) {
	for _, b := range p.Target.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup {
			continue
		}
		for i := range misspaced {
			spacingSlips(p, b, &misspaced[i])
		}
	}
}

// spacingSlips reports one kind of slip in a block, unless the source passage has it too.
func spacingSlips(p *check.Pass, b *doc.Block, m *misspacing) {
	found := m.slip.found(p, b)
	if found == nil || sourceSpacesSo(p, b, m.slip) {
		return
	}
	for _, at := range found {
		start, end := wordAround(b.Prose.Text, at[0], at[1])
		gap := b.Prose.Source(at[2], at[3]).Text()
		if strings.TrimSpace(gap) != "" || b.Literal(start, end) || addressLike(b.Prose.Text[start:end]) {
			continue
		}
		what := m.what
		if strings.Contains(what, "%s") {
			mark := at[2] - 1 // before a missing space …
			if at[2] < at[3] {
				mark = at[3] // … or after a space too many
			}
			what = fmt.Sprintf(what, markNames[b.Prose.Text[mark]])
		}
		p.Report(check.Finding{
			Span: b.Prose.Source(at[0], at[1]), Weak: m.weak, Message: what,
			Fixes: []check.Fix{{Title: "mend the spacing", Safe: true,
				Edits: []text.Edit{{Span: b.Prose.Source(at[2], at[3]), New: m.new}}}},
		})
	}
}

// wordAround widens [start, end) to the white space on both sides, as far as
// any word reaches.
func wordAround(s string, start, end int) (int, int) {
	const reach = 200 // bytes
	for low := max(start-reach, 0); start > low && s[start-1] != ' '; {
		start--
	}
	for high := min(end+reach, len(s)); end < high && s[end] != ' '; {
		end++
	}
	return start, end
}

// addressLike says that the words hold a file name, address or code that nobody
// marked as such.
func addressLike(s string) bool {
	return strings.ContainsAny(s, `/\@_={}<>|`) || strings.Contains(s, "www.") || strings.Count(s, ".") > 2
}

// sourceSpacesSo says that the source passage has the same slip: then it is its way.
func sourceSpacesSo(p *check.Pass, b *doc.Block, slip *pattern) bool {
	bead, _ := p.Align.Bead(b)
	for _, s := range bead.Source {
		if slip.in(s.Prose.Text) {
			return true
		}
	}
	return false
}
