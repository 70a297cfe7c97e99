package cite

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

// Find finds the reference lists of d: what stands under a heading that
// announces references in any known language, footnotes that read as
// references, and lists that nothing announces but whose items leave no doubt.
// Text between or behind the entries is not taken. It takes time linear in the
// document's size.
func Find(d *doc.Document) *References {
	f := &finder{refs: &References{blocks: map[*doc.Block]bool{}}}
	for i := 0; i < len(d.Sections); i++ {
		s := d.Sections[i]
		if s.Heading != nil && f.announces(s.Heading) {
			blocks := s.Blocks
			for i+1 < len(d.Sections) && d.Sections[i+1].Level > s.Level {
				i++
				blocks = append(blocks[:len(blocks):len(blocks)], d.Sections[i].Blocks...)
			}
			f.announced(s.Heading, blocks)
			continue
		}
		f.section(s.Blocks)
	}
	for i, e := range f.refs.Entries {
		e.Nth = i + 1
	}
	return f.refs
}

type finder struct {
	refs *References
}

// headings are those of reference lists in all known languages, lower case, and
// longest the bytes of the longest.
var headings = sync.OnceValues(func() (all map[string]bool, longest int) {
	all = map[string]bool{}
	for _, l := range lang.All() {
		for _, h := range l.ReferenceHeadings {
			all[h], longest = true, max(longest, len(h))
		}
	}
	return all, longest
})

// announces says that b is the heading of a reference list, whether or not the
// file marks it as a heading: "7. References:" counts.
func (f *finder) announces(b *doc.Block) bool {
	if len(b.Prose.Text) > 80 {
		return false
	}
	name := strings.TrimFunc(b.Prose.Text, func(r rune) bool { return !unicode.IsLetter(r) })
	all, longest := headings()
	return len(name) <= 2*longest && all[strings.ToLower(name)] // a capital may take more bytes than its small letter
}

// section looks for lists in blocks that no heading announces.
func (f *finder) section(blocks []*doc.Block) {
	for i, b := range blocks {
		if b.Kind == doc.Paragraph && b.Depth == 0 && f.announces(b) {
			f.unannounced(blocks[:i])
			f.announced(b, blocks[i+1:])
			return
		}
	}
	f.unannounced(blocks)
}

// announced takes the entries among the blocks under a heading.
func (f *finder) announced(heading *doc.Block, blocks []*doc.Block) {
	list := List{Heading: heading}
	for _, run := range runs(blocks) {
		entries, weight := f.read(run)
		if linkList(entries) {
			continue
		}
		good, some := 0, 0
		for _, w := range weight {
			if w >= 2 {
				good++
			}
			if w >= 1 {
				some++
			}
		}
		item := run[0].Kind == doc.Item
		// Works given by title and year alone are told by all items being so.
		enough := 2*good >= len(entries) || 4*some >= 3*len(entries) && some >= 2
		for i, e := range entries {
			if item && enough && weight[i] >= 1 || weight[i] >= 3 || !item && weight[i] >= 2 {
				list.Entries = append(list.Entries, e)
			}
		}
	}
	f.add(list)
}

// unannounced takes lists of three and more items of which nearly all are
// references beyond doubt, and such footnotes.
func (f *finder) unannounced(blocks []*doc.Block) {
	for _, run := range runs(blocks) {
		kind := run[0].Kind
		if kind != doc.Item && kind != doc.Footnote {
			continue
		}
		if kind == doc.Item && !plausible(run) {
			continue
		}
		all := parts(run)
		var list List
		for i, p := range all {
			if p.mayWeigh() {
				if e, w := p.read(); w >= least(e.has(Year)) {
					list.Entries = append(list.Entries, e)
				}
			}
			if others := i + 1 - len(list.Entries); kind == doc.Item && 10*others > 3*len(all) {
				break
			}
		}
		n := len(list.Entries)
		if kind == doc.Footnote || n >= 3 && 10*n >= 7*len(all) {
			f.add(list)
		}
	}
}

// least is how much an entry weighs that nothing announces.
func least(dated bool) int {
	if dated {
		return 4
	}
	return 5
}

// plausible says, at a glance, that the items of a list may be references: seven in
// ten have a digit or a link. Splitting each would cost far more than this.
func plausible(items []*doc.Block) bool {
	n := 0
	for _, b := range items {
		isLink := func(o doc.Object) bool { return o.Kind == doc.Link || o.Kind == doc.URL }
		if strings.ContainsAny(b.Prose.Text, "0123456789") || slices.ContainsFunc(b.Objects, isLink) {
			n++
		}
	}
	return n >= 3 && 10*n >= 7*len(items)
}

// runs parts blocks into lists, stretches of paragraphs and single others.
// What is nested in an item belongs to the item's entry and is left out.
func runs(blocks []*doc.Block) [][]*doc.Block {
	var out [][]*doc.Block
	for _, b := range blocks {
		if b.Parent != nil && b.Kind != doc.Item && b.Kind != doc.Footnote {
			continue
		}
		if n := len(out); n > 0 {
			last := out[n-1][0]
			if last.Kind == b.Kind && last.Item.List == b.Item.List {
				out[n-1] = append(out[n-1], b)
				continue
			}
		}
		out = append(out, []*doc.Block{b})
	}
	return out
}

// read splits the blocks' prose into entries and weighs each.
func (f *finder) read(blocks []*doc.Block) (entries []*Entry, weight []int) {
	for _, p := range parts(blocks) {
		e, w := p.read()
		entries, weight = append(entries, e), append(weight, w)
	}
	return entries, weight
}

// part is a stretch of a block that may be an entry.
type part struct {
	*doc.Block
	stretch
}

// parts are the stretches of blocks that may be entries.
func parts(blocks []*doc.Block) []part {
	var out []part
	for _, b := range blocks {
		switch b.Kind {
		case doc.Item, doc.Paragraph, doc.Footnote, doc.Definition, doc.Quote, doc.Cell:
			for _, line := range lines(b) {
				out = append(out, part{b, line})
			}
		}
	}
	return out
}

// read splits a part into fields and weighs it.
func (p part) read() (*Entry, int) {
	e := &Entry{Block: p.Block, Start: p.start, End: p.end}
	if !promising(e.Text()) && len(p.Objects) == 0 && !named().MatchString(e.Text()) {
		return e, 0
	}
	e = Split(p.Block, p.start, p.end)
	return e, e.weight()
}

// lines parts a paragraph at its hard line breaks.
func lines(b *doc.Block) []stretch {
	var out []stretch
	from := 0
	for _, o := range b.Objects {
		if o.Kind == doc.LineBreak && o.Start > from {
			out = append(out, stretch{from, o.Start})
			from = o.End
		}
	}
	if from < len(b.Prose.Text) || from == 0 {
		out = append(out, stretch{from, len(b.Prose.Text)})
	}
	return out
}

// promising says that s holds a year or an address: without, it is no reference.
func promising(s string) bool {
	return hasYear(s) || strings.Contains(s, "10.") || strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, "(") && words().noDateIn.first([]byte(s)) != nil
}

func (e *Entry) has(k Kind) bool { return e.Get(k) != nil }

// weight says how much an entry looks like a reference: from 0 for prose to 8.
// Two kinds of evidence that prose rarely has together make 3.
func (e *Entry) weight() int {
	w := 0
	for _, one := range []struct {
		worth int
		kinds []Kind
	}{
		{2, []Kind{DOI, PMID, PMCID, ISBN, ArXiv}}, {1, []Kind{URL}}, {1, []Kind{Accessed, EtAl, Editor}}, {1, []Kind{Year}}, {1, []Kind{Volume, Issue, Edition}}, {1, []Kind{Pages}},
	} {
		for _, k := range one.kinds {
			if e.has(k) {
				w += one.worth
				break
			}
		}
	}
	if e.has(Author) && named().MatchString(e.Text()) {
		w++
		if e.has(Title) && e.has(Year) {
			w++
		}
	}
	if e.has(Place) && e.has(Publisher) && e.has(Year) {
		w++
	}
	if e.linked() {
		w++
	}
	return w
}

// linkList says that most entries are nothing but a linked title: further reading
// and not references, whatever a heading calls it.
func linkList(entries []*Entry) bool {
	n := 0
	for _, e := range entries {
		if e.onlyLink() {
			n++
		}
	}
	return 2*n > len(entries)
}

// onlyLink says that the entry is one link and nothing else, and that its words
// are no reference either: no identifier, no author with a year.
func (e *Entry) onlyLink() bool {
	for _, k := range []Kind{DOI, PMID, PMCID, ISBN, ArXiv, Accessed, EtAl, Volume, Pages} {
		if e.has(k) {
			return false
		}
	}
	if e.has(Author) && e.has(Year) && named().MatchString(e.Text()) {
		return false
	}
	for _, o := range e.Block.Objects {
		if o.Kind == doc.Link && o.Start <= e.Start+2 && o.End >= e.End-2 && strings.Contains(o.Value, "://") {
			return true
		}
	}
	return false
}

// linked says that the entry begins with a link or an address: one item of a
// list of links.
func (e *Entry) linked() bool {
	if u := e.Get(URL); u != nil && u.Start <= e.Start+2 {
		return true
	}
	for _, o := range e.Block.Objects {
		if o.Kind == doc.Link && o.Start >= e.Start && o.Start <= e.Start+2 && strings.Contains(o.Value, "://") {
			return true
		}
	}
	return false
}

func (f *finder) add(list List) {
	if len(list.Entries) == 0 {
		return
	}
	f.refs.Lists = append(f.refs.Lists, list)
	f.refs.Entries = append(f.refs.Entries, list.Entries...)
	for _, e := range list.Entries {
		f.refs.blocks[e.Block] = true
	}
}
