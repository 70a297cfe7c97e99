// Package align pairs two articles: sections, then blocks, then sentences.
package align

import (
	"sync/atomic"

	"tvilling/internal/doc"
)

// Bead is one aligned group. Either side may be empty: what was left out or
// added. Every unit of both articles stands in exactly one bead of its level.
type Bead[T any] struct {
	Source, Target []T
	Confidence     float64 // 0–1: how sure the pairing, or the absence, is
	Moved          bool    // it stands out of order
}

// Missing says that the bead's source has no counterpart; Extra that its target has none.
func (b Bead[T]) Missing() bool { return len(b.Target) == 0 }
func (b Bead[T]) Extra() bool   { return len(b.Source) == 0 }

// SectionBead pairs sections. Nested beads lie in Alignment.Blocks.
type SectionBead struct {
	Bead[*doc.Section]
}

// BlockBead pairs blocks, headings included.
type BlockBead struct {
	Bead[*doc.Block]
	Section   int // index into Alignment.Sections of the bead its blocks lie in; for a moved block, its target's
	Sentences []Bead[doc.Sentence]
	// DuplicateOf is set on an Extra bead whose target block renders the same
	// source as another target block: it is that other block.
	DuplicateOf *doc.Block
}

// Alignment is a source and a target article side by side. Beads come in
// target order; a bead without target stands where it is missing.
type Alignment struct {
	Source, Target *doc.Document
	Sections       []SectionBead
	Blocks         []BlockBead

	bySource, byTarget []int32 // by index of a block in its article: its bead in Blocks
	words              *table  // what may translate each other, for Words and Rendering
	source, target     *reading
	webs               []atomic.Pointer[web] // by first source sentence of a bead, as far as they were asked for
}

// Bead is the bead that holds block b of either article, and its index in
// Blocks. b must belong to the alignment.
func (a *Alignment) Bead(b *doc.Block) (*BlockBead, int) {
	of := a.bySource
	if isOf(a.Target, b) {
		of = a.byTarget
	}
	i := int(of[b.Index])
	return &a.Blocks[i], i
}

// isOf says that d holds block b.
func isOf(d *doc.Document, b *doc.Block) bool {
	all := d.Blocks()
	return b.Index < len(all) && all[b.Index] == b
}
