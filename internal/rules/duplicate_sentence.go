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
	ID:       "duplicate-sentence",
	Title:    "A sentence stands twice; the source has it once",
	Category: "accuracy/addition",
	Severity: check.Error,
	Covers:   true,
	Doc: `A sentence that stands twice in one paragraph, or at the end of one and the beginning
of the next, while the source says it once. What the source repeats too, and what are
two different sentences there, is left alone.`,
	Bad: []check.Example{{
		Source: "The harbour closes in winter. In April the first boats come back.",
		Target: "Hamnen stänger på vintern. Hamnen stänger på vintern. I april kommer de första båtarna tillbaka.",
	}},
	Good: []check.Example{{
		Source: "Never again, he said. The sea took three boats. Never again, he said.",
		Target: "Aldrig mer, sade han. Havet tog tre båtar. Aldrig mer, sade han.",
	}},
	Run: duplicateSentence,
})

func duplicateSentence(p *check.Pass) {
	whole := map[*doc.Block]bool{} // blocks that other rules report as a whole
	for _, r := range repeats(p) {
		whole[r.block], whole[r.first] = true, true
	}
	var before map[string]doc.Sentence // by key, of the block before
	for _, b := range p.Target.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup || b.Kind == doc.Cell || whole[b] || p.InReferences(b) {
			before = nil
			continue
		}
		own := map[string]doc.Sentence{}
		for _, s := range b.Sentences {
			key := sentenceKey(s)
			if key == "" {
				continue
			}
			if first, ok := earlier(own, before, key, s); ok && surplusSentence(p, first, s) {
				reportSentenceTwice(p, first, s)
			}
			own[key] = s
		}
		before = own
	}
}

// earlier is the last sentence before s that reads like it, in its own block or
// the one before. In that one only when s or it stands among others: whole blocks
// have rules of their own.
func earlier(own, before map[string]doc.Sentence, key string, s doc.Sentence) (doc.Sentence, bool) {
	if first, ok := own[key]; ok {
		return first, true
	}
	first, ok := before[key]
	return first, ok && len(first.Block.Sentences)+len(s.Block.Sentences) > 2
}

// sentenceKey is what two sentences are compared by; "" for interjections.
func sentenceKey(s doc.Sentence) string {
	key := lang.FoldSpaced(s.Text())
	if strings.Count(key, " ") < 2 || utf8.RuneCountInString(key) < 12 {
		return ""
	}
	return key
}

// surplusSentence says that the source has one sentence for both: one of them is
// paired with nothing, or both with the same, and the passage that they render
// does not repeat itself.
func surplusSentence(p *check.Pass, first, again doc.Sentence) bool {
	a, beadA := sentenceBead(p, first)
	b, beadB := sentenceBead(p, again)
	if a == nil || b == nil {
		return false
	}
	beads := []*align.BlockBead{beadA}
	if beadB != beadA {
		beads = append(beads, beadB)
	}
	if sourceRepeats(beads) {
		return false
	}
	if beadA.Extra() || beadB.Extra() {
		return true
	}
	return len(a.Source) == 0 || len(b.Source) == 0 || a == b && len(a.Source) < len(a.Target) || sameSource(a, b)
}

// sourceRepeats says that some sentence of the beads' source stands there twice.
func sourceRepeats(beads []*align.BlockBead) bool {
	seen := map[string]bool{}
	for _, bead := range beads {
		for _, block := range bead.Source {
			for _, s := range block.Sentences {
				key := sentenceKey(s)
				if key != "" && seen[key] {
					return true
				}
				seen[key] = true
			}
		}
	}
	return false
}

// sameSource says that two groups have the same words in the source.
func sameSource(a, b *align.Bead[doc.Sentence]) bool {
	return a != b && len(a.Source) == 1 && len(b.Source) == 1 && a.Source[0] == b.Source[0]
}

// sentenceBead is the group of sentences that target sentence s stands in, and
// the bead of its block.
func sentenceBead(p *check.Pass, s doc.Sentence) (*align.Bead[doc.Sentence], *align.BlockBead) {
	bead, _ := p.Align.Bead(s.Block)
	for i := range bead.Sentences {
		for _, t := range bead.Sentences[i].Target {
			if t == s {
				return &bead.Sentences[i], bead
			}
		}
	}
	return nil, bead
}

func reportSentenceTwice(p *check.Pass, first, again doc.Sentence) {
	source := text.Span{}
	for _, s := range []doc.Sentence{first, again} {
		if bead, _ := sentenceBead(p, s); bead != nil && len(bead.Source) > 0 {
			source = bead.Source[0].Span().Cover(bead.Source[len(bead.Source)-1].Span())
			break
		}
	}
	where := fmt.Sprintf("on line %d too", first.Span().Line())
	if first.Block == again.Block && lastBefore(again) == first.End {
		where = "twice in a row"
	}
	f := check.Finding{
		Span: again.Span(), Related: append(p.FromSource(source), check.Note{Span: first.Span(), Message: "the other one"}),
		Message: fmt.Sprintf("%s stands %s; the source says it once", check.Quote(again.Text()), where),
	}
	if cut := again.Span(); first.Block == again.Block {
		cut.Start = again.Block.Prose.Source(lastBefore(again), again.End).Start
		f.Fixes = []check.Fix{{Title: "take it out", Safe: true, Edits: []text.Edit{{Span: cut}}}}
	}
	p.Report(f)
}

// lastBefore is the end of the sentence before s in its block.
func lastBefore(s doc.Sentence) int {
	end := 0
	for _, o := range s.Block.Sentences {
		if o.End <= s.Start {
			end = o.End
		}
	}
	return end
}
