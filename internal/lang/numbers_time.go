package lang

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clockTime adds the time of day that text, which is s[start:end], is: "10:30",
// or "10.30" and "10" where the words around it say so. It returns the end, 0
// when it is none.
func (n *numberer) clockTime(start, end int, text, tail string) int {
	t, sign, ok := readTime(text)
	if !ok {
		return 0
	}
	half, stop := n.halfDay(end, tail)
	switch r := &n.lang.numberRules; {
	case half >= 0:
		return n.time(start, stop, t.inHalf(half), false)
	case tail != "":
		return 0
	case sign == ':', r.clock[n.before(start)], n.follows(start) && (sign == '.' || n.lang.numberRules.wholeDay && n.dashed(n.lastTime, start)):
		return n.time(start, end, t, t.hour <= 12 && (!r.wholeDay || sign == 0))
	}
	for _, o := range n.lang.numberRules.oclock {
		if strings.HasPrefix(n.s[end:], " "+o) {
			return n.time(start, end+1+len(o), t, true)
		}
	}
	return 0
}

// time adds the time of day s[start:end].
func (n *numberer) time(start, end int, t dayTime, either bool) int {
	n.lastTime = end
	return n.add(Number{Start: start, End: end, Value: t.String(), Kind: Time, Either: either}, 0)
}

// follows says that a time of day ended shortly before i and only a dash or a
// word like "to" stands between.
func (n *numberer) follows(i int) bool {
	return n.lastTime > 0 && i >= n.lastTime && n.paired(n.lastTime, i)
}

func (n *numberer) dashed(from, to int) bool {
	return strings.Trim(n.s[from:to], "-–— \u00a0") == ""
}

// dayTime is a time of day as it is said.
type dayTime struct {
	hour, minute int
	seconds      string
}

// String is the canonical form: "08:05".
func (t dayTime) String() string {
	out := append(make([]byte, 0, len("23:59:59")), twoDigits(t.hour%24)...)
	out = append(append(out, ':'), twoDigits(t.minute)...)
	if t.seconds != "" {
		out = append(append(out, ':'), t.seconds...)
	}
	return string(out)
}

// twoDigits is n, 0–99, with a leading zero if need be.
func twoDigits(n int) string {
	return "0123456789"[n/10:n/10+1] + "0123456789"[n%10:n%10+1]
}

// inHalf is t in the half of the day that begins at hour half, if t can be in it.
func (t dayTime) inHalf(half int) dayTime {
	if t.hour <= 12 {
		t.hour = t.hour%12 + half
	}
	return t
}

// readTime reads "10", "10:30", "10.30" and "10:30:15"; sign is what stands
// after the hour, 0 for nothing.
func readTime(text string) (t dayTime, sign byte, ok bool) {
	hours, rest := text, ""
	if i := strings.IndexAny(text, ":."); i > 0 {
		hours, sign, rest = text[:i], text[i], text[i+1:]
	}
	minutes, seconds, _ := strings.Cut(rest, ":")
	h, err := strconv.Atoi(hours)
	if err != nil || len(hours) > 2 || h > 24 || len(seconds) > 2 {
		return t, 0, false
	}
	if sign == 0 {
		return dayTime{hour: h}, 0, true
	}
	m, err := strconv.Atoi(minutes)
	if err != nil || m > 59 || len(minutes) != 2 {
		return t, 0, false
	}
	return dayTime{h, m, seconds}, sign, true
}

// halfDay reads "a.m.", "pm" and the like after a number that ends at end, or
// in its tail: the hour the half day begins at, and where the words end; -1 for none.
func (n *numberer) halfDay(end int, tail string) (int, int) {
	if half, ok := n.lang.numberRules.halfDays[tail]; ok {
		return half, end + len(tail)
	}
	if tail != "" && tail != "a" && tail != "p" {
		return -1, end
	}
	at := end
	for at < len(n.s) && at < end+3 {
		r, w := utf8.DecodeRuneInString(n.s[at:])
		if !unicode.IsSpace(r) {
			break
		}
		at += w
	}
	letters, stop := make([]byte, 0, 2), at
	for stop < len(n.s) && stop < at+5 {
		c := n.s[stop]
		if c != '.' && c != ' ' && c|0x20 < 'a' || c|0x20 > 'z' || c == ' ' && len(letters) != 1 {
			break
		}
		if c|0x20 >= 'a' {
			letters = append(letters, c|0x20)
		}
		stop++
		if len(letters) == 2 {
			break
		}
	}
	half, ok := n.lang.numberRules.halfDays[string(letters)]
	if r, _ := utf8.DecodeRuneInString(n.s[stop:]); !ok || stop < len(n.s) && IsWordRune(r) {
		return -1, end
	}
	if stop < len(n.s) && n.s[stop] == '.' && n.s[stop-2] == '.' {
		stop++
	}
	return half, stop
}

// sameHalfDay gives a number that a time of day follows in a range ("1–3 p.m.",
// "between 10:30 and 11 p.m.") that time's half of the day.
func (n *numberer) sameHalfDay(i int) {
	if i == 0 || n.out[i].Either {
		return
	}
	num, before := n.out[i], &n.out[i-1]
	if before.Kind == Time && !before.Either || before.Kind > Spelled && before.Kind != Time || !n.paired(before.End, num.Start) {
		return
	}
	text := n.s[before.Start:before.End]
	if before.Kind == Spelled {
		text = before.Value
	}
	t, sign, ok := readTime(text)
	if _, half := n.lang.numberRules.halfDays[lastLetters(n.s[num.Start:num.End])]; !ok || t.hour > 12 || !half && sign == 0 {
		return
	}
	end, _, _ := readTime(num.Value)
	t = t.inHalf(end.hour / 12 * 12)
	if t.hour > end.hour {
		t.hour -= 12 // "11–1 p.m."
	}
	if t.hour < 0 {
		return
	}
	*before = Number{Start: before.Start, End: before.End, Value: t.String(), Kind: Time}
}

// lastLetters are the last two letters of s, in lower case, stops and spaces left out.
func lastLetters(s string) string {
	s = strings.NewReplacer(".", "", " ", "").Replace(strings.ToLower(s))
	return s[max(0, len(s)-2):]
}

// spokenTime adds the time of day that the words at i are ("noon", "half past
// seven", "halv åtta") and returns its end, or 0.
func (n *numberer) spokenTime(i, end int) int {
	r := &n.lang.numberRules
	word := strings.ToLower(n.s[i:end])
	if v, ok := r.times[word]; ok {
		t, _, _ := readTime(v)
		return n.time(i, end, t, false)
	}
	for words := 0; words < 2; words++ {
		if add, ok := r.pastHour[word]; ok {
			if stop := n.hourAt(i, end, add); stop > 0 {
				return stop
			}
		}
		next, stop := n.after(end)
		if stop == end {
			return 0
		}
		word, end = word+" "+next, stop
	}
	return 0
}

// hourAt adds the time that lies add minutes after the hour named after end.
func (n *numberer) hourAt(start, end, add int) int {
	next, stop := n.after(end)
	w, ok := n.lang.numbers[next]
	hour := int(w.value)
	if !ok {
		hour, _ = strconv.Atoi(next)
	}
	if hour < 1 || hour > 12 || ok && (w.ordinal || w.role > roleTeen) {
		return 0
	}
	after, _ := n.after(stop)
	if m, ok := n.lang.numbers[after]; ok && m.role >= roleHundred && m.role <= roleGroup {
		return 0 // "halv tio tusen"
	}
	minutes := (hour*60 + add + 720) % 720
	return n.time(start, stop, dayTime{hour: minutes / 60, minute: minutes % 60}, true)
}

// spelledHour adds the hour that p is after "klockan" or before "o'clock", and
// returns its end; 0 when it is none.
func (n *numberer) spelledHour(p phrase, end int) int {
	hour := p.total + p.current
	if p.ordinal || p.part > 0 || hour < 1 || hour > 24 || p.last == roleArticle {
		return 0
	}
	t := dayTime{hour: int(hour)}
	for _, o := range n.lang.numberRules.oclock {
		if strings.HasPrefix(n.s[end:], " "+o) {
			return n.time(p.start, end+1+len(o), t, true)
		}
	}
	if n.lang.numberRules.clock[n.before(p.start)] {
		return n.time(p.start, end, t, hour <= 12)
	}
	return 0
}

// Agrees says that two numbers of different texts may mean the same: they have
// one value, or are the same time of day where one of them leaves the half of
// the day, or that it is a time of day, unsaid ("8 p.m." and "20", "10.30").
func (a Number) Agrees(b Number) bool {
	if a.Value == b.Value {
		return true
	}
	if a.Kind != Time && b.Kind != Time {
		return false
	}
	x, ok := a.minutes()
	y, ok2 := b.minutes()
	if !ok || !ok2 {
		return false
	}
	either := a.Either || b.Either || a.Kind != b.Kind
	return x == y || either && (x-y)%720 == 0
}

// minutes are those since midnight of a time of day, or of a number that may be one.
func (a Number) minutes() (int, bool) {
	text := a.Value
	if a.Kind != Time {
		if a.Kind > Spelled {
			return 0, false
		}
		if i := strings.IndexByte(text, '.'); i > 0 && len(text) == i+2 {
			text += "0"
		}
	}
	t, _, ok := readTime(text)
	return t.hour%24*60 + t.minute, ok
}
