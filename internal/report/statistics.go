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

// Statistics are the counts and scores of a report.
type Statistics struct {
	Rules    []RuleCount   `json:"rules"`    // most findings first
	Articles []check.Score `json:"articles"` // in order of the report
	Project  check.Score   `json:"project"`  // of all articles together
}

// RuleCount is how many findings a rule has.
type RuleCount struct {
	Rule  string `json:"rule"`
	Count int    `json:"count"`
}

// Measure counts findings and scores articles. Findings that the baseline knows
// count too: the score is of the text as it is. Suppressed ones do not.
func Measure(r *check.Report) Statistics {
	s := Statistics{Rules: []RuleCount{}, Articles: []check.Score{}}
	counts := map[string]int{}
	for i := range r.Results {
		res := &r.Results[i]
		for _, f := range res.Findings {
			counts[f.Rule]++
		}
		s.Articles = append(s.Articles, res.Score())
	}
	for _, f := range r.Settings {
		counts[f.Rule]++
	}
	s.Project = r.Score()
	for rule, n := range counts {
		s.Rules = append(s.Rules, RuleCount{rule, n})
	}
	slices.SortFunc(s.Rules, func(a, b RuleCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Rule, b.Rule))
	})
	return s
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

func scoreRow(w io.Writer, s check.Score, name string) {
	fmt.Fprintf(w, "%.2f\t%.2f\t%d\t%d\t  %s\n", s.Score, s.Normed, s.Penalty, s.Words, name)
}
