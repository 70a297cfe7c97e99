package check

import (
	"strings"
	"sync"

	"tvilling/internal/align"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/recent"
	"tvilling/internal/term"
)

// facts are what many rules ask of a pair; each is worked out once, on first use.
type facts struct {
	untranslated func() map[*doc.Block]bool
	translated   func() []*align.BlockBead
	phrases      func() map[uint64]bool
	terms        kept[*doc.Block, []term.Match]
	tongues      func() *recent.Words[Tongue]
	folded       kept[*doc.Block, string] // what Copied looks in
	memo         kept[any, func() any]
}

// kept are values that are worked out once for each key. Rules of one pair may run
// side by side: when two ask for the same at the same moment both work it out, and
// the first counts. The zero value is ready.
type kept[K comparable, V any] struct {
	mu sync.RWMutex
	of map[K]V
}

// get is the value for key, which find makes when nobody has asked before.
func (k *kept[K, V]) get(key K, find func() V) V {
	k.mu.RLock()
	v, ok := k.of[key]
	k.mu.RUnlock()
	if ok {
		return v
	}
	made := find() // without the lock: it may ask for other keys
	k.mu.Lock()
	defer k.mu.Unlock()
	if v, ok := k.of[key]; ok {
		return v
	}
	if k.of == nil {
		k.of = map[K]V{}
	}
	k.of[key] = made
	return made
}

// NewPass makes the pass of an aligned pair. The caller sets Rule and Record
// for each rule in turn; copies of the pass share what was worked out, so that each
// may be used by a goroutine of its own.
func NewPass(a *align.Alignment) *Pass {
	p := &Pass{Source: a.Source, Target: a.Target, Align: a}
	p.facts = &facts{
		untranslated: sync.OnceValue(func() map[*doc.Block]bool { return untranslated(p) }),
		translated:   sync.OnceValue(func() []*align.BlockBead { return translated(p) }),
		phrases:      sync.OnceValue(func() map[uint64]bool { return phrases(p) }),
		tongues:      sync.OnceValue(func() *recent.Words[Tongue] { return tonguesOf(p) }),
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
// entries are left out; they have rules of their own. The slice is shared and
// read-only.
func (p *Pass) Translated() []*align.BlockBead { return p.facts.translated() }

func translated(p *Pass) []*align.BlockBead {
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

// untranslated finds the target blocks that are still in the source's language.
func untranslated(p *Pass) map[*doc.Block]bool {
	out := map[*doc.Block]bool{}
	for _, b := range p.Target.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup {
			continue
		}
		bead, _ := p.Align.Bead(b)
		prose := Readable(b)
		if (p.InSourceLanguage(prose, bead.Source) || p.copiedLabel(b, bead.Source)) && !p.nameLike(b, bead.Source) && !p.LinkedTitle(b) {
			out[b] = true
		}
	}
	return out
}

// Copied says that prose stands, letter by letter but for case and white space,
// in one of the blocks.
func (p *Pass) Copied(prose string, blocks []*doc.Block) bool {
	want := lang.FoldSpaced(prose)
	for _, b := range blocks {
		folded := p.facts.folded.get(b, func() string { return lang.FoldSpaced(Readable(b)) })
		if strings.Contains(folded, want) {
			return true
		}
	}
	return false
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
	if at == 0 {
		return b.Prose.Text
	}
	out.WriteString(b.Prose.Text[at:])
	return out.String()
}

// Memo is what find makes of the pass, worked out once a pair for each key: for
// what several rules build on. Keys are values of a type of their own. Who asks
// while another works it out waits for it, so find must not ask for its own key.
func Memo[T any](p *Pass, key any, find func(*Pass) T) T {
	once := p.facts.memo.get(key, func() func() any {
		return sync.OnceValue(func() any { return find(p) })
	})
	return once().(T)
}
