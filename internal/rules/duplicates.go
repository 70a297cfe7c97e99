package rules

import (
	"strings"
	"unicode/utf8"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// repeat is a target block that stands there again although the source has its
// text only once.
type repeat struct {
	block, first *doc.Block
	same         bool // letter by letter, but for case and white space
}

// repeats finds the target blocks that stand twice: those with the same prose
// as another, and those that package align found to render what another renders.
// A text that the source repeats too is no repeat.
func repeats(p *check.Pass) []repeat { return check.Memo(p, repeatsKey{}, findRepeats) }

type repeatsKey struct{}

func findRepeats(p *check.Pass) []repeat {
	groups := map[string][]*doc.Block{}
	var order []string
	for _, b := range p.Target.Blocks() {
		if key := saying(b); key != "" && !p.InReferences(b) { // ref-duplicate looks after those
			if groups[key] == nil {
				order = append(order, key)
			}
			groups[key] = append(groups[key], b)
		}
	}
	var out []repeat
	reported := map[*doc.Block]bool{}
	for _, key := range order {
		group := groups[key]
		for _, b := range surplus(p, group) {
			reported[b] = true
			first := another(group, b)
			if first.Index == b.Index+1 { // side by side: the later one is the one too many
				b, first = first, b
			}
			out = append(out, repeat{b, first, true})
		}
	}
	for i := range p.Align.Blocks {
		bead := &p.Align.Blocks[i]
		if bead.DuplicateOf == nil || len(bead.Target) == 0 || reported[bead.Target[0]] {
			continue
		}
		b := bead.Target[0]
		first := bead.DuplicateOf
		if saying(b) == "" || p.InReferences(b) || saying(b) == saying(first) {
			continue
		}
		if bead.Confidence >= check.Trust || wordsAlike(first.Prose.Text, b.Prose.Text, doubtLikeness) {
			out = append(out, repeat{b, first, false})
			reported[b] = true
		}
	}
	return append(out, nearRepeats(p, reported)...)
}

// saying is what two blocks are compared by; "" for blocks too short to tell
// (labels, "Click Save") and for kinds that repeat by nature.
func saying(b *doc.Block) string {
	switch b.Kind {
	case doc.Cell, doc.Code, doc.Markup, doc.Heading, doc.Image, doc.Caption:
		return ""
	}
	const least = 20 // characters, of four bytes at most
	if utf8.RuneCountInString(b.Prose.Text[:min(len(b.Prose.Text), 4*least)]) < least {
		return ""
	}
	key := lang.FoldSpaced(b.Prose.Text)
	if strings.Count(key, " ") < 2 {
		return ""
	}
	return key
}

// surplus are the members of a group of equal target blocks that the source does
// not account for: each source block they are paired with, and each repetition
// of it in the source, accounts for one.
func surplus(p *check.Pass, group []*doc.Block) []*doc.Block {
	if len(group) < 2 {
		return nil
	}
	sources, texts := map[*doc.Block]bool{}, map[string]bool{}
	var again []*doc.Block // members that render what another member renders, or nothing
	for _, b := range group {
		s := p.Paired(b)
		if s == nil || sources[s] {
			again = append(again, b)
			continue
		}
		sources[s] = true
		texts[saying(s)] = true
	}
	for _, s := range p.Source.Blocks() {
		if key := saying(s); key != "" && texts[key] {
			sources[s] = true
		}
	}
	extra := max(len(group)-max(len(sources), 1), 0)
	if len(again) > extra {
		again = again[len(again)-extra:]
	}
	return again
}

// another is the member of the group right after b, or else the first that is not b.
func another(group []*doc.Block, b *doc.Block) *doc.Block {
	first := b
	for _, o := range group {
		if o.Index == b.Index+1 {
			return o
		}
		if first == b {
			first = o
		}
	}
	return first
}

// reportRepeat reports a repeat with the source passage and the block it repeats.
func reportRepeat(p *check.Pass, r repeat, message string) {
	f := check.Finding{Span: r.block.Prose.Span(), Message: message}
	for _, b := range []*doc.Block{r.first, r.block} {
		if s := p.Paired(b); s != nil {
			f.Related = p.FromSource(s.Prose.Span())
			break
		}
	}
	f.Related = append(f.Related, check.Note{Span: r.first.Prose.Span(), Message: "the other one"})
	if r.same {
		f.Fixes = []check.Fix{{Title: "take it out", Safe: true, Edits: []text.Edit{{Span: wholeLines(r.block)}}}}
	}
	p.Report(f)
}

// wholeLines is the block with the line ending after it, when it has its lines to itself.
func wholeLines(b *doc.Block) text.Span {
	span := b.Span
	first, last := span.File.LineSpan(span.Line()), span.File.LineSpan(span.File.Line(max(span.End-1, span.Start)))
	before := text.Span{File: span.File, Start: first.Start, End: span.Start}
	after := text.Span{File: span.File, Start: span.End, End: last.End}
	if strings.TrimSpace(before.Text()+after.Text()) != "" {
		return span
	}
	end := span.File.LineSpan(span.File.Line(last.End) + 1).Start
	return text.Span{File: span.File, Start: first.Start, End: end}
}
