package report

import (
	"bufio"
	"encoding/json"
	"io"

	"tvilling/internal/check"
)

// jsonLine is a finding that says by itself which pair it belongs to.
type jsonLine struct {
	Source string `json:"source"`
	Target string `json:"target"`
	jsonFinding
}

// JSONLines writes one finding a line, each an object with the members that a
// finding has in JSON, and the names of its pair.
func JSONLines(w io.Writer, r *check.Report) error {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	for i := range r.Results {
		res := &r.Results[i]
		for _, f := range res.Findings {
			if err := enc.Encode(jsonLine{res.Source.File.Name, res.Target.File.Name, finding(f)}); err != nil {
				return err
			}
		}
	}
	for _, f := range r.Settings {
		if err := enc.Encode(jsonLine{"", f.Span.File.Name, finding(f)}); err != nil {
			return err
		}
	}
	return b.Flush()
}
