package align

import "strings"

// clauseMarks end a clause: the signs by which one bullet swallows another. Each
// has a byte that few sentences have.
var clauseMarks = [...]struct {
	mark string
	sign byte
}{{"; ", ';'}, {" – ", '\xE2'}, {" — ", '\xE2'}, {" - ", '-'}, {"• ", '\xE2'}, {": ", ':'}, {" | ", '|'}, {"\n", '\n'}}

// clauseSigns are, by byte, the marks whose sign it is, a bit each.
var clauseSigns = func() (out [256]uint8) {
	for i, m := range clauseMarks {
		out[m.sign] |= 1 << i
	}
	return out
}()

// eachClause calls f for the bytes [from, to) of every clause of a sentence, in order.
func eachClause(s string, f func(from, to int)) {
	may := uint8(0) // the marks that s may have
	for i := range len(s) {
		may |= clauseSigns[s[i]]
	}
	for from := 0; from < len(s); {
		at, n := len(s), 0
		for k, m := range clauseMarks {
			if may>>k&1 == 0 {
				continue
			}
			if i := strings.Index(s[from:at], m.mark); i >= 0 {
				at, n = from+i, len(m.mark)
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
