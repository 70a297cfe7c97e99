package review_test

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"tvilling/internal/parse"
	"tvilling/internal/review"
	"tvilling/internal/rules"
	"tvilling/internal/text"
)

// FuzzSuppress reads comments and front matter of any kind, and writes
// suppressions for what is found: their edits can be made in every article.
func FuzzSuppress(f *testing.F) {
	f.Add("<!-- tvilling-disable-next-line number: why -->\nStudien följde 1 243 vuxna.\n")
	f.Add("---\ntvilling-disable:\n  - number: why\n---\n- a\n<!-- tvilling-disable a,b -->\n- Studien följde 1 243 vuxna\n<!--tvilling-enable")
	f.Add("> <!-- tvilling-disable number: x --> > | Studien | 1 243 |\n|---|---|\n| vuxna | <!-- tvilling-enable number --> |")
	chosen, err := rules.Select([]string{"number", "spacing", "missing-block", review.SuppressionRule}, nil)
	if err != nil {
		f.Fatal(err)
	}
	source := text.NewFile("en.md", "# Sleep\n\nThe study followed 1,234 adults.\n\nThe end of it was good.\n")
	f.Fuzz(func(t *testing.T, content string) {
		target, err := text.Decode("sv.md", []byte(content))
		if err != nil {
			return
		}
		for _, format := range []parse.Format{parse.Markdown, parse.HTML} {
			res, err := review.Pair(source, target, review.Options{SourceLang: "en", TargetLang: "sv",
				SourceFormat: parse.Markdown, TargetFormat: format, Rules: chosen, AllRules: rules.All()})
			if err != nil {
				return
			}
			edits, left := review.Silence(res, "accepted")
			if _, err := text.Revise(target, edits); err != nil || len(edits)+len(left) > len(res.Findings) {
				t.Errorf("%d edits and %d left for %d findings: %v", len(edits), len(left), len(res.Findings), err)
			}
		}
	})
}

// TestManySuppressions: four times as many comments must not take sixteen times as long.
func TestManySuppressions(t *testing.T) {
	if few, many := spent(t, 2_000), spent(t, 8_000); many > 10*few {
		t.Errorf("2,000 comments took %v, 8,000 took %v", few, many)
	}
}

// spent is the processor time that a review with n suppressions takes; other
// programs on the machine make no difference to it.
func spent(t *testing.T, n int) time.Duration {
	t.Helper()
	target := text.NewFile("sv.md", "Studien följde många vuxna.\n\n"+strings.Repeat("<!-- tvilling-disable-next-line number: x -->\n", n))
	source := text.NewFile("en.md", "The study followed many adults.\n")
	begin := processor(t)
	for range 3 {
		res, err := review.Pair(source, target, review.Options{SourceLang: "en", TargetLang: "sv",
			SourceFormat: parse.Markdown, TargetFormat: parse.Markdown, Rules: rules.All()})
		if err != nil || len(res.Findings) == 0 {
			t.Fatal(res, err)
		}
	}
	return processor(t) - begin
}

func processor(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
