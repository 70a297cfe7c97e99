package wordlist

import (
	"strings"

	"tvilling/internal/lexicon/table"
)

// headForms is the forms of a line's headword and, when it is a phrase, those of
// its content words.
func (c *compiler) headForms(l Line) (heads, inside []form) {
	words := strings.Fields(l.Head)
	if len(words) == 1 {
		for _, f := range englishForms(l.Head, l.Class, l.Irregular) {
			heads = append(heads, form{f, englishRoles(l.Class)})
		}
		// a Swedish adverb is the adjective's neuter, so it needs no line of its own
		if ly := adverb(l.Head); l.Class == "a" && ly != "" && c.heads["adv "+ly] == nil {
			heads = append(heads, form{text: ly})
		}
		return withoutStop(heads), nil
	}
	variants := make([][]form, len(words))
	for i, w := range words {
		forms := c.inflectInPhrase(w, l.Class, i, len(words))
		for _, f := range forms {
			variants[i] = append(variants[i], form{text: f})
		}
	}
	for _, f := range joined(variants) {
		heads = append(heads, form{text: f})
	}
	for _, f := range l.Irregular {
		heads = append(heads, form{text: f})
	}
	return heads, contentForms(words, variants, "en")
}

// inflectInPhrase is the forms that the i-th of n words of a phrase takes: a
// verb's first and a noun's last inflect.
func (c *compiler) inflectInPhrase(w, class string, i, n int) []string {
	switch {
	case class == "v" && i == 0:
		if forms := c.heads["v "+w]; forms != nil {
			return forms
		}
		return englishForms(w, "v", nil)
	case class == "n" && i == n-1:
		if forms := c.heads["n "+w]; forms != nil {
			return forms
		}
		return englishForms(w, "n", nil)
	}
	return []string{w}
}

// englishRoles: any noun, verb, adjective may be part of a compound.
func englishRoles(class string) table.Role {
	switch class {
	case "n", "v", "a":
		return table.First | table.Last
	}
	return 0
}

// renderingForms is the forms of the renderings that are one word and those of
// the content words of the others.
func (c *compiler) renderingForms(l Line) (wholes, parts []form) {
	for _, r := range l.Renderings {
		if r.FalseFriend {
			c.addFriend(l, r)
			continue
		}
		if len(r.Words) == 1 {
			wholes = append(wholes, swedishForms(r.Words[0], l.Class)...)
			continue
		}
		variants := make([][]form, len(r.Words))
		words := make([]string, len(r.Words))
		for i, w := range r.Words {
			variants[i], words[i] = swedishForms(w, phraseClass(w, l.Class, i == len(r.Words)-1)), w.Text
		}
		for _, f := range joined(variants) {
			wholes = append(wholes, form{text: f})
		}
		parts = append(parts, contentForms(words, variants, "sv")...)
		if len(words) == 2 && particles[words[1]] && kindOf(r.Words[0], l.Class) == 'v' {
			for _, f := range withParticle(r.Words[0], words[1]) {
				wholes = append(wholes, form{f, table.Last})
			}
		}
	}
	return withoutStop(wholes), parts
}

// phraseClass is the class by which a word inside a phrase inflects: without
// forms of its own only the last word of a noun or a name does.
func phraseClass(w Word, class string, last bool) string {
	noun := class == "n" || class == "name" || class == "abbr"
	switch {
	case w.Code == "" && w.Forms == nil && !(noun && last):
		return "phrase"
	case noun:
		return "n"
	}
	return class
}

const maxPhrases = 64 // inflected shapes of one phrase: a verb's 16 by an adjective's 4

// joined is every phrase that can be made by taking one form for each word.
func joined(variants [][]form) []string {
	out := []string{""}
	for _, forms := range variants {
		var next []string
		for _, head := range out {
			for _, f := range forms {
				if f.roles&table.Bound == 0 && len(next) < maxPhrases {
					next = append(next, strings.TrimSpace(head+" "+f.text))
				}
			}
		}
		out = next
	}
	return unique(out)
}

// contentForms is the forms of those words of a phrase that say something. Words
// that go with anything (take, ta) only count when there is no other.
func contentForms(words []string, variants [][]form, language string) []form {
	var out []form
	for _, skip := range []map[string]bool{lightWords[language], nil} {
		for i, w := range words {
			if w := fold(w); functionWords[language][w] || skip[w] || !hasLetter(w) {
				continue
			}
			for _, f := range variants[i] {
				if len(variants[i]) == 1 { // does not inflect, so what it is is not known
					f.roles = 0
				}
				out = append(out, f)
			}
		}
		if len(out) > 0 {
			break
		}
	}
	return out
}
