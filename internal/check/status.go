package check

import "tvilling/internal/text"

// State is how far a translation follows its source.
type State uint8

const (
	UpToDate   State = iota
	Stale            // the source has changed since it was translated
	Untouched        // there is no translation, or one that nobody has begun
	Orphan           // there is no source
	Unrecorded       // neither a stamp nor the history says what was translated
)

var stateNames = [...]string{"up to date", "source changed", "not translated", "no source", "no record"}

func (s State) String() string { return stateNames[s] }

// States are all states, in order.
func States() []State { return []State{UpToDate, Stale, Untouched, Orphan, Unrecorded} }

// Status is how the translations of a project follow their sources.
type Status struct {
	Version string // of tvilling
	Pairs   []PairStatus
}

// PairStatus is one article and its translation. Both are names of files.
type PairStatus struct {
	Source, Target string
	State          State
	Stamped        bool           // a stamp says so, not the history alone
	Sections       []StaleSection // of a Stale pair, in order of the source
	Of             int            // how many sections the source has
}

// Sentences is how many sentences of the source are concerned.
func (p PairStatus) Sentences() (n int) {
	for _, s := range p.Sections {
		n += s.Changed
	}
	return n
}

// StaleSection is a section of the source that changed since it was translated.
type StaleSection struct {
	Heading  string      // of the source; "" for the text before the first
	Since    string      // the revision that was translated; "" when it has no name
	Source   text.Span   // the section; empty when nothing stands there any more
	Target   []text.Span // the sentences of the translation to look at, in order
	Changed  int         // sentences changed, added or taken out
	Passages []Diff      // what was changed; nil when the old text is not there any more
}

// Diff is old and new text in one, word by word.
type Diff []DiffPart

// DiffPart is a stretch of a Diff.
type DiffPart struct {
	Op   DiffOp
	Text string
}

// DiffOp says where a stretch stands.
type DiffOp int8

const (
	Removed DiffOp = iota - 1 // only in the old text
	Kept                      // in both
	Added                     // only in the new text
)
