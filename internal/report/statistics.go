package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"tvilling/internal/check"
)

// Penalties are the error penalty points of a severity: MQM's multipliers are 0
// for neutral, 1 for minor, 5 for major and 25 for critical errors (MQM Council,
// "The MQM Scoring Models"). A suggestion is neutral. Nothing is critical: that
// is for a person to say, who knows what the article is for.
var Penalties = [...]int{check.Suggestion: 0, check.Warning: 1, check.Error: 5}

// unscored is the category of rules that find nothing wrong with a translation.
const unscored = "none"

// Statistics are the counts and scores of a report.
type Statistics struct {
	Rules    []RuleCount `json:"rules"`    // most findings first
	Articles []Score     `json:"articles"` // in order of the report
	Project  Score       `json:"project"`  // of all articles together
}

// RuleCount is how many findings a rule has.
type RuleCount struct {
	Rule  string `json:"rule"`
	Count int    `json:"count"`
}

// Score is MQM's linear quality score without calibration. Penalty is the
// absolute penalty total, the sum of Penalties over the findings; Normed is the
// penalty per 1,000 words; Score is 100 × (1 − Penalty/Words), which is 100 for a
// text without findings and may fall below 0.
type Score struct {
	Target  string  `json:"target"` // "" for the project
	Words   int     `json:"words"`  // of the source: its length is not the translator's doing
	Penalty int     `json:"penalty"`
	Normed  float64 `json:"per1000"`
	Score   float64 `json:"score"`
}

// Measure counts findings and scores articles. Findings that the baseline knows
// count too: the score is of the text as it is. Suppressed ones do not.
func Measure(r *check.Report) Statistics {
	s := Statistics{Rules: []RuleCount{}, Articles: []Score{}}
	counts := map[string]int{}
	for i := range r.Results {
		res := &r.Results[i]
		article := Score{Target: res.Target.File.Name, Words: res.Words}
		for _, f := range res.Findings {
			counts[f.Rule]++
			if f.Category != unscored {
				article.Penalty += Penalties[f.Severity]
			}
		}
		s.Project.Words += article.Words
		s.Project.Penalty += article.Penalty
		s.Articles = append(s.Articles, article.reckon())
	}
	for _, f := range r.Settings {
		counts[f.Rule]++
	}
	s.Project = s.Project.reckon()
	for rule, n := range counts {
		s.Rules = append(s.Rules, RuleCount{rule, n})
	}
	slices.SortFunc(s.Rules, func(a, b RuleCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Rule, b.Rule))
	})
	return s
}

// reckon fills in what follows from words and penalty, to a hundredth.
func (s Score) reckon() Score {
	each := float64(s.Penalty) / float64(max(s.Words, 1))
	s.Normed, s.Score = hundredths(1000*each), hundredths(100*(1-each))
	return s
}

func hundredths(x float64) float64 {
	if x < 0 {
		return -hundredths(-x)
	}
	return float64(int(x*100+0.5)) / 100
}

// StatisticsText writes the statistics as two tables.
func StatisticsText(w io.Writer, r *check.Report, o TextOptions) error {
	s := Measure(r)
	b := bufio.NewWriter(w)
	paint := newPaint(o.Color)
	fmt.Fprintf(b, "\n%s\n", paint.bold("Findings by rule"))
	t := tabwriter.NewWriter(b, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, c := range s.Rules {
		fmt.Fprintf(t, "%d\t  %s\n", c.Count, c.Rule)
	}
	t.Flush()
	fmt.Fprintf(b, "\n%s\n", paint.bold("MQM score (100 less penalty points per 100 words; error 5, warning 1, suggestion 0)"))
	t = tabwriter.NewWriter(b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(t, "score\tper 1,000\tpenalty\twords\t  article\n")
	for _, a := range s.Articles {
		scoreRow(t, a, escape(a.Target))
	}
	scoreRow(t, s.Project, "all")
	t.Flush()
	return b.Flush()
}

func scoreRow(w io.Writer, s Score, name string) {
	fmt.Fprintf(w, "%.2f\t%.2f\t%d\t%d\t  %s\n", s.Score, s.Normed, s.Penalty, s.Words, name)
}
