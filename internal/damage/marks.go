package damage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/cite"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// marks are the ways to spoil markup, typography and references.
var marks = []*Kind{
	{"link target altered", []string{"link"}, func(w *wound) bool { return w.object(doc.Link, alterAddress) }},
	{"image file altered", []string{"image"}, func(w *wound) bool { return w.object(doc.InlineImage, alterAddress) }},
	{"bold or italic lost", []string{"emphasis"}, unmark},
	{"code span altered", []string{"code"}, func(w *wound) bool { return w.object(doc.CodeSpan, func(s string) string { return swapMiddle(s) }) }},
	{"placeholder altered", []string{"placeholder"}, func(w *wound) bool { return w.object(doc.Placeholder, func(s string) string { return swapMiddle(s) }) }},
	{"note mark dropped", []string{"note-mark", "citation-mark"}, func(w *wound) bool { return w.object(doc.NoteMark, func(string) string { return "" }) }},
	{"quotation marks straightened", []string{"quotes"}, straighten},
	{"space after comma missing", []string{"spacing"}, func(w *wound) bool { return w.around(", ", ",") }},
	{"space before comma", []string{"spacing"}, func(w *wound) bool { return w.around(", ", " , ") }},
	{"two spaces", []string{"spacing"}, func(w *wound) bool { return w.around(" ", "  ") }},
	{"word doubled", []string{"doubled-word"}, doubleWord},
	{"hyphen for dash", []string{"dash"}, func(w *wound) bool { return w.around(" – ", " - ") }},
	{"heading in title case", []string{"heading-case"}, titleCase},
	{"reference dropped", []string{"ref-missing"}, func(w *wound) bool { return w.entry(dropEntry) }},
	{"reference doubled", []string{"ref-duplicate", "duplicate-"}, func(w *wound) bool { return w.entry(doubleEntry) }},
	{"cited year altered", []string{"ref-year"}, func(w *wound) bool { return w.field(cite.Year, alterDigit) }},
	{"cited volume altered", []string{"ref-locator"}, func(w *wound) bool { return w.field(cite.Volume, alterDigit) }},
	{"cited pages altered", []string{"ref-locator"}, func(w *wound) bool { return w.field(cite.Pages, alterDigit) }},
	{"DOI altered", []string{"ref-identifier"}, func(w *wound) bool { return w.field(cite.DOI, alterDigit) }},
	{"author misspelt", []string{"ref-author"}, func(w *wound) bool { return w.field(cite.Author, func(s string) string { return swapMiddle(s) }) }},
	{"et al. dropped", []string{"ref-author"}, func(w *wound) bool { return w.field(cite.EtAl, func(string) string { return "" }) }},
}

// Kinds are all ways to spoil a translation, in the order of a report.
func Kinds() []*Kind { return append(append(append([]*Kind(nil), structure...), words...), marks...) }

// object spoils the value of a random object of the kind.
func (w *wound) object(kind doc.ObjectKind, spoil func(string) string) bool {
	find := func(b *doc.Block) []text.Span {
		var out []text.Span
		for _, o := range b.Objects {
			at := o.Span
			switch {
			case o.Kind != kind || len(o.Value) < 3 && kind != doc.NoteMark:
				continue
			case kind == doc.Link || kind == doc.InlineImage:
				at = o.Dest
			case kind == doc.CodeSpan:
				at = b.Prose.Source(o.Start, o.End)
			}
			if !at.IsZero() && !at.Empty() {
				out = append(out, at)
			}
		}
		return out
	}
	b := w.block(func(b *doc.Block) bool { return len(find(b)) > 0 })
	if b == nil {
		return false
	}
	all := find(b)
	at := all[w.rng.IntN(len(all))]
	return w.replace(b, at, spoil(at.Text()))
}

func alterAddress(s string) string {
	if strings.HasPrefix(s, "#") || strings.HasPrefix(s, "mailto:") || len(s) < 6 {
		return s
	}
	return s[:len(s)-1] + "x9"
}

// swapMiddle exchanges the two letters in the middle of s, or doubles one when
// they are the same.
func swapMiddle(s string) string {
	r := []rune(s)
	i := len(r)/2 - 1
	if i < 0 || len(r) < 3 {
		return s
	}
	if r[i] == r[i+1] {
		return string(r[:i+1]) + string(r[i:])
	}
	r[i], r[i+1] = r[i+1], r[i]
	return string(r)
}

// unmark takes the asterisks off a stretch in bold or italics.
func unmark(w *wound) bool {
	find := func(b *doc.Block) (doc.Object, bool) {
		for _, o := range b.Objects {
			if o.Kind == doc.Emphasis && strings.HasPrefix(o.Span.Text(), "**") && o.End-o.Start > 3 {
				return o, true
			}
		}
		return doc.Object{}, false
	}
	b := w.block(func(b *doc.Block) bool { _, ok := find(b); return ok })
	if b == nil {
		return false
	}
	o, _ := find(b)
	return w.replace(b, o.Span, strings.Trim(o.Span.Text(), "*"))
}

// around replaces one occurrence of a stretch between two letters.
func (w *wound) around(what, with string) bool {
	find := func(b *doc.Block) []int {
		var out []int
		for i := 1; i+len(what) < len(b.Prose.Text); i++ {
			if !strings.HasPrefix(b.Prose.Text[i:], what) || b.Literal(i, i+len(what)) {
				continue
			}
			before, _ := utf8.DecodeLastRuneInString(b.Prose.Text[:i])
			after, _ := utf8.DecodeRuneInString(b.Prose.Text[i+len(what):])
			if unicode.IsLetter(before) && unicode.IsLetter(after) && b.Prose.Source(i, i+len(what)).Text() == what {
				out = append(out, i)
			}
		}
		return out
	}
	b := w.block(func(b *doc.Block) bool { return isProse(b) && len(find(b)) > 0 })
	if b == nil {
		return false
	}
	all := find(b)
	i := all[w.rng.IntN(len(all))]
	return w.replace(b, b.Prose.Source(i, i+len(what)), with)
}

func isProse(b *doc.Block) bool {
	return b.Kind == doc.Paragraph || b.Kind == doc.Item || b.Kind == doc.Quote
}

func straighten(w *wound) bool {
	b := w.block(func(b *doc.Block) bool { return isProse(b) && strings.Count(b.Prose.Text, "”") >= 2 })
	if b == nil {
		return false
	}
	first := strings.Index(b.Prose.Text, "”")
	second := first + len("”") + strings.Index(b.Prose.Text[first+len("”"):], "”")
	for _, i := range []int{first, second} {
		w.replace(b, b.Prose.Source(i, i+len("”")), `"`)
	}
	return true
}

func doubleWord(w *wound) bool {
	b := w.block(func(b *doc.Block) bool { return isProse(b) && len(strings.Fields(b.Prose.Text)) > 8 })
	if b == nil {
		return false
	}
	all := w.align.Target.Lang.Words(b.Prose.Text)
	word := all[len(all)/2]
	if b.Literal(word.Start, word.End) || w.align.Target.Lang.DoubleWords[strings.ToLower(word.Text)] || !unicode.IsLower([]rune(word.Text)[0]) {
		return false
	}
	return w.replace(b, b.Prose.Source(word.End, word.End), " "+word.Text)
}

func titleCase(w *wound) bool {
	b := w.block(func(b *doc.Block) bool {
		return b.Kind == doc.Heading && len(strings.Fields(b.Prose.Text)) >= 4 && len(b.Objects) == 0
	})
	if b == nil {
		return false
	}
	words := strings.Split(b.Prose.Text, " ")
	for i, s := range words {
		if r, n := utf8.DecodeRuneInString(s); utf8.RuneCountInString(s) > 3 {
			words[i] = string(unicode.ToUpper(r)) + s[n:]
		}
	}
	return w.replace(b, b.Prose.Span(), strings.Join(words, " "))
}

// entry spoils a random reference of the target.
func (w *wound) entry(hurt func(*wound, *cite.Entry) bool) bool {
	all := cite.Find(w.align.Target).Entries
	return len(all) > 2 && hurt(w, all[w.rng.IntN(len(all))])
}

func dropEntry(w *wound, e *cite.Entry) bool {
	return alone(e.Block) && w.replace(e.Block, lines(e.Block.Span), "")
}

func doubleEntry(w *wound, e *cite.Entry) bool {
	whole := lines(e.Block.Span)
	return alone(e.Block) && w.replace(e.Block, whole.After(), strings.TrimRight(whole.Text(), "\n")+"\n")
}

func (w *wound) field(kind cite.Kind, spoil func(string) string) bool {
	return w.entry(func(w *wound, e *cite.Entry) bool {
		f := e.Get(kind)
		return f != nil && !f.Span.Empty() && w.replace(e.Block, f.Span, spoil(f.Span.Text()))
	})
}
