package lang

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// residue are phrases that translating machines leave in a text and that no
// article says: greetings of a chat model, refusals, notes on what was left out.
// Lower case, in every language built in: a machine answers in the language of
// its prompt as often as in that of the text.
var residue = []string{
	"as an ai language model", "as a large language model", "i cannot translate", "i can't translate", "i'm sorry, but i can",
	"i am sorry, but i can", "here is the translation", "here's the translation", "here is the translated",
	"translated into swedish:", "translated into english:", "translation into swedish:", "translation into english:",
	"[rest omitted]", "[rest of the text]", "[rest of text omitted]", "[translation continues", "[continued in the next",
	"rest of the article omitted", "(rest omitted)", "let me know if you need", "let me know if you would like me to",
	"som en ai-språkmodell", "som en stor språkmodell", "jag kan inte översätta", "tyvärr kan jag inte översätta",
	"här är översättningen", "här kommer översättningen", "här är den översatta", "översättning till svenska:",
	"översättning till engelska:", "[resten utelämnad]", "[resten av texten", "(resten utelämnad)", "[översättningen fortsätter",
	"säg till om du vill att jag", "hör av dig om du vill att jag", "låt mig veta om du vill att jag",
}

// Residue is where s holds a phrase that a translating machine left behind;
// nil when it does not.
func Residue(s string) []Range {
	if !residueRests().within(s) {
		return nil
	}
	lower := strings.ToLower(s)
	if len(lower) != len(s) { // offsets would not hold
		return nil
	}
	var out []Range
	for _, phrase := range residue {
		for at := 0; ; {
			i := strings.Index(lower[at:], phrase)
			if i < 0 {
				break
			}
			out = append(out, Range{at + i, at + i + len(phrase)})
			at += i + len(phrase)
		}
	}
	return out
}

// residueRests are the phrases from their second word on, without one of which none of
// them is there: a first word may end another word of the text, but from the second one on a
// phrase begins where a word does.
var residueRests = sync.OnceValue(func() *tree {
	var leaves []leaf
	for _, phrase := range residue {
		at := runEnd(phrase, 0)
		for runEnd(phrase, at) == at {
			_, w := utf8.DecodeRuneInString(phrase[at:])
			at += w
		}
		leaves = append(leaves, leaf{phrase[at:], true, 1})
	}
	return grow(leaves)
})
