package report_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"tvilling/internal/check"
	"tvilling/internal/report"
	"tvilling/internal/text"
)

// TestStatusGolden holds every format of a status against testdata/report, and
// the JSON form against its schema. Names and texts are hostile.
func TestStatusGolden(t *testing.T) {
	source := text.NewFile("en/a.md", sampleSource)
	target := text.NewFile("sv/a|<b>.md", sampleTarget)
	s := &check.Status{Version: "1.0", Pairs: []check.PairStatus{
		{Source: "en/a.md", Target: target.Name, State: check.Stale, Stamped: true, Of: 3, Sections: []check.StaleSection{
			{Heading: "Sleep <i>", Since: "0123456789abcdef", Changed: 2, Source: at(source, "The study"), Target: []text.Span{at(target, "🦉 Studien <b>följde</b>")},
				Passages: []check.Diff{{{Op: check.Kept, Text: "The study followed "}, {Op: check.Removed, Text: "1,\x1b[31m300"}, {Op: check.Added, Text: "1,234"}, {Op: check.Kept, Text: " adults."}}}},
			{Changed: 1, Source: text.Span{File: source}},
		}},
		{Source: "en/b.md", Target: "sv/b.md", Of: 1},
		{Source: "en/c\nd.md", Target: "sv/c\nd.md", State: check.Untouched},
		{Source: "en/e.md", Target: "sv/e.md", State: check.Orphan},
		{Source: "en/f.md", Target: "sv/f.md", State: check.Unrecorded, Of: 1},
	}}
	for _, format := range report.StatusFormats() {
		var got bytes.Buffer
		if err := report.Status(&got, s, format, report.TextOptions{}); err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join("../../testdata/report", "status."+format), got.Bytes())
		if format == "json" {
			validate(t, "../../docs/status.schema.json", got.Bytes())
		}
	}
}

// TestUnpaired lists articles without counterpart, the first ten of many, and says
// that a run was interrupted.
func TestUnpaired(t *testing.T) {
	r := &check.Report{Version: "1.0", Partial: "interrupted: 1 of 9 pairs were checked",
		Results: []check.Result{pair("en/c.md", "# Sleep\n", "sv/c.md", "# Sömn\n")},
		Orphans: []check.Unpaired{{Source: "en/gone.md", Target: "sv/gone\x1b.md"}}}
	for range 12 {
		r.Missing = append(r.Missing, check.Unpaired{Source: "en/new.md", Target: "sv/new.md"})
	}
	for _, format := range []string{"text", "json"} {
		got := written(t, format, r)
		golden(t, filepath.Join("../../testdata/report", "unpaired."+format), got)
		if format == "json" {
			validate(t, "../../docs/check.schema.json", got)
		}
	}
}
