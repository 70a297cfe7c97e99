package check

// Penalties are the error penalty points of a severity: MQM's multipliers are 0
// for neutral, 1 for minor, 5 for major and 25 for critical errors (MQM Council,
// "The MQM Scoring Models"). A suggestion is neutral. Nothing is critical: that
// is for a person to say, who knows what the article is for.
var Penalties = [...]int{Suggestion: 0, Warning: 1, Error: 5}

// unscored is the category of rules that find nothing wrong with a translation.
const unscored = "none"

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

// Score scores an article. Findings that the baseline knows count too: the score
// is of the text as it is. Suppressed ones do not.
func (r *Result) Score() Score {
	s := Score{Target: r.Target.File.Name, Words: r.Words}
	for _, f := range r.Findings {
		if f.Category != unscored {
			s.Penalty += Penalties[f.Severity]
		}
	}
	return s.reckon()
}

// Score scores all articles together.
func (r *Report) Score() Score {
	var all Score
	for i := range r.Results {
		s := r.Results[i].Score()
		all.Words += s.Words
		all.Penalty += s.Penalty
	}
	return all.reckon()
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
