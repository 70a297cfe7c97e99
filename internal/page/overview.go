package page

import "tvilling/internal/check"

// tick is where a finding stands in the overview at the edge of the page.
type tick struct {
	ID, Severity string
	Y            int
}

// ticks says where the findings of an article lie, in about as many units as the
// article has characters, and how many units there are.
func ticks(a *Article) (out []tick, height int) {
	for _, r := range a.Rows {
		tall := 40 // as much as a short line takes up, beside its text
		long := [2]int{}
		for side, cells := range [][]*cell{r.Source, r.Target} {
			for _, c := range cells {
				long[side] += len(c.text())
			}
		}
		tall += max(long[0], long[1])
		for i, c := range r.Cards {
			out = append(out, tick{c.id(), c.Severity, height + tall*i/len(r.Cards)})
		}
		height += tall
	}
	return out, max(height, 1)
}

// part is a stretch of a bar, of 100 units.
type part struct {
	Severity string
	X, W     int
}

// Parts show how many findings of each severity an article has, by 1,000 words:
// a full bar is 50, which is a poor article. The worse come first.
func (e Entry) Parts() []part {
	const full = 50
	var out []part
	x := 0
	for s := check.Error; ; s-- {
		w := min((e.Counts[s]*1000*100/full+e.Score.Words/2)/max(e.Score.Words, 1), 100-x)
		if w > 0 {
			out = append(out, part{s.String(), x, w})
		}
		x += w
		if s == check.Suggestion {
			return out
		}
	}
}
