package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "end-mark",
	Title:    "A passage ends in another mark than in the source",
	Category: "locale-convention/typography",
	Severity: check.Suggestion,
	Doc: `A paragraph or bullet that ends in a full stop, question mark or colon in the source
and in none here, or in a comma or two stops, was often cut or joined with another. A
list whose items all end alike is right whichever way it was done, and a full stop for
an exclamation mark is a matter of tone.`,
	Bad: []check.Example{{
		Source: "The brain rests at night.\n\nHow long do you sleep?",
		Target: "Hjärnan vilar på natten\n\nHur länge sover du.",
	}},
	Good: []check.Example{{
		Source: "Good night!\n\n- Sleep well.\n- Eat well.",
		Target: "God natt.\n\n- Sov gott\n- Ät gott",
	}},
	Run: endMark,
})

// ending is how a block ends: its mark, and where that stands in its prose.
type ending struct {
	mark       string // ".", "!", "?", ":", ",", ";", ".."; "" for none
	start, end int
}

func endMark(p *check.Pass) {
	alike := listsAlike(p.Target)
	for _, b := range p.Translated() {
		if len(b.Source) != 1 || len(b.Target) != 1 || alike[b.Target[0].Item.List] || !endComparable(b.Source[0], b.Target[0]) {
			continue
		}
		s, t := b.Source[0], b.Target[0]
		from, to := endingOf(s), endingOf(t)
		if from.mark == ":" && opensList(p.Target, t) || sameEnding(from, to, s.Kind) || abbreviated(p.Source.Lang, s, from) || abbreviated(p.Target.Lang, t, to) {
			continue
		}
		if to.mark != ".." && !endsPaired(b) {
			continue // what is missing at the end is another rule's
		}
		f := check.Finding{Span: t.Prose.Source(to.start, to.end), Related: p.FromSource(s.Prose.Source(from.start, from.end)),
			Message: fmt.Sprintf("this %s ends in %s; in the source it ends in %s", t.Kind, markName(to.mark), markName(from.mark))}
		if from.mark == "." && to.mark != "?" && to.mark != ":" {
			// Without any mark the passage may have been cut off: then a stop would hide it.
			f.Fixes = []check.Fix{{Title: "end it in a full stop", Safe: to.mark != "", Edits: []text.Edit{{Span: f.Span, New: "."}}}}
		}
		p.Report(f)
	}
}

var endNames = map[string]string{"": "no mark", ".": "a full stop", "!": "an exclamation mark", "?": "a question mark", ":": "a colon", ",": "a comma", ";": "a semicolon", "..": "two full stops"}

func markName(mark string) string { return endNames[mark] }

// endComparable says that both sides are prose, and neither end is code or an
// address.
func endComparable(s, t *doc.Block) bool {
	for _, x := range []*doc.Block{s, t} {
		switch x.Kind {
		case doc.Code, doc.Markup, doc.Image, doc.Cell, doc.Caption, doc.Term:
			return false
		}
		n := len(strings.TrimRight(x.Prose.Text, closers))
		if n == 0 || x.Literal(n-1, n) {
			return false
		}
	}
	return (s.Kind == doc.Heading) == (t.Kind == doc.Heading)
}

// endsPaired says that the last sentences of the bead render each other.
func endsPaired(b *align.BlockBead) bool {
	n := len(b.Sentences)
	return n == 0 || len(b.Sentences[n-1].Source) > 0 && len(b.Sentences[n-1].Target) > 0
}

// closers may follow an end mark: white space, quotation marks, brackets, note marks.
const closers = " \t\u00a0\"”“»«’'`)]*†‡"

// endingOf reads the mark that a block ends in.
func endingOf(b *doc.Block) ending {
	s := b.Prose.Text
	end := len(strings.TrimRight(s, closers))
	start := len(strings.TrimRight(s[:end], ".…!?:,;"))
	run := strings.ReplaceAll(s[start:end], "…", "...")
	mark := ""
	switch {
	case run == "" || run[0] == '.' && len(run) > 2:
		if run != "" {
			mark = "."
		}
	case run == "..":
		mark = ".."
	case strings.ContainsRune(run, '?'):
		mark = "?"
	case strings.ContainsRune(run, '!'):
		mark = "!"
	default:
		_, n := utf8.DecodeLastRuneInString(run)
		mark = run[len(run)-n:]
	}
	if run == "" { // a mark may have been meant inside or outside what closes
		start, end = len(strings.TrimRight(s, " \t\u00a0*†‡")), len(strings.TrimRight(s, " \t\u00a0*†‡"))
	}
	return ending{mark, start, end}
}

// sameEnding says that nobody would mark the difference. Of headings only a lost
// question mark is told; a tone may be calmer; a mark more than the source's is
// only told when it ends nothing.
func sameEnding(s, t ending, kind doc.Kind) bool {
	if s.mark == t.mark {
		return true
	}
	if kind == doc.Heading {
		return s.mark != "?"
	}
	switch s.mark {
	case "", ",", ";", "..":
		return t.mark != ".." && t.mark != "," || s.mark != ""
	case "!":
		return t.mark == "." || t.mark == "?"
	case ".":
		return t.mark == "!" || t.mark == ":"
	case ":":
		return t.mark == "."
	}
	return false
}

// abbreviated says that the full stop may belong to an abbreviation alone.
func abbreviated(l *lang.Language, b *doc.Block, e ending) bool {
	if e.mark != "." {
		return false
	}
	words := strings.Fields(b.Prose.Text[:e.start])
	return len(words) > 0 && l.Abbreviations[strings.ToLower(strings.Trim(words[len(words)-1], "(\"”“"))]
}

// opensList says that a list follows b: its items may go on with b's sentence,
// which then ends in no mark.
func opensList(d *doc.Document, b *doc.Block) bool {
	all := d.Blocks()
	return b.Index+1 < len(all) && all[b.Index+1].Kind == doc.Item
}

// listsAlike are the lists whose items, two at least, all end in the same mark or
// all in none; the last may have a full stop where the others have another mark.
func listsAlike(d *doc.Document) map[int]bool {
	marks := map[int][]string{}
	for _, b := range d.Blocks() {
		if b.Kind == doc.Item {
			marks[b.Item.List] = append(marks[b.Item.List], endingOf(b).mark)
		}
	}
	out := map[int]bool{}
	for list, ms := range marks {
		last := len(ms) - 1
		same := last > 0
		for _, m := range ms[:last] {
			same = same && m == ms[0]
		}
		out[list] = same && (ms[last] == ms[0] || ms[last] == "." && last > 1 && ms[0] != "..")
	}
	return out
}
