package cite

// Comparison is what became of a list of references in the translation. Each
// entry of either side stands in exactly one of its slices.
type Comparison struct {
	Source, Target *References
	Pairs          []Pair      // in target order
	Missing        []*Entry    // of the source, without counterpart, in order
	Extra          []*Entry    // of the target, without counterpart, in order
	Duplicates     []Duplicate // in target order
	Merged         []Merge     // target entries that hold several source entries
	Divided        []Division  // source entries that stand as several target entries
}

// Evidence is what paired two entries, best first.
type Evidence uint8

const (
	ByIdentifier Evidence = iota // the same DOI, PMID, PMCID, ISBN, arXiv number or address
	ByParts                      // authors, year, volume, pages, title taken together
	ByPlace                      // the only ones left between two pairs
)

// Pair is one work as both lists have it.
type Pair struct {
	Source, Target *Entry
	Evidence       Evidence
	Confidence     float64 // 0–1
	Moved          bool    // it stands elsewhere among its neighbours than in the source
}

// Duplicate is a target entry whose work the target has already given.
type Duplicate struct {
	Entry, Of  *Entry // both of the target
	Source     *Entry // the work in the source; nil when it is not there
	Confidence float64
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
