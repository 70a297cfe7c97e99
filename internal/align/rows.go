package align

import (
	"fmt"
	"strings"

	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// Unit is what one row of an alignment names.
type Unit uint8

const (
	Sections Unit = iota
	Blocks
	Sentences
	LineUnit // one segment a physical line, as in a corpus file
)

var unitNames = [...]string{"section", "block", "sentence", "line"}

// String is the unit's name.
func (u Unit) String() string { return unitNames[u] }

// ParseUnit reads a unit's name.
func ParseUnit(name string) (Unit, error) {
	for i, n := range unitNames {
		if n == name {
			return Unit(i), nil
		}
	}
	return 0, fmt.Errorf("%q is unknown; use section, block, sentence or line", name)
}

// Row is a bead as places in the two files.
type Row struct {
	Source, Target []text.Span
	Confidence     float64
	Kind           string // "1-1", "1-0", "2-1" …; with ",moved" or ",duplicate" where that holds
}

// Rows are the beads of one level in target order; those of sentences cover
// blocks without counterpart too. LineUnit has none: see Lines.
func (a *Alignment) Rows(u Unit) []Row {
	var out []Row
	switch u {
	case Sections:
		for _, b := range a.Sections {
			out = append(out, row(b.Bead, (*doc.Section).Span, ""))
		}
	case Blocks:
		return a.blockRows()
	case Sentences:
		for _, b := range a.Blocks {
			out = append(out, sentenceRows(&b)...)
		}
	}
	return out
}

// blockRows has one row a bead, save that a duplicate stands in the row of the
// block it doubles: both render the same source.
func (a *Alignment) blockRows() []Row {
	var out []Row
	at := make([]int, len(a.Blocks))
	for i, b := range a.Blocks {
		at[i] = len(out)
		if b.DuplicateOf == nil {
			out = append(out, row(b.Bead, blockSpan, ""))
		}
	}
	for _, b := range a.Blocks {
		if b.DuplicateOf == nil {
			continue
		}
		_, of := a.Bead(b.DuplicateOf)
		r := &out[at[of]]
		r.Target = append(r.Target, row(b.Bead, blockSpan, "").Target...)
		r.Kind = fmt.Sprintf("%d-%d,duplicate", len(r.Source), len(r.Target))
	}
	return out
}

func blockSpan(b *doc.Block) text.Span { return b.Span }

func mark(b *BlockBead) string {
	if b.DuplicateOf != nil {
		return ",duplicate"
	}
	return ""
}

func sentenceRows(b *BlockBead) []Row {
	var out []Row
	if !b.Missing() && !b.Extra() {
		for _, s := range b.Sentences {
			s.Moved = b.Moved
			out = append(out, row(s, doc.Sentence.Span, ""))
		}
		return out
	}
	for _, s := range sentences(b.Source) {
		out = append(out, Row{Source: []text.Span{s.Span()}, Confidence: b.Confidence, Kind: "1-0"})
	}
	for _, s := range sentences(b.Target) {
		out = append(out, Row{Target: []text.Span{s.Span()}, Confidence: b.Confidence, Kind: "0-1" + mark(b)})
	}
	return out
}

func sentences(blocks []*doc.Block) []doc.Sentence {
	var out []doc.Sentence
	for _, b := range blocks {
		out = append(out, b.Sentences...)
	}
	return out
}

func row[T any](b Bead[T], span func(T) text.Span, mark string) Row {
	r := Row{Confidence: b.Confidence, Kind: fmt.Sprintf("%d-%d%s", len(b.Source), len(b.Target), mark)}
	if b.Moved {
		r.Kind += ",moved"
	}
	for _, s := range b.Source {
		if at := span(s); !at.IsZero() {
			r.Source = append(r.Source, at)
		}
	}
	for _, t := range b.Target {
		if at := span(t); !at.IsZero() {
			r.Target = append(r.Target, at)
		}
	}
	return r
}

// LineRows aligns two files that hold one segment a line; blank lines are no
// segments. The spans are physical lines.
func LineRows(source, target *text.File, ev Evidence) []Row {
	src, tgt := segments(source), segments(target)
	var out []Row
	for _, b := range Lines(texts(src), texts(tgt), ev) {
		r := Row{Confidence: b.Confidence, Kind: fmt.Sprintf("%d-%d", len(b.Source), len(b.Target))}
		for _, i := range b.Source {
			r.Source = append(r.Source, src[i])
		}
		for _, i := range b.Target {
			r.Target = append(r.Target, tgt[i])
		}
		out = append(out, r)
	}
	return out
}

func segments(f *text.File) []text.Span {
	var out []text.Span
	for n := 1; n <= f.Lines(); n++ {
		if line := f.LineSpan(n); strings.TrimSpace(line.Text()) != "" {
			out = append(out, line)
		}
	}
	return out
}

func texts(spans []text.Span) []string {
	out := make([]string, len(spans))
	for i, s := range spans {
		out[i] = s.Text()
	}
	return out
}
