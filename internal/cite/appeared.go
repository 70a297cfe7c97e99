package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/lazy"
)

// container takes the journal, book or site behind a quoted title.
func (p *splitter) container(at, tail int, journal bool) {
	if start, end, ok := p.emBetween(at, tail); ok {
		p.italic(start, min(end, tail))
		p.editedBy(end)
		p.imprint(end)
		return
	}
	start, end := p.trim(at, tail)
	if !journal {
		if i := strings.Index(p.s[start:end], ", "); i > 0 {
			end = start + i
		}
		if i := strings.Index(p.s[start:end], ". "); i > 0 && p.ends(start, start+i, end) {
			end = start + i
		}
	}
	p.addBody(Container, start, end)
	p.imprint(end)
}

// italic adds a container that is set apart: the stop of its last word is its own.
func (p *splitter) italic(start, end int) {
	p.add(Container, start, start+len(strings.TrimRight(p.s[start:end], " ,;:")))
	p.blank(start, end)
}

// addBody adds and blanks a stretch, if there is anything in it.
func (p *splitter) addBody(k Kind, start, end int) {
	start, end = p.trim(start, end)
	if start < end && hasLetters(p.s[start:end]) {
		p.add(k, start, end)
		p.blank(start, end)
	}
}

// emBetween is the last stretch of italics that begins in [start, end).
func (p *splitter) emBetween(start, end int) (from, to int, ok bool) {
	for _, m := range p.em {
		if m[0] >= start && m[0] < end && hasLetter(p.s[m[0]:m[1]]) {
			from, to, ok = m[0], m[1], true
		}
	}
	return from, to, ok
}

// article splits "Title. Journal" before the volume.
func (p *splitter) article(at, tail int) {
	if start, end, ok := p.emBetween(at, tail); ok && !hasLetters(p.s[min(end, tail):tail]) && hasLetters(p.s[at:start]) {
		p.author(at, start, 2)
		p.italic(start, min(end, tail))
		return
	}
	if p.commas {
		start, end := p.trim(at, tail)
		if i := strings.LastIndex(p.s[start:end], ", "); i > 0 {
			p.title(start, start+i)
			p.addBody(Container, start+i, end)
			return
		}
	}
	segs := p.segments(at, tail)
	n := len(segs)
	if n == 0 {
		return
	}
	last := n - 1
	for last > 1 && p.clipped(segs[last-1]) {
		last--
	}
	if last == 1 && p.clipped(segs[0]) && n > 2 {
		last = 0
	}
	if n == 1 {
		if i := strings.LastIndex(p.s[segs[0].start:segs[0].end], ", "); i > 0 {
			p.title(segs[0].start, segs[0].start+i)
			p.addBody(Container, segs[0].start+i, segs[0].end)
			return
		}
		p.title(segs[0].start, segs[0].end)
		return
	}
	container := stretch{segs[last].start, segs[n-1].end}
	p.addBody(Container, container.start, container.end)
	if last > 0 {
		p.author(at, segs[last-1].end+1, 2)
	}
}

// clipped says that a segment is one word of an abbreviated journal name: "J", "Proc".
func (p *splitter) clipped(s stretch) bool {
	word := p.s[s.start:s.end]
	return len(word) <= 6 && !strings.ContainsAny(word, " ?!") && p.s[s.end:min(len(p.s), s.end+1)] == "."
}

// author reads [start, end) as a title or, where no author is known and there
// are enough sentences, as a body's name and a title.
func (p *splitter) author(start, end, enough int) {
	end = min(end, len(p.s))
	if !p.has(Author) && !p.has(Editor) {
		segs := p.segments(start, end)
		if len(segs) >= enough && len(strings.Fields(p.s[segs[0].start:segs[0].end])) <= 8 && p.s[segs[0].end] == '.' {
			p.add(Author, segs[0].start, segs[0].end)
			p.blank(segs[0].start, segs[0].end)
			start = segs[0].end
		}
	}
	p.title(start, p.lastStop(start, end))
}

// lastStop drops a stop and white space from the end of a stretch.
func (p *splitter) lastStop(start, end int) int {
	_, end = p.trim(start, end)
	return end
}

// book splits "Title. Edition. Place: Publisher" and web pages.
func (p *splitter) book(at, tail int) {
	first := at
	for first < tail && strings.IndexByte(" .,;:\x00", p.t[first]) >= 0 {
		first++
	}
	if start, end, ok := p.emBetween(first, tail); ok {
		from, _ := p.trim(first, start)
		if !hasLetters(p.s[first:start]) {
			p.title(start, min(end, tail))
			p.imprint(end)
			return
		}
		segs := p.segments(first, start)
		if len(segs) > 0 && !p.has(Author) && !p.has(URL) {
			p.add(Author, from, segs[len(segs)-1].end)
			p.title(start, min(end, tail))
		} else {
			p.title(first, p.lastStop(first, start))
			p.addBody(Container, start, min(end, tail))
		}
		p.imprint(end)
		return
	}
	p.plainBook(first, tail)
}

// plainBook is book without italics to go by.
func (p *splitter) plainBook(at, tail int) {
	segs := p.segments(at, tail)
	n := len(segs)
	if n == 0 {
		return
	}
	titles := n - 1
	switch {
	case n == 1:
		titles = 1
	case p.has(Edition):
		titles = 0
		edition := p.offset(p.e.Get(Edition).Start)
		for _, s := range segs {
			if s.start < edition {
				titles++
			}
		}
	}
	if titles == 0 {
		titles = 1
	}
	if titles > 1 && strings.Contains(p.s[segs[titles-1].start:segs[titles-1].end], ": ") && titles == n {
		titles--
	}
	end := segs[titles-1].end
	first := p.s[segs[0].start:segs[0].end]
	if titles == 1 && n > 1 && !p.has(Author) && !p.has(Editor) && (p.has(Accessed) && p.few(first) || likeName(first) && likeSentence(p.s[segs[1].start:segs[1].end])) {
		// A page that was read on some day, or a name before a sentence: the first
		// words are who made it.
		p.add(Author, segs[0].start, segs[0].end)
		end = segs[1].end
		p.title(segs[1].start, end)
	} else {
		p.author(at, end+1, 2)
	}
	p.imprint(end)
}

// likeName says that s is two or more words which all begin with a capital, short
// ones aside: "World Health Organization".
func likeName(s string) bool {
	capitals := 0
	for _, w := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			capitals++
		case utf8.RuneCountInString(w) > 3:
			return false
		}
	}
	return capitals > 1
}

// likeSentence says that s goes on in small letters as a title does: "Physical
// activity and health".
func likeSentence(s string) bool {
	small := 0
	for _, w := range strings.Fields(s) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && utf8.RuneCountInString(w) > 3 {
			small++
		}
	}
	return small > 1
}

// imprint takes place and publisher, or the site, from what is left behind at.
func (p *splitter) imprint(at int) {
	if at >= len(p.t) {
		return
	}
	p.editionMark(at)
	segs := p.segments(at, len(p.t))
	for _, s := range segs {
		body := p.s[s.start:s.end]
		if i := strings.LastIndex(body, ": "); i > 0 {
			if !hasLetters(body[i+2:]) { // "Sleep Medicine: X"
				p.clean(Container, s.start, s.end)
				return
			}
			p.clean(Place, s.start, s.start+i)
			p.clean(Publisher, s.start+i+2, s.end)
			return
		}
	}
	for _, s := range segs {
		body := p.s[s.start:s.end]
		switch {
		case p.has(Volume) || p.has(Issue):
			return
		case preprints[strings.ToLower(body)] && !p.has(Container):
			p.clean(Container, s.start, s.end)
		case p.has(Container) || !p.has(URL) || p.has(ISBN) || p.has(DOI):
			p.clean(Publisher, s.start, s.end)
		default:
			p.clean(Container, s.start, s.end)
		}
		if p.has(Publisher) || p.has(Container) {
			return
		}
	}
}

// preprints are servers that stand where a journal does though nothing else
// tells them from a publisher.
var preprints = map[string]bool{"arxiv": true, "biorxiv": true, "medrxiv": true, "psyarxiv": true, "chemrxiv": true, "ssrn": true, "osf preprints": true, "preprints.org": true, "arxiv preprint": true}

// shortened is a name whose last stop belongs to it: "Oxford, U.K."
var shortened = lazy.Regexp(`(?:\p{Lu}\.)+\p{Lu}$`)

// clean adds a stretch without brackets and marks around it.
func (p *splitter) clean(k Kind, start, end int) {
	for start < end && strings.IndexByte(" .,;:()[]<>\x00", p.t[start]) >= 0 {
		start++
	}
	for end > start && strings.IndexByte(" .,;:([<>\x00", p.t[end-1]) >= 0 {
		end--
	}
	if end+1 < len(p.s) && p.s[end] == '.' && shortened().MatchString(p.s[start:end]) {
		end++
	}
	if end > start && p.t[end-1] == ')' && strings.IndexByte(p.s[start:end], '(') < 0 {
		end--
	}
	if start < end && hasLetters(p.s[start:end]) {
		p.add(k, start, end)
		p.blank(start, end)
	}
}

// editionMark takes "2nd ed.", "5:e uppl.".
func (p *splitter) editionMark(at int) {
	if p.has(Edition) || at >= len(p.t) {
		return
	}
	for _, m := range p.w.edition.all(p.t[at:]) {
		start, end := at+m[2], at+m[3]
		if !p.ordinal(p.s[start:end]) {
			continue
		}
		if p.s[end-1] == '.' {
			p.add(Edition, start, end-1)
		} else {
			p.add(Edition, start, end)
		}
		p.blank(start, end)
		return
	}
}

// ordinal says that an edition's first word can count: "5th", "Second", "Rev".
func (p *splitter) ordinal(s string) bool {
	first := s[0]
	return first >= '0' && first <= '9' || first >= 'A' && first <= 'Z' || strings.Contains(p.w.revised, strings.TrimRight(strings.ToLower(strings.Fields(s)[0]), "."))
}

// chapter splits "Title. In: Editors, eds. Book" and returns where the book's
// title ends.
func (p *splitter) chapter(at int, quote stretch, tail int) (end int, ok bool) {
	from := max(at, quote.end-4) // the mark that closes it and the stop before it
	for _, m := range p.w.inBook().FindAllSubmatchIndex(p.t[from:], 5) {
		word, start, sub := p.s[from+m[2]:from+m[3]], from+m[0], from+m[1]
		if start >= tail || sub >= len(p.t) {
			return 0, false
		}
		_, size := utf8.DecodeRuneInString(p.s[start:]) // the mark before the word
		colon := m[4] < m[5]
		lower := word == strings.ToLower(word)
		switch {
		case lower && !colon && quote.end == 0 || lower && !colon && start > quote.end+1:
			continue
		case !colon && !lower && !p.bookLike(sub):
			continue
		}
		if quote.end > 0 {
			p.title(quote.start, quote.end)
		} else {
			p.title(at, start+size)
		}
		p.blank(start+size, sub)
		return p.host(sub, tail), true
	}
	return 0, false
}

// bookLike says that what follows "In" is a book: editors, italics,
// or pages without a volume.
func (p *splitter) bookLike(at int) bool {
	if p.emAt(at) {
		return true
	}
	return len(p.editors(at).list) > 0 || p.has(Pages) && !p.has(Volume) && !p.has(Issue)
}

// editors reads names that "eds." follows.
func (p *splitter) editors(at int) names {
	for i, shape := range nameShapes {
		n := p.read(at, shape[0](), shape[1]())
		if len(n.list) > 0 && (p.w.editorMark().Match(p.t[n.end:]) || i == 0 && p.w.editorMark().MatchString("."+p.s[n.end:])) {
			return n
		}
	}
	return names{}
}

// host takes editors and title of the book that a chapter is from.
func (p *splitter) host(at, tail int) int {
	if n := p.editors(at); len(n.list) > 0 {
		for _, one := range n.list {
			p.add(Editor, one.start, one.end)
		}
		at = n.end + len(p.w.editorMark().Find(p.t[n.end:]))
	}
	if tail < at {
		tail = len(p.t)
	}
	if start, end, ok := p.emBetween(at, tail); ok {
		p.addBody(Container, start, min(end, tail))
		p.editedBy(end)
		return end
	}
	p.editedBy(at)
	p.editionMark(at)
	segs := p.segments(at, tail)
	if len(segs) == 0 {
		return at
	}
	start, end := segs[0].start, segs[0].end
	for _, mark := range []string{" (", ", "} {
		if i := strings.Index(p.s[start:end], mark); i > 0 && (mark == " (" || !p.has(Editor)) {
			end = start + i
		}
	}
	p.addBody(Container, start, end)
	return end
}

// editedBy takes the names behind "edited by" or before "Eds."
func (p *splitter) editedBy(at int) {
	if p.has(Editor) || at >= len(p.t) {
		return
	}
	if next, _ := p.trim(at, len(p.t)); next < len(p.t) {
		if n := p.editors(next); len(n.list) > 0 {
			p.edit(next, n)
			return
		}
	}
	m := p.w.editedBy().FindIndex(p.t[at:])
	if m == nil {
		return
	}
	var best names
	for _, shape := range nameShapes {
		n := p.read(at+m[1], shape[0](), shape[1]())
		if len(n.list) > 1 && !n.joined && n.etAl.end == 0 && shape[0]() == plainName() {
			n = names{list: n.list[:1], end: n.list[0].end} // the rest is a publisher
		}
		if n.end > best.end {
			best = n
		}
	}
	if len(best.list) > 0 {
		p.edit(at+m[0], best)
	}
}

// edit adds names as editors and blanks them with the words before them.
func (p *splitter) edit(from int, n names) {
	for _, one := range n.list {
		p.add(Editor, one.start, one.end)
	}
	end := n.end + len(p.w.editorMark().Find(p.t[n.end:]))
	if m := pagesBehind().FindSubmatchIndex(p.t[end:]); m != nil && !p.has(Pages) {
		p.add(Pages, end+m[2], end+m[3])
		end += m[3]
	}
	p.blank(from, end)
}

// pagesBehind are page numbers behind editors, in the manner of Chicago.
var pagesBehind = lazy.Regexp(`^,\s(` + page + dash + page + `)[.,]`)
