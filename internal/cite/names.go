package cite

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/lazy"
)

// Names in references come in five shapes. RE2 has no classes for names, so a
// word is taken for one by its capital; particles of the European languages
// may stand before it.
const (
	particle = `(?:(?:van|von|vom|zu|zur|der|den|ter|ten|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|af|av|y|e|och)[ ]|(?:d|l|al|el)['’-])`
	nameWord = `\p{Lu}[\p{L}\p{M}'’‐-]+`
	surname  = `(?:` + particle + `)*` + nameWord + `(?:[ ]` + particle + `*` + nameWord + `){0,2}`
	suffix   = `(?:,?[ ](?:Jr|Sr|II|III|IV|2nd|3rd)\b\.?)?`
	bare     = `\p{Lu}(?:[-‐]?\p{Lu}){0,3}`
	dotted   = `\p{Lu}\p{Ll}?\.(?:[ ]?[-‐]?[ ]?\p{Lu}\p{Ll}?\.){0,4}`
	given    = `(?:` + nameWord + `(?:[ -]` + nameWord + `){0,2}(?:[ ]\p{Lu}\.){0,3}|(?:\p{Lu}\.[ ]?){1,3}` + nameWord + `)`
)

var (
	vancouverName = lazy.Regexp(`^(` + surname + `[ ]` + bare + suffix + `)(?:$|[\s.,;:(&])`)
	apaName       = lazy.Regexp(`^(` + surname + `,[ ](?:` + dotted + `|` + bare + `)` + suffix + `)(?:$|[\s.,;:(&])`)
	ieeeName      = lazy.Regexp(`^(` + dotted + `[ ]?` + surname + suffix + `)(?:$|[\s.,;:(&])`)
	invertedName  = lazy.Regexp(`^(` + surname + `,[ ]` + given + suffix + `)(?:$|[\s.,;:(&])`)
	plainName     = lazy.Regexp(`^(` + given + `[ ](?:` + particle + `)*` + nameWord + suffix + `)(?:$|[\s.,;:(&])`)
)

// named finds a name in one of the shapes with initials, or turned around,
// where an entry begins.
var named = lazy.Regexp(`^[\s\[\]().\d]*(?:` + surname + `,?[ ](?:` + dotted + `|` + bare + `)(?:$|[\s.,;:(&])|` + dotted + `[ ]?` + surname + `|` + surname + `,[ ]` + given + `[.,])`)

// nameShapes are how a list of names may run: its first name, the later ones.
var nameShapes = [][2]lazy.Expression{
	{vancouverName, vancouverName}, {apaName, apaOrPlain}, {ieeeName, ieeeName}, {plainName, plainName}, {invertedName, plainName},
}

// stretch is a range of the splitter's text.
type stretch struct{ start, end int }

// names are the people or bodies at the front of a stretch.
type names struct {
	list []stretch
	etAl stretch // empty when there is none
	end  int     // behind the last name and "et al."

	joined bool // "and" stands between two of them
}

// read takes names of one shape from p.t[at:] for as long as they come. A
// Chicago or MLA list turns only its first name around.
func (p *splitter) read(at int, first, later *regexp.Regexp) names {
	n := names{end: at}
	pattern, last := first, false
	for at < len(p.t) && (len(n.list) == 0 || !p.emAt(at)) {
		if length := p.w.etAl.length(p.t[at:]); length > 0 && len(n.list) > 0 {
			n.etAl = stretch{at, at + length}
			n.end = at + length
			return n
		}
		m := pattern.FindSubmatchIndex(p.t[at:])
		if m == nil {
			return n
		}
		n.list = append(n.list, stretch{at, at + m[3]})
		n.end = at + m[3]
		if last || p.w.editorMark().Match(p.t[n.end:]) {
			return n
		}
		sep := p.separator(n.end)
		if sep == 0 {
			return n
		}
		// What joins two names without a comma or stop of its own is "and": the
		// next name is the last.
		last = strings.ContainsFunc(p.s[n.end:n.end+sep], func(r rune) bool { return unicode.IsLetter(r) || r == '&' })
		n.joined = n.joined || last
		at = n.end + sep
		pattern = later
	}
	return n
}

// separator is how many bytes stand between one name and the next at p.t[at:]; 0 for none.
func (p *splitter) separator(at int) int {
	if m := p.w.joiner().FindIndex(p.t[at:]); m != nil {
		rest := m[1]
		if more := p.w.joiner().FindIndex(p.t[at+rest:]); more != nil {
			rest += more[1]
		}
		return rest
	}
	if len(p.t) > at+1 && p.t[at] == ' ' && p.w.etAl.in(p.t[at+1:]) {
		return 1
	}
	return 0
}

// authors takes the names and, where it follows them, the year, and returns
// where the rest begins.
func (p *splitter) authors() int {
	at := p.from
	for at < len(p.t) && (isSpace(p.t[at]) || p.t[at] == 0) {
		at++
	}
	p.from = at
	for _, shape := range [][2]*regexp.Regexp{{vancouverName(), vancouverName()}, {apaName(), apaOrPlain()}, {ieeeName(), ieeeName()}} {
		n := p.read(at, shape[0], shape[1])
		if len(n.list) == 0 {
			continue
		}
		if whole := p.read(at, invertedName(), plainName()); whole.end > n.end && p.closed(whole) && p.quoteOrYearAt(whole.end) {
			n = whole // "Grice, H. Paul."
		}
		if n, ok := p.backOff(n); ok {
			return p.afterNames(n)
		}
	}
	if end, ok := p.yearBracket(at); ok {
		return p.afterNames(p.region(at, end))
	}
	n, ok := p.backOff(p.read(at, invertedName(), plainName()))
	if ok && !p.titleLike(n) {
		return p.afterNames(n)
	}
	n = p.read(at, plainName(), plainName())
	if len(n.list) > 0 && p.closed(n) && p.quoteOrYearAt(n.end) {
		return p.afterNames(n)
	}
	return p.body(at)
}

// apaOrPlain is a later name of a list whose first is "Bliss, T.": some styles
// turn only the first around.
var apaOrPlain = lazy.Regexp(`^((?:` + surname + `,[ ](?:` + dotted + `|` + bare + `)|` + dotted + `[ ]?` + surname + `)` + suffix + `)(?:$|[\s.,;:(&])`)

// backOff drops names from the end until what is left is closed: a title in
// capitals may read as one more name.
func (p *splitter) backOff(n names) (names, bool) {
	for tries := 0; len(n.list) > 0 && tries < 3; tries++ {
		if p.closed(n) {
			return n, true
		}
		n.list = n.list[:len(n.list)-1]
		if len(n.list) > 0 {
			n.end = n.list[len(n.list)-1].end
		}
	}
	return n, false
}

// body of a group that signs behind its members: "; PRISMA Group."
var groupName = lazy.Regexp(`^;\s+((?:on behalf of |for )?(?:the )?\p{Lu}[^.;,:]{2,60})\.\s`)

// closed says that names end where a reference lets them end.
func (p *splitter) closed(n names) bool {
	if n.end >= len(p.t) {
		return false
	}
	if n.etAl.end > 0 || p.s[n.end-1] == '.' {
		return true
	}
	rest := p.s[n.end:]
	if p.w.editorMark().MatchString(rest) {
		return true
	}
	return strings.IndexByte(".,:(", rest[0]) >= 0 || groupName().MatchString(rest) || strings.HasPrefix(rest, " (") || startsQuote(strings.TrimLeft(rest, " "))
}

// titleLike says that what was read as names is more likely a title with a
// comma: "Thinking, Fast and Slow. New York".
func (p *splitter) titleLike(n names) bool {
	rest := p.s[n.end:]
	return strings.HasPrefix(rest, ", ") && !startsQuote(rest[2:]) && p.w.yearAt().FindString(rest[2:]) == "" && !p.emAt(n.end+2) ||
		strings.HasPrefix(rest, ": ")
}

func (p *splitter) emAt(at int) bool {
	i := sort.Search(len(p.em), func(i int) bool { return p.em[i][0] >= at })
	return i < len(p.em) && p.em[i][0] <= at+2
}

// quoteOrYearAt says that behind at there comes a quoted title or a year.
func (p *splitter) quoteOrYearAt(at int) bool {
	rest := strings.TrimLeft(p.s[at:], " .,(")
	return startsQuote(rest) || p.w.yearAt().MatchString(rest) || p.w.noDate().MatchString(rest) || p.emAt(len(p.s)-len(rest))
}

// yearBracket finds "(2010)" behind the names of an APA or Harvard entry, and
// returns where the names end. A year in brackets inside a locator, "65 (2010): 165",
// has a number or a quoted title before it.
func (p *splitter) yearBracket(at int) (end int, ok bool) {
	limit := min(len(p.t), at+600) // APA gives up to twenty names
	for i := at; i < limit; i++ {
		switch {
		case startsQuote(p.s[i:]) && i > at:
			return 0, false
		case p.t[i] == '(' && (p.w.yearAt().Match(p.t[i+1:]) || p.w.noDate().Match(p.t[i+1:])):
			before := strings.TrimRight(p.s[at:i], " ")
			last, _ := utf8.DecodeLastRuneInString(before)
			if before == "" || unicode.IsDigit(last) {
				return 0, false
			}
			return i, p.few(before)
		}
	}
	return 0, false
}

// few says that s is short enough for a body's name, or is a list of names.
func (p *splitter) few(s string) bool {
	return len(strings.Fields(s)) <= 12 && strings.Count(s, ". ") <= 1
}

// region reads p.s[start:end] as names to the last byte: names of people if all
// of it can be read so, else the name of one body.
func (p *splitter) region(start, end int) names {
	_, end = p.trim(start, end)
	for _, shape := range [][2]*regexp.Regexp{{invertedName(), invertedName()}, {invertedName(), plainName()}, {plainName(), plainName()}, {bareSurname(), bareSurname()}} {
		n := p.read(start, shape[0], shape[1])
		if len(n.list) > 0 && n.end >= end && (len(n.list) > 1 || n.etAl.end > 0 || shape[0] == invertedName()) {
			return n
		}
	}
	if i := strings.LastIndexAny(p.s[start:end], " ,"); i > 0 && p.w.etAl.in([]byte(p.s[start+i+1:end])) {
		return names{list: []stretch{{start, start + i}}, etAl: stretch{start + i + 1, end}, end: end}
	}
	return names{list: []stretch{{start, end}}, end: end}
}

var bareSurname = lazy.Regexp(`^((?:` + particle + `)*` + nameWord + `)(?:$|[\s.,;:(&])`)

// afterNames adds the names as authors or, where "eds." follows, as editors,
// and goes on to the year.
func (p *splitter) afterNames(n names) int {
	kind, at := Author, n.end
	if m := p.w.editorMark().FindIndex(p.t[at:]); m != nil {
		kind = Editor
		at += m[1]
		if p.s[at-1] == ' ' {
			at--
		}
	}
	for _, one := range n.list {
		p.add(kind, one.start, one.end)
	}
	p.add(EtAl, n.etAl.start, n.etAl.end)
	if m := groupName().FindSubmatchIndex(p.t[at:]); m != nil && kind == Author && p.s[at-1] != '.' {
		p.add(Author, at+m[2], at+m[3])
		at += m[3]
	}
	p.blank(p.from, at)
	rest := p.body(at)
	p.commas = rest == at && strings.HasPrefix(p.s[at:], ", ")
	return rest
}

// body takes the year that stands behind the names or, without names, at the
// front, and returns where the title begins.
func (p *splitter) body(at int) int {
	i := at
	for i < len(p.t) && strings.IndexByte(" .,([\x00", p.t[i]) >= 0 {
		i++
	}
	if i == at && at > p.from {
		return at
	}
	bracket := i > 0 && p.s[i-1] == '('
	end := i + p.w.dateAt.length(p.t[i:])
	if end == i {
		end = i + len(p.w.yearAt().Find(p.t[i:]))
	}
	if end == i {
		end = i + len(p.w.noDate().Find(p.t[i:]))
	}
	if end == i || end < len(p.s) && strings.IndexByte(".,:)] /", p.s[end]) < 0 || at == p.from && !bracket {
		return at
	}
	if !bracket && end < len(p.s) && (p.s[end] == ' ' || p.s[end] == ';') {
		return at // a title that begins with a year
	}
	p.dated(i, end)
	if end < len(p.s) && p.s[end] == '/' { // "(1899/1999)"
		end += 1 + len(p.w.yearAt().Find(p.t[min(end+1, len(p.t)):]))
	}
	if end < len(p.s) && strings.IndexByte(")]", p.s[end]) >= 0 {
		end++
	}
	p.blank(at, end)
	return end
}

// dated adds the year of p.s[start:end] and, when it has more, the whole as a date.
func (p *splitter) dated(start, end int) {
	from, to := yearIn(p.s[start:end])
	if from < 0 {
		p.add(Year, start, end) // "n.d."
		return
	}
	p.add(Year, start+from, start+to)
	if to-from < end-start {
		p.add(Date, start, end)
	}
}

// startsQuote says that s begins with an opening quotation mark.
func startsQuote(s string) bool {
	if s == "" || s[0] != '"' && s[0] != '\'' && s[0] < utf8.RuneSelf {
		return false
	}
	for _, q := range []string{`"`, "“", "”", "«", "»", "„", "‘", "’", "'"} {
		if strings.HasPrefix(s, q) && len(s) > len(q) && !isSpace(s[len(q)]) {
			return true
		}
	}
	return false
}
