package cite

import (
	"bytes"
	"strings"

	"tvilling/internal/lazy"
)

// Volumes that no word announces, in the shapes "65(2), 165", "65: 165" and
// "65, 165–177".
var (
	volThenBracket = sought(besideNumber('('), `[\s,.\x00](`+volOf+`)\s?\([^()\x00]{1,40}\)\s?(?:[,:;.\s\x00]|$)`)
	volThenColon   = sought(besideNumber(':'), `[\s,](`+volOf+`)\s?:\s?(?:`+pageOf+`|[A-Z]{3,6}\d*)(?:[.,;)\s\x00]|$)`)
	volThenComma   = sought(besideNumber(','), `,\s(`+volOf+`),\s(?:`+page+`\s?`+dash+`\s?`+page+`|[A-Za-z]{1,3}\d+|\d{3,})(?:[.,;)\s\x00]|$)`)
	volPagesYear   = sought(aYearInBrackets, `\s(`+volOf+`),\s`+pageOf+`\s\(`+yearOf+`\)`)
	yearThenPages  = sought(besideNumber(':'), `[;,]\s?(`+yearOf+`)\s?:\s?`+page)
	volAlone       = sought(aNumberBehindAComma, `,\s(\d{1,4})[.,\s]*(?:$|\x00)`)

	volAt    = lazy.Regexp(`^` + volOf + `(?:[\s,(:;.\x00]|$)`)
	supplAt  = lazy.Regexp(`^Suppl(?:ement)?\.?(?:\s?\d+)?`)
	pagesAt  = lazy.Regexp(`^(?:` + pageOf + `|[A-Z]{3,6}\d*)(?:[.,;)\s\x00]|$)`)
	joinedAt = lazy.Regexp(`^[\s,.;:]*`)
)

// locator finds where in its journal or book the work stands, in p.t[at:], adds
// what it finds and returns where that begins; len(p.t) when there is nothing.
// journal says that a volume or an issue is among it.
func (p *splitter) locator(at int) (start int, journal bool) {
	start = p.locatorStart(at)
	if start < 0 {
		return len(p.t), false
	}
	end := p.locate(start)
	p.blank(start, end)
	if !p.has(Pages) {
		if m := p.w.pagesAny.first(p.t[at:]); m != nil {
			p.add(Pages, at+m[2], at+m[3])
			p.blank(at+m[0]+1, at+m[3])
			start = min(start, at+m[0]+1)
		}
	}
	return start, p.has(Volume) || p.has(Issue) && !p.placed(at, start)
}

// placed says that a sentence of p.t[start:end] behind the first is "Place:
// Publisher": the number is that of a report, not of an issue.
func (p *splitter) placed(start, end int) bool {
	for i, s := range p.segments(start, end) {
		if place, _, ok := strings.Cut(p.s[s.start:s.end], ": "); ok && i > 0 && len(strings.Fields(place)) <= 3 {
			return true
		}
	}
	return false
}

// locatorStart chooses the surest beginning: the year and semicolon of NLM, a
// number with a word before it, then bare numbers, of which the last counts,
// for a title may hold some too; -1 for none.
func (p *splitter) locatorStart(at int) int {
	t := p.t[at:]
	if m := p.w.yearSemicolon.last(t); m != nil {
		return at + m[2]
	}
	best := -1
	for i, pattern := range []*seeking{&p.w.volumeAny, &p.w.volThenNo, &p.w.volThenWord} {
		m := pattern.first(t)
		if m != nil && (i == 0 || p.isVolume(at+m[2], at+m[3])) && (best < 0 || at+m[0]+1 < best) {
			best = at + m[0] + 1
		}
	}
	if best >= 0 {
		return best
	}
	for _, pattern := range []*seeking{&volPagesYear, &p.w.volYearPages, &volThenBracket, &volThenColon, &volThenComma} {
		if m := pattern.last(t); m != nil && p.isVolume(at+m[2], at+m[3]) {
			return at + m[2]
		}
	}
	if m := yearThenPages.last(t); m != nil {
		return at + m[2]
	}
	for _, pattern := range []*seeking{&p.w.issueAny, &p.w.articleAny, &p.w.pagesAny} {
		if m := pattern.first(t); m != nil {
			return at + m[0] + 1
		}
	}
	if m := volAlone.last(t); m != nil && (p.has(Year) || p.afterItalics(at+m[2])) {
		return at + m[2]
	}
	return -1
}

// isVolume keeps a year before a bracket from being read as a volume, and a
// number glued to a word of the title.
func (p *splitter) isVolume(start, end int) bool {
	return !p.w.yearAt().Match(p.t[start:end]) || p.has(Year)
}

// afterItalics says that a stretch of italics ends just before at or around it.
func (p *splitter) afterItalics(at int) bool {
	for _, m := range p.em {
		if m[0] < at && m[1]+3 >= at {
			return true
		}
	}
	return false
}

// locate reads volume, issue, date and pages one after the other from at, in
// whatever order they come, and returns where they end.
func (p *splitter) locate(at int) int {
	end := at
	for at < len(p.t) {
		sep := p.s[at : at+len(joinedAt().Find(p.t[at:]))]
		at += len(sep)
		if end > 0 && at > end && strings.Contains(sep, ". ") && !p.labelled(at) {
			return end
		}
		n := p.locatorPart(at, sep)
		if n == 0 {
			return end
		}
		at += n
		end = at
	}
	return end
}

// labelled says that a word announces the next number.
func (p *splitter) labelled(at int) bool {
	t := p.t[at:]
	return p.w.volume.in(t) || p.w.issue.in(t) || p.w.pages.in(t) || p.w.article.in(t)
}

// locatorPart reads one part at p.t[at:] and returns its length, 0 for none.
func (p *splitter) locatorPart(at int, sep string) int {
	t := p.t[at:]
	if n := p.announced(at); n > 0 {
		return n
	}
	if !p.has(Year) {
		if n := p.w.dateAt.length(t); n > 0 {
			p.dated(at, at+n)
			return n
		}
		if n := len(p.w.yearAt().Find(t)); n > 0 && (len(t) == n || strings.IndexByte(".,;:) \x00", t[n]) >= 0) {
			p.dated(at, at+n)
			return n
		}
	}
	if len(t) > 0 && t[0] == '(' {
		return p.bracket(at)
	}
	if n := len(supplAt().Find(t)); n > 0 && !p.has(Issue) {
		p.add(Issue, at, at+n)
		return n
	}
	if m := volAt().Find(t); m != nil && !p.has(Volume) && !strings.Contains(sep, ":") {
		n := len(strings.TrimRight(string(m), " ,(:;.\x00\t\n\r"))
		p.add(Volume, at, at+n)
		return n
	}
	if m := pagesAt().Find(t); m != nil && !p.has(Pages) && (p.has(Volume) || p.has(Issue) || strings.Contains(sep, ":")) && (strings.ContainsAny(sep, ",:") || p.behindBracket(at-len(sep)) && bytes.ContainsAny(m, "-–—‐‑−")) {
		n := len(strings.TrimRight(string(m), " ,;:).\x00\t\n\r"))
		p.add(Pages, at, at+n)
		return n
	}
	return 0
}

// behindBracket says that a bracket closes just before at: "232 (1973) 331–356".
func (p *splitter) behindBracket(at int) bool { return at > 0 && p.s[at-1] == ')' }

// announced reads a number with a word before it.
func (p *splitter) announced(at int) int {
	for _, one := range []struct {
		kind    Kind
		pattern *seeking
	}{{Pages, &p.w.article}, {Pages, &p.w.pages}, {Volume, &p.w.volume}, {Issue, &p.w.issue}} {
		if p.has(one.kind) {
			continue
		}
		m := one.pattern.first(p.t[at:])
		if m == nil {
			continue
		}
		p.add(one.kind, at+m[2], at+m[3])
		return m[1]
	}
	return 0
}

// bracket reads "(2)", "(no. 2)", "(January 2010)" or "(pp. 12–15)".
func (p *splitter) bracket(at int) int {
	closing := strings.IndexByte(p.s[at:min(len(p.s), at+60)], ')')
	if closing < 2 {
		return 0
	}
	end := at + closing
	inner := p.t[at+1 : end]
	switch {
	case p.announced(at+1) > 0:
	case p.w.dateAt.length(inner) == len(inner) && !p.has(Year),
		len(p.w.yearAt().Find(inner)) == len(inner) && !p.has(Year):
		p.dated(at+1, end)
	case hasYear(inner) && !p.has(Year):
		p.dated(at+1, end)
	case !p.has(Issue) && p.has(Volume):
		p.add(Issue, at+1, end)
	default:
		return 0
	}
	return closing + 1
}

// lateYear takes the year of an entry that has it behind its title: the last
// one that stands where references have years. It returns where it begins,
// len(p.t) when there is none or it is known already.
func (p *splitter) lateYear(at int) int {
	if p.has(Year) {
		return len(p.t)
	}
	m := p.w.dateLate.last(p.t[at:])
	if m == nil {
		return len(p.t)
	}
	p.dated(at+m[2], at+m[3])
	p.blank(at+m[2], at+m[3])
	return at + m[2]
}
