package rules

import (
	"strconv"
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/cite"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

// citation is one work that a mark cites: one number of "[3–5]", one name and
// year of "(Bliss & Lømo, 1973; Malenka, 2004)".
type citation struct {
	mark  *cite.Mark
	nth   int         // of the mark's Numbers or Works
	entry *cite.Entry // what it points at; nil when no reference answers
}

// citedAt names a citation.
type citedAt struct {
	mark *cite.Mark
	nth  int
}

func (c citation) place() citedAt { return citedAt{c.mark, c.nth} }

// numbered says that the citation is a number, not a name and a year.
func (c citation) numbered() bool { return c.mark.Kind != cite.AuthorYear }

func (c citation) work() cite.Work { return c.mark.Works[c.nth] }

// name is what a message calls the citation: "12", "Bliss & Lømo 1973".
func (c citation) name() string {
	if c.numbered() {
		return strconv.Itoa(c.mark.Numbers[c.nth])
	}
	w := c.work()
	names := strings.Join(w.Names, ", ")
	if w.EtAl {
		names += " et al."
	}
	return names + " " + w.Year
}

// text is the whole mark as it is read.
func (c citation) text() string { return c.mark.Block.Prose.Text[c.mark.Start:c.mark.End] }

// alone says that the mark cites nothing else.
func (c citation) alone() bool { return len(c.mark.Entries) == 1 }

// mostCited is how many citations of a passage are compared: more than any
// passage has, and few enough to be compared each with each.
const mostCited = 1000

// citations are those of blocks, in order. Marks of notes have a rule of their own.
func citations(p *check.Pass, blocks []*doc.Block) []citation {
	var out []citation
	for _, b := range blocks {
		marks := p.Cites.Marks(b)
		for i := range marks {
			for n, e := range marks[i].Entries {
				out = append(out, citation{&marks[i], n, e})
			}
		}
	}
	return out
}

// certain leaves out what may be no citation: a raised figure to which no
// reference answers is a power or a note, and without a reference list "[1, 5]"
// may be an interval.
func certain(list []citation, anyList bool) []citation {
	var out []citation
	for _, c := range list {
		doubtful := c.mark.Kind == cite.Superscript || !anyList && c.mark.Kind == cite.Bracketed && strings.Contains(c.text(), ",")
		if c.entry != nil || !doubtful {
			out = append(out, c)
		}
	}
	return out
}

// sameLabel says that two citations read alike: the same number, or the same
// first name and year.
func sameLabel(s, t citation) bool {
	if s.numbered() != t.numbered() {
		return false
	}
	if s.numbered() {
		return s.mark.Numbers[s.nth] == t.mark.Numbers[t.nth]
	}
	a, b := s.work(), t.work()
	return sameName(a, b) && a.Year == b.Year
}

// sameName compares the last word of the first name, for "As Bliss et al." may
// have taken a word of the sentence with it, and without its genitive.
func sameName(a, b cite.Work) bool { return lastName(a) == lastName(b) }

func lastName(w cite.Work) string {
	words := strings.Fields(lang.Fold(w.Names[0]))
	return strings.TrimRight(words[len(words)-1], "s'’")
}

// twins are a citation of the source and that of the target which renders it.
type twins struct{ source, target citation }

// passage is what became of the citations of one bead.
type passage struct {
	bead        *align.BlockBead
	kept        []twins
	strayed     []twins // the number is kept, but leads to another work in the target's list
	lost, added []citation
}

// citing is what the texts cite, compared.
type citing struct {
	*check.Pass
	partners cite.Partners
	passages []passage
	used     map[citedAt]bool // of the target's citations: those that render one of the source
}

// compareCitations compares the citations bead by bead, whatever their order;
// nil when neither article was searched for references.
func compareCitations(p *check.Pass) *citing {
	if p.Cites == nil {
		return nil
	}
	c := &citing{Pass: p, partners: p.Cites.Partners(), used: map[citedAt]bool{}}
	for _, b := range p.Translated() {
		if one := c.passage(b); len(one.kept)+len(one.strayed)+len(one.lost)+len(one.added) > 0 {
			c.passages = append(c.passages, one)
			for _, k := range append(one.kept[:len(one.kept):len(one.kept)], one.strayed...) {
				c.used[k.target.place()] = true
			}
		}
	}
	return c
}

func (c *citing) passage(b *align.BlockBead) passage {
	lists := len(c.Cites.Source.Entries) > 0 && len(c.Cites.Target.Entries) > 0
	source, target := certain(citations(c.Pass, b.Source), lists), citations(c.Pass, b.Target)
	if !hasRaised(source) {
		target = certain(target, lists)
	}
	one := passage{bead: b}
	inPlace, source, target := matchInPlace(source[:min(len(source), mostCited)], target[:min(len(target), mostCited)], c.sameWork)
	one.kept, source, target = match(source, target, c.sameWork)
	one.kept = append(inPlace, one.kept...)
	alike, source, target := match(source, target, sameLabel)
	for _, k := range alike {
		if k.source.numbered() && k.target.entry != nil && c.target(k.source) != nil {
			one.strayed = append(one.strayed, k)
			continue
		}
		one.kept = append(one.kept, k)
	}
	one.lost, one.added = source, target
	return one
}

// sameWork says that two citations lead to one work.
func (c *citing) sameWork(s, t citation) bool {
	return s.entry != nil && t.entry != nil && c.partners.Same(s.entry, t.entry)
}

// target is what a citation of the source leads to in the target's list; nil for nothing.
func (c *citing) target(s citation) *cite.Entry {
	if s.entry == nil {
		return nil
	}
	return c.partners.Target(s.entry)
}

func hasRaised(list []citation) bool {
	for _, c := range list {
		if c.mark.Kind == cite.Superscript {
			return true
		}
	}
	return false
}

// matchInPlace takes from lists of one length those that belong together and
// stand in the same place, so that of two citations of one work the right one is
// found to be altered.
func matchInPlace(source, target []citation, same func(s, t citation) bool) (pairs []twins, lost, added []citation) {
	if len(source) != len(target) {
		return nil, source, target
	}
	for i, s := range source {
		if same(s, target[i]) {
			pairs = append(pairs, twins{s, target[i]})
			continue
		}
		lost, added = append(lost, s), append(added, target[i])
	}
	return pairs, lost, added
}

// match takes from both lists those that belong together, each once, and
// returns what is left of them.
func match(source, target []citation, same func(s, t citation) bool) (pairs []twins, lost, added []citation) {
	added = target
next:
	for _, s := range source {
		for i, t := range added {
			if same(s, t) {
				pairs = append(pairs, twins{s, t})
				added = append(added[:i:i], added[i+1:]...)
				continue next
			}
		}
		lost = append(lost, s)
	}
	return pairs, lost, added
}
