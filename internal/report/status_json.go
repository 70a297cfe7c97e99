package report

import (
	"io"

	"tvilling/internal/check"
)

// StatusSchema names the form of status --format json; docs/status.schema.json describes it.
const StatusSchema = "tvilling.status/v1"

type jsonStatus struct {
	Schema string           `json:"schema"`
	Tool   jsonTool         `json:"tool"`
	Pairs  []jsonPairStatus `json:"pairs"`
	Totals map[string]int   `json:"totals"`
}

type jsonPairStatus struct {
	Source   string        `json:"source"`
	Target   string        `json:"target"`
	State    string        `json:"state"`
	By       string        `json:"by,omitempty"`
	Sections []jsonSection `json:"sections"`
	Of       int           `json:"sourceSections"`
}

type jsonSection struct {
	Heading  string           `json:"heading"`
	Since    string           `json:"since,omitempty"`
	Changed  int              `json:"changedSentences"`
	Source   jsonPlace        `json:"source"`
	Target   []jsonPlace      `json:"target"`
	Passages [][]jsonDiffPart `json:"passages"`
}

type jsonDiffPart struct {
	Op   string `json:"op"`
	Text string `json:"text"`
}

var diffOps = map[check.DiffOp]string{check.Removed: "removed", check.Kept: "kept", check.Added: "added"}

// statusJSON writes all that is known, states by their names in English.
func statusJSON(w io.Writer, s *check.Status) error {
	out := jsonStatus{Schema: StatusSchema, Tool: jsonTool{"tvilling", s.Version}, Pairs: []jsonPairStatus{}, Totals: map[string]int{}}
	for _, state := range check.States() {
		out.Totals[state.String()] = 0
	}
	for _, p := range s.Pairs {
		out.Totals[p.State.String()]++
		j := jsonPairStatus{Source: p.Source, Target: p.Target, State: p.State.String(), Sections: []jsonSection{}, Of: p.Of}
		if p.State == check.UpToDate || p.State == check.Stale {
			j.By = "history"
			if p.Stamped {
				j.By = "stamp"
			}
		}
		for _, section := range p.Sections {
			j.Sections = append(j.Sections, jsonSectionOf(section))
		}
		out.Pairs = append(out.Pairs, j)
	}
	return indented(w, out)
}

func jsonSectionOf(s check.StaleSection) jsonSection {
	out := jsonSection{Heading: s.Heading, Since: s.Since, Changed: s.Changed, Source: place(s.Source), Target: []jsonPlace{}, Passages: [][]jsonDiffPart{}}
	for _, t := range s.Target {
		out.Target = append(out.Target, place(t))
	}
	for _, d := range s.Passages {
		parts := []jsonDiffPart{}
		for _, p := range d {
			parts = append(parts, jsonDiffPart{diffOps[p.Op], p.Text})
		}
		out.Passages = append(out.Passages, parts)
	}
	return out
}
