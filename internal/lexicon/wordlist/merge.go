package wordlist

import (
	"cmp"
	"slices"
	"strings"
)

// Merge makes one sorted list of lines. Lines with the same headword and part of
// speech become one, with the renderings of all in order and each once; a later
// one with other forms does not replace an earlier one. False friends stand last.
func Merge(lines []Line) []Line {
	at := make(map[[2]string]int)
	var out []Line
	for _, l := range lines {
		key := [2]string{l.Head, l.Class}
		i, ok := at[key]
		if !ok {
			at[key] = len(out)
			i = len(out)
			out = append(out, Line{Head: l.Head, Class: l.Class})
		}
		for _, r := range l.Renderings {
			out[i].addRendering(r)
		}
		out[i].Irregular = unique(append(out[i].Irregular, l.Irregular...))
	}
	for i := range out {
		slices.SortStableFunc(out[i].Renderings, func(a, b Rendering) int {
			return cmp.Compare(order(a), order(b))
		})
	}
	slices.SortFunc(out, func(a, b Line) int {
		return cmp.Or(strings.Compare(fold(a.Head), fold(b.Head)), strings.Compare(a.Head, b.Head), strings.Compare(a.Class, b.Class))
	})
	return out
}

func order(r Rendering) int {
	if r.FalseFriend {
		return 1
	}
	return 0
}

func (l *Line) addRendering(r Rendering) {
	for i, have := range l.Renderings {
		if have.Plain() != r.Plain() || have.FalseFriend != r.FalseFriend {
			continue
		}
		if have.inflected() < r.inflected() {
			l.Renderings[i] = r
		}
		return
	}
	l.Renderings = append(l.Renderings, r)
}

// inflected is how much r says of the forms of its words: a code says most, and
// of two lists of forms the longer one.
func (r Rendering) inflected() int {
	n := 0
	for _, w := range r.Words {
		n += len(w.Forms)
		if w.Code != "" {
			n += maxForms
		}
	}
	return n
}
