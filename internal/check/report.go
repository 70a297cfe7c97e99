package check

import (
	"tvilling/internal/align"
	"tvilling/internal/doc"
)

// Result is what was found in one article pair, in order of target place.
type Result struct {
	Source, Target *doc.Document
	Align          *align.Alignment
	Findings       []Finding
}

// Report is what a run found: all there is for a format to show.
type Report struct {
	Version string // of tvilling
	Results []Result
}

// Counts is how many findings there are of each Severity.
func (r *Report) Counts() (n [3]int) {
	for _, res := range r.Results {
		for _, f := range res.Findings {
			n[f.Severity]++
		}
	}
	return n
}

// Worst says whether some finding is at least as severe as level.
func (r *Report) Worst(level Severity) bool {
	counts := r.Counts()
	for s := level; s <= Error; s++ {
		if counts[s] > 0 {
			return true
		}
	}
	return false
}
