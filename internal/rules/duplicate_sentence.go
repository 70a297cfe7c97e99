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
	reach := []doc.Sentence{} // of the block before and this one
	for _, b := range p.Target.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup || b.Kind == doc.Cell || whole[b] || p.InReferences(b) {
			reach = nil
			continue
		}
		if n := len(b.Sentences); n > mostSentences {
			reach = nil
			continue
		}
		for _, s := range b.Sentences {
			if first, ok := earlier(reach, s); ok && surplusSentence(p, first, s) {
				reportSentenceTwice(p, first, s)
			}
			reach = append(reach, s)
		}
		reach = b.Sentences
	}
}

// mostSentences is how many sentences of a block are compared with one another;
// what has more is no paragraph.
const mostSentences = 200

// earlier is the last sentence of those before s that reads like it. Of another
// block only when s or it stands there among others: whole blocks have rules of
// their own.
func earlier(before []doc.Sentence, s doc.Sentence) (doc.Sentence, bool) {
	key := sentenceKey(s)
	if key == "" {
		return doc.Sentence{}, false
	}
	for i := len(before) - 1; i >= 0; i-- {
		o := before[i]
		if sentenceKey(o) == key && (o.Block == s.Block || len(o.Block.Sentences)+len(s.Block.Sentences) > 2) {
			return o, true
		}
	}
	return doc.Sentence{}, false
}

// sentenceKey is what two sentences are compared by; "" for interjections.
func sentenceKey(s doc.Sentence) string {
	words := strings.Fields(lang.Fold(s.Text()))
	if len(words) < 3 || letters(s.Text()) < 12 {
		return ""
	}
	return strings.Join(words, " ")
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
	seen := map[string]int{}
	for _, bead := range []*align.BlockBead{beadA, beadB} {
		if bead == beadB && beadA == beadB && len(seen) > 0 {
			break
		}
		for _, block := range bead.Source {
			for _, s := range block.Sentences {
				seen[sentenceKey(s)]++
				if sentenceKey(s) != "" && seen[sentenceKey(s)] > 1 {
					return false
				}
			}
		}
	}
	if beadA.Extra() || beadB.Extra() {
		return true
	}
	return len(a.Source) == 0 || len(b.Source) == 0 || a == b && len(a.Source) < len(a.Target) || sameSource(a, b)
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
	where := "right before"
	if gap := first.Block.Prose.Text[first.End:]; first.Block != again.Block || strings.TrimSpace(first.Block.Prose.Text[first.End:again.Start]) != "" || gap == "" {
		where = fmt.Sprintf("on line %d", first.Span().Line())
	}
	f := check.Finding{
		Span: again.Span(), Related: append(p.FromSource(source), check.Note{Span: first.Span(), Message: "the other one"}),
		Message: fmt.Sprintf("%s stands %s too; the source says it once", check.Quote(again.Text()), where),
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

// letters is the length of prose in runes, white space evened out.
func letters(s string) int { return utf8.RuneCountInString(strings.Join(strings.Fields(s), " ")) }
