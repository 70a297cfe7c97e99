package doc

import (
	"bytes"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tvilling/internal/lazy"
)

// Anchors are the places of an article that a link can lead to.
type Anchors struct {
	ids      map[string]bool // written out, and slugs of headings in their folded form
	headings map[string]*Block
}

// written matches an id in HTML, JSX or an attribute list, at the beginning of what
// it is given. Those of the parsers that keep none of it are found here for every
// format alike.
var written = lazy.Regexp(`^(?:(?:id|name)\s*=\s*(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s"'>{}]{1,200}))|\{[^{}\n]{0,200}?#([^\s{}"']{1,200}))`)

// writtenReach is how many bytes written is given: what it matches with four bytes a
// rune, and some white space.
const writtenReach = 2000

// FindAnchors finds the ids that are written in the article and those that a
// site generator makes of its headings.
func FindAnchors(d *Document) *Anchors {
	a := &Anchors{ids: map[string]bool{}, headings: map[string]*Block{}}
	a.readWritten(d)
	for _, b := range d.Blocks() {
		switch b.Kind {
		case Heading, Caption, Term:
			for _, slug := range slugs(b.Prose.Text) {
				if a.headings[slug] == nil {
					a.headings[slug] = b
				}
			}
		}
	}
	return a
}

// writtenAt says whether an id may begin at byte i of content: "id" or "name" as a
// word of its own before an equals sign, or a brace before a "#".
func writtenAt(content []byte, i int) bool {
	rest := content[i:]
	switch rest[0] {
	case '{':
		end := bytes.IndexAny(rest[1:], "{}\n#")
		return end >= 0 && rest[1+end] == '#'
	case 'i', 'n':
		after, ok := bytes.CutPrefix(rest, []byte("id"))
		if !ok {
			after, ok = bytes.CutPrefix(rest, []byte("name"))
		}
		return ok && (i == 0 || !wordByte(content[i-1])) && bytes.HasPrefix(bytes.TrimLeft(after, "\t\n\f\r "), []byte("="))
	}
	return false
}

func wordByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// readWritten finds the ids that are written out. One that stands in a heading,
// or right before it, is the heading's.
func (a *Anchors) readWritten(d *Document) {
	blocks, content := d.Blocks(), d.File.Content
	for at := 0; at < len(content); at++ {
		if !writtenAt(content, at) {
			continue
		}
		m := written().FindSubmatchIndex(content[at:min(at+writtenReach, len(content))])
		for k := 2; k < len(m); k += 2 {
			if m[k] < 0 {
				continue
			}
			id := foldAnchor(string(content[at+m[k] : at+m[k+1]]))
			a.ids[id] = true
			i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.End >= at+m[k] })
			if i < len(blocks) && blocks[i].Kind == Heading {
				a.headings[id] = blocks[i]
			}
		}
		if m != nil {
			at += m[1] - 1
		}
	}
}

// Has says that the anchor, without "#", is an id of the article. Links to
// footnotes always lead somewhere: their ids are made by machine.
func (a *Anchors) Has(anchor string) bool {
	return a.ids[foldAnchor(anchor)] || a.Heading(anchor) != nil || noteAnchor().MatchString(anchor)
}

var noteAnchor = lazy.Regexp(`^(?:user-content-)?(?:_?ft?n(?:ref|note|oteref)?|footnotes?|cite_(?:note|ref)|note|ref)[-_:.]?\d*(?:[-_:]\d+)?$|^(?:fn|fnref)[:-]`)

// Heading is the heading that the anchor leads to; nil when there is none. A
// number at the end may tell apart headings that read alike ("#usage-1").
func (a *Anchors) Heading(anchor string) *Block {
	if b := a.headings[foldAnchor(anchor)]; b != nil {
		return b
	}
	short := strings.TrimRight(anchor, "0123456789")
	if len(short) < len(anchor) && (strings.HasSuffix(short, "-") || strings.HasSuffix(short, "_")) {
		return a.headings[foldAnchor(short)]
	}
	return nil
}

// slugs are the ids that generators make of a heading, each in folded form:
// GitHub, Docusaurus and Hugo keep å, Python-Markdown and hugo's ASCII
// mode write a for it, Kramdown leaves it out, and so it does with digits at
// the beginning. How they write spaces and signs does not show in folded form.
func slugs(heading string) []string {
	kept := foldAnchor(heading)
	ascii := foldAnchor(strings.Map(func(r rune) rune {
		if r >= 0x80 {
			return -1
		}
		return r
	}, heading))
	var out []string
	for _, s := range []string{kept, ascii} {
		for _, s := range []string{s, strings.TrimLeft(s, "0123456789")} {
			if s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

// foldAnchor keeps letters and digits, in lower case and without diacritics.
func foldAnchor(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// Slug is the id that GitHub, Docusaurus and Hugo make of a heading: lower case,
// hyphens for spaces, other signs left out (github-slugger 2.0).
func Slug(heading string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(strings.TrimSpace(heading)) {
		switch {
		case r == ' ':
			b.WriteByte('-')
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '-', r == '_':
			b.WriteRune(r)
		}
	}
	return b.String()
}
