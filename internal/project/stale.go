package project

import (
	"cmp"
	"slices"
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// Base is a state of a source that was translated.
type Base struct {
	sections []StampSection
	old      map[string]oldUnit // by key; nil when no old text is there any more
}

// oldUnit is a piece of an old source, and that source beside the translation.
type oldUnit struct {
	unit
	then *align.Alignment
}

// NewBase is the state that a stamp recorded. old are the sources it was made of,
// each aligned with the translation as it is now; none when they are not to be had.
func NewBase(sections []StampSection, old ...*align.Alignment) *Base {
	b := &Base{sections: sections}
	for _, then := range old {
		if b.old == nil {
			b.old = map[string]oldUnit{}
		}
		for _, u := range units(then.Source) {
			b.old[u.key] = oldUnit{u, then}
		}
	}
	return b
}

// Sections are the sections of a source as a stamp has them.
func Sections(d *doc.Document, revision string) []StampSection {
	sections, _ := Restamp(nil, d, revision, nil)
	return sections
}

// Compare says which sections of the source have changed since they were
// translated. base is the state that was translated of a section; nil when that is
// not known.
func Compare(now *align.Alignment, base func(*doc.Section) *Base) []check.StaleSection {
	current := units(now.Source)
	differences := map[*Base]*difference{}
	var out []check.StaleSection
	for _, s := range now.Source.Sections {
		b := base(s)
		if b == nil {
			continue
		}
		d := differences[b]
		if d == nil {
			d = b.difference(current)
			differences[b] = d
		}
		if len(d.added[s.Index])+len(d.removed[s.Index]) > 0 {
			out = append(out, d.section(now, s))
		}
	}
	return out
}

// difference is what a source has that its base has not, and the other way round,
// by current section.
type difference struct {
	base    *Base
	added   map[int][]unit
	removed map[int][]string // keys
	since   map[int]string   // revisions
}

// difference compares as sets: what only moved is no change of content.
func (b *Base) difference(current []unit) *difference {
	d := &difference{base: b, added: map[int][]unit{}, removed: map[int][]string{}, since: map[int]string{}}
	left := map[string]int{}
	for _, s := range b.sections {
		for _, key := range s.Units {
			left[key]++
		}
	}
	at := map[string]int{} // where a key stands now
	for _, u := range current {
		at[u.key] = u.section
		if left[u.key] == 0 {
			d.added[u.section] = append(d.added[u.section], u)
			continue
		}
		left[u.key]--
	}
	section := 0
	for _, s := range b.sections {
		section = home(s, at, section)
		d.since[section] = s.Revision
		for _, key := range s.Units {
			if left[key] > 0 {
				left[key]--
				d.removed[section] = append(d.removed[section], key)
			}
		}
	}
	return d
}

// home is the section in which most of a former section stands now; the one of
// its neighbour before it when nothing of it is left.
func home(s StampSection, at map[string]int, before int) int {
	votes := map[int]int{}
	best := before
	for _, key := range s.Units {
		if section, ok := at[key]; ok {
			votes[section]++
			if votes[section] > votes[best] {
				best = section
			}
		}
	}
	return best
}

// section tells what became of one section of the source.
func (d *difference) section(now *align.Alignment, s *doc.Section) check.StaleSection {
	added, removed := d.added[s.Index], d.removed[s.Index]
	out := check.StaleSection{Heading: heading(s), Since: d.since[s.Index], Source: s.Span(), Changed: max(len(added), len(removed))}
	if out.Source.IsZero() { // nothing stands there any more
		out.Source = text.Span{File: now.Source.File}
	}
	for _, u := range added {
		out.Target = append(out.Target, opposite(now, u)...)
	}
	var old, fresh []string
	for _, key := range removed {
		if u, ok := d.base.old[key]; ok {
			old = append(old, u.text)
			out.Target = append(out.Target, opposite(u.then, u.unit)...)
		}
	}
	slices.SortFunc(out.Target, func(a, b text.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	out.Target = slices.Compact(out.Target)
	if d.base.old == nil {
		return out
	}
	for _, u := range added {
		fresh = append(fresh, u.text)
	}
	if len(old) != len(fresh) {
		old, fresh = []string{strings.Join(old, " ")}, []string{strings.Join(fresh, " ")}
	}
	for i := range old {
		out.Passages = append(out.Passages, check.DiffWords(old[i], fresh[i]))
	}
	return out
}

// opposite is what renders a unit in the translation; nil when nothing does.
func opposite(a *align.Alignment, u unit) []text.Span {
	var out []text.Span
	if u.block == nil {
		return nil
	}
	bead, _ := a.Bead(u.block)
	for _, s := range bead.Sentences {
		if slices.Contains(s.Source, u.sentence) {
			for _, t := range s.Target {
				out = append(out, t.Span())
			}
		}
	}
	if u.sentence.Block == nil {
		for _, t := range bead.Target {
			out = append(out, t.Span)
		}
	}
	return out
}
