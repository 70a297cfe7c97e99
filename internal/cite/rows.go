package cite

import "slices"

// Row is one work, or what became of it, as the two lists have it side by side.
type Row struct {
	Source, Target []*Entry // either may be empty; more than one where entries ran together or were divided
	Pair           *Pair    // nil unless each side has one entry and they are compared field by field
	Fate           Fate
}

// Fate is what became of a work.
type Fate uint8

const (
	Paired   Fate = iota
	Missing       // the target does not have it
	Added         // the source does not have it
	Repeated      // the target has given it already
	Joined        // several entries of the source have run together
	Parted        // one entry of the source stands as several
)

var fates = [...]string{"paired", "missing", "added", "repeated", "run together", "divided"}

// String is the fate in a word or two, as reports use it.
func (f Fate) String() string { return fates[f] }

// Rows are all entries of both lists in the target's order; what the target does
// not have stands behind its neighbour. A repetition in the source alone, which
// the target rightly left out, is no row.
func (c *Comparison) Rows() []Row {
	var out []Row
	behind := map[*Entry]int{} // source entry → place of its row in the target
	for i := range c.Pairs {
		p := &c.Pairs[i]
		out = append(out, Row{[]*Entry{p.Source}, []*Entry{p.Target}, p, Paired})
		behind[p.Source] = p.Target.Nth
	}
	for _, e := range c.Extra {
		out = append(out, Row{Target: []*Entry{e}, Fate: Added})
	}
	for _, d := range c.Duplicates {
		out = append(out, Row{Target: []*Entry{d.Entry}, Fate: Repeated})
	}
	for _, m := range c.Merged {
		out = append(out, Row{Source: m.Source, Target: []*Entry{m.Target}, Fate: Joined})
	}
	for _, d := range c.Divided {
		out = append(out, Row{Source: []*Entry{d.Source}, Target: d.Target, Fate: Parted})
	}
	for _, e := range c.Missing {
		out = append(out, Row{Source: []*Entry{e}, Fate: Missing})
	}
	place, last := map[*Entry]int{}, 0
	for _, e := range c.Source.Entries {
		if at, ok := behind[e]; ok {
			last = at
		}
		place[e] = last
	}
	slices.SortStableFunc(out, func(a, b Row) int { return a.place(place) - b.place(place) })
	return out
}

// place orders rows: twice the target's number, and one more for what stands behind it.
func (r Row) place(behind map[*Entry]int) int {
	if len(r.Target) > 0 {
		return 2 * r.Target[0].Nth
	}
	return 2*behind[r.Source[0]] + 1
}

// Differences are all fields in which the two entries differ, in order of Kind.
// Of a work that the target cites in an edition of its own only the authors are compared.
func (p Pair) Differences(likeness func(a, b string) float64) []*Difference {
	all := []*Difference{p.Authors()}
	if !p.OtherEdition() {
		all = append(all, p.Years(), p.Titles(likeness), p.Venues())
		all = append(append(all, p.Locators()...), p.Identifiers()...)
	}
	all = slices.DeleteFunc(all, func(d *Difference) bool { return d == nil })
	slices.SortStableFunc(all, func(a, b *Difference) int { return int(a.Kind) - int(b.Kind) })
	return all
}
