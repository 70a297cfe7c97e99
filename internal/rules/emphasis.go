package rules

import (
	"fmt"
	"slices"
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lazy"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "emphasis",
	Title:    "Bold or italic type of the source is lost",
	Category: "design/markup",
	Severity: check.Suggestion,
	Doc: `Bold and italic type guide the eye: a lead word, a warning, a term. Counted inside
each passage; what is emphasised in another way (italic for bold, quotation marks for
italic, code, a heading's own weight) is not lost. When the whole translation has none,
that is said once. Asterisks that show because Markdown does not read them as emphasis
are reported too.`,
	Bad: []check.Example{{
		Source: "**Note:** Never mix the two liquids in the same glass.",
		Target: "Obs! Blanda aldrig de två vätskorna i samma glas.",
	}},
	Good: []check.Example{{
		Source: "**Note:** The word *sleep* is old, says *The New Word List*.",
		Target: "**Obs!** Ordet *sömn* är gammalt, skriver ”The New Word List”.",
	}},
	Run: emphasis,
})

func emphasis(p *check.Pass) {
	if p.Source.Format == plainText || p.Target.Format == plainText {
		return
	}
	if all := emphases(p.Source.Blocks()); len(all) >= 5 && len(emphases(p.Target.Blocks())) == 0 {
		start := p.Target.Blocks()[0].Span.Before()
		p.Reportf(start, all[0].Span, "the source has bold or italic type in %d places, this text has none", len(all))
		return
	}
	for _, b := range p.Translated() {
		if literalMarks(p, b) || b.Source[0].Kind == doc.Heading || b.Target[0].Kind == doc.Heading || b.Source[0].Cell.Header {
			continue
		}
		source, target := emphases(b.Source), emphases(b.Target)
		missing := len(source) - len(target) - gainedMarks(b)
		if missing <= 0 || len(target) > 0 && bold(source) <= bold(target) {
			continue
		}
		for _, e := range lostEmphases(source, target) {
			p.Report(check.Finding{Span: emphasisPlace(b, e), Related: p.FromSource(e.Span),
				Message: fmt.Sprintf("%s is %s in the source; nothing is here", check.Quote(e.block.Prose.Text[e.Start:e.End]), weights[e.Value])})
		}
	}
}

var weights = map[string]string{"strong": "bold", "em": "italic"}

// emphases are the stretches of blocks that are emphasised: one inside another,
// or next to another, is one with it; a stretch without letters is none.
func emphases(blocks []*doc.Block) []carried {
	var out []carried
	for _, e := range objects(blocks, doc.Emphasis) {
		n := len(out)
		switch {
		case strings.Trim(e.block.Prose.Text[e.Start:e.End], " .,:;!?–-") == "":
		case n > 0 && out[n-1].block == e.block && (e.Start <= out[n-1].End || e.block.Prose.Text[out[n-1].End:e.Start] == " "):
			out[n-1].End = max(out[n-1].End, e.End)
		default:
			out = append(out, e)
		}
	}
	return out
}

// bold is how many are bold.
func bold(es []carried) int {
	n := 0
	for _, e := range es {
		if e.Value == "strong" {
			n++
		}
	}
	return n
}

// gainedMarks is how many quotation marks, code spans and links the target has
// more than the source: each may stand for emphasis.
func gainedMarks(b *align.BlockBead) int {
	quotes := func(blocks []*doc.Block) int {
		n := 0
		for _, x := range blocks {
			n += strings.Count(x.Prose.Text, `"`) + strings.Count(x.Prose.Text, "“") + strings.Count(x.Prose.Text, "”") + 2*strings.Count(x.Prose.Text, "»")
		}
		return n / 2
	}
	others := len(objects(b.Target, doc.CodeSpan, doc.Link)) - len(objects(b.Source, doc.CodeSpan, doc.Link))
	return max(quotes(b.Target)-quotes(b.Source), 0) + max(others, 0)
}

// lostEmphases are the members of source to report: all when the target has
// none, else those beyond its number, taken where the words at the ends differ
// in place most: the lead, when the target has none, else the last.
func lostEmphases(source, target []carried) []carried {
	if len(target) == 0 {
		return source
	}
	if leads(source[0]) && !leads(target[0]) {
		return source[:1]
	}
	for _, s := range source {
		words := s.block.Prose.Text[s.Start:s.End]
		same := false
		for _, t := range target {
			same = same || t.block.Prose.Text[t.Start:t.End] == words
		}
		if i := strings.Index(target[0].block.Prose.Text, words); !same && i >= 0 && len(words) > 2 {
			return []carried{s} // the very words stand there without emphasis
		}
	}
	return source[len(target):]
}

// leads says that the emphasis opens its block.
func leads(e carried) bool { return e.Start == 0 }

// emphasisPlace is where the emphasis should be: on the same words where they
// stand, on the lead or the whole block, else on the sentence.
func emphasisPlace(b *align.BlockBead, e carried) text.Span {
	t, start, end := check.Opposite(b, e.block, e.Start, e.End)
	prose := t.Prose.Text
	if i := strings.Index(prose, e.block.Prose.Text[e.Start:e.End]); i >= 0 {
		return t.Prose.Source(i, i+e.End-e.Start)
	}
	if leads(e) && e.End < len(e.block.Prose.Text) {
		if i := strings.IndexAny(prose, ":.!?–"); i > 0 && i < 80 {
			return t.Prose.Source(0, i)
		}
	}
	return t.Prose.Source(start, end)
}

// strayMark matches asterisks that were meant as emphasis: a pair of two, or one
// before a word.
var strayMark = lazy.Regexp(`\*\*[^*]*\*\*|(?:[\s(“”"])(\*{1,2}\p{L}[\p{L}\p{N}-]*)|^(\*\*\p{L}[\p{L}\p{N}-]*)`)

// literalMarks reports asterisks that the reader would see where the source has
// emphasis, and says whether there were any.
func literalMarks(p *check.Pass, b *align.BlockBead) bool {
	if !slices.ContainsFunc(b.Target, func(t *doc.Block) bool { return strings.Contains(t.Prose.Text, "*") }) {
		return false
	}
	for _, s := range b.Source {
		if strayMark().MatchString(s.Prose.Text) {
			return false
		}
	}
	if len(emphases(b.Source)) <= len(emphases(b.Target)) && !slices.ContainsFunc(b.Target, func(t *doc.Block) bool { return strings.Contains(t.Prose.Text, "**") }) || len(emphases(b.Source)) == 0 {
		return false
	}
	for _, t := range b.Target {
		m := strayMark().FindStringSubmatchIndex(t.Prose.Text)
		if m == nil || t.Kind == doc.Code || t.Literal(m[0], m[1]) {
			continue
		}
		start, end := m[0], m[1]
		for k := 2; k < len(m); k += 2 {
			if m[k] >= 0 {
				start, end = m[k], m[k+1]
			}
		}
		p.Reportf(t.Prose.Source(start, end), check.SourceSpan(b), "these asterisks are not read as emphasis and will show")
		return true
	}
	return false
}
