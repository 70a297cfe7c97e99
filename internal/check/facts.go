package check

import (
	"strings"
	"sync"

	"tvilling/internal/align"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/term"
)

// facts are what many rules ask of a pair; each is worked out once, on first use.
type facts struct {
	untranslated func() map[*doc.Block]bool
	terms        map[*doc.Block][]term.Match
}

// NewPass makes the pass of an aligned pair. The caller sets Rule and Record
// for each rule in turn.
func NewPass(a *align.Alignment) *Pass {
	p := &Pass{Source: a.Source, Target: a.Target, Align: a}
	p.facts = &facts{
		untranslated: sync.OnceValue(func() map[*doc.Block]bool { return untranslated(a) }),
		terms:        map[*doc.Block][]term.Match{},
	}
	return p
}

// Trust is the confidence from which a bead's two sides are taken to say the
// same: package align promises that beads from here on are right 19 times in 20.
const Trust = 0.5

// Untranslated says that a target block still stands in the source's language.
func (p *Pass) Untranslated(b *doc.Block) bool { return p.facts.untranslated()[b] }

// Translated are the beads whose two sides can be compared word for word: both
// there, surely paired, and in the two languages they should be in. Reference
// entries are left out; they have rules of their own.
func (p *Pass) Translated() []*align.BlockBead {
	var out []*align.BlockBead
	for i := range p.Align.Blocks {
		b := &p.Align.Blocks[i]
		if b.Missing() || b.Extra() || b.Confidence < Trust || p.reference(b) {
			continue
		}
		if !p.Untranslated(b.Target[0]) {
			out = append(out, b)
		}
	}
	return out
}

func (p *Pass) reference(b *align.BlockBead) bool {
	for _, t := range b.Target {
		if p.InReferences(t) {
			return true
		}
	}
	for _, s := range b.Source {
		if p.InReferences(s) {
			return true
		}
	}
	return false
}

// untranslated finds the target blocks in the source's language, and the parts
// of a table or list around which everything is.
func untranslated(a *align.Alignment) map[*doc.Block]bool {
	out := map[*doc.Block]bool{}
	for _, b := range a.Target.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup {
			continue
		}
		if inSourceLanguage(a, b) {
			out[b] = true
		}
	}
	return out
}

// inSourceLanguage weighs two kinds of evidence: what language the block's
// prose is in, and whether it is simply its source block again.
func inSourceLanguage(a *align.Alignment, b *doc.Block) bool {
	prose := Readable(b)
	guess := lang.Identify(prose)
	if guess.Lang == a.Target.Lang {
		return false
	}
	foreign := guess.Lang == a.Source.Lang && guess.Words >= 2 && guess.Confidence >= 0.6
	bead, _ := a.Bead(b)
	if len(bead.Source) == 0 {
		return foreign && guess.Confidence >= 0.8 && guess.Words >= 4
	}
	var source []string
	for _, s := range bead.Source {
		source = append(source, Readable(s))
	}
	// Names and product names are the same in both languages: only a copy that
	// reads as the source's language tells that nobody translated it.
	copied := lang.Fold(prose) == lang.Fold(strings.Join(source, " "))
	return foreign && (copied || guess.Confidence >= 0.75)
}

// Readable is a block's prose without its literal stretches: code, addresses
// and placeholders belong to no language.
func Readable(b *doc.Block) string {
	var out strings.Builder
	at := 0
	for _, o := range b.Objects {
		switch o.Kind {
		case doc.CodeSpan, doc.Placeholder, doc.URL:
			if o.Start >= at && o.End > o.Start {
				out.WriteString(b.Prose.Text[at:o.Start])
				out.WriteByte(' ')
				at = o.End
			}
		}
	}
	out.WriteString(b.Prose.Text[at:])
	return out.String()
}
