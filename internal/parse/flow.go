package parse

import (
	"slices"
	"sort"
	"strings"

	"tvilling/internal/doc"
)

// flow is the prose of one block while it is being read: the text with its way
// back to the file, and the objects found so far. What is written to it must
// come in the order of the file; anything that reaches back is cut off.
type flow struct {
	src      *source
	style    style
	out      *doc.ProseBuilder
	objects  []doc.Object
	pictures []picture
	open     []openTag

	last int  // how far in the file has been read
	gap  int  // where a line break begins that is not yet written; -1 for none
	hard bool // that line break is a hard one
	mute bool // the last object shows nothing: white space after it may be superfluous
}

// style is what stands for something else in a stretch of text.
type style uint8

const (
	literal    style = iota // nothing does
	escapes                 // Markdown: backslash escapes and entities
	collapsing              // HTML: entities, and any white space is one space
	entities                // HTML in <pre>

)

// picture is an image that waits for its block to end.
type picture struct {
	object  doc.Object
	alt     doc.Prose
	objects []doc.Object
	title   doc.Prose
}

func newFlow(src *source, s style) *flow {
	return &flow{src: src, style: s, out: doc.NewProse(src.file), gap: -1}
}

// text adds the bytes [start, end), with what was masked out as placeholders.
func (f *flow) text(start, end int) {
	masks := f.src.masks
	for i := sort.Search(len(masks), func(i int) bool { return masks[i].end > start }); i < len(masks) && masks[i].start < end; i++ {
		m := masks[i]
		if m.own {
			continue
		}
		f.decode(start, m.start)
		f.placeholder(m, max(m.start, start), min(m.end, end))
		start = max(start, min(m.end, end))
	}
	f.decode(start, end)
}

// placeholder adds what a mask hides. A shortcode that puts something on the
// page is read as it stands; a tag or an attribute list shows nothing.
func (f *flow) placeholder(m mask, start, end int) {
	if m.comment || start < f.last {
		return
	}
	value := string(f.src.file.Content[start:end])
	if !m.shows {
		f.nothing(doc.Placeholder, value, start, end)
		return
	}
	from := f.mark(start)
	f.verbatim(start, end)
	f.objects = append(f.objects, doc.Object{Kind: doc.Placeholder, Value: value, Span: f.src.span(start, end), Start: from, End: f.out.Len()})
}

// decode adds [start, end) in the flow's style.
func (f *flow) decode(start, end int) {
	start = max(start, f.last)
	if start >= end {
		return
	}
	b := f.src.bytes
	from := start
	for at := start; at < end; {
		s, n := f.token(b[:end], at, from)
		if n == 0 {
			at++
			continue
		}
		f.verbatim(from, at)
		if s != " " || f.style != collapsing || !f.out.EndsInSpace() {
			f.replace(s, at, at+n)
		}
		at += n
		from = at
	}
	f.verbatim(from, end)
}

// token is what stands at b[at:] instead of itself, and how many bytes it
// takes; 0 when the byte there stands for itself. from is where the bytes
// begin that have not been written.
func (f *flow) token(b []byte, at, from int) (string, int) {
	switch c := b[at]; {
	case f.style == literal:
		return "", 0
	case c == '&':
		return entity(b[at:])
	case c == '\\' && f.style == escapes && at+1 < len(b) && isASCIIPunct(b[at+1]):
		return string(b[at+1 : at+2]), 2
	case f.style == collapsing && isSpace(c):
		n := 1
		for at+n < len(b) && isSpace(b[at+n]) {
			n++
		}
		if n == 1 && c == ' ' && (from < at || !f.out.EndsInSpace()) {
			return "", 0
		}
		return " ", n
	case c == '\r' && f.style == entities && at+1 < len(b) && b[at+1] == '\n':
		return "\n", 2
	}
	return "", 0
}

// verbatim adds the file's bytes [start, end) as they stand.
func (f *flow) verbatim(start, end int) {
	start = max(start, f.last)
	if start >= end {
		return
	}
	f.mark(start)
	if f.mute && f.out.EndsInSpace() {
		for start < end && f.src.bytes[start] == ' ' {
			start++
		}
	}
	f.mute = f.mute && start >= end
	f.out.Verbatim(start, end)
	f.last = end
}

// replace adds s, which stands for [start, end).
func (f *flow) replace(s string, start, end int) {
	if start < f.last || s == "" {
		return
	}
	f.mark(start)
	if s == " " && f.mute && f.out.EndsInSpace() {
		f.last = end
		return
	}
	f.out.Replace(s, start, end)
	f.last, f.mute = end, false
}

// lineBreak says that the line ends at byte at; the next thing written is
// separated from it by one space.
func (f *flow) lineBreak(at int, hard bool) {
	if f.gap < 0 {
		f.gap = max(at, f.last)
	}
	f.hard = f.hard || hard
}

// mark writes a line break that is due before byte at, and says how long the
// prose is then: where an object that begins at at begins in the prose.
func (f *flow) mark(at int) int {
	if f.gap < 0 || at < f.gap {
		return f.out.Len()
	}
	gap, hard := f.gap, f.hard
	f.gap, f.hard = -1, false
	from := f.out.Len()
	if !f.out.EndsInSpace() {
		f.out.Replace(" ", gap, at)
	}
	if hard && from > 0 {
		f.objects = append(f.objects, doc.Object{Kind: doc.LineBreak, Span: f.src.span(gap, at), Start: from, End: f.out.Len()})
	}
	f.last = at
	return f.out.Len()
}

// nothing adds an object that shows nothing.
func (f *flow) nothing(kind doc.ObjectKind, value string, start, end int) {
	if start < f.last || start >= end {
		return
	}
	at := f.mark(start)
	f.objects = append(f.objects, doc.Object{Kind: kind, Value: value, Span: f.src.span(start, end), Start: at, End: at})
	f.last, f.mute = end, true
}

// picture adds an image that stands at p's span.
func (f *flow) picture(p picture) {
	if p.object.Span.Start < f.last {
		return
	}
	f.nothing(doc.InlineImage, p.object.Value, p.object.Span.Start, p.object.Span.End)
	f.objects[len(f.objects)-1].Dest = p.object.Dest
	f.pictures = append(f.pictures, p)
}

// around adds an object over [start, end) whose prose began at from.
func (f *flow) around(kind doc.ObjectKind, value string, start, end, from int) *doc.Object {
	f.objects = append(f.objects, doc.Object{Kind: kind, Value: value, Span: f.src.span(start, end), Start: from, End: f.out.Len()})
	f.last = max(f.last, end)
	return &f.objects[len(f.objects)-1]
}

// finish closes what is open and returns the prose without space around it and
// the objects in order, addresses and placeholders in the prose among them.
func (f *flow) finish() (doc.Prose, []doc.Object) {
	f.closeAll()
	whole := f.out.Prose()
	prose, front := whole, 0
	if isBlank(whole.Text) {
		return doc.NewProse(f.src.file).Prose(), f.objects
	}
	if t := strings.TrimFunc(whole.Text, isWhite); len(t) != len(whole.Text) {
		front = len(whole.Text) - len(strings.TrimLeftFunc(whole.Text, isWhite))
		prose = whole.Slice(front, front+len(t))
	}
	for i := range f.objects {
		o := &f.objects[i]
		o.Start = min(max(o.Start-front, 0), len(prose.Text))
		o.End = min(max(o.End-front, 0), len(prose.Text))
	}
	f.objects = slices.DeleteFunc(f.objects, func(o doc.Object) bool { // a break at the edge breaks nothing
		return o.Kind == doc.LineBreak && (o.End == 0 || o.Start == len(prose.Text))
	})
	f.objects = append(f.objects, found(prose, f.objects)...)
	sort.SliceStable(f.objects, func(i, j int) bool {
		x, y := f.objects[i].Span, f.objects[j].Span
		return x.Start < y.Start || x.Start == y.Start && x.End > y.End
	})
	return prose, f.objects
}
