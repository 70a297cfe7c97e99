package report

import (
	"io"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/text"
)

var sarifLevels = [...]string{check.Suggestion: "note", check.Warning: "warning", check.Error: "error"}

// SARIF writes a log of the Static Analysis Results Interchange Format 2.1.0
// (OASIS, with Errata 01). Every rule is declared, also when nothing was found;
// columns count UTF-16 code units; files are named relative to %SRCROOT% where
// their names are relative.
func SARIF(w io.Writer, r *check.Report) error {
	index := map[string]int{}
	run := sarifRun{ColumnKind: "utf16CodeUnits", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "tvilling", Version: r.Version, Rules: []sarifRule{}}
	for i, rule := range r.Rules {
		index[rule.ID] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(rule))
	}
	for i := range r.Results {
		res := &r.Results[i]
		for _, f := range res.Findings {
			run.Results = append(run.Results, sarifResultOf(f, index))
		}
		for _, s := range res.Suppressed {
			out := sarifResultOf(s.Finding, index)
			if r.Compared {
				out.BaselineState = "unchanged"
			}
			out.Suppressions = []sarifSuppression{{"inSource", s.Reason}}
			if s.InSettings {
				out.Suppressions[0].Kind = "external"
			}
			run.Results = append(run.Results, out)
		}
	}
	for _, f := range r.Settings {
		run.Results = append(run.Results, sarifResultOf(f, index))
	}
	return indented(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run},
	})
}

func sarifRuleOf(r *check.Rule) sarifRule {
	full, _, _ := strings.Cut(strings.TrimSpace(r.Doc), "\n\n") // GitHub refuses more than 1,024 characters
	out := sarifRule{
		ID: r.ID, Short: sarifText{r.Title + "."}, Full: sarifText{full},
		Help:    sarifHelp{strings.TrimSpace(r.Doc), "**" + r.Title + ".**\n\n" + strings.TrimSpace(r.Doc)},
		Default: sarifConfiguration{Level: sarifLevels[r.Severity], Enabled: !r.OptIn},
	}
	out.Properties.Tags = []string{"translation", r.Category}
	return out
}

func sarifResultOf(f check.Finding, index map[string]int) sarifResult {
	out := sarifResult{
		RuleID: f.Rule, Level: sarifLevels[f.Severity], Message: sarifText{sarifMessage(f.Message)},
		Locations: []sarifLocation{{Physical: sarifPlace(f.Span)}},
		// GitHub tells old from new alerts by the first name, others by the second.
		Fingerprints: map[string]string{"primaryLocationLineHash": f.Fingerprint, "tvilling/v1": f.Fingerprint},
	}
	if i, ok := index[f.Rule]; ok {
		out.RuleIndex = &i
	}
	switch f.Standing {
	case check.New:
		out.BaselineState = "new"
	case check.Persisting:
		out.BaselineState = "unchanged"
	}
	for i, n := range f.Related {
		out.Related = append(out.Related, sarifLocation{ID: i + 1, Physical: sarifPlace(n.Span), Message: &sarifText{sarifMessage(n.Message)}})
	}
	for _, fix := range f.Fixes {
		if len(fix.Edits) == 0 {
			continue
		}
		out.Fixes = append(out.Fixes, sarifFixOf(f.Span.File, fix))
	}
	return out
}

func sarifFixOf(file *text.File, fix check.Fix) sarifFix {
	change := sarifChange{Artifact: sarifArtifact(file)}
	for _, e := range fix.Edits {
		change.Replacements = append(change.Replacements, sarifReplacement{sarifRegionOf(e.Span), sarifText{e.New}})
	}
	return sarifFix{sarifText{sarifMessage(fix.Title)}, []sarifChange{change}}
}

func sarifPlace(s text.Span) sarifPhysical {
	return sarifPhysical{sarifArtifact(s.File), sarifRegionOf(s)}
}

func sarifArtifact(f *text.File) sarifArtifactLocation {
	a := sarifArtifactLocation{URI: uri(f)}
	if !strings.HasPrefix(a.URI, "file:") {
		a.Base = "%SRCROOT%"
	}
	return a
}

func sarifRegionOf(s text.Span) sarifRegion {
	a, b := s.File.UTF16(s.Start), s.File.UTF16(s.End)
	return sarifRegion{a.Line, a.Column, b.Line, b.Column}
}

// sarifMessage keeps words of the articles from being read as an embedded link,
// "[text](1)" (section 3.11.6).
func sarifMessage(s string) string {
	if !strings.Contains(s, "](") {
		return s
	}
	return strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`).Replace(s)
}
