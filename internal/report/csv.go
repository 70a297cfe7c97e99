package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"tvilling/internal/check"
)

var csvHeader = []string{"file", "line", "column", "endLine", "endColumn", "severity", "rule", "category", "message", "excerpt",
	"source", "sourceLine", "sourceColumn", "sourceExcerpt", "standing", "fingerprint"}

// CSV writes one finding a row under a header (RFC 4180), for spreadsheets. Text
// that a spreadsheet would take for a formula has an apostrophe before it (OWASP,
// CSV Injection). standing is empty without baseline.
func CSV(w io.Writer, r *check.Report) error {
	c := csv.NewWriter(w)
	_ = c.Write(csvHeader) // Flush keeps the first error for Error
	for i := range r.Results {
		csvRows(c, r.Results[i].Findings)
	}
	csvRows(c, r.Settings)
	c.Flush()
	return c.Error()
}

func csvRows(c *csv.Writer, found []check.Finding) {
	for _, f := range found {
		at := place(f.Span)
		row := []string{inert(at.File), strconv.Itoa(at.Line), strconv.Itoa(at.Column), strconv.Itoa(at.EndLine), strconv.Itoa(at.EndColumn),
			f.Severity.String(), f.Rule, f.Category, inert(f.Message), inert(at.Excerpt)}
		if len(f.Related) > 0 {
			from := place(f.Related[0].Span)
			row = append(row, inert(from.File), strconv.Itoa(from.Line), strconv.Itoa(from.Column), inert(from.Excerpt))
		} else {
			row = append(row, "", "", "", "")
		}
		_ = c.Write(append(row, f.Standing.String(), f.Fingerprint))
	}
}

// inert is s as a cell that no spreadsheet calculates.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
