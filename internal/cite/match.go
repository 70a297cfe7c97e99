package cite

import (
	"slices"
	"sort"
	"strings"
)

// matcher pairs two lists. Indices are those of the lists of outlines.
type matcher struct {
	out            *Comparison
	source, target []outline
	likeness       func(a, b string) float64

	ofSource, ofTarget []int // the other side's index; -1 unpaired, -2 accounted for otherwise
	weight             []float64
	evidence           []Evidence // by source
}

const (
	unpaired = -1
	settled  = -2
)

// enough is the weight from which two entries are one work, and sure the one
// from which that needs nothing else to say so; little suffices between the same
// neighbours.
const (
	little = 1.0
	enough = 3.0
	sure   = 4.5
)

// candidate is a possible pair.
type candidate struct {
	s, t       int
	weight     float64
	identified bool
}

// pair takes the heaviest candidates first.
func (m *matcher) pair() {
	m.ofSource, m.ofTarget = filled(len(m.source)), filled(len(m.target))
	m.weight, m.evidence = make([]float64, len(m.source)), make([]Evidence, len(m.source))
	var all []candidate
	for _, c := range m.candidates() {
		c.weight, c.identified = m.likeOutline(&m.source[c.s], &m.target[c.t], enough)
		if c.weight >= enough {
			all = append(all, c)
		}
	}
	sort.SliceStable(all, func(i, j int) bool {
		a, b := all[i], all[j]
		if a.weight != b.weight {
			return a.weight > b.weight
		}
		return distance(a) < distance(b)
	})
	for _, c := range all {
		if m.ofSource[c.s] == unpaired && m.ofTarget[c.t] == unpaired {
			evidence := ByParts
			if c.identified {
				evidence = ByIdentifier
			}
			m.join(c.s, c.t, c.weight, evidence)
		}
	}
}

func (m *matcher) join(s, t int, weight float64, by Evidence) {
	m.ofSource[s], m.ofTarget[t] = t, s
	m.weight[s], m.evidence[s] = weight, by
}

func distance(c candidate) int { return max(c.s-c.t, c.t-c.s) }

func filled(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = unpaired
	}
	return out
}

// few pairs of entries are all looked at; among many only those that share a key.
const allPairs = 40000

// candidates are the pairs worth weighing, in order of source and target.
func (m *matcher) candidates() []candidate {
	var out []candidate
	if len(m.source)*len(m.target) <= allPairs {
		for s := range m.source {
			for t := range m.target {
				out = append(out, candidate{s: s, t: t})
			}
		}
		return out
	}
	byKey := map[string][]int{}
	for t := range m.target {
		for _, k := range m.target[t].keys() {
			if len(byKey[k]) < 50 { // a key that so many share tells nothing
				byKey[k] = append(byKey[k], t)
			}
		}
	}
	for s := range m.source {
		var found []int
		for _, k := range m.source[s].keys() {
			found = append(found, byKey[k]...)
		}
		slices.Sort(found)
		for _, t := range slices.Compact(found) {
			out = append(out, candidate{s: s, t: t})
		}
	}
	return out
}

// keys are what two entries of one work share at least one of.
func (o *outline) keys() []string {
	out := append([]string(nil), o.ids...)
	if o.title != "" {
		out = append(out, "title:"+o.title)
	}
	if o.url != "" {
		out = append(out, "url:"+o.url)
	}
	if len(o.surnames) > 0 {
		out = append(out, "name:"+o.surnames[0]+o.year, "name:"+o.surnames[0]+":"+o.pages[0])
	}
	if o.pages[0] != "" && o.year != "" {
		out = append(out, "page:"+o.year+":"+o.pages[0])
	}
	return out
}

// between pairs entries that stand alone between the same neighbours and have
// something in common, such as the year and nothing else that a careless hand left.
func (m *matcher) between() {
	for s := range m.source {
		if m.ofSource[s] != unpaired {
			continue
		}
		t, ok := m.opposite(s)
		if !ok {
			continue
		}
		if w, _ := m.likeOutline(&m.source[s], &m.target[t], little); w >= little {
			m.join(s, t, w, ByPlace)
		}
	}
}

// opposite is the unpaired target entry that has the partners of s's neighbours
// on both sides; ok is false when there is none or s has no such neighbours.
func (m *matcher) opposite(s int) (t int, ok bool) {
	before, after := -1, len(m.target)
	if s > 0 {
		before = m.ofSource[s-1]
		if before < 0 {
			return 0, false
		}
	}
	if s+1 < len(m.source) {
		after = m.ofSource[s+1]
		if after < 0 {
			return 0, false
		}
	}
	return before + 1, after == before+2 && m.ofTarget[before+1] == unpaired
}

// duplicates settles target entries that give again what another gives, unless
// the source gives it twice too.
func (m *matcher) duplicates() {
	m.out.Duplicates = m.repeated(m.target, m.ofTarget)
}

// dropped settles source entries that repeat another of the source.
func (m *matcher) dropped() {
	m.out.Dropped = m.repeated(m.source, m.ofSource)
}

// repeated finds the unpaired entries of a list that say what another entry of
// it says, and settles them.
func (m *matcher) repeated(list []outline, of []int) []Duplicate {
	byKey := map[string][]int{}
	for i := range list {
		for _, k := range list[i].keys() {
			if len(byKey[k]) < 50 {
				byKey[k] = append(byKey[k], i)
			}
		}
	}
	var out []Duplicate
	for i := range list {
		if of[i] != unpaired {
			continue
		}
		best, most := -1, sure
		for _, k := range list[i].keys() {
			for _, j := range byKey[k] {
				if j == i || of[j] == settled || of[j] == unpaired && j > i {
					continue
				}
				if w, _ := m.likeOutline(&list[j], &list[i], most); w > most || w == most && j < best {
					best, most = j, w
				}
			}
		}
		if best >= 0 {
			of[i] = settled
			out = append(out, Duplicate{list[i].entry, list[best].entry, confidence(most)})
		}
	}
	return out
}

// merged finds lost source entries whose text went into the target entry of a
// neighbour.
func (m *matcher) merged() {
	for s := range m.source {
		if m.ofSource[s] != unpaired {
			continue
		}
		for _, next := range []int{s - 1, s + 1} {
			if next < 0 || next >= len(m.source) || m.ofSource[next] < 0 {
				continue
			}
			t := m.ofSource[next]
			if !m.source[s].within(&m.target[t]) {
				continue
			}
			both := []*Entry{m.source[min(s, next)].entry, m.source[max(s, next)].entry}
			m.out.Merged = append(m.out.Merged, Merge{m.target[t].entry, both})
			m.ofSource[s], m.ofSource[next], m.ofTarget[t] = settled, settled, settled
			break
		}
	}
}

// within says that the text of o stands inside that of the other entry: its
// identifier, or first author, year and pages.
func (o *outline) within(other *outline) bool {
	for _, id := range o.ids {
		if _, value, _ := strings.Cut(id, ":"); len(value) > 6 && strings.Contains(other.text, letters(value)) {
			return true
		}
	}
	return len(o.surnames) > 0 && o.year != "" && o.pages[0] != "" && len(o.title) > 0 &&
		strings.Contains(other.text, letters(readName(o.entry.Value(Author)).surname)) &&
		strings.Contains(other.text, o.year) && strings.Contains(other.text, letters(o.entry.Value(Pages)))
}

// divided finds target entries without counterpart that are the rest of the
// entry before or behind them.
func (m *matcher) divided() {
	for t := range m.target {
		if m.ofTarget[t] != unpaired {
			continue
		}
		for _, next := range []int{t - 1, t + 1} {
			if next < 0 || next >= len(m.target) || m.ofTarget[next] < 0 {
				continue
			}
			s := m.ofTarget[next]
			if !m.remainder(&m.source[s], &m.target[next], &m.target[t]) {
				continue
			}
			both := []*Entry{m.target[min(t, next)].entry, m.target[max(t, next)].entry}
			m.out.Divided = append(m.out.Divided, Division{m.source[s].entry, both})
			m.ofTarget[t], m.ofTarget[next], m.ofSource[s] = settled, settled, settled
			break
		}
	}
}

// remainder says that rest holds what part lacks of whole: an identifier, the
// pages or the title.
func (m *matcher) remainder(whole, part, rest *outline) bool {
	lacks := whole.pages[0] != "" && part.pages[0] == "" && rest.pages[0] == whole.pages[0] ||
		whole.title != "" && part.title != whole.title && rest.title == whole.title && rest.pages[0] == ""
	return (lacks || shareAny(whole.ids, rest.ids) && !shareAny(whole.ids, part.ids)) && part.text != rest.text
}

// collect writes down what is paired and what is left.
func (m *matcher) collect() {
	order := m.inOrder()
	for t, s := range m.ofTarget {
		switch {
		case s >= 0:
			m.out.Pairs = append(m.out.Pairs, Pair{
				m.source[s].entry, m.target[t].entry, m.evidence[s], confidence(m.weight[s]), !order[t],
			})
		case s == unpaired:
			m.out.Extra = append(m.out.Extra, m.target[t].entry)
		}
	}
	for s, t := range m.ofSource {
		if t == unpaired {
			m.out.Missing = append(m.out.Missing, m.source[s].entry)
		}
	}
}

// confidence maps a weight to 0–1: a half at what just suffices.
func confidence(weight float64) float64 { return weight / (weight + enough) }

// inOrder marks the target entries of a longest run of pairs that both lists
// have in the same order; the others moved.
func (m *matcher) inOrder() map[int]bool {
	var ends []int                         // ends[k]: target index that ends the best run of length k+1
	before := make([]int, len(m.ofTarget)) // the target index before it in its run
	for t, s := range m.ofTarget {
		if s < 0 {
			continue
		}
		k := sort.Search(len(ends), func(k int) bool { return m.ofTarget[ends[k]] >= s })
		before[t] = -1
		if k > 0 {
			before[t] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, t)
		} else {
			ends[k] = t
		}
	}
	out := map[int]bool{}
	if len(ends) > 0 {
		for t := ends[len(ends)-1]; t >= 0; t = before[t] {
			out[t] = true
		}
	}
	return out
}
