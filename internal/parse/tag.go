package parse

import (
	"html"
	"strings"

	"tvilling/internal/doc"
)

// tag is one HTML tag as written.
type tag struct {
	name       string // lower case
	closing    bool
	self       bool // ends in "/>"
	start, end int  // in the file
	attrs      []attribute
}

// attribute is one attribute of a tag; start and end are its value's.
type attribute struct {
	name       string // lower case
	start, end int
}

// maxAttributes is more than any tag we have seen carries; what follows is ignored.
const maxAttributes = 64

// readTag reads the tag that stands at [start, end), angle brackets included.
func readTag(b []byte, start, end int) tag {
	t := tag{start: start, end: end}
	at := start + 1
	if at < end && b[at] == '/' {
		t.closing = true
		at++
	}
	from := at
	for at < end && !isSpace(b[at]) && b[at] != '/' && b[at] != '>' {
		at++
	}
	t.name = strings.ToLower(string(b[from:at]))
	t.self = end-2 >= at && b[end-2] == '/'
	for len(t.attrs) < maxAttributes {
		var a attribute
		var ok bool
		if a, at, ok = readAttribute(b, at, end-1); !ok {
			break
		}
		t.attrs = append(t.attrs, a)
	}
	return t
}

func readAttribute(b []byte, at, end int) (attribute, int, bool) {
	for at < end && (isSpace(b[at]) || b[at] == '/') {
		at++
	}
	if at >= end {
		return attribute{}, at, false
	}
	from := at
	for at++; at < end && !isSpace(b[at]) && b[at] != '=' && b[at] != '/' && b[at] != '>'; {
		at++
	}
	a := attribute{name: strings.ToLower(string(b[from:at])), start: at, end: at}
	eq := trimStart(b, at, end)
	if eq >= end || b[eq] != '=' {
		return a, at, true
	}
	at = trimStart(b, eq+1, end)
	if at < end && (b[at] == '"' || b[at] == '\'') {
		quote := b[at]
		a.start = at + 1
		for at++; at < end && b[at] != quote; {
			at++
		}
		a.end = at
		return a, min(at+1, end), true
	}
	a.start = at
	for at < end && !isSpace(b[at]) {
		at++
	}
	a.end = at
	return a, at, true
}

// attr is the attribute of that name; ok is false when there is none.
func (t *tag) attr(name string) (attribute, bool) {
	for _, a := range t.attrs {
		if a.name == name {
			return a, true
		}
	}
	return attribute{}, false
}

// value is an attribute's value, entities decoded; "" when it is missing.
func (t *tag) value(b []byte, name string) string {
	a, _ := t.attr(name)
	return html.UnescapeString(string(b[a.start:a.end]))
}

// openTag is an inline element that has begun in a flow.
type openTag struct {
	tag
	kind  doc.ObjectKind
	value string
	from  int // in the prose
}

// inlineKinds are the inline elements that a translation carries over. Those
// not listed, like span and font, dress a text and mean nothing.
var inlineKinds = map[string]openTag{
	"a": {kind: doc.Link}, "em": {kind: doc.Emphasis, value: "em"}, "i": {kind: doc.Emphasis, value: "em"},
	"strong": {kind: doc.Emphasis, value: "strong"}, "b": {kind: doc.Emphasis, value: "strong"},
	"code": {kind: doc.CodeSpan}, "tt": {kind: doc.CodeSpan}, "samp": {kind: doc.CodeSpan},
	"sub": {kind: doc.RawHTML, value: "sub"}, "sup": {kind: doc.RawHTML, value: "sup"},
	"kbd": {kind: doc.RawHTML, value: "kbd"}, "mark": {kind: doc.RawHTML, value: "mark"},
	"del": {kind: doc.RawHTML, value: "del"}, "s": {kind: doc.RawHTML, value: "del"},
	"ins": {kind: doc.RawHTML, value: "ins"}, "q": {kind: doc.RawHTML, value: "q"},
}

// maxOpen bounds the inline elements that are open in one block: deeper ones
// are read as if their tags were not there.
const maxOpen = 32

// tag adds an inline tag: it begins or ends an object, or is one.
func (f *flow) tag(t tag) {
	if t.start < f.last {
		return
	}
	b := f.src.bytes
	switch t.name {
	case "br":
		f.hardBreak(t.start, t.end)
		return
	case "img":
		if !t.closing {
			f.picture(f.imageTag(t))
		}
		return
	}
	kind, ok := inlineKinds[t.name]
	if !ok || t.self {
		f.mark(t.start)
		f.last = t.end
		return
	}
	if t.closing {
		f.close(t)
		return
	}
	if len(f.open) < maxOpen {
		kind.tag = t
		kind.from = f.mark(t.start)
		if t.name == "a" {
			kind.value = t.value(b, "href")
		}
		f.open = append(f.open, kind)
	}
	f.last = t.end
}

// hardBreak adds a line break that is written as [start, end).
func (f *flow) hardBreak(start, end int) {
	from := f.mark(start)
	if !f.out.EndsInSpace() {
		f.out.Replace(" ", start, end)
	}
	f.around(doc.LineBreak, "", start, end, from)
	f.mute = true
}

// close ends the innermost open element of the tag's name, and those inside it.
func (f *flow) close(t tag) {
	f.mark(t.start)
	f.last = t.end
	for i := len(f.open) - 1; i >= 0; i-- {
		if f.open[i].name != t.name {
			continue
		}
		for _, o := range f.open[i+1:] {
			f.end(o, t.start)
		}
		f.end(f.open[i], t.end)
		f.open = f.open[:i]
		return
	}
}

// closeAll ends what is still open where the block ends.
func (f *flow) closeAll() {
	for _, o := range f.open {
		f.end(o, trimEnd(f.src.bytes, o.tag.end, max(o.tag.end, f.last)))
	}
	f.open = nil
}

func (f *flow) end(o openTag, end int) {
	href, linked := o.attr("href")
	if o.kind == doc.Link && !linked || o.kind == doc.RawHTML && o.from == f.out.Len() {
		return // an anchor, not a link; or nothing but a note's mark
	}
	object := doc.Object{Kind: o.kind, Value: o.value, Span: f.src.span(o.start, max(o.tag.end, end)), Start: o.from, End: f.out.Len()}
	if linked && o.kind == doc.Link {
		object.Dest = f.src.span(href.start, href.end)
	}
	if o.kind == doc.CodeSpan {
		object.Value = f.out.Text()[o.from:]
	}
	f.objects = append(f.objects, object)
}

// imageTag is the image that an img tag shows.
func (f *flow) imageTag(t tag) picture {
	p := picture{object: doc.Object{Kind: doc.InlineImage, Value: t.value(f.src.bytes, "src"), Span: f.src.span(t.start, t.end)}}
	if a, ok := t.attr("src"); ok {
		p.object.Dest = f.src.span(a.start, a.end)
	}
	p.alt, p.objects = f.attributeProse(t, "alt")
	p.title, _ = f.attributeProse(t, "title")
	return p
}

// attributeProse reads an attribute's value as prose.
func (f *flow) attributeProse(t tag, name string) (doc.Prose, []doc.Object) {
	a, ok := t.attr(name)
	if !ok {
		return doc.Prose{}, nil
	}
	inner := newFlow(f.src, collapsing)
	inner.decode(a.start, a.end)
	return inner.finish()
}
