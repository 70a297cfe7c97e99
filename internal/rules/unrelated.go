package rules

import (
	"fmt"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "unrelated",
	Title:    "The two articles hardly correspond",
	Category: "other",
	Severity: check.Error,
	Covers:   true,
	Doc: `Hardly a passage of the translation could be matched with one of the source: the
wrong file was named, the article was written anew, or the source has become another
one. It is said once, in place of everything else that would be found; see "tvilling
align" for what was matched. Short articles are not judged.`,
	Bad: []check.Example{{Source: unrelatedSource, Target: unrelatedTarget}},
	Good: []check.Example{{
		Source: doubtSource, Target: doubtTarget,
	}},
	Run: unrelated,
})

// unrelatedSource and unrelatedTarget are the beginnings of two articles that have
// nothing to do with one another.
const (
	unrelatedSource = "# Sourdough for beginners" +
		"\n\nFlour and water are all that a starter needs. Feed it every morning for a week, keep it somewhere warm, and throw half of it away before each meal. On the fifth day it should rise and fall like a slow breath, and it should smell of apples rather than of paint." +
		"\n\n## What you need" +
		"\n\n- Strong flour, preferably stone-ground" +
		"\n- A scale that shows single grams" +
		"\n- A heavy pot with a lid" +
		"\n\n## Baking" +
		"\n\nFold the dough four times and let it rest between the folds. Heat the oven until the pot is very hot. Score the loaf with a razor blade, bake it with the lid on, then take the lid off so that the crust can brown. Wait until it is cold before you cut it, however hard that is."
	unrelatedTarget = "# Protokoll från årsmötet" +
		"\n\nOrdföranden hälsade välkommen och förklarade mötet öppnat." +
		"\n\nDagordningen godkändes." +
		"\n\nTill justerare valdes Karin Holm och Yusuf Demir, som också räknar rösterna." +
		"\n\nKassören redogjorde för ekonomin: föreningen gick med överskott tack vare loppmarknaden, men hyran för lokalen höjs nästa år." +
		"\n\n## Motioner" +
		"\n\nMotionen om en cykelverkstad bifölls efter votering. Styrelsen får i uppdrag att söka bidrag hos kommunen och att återkomma med ett förslag på bemanning före sommaren." +
		"\n\nMotionen om längre öppettider avslogs." +
		"\n\n## Avslutning" +
		"\n\nAvgående ledamöter avtackades med blommor, och mötet avslutades med kaffe och tårta i trädgården bakom föreningshuset."
)

const (
	hardly       = 0.2 // share of words: the bundled and other true pairs have .9, any two other articles .15 at most
	judgedWords  = 60  // of either article
	judgedBlocks = 6
)

func unrelated(p *check.Pass) {
	source := correspondence(p.Align, p.Source, func(b *align.BlockBead) []*doc.Block { return b.Source })
	target := correspondence(p.Align, p.Target, func(b *align.BlockBead) []*doc.Block { return b.Target })
	if source.small() || target.small() || source.share() >= hardly || target.share() >= hardly {
		return
	}
	p.Report(check.Finding{Span: target.span, Related: p.FromSource(source.span),
		Message: fmt.Sprintf("these two articles hardly correspond: %.0f%% of the words here stand in passages that answer to one of the source; are they the right files?",
			100*target.share())})
}

// matched is how much of an article's prose stands in passages that are surely paired.
type matched struct {
	words, blocks, paired int
	span                  text.Span // from the first passage to the last
}

func (m matched) share() float64 { return float64(m.paired) / float64(m.words) }
func (m matched) small() bool    { return m.words < judgedWords || m.blocks < judgedBlocks }

// correspondence counts the passages of one side of the alignment.
func correspondence(a *align.Alignment, d *doc.Document, side func(*align.BlockBead) []*doc.Block) matched {
	var m matched
	for i := range a.Blocks {
		b := &a.Blocks[i]
		for _, x := range side(b) {
			m.span = m.span.Cover(x.Span)
			if x.Kind == doc.Code || x.Kind == doc.Markup {
				continue
			}
			n := 0
			for range d.Lang.EachWord(x.Prose.Text) {
				n++
			}
			m.words, m.blocks = m.words+n, m.blocks+1
			if !b.Missing() && !b.Extra() && b.Confidence >= check.Trust {
				m.paired += n
			}
		}
	}
	return m
}
