package wordlist

import (
	"slices"
	"strings"

	"tvilling/internal/lexicon/table"
)

// addFriend keeps the forms of a false friend of l for later: it takes the
// inflection that the list gives the word elsewhere.
func (c *compiler) addFriend(l Line, r Rendering) {
	looksLike := []string{r.Plain()}
	for _, f := range c.bases[r.Plain()] {
		if f.roles&table.Bound == 0 {
			looksLike = append(looksLike, f.text)
		}
	}
	c.friends = append(c.friends, friend{englishForms(l.Head, l.Class, l.Irregular), looksLike})
}

// falseFriends is a line for each English form that has false friends: the form,
// a tab and the friends, separated by commas. What is a right rendering of the
// form in another line is none.
func (c *compiler) falseFriends() []byte {
	byForm := make(map[string][]string)
	for _, f := range c.friends {
		for _, h := range f.heads {
			for _, s := range f.looksLike {
				h, s := fold(h), fold(s)
				if !c.mayRender(h, s) && !slices.Contains(byForm[h], s) {
					byForm[h] = append(byForm[h], s)
				}
			}
		}
	}
	var lines []string
	for h, friends := range byForm {
		slices.Sort(friends)
		lines = append(lines, h+"\t"+strings.Join(friends, ",")+"\n")
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, ""))
}

// mayRender says that the two words share an entry.
func (c *compiler) mayRender(english, swedish string) bool {
	a, b := c.english[english], c.swedish[swedish]
	if a == nil || b == nil || !b.free {
		return false
	}
	return slices.ContainsFunc(a.entries, func(e table.Entry) bool { return slices.Contains(b.entries, e) })
}
