package lang

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Guess is what Identify thinks of a text.
type Guess struct {
	Lang       *Language // nil: undecided
	Confidence float64   // 0–1
	Words      int       // how many words spoke for some language
	// Other is the BCP 47 code of a language that is not built in but that the
	// text is in by its commonest words ("da", "de"); "" when there is no sign
	// of one. Lang is nil then.
	Other string
}

// evidence is what tells a language from the others besides its commonest
// words and the n-grams of all.
type evidence struct {
	letters string // letters that it has and the others have not
	endings *tree  // endings of its words, written backwards
	table   string // how rare n-grams are, see englishGrams; "" for none
}

// What a word is worth, as the logarithm of odds. Set on our own segments in
// testdata/identify; nothing depends on their second digit.
const (
	functionWeight = 2.5 // a word that is common in one language alone
	letterWeight   = 2.5 // a letter
	endingWeight   = 1.2 // an ending
	gramWeight     = 0.30
	wordCap        = 3.0 // no word counts for more
	nameWeight     = 0.5 // the ending and n-grams of a capitalised word, which may be a name

	decided        = 2.4 // the margin from which a language is named
	decidedByShape = 4.0 // when n-grams alone speak
	mixedShare     = 0.4 // what may speak against it, as a share of what speaks for it
	mostWords      = 400 // words that are looked at: more change nothing

	mostLanguages = 16 // room for as many as will be built in
)

// Identify says which of the known languages s is in. Short or mixed texts,
// names and code are undecided (Lang nil), and so is what every language
// writes alike ("Diabetes"). More texts are read on from s as from one line to the
// next. Time is linear in what is read.
func Identify(s string, more ...string) Guess {
	var room [usualWords]telling
	words := room[:0]
	if len(more) > 0 {
		words = make([]telling, 0, mostWords)
	}
	words = tellingWords(words, s)
	for _, text := range more {
		words = tellingWords(words, text)
	}
	languages := known()
	score := make([]tally, len(languages))
	spoke, firm, small := 0, false, false
	for _, w := range words {
		speaks, isFirm := weigh(w, languages, score)
		if speaks {
			spoke++
		}
		firm, small = firm || isFirm, small || !w.capital
	}
	best, margin := leader(score)
	enough := decided
	switch {
	case !firm && !small: // "Google Chrome": nothing but names, perhaps
		enough = math.Inf(1)
	case !firm:
		enough = decidedByShape
	}
	g := Guess{Words: spoke, Confidence: 1 - math.Exp(-margin/2)}
	if code, hits := strange(words); outnumbers(hits, words, best) {
		return Guess{Words: spoke, Other: code}
	}
	if margin >= enough && score[best].against <= mixedShare*score[best].speaks {
		g.Lang = languages[best]
	}
	return g
}

// Stranger is Identify(s).Other, found sooner in texts without a sign of such a
// language and in those with more of the commonest words of each of the others.
func Stranger(s string) string {
	var room [usualWords]telling
	words := tellingWords(room[:0], s)
	code, hits := strange(words)
	languages := known()
	may := false
	for i := range languages {
		may = may || outnumbers(hits, words, i)
	}
	if !may {
		return ""
	}
	score := make([]tally, len(languages))
	for _, w := range words {
		weigh(w, languages, score)
	}
	if best, _ := leader(score); !outnumbers(hits, words, best) {
		return ""
	}
	return code
}

// outnumbers says that so many signs of a language that is not built in outweigh
// those of words that are among the commonest of known()[i].
func outnumbers(hits int, words []telling, i int) bool {
	return hits > fewHits && hits > commonest(words, i)*5/4
}

// fewHits is how many signs of a language that is not built in prove nothing.
const fewHits = 2

// tally is what the words of a text say about one language.
type tally struct{ speaks, against float64 }

// leader is the index of the language that most speaks for and by how much it leads.
func leader(score []tally) (best int, margin float64) {
	second := math.Inf(-1)
	for i, t := range score {
		sum, top := t.speaks-t.against, score[best].speaks-score[best].against
		switch {
		case i == 0:
		case sum > top:
			best, second = i, top
		default:
			second = max(second, sum)
		}
	}
	return best, score[best].speaks - score[best].against - second
}

// commonest is how many of words are among the commonest of known()[i].
func commonest(words []telling, i int) (n int) {
	for _, w := range words {
		if w.common.ofKnown(i) {
			n++
		}
	}
	return n
}

// telling is a word that may tell languages apart.
type telling struct {
	text    string // lower case; of a compound with hyphens the last part
	capital bool   // it is written with one and may be a name
	common  owners
}

// tellingWords adds to out the words of s without numbers, acronyms and what belongs
// to an address or to code.
func tellingWords(out []telling, s string) []telling {
	l, commonWords := known()[0], commonWords()
	for w, ok := l.wordFrom(s, 0); ok && len(out) < mostWords; w, ok = l.wordFrom(s, w.End) {
		text := w.Text[strings.LastIndexByte(w.Text, '-')+1:]
		if !prosaic(s, w) || text == "" || len(text) > longestToken || len(text) > 1 && capitals(text) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(text)
		lower := strings.ToLower(text)
		out = append(out, telling{lower, unicode.IsUpper(r), commonWords[lower]})
	}
	return out
}

// capitals says that text would be no other in capitals.
func capitals(text string) bool {
	for i := range len(text) {
		if text[i] >= 'a' && text[i] <= 'z' {
			return false
		}
	}
	return text == strings.ToUpper(text)
}

// prosaic says that w is a plain word of s: no digits in it, and no sign of an
// address or of code on either side.
func prosaic(s string, w Word) bool {
	if hasDigit(w.Text) || strings.IndexByte(w.Text, '_') >= 0 || len(w.Text) > 6 && strings.IndexByte(w.Text, '.') >= 0 {
		return false
	}
	if w.Start > 0 && strings.IndexByte(`/@\_#{$%=&`, s[w.Start-1]) >= 0 {
		return false
	}
	return w.End == len(s) || strings.IndexByte(`/@\_{=&`, s[w.End]) < 0 && !strings.HasPrefix(s[w.End:], "://")
}

// weigh adds what w says to score, in the order of languages, and reports whether
// it says anything, and by more than its shape.
func weigh(w telling, languages []*Language, score []tally) (speaks, firm bool) {
	var odds [mostLanguages]float64
	mean := 0.0
	low, high := math.Inf(1), 0.0
	shapes := shapes(w.text, languages)
	for i, l := range languages {
		f, shape := l.firm(w.text, w.common.ofKnown(i)), shapes[i]
		if w.capital {
			shape *= nameWeight
			if f == endingWeight {
				f *= nameWeight
			}
		}
		low, high = min(low, f), max(high, f)
		odds[i] = f + shape
		mean += odds[i] / float64(len(languages))
	}
	for i := range languages {
		v := max(-wordCap, min(odds[i]-mean, wordCap))
		if v > 0 {
			score[i].speaks += v
		} else {
			score[i].against -= v
		}
		speaks = speaks || math.Abs(v) > wordCap/6
	}
	return speaks, high > low
}

// firm is how much word, in lower case, speaks for l by its letters, its ending and
// by being one of the commonest. Like shapes it is a logarithm of odds that means
// something only beside those of another language.
func (l *Language) firm(word string, common bool) float64 {
	v := 0.0
	if common && len(word) > 1 {
		v += functionWeight
	}
	if !isASCII(word) && strings.ContainsAny(word, l.evidence.letters) {
		v += letterWeight
	}
	at := uint16(0)
	for k := len(word) - 1; k > 2; k-- { // three bytes at least stand before an ending
		if at = l.evidence.endings.step(at, word[k]); at == 0 {
			break
		}
		if l.evidence.endings.nodes[at].word != 0 {
			return v + endingWeight
		}
	}
	return v
}

// endingTree is the tree of the words of list, written backwards.
func endingTree(list string) *tree {
	var leaves []leaf
	for ending := range strings.FieldsSeq(list) {
		leaves = append(leaves, leaf{text: backwards(ending), number: 1})
	}
	return grow(leaves)
}

// shapes is how much the n-grams of word speak for each of languages.
func shapes(word string, languages []*Language) (out [mostLanguages]float64) {
	var room [(longestGram - 1) * usualLetters]uint16
	buckets := grams(room[:0], word)
	for i, l := range languages {
		table := l.evidence.table
		if table == "" {
			continue
		}
		sum := 0
		for _, b := range buckets {
			sum -= int(table[b])
		}
		out[i] = gramWeight * gramUnit * float64(sum)
	}
	return out
}

// usualLetters is how many letters most words have at most.
const usualLetters = 24
