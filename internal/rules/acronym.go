package rules

import (
	"fmt"
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/glean"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "acronym",
	Title:    "An acronym was altered, lost, or written out otherwise than agreed",
	Category: "terminology/wrong-term",
	Severity: check.Error,
	Doc: `An acronym is a name: NMDA may not become NDMA. One is altered when the passage has
letters that the whole source lacks, a swap or a slip away from an acronym of the
source passage that is gone. A warning says that an acronym which the translation
uses elsewhere is missing from a passage, with nothing that stands for it, or is
written out in words that the glossary does not have for it. Acronyms that the target
language has of its own (FN for UN), or says in words, are known and pass.`,
	Bad: []check.Example{{
		Source: "The NMDA receptor opens when magnesium leaves.",
		Target: "NDMA-receptorn öppnas när magnesium lämnar den.",
	}, {
		Glossary: "source: en\ntarget: sv\nterms:\n  - source: long-term potentiation\n    abbreviation: LTP\n    target: långtidspotentiering",
		Source:   "Sleep enhances long-term potentiation (LTP) in the brain.",
		Target:   "Sömn ökar långsiktig förmåga (LTP) i hjärnan.",
	}},
	Good: []check.Example{{
		Source: "The UN and WHO met AI experts at the EEA about GDPR.",
		Target: "FN och Världshälsoorganisationen träffade experter på artificiell intelligens vid EES om dataskyddsförordningen.",
	}},
	Run: acronymRule,
})

func acronymRule(p *check.Pass) {
	a := acronyms{p: p, source: acronymsOf(p.Source), target: acronymsOf(p.Target)}
	a.expansions = expansionsIn(p, p.Target).of
	seen := map[acronymKey]*check.Finding{}
	var order []acronymKey
	for _, bead := range p.Translated() {
		for _, f := range append(a.altered(bead), a.lost(bead)...) {
			if first := seen[f.key]; first != nil {
				first.Related = append(first.Related, check.Note{Span: f.finding.Span, Message: "here too"})
				continue
			}
			seen[f.key] = &f.finding
			order = append(order, f.key)
		}
	}
	for _, k := range order {
		f := seen[k]
		if n := len(f.Related); n > 1 {
			f.Message += fmt.Sprintf(" (%d times in this section)", n)
		}
		p.Report(*f)
	}
	if p.Terms != nil {
		a.written()
	}
}

// acronymKey: one finding an acronym, form and section.
type acronymKey struct {
	acronym, form string
	section       *doc.Section
}

type acronymFinding struct {
	key     acronymKey
	finding check.Finding
}

// acronyms are those of both articles.
type acronyms struct {
	p              *check.Pass
	source, target map[string]int // how often, by acronym
	expansions     map[string][]glean.Expansion
}

func acronymsOf(d *doc.Document) map[string]int {
	out := map[string]int{}
	for _, b := range d.Blocks() {
		for _, w := range d.Lang.AcronymsIn(b.Prose.Text) {
			out[w.Text]++
		}
	}
	return out
}

// inBlocks are the acronyms in the prose of blocks. Text all in capitals has none.
func inBlocks(l *lang.Language, blocks []*doc.Block) []acronymPlace {
	var out []acronymPlace
	for _, b := range blocks {
		found := l.AcronymsIn(b.Prose.Text)
		if len(found) > 1 && strings.ToUpper(b.Prose.Text) == b.Prose.Text {
			continue
		}
		for _, w := range found {
			if !b.Literal(w.Start, w.End) {
				out = append(out, acronymPlace{w, b})
			}
		}
	}
	return out
}

type acronymPlace struct {
	lang.Word
	block *doc.Block
}

func (a acronymPlace) span() text.Span { return a.block.Prose.Source(a.Start, a.End) }

// altered finds acronyms of the target that the source lacks and that are near
// one of the passage's own that is gone.
func (a *acronyms) altered(bead *align.BlockBead) []acronymFinding {
	var out []acronymFinding
	var source []acronymPlace
	for _, t := range inBlocks(a.p.Target.Lang, bead.Target) {
		if a.source[t.Text] > 0 {
			continue
		}
		if source == nil {
			source = inBlocks(a.p.Source.Lang, bead.Source)
		}
		for _, s := range source {
			if !slip(s.Text, t.Text) || occurrences(bead.Target, s.Text) >= occurrences(bead.Source, s.Text) || a.local(s.Text, t.Text) {
				continue
			}
			out = append(out, acronymFinding{acronymKey{s.Text, t.Text, t.block.Section}, check.Finding{
				Span: t.span(), Related: a.p.FromSource(s.span()),
				Message: fmt.Sprintf("%s is not in the source, which has %s here", t.Text, s.Text),
				Fixes:   []check.Fix{{Title: "write " + s.Text, Edits: []text.Edit{{Span: t.span(), New: s.Text}}}},
			}})
			break
		}
	}
	return out
}

// slip says that b may be a misspelt: the same letters in another order, in one of
// three letters two neighbours, or, from five letters on, one letter changed. An acronym that begins the other is
// another one (NMDA, NMDAR).
func slip(a, b string) bool {
	if len(a) < 3 || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || a[0] != b[0] && len(a) != len(b) {
		return false
	}
	if len(a) == len(b) && anagram(a, b) {
		return len(a) > 3 || a[0] == b[0] || a[2] == b[2]
	}
	return len(a) >= 5 && len(b) >= 5 && distance([]rune(a), []rune(b)) == 1
}

func anagram(a, b string) bool {
	for i := range a {
		if strings.Count(a, a[i:i+1]) != strings.Count(b, a[i:i+1]) {
			return false
		}
	}
	return true
}

// occurrences is how often the letters stand in the blocks as they are.
func occurrences(blocks []*doc.Block, letters string) int {
	n := 0
	for _, b := range blocks {
		n += strings.Count(b.Prose.Text, letters)
	}
	return n
}

// holds says that the letters stand somewhere in the blocks, in whatever case.
func holds(blocks []*doc.Block, letters string) bool {
	for _, b := range blocks {
		if strings.Contains(strings.ToLower(b.Prose.Text), strings.ToLower(letters)) {
			return true
		}
	}
	return false
}

// local says that form is what the target language, or the glossary, has for acronym.
func (a *acronyms) local(acronym, form string) bool {
	for _, f := range a.p.Target.Lang.Acronyms(acronym, a.p.Source.Lang) {
		if strings.EqualFold(f, form) {
			return true
		}
	}
	if a.p.Terms != nil {
		for _, t := range a.p.Terms.Terms {
			if t.Abbreviation == acronym && t.TargetAbbreviation == form {
				return true
			}
		}
	}
	return false
}
