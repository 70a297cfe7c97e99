package report

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"

	"tvilling/internal/check"
)

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path      string          `json:"path"`
	Positions gitlabPositions `json:"positions"`
}

type gitlabPositions struct {
	Begin gitlabPosition `json:"begin"`
	End   gitlabPosition `json:"end"`
}

type gitlabPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

var gitlabLevels = [...]string{check.Suggestion: "info", check.Warning: "minor", check.Error: "major"}

// GitLab writes a Code Quality report (docs.gitlab.com, "Code Quality", report
// format): GitLab itself tells new findings from old ones by their fingerprints,
// so those that a baseline knows are left out here and not marked.
func GitLab(w io.Writer, r *check.Report) error {
	issues := []gitlabIssue{}
	for _, f := range r.Current() {
		at, end := f.Span.Position(), f.Span.EndPosition()
		issues = append(issues, gitlabIssue{
			Description: f.Message, CheckName: f.Rule, Fingerprint: worldwide(f), Severity: gitlabLevels[f.Severity],
			Location: gitlabLocation{path(f.Span.File), gitlabPositions{gitlabPosition{at.Line, at.Column}, gitlabPosition{end.Line, end.Column}}},
		})
	}
	return indented(w, issues)
}

// worldwide is a fingerprint that tells findings of different files apart too.
func worldwide(f check.Finding) string {
	sum := sha256.Sum256([]byte(path(f.Span.File) + "\x00" + f.Fingerprint))
	return fmt.Sprintf("%x", sum[:16])
}

func indented(w io.Writer, value any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}
