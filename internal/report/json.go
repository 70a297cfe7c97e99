package report

import (
	"io"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/text"
)

// JSONSchema names the form that JSON writes; docs/check.schema.json describes it.
const JSONSchema = "tvilling.check/v1"

type jsonReport struct {
	Schema  string       `json:"schema"`
	Tool    jsonTool     `json:"tool"`
	Results []jsonResult `json:"results"`
	Summary jsonSummary  `json:"summary"`
	Stats   *Statistics  `json:"statistics,omitempty"`

	Settings []jsonFinding `json:"settings,omitempty"`

	Missing []jsonUnpaired `json:"missing,omitempty"`
	Orphans []jsonUnpaired `json:"orphans,omitempty"`
	Partial string         `json:"partial,omitempty"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonResult struct {
	Source     string        `json:"source"`
	Target     string        `json:"target"`
	SourceLang string        `json:"sourceLang"`
	TargetLang string        `json:"targetLang"`
	Findings   []jsonFinding `json:"findings"`
	Suppressed []jsonJudged  `json:"suppressed,omitempty"`
	Fixed      []jsonKnown   `json:"fixed,omitempty"`
}

// jsonJudged is a finding that a comment in the target, or the settings, suppress.
type jsonJudged struct {
	jsonFinding
	Reason     string `json:"reason"`
	InSettings bool   `json:"inSettings,omitempty"`
}

// jsonKnown is a finding of the baseline that stands there no more.
type jsonKnown struct {
	Rule        string `json:"rule"`
	Message     string `json:"message"`
	Fingerprint string `json:"fingerprint"`
}

type jsonPlace struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
	Excerpt   string `json:"excerpt"`
}

type jsonFinding struct {
	Rule     string `json:"rule"`
	Category string `json:"category"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	jsonPlace
	Related     []jsonNote `json:"related"`
	Fixes       []jsonFix  `json:"fixes"`
	Fingerprint string     `json:"fingerprint"`
	Standing    string     `json:"standing,omitempty"` // "new" or "persisting", with a baseline
}

type jsonNote struct {
	jsonPlace
	Message string `json:"message"`
}

type jsonFix struct {
	Title string     `json:"title"`
	Safe  bool       `json:"safe"`
	Edits []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
	New       string `json:"new"`
}

type jsonSummary struct {
	Pairs       int `json:"pairs"`
	Errors      int `json:"errors"`
	Warnings    int `json:"warnings"`
	Suggestions int `json:"suggestions"`
	Suppressed  int `json:"suppressed,omitempty"`

	*jsonStandings // nil without baseline
}

type jsonStandings struct {
	New        int `json:"new"`
	Persisting int `json:"persisting"`
	Fixed      int `json:"fixed"`
}

// JSON writes the report as one object. Lines and columns count from 1, columns
// in Unicode code points, ends are exclusive.
func JSON(w io.Writer, r *check.Report, o Options) error {
	out := jsonReport{Schema: JSONSchema, Tool: jsonTool{"tvilling", r.Version}, Results: []jsonResult{}, Summary: jsonSummaryOf(r),
		Missing: jsonUnpairedOf(r.Missing), Orphans: jsonUnpairedOf(r.Orphans), Partial: r.Partial}
	for i := range r.Results {
		out.Results = append(out.Results, jsonResultOf(&r.Results[i]))
	}
	for _, f := range r.Settings {
		out.Settings = append(out.Settings, finding(f))
	}
	if o.Statistics {
		stats := Measure(r)
		out.Stats = &stats
	}
	return indented(w, out)
}

func jsonSummaryOf(r *check.Report) jsonSummary {
	counts := r.Counts()
	s := jsonSummary{Pairs: len(r.Results), Errors: counts[check.Error], Warnings: counts[check.Warning],
		Suggestions: counts[check.Suggestion], Suppressed: r.Suppressed()}
	if r.Compared {
		fresh, persisting, fixed := r.Standings()
		s.jsonStandings = &jsonStandings{fresh, persisting, fixed}
	}
	return s
}

func jsonResultOf(res *check.Result) jsonResult {
	out := jsonResult{
		Source: res.Source.File.Name, Target: res.Target.File.Name,
		SourceLang: res.Source.Lang.Code, TargetLang: res.Target.Lang.Code, Findings: []jsonFinding{},
	}
	for _, f := range res.Findings {
		out.Findings = append(out.Findings, finding(f))
	}
	for _, s := range res.Suppressed {
		out.Suppressed = append(out.Suppressed, jsonJudged{finding(s.Finding), s.Reason, s.InSettings})
	}
	for _, k := range res.Fixed {
		out.Fixed = append(out.Fixed, jsonKnown(k))
	}
	return out
}

func finding(f check.Finding) jsonFinding {
	out := jsonFinding{
		Rule: f.Rule, Category: f.Category, Severity: f.Severity.String(), Message: f.Message,
		jsonPlace: place(f.Span), Related: []jsonNote{}, Fixes: []jsonFix{}, Fingerprint: f.Fingerprint, Standing: f.Standing.String(),
	}
	for _, n := range f.Related {
		out.Related = append(out.Related, jsonNote{place(n.Span), n.Message})
	}
	for _, fix := range f.Fixes {
		jf := jsonFix{Title: fix.Title, Safe: fix.Safe, Edits: []jsonEdit{}}
		for _, e := range fix.Edits {
			a, b := e.Span.Position(), e.Span.EndPosition()
			jf.Edits = append(jf.Edits, jsonEdit{a.Line, a.Column, b.Line, b.Column, e.New})
		}
		out.Fixes = append(out.Fixes, jf)
	}
	return out
}

// place is a span with the text it covers; for an empty span, the text of its line.
func place(s text.Span) jsonPlace {
	a, b := s.Position(), s.EndPosition()
	shown := s.Text()
	if s.Empty() {
		shown = near(s).Text()
	}
	return jsonPlace{s.File.Name, a.Line, a.Column, b.Line, b.Column, clip(shown)}
}

// clip keeps an excerpt to about five lines of print.
func clip(s string) string {
	const most = 400 // runes
	s = strings.TrimSpace(s)
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
