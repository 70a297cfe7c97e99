package report_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tvilling/internal/check"
	"tvilling/internal/lang"
	"tvilling/internal/parse"
	"tvilling/internal/report"
	"tvilling/internal/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const (
	sampleSource = "# Sleep\n\nThe study followed 1,234 adults.\n\n| Name | Age |\n|---|---|\n| Bo | 13 |\n"
	// The target is hostile where it can be: markup of every format, a character
	// outside the basic plane before a finding, and control characters.
	sampleTarget = "# Sömn\n\n🦉 Studien <b>följde</b> 1 243 vuxna & @alla \x1b[31m#12 %0A.\n\n| Namn | Ålder |\n|---|---|\n| Bo | =14 |\n"
)

var sampleRules = []*check.Rule{
	{ID: "number", Title: "A number differs from the source's", Doc: "Numbers carry facts.\n\nMend it.", Category: "accuracy/number", Severity: check.Error},
	{ID: "spacing", Title: "A space too many or too few", Doc: "Readers stumble.", Category: "locale-convention/typography", Severity: check.Warning},
	{ID: "tone", Title: "Runs only when asked for", Doc: "Never found here.", Category: "style", Severity: check.Suggestion, OptIn: true},
	{ID: "suppression", Title: "A suppression gives no reason", Doc: "Nobody can tell why it may stand.", Category: "none", Severity: check.Warning},
}

// pair is a result without findings.
func pair(sourceName, source, targetName, target string) check.Result {
	src, tgt := text.NewFile(sourceName, source), text.NewFile(targetName, target)
	res := check.Result{Source: parse.Document(src, parse.Markdown), Target: parse.Document(tgt, parse.Markdown)}
	res.Source.Segment(lang.For("en"))
	res.Target.Segment(lang.For("sv"))
	res.Words = check.WordCount(res.Source)
	return res
}

// at is the first place of words in f, with its end.
func at(f *text.File, words string) text.Span {
	i := strings.Index(string(f.Content), words)
	return text.Span{File: f, Start: i, End: i + len(words)}
}

// sample is a report of two pairs: findings of all severities in one whose name
// is as bad as a name can be, and none in the other.
func sample() *check.Report {
	res := pair("en/a b.md", sampleSource, "sv/a b,å:\n|x|.md", sampleTarget)
	src, tgt := res.Source.File, res.Target.File
	wrong := at(tgt, "1 243")
	res.Findings = []check.Finding{
		{Rule: "number", Category: "accuracy/number", Severity: check.Error, Message: "the number is 1 243 here but 1,234 in the source",
			Span: wrong, Related: []check.Note{{Span: at(src, "1,234"), Message: "the source"}},
			Fixes: []check.Fix{{Title: "write 1 234", Edits: []text.Edit{{Span: wrong, New: "1 234"}}}}, Fingerprint: "00112233445566aa"},
		{Rule: "spacing", Category: "locale-convention/typography", Severity: check.Warning, Message: "a space | too many [see](here) <i> \x1b[0m",
			Span: at(tgt, "& @alla"), Fingerprint: "00112233445566bb",
			Fixes: []check.Fix{{Title: "mend both", Safe: true, Edits: []text.Edit{{Span: at(tgt, "&"), New: "och"}, {Span: at(tgt, "@"), New: ""}}}}},
		{Rule: "number", Category: "accuracy/number", Severity: check.Suggestion, Message: "the number is missing\nhere",
			Span: at(tgt, "=14").After(), Related: []check.Note{{Span: at(src, "13"), Message: "the source"}}, Fingerprint: "00112233445566cc"},
	}
	return &check.Report{Version: "1.0", Rules: sampleRules, Results: []check.Result{res, pair("en/c.md", "# Sleep\n", "sv/c.md", "# Sömn\n")}}
}

// compared is the sample held against a baseline, with one finding judged in the
// article, one in the settings, and one about these.
func compared() *check.Report {
	r := sample()
	r.Compared = true
	res := &r.Results[0]
	res.Suppressed = []check.Suppressed{{Finding: res.Findings[2], Reason: "the owl is young"},
		{Finding: res.Findings[2], Reason: "the owl is old", InSettings: true}}
	settings := text.NewFile(".tvilling.yaml", "suppress:\n  - {paths: sv/c.md, rule: dash}\n")
	r.Settings = []check.Finding{{Rule: "suppression", Category: "none", Severity: check.Warning, Message: "this gives no reason",
		Span: at(settings, "{paths: sv/c.md, rule: dash}"), Fingerprint: "00112233445566ee", Standing: check.New}}
	res.Findings = res.Findings[:2]
	res.Findings[0].Standing, res.Findings[1].Standing = check.New, check.Persisting
	res.Fixed = []check.Known{{Rule: "dash", Message: "a dash was wrong", Fingerprint: "00112233445566dd"}}
	return r
}

// TestGolden holds every format of three reports against testdata/report: one
// with findings, one held against a baseline, one that is clean.
func TestGolden(t *testing.T) {
	reports := map[string]*check.Report{
		"found":    sample(),
		"baseline": compared(),
		"clean":    {Version: "1.0", Rules: sampleRules, Results: []check.Result{pair("en/c.md", "# Sleep\n", "sv/c.md", "# Sömn\n")}},
	}
	for name, r := range reports {
		for _, f := range report.Formats() {
			t.Run(name+"/"+f.Name, func(t *testing.T) {
				var got bytes.Buffer
				if err := f.Write(&got, r, report.Options{Statistics: name == "found"}); err != nil {
					t.Fatal(err)
				}
				golden(t, filepath.Join("../../testdata/report", name+"."+f.Name), got.Bytes())
			})
		}
	}
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("differs from %s (-want +got):\n%s", file, diff)
	}
}

// TestNoFormatWritesControlCharacters writes the hostile sample in every format:
// a terminal that shows it must not obey it.
func TestNoFormatWritesControlCharacters(t *testing.T) {
	for _, f := range report.Formats() {
		if f.Name == "csv" {
			continue // for programs; a cell holds what the text holds
		}
		var got bytes.Buffer
		if err := f.Write(&got, sample(), report.Options{Statistics: true}); err != nil {
			t.Fatal(err)
		}
		for _, b := range got.Bytes() {
			if b < 0x20 && b != '\n' && b != '\t' {
				t.Errorf("%s writes control character %#x", f.Name, b)
				break
			}
		}
	}
}

// TestMarkdownFitsAComment writes 5,000 findings: those without room are counted.
func TestMarkdownFitsAComment(t *testing.T) {
	r := sample()
	res := &r.Results[0]
	for len(res.Findings) < 5000 {
		res.Findings = append(res.Findings, res.Findings[0])
	}
	var got bytes.Buffer
	if err := report.Markdown(&got, r, report.Options{Statistics: true}); err != nil {
		t.Fatal(err)
	}
	if got.Len() > 65_536 || !strings.Contains(got.String(), "more that this comment has no room for") {
		t.Errorf("%d bytes", got.Len())
	}
}
