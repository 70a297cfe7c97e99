package cite

import "tvilling/internal/doc"

// Comparison is what became of a document's references in its translation. Each
// entry of the source stands in exactly one of Pairs, Missing, Merged, Divided and
// Dropped; each of the target in one of Pairs, Extra, Merged, Divided and Duplicates.
type Comparison struct {
	Source, Target *References
	Pairs          []Pair      // in target order
	Missing        []*Entry    // of the source, without counterpart, in order
	Extra          []*Entry    // of the target, without counterpart, in order
	Duplicates     []Duplicate // of the target, in order
	Dropped        []Duplicate // of the source, which gives a work twice that the target gives once
	Merged         []Merge     // target entries that hold several source entries
	Divided        []Division  // source entries that stand as several target entries

	// Likeness is how probably two titles translate each other, 0–1, as the
	// caller of Compare gave it; nil when nothing is known of that.
	Likeness func(a, b string) float64

	marks map[*doc.Block][]Mark // of both documents
}

// Marks are the citations in a block of either document, in order; nil when the
// comparison was made of lists alone.
func (c *Comparison) Marks(b *doc.Block) []Mark { return c.marks[b] }

// Evidence is what paired two entries, best first.
type Evidence uint8

const (
	ByIdentifier Evidence = iota // the same DOI, PMID, PMCID, ISBN or arXiv number
	ByParts                      // authors, year, volume, pages, title, address taken together
	ByPlace                      // little in common, but the only ones left between the same neighbours
)

// Pair is one work as both lists have it.
type Pair struct {
	Source, Target *Entry
	Evidence       Evidence
	Confidence     float64 // 0–1
	Moved          bool    // it stands elsewhere among its neighbours than in the source
}

// Duplicate is an entry whose work the same list has given already.
type Duplicate struct {
	Entry, Of  *Entry  // both of one list
	Confidence float64 // 0–1
}

// Merge is one target entry with the text of several source entries.
type Merge struct {
	Target *Entry
	Source []*Entry
}

// Division is one source entry whose parts stand as several target entries.
type Division struct {
	Source *Entry
	Target []*Entry
}

// Compare finds the references of both documents and pairs them, whatever their
// order and numbering: identifiers count most, then authors, year, volume and
// pages, then what the titles say. likeness is how probably two titles translate
// each other, 0–1; with nil only equal titles count. The result is never nil.
func Compare(source, target *doc.Document, likeness func(a, b string) float64) *Comparison {
	c := Match(Find(source), Find(target), likeness)
	c.marks = map[*doc.Block][]Mark{}
	for _, m := range append(Marks(source, c.Source), Marks(target, c.Target)...) {
		c.marks[m.Block] = append(c.marks[m.Block], m)
	}
	return c
}

// Match pairs two lists of references; see Compare.
func Match(source, target *References, likeness func(a, b string) float64) *Comparison {
	m := &matcher{
		out:    &Comparison{Source: source, Target: target, Likeness: likeness},
		source: outlines(source.Entries), target: outlines(target.Entries),
		likeness: likeness,
	}
	m.pair()
	m.between()
	m.duplicates()
	m.dropped()
	m.divided()
	m.merged()
	m.collect()
	return m.out
}
