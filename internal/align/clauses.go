package align

import "strings"

// clauseMarks end a clause: the signs by which one bullet swallows another.
var clauseMarks = []string{"; ", " – ", " — ", " - ", "• ", ": ", " | ", "\n"}

// eachClause calls f for the bytes [from, to) of every clause of a sentence, in order.
func eachClause(s string, f func(from, to int)) {
	for from := 0; from < len(s); {
		at, n := len(s), 0
		for _, m := range clauseMarks {
			if i := strings.Index(s[from:at], m); i >= 0 {
				at, n = from+i, len(m)
			}
		}
		f(from, at)
		from = at + n
	}
}

// fillClauses adds a side of all the units' clauses, and where each unit begins in it.
func (a *article) fillClauses() {
	f := newFiller(a.voc)
	a.clauseAt = make([]int32, 1, len(a.units)+1)
	for _, u := range a.units {
		for _, b := range u {
			for i := a.first[b.Index]; i < a.first[b.Index+1]; i++ {
				a.addClauses(f, int(i))
			}
		}
		a.clauseAt = append(a.clauseAt, int32(f.count()))
	}
	a.clauses = f.done()
}

// addClauses adds every clause of sentence i as a unit. No token reaches from one
// into the next: the marks between them end with no digit or letter, and no number
// goes on over what they begin with.
func (a *article) addClauses(f *filler, i int) {
	s, spots := a.list[i], a.ofSentence(i)
	text := s.Text()
	eachClause(text, func(from, to int) {
		for len(spots) > 0 && int(spots[0].start) < s.Start+from {
			spots = spots[1:]
		}
		n := 0
		for n < len(spots) && int(spots[n].end) <= s.Start+to {
			n++
		}
		f.begin()
		if from == 0 && to == len(text) {
			f.again(a.sentences, i, spots)
		} else {
			f.read(text[from:to], spots[:n])
		}
		f.end(0)
		spots = spots[n:]
	})
}
