package page

import (
	"cmp"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// Article is one pair laid out for the page. It keeps of the review no more than
// is shown, so that many of them fit in memory.
type Article struct {
	Title          string // of the translation
	Source, Target Side
	Status         string // how the translation follows its source, in words; "" when unknown
	Key            string // the target's name in a baseline and in the project's settings; File of Target when not set

	Score    check.Score
	Counts   [3]int // of the findings that count, by severity
	Silenced int    // findings that were judged in the target or in the settings
	Sections []*section
	Rows     []*row
	Cards    []*card // in order of the page

	sides [2]places
}

// Side is one of the two articles.
type Side struct {
	File     string // its name
	Code     string // of its language
	Language string // its English name
}

// section is a line of the outline.
type section struct {
	Row    int // its first row
	Level  int // from 1
	Title  string
	Counts [3]int
}

// View lays out a result, which must be fresh from its review (it has its
// alignment). status says how the translation follows its source.
func View(res *check.Result, status string) *Article {
	a := &Article{
		Source: side(res.Source), Target: side(res.Target), Status: status,
		Key: res.Target.File.Name,
	}
	l := &layout{article: a, align: res.Align, pass: check.NewPass(res.Align)}
	l.pass.Terms = res.Terms
	l.rows()
	a.Title = cmp.Or(l.title(), a.Target.File)
	a.Take(res)
	return a
}

func side(d *doc.Document) Side {
	return Side{File: d.File.Name, Code: d.Lang.Code, Language: d.Lang.Name}
}

// Take puts the findings of a result of the same pair in the place of those that
// the article has: some may have been taken out, or held against a baseline, since
// it was laid out.
func (a *Article) Take(res *check.Result) {
	a.Score = res.Score()
	a.Counts = (&check.Report{Results: []check.Result{*res}}).Counts()
	a.Silenced = len(res.Suppressed)
	for _, r := range a.Rows {
		r.Cards = nil
		for _, c := range r.cells() {
			c.marks = nil
		}
	}
	for _, f := range res.Findings {
		a.place(newCard(f, res), f)
	}
	for _, s := range res.Suppressed {
		c := newCard(s.Finding, res)
		c.Standing, c.Reason = "suppressed", s.Reason
		a.place(c, s.Finding)
	}
	a.number()
}

// number gives cards their numbers, down the page, and counts them by section.
func (a *Article) number() {
	a.Cards = nil
	for _, s := range a.Sections {
		s.Counts = [3]int{}
	}
	for _, r := range a.Rows {
		for _, c := range r.Cards {
			a.Cards = append(a.Cards, c)
			c.N, c.Section = len(a.Cards), r.Section
			if r.Section < len(a.Sections) && c.counts() {
				a.Sections[r.Section].Counts[c.severity]++
			}
		}
	}
}

// title is the translation's own, else its source's; "" when neither has one.
func (l *layout) title() string {
	for _, d := range []*doc.Document{l.align.Target, l.align.Source} {
		for _, s := range d.Sections {
			if s.Heading != nil && s.Heading.Prose.Text != "" {
				return oneLine(s.Heading.Prose.Text)
			}
		}
	}
	return ""
}

// oneLine is s with its white space as single blanks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// place adds a card to the row where its finding stands, and marks its words.
func (a *Article) place(c *card, f check.Finding) {
	var home *row
	for _, n := range f.Related {
		for _, cell := range a.sides[a.of(n.Span)].over(n.Span) {
			cell.mark(c, n.Span, related)
			if f.Span.Empty() && home == nil && cell.row.missing() {
				home = cell.row // the gap is there, not at the end of what stands before it
			}
		}
	}
	at := f.Span
	if home == nil {
		cells := a.sides[1].over(at)
		for _, cell := range cells {
			cell.mark(c, at, found)
		}
		if len(cells) > 0 {
			home = cells[0].row
		}
	}
	if home == nil {
		home = a.nearest(at)
	}
	for i := range c.Notes {
		n := &c.Notes[i]
		if cells := a.sides[a.of(n.span)].over(n.span); len(cells) > 0 {
			n.row = cells[0].row
		}
	}
	c.settle(home)
	home.Cards = append(home.Cards, c)
}

// of is the side in whose file a span lies: 0 for the source, 1 for the target.
func (a *Article) of(s text.Span) int {
	if s.File == a.sides[0].file {
		return 0
	}
	return 1
}

// nearest is the row of what stands before a place of the target, else the first.
func (a *Article) nearest(s text.Span) *row {
	home := a.Rows[0]
	for _, c := range a.sides[1].cells {
		if c.span.Start <= s.Start {
			home = c.row
		}
	}
	return home
}
