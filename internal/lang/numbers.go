package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Numbers are the numbers of s in order, read by the language's conventions
// and given by value; no two overlap. Ranges ("3–5") are two numbers.
//
// Words that are as often no number are left out: "one", "a", "first",
// "second" and their like. Left out too is what is a name rather than a
// quantity: see Identifiers. Time is linear in len(s).
func (l *Language) Numbers(s string) []Number {
	n := l.numberer(s)
	n.scan()
	n.join()
	return n.out
}

// Identifiers are the names with digits in them ("MMFS-01", "COVID-19",
// "B12", "v1.2.3"), addresses, dates like 2024-08-17, idioms like "24/7"
// and chemical names, in order: what has digits and is not among Numbers.
// An ending in small letters after a hyphen is left out ("COVID-19-pandemin").
func (l *Language) Identifiers(s string) []Word {
	n := l.numberer(s)
	n.scan()
	return n.names
}

// numberRole is what part a word plays in a spelled number.
type numberRole uint8

const (
	roleUnit    numberRole = iota + 1 // 0–9
	roleTeen                          // 10–19
	roleTen                           // 20, 30 … 90
	roleHundred                       // multiplies what stands before it
	roleScale                         // thousand, million …: multiplies, and more may follow
	roleGroup                         // dozen: multiplies and ends
	roleArticle                       // "a": one, before what multiplies
	rolePart                          // thirds: divides what stands before it
	roleDecade                        // eighties
)

// numberWord is a word or part of one that spells a number.
type numberWord struct {
	value   int64
	role    numberRole
	ordinal bool
	// doubtful words are no number alone ("one", "second"); careful ones only
	// before a noun ("sex" in Swedish).
	doubtful, careful bool
	bare              bool // a hundred or thousand that needs nothing before it
}

// numberRules are the other facts about how a language writes numbers.
type numberRules struct {
	closed   bool            // number words are written as one: "tjugotre"
	and      string          // may stand after a hundred or a thousand; "" for none
	between  map[string]bool // join the two ends of a range: "to"
	also     map[string]bool // join two numbers of one kind: "and"
	choice   map[string]bool // function words after a careful word that is a number
	halves   []string        // precede what multiplies and halve it: "half a"
	andHalf  []string        // follow a number and add a half
	ordinals map[string]bool // endings of ordinals in digits: "rd"
	decades  map[string]bool // endings of decades in digits: "s"
	// decadeStem begins the rest of a compound with a decade: "tals" in "1800-talshus".
	decadeStem string
	counts     map[string]bool   // endings that make a rough count: "tal" in "50-tal"
	centuries  map[string]bool   // follow the ordinal of a century
	prefixes   map[string]bool   // may be joined to a number before it by a hyphen: "mid"
	vague      map[string]bool   // before a bare hundred they make it no number: "några"
	heads      []string          // begin the rest of a compound that a number word begins: "år" in "femårig"
	clock      map[string]bool   // before a time of day: "klockan"
	oclock     []string          // after one: "o'clock"
	halfDays   map[string]int    // after a time of day: the hours they add: "pm"
	times      map[string]string // words for times of day: "noon"
	pastHour   map[string]int    // before the words for an hour: the minutes that they add: "half past"
	wholeDay   bool              // hours are counted up to 24
	articles   map[string]bool   // words before the number of an article of a law
	// hints are, by value, words that may stand for a number; a star ends the
	// beginning of a word.
	hints  map[string][]string
	ofPart string          // makes a fraction of an ordinal after "a": "of" in "a third of"
	idioms map[string]bool // phrases whose first word is no number: "third party"
	the    string          // before a decade in words: "the" in "the eighties"; "" when none is needed
}

// gluedUnits may stand right after digits, besides the signs of units.
var gluedUnits = wordSet{list: "x X px pt rpm tn"}

// glues says that tail may be glued to the digits before it.
func (n *numberer) glues(tail string) bool {
	_, isUnit := unitSigns()[tail]
	_, isHalf := n.lang.numberRules.halfDays[strings.ToLower(tail)]
	return isUnit || isHalf || gluedUnits.has(tail)
}

// numberer is the state of one call of Numbers.
type numberer struct {
	lang     *Language
	s        string
	starts   *tree // of lang's words for numbers, see starts.numbers
	out      []Number
	names    []Word
	asked    int     // what before was asked last,
	answer   string  // and its answer; "" for the beginning of s
	parts    []Range // of the last chunk with digits; reused
	scales   []int64 // what the word after out[i] multiplied it by; 0 for none
	token    int     // the end of the last stretch without white space that was looked at
	lastTime int     // the end of the last time of day; 0 for none
	lastPart int     // the end of the last number of a part of a law; 0 for none
}

func (l *Language) numberer(s string) numberer {
	n := numberer{lang: l, s: s, starts: l.quickly().numbers}
	if !mayAddress(s) {
		n.token = len(s) // no stretch of it need be looked at
	}
	return n
}

func (n *numberer) scan() {
	for i := 0; i < len(n.s); {
		c := n.s[i]
		if c < utf8.RuneSelf && byteClass[c] != wordByte {
			i++
			continue
		}
		if i >= n.token {
			if end := n.address(i); end > i {
				i = end
				continue
			}
		}
		i = n.chunk(i)
	}
}

// chunk reads the word or number at i and returns the place to go on from.
func (n *numberer) chunk(i int) int {
	if n.s[i] >= utf8.RuneSelf && !smallLatin(n.s, i) {
		if w := n.vulgar(i); w > 0 {
			return w
		}
	}
	if end := runEnd(n.s, i); n.ordinary(i, end) {
		return end
	}
	end := chunkEnd(n.s, i)
	switch {
	case end == i:
		_, w := utf8.DecodeRuneInString(n.s[i:])
		return i + w
	case hasDigit(n.s[i:end]):
		return n.digits(i, end)
	}
	return n.words(i, end)
}

// ordinary says that the run of word characters s[i:end] is a chunk of its own that
// can be no number, as most words are: it has no digit, begins no number word and, by
// its first letters, is no Roman numeral.
func (n *numberer) ordinary(i, end int) bool {
	alone := end == len(n.s) || byteClass[n.s[end]] == 0
	roman := n.s[i] <= 'X' && (end < i+2 || n.s[i+1] <= 'X')
	return alone && end > i && !roman && n.starts.kinds(n.s[i:end]) == 0 && !hasDigit(n.s[i:end])
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			return true
		}
	}
	return false
}

// chunkEnd is the end of the word at i: runs of word characters, joined by
// hyphens, by stops and the like inside a number or an abbreviation.
func chunkEnd(s string, i int) int {
	end := runEnd(s, i)
	for end > i && end < len(s) && byteClass[s[end]] != 0 {
		r, w := utf8.DecodeRuneInString(s[end:])
		next, _ := utf8.DecodeRuneInString(s[end+w:])
		if end+w >= len(s) || !IsWordRune(next) {
			break
		}
		last, _ := utf8.DecodeLastRuneInString(s[i:end])
		ld, nd := unicode.IsDigit(last), unicode.IsDigit(next)
		switch {
		case IsHyphen(r), r == '_', IsApostrophe(r):
		case (r == '.' || r == ',') && ld && nd:
		case r == '.' && !ld && !nd:
		case r == ':' && ld && (nd || shortEnding(s[end+w:])):
		default:
			return end
		}
		end = runEnd(s, end+w)
	}
	return end
}

// address is the end of the network address, mail address or DOI that the
// stretch without white space at i is or holds, i when there is none.
func (n *numberer) address(i int) int {
	n.token = tokenEnd(n.s, i)
	t := n.s[i:n.token]
	switch {
	case !mayAddress(t): // most words
		return i
	case strings.Contains(t, "://"), strings.HasPrefix(t, "www."), strings.Contains(t, "@") && strings.Contains(t, "."),
		strings.HasPrefix(t, "doi:"), strings.HasPrefix(t, "DOI:"), isDOI(t):
	default:
		return i
	}
	t = strings.TrimRight(t, ".,;:!?)]}”\"'")
	if strings.ContainsAny(t, "0123456789") {
		n.name(i, i+len(t))
	}
	return n.token
}

// mayAddress says that s has one of the signs that addresses have.
func mayAddress(s string) bool {
	return strings.IndexByte(s, ':') >= 0 || strings.IndexByte(s, '/') >= 0 || strings.IndexByte(s, '@') >= 0 || strings.Contains(s, "www.")
}

// tokenEnd is the end of the stretch without white space at i.
func tokenEnd(s string, i int) int {
	for ; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			if end := strings.IndexFunc(s[i:], unicode.IsSpace); end >= 0 {
				return i + end
			}
			return len(s)
		}
		if c == ' ' || c >= '\t' && c <= '\r' {
			return i
		}
	}
	return i
}

// isDOI says that t begins as a DOI does; Crossref gives them a prefix of "10."
// and four digits or more.
func isDOI(t string) bool {
	prefix, rest, ok := strings.Cut(t, "/")
	return ok && rest != "" && len(prefix) > 6 && strings.HasPrefix(prefix, "10.") && strings.Trim(prefix[3:], "0123456789.") == ""
}

func (n *numberer) name(start, end int) {
	n.names = append(n.names, Word{start, end, n.s[start:end]})
}

// add adds a number and returns its end.
func (n *numberer) add(num Number, scale int64) int {
	n.out = append(n.out, num)
	n.scales = append(n.scales, scale)
	return num.End
}

// before is the word that ends before i with a space between, in lower case; "" when there is none.
func (n *numberer) before(i int) string {
	if i != n.asked {
		n.asked, n.answer = i, n.wordBefore(i)
	}
	return n.answer
}

func (n *numberer) wordBefore(i int) string {
	head := strings.TrimRight(n.s[:i], "\u00a0 ")
	if len(head) == i || i-len(head) > 2 {
		return ""
	}
	word := lastToken(head)
	if word == "" || byteClass[word[0]] != wordByte || byteClass[word[len(word)-1]] != wordByte {
		word = strings.Trim(word, `.("”“'’`)
	}
	return strings.ToLower(word)
}

// after is the word after i with a space or hyphen between, in lower case, and its end; "" when there is none.
func (n *numberer) after(i int) (string, int) {
	r, w := utf8.DecodeRuneInString(n.s[i:])
	if i >= len(n.s) || !unicode.IsSpace(r) && !IsHyphen(r) {
		return "", i
	}
	word := wordAt(n.s, i+w)
	return strings.ToLower(word), i + w + len(word)
}

// multiplied reads the word after i that multiplies v ("million"), if there is
// one: the product, the end of the word and the multiplier.
func (n *numberer) multiplied(v string, i int) (string, int, int64) {
	word, end := n.after(i)
	w, ok := n.lang.numbers[word]
	if !ok || w.ordinal || w.role != roleHundred && w.role != roleScale && w.role != roleGroup {
		return v, i, 0
	}
	if p := times(v, w.value); p != "" {
		return p, end, w.value
	}
	return v, i, 0
}
