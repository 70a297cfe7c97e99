package rules

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

var _ = register(&check.Rule{
	ID:       "untranslated-span",
	Title:    "Part of a sentence still stands in the source's language",
	Category: "accuracy/untranslated",
	Severity: check.Warning,
	Covers:   true,
	Doc: `A clause, or four words in a row and more, that was left in the source's language
inside a translated sentence: the second half of it, or an aside. Names, terms in
italics, bold, quotation marks, brackets or links, code, and words that both languages
have are left alone.`,
	Bad: []check.Example{{
		Source: "The ferry leaves at seven, but if the wind is strong it will stay in the harbour.",
		Target: "Färjan går klockan sju, but if the wind is strong it will stay in the harbour.",
	}},
	Good: []check.Example{{
		Source: "Click the button *Save all open files* and read the book The Old Man and the Sea while you wait.",
		Target: "Klicka på knappen *Save all open files* och läs boken The Old Man and the Sea medan du väntar.",
	}},
	Run: untranslatedSpan,
})

func untranslatedSpan(p *check.Pass) {
	masks := maskedBlocks(p)
	for i, b := range p.Target.Blocks() {
		if p.Untranslated(b) || p.InReferences(b) || p.LinkedTitle(b) || b.Kind == doc.Code || b.Kind == doc.Markup {
			continue
		}
		bead, _ := p.Align.Bead(b)
		source := sync.OnceValue(func() string { return foldedSource(bead) })
		mask := masks[i]
		for _, s := range b.Sentences {
			runs := foreignRuns(p, mask[s.Start:s.End], source)
			if len(runs) == 0 || p.InSourceLanguage(s.Text(), bead.Source) {
				continue // nothing, as with most, or untranslated says so
			}
			for _, r := range runs {
				span := b.Prose.Source(s.Start+r.Start, s.Start+r.End)
				p.Reportf(span, check.SourceSpan(bead), "%s is still in %s", check.Quote(mask[s.Start+r.Start:s.Start+r.End]), p.Source.Lang.Name)
			}
		}
	}
}

// foldedSource is the source side of a bead, folded; few beads have to be looked into.
func foldedSource(bead *align.BlockBead) string {
	var out strings.Builder
	for _, s := range bead.Source {
		out.WriteString(foldWords(s.Prose.Text))
		out.WriteByte(' ')
	}
	return out.String()
}

// maskedBlocks are the target's blocks masked as maskedProse does, by their place; ""
// for entries of references and code. The slice is shared and read-only.
func maskedBlocks(p *check.Pass) []string {
	return check.Memo(p, masksKey{}, func(p *check.Pass) []string {
		blocks := p.Target.Blocks()
		out := make([]string, len(blocks))
		for i, b := range blocks {
			if b.Kind != doc.Code && b.Kind != doc.Markup && !p.InReferences(b) {
				out[i] = maskedProse(b)
			}
		}
		return out
	})
}

type masksKey struct{}

// maskedProse is a block's prose with everything that may stay as it is in the
// source blanked, byte for byte: code, emphasis, links, quotations, brackets.
func maskedProse(b *doc.Block) string {
	var out []byte // nil as long as nothing is blanked
	blank := func(start, end int) {
		if out == nil {
			out = []byte(b.Prose.Text)
		}
		for i := max(start, 0); i < min(end, len(out)); i++ {
			out[i] = '\x01'
		}
	}
	for _, o := range b.Objects {
		switch o.Kind {
		case doc.NoteMark:
		default:
			if o.End-o.Start < len(b.Prose.Text) {
				blank(o.Start, o.End)
			}
		}
	}
	for _, pair := range [...][2]string{{"(", ")"}, {"[", "]"}, {"”", "”"}, {"“", "”"}, {"„", "“"}, {"\"", "\""}, {"«", "»"}, {"»", "»"}, {"‘", "’"}} {
		text := b.Prose.Text
		for at := 0; ; {
			i := strings.Index(text[at:], pair[0])
			if i < 0 {
				break
			}
			start := at + i
			j := strings.Index(text[start+len(pair[0]):], pair[1])
			if j < 0 {
				break
			}
			at = start + len(pair[0]) + j + len(pair[1])
			blank(start, at)
		}
	}
	if out == nil {
		return b.Prose.Text
	}
	return string(out)
}

const (
	copiedRun  = 3 // words of the source's language alone that make a run copied from the source
	foreignRun = 5 // and one that is not
)

// foreignRuns are the stretches of prose, as bytes, whose words belong to the
// source's language; source is the folded source passage.
func foreignRuns(p *check.Pass, prose string, source func() string) []lang.Range {
	var out []lang.Range
	var run lang.Range
	words, n, common := 0, 0, 0 // all of the run, those that are the source's alone, and its commonest among these
	flush := func() {
		copied := func() bool { return strings.Contains(source(), foldWords(prose[run.Start:run.End])) }
		if n >= foreignRun && common > 0 || n >= copiedRun && words > 3 && common+n > copiedRun && copied() {
			out = append(out, run)
		}
		words, n, common = 0, 0, 0
	}
	since, last := 0, 0 // words since the run's last one, and the end of the word before
	for w := range p.Target.Lang.EachWord(prose) {
		if last > 0 && strings.IndexByte(prose[last:w.Start], '\x01') >= 0 {
			flush()
		}
		begins := last == 0
		last = w.End
		since++
		initial, _ := utf8.DecodeRuneInString(w.Text)
		if unicode.IsUpper(initial) && !begins || strings.IndexFunc(w.Text, unicode.IsDigit) >= 0 {
			continue // a name or a number stops nothing
		}
		switch p.Tongue(w.Text) {
		case check.TargetTongue:
			flush()
		case check.SourceTongue:
			if n == 0 {
				run.Start, words, since = w.Start, 0, 1
			}
			run.End = w.End
			words, since = words+since, 0
			n++
			if p.Source.Lang.FunctionWords[strings.ToLower(w.Text)] {
				common++
			}
		}
	}
	flush()
	return out
}

// foldWords is s in lower case with single spaces.
func foldWords(s string) string { return lang.FoldSpaced(s) }
