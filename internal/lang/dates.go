package lang

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Date is a day, a month or a weekday as a text names it. What it does not say is 0.
type Date struct {
	Start, End       int // bytes
	Year, Month, Day int
	Weekday          int // 1–7, Monday is 1
	// Swapped says that day and month may stand the other way round: "03/04/2024".
	Swapped bool
}

// Full says that d names a month with a day or a year.
func (d Date) Full() bool { return d.Month > 0 && d.Day+d.Year > 0 }

// Agrees says that two dates may be the same: nothing that both say differs.
func (d Date) Agrees(e Date) bool {
	same := func(a, b int) bool { return a == 0 || b == 0 || a == b }
	if !same(d.Year, e.Year) || !same(d.Weekday, e.Weekday) {
		return false
	}
	if same(d.Month, e.Month) && same(d.Day, e.Day) {
		return true
	}
	return (d.Swapped || e.Swapped) && same(d.Month, e.Day) && same(d.Day, e.Month)
}

// Dates are the dates of s in order, in words ("17 August 2024", "den 17
// augusti") or in digits (2024-08-17, 17/8/2024), and months and weekdays
// alone. A year or a month that stands once for two days ("17–19 August") is
// given to both. Time is linear in len(s).
func (l *Language) Dates(s string) []Date {
	if !l.mayDate(s) {
		return nil
	}
	words := l.dateWords(s)
	var out []Date
	for i := 0; i < len(words); {
		d, n := l.dateAt(s, words, i)
		if n == 0 {
			i++
			continue
		}
		out = append(out, d...)
		i += n
	}
	return out
}

// mayDate says that s may have the name of a month or a weekday, or a date in digits:
// every date has one of these. It looks only at the words that begin as a name does, or
// with a digit.
func (l *Language) mayDate(s string) bool {
	starts := l.quickly()
	for i := range len(s) {
		if !starts.dateBytes[s[i]] || i > 0 && byteClass[s[i-1]] == wordByte {
			continue
		}
		if s[i] >= '0' && s[i] <= '9' {
			if digitDate(s[i:]) > 0 {
				return true
			}
		} else if starts.dates.begins(s[i:]) {
			if kind, _ := l.monthOrDay(s, i, runEnd(s, i)); kind != otherWord {
				return true
			}
		}
	}
	return false
}

// dateWord is a word or number that a date may be made of.
type dateWord struct {
	start, end int
	kind       dateKind
	value      int
}

type dateKind uint8

const (
	otherWord   dateKind = iota
	smallNumber          // may be a day
	yearNumber
	monthWord
	weekdayWord
	wholeDate // 2024-08-17
)

// dateWords cuts s into words and says of each what it is in a date.
func (l *Language) dateWords(s string) []dateWord {
	names := l.quickly().dates
	out := make([]dateWord, 0, len(s)/6+2) // a word and its space take six bytes or more
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf && byteClass[s[i]] != wordByte {
			i++
			continue
		}
		end := runEnd(s, i)
		if end == i {
			_, w := utf8.DecodeRuneInString(s[i:])
			i += w
			continue
		}
		w := dateWord{start: i, end: end}
		if s[i] >= '0' && s[i] <= '9' {
			w = l.dateNumber(s, w)
		} else if end-i <= 24 && names.kinds(s[i:end]) != 0 {
			w.kind, w.value = l.monthOrDay(s, i, end)
		}
		out = append(out, w)
		i = w.end
	}
	return out
}

// dateNumber reads the number at w: a day, perhaps with the ending of an
// ordinal, a year, or a whole date in digits.
func (l *Language) dateNumber(s string, w dateWord) dateWord {
	if end := w.start + digitDate(s[w.start:]); end > w.start && (end == len(s) || byteClass[s[end]&0x7f] != wordByte) {
		w.end, w.kind = end, wholeDate
		return w
	}
	digits := w.start
	for digits < w.end && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	tail := strings.ToLower(s[digits:w.end])
	if tail == "" && digits+1 < len(s) && s[digits] == ':' {
		if stop := runEnd(s, digits+1); l.numberRules.ordinals[":"+s[digits+1:stop]] {
			tail, w.end = s[digits:stop], stop
		}
	}
	glued := w.start > 0 && (s[w.start-1] == '.' || s[w.start-1] == ',' || s[w.start-1] == '-' && w.start > 1 && isWord(s, w.start-1)) ||
		digits+1 < len(s) && (s[digits] == '.' || s[digits] == ',') && s[digits+1] >= '0' && s[digits+1] <= '9'
	v, err := strconv.Atoi(s[w.start:digits])
	switch {
	case err != nil || glued || tail != "" && !l.numberRules.ordinals[tail]:
	case v >= 1 && v <= 31 && digits-w.start <= 2:
		w.kind, w.value = smallNumber, v
	case digits-w.start == 4 && v >= 1000 && v < 2200 && tail == "":
		w.kind, w.value = yearNumber, v
	}
	return w
}

// isWord says that a letter stands before i.
func isWord(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return unicode.IsLetter(r)
}

// digitDate is the length of the date in digits that s begins with, 0 for none:
// three numbers with one sign between them, one of them a year of four digits.
func digitDate(s string) int {
	var fields [3]int // lengths
	i := 0
	var sign byte
	for k := range fields {
		from := i
		for i < len(s) && i < from+5 && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		fields[k] = i - from
		if i == from || i-from == 3 || i-from > 4 {
			return 0
		}
		if k == 2 {
			break
		}
		if i >= len(s) || s[i] != '-' && s[i] != '/' && s[i] != '.' || sign != 0 && s[i] != sign {
			return 0
		}
		sign = s[i]
		i++
	}
	if fields[0] == 4 && fields[1] <= 2 && fields[2] <= 2 || fields[0] <= 2 && fields[1] <= 2 && fields[2] == 4 {
		return i
	}
	return 0
}

// readDigitDate is the date that text, which digitDate measured, says.
func readDigitDate(text string) Date {
	fields := strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	var v [3]int
	for i := range v {
		v[i], _ = strconv.Atoi(fields[i])
	}
	d := Date{Year: v[0], Month: v[1], Day: v[2]}
	if len(fields[0]) < 4 {
		d = Date{Year: v[2], Month: v[1], Day: v[0], Swapped: true}
	}
	if d.Month > 12 && d.Day <= 12 && d.Swapped {
		d.Month, d.Day = d.Day, d.Month
	}
	d.Swapped = d.Swapped && d.Month <= 12 && d.Day <= 12
	return d
}

// monthOrDay says what month or weekday the word s[i:end] names.
func (l *Language) monthOrDay(s string, i, end int) (dateKind, int) {
	word := strings.ToLower(s[i:end])
	capital := len(word) > 0 && word[0] != s[i]
	for _, m := range l.Months {
		if m.Name == word && (capital || !l.dates.capitals) {
			return monthWord, m.Month
		}
	}
	for d, name := range l.Weekdays {
		if rest, ok := strings.CutPrefix(word, name); ok && (capital || !l.dates.capitals) && slices.Contains(l.dates.endings, rest) {
			return weekdayWord, d + 1
		}
	}
	return otherWord, 0
}

// dateAt reads the dates that begin with words[i]: one, or two that share a
// month; n is how many words they take, 0 when none begins there.
func (l *Language) dateAt(s string, words []dateWord, i int) (dates []Date, n int) {
	r := dateReader{l: l, s: s, words: words, at: i}
	d := Date{Start: words[i].start}
	first := words[i].kind
	switch first {
	case wholeDate:
		d = readDigitDate(s[words[i].start:words[i].end])
		d.Start, d.End = words[i].start, words[i].end
		if d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > 31 {
			return nil, 0
		}
		return []Date{d}, 1
	case weekdayWord:
		return []Date{{Start: words[i].start, End: words[i].end, Weekday: words[i].value}}, 1
	case smallNumber:
		return r.dayFirst()
	case monthWord:
		return r.monthFirst()
	}
	return nil, 0
}

// dateReader reads on from words[at].
type dateReader struct {
	l     *Language
	s     string
	words []dateWord
	at    int
}

// next takes the next word if it is of that kind and near the one before.
func (r *dateReader) next(kind dateKind) (dateWord, bool) {
	i := r.at + 1
	if i >= len(r.words) || r.words[i].kind != kind || !r.near(r.words[r.at].end, r.words[i].start) {
		return dateWord{}, false
	}
	r.at = i
	return r.words[i], true
}

// near says that what stands between two words of one date is white space, a
// comma or the stop of an abbreviation.
func (r *dateReader) near(from, to int) bool {
	return to-from <= 4 && strings.Trim(r.s[from:to], "., \u00a0\u202f/") == ""
}

// dayFirst reads "17 August 2024", "17th of August" and "17–19 August".
func (r *dateReader) dayFirst() ([]Date, int) {
	from := r.at
	day := r.words[r.at]
	r.skip(r.l.dates.of)
	month, ok := r.next(monthWord)
	if ok {
		d := Date{Start: day.start, End: month.end, Day: day.value, Month: month.value}
		r.year(&d)
		return []Date{d}, r.at - from + 1
	}
	r.at = from
	second, joined := r.second()
	if !joined {
		return nil, 0
	}
	r.skip(r.l.dates.of)
	if month, ok = r.next(monthWord); !ok {
		return nil, 0
	}
	d := Date{Start: second.start, End: month.end, Day: second.value, Month: month.value}
	r.year(&d)
	return []Date{{Start: day.start, End: day.end, Day: day.value, Month: d.Month, Year: d.Year}, d}, r.at - from + 1
}

// monthFirst reads "August 17, 2024", "August 17–19", "August 2024" and "August".
func (r *dateReader) monthFirst() ([]Date, int) {
	from := r.at
	month := r.words[r.at]
	d := Date{Start: month.start, End: month.end, Month: month.value}
	if r.year(&d) || !r.l.dates.monthFirst {
		return []Date{d}, r.at - from + 1
	}
	r.skip(r.l.dates.the)
	day, ok := r.next(smallNumber)
	if !ok || r.counts(day) {
		r.at = from
		return []Date{d}, 1
	}
	d.Day, d.End = day.value, day.end
	dates := []Date{d}
	if second, ok := r.second(); ok && !r.counts(second) {
		dates = append(dates, Date{Start: second.start, End: second.end, Day: second.value, Month: d.Month})
	}
	last := &dates[len(dates)-1]
	if r.year(last) {
		dates[0].Year = last.Year
	}
	return dates, r.at - from + 1
}

// counts says that the number w counts the month before it no further: a month
// follows ("May 5 June"), or a unit ("March 10 km").
func (r *dateReader) counts(w dateWord) bool {
	if r.at+1 < len(r.words) && r.words[r.at+1].kind == monthWord && r.near(w.end, r.words[r.at+1].start) {
		return true
	}
	id, _, _ := r.l.unitAfter(r.s, Number{Start: w.start, End: w.end})
	return id != ""
}

// year takes a year after d.
func (r *dateReader) year(d *Date) bool {
	w, ok := r.next(yearNumber)
	if ok {
		d.Year, d.End = w.value, w.end
	}
	return ok
}

// second takes a second day after a dash or a word like "and".
func (r *dateReader) second() (dateWord, bool) {
	n := r.l.numberer(r.s)
	from := r.words[r.at].end
	for i := r.at + 1; i < len(r.words) && i <= r.at+2; i++ {
		if w := r.words[i]; w.kind == smallNumber && w.start-from <= 12 && n.paired(from, w.start) {
			r.at = i
			return w, true
		}
	}
	return dateWord{}, false
}

// skip passes over a word if it is one of those.
func (r *dateReader) skip(words map[string]bool) {
	if i := r.at + 1; i < len(r.words) && words[strings.ToLower(r.s[r.words[i].start:r.words[i].end])] {
		if r.near(r.words[r.at].end, r.words[i].start) {
			r.at = i
		}
	}
}
