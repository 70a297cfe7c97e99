package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ends decides whether the open sentence ends at e; there is text after e.next.
func (sp *splitter) ends(e ending) bool {
	next := lookAhead(sp.s, e.next)
	before := lastToken(sp.s[sp.start:e.at])
	spaced := e.next > e.end
	switch {
	case !spaced:
		return sp.endsUnspaced(e, next)
	case next.lower || next.first == '.' || next.first == ',' || next.first == ';' || next.first == ':':
		return false
	case sp.bracketed(e):
		return false
	case e.strong || e.dots:
		return !sp.speaks(e)
	}
	return sp.endsAtStop(e, before, next) && !sp.speaks(e)
}

// endsUnspaced decides about a mark with no space after it, of which "Node.js"
// has one and a text from which spaces got lost another: only after a closing
// quote or note mark, or in a script that sets no spaces.
func (sp *splitter) endsUnspaced(e ending, next following) bool {
	if r, _ := utf8.DecodeRuneInString(sp.s[e.at:]); r >= 0x3000 {
		return true
	}
	if e.end == e.marks || !next.upper || next.quoted {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(sp.s[:e.at])
	return unicode.IsLower(last) && !strings.ContainsAny(lastToken(sp.s[sp.start:e.at]), "/@=&")
}

// bracketed says that the marks stand alone in brackets: "(!)", "[…]".
func (sp *splitter) bracketed(e ending) bool {
	if e.at == 0 || e.end == e.marks {
		return false
	}
	open, close := sp.s[e.at-1], sp.s[e.marks]
	return open == '(' && close == ')' || open == '[' && close == ']'
}

// speaks says that what follows a quotation is who said it: `"Stop!" Anna said`.
func (sp *splitter) speaks(e ending) bool {
	if e.end == e.marks {
		return false
	}
	if q, _ := utf8.DecodeLastRuneInString(sp.s[:e.end]); !strings.ContainsRune(`"'”’»«`, q) {
		return false
	}
	name := wordAt(sp.s, e.next)
	at := e.next + len(name)
	if name == "" || sp.begins(name) || at+1 >= len(sp.s) || sp.s[at] != ' ' {
		return false
	}
	return sp.lang.speech[wordAt(sp.s, at+1)]
}

// endsAtStop decides about a single full stop, the token before which is
// before; next begins with a capital, a digit or a sign.
func (sp *splitter) endsAtStop(e ending, before string, next following) bool {
	head := strings.TrimRight(sp.s[sp.start:e.at-len(before)], " \n\t\u00a0")
	token := strings.TrimLeftFunc(before, func(r rune) bool { return !IsWordRune(r) && r != '°' })
	starts := strings.TrimLeftFunc(head, func(r rune) bool { return !IsWordRune(r) }) == ""
	switch {
	case token == "":
		return true
	case starts && enumerates(token):
		return false
	case next.volume: // "Neuron. 2010;65(2):165": one reference
		return false
	case starts && next.upper && sp.labelled(token):
		return true
	case isNumber(token):
		return !sp.afterLabelAtStart(head) && !sp.ordinalDay(token, next)
	}
	kind, full := sp.abbreviation(head, token)
	switch {
	case isInitials(token) && (len(full) == 1 || kind == 0): // a single capital is none of "c.", "s.", "p."
		return sp.endsAtInitial(head, next)
	case kind != 0:
		return sp.endsAtAbbreviation(kind, full, head, next)
	}
	return true
}

func (sp *splitter) labelled(token string) bool { return sp.lang.labels[strings.ToLower(token)] }

// afterLabelAtStart says that head is only a label: "Figure" of "Figure 3. The curve".
func (sp *splitter) afterLabelAtStart(head string) bool {
	head = strings.TrimLeftFunc(head, func(r rune) bool { return !IsWordRune(r) })
	return len(head) < longestToken && sp.labelled(head)
}

// ordinalDay says that token is a day before a month that is capitalised: "den 3. Maj".
func (sp *splitter) ordinalDay(token string, next following) bool {
	if len(token) > 2 || !next.upper {
		return false
	}
	month := strings.ToLower(next.word)
	for _, m := range sp.lang.Months {
		if m.Name == month {
			return true
		}
	}
	return false
}

// abbreviation is the kind of the abbreviation that ends in token, and all of
// it: it may stand in pieces ("t. ex."), head being what stands before token.
func (sp *splitter) abbreviation(head, token string) (stopKind, string) {
	full := strings.ToLower(token)
	kind := sp.lang.abbreviations[full]
	for range 2 {
		if len(token) > 3 || !strings.HasSuffix(head, ".") {
			break
		}
		head = head[:len(head)-1]
		piece := lastToken(head)
		head = strings.TrimRight(head[:len(head)-len(piece)], " \n\t\u00a0")
		full = strings.ToLower(strings.TrimLeft(piece, `("”“'`)) + "." + full
		if k := sp.lang.abbreviations[full]; k != 0 {
			kind = k
			return kind, full
		}
	}
	return kind, strings.ToLower(token)
}

// endsAtAbbreviation decides about the stop of an abbreviation.
func (sp *splitter) endsAtAbbreviation(kind stopKind, full, head string, next following) bool {
	switch kind {
	case neverEnds:
		return false
	case beforeNumber:
		return !next.digit && !next.code
	case endsAtCapital:
		return next.upper && !sp.dated(next)
	}
	if full == "al" && strings.HasSuffix(head, "et") && strings.HasSuffix(strings.TrimRight(strings.TrimSuffix(head, "et"), " "), ",") {
		return false // "Wu LJ, et al. The role": a reference, whose title follows
	}
	return next.upper && sp.begins(next.word) || next.other
}

// dated says that next goes with a time of day: "5 p.m. Monday", "9 a.m. EST".
func (sp *splitter) dated(next following) bool {
	w := strings.ToLower(next.word)
	for _, d := range sp.lang.Weekdays {
		if d == w {
			return true
		}
	}
	return len(next.word) > 1 && next.word == strings.ToUpper(next.word)
}

// begins says that a capital at word comes from a sentence's beginning, not
// from a name: it is a function word.
func (sp *splitter) begins(word string) bool { return sp.lang.FunctionWords[strings.ToLower(word)] }

// endsAtInitial decides about the stop of initials ("J. K. Rowling"), which may
// also be what a label names ("vitamin C") or a unit ("20 °C", "5 V").
func (sp *splitter) endsAtInitial(head string, next following) bool {
	word := lastToken(head)
	last, _ := utf8.DecodeLastRuneInString(head)
	switch {
	case unicode.IsDigit(last):
		return true
	case sp.labelled(strings.TrimLeft(word, `("”“'`)):
		return true
	}
	return next.digit && !next.quoted || next.upper && utf8.RuneCountInString(next.word) > 1 && sp.begins(next.word)
}

// following is what stands after a possible sentence end.
type following struct {
	first  rune   // the first character
	word   string // the first word, after opening quotes, brackets and dashes
	quoted bool   // an opening quote or bracket precedes it
	lower  bool   // the word begins with a small letter and is no "pH" or "iPhone"
	upper  bool   // it begins with a capital, or with a letter that has no case
	digit  bool
	other  bool // there is no word: a sign, a bullet
	code   bool // it is short and of capitals and digits: "S1", "IV"
	volume bool // it is a year, with a volume after: "2010;65(2)"
}

// lookAhead reads what follows at i.
func lookAhead(s string, i int) following {
	var f following
	f.first, _ = utf8.DecodeRuneInString(s[i:])
	for n := 0; n < 12 && i < len(s); n++ { // more signs than that are no opening
		r, w := utf8.DecodeRuneInString(s[i:])
		if IsWordRune(r) {
			break
		}
		f.quoted = f.quoted || IsOpening(r)
		i += w
	}
	f.word = wordAt(s, i)
	first, w := utf8.DecodeRuneInString(f.word)
	second, _ := utf8.DecodeRuneInString(f.word[min(w, len(f.word)):])
	switch {
	case f.word == "":
		f.other = true
	case unicode.IsDigit(first):
		f.digit = true
		rest := s[i+len(f.word):]
		f.volume = len(f.word) == 4 && (strings.HasPrefix(rest, ";") || strings.HasPrefix(rest, ":"))
	case unicode.IsLower(first) && !unicode.IsUpper(second):
		f.lower = true
	default:
		f.upper = true
	}
	f.code = len(f.word) <= 4 && strings.Trim(f.word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == "" && f.word != "I"
	return f
}

// longestToken bounds in bytes what is looked at on either side of a stop, so
// that time stays linear. No abbreviation and no name is as long.
const longestToken = 64

// wordAt is the word that begins at i, "" if none does.
func wordAt(s string, i int) string {
	s = s[i:min(len(s), i+longestToken)]
	if n := strings.IndexFunc(s, func(r rune) bool { return !IsWordRune(r) }); n >= 0 {
		return s[:n]
	}
	return s
}

// lastToken is what stands at the end of s after its last white space.
func lastToken(s string) string {
	s = s[max(0, len(s)-longestToken):]
	if n := strings.LastIndexFunc(s, unicode.IsSpace); n >= 0 {
		_, w := utf8.DecodeRuneInString(s[n:])
		return s[n+w:]
	}
	return s
}

// enumerates says that token numbers what follows it: "4.1", "b", "IV".
func enumerates(token string) bool {
	if isNumber(token) {
		return len(token) < 4 || strings.Contains(token, ".")
	}
	return len(token) == 1 || len(token) <= 5 && strings.Trim(token, "IVX") == ""
}

// isNumber says that token is of digits and stops between them.
func isNumber(token string) bool {
	return token != "" && strings.Trim(token, "0123456789.") == "" && token[0] != '.'
}

// isInitials says that token is of single capitals with stops or hyphens between: "J", "U.S", "J.-P".
func isInitials(token string) bool {
	letter := false
	for _, r := range token {
		switch {
		case unicode.IsUpper(r) && !letter:
			letter = true
		case (r == '.' || r == '-') && (letter || r == '-'):
			letter = false
		default:
			return false
		}
	}
	return letter
}
