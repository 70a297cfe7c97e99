package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "number",
	Title:    "A number differs from the source",
	Category: "accuracy/number",
	Severity: check.Error,
	Doc: `Numbers are compared by value inside the passage they belong to, each side read by
its own language: 1,234.5 in English is 1 234,5 in Swedish, "three" is "tre", a
billion is a miljard. A number that was lost, added or altered is reported with what
the source has. Digits inside names and codes (B12, COVID-19) are no numbers.`,
	Bad: []check.Example{{
		Source: "The study followed 1,234 adults for 12 weeks.",
		Target: "Studien följde 1 243 vuxna under 12 veckor.",
	}},
	Good: []check.Example{{
		Source: "In 3 trials the mean was 1,234.5 mg; two billion doses were sold.",
		Target: "I tre studier var medelvärdet 1 234,5 mg; två miljarder doser såldes.",
	}},
	Run: number,
})

// figure is a number at its place in one of the articles.
type figure struct {
	lang.Number
	block *doc.Block
}

func (f figure) span() text.Span { return f.block.Prose.Source(f.Start, f.End) }
func (f figure) text() string    { return f.block.Prose.Text[f.Start:f.End] }

func number(p *check.Pass) {
	for _, b := range p.Translated() {
		lost, added := unmatched(figures(p.Source.Lang, b.Source), figures(p.Target.Lang, b.Target))
		compareFigures(p, b, written(lost), written(added))
	}
}

// compareFigures reports the numbers that only one side of a bead has: as many
// on both sides are taken for altered ones, in order.
func compareFigures(p *check.Pass, b *align.BlockBead, lost, added []figure) {
	inOrder := len(lost) == len(added)
	for len(lost) > 0 && len(added) > 0 {
		i := 0
		if !inOrder {
			i = nearest(added[0], lost)
		}
		p.Report(check.Finding{Span: added[0].span(), Related: p.FromSource(lost[i].span()),
			Message: fmt.Sprintf("the number is %s here but %s in the source", added[0].text(), lost[i].text())})
		lost, added = append(lost[:i:i], lost[i+1:]...), added[1:]
	}
	for _, f := range added {
		if !inName(f, p.Source.Lang, b.Source) && !nearby(p, f, p.Source.Lang, b.Source) {
			p.Reportf(f.span(), check.SourceSpan(b), "the number %s is not in the source passage", f.text())
		}
	}
	for _, f := range lost {
		if !inName(f, p.Target.Lang, b.Target) && !nearby(p, f, p.Target.Lang, b.Target) {
			p.Reportf(missingPlace(b), f.span(), "the number %s of the source is missing here", f.text())
		}
	}
}

// missingPlace is where something missing from the bead belongs: after its target.
func missingPlace(b *align.BlockBead) text.Span {
	return b.Target[len(b.Target)-1].Prose.Span().After()
}

// figures are the numbers of blocks that stand in prose, not in code or names.
func figures(l *lang.Language, blocks []*doc.Block) []figure {
	var out []figure
	for _, b := range blocks {
		if b.Kind == doc.Code || b.Kind == doc.Markup {
			continue
		}
		for _, n := range l.Numbers(b.Prose.Text) {
			if !b.Literal(n.Start, n.End) {
				out = append(out, figure{n, b})
			}
		}
	}
	return out
}

// unmatched are the numbers of either side that the other has not, by value and count.
func unmatched(source, target []figure) (lost, added []figure) {
	have := map[string]int{}
	for _, f := range target {
		have[f.Value]++
	}
	for _, f := range source {
		if have[f.Value] > 0 {
			have[f.Value]--
		} else {
			lost = append(lost, f)
		}
	}
	for i := len(target) - 1; i >= 0; i-- {
		if f := target[i]; have[f.Value] > 0 {
			have[f.Value]--
			added = append([]figure{f}, added...)
		}
	}
	return lost, added
}

// written keeps the numbers in digits: words for numbers are often style
// ("one of two" – "ena", "twice" – "dubbelt").
func written(fs []figure) []figure {
	var out []figure
	for _, f := range fs {
		if f.Kind == lang.Digits {
			out = append(out, f)
		}
	}
	return out
}

// nearest is the index of the lost number most like an added one: the one that
// shares most digits, the first of equals.
func nearest(f figure, lost []figure) int {
	best, most := 0, -1
	for i, l := range lost {
		shared := 0
		for k := 0; k < len(l.Value) && k < len(f.Value) && l.Value[k] == f.Value[k]; k++ {
			shared++
		}
		if len(l.Value) == len(f.Value) {
			shared++
		}
		if shared > most {
			best, most = i, shared
		}
	}
	return best
}

// inName says that the digits stand inside a name or code of the other side:
// "sub-500MB" is no number there, "under 500 MB" is one here.
func inName(f figure, l *lang.Language, blocks []*doc.Block) bool {
	for _, b := range blocks {
		for _, w := range l.Identifiers(b.Prose.Text) {
			if slices.Contains(strings.FieldsFunc(w.Text, func(r rune) bool { return !unicode.IsDigit(r) && r != '.' && r != ',' }), f.text()) {
				return true
			}
		}
	}
	return false
}

// nearby says that the number stands in a block next to these on the other
// side: a sentence may have changed paragraph.
func nearby(p *check.Pass, f figure, l *lang.Language, blocks []*doc.Block) bool {
	d := p.Target
	if d.Lang != l {
		d = p.Source
	}
	all := d.Blocks()
	first, last := blocks[0].Index, blocks[len(blocks)-1].Index
	for i := max(first-1, 0); i <= min(last+1, len(all)-1); i++ {
		for _, g := range figures(l, all[i:i+1]) {
			if g.Value == f.Value {
				return true
			}
		}
	}
	return false
}
