package check

import (
	"tvilling/internal/align"
	"tvilling/internal/doc"
	"tvilling/internal/term"
)

// Result is what was found in one article pair, in order of target place. One of
// many results, or one that was kept from an earlier run, has no Align and Terms and
// its documents no more than their File, Format and Lang.
type Result struct {
	Source, Target *doc.Document
	Align          *align.Alignment
	Terms          *term.Glossary // for this direction of translation; nil without glossary
	Words          int            // of the source, as WordCount counts them
	Findings       []Finding
	Suppressed     []Suppressed // what was judged; not among Findings
	Fixed          []Known      // what the baseline has of this target and stands there no more
}

// Suppressed is a finding that somebody has judged, and why it may stand.
type Suppressed struct {
	Finding
	Reason     string // "" when none is given
	InSettings bool   // judged in the project's settings, not in the target
}

// Known is what a baseline keeps of a finding.
type Known struct {
	Rule, Message, Fingerprint string
}

// Current are the findings that count: all but those that the baseline knows.
func (r *Result) Current() []Finding {
	var out []Finding
	for _, f := range r.Findings {
		if f.Standing != Persisting {
			out = append(out, f)
		}
	}
	return out
}

// Report is what a run found: all there is for a format to show.
type Report struct {
	Version  string // of tvilling
	Results  []Result
	Settings []Finding  // about the project's settings: their Span lies there
	Missing  []Unpaired // sources without translation
	Orphans  []Unpaired // translations without source
	Partial  string     // why not all pairs are in Results; "" when they are
	Rules    []*Rule    // all there are, for formats that declare them; may be nil
	Compared bool       // the findings were held against a baseline
}

// Current are the findings that count of all results, and those about the settings.
func (r *Report) Current() []Finding {
	var out []Finding
	for i := range r.Results {
		out = append(out, r.Results[i].Current()...)
	}
	return append(out, r.Settings...)
}

// Counts is how many findings there are of each Severity, those left out that
// the baseline knows.
func (r *Report) Counts() (n [3]int) {
	for _, f := range r.Current() {
		n[f.Severity]++
	}
	return n
}

// Standings is how many findings are new to the baseline, how many it knows, and
// how many that it has are gone; all zero when there is no baseline.
func (r *Report) Standings() (fresh, persisting, fixed int) {
	for i := range r.Results {
		for _, f := range r.Results[i].Findings {
			switch f.Standing {
			case New:
				fresh++
			case Persisting:
				persisting++
			}
		}
		fixed += len(r.Results[i].Fixed)
	}
	if r.Compared {
		fresh += len(r.Settings)
	}
	return fresh, persisting, fixed
}

// Suppressed is how many findings were judged.
func (r *Report) Suppressed() (n int) {
	for i := range r.Results {
		n += len(r.Results[i].Suppressed)
	}
	return n
}

// Worst says whether some finding that counts is at least as severe as level.
func (r *Report) Worst(level Severity) bool {
	counts := r.Counts()
	for s := level; s <= Error; s++ {
		if counts[s] > 0 {
			return true
		}
	}
	return false
}

// Unpaired is an article whose other half is not there. Both are names of files.
type Unpaired struct{ Source, Target string }

// WordCount is how many words of prose an article has.
func WordCount(d *doc.Document) int {
	n := 0
	for _, b := range d.Blocks() {
		if b.Kind != doc.Code && b.Kind != doc.Markup {
			for range d.Lang.EachWord(b.Prose.Text) {
				n++
			}
		}
	}
	return n
}
