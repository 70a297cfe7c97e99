package report

import (
	"fmt"
	"io"
	"strings"

	"tvilling/internal/check"
)

// Options are what formats ask for beside the report.
type Options struct {
	Text       TextOptions
	Statistics bool // counts per rule and scores too, in the formats that have room for them
}

// Format is one way to write a report.
type Format struct {
	Name  string
	Human bool // made to be read in a terminal
	Write func(io.Writer, *check.Report, Options) error
}

// Formats are all formats, in the order in which help shows them.
func Formats() []Format {
	return []Format{
		{"text", true, statistical(Text)},
		{"full", true, statistical(Text)},
		{"concise", true, statistical(Concise)},
		{"json", false, JSON},
		{"jsonl", false, plain(JSONLines)},
		{"sarif", false, plain(SARIF)},
		{"github", false, plain(GitHub)},
		{"gitlab", false, plain(GitLab)},
		{"junit", false, plain(JUnit)},
		{"checkstyle", false, plain(Checkstyle)},
		{"rdjson", false, plain(RDJSON)},
		{"rdjsonl", false, plain(RDJSONLines)},
		{"markdown", false, Markdown},
		{"csv", false, plain(CSV)},
	}
}

// Statistical are the formats with room for counts and scores.
var Statistical = []string{"text", "full", "concise", "json", "markdown"}

// FormatNames are the names of all formats.
func FormatNames() []string {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
	}
	return names
}

// FormatNamed is the format of that name. others are the names of formats that are
// made elsewhere, for the error.
func FormatNamed(name string, others ...string) (Format, error) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, nil
		}
	}
	names := append(FormatNames(), others...)
	last := len(names) - 1
	return Format{}, fmt.Errorf("%q is unknown; use %s or %s", name, strings.Join(names[:last], ", "), names[last])
}

// plain is a format that needs no options.
func plain(write func(io.Writer, *check.Report) error) func(io.Writer, *check.Report, Options) error {
	return func(w io.Writer, r *check.Report, _ Options) error { return write(w, r) }
}

// statistical is a format for terminals, with the statistics below when asked for.
func statistical(write func(io.Writer, *check.Report, TextOptions) error) func(io.Writer, *check.Report, Options) error {
	return func(w io.Writer, r *check.Report, o Options) error {
		if err := write(w, r, o.Text); err != nil || !o.Statistics {
			return err
		}
		return StatisticsText(w, r, o.Text)
	}
}
