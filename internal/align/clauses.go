package align

import (
	"strings"

	"tvilling/internal/doc"
)

// clauseMarks end a clause: the signs by which one bullet swallows another.
var clauseMarks = []string{"; ", " – ", " — ", " - ", "• ", ": ", " | ", "\n"}

// eachClause calls f for every clause of a sentence, in order.
func eachClause(s string, f func(string)) {
	for s != "" {
		at, n := len(s), 0
		for _, m := range clauseMarks {
			if i := strings.Index(s[:at], m); i >= 0 {
				at, n = i, len(m)
			}
		}
		f(s[:at])
		s = s[min(len(s), at+n):]
	}
}

// fillClauses adds a side of all the units' clauses, and where each unit begins in it.
func (a *article) fillClauses() {
	f := newFiller(a.voc)
	a.clauseAt = append(a.clauseAt, 0)
	for _, u := range a.units {
		for _, b := range u {
			for _, s := range b.Sentences {
				f.clauses(s)
			}
		}
		a.clauseAt = append(a.clauseAt, int32(f.count()))
	}
	a.clauses = f.done()
}

func (f *filler) clauses(s doc.Sentence) {
	eachClause(s.Text(), f.sentence)
}
