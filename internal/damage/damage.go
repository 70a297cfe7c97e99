// Package damage spoils a good translation in one known way at one known place,
// to measure what the checker sees of it.
package damage

import (
	"math/rand/v2"

	"tvilling/internal/align"
	"tvilling/internal/doc"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

// Kind is one way to spoil a translation.
type Kind struct {
	Name  string   // "bullet dropped"
	Rules []string // what a finding that names it rightly is called; a prefix is enough
	hurt  func(*wound) bool
}

// Label is what was done, and where: the damaged lines of the spoilt target, and
// the source passage concerned.
type Label struct {
	Kind        *Kind
	First, Last int       // lines of the spoilt target, from 1
	Source      text.Span // zero when no source passage is concerned
}

// wound is one attempt to spoil a target.
type wound struct {
	rng    *rand.Rand
	align  *align.Alignment
	terms  *term.Glossary // may be nil
	edits  []text.Edit
	source text.Span
}

// Inflict spoils the target of an aligned pair in the given way, at a place that
// the seed chooses. ok is false when the article has no place for it. The result
// depends on nothing but its arguments.
func Inflict(k *Kind, a *align.Alignment, terms *term.Glossary, seed uint64) (spoilt *text.File, label Label, ok bool) {
	w := &wound{rng: rand.New(rand.NewPCG(seed, uint64(len(k.Name)))), align: a, terms: terms}
	if !k.hurt(w) || len(w.edits) == 0 {
		return nil, Label{}, false
	}
	content, err := text.Apply(a.Target.File, w.edits)
	if err != nil || string(content) == string(a.Target.File.Content) {
		return nil, Label{}, false
	}
	spoilt = text.NewFile(a.Target.File.Name, string(content))
	return spoilt, w.label(k, spoilt), true
}

// label works out on which lines of the spoilt text the edits came to stand.
func (w *wound) label(k *Kind, spoilt *text.File) Label {
	l := Label{Kind: k, Source: w.source}
	for _, e := range w.edits {
		shift := 0
		for _, before := range w.edits {
			if before.Span.Start < e.Span.Start {
				shift += len(before.New) - (before.Span.End - before.Span.Start)
			}
		}
		first := spoilt.Line(e.Span.Start + shift)
		last := spoilt.Line(max(e.Span.Start+shift+len(e.New)-1, 0))
		if l.First == 0 || first < l.First {
			l.First = first
		}
		l.Last = max(l.Last, first, last)
	}
	return l
}

// replace makes the one edit of a wound; the source passage is what the target
// block renders.
func (w *wound) replace(b *doc.Block, at text.Span, with string) bool {
	w.edits = append(w.edits, text.Edit{Span: at, New: with})
	w.concern(b)
	return true
}

// concern notes the source passage that target block b renders.
func (w *wound) concern(b *doc.Block) {
	bead, _ := w.align.Bead(b)
	for _, s := range bead.Source {
		w.source = w.source.Cover(s.Prose.Span())
	}
}

// block is a random target block that is surely paired and meets the condition;
// nil when there is none.
func (w *wound) block(fits func(*doc.Block) bool) *doc.Block {
	var all []*doc.Block
	for _, b := range w.align.Target.Blocks() {
		bead, _ := w.align.Bead(b)
		if !bead.Extra() && len(bead.Source) == 1 && len(bead.Target) == 1 && bead.Confidence >= 0.5 && fits(b) {
			all = append(all, b)
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all[w.rng.IntN(len(all))]
}

// paired is the source block of a block that w.block chose.
func (w *wound) paired(b *doc.Block) *doc.Block {
	bead, _ := w.align.Bead(b)
	return bead.Source[0]
}

// lines are the whole lines that a span stands on, line endings included.
func lines(s text.Span) text.Span {
	start := s.File.LineSpan(s.File.Line(s.Start)).Start
	end := s.File.LineSpan(s.File.Line(max(s.End-1, s.Start)) + 1).Start
	return text.Span{File: s.File, Start: start, End: end}
}

// alone says that the block has its lines to itself.
func alone(b *doc.Block) bool {
	whole := lines(b.Span)
	for _, other := range b.Section.All() {
		if other != b && other.Span.Overlaps(whole) {
			return false
		}
	}
	return true
}
