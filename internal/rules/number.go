package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

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
billion is a miljard, 8 p.m. is 20.00, and 300 ml are 3 dl. A number that was lost,
added or altered is reported with what the source has. Numbers in words are only
reported when they contradict each other. Digits inside names and codes (B12,
COVID-19) are no numbers, and a price that was set in the readers' own money is no
mistake; dates and units have rules of their own.`,
	Bad: []check.Example{
		{
			Source: "The study followed 1,234 adults for 12 weeks.",
			Target: "Studien följde 1 243 vuxna under 12 veckor.",
		},
		{Source: "We had three cats.", Target: "Vi hade fyra katter."},
	},
	Good: []check.Example{
		{
			Source: "In 3 trials the mean was 1,234.5 mg; two billion doses were sold.",
			Target: "I tre studier var medelvärdet 1 234,5 mg; två miljarder doser såldes.",
		},
		{Source: "Open 9 a.m.–8 p.m. Add 300 ml of milk.", Target: "Öppet 9.00–20.00. Häll i 3 dl mjölk."},
	},
	Run: number,
})

func number(p *check.Pass) {
	for found := range allNumerals(p) {
		if len(found.lost)+len(found.added) == 0 {
			continue
		}
		c := found.clone()
		c.groupwise(func(lost, added []figure) { reportAltered(p, c, lost, added) })
		reportHalves(p, c)
		reportUnpaired(p, c)
	}
}

// clone is c with lists of its own, of which what is reported may be dropped.
func (c *numerals) clone() *numerals {
	own := *c
	own.lost, own.added = slices.Clone(c.lost), slices.Clone(c.added)
	return &own
}

// reportUnpaired reports the figures of a bead that nothing of the other side answers to.
func reportUnpaired(p *check.Pass, c *numerals) {
	source, target := &surroundings{p: p, doc: p.Source, blocks: c.bead.Source}, &surroundings{p: p, doc: p.Target, blocks: c.bead.Target}
	for _, f := range c.added {
		if f.reportable() && !numbersBlock(f) && !source.hold(f) {
			p.Reportf(f.span(), check.SourceSpan(c.bead), "the number %s is not in the source passage", f.text())
		}
	}
	for _, f := range c.lost {
		if f.reportable() && !numbersBlock(f) && !target.hold(f) {
			p.Reportf(c.place(f), f.span(), "the number %s of the source is missing here", f.text())
		}
	}
}

// groupwise calls report with the lost and added figures of each pair of
// sentences, then with those that are left, and forgets what report pairs.
func (c *numerals) groupwise(report func(lost, added []figure)) {
	groups := map[int]bool{}
	for _, f := range c.added {
		groups[f.group] = true
	}
	for k := range c.bead.Sentences {
		if groups[k] {
			report(ofGroup(c.lost, k), ofGroup(c.added, k))
		}
	}
	report(slices.Clone(c.lost), slices.Clone(c.added))
}

func ofGroup(fs []figure, group int) []figure {
	var out []figure
	for _, f := range fs {
		if f.group == group {
			out = append(out, f)
		}
	}
	return out
}

// reportAltered reports as altered the figures that only one side has: as many
// on both sides in order, else each with the nearest.
func reportAltered(p *check.Pass, c *numerals, lost, added []figure) {
	lost, added = comparable(p, c, lost, added)
	inOrder := len(lost) == len(added)
	for len(lost) > 0 && len(added) > 0 {
		i := 0
		if !inOrder {
			i = nearest(added[0], lost)
		}
		l, a := lost[i], added[0]
		lost, added = slices.Delete(lost, i, i+1), added[1:]
		if localisedPrice(l, a) {
			c.drop(l, a)
			continue
		}
		if !alteration(l, a) {
			continue
		}
		c.drop(l, a)
		p.Report(check.Finding{Span: a.span(), Related: p.FromSource(l.span()), Message: alteredMessage(p, l, a), Fixes: rewrite(p, l, a)})
	}
}

func alteredMessage(p *check.Pass, l, a figure) string {
	if l.text() == a.text() {
		return fmt.Sprintf("%s means %s in %s; the source means %s", a.text(), p.Source.Lang.Write(a.Value, true), p.Target.Lang.Name,
			p.Target.Lang.Write(l.Value, true))
	}
	return fmt.Sprintf("the number is %s here but %s in the source", a.text(), l.text())
}

// rewrite is the fix that sets the source's number in digits.
func rewrite(p *check.Pass, l, a figure) []check.Fix {
	if l.Kind != lang.Digits || a.Kind != lang.Digits || strings.Contains(l.Value, "/") || !onlyDigits(l) || !onlyDigits(a) {
		return nil
	}
	written := p.Target.Lang.Write(l.Value, strings.ContainsFunc(a.text(), unicode.IsSpace))
	return []check.Fix{{Title: "write " + written, Edits: []text.Edit{{Span: a.span(), New: written}}}}
}

// onlyDigits says that no word is part of the figure ("2.5 billion").
func onlyDigits(f figure) bool { return !strings.ContainsFunc(f.text(), unicode.IsLetter) }

// localisedPrice says that an amount was made one of the readers' own money: $10
// became 100 kronor. The two differ by what currencies of their countries do.
func localisedPrice(l, a figure) bool {
	const least, most = 4, 20 // kronor for a dollar, a euro or a pound, in any year that articles speak of
	if !l.Unit.IsMoney() || !a.Unit.IsMoney() || l.Unit.Agrees(a.Unit) {
		return false
	}
	from, err := strconv.ParseFloat(l.Value, 64)
	to, err2 := strconv.ParseFloat(a.Value, 64)
	if err != nil || err2 != nil || from <= 0 || to <= 0 {
		return false
	}
	ratio := max(to/from, from/to)
	return least <= ratio && ratio <= most
}

// alteration says that a can be the altered form of l: an amount for an amount,
// a decade for a decade, words for words of the same sentence.
func alteration(l, a figure) bool {
	switch {
	case !l.inDigits() && !a.inDigits():
		return l.Kind == a.Kind && l.group == a.group && l.group >= 0
	case !l.inDigits() || !a.inDigits():
		return amount(l) && amount(a) && (l.Kind == lang.Time) == (a.Kind == lang.Time) && l.group == a.group && l.group >= 0
	}
	return amount(l) == amount(a)
}

func amount(f figure) bool {
	return f.Kind != lang.Ordinal && f.Kind != lang.Period && f.Kind != lang.Roman
}

// comparable leaves the figures out that may be said otherwise: Roman numerals,
// rough numbers in words, and words for numbers when it is not clear which they
// answer to.
func comparable(p *check.Pass, c *numerals, lost, added []figure) ([]figure, []figure) {
	keep := func(f figure, other *lang.Language, blocks []*doc.Block) bool {
		return f.inDigits() || f.Kind != lang.Roman && !f.Rough && !other.Says(proseOf(blocks), f.Value)
	}
	lost = slices.DeleteFunc(lost, func(f figure) bool { return !keep(f, p.Target.Lang, c.bead.Target) })
	added = slices.DeleteFunc(added, func(f figure) bool { return !keep(f, p.Source.Lang, c.bead.Source) })
	if words(lost) > 1 || words(added) > 1 {
		spelled := func(f figure) bool { return !f.inDigits() }
		lost, added = slices.DeleteFunc(lost, spelled), slices.DeleteFunc(added, spelled)
	}
	return lost, added
}

// words is how many figures are in words.
func words(fs []figure) (n int) {
	for _, f := range fs {
		if !f.inDigits() {
			n++
		}
	}
	return n
}

// drop forgets a lost and an added figure.
func (c *numerals) drop(l, a figure) {
	c.lost = slices.DeleteFunc(c.lost, func(f figure) bool { return f.block == l.block && f.Start == l.Start })
	c.added = slices.DeleteFunc(c.added, func(f figure) bool { return f.block == a.block && f.Start == a.Start })
}

// reportable says that the figure must have a counterpart: "1st" and "½" may be
// said in words that are no numbers.
func (f figure) reportable() bool {
	return f.inDigits() && (f.Kind == lang.Digits || f.Kind == lang.Time)
}

// numbersBlock says that the figure numbers its heading or item: "2. Method".
func numbersBlock(f figure) bool {
	prose := f.block.Prose.Text
	return strings.TrimSpace(prose[:f.Start]) == "" && (strings.HasPrefix(prose[f.End:], ".") || strings.HasPrefix(prose[f.End:], ")") || f.block.Kind == doc.Heading)
}

// place is where something missing belongs: after the target sentence that
// renders its own, else after the bead's target.
func (c *numerals) place(f figure) text.Span {
	if f.group >= 0 && f.group < len(c.bead.Sentences) {
		if t := c.bead.Sentences[f.group].Target; len(t) > 0 {
			return t[len(t)-1].Span().After()
		}
	}
	return c.bead.Target[len(c.bead.Target)-1].Prose.Span().After()
}

func proseOf(blocks []*doc.Block) string {
	var b strings.Builder
	for _, x := range blocks {
		b.WriteString(x.Prose.Text)
		b.WriteByte('\n')
	}
	return b.String()
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

// surroundings are the blocks of one side of a bead and those next to them,
// where a number may stand in another guise.
type surroundings struct {
	p      *check.Pass
	doc    *doc.Document
	blocks []*doc.Block

	read  bool
	prose string
	names map[string]bool // the digits inside names and codes
	near  []figure        // of the blocks and those next to them: a sentence may have changed paragraph
}

// hold says that the blocks may say f: in words that are no numbers, inside a
// name ("sub-500MB" is none here, "under 500 MB" is one there), or next to them.
func (s *surroundings) hold(f figure) bool {
	if !s.read {
		s.look()
	}
	return s.names[f.text()] || s.doc.Lang.Says(s.prose, f.Value) ||
		slices.ContainsFunc(s.near, func(g figure) bool { return g.Agrees(f.Number) })
}

func (s *surroundings) look() {
	s.read, s.prose, s.names = true, proseOf(s.blocks), map[string]bool{}
	for _, w := range s.doc.Lang.Identifiers(s.prose) {
		for _, digits := range strings.FieldsFunc(w.Text, func(r rune) bool { return !unicode.IsDigit(r) && r != '.' && r != ',' }) {
			s.names[digits] = true
		}
	}
	all := s.doc.Blocks()
	first, last := s.blocks[0].Index, s.blocks[len(s.blocks)-1].Index
	for i := max(first-1, 0); i <= min(last+1, len(all)-1); i++ {
		bead, _ := s.p.Align.Bead(all[i])
		s.near = append(s.near, figures(s.doc.Lang, bead, all[i:i+1], s.doc == s.p.Target)...)
	}
}
