package rules

import (
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// figure is a number with its unit at its place in one of the articles.
type figure struct {
	lang.Measure
	block *doc.Block
	group int // index of its sentence's bead in the block bead; -1 when that is unknown
}

func (f figure) span() text.Span { return f.block.Prose.Source(f.Start, f.End) }
func (f figure) text() string    { return f.block.Prose.Text[f.Start:f.End] }

// measure is the place of the number and its unit, measured their text.
func (f figure) measure() text.Span { return f.block.Prose.Source(f.bounds()) }
func (f figure) measured() string {
	start, end := f.bounds()
	return f.block.Prose.Text[start:end]
}

func (f figure) bounds() (int, int) {
	if f.UnitEnd == 0 {
		return f.Start, f.End
	}
	return min(f.Start, f.UnitStart), max(f.End, f.UnitEnd)
}

// inDigits says that the figure is not all words, nor a Roman numeral.
func (f figure) inDigits() bool {
	return f.Kind != lang.Roman && strings.ContainsAny(f.text(), "0123456789½¼¾⅓⅔⅛⅜⅝⅞")
}

// pair is two figures taken for one.
type pair struct{ source, target figure }

// numerals are the figures of a bead, paired as far as they agree.
type numerals struct {
	bead        *align.BlockBead
	pairs       []pair // of one value, or one quantity in two units
	lost, added []figure
	dates       []datePair // dates that differ
}

// allNumerals are the beads of p.Translated() with their figures and dates paired. Five
// rules walk through them, perhaps side by side: who first comes to a bead pairs those
// of it. What is given is shared and read-only.
func allNumerals(p *check.Pass) iter.Seq[*numerals] {
	all := check.Memo(p, numeralsKey{}, func(p *check.Pass) []lazyNumerals { return make([]lazyNumerals, len(p.Translated())) })
	return func(yield func(*numerals) bool) {
		for i, b := range p.Translated() {
			if !yield(all[i].of(p, b)) {
				return
			}
		}
	}
}

type numeralsKey struct{}

// lazyNumerals are the numerals of one bead, found when they are first asked for.
type lazyNumerals struct {
	once  sync.Once
	found numerals
}

func (l *lazyNumerals) of(p *check.Pass, b *align.BlockBead) *numerals {
	l.once.Do(func() { l.found = findNumerals(p, b) })
	return &l.found
}

// findNumerals pairs the figures and the dates of a bead.
func findNumerals(p *check.Pass, b *align.BlockBead) numerals {
	c := numerals{bead: b}
	source, target := figures(p.Source.Lang, b, b.Source, false), figures(p.Target.Lang, b, b.Target, true)
	source, target = withoutTelephones(source, target)
	m := matcher{source: source, target: target, usedS: make([]bool, len(source)), usedT: make([]bool, len(target))}
	if most := min(len(source), len(target)); most > 0 {
		c.pairs = make([]pair, 0, most)
		m.byValue(&c)
		m.byLikeness(&c)
	}
	c.lost, c.added = m.left(source, m.usedS), m.left(target, m.usedT)
	c.dates = compareDates(p, b)
	c.lost = slices.DeleteFunc(c.lost, func(f figure) bool { return inDates(c.dates, f, false) })
	c.added = slices.DeleteFunc(c.added, func(f figure) bool { return inDates(c.dates, f, true) })
	return c
}

// figures are the numbers of blocks that stand in prose, not in code or names.
func figures(l *lang.Language, bead *align.BlockBead, blocks []*doc.Block, target bool) []figure {
	var out []figure
	for _, b := range blocks {
		if b.Kind == doc.Code || b.Kind == doc.Markup {
			continue
		}
		measures := l.Measures(b.Prose.Text)
		if len(measures) == 0 {
			continue
		}
		out = slices.Grow(out, len(measures))
		groups := sentenceGroups(bead, b, target)
		for _, m := range measures {
			if !b.Literal(m.Start, m.End) {
				out = append(out, figure{m, b, groups.at(m.Start)})
			}
		}
	}
	return out
}

// groupStarts say at which byte of a block which sentence bead begins.
type groupStarts []struct{ start, group int }

func (g groupStarts) at(i int) int {
	k := sort.Search(len(g), func(k int) bool { return g[k].start > i })
	if k == 0 {
		return -1
	}
	return g[k-1].group
}

// sentenceGroups are the sentence beads of one block of a bead.
func sentenceGroups(bead *align.BlockBead, b *doc.Block, target bool) groupStarts {
	var out groupStarts
	for k, s := range bead.Sentences {
		side := s.Source
		if target {
			side = s.Target
		}
		for _, sentence := range side {
			if sentence.Block == b {
				out = append(out, struct{ start, group int }{sentence.Start, k})
			}
		}
	}
	slices.SortFunc(out, func(a, b struct{ start, group int }) int { return a.start - b.start })
	return out
}

// matcher pairs figures; each is used once.
type matcher struct {
	source, target []figure
	usedS, usedT   []bool
}

// mostTried is how many figures of one value, or left over on one side, are
// tried for one of the other side: more stand only in tables of data, and all
// against all would take too long.
const mostTried = 40

// byValue pairs figures of one value: those with one unit in one sentence
// first, then those that share less.
func (m *matcher) byValue(c *numerals) {
	at := map[string][]int{}
	for j, f := range m.target {
		at[f.Value] = append(at[f.Value], j)
	}
	for _, near := range []func(a, b figure) bool{
		func(a, b figure) bool { return a.group == b.group && a.Unit.Agrees(b.Unit) },
		func(a, b figure) bool { return a.Unit.Agrees(b.Unit) },
		func(a, b figure) bool { return a.group == b.group },
		func(a, b figure) bool { return true },
	} {
		for i, f := range m.source {
			if m.usedS[i] {
				continue
			}
			tried := 0
			for _, j := range at[f.Value] {
				if m.usedT[j] {
					continue
				}
				if t := m.target[j]; near(f, t) && (f.Kind == lang.Time) == (t.Kind == lang.Time) {
					m.use(c, i, j)
					break
				}
				if tried++; tried > mostTried {
					break
				}
			}
			at[f.Value] = m.unused(at[f.Value])
		}
	}
}

// unused drops used figures from the front of a list.
func (m *matcher) unused(js []int) []int {
	for len(js) > 0 && m.usedT[js[0]] {
		js = js[1:]
	}
	return js
}

// byLikeness pairs what is left when it is one time of day or one quantity
// written in two ways.
func (m *matcher) byLikeness(c *numerals) {
	left := 0
	for i, f := range m.source {
		if m.usedS[i] {
			continue
		}
		if left++; left > mostTried {
			return
		}
		tried := 0
		for j, t := range m.target {
			if m.usedT[j] {
				continue
			}
			if tried++; tried > mostTried {
				break
			}
			if f.Agrees(t.Number) || f.Measure.Equals(t.Measure) || ungrouped(t) == f.Value {
				m.use(c, i, j)
				break
			}
		}
	}
}

func (m *matcher) use(c *numerals, i, j int) {
	m.usedS[i], m.usedT[j] = true, true
	c.pairs = append(c.pairs, pair{m.source[i], m.target[j]})
}

// mostLeft is how many figures of one side of a bead are compared further when
// nothing of the other side has their value. A bead with more is no translation.
const mostLeft = 100

// left are the first figures not used, articles left out.
func (m *matcher) left(fs []figure, used []bool) []figure {
	var out []figure
	for i, f := range fs {
		if !used[i] && !f.Article && len(out) < mostLeft {
			out = append(out, f)
		}
	}
	return out
}

// ungrouped is the value of a figure by another language's conventions whose
// sign may group thousands as well: "1.234" in Swedish. It is "" for others.
func ungrouped(f figure) string {
	whole, part, ok := strings.Cut(f.text(), ".")
	if !f.Foreign || !ok || len(part) != 3 || len(whole) > 3 || strings.Trim(whole+part, "0123456789") != "" {
		return ""
	}
	return whole + part
}
