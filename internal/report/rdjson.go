package report

import (
	"bufio"
	"encoding/json"
	"io"
	"unicode/utf8"

	"tvilling/internal/check"
	"tvilling/internal/text"
)

// The Reviewdog Diagnostic Format, as github.com/reviewdog/reviewdog has it in
// proto/rdf/reviewdog.proto. Its columns count bytes of UTF-8, ends are exclusive.
type rdReport struct {
	Source      rdSource       `json:"source"`
	Severity    string         `json:"severity"`
	Diagnostics []rdDiagnostic `json:"diagnostics"`
}

type rdSource struct {
	Name string `json:"name"`
}

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Source      *rdSource      `json:"source,omitempty"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"related_locations,omitempty"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

var rdLevels = [...]string{check.Suggestion: "INFO", check.Warning: "WARNING", check.Error: "ERROR"}

// RDJSON writes one object for reviewdog -f=rdjson.
func RDJSON(w io.Writer, r *check.Report) error {
	out := rdReport{Source: rdSource{"tvilling"}, Severity: "WARNING", Diagnostics: []rdDiagnostic{}}
	for _, f := range r.Current() {
		out.Diagnostics = append(out.Diagnostics, diagnostic(f))
	}
	return indented(w, out)
}

// RDJSONLines writes one diagnostic a line for reviewdog -f=rdjsonl.
func RDJSONLines(w io.Writer, r *check.Report) error {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	for _, f := range r.Current() {
		d := diagnostic(f)
		d.Source = &rdSource{"tvilling"}
		if err := enc.Encode(d); err != nil {
			return err
		}
	}
	return b.Flush()
}

func diagnostic(f check.Finding) rdDiagnostic {
	d := rdDiagnostic{Message: f.Message, Location: rdPlace(f.Span), Severity: rdLevels[f.Severity], Code: rdCode{f.Rule}}
	for _, n := range f.Related {
		d.Related = append(d.Related, rdRelated{n.Message, rdPlace(n.Span)})
	}
	for _, fix := range f.Fixes {
		if e, ok := single(fix.Edits); ok {
			d.Suggestions = append(d.Suggestions, rdSuggestion{rdRangeOf(e.Span), e.New})
		}
	}
	return d
}

func rdPlace(s text.Span) rdLocation { return rdLocation{path(s.File), rdRangeOf(s)} }

func rdRangeOf(s text.Span) rdRange {
	return rdRange{rdPositionOf(s.File, s.Start), rdPositionOf(s.File, s.End)}
}

func rdPositionOf(f *text.File, offset int) rdPosition {
	line := f.Line(offset)
	return rdPosition{line, 1 + offset - f.LineSpan(line).Start}
}

// single is a fix as one edit, since a suggestion has one range: the edits and
// what stands between them. ok is false when they are too far apart to be shown
// as one, or cannot be joined.
func single(edits []text.Edit) (e text.Edit, ok bool) {
	const most = 2000 // bytes
	if len(edits) == 0 {
		return e, false
	}
	e.Span = edits[0].Span
	for _, x := range edits[1:] {
		e.Span = e.Span.Cover(x.Span)
	}
	if e.Span.End-e.Span.Start > most {
		return e, false
	}
	whole, err := text.Apply(e.Span.File, edits)
	if err != nil {
		return e, false
	}
	tail := len(e.Span.File.Content) - e.Span.End
	e.New = string(whole[e.Span.Start : len(whole)-tail])
	return e, utf8.ValidString(e.New)
}
