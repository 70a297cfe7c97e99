package review_test

import (
	"strings"
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

// TestManySuppressions: twice as many comments must not take four times as long.
func TestManySuppressions(t *testing.T) {
	spent := func(n int) time.Duration {
		target := text.NewFile("sv.md", "Studien följde många vuxna.\n\n"+strings.Repeat("<!-- tvilling-disable-next-line number: x -->\n", n))
		source := text.NewFile("en.md", "The study followed many adults.\n")
		best := time.Hour
		for range 3 {
			begin := time.Now()
			res, err := review.Pair(source, target, review.Options{SourceLang: "en", TargetLang: "sv",
				SourceFormat: parse.Markdown, TargetFormat: parse.Markdown, Rules: rules.All()})
			if err != nil || len(res.Findings) == 0 {
				t.Fatal(res, err)
			}
			best = min(best, time.Since(begin))
		}
		return best
	}
	if few, many := spent(5_000), spent(20_000); many > 10*few {
		t.Errorf("5,000 comments took %v, 20,000 took %v", few, many)
	}
}
