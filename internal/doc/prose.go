package doc

import (
	"sort"
	"strings"

	"tvilling/internal/text"
)

// Prose is what a reader reads in a block: markup gone, entities decoded, soft
// line breaks turned into spaces. It knows for each of its bytes where that
// stands in the file. The zero Prose is empty.
type Prose struct {
	Text string // UTF-8; offsets into it are bytes

	file *text.File
	runs []run // in order of at; the first has at == 0
}

// run says where the prose from at up to the next run's at comes from.
type run struct {
	at         int // offset in Text
	start, end int // the source bytes it stands for
	verbatim   bool
}

// Source is the stretch of the file that the prose bytes [start, end) were read
// from: the only way from what is read back to where it stands. Offsets are
// clamped. An empty range gives an empty span. Where prose and file differ
// (an entity, a soft line break), the whole of what differs is covered.
func (p Prose) Source(start, end int) text.Span {
	if len(p.runs) == 0 {
		return text.Span{File: p.file}
	}
	start = min(max(start, 0), len(p.Text))
	end = min(max(end, start), len(p.Text))
	if start == end {
		at := p.place(start, start > 0)
		return text.Span{File: p.file, Start: at, End: at}
	}
	return text.Span{File: p.file, Start: p.place(start, false), End: p.place(end, true)}
}

// Span is the stretch of the file that the whole prose was read from.
func (p Prose) Span() text.Span { return p.Source(0, len(p.Text)) }

// place maps an offset to the file. As an end, it is the end of the byte before
// it; as a start, the beginning of the byte after it.
func (p Prose) place(at int, asEnd bool) int {
	i := sort.Search(len(p.runs), func(i int) bool {
		if asEnd {
			return p.runs[i].at >= at
		}
		return p.runs[i].at > at
	}) - 1
	r := p.runs[max(i, 0)]
	switch {
	case r.verbatim:
		return min(r.start+at-r.at, r.end)
	case asEnd && at > r.at:
		return r.end
	default:
		return r.start
	}
}

// Within is the stretch of the prose that was read from the given stretch of the
// file: the other way round from Source. An empty span, and one of bytes that no
// reader sees, gives the empty stretch where they would stand; ok is false when the
// span lies wholly outside of what the prose was read from.
func (p Prose) Within(span text.Span) (start, end int, ok bool) {
	if span.File != p.file || len(p.runs) == 0 {
		return 0, 0, false
	}
	start, end = -1, -1
	caret, seen := 0, false
	for i, r := range p.runs {
		next := len(p.Text)
		if i+1 < len(p.runs) {
			next = p.runs[i+1].at
		}
		seen = seen || r.start <= span.End && span.Start <= r.end
		if r.end <= span.Start {
			caret = next
		} else if r.verbatim && r.start <= span.Start {
			caret = min(r.at+span.Start-r.start, next)
		}
		if r.start >= span.End || span.Start >= r.end {
			continue
		}
		from, to := r.at, next
		if r.verbatim {
			from = min(r.at+max(span.Start-r.start, 0), next)
			to = min(r.at+min(span.End, r.end)-r.start, next)
		}
		if start < 0 || from < start {
			start = from
		}
		end = max(end, to)
	}
	if span.Empty() || start < 0 {
		inside := p.Span()
		return caret, caret, seen || inside.Start <= span.Start && span.End <= inside.End
	}
	return start, end, true
}

// Slice is the prose of the bytes [start, end), with its way back kept.
func (p Prose) Slice(start, end int) Prose {
	out := Prose{Text: p.Text[start:end], file: p.file}
	first := max(0, sort.Search(len(p.runs), func(i int) bool { return p.runs[i].at > start })-1)
	for i := first; i < len(p.runs) && p.runs[i].at < end; i++ {
		r, next := p.runs[i], len(p.Text)
		if i+1 < len(p.runs) {
			next = p.runs[i+1].at
		}
		if next <= start {
			continue
		}
		if r.verbatim {
			if r.at < start {
				r.start += start - r.at
			}
			if next > end {
				r.end -= next - end
			}
		}
		r.at = max(r.at-start, 0)
		out.runs = append(out.runs, r)
	}
	if len(out.runs) == 0 && len(p.runs) > 0 {
		at := p.place(start, start > 0)
		out.runs = []run{{0, at, at, true}}
	}
	return out
}

// Trim is the prose without white space at its ends, and how many bytes went at the front.
func (p Prose) Trim() (Prose, int) {
	front := len(p.Text) - len(strings.TrimLeft(p.Text, " \t\r\n\u00a0"))
	back := len(strings.TrimRight(p.Text, " \t\r\n\u00a0"))
	if back < front {
		front, back = 0, 0
	}
	return p.Slice(front, back), front
}

// ProseBuilder puts prose together from stretches of one file, in reading order.
type ProseBuilder struct {
	file *text.File
	b    strings.Builder
	runs []run
}

// NewProse starts an empty prose of file.
func NewProse(file *text.File) *ProseBuilder { return &ProseBuilder{file: file} }

// Len is how many bytes of prose there are so far.
func (b *ProseBuilder) Len() int { return b.b.Len() }

// Verbatim adds the file's bytes [start, end) as they stand.
func (b *ProseBuilder) Verbatim(start, end int) {
	if start >= end {
		return
	}
	if n := len(b.runs); n > 0 && b.runs[n-1].verbatim && b.runs[n-1].end == start {
		b.runs[n-1].end = end
	} else {
		b.runs = append(b.runs, run{b.b.Len(), start, end, true})
	}
	b.b.Write(b.file.Content[start:end])
}

// Replace adds s, which stands for the file's bytes [start, end): a decoded
// entity, a space for a line break. An empty s adds nothing.
func (b *ProseBuilder) Replace(s string, start, end int) {
	if s == "" {
		return
	}
	b.runs = append(b.runs, run{b.b.Len(), start, end, false})
	b.b.WriteString(s)
}

// EndsInSpace says that the prose so far is empty or ends in white space.
func (b *ProseBuilder) EndsInSpace() bool {
	s := b.b.String()
	return s == "" || strings.HasSuffix(s, " ") || strings.HasSuffix(s, "\n")
}

// Text is the prose so far.
func (b *ProseBuilder) Text() string { return b.b.String() }

// Prose is what was put together. The builder may go on to be used.
func (b *ProseBuilder) Prose() Prose {
	return Prose{Text: b.b.String(), file: b.file, runs: append([]run(nil), b.runs...)}
}
