package rules

import (
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "untranslated",
	Title:    "A passage still stands in the source's language",
	Category: "accuracy/untranslated",
	Severity: check.Error,
	Covers:   true,
	Doc: `A paragraph, heading, bullet, table cell, image description, front-matter title or
sentence that nobody translated. Names, code, titles of cited works and of linked pages, and short words
that are the same in both languages are left alone; when the evidence is thin,
nothing is said.`,
	Bad: []check.Example{{
		Source: "# Sleep\n\nThe brain repairs itself at night while you are asleep.\n\nSleep well and eat well every day.",
		Target: "# Sömn\n\nThe brain repairs itself at night while you are asleep.\n\nSov gott och ät bra varje dag.",
	}},
	Good: []check.Example{{
		Source: "# Diabetes\n\nOpen **Visual Studio Code** and choose the file.\n\nIt was published in The New England Journal of Medicine.",
		Target: "# Diabetes\n\nÖppna **Visual Studio Code** och välj filen.\n\nDen publicerades i The New England Journal of Medicine.",
	}},
	Run: untranslated,
})

func untranslated(p *check.Pass) {
	for _, f := range p.Target.Meta {
		untranslatedField(p, f)
	}
	var run []*doc.Block
	flush := func() {
		reportUntranslated(p, run)
		run = nil
	}
	for _, b := range p.Target.Blocks() {
		switch {
		case b.Kind == doc.Markup || b.Kind == doc.Code && len(run) > 0:
		case p.InReferences(b):
			flush()
		case p.Untranslated(b):
			run = append(run, b)
		case p.LinkedTitle(b):
			flush()
		default:
			flush()
			untranslatedSentences(p, b)
		}
	}
	flush()
}

// aStretch is how many neighbouring passages are told of as one: a part of the
// article that nobody came to, not passages that were overlooked.
const aStretch = 8

func reportUntranslated(p *check.Pass, run []*doc.Block) {
	if len(run) < aStretch {
		for _, b := range run {
			p.Reportf(b.Prose.Span(), sourceOf(p, b), "this %s is still in %s", b.Kind, p.Source.Lang.Name)
		}
		return
	}
	first, last := run[0], run[len(run)-1]
	p.Reportf(first.Prose.Span().Cover(last.Prose.Span()), sourceOf(p, first).Cover(sourceOf(p, last)),
		"%d passages from here to line %d are still in %s", len(run), last.Span.Line(), p.Source.Lang.Name)
}

func sourceOf(p *check.Pass, b *doc.Block) text.Span {
	bead, _ := p.Align.Bead(b)
	return check.SourceSpan(bead)
}

// untranslatedSentences looks for whole sentences left in a block that was
// otherwise translated.
func untranslatedSentences(p *check.Pass, b *doc.Block) {
	if len(b.Sentences) < 2 {
		return
	}
	bead, _ := p.Align.Bead(b)
	for _, s := range b.Sentences {
		if p.InSourceLanguage(s.Text(), bead.Source) {
			p.Reportf(s.Span(), sourceOf(p, b), "this sentence is still in %s", p.Source.Lang.Name)
		}
	}
}

// proseKeys are front-matter values that readers see.
var proseKeys = map[string]bool{"title": true, "description": true, "summary": true, "subtitle": true, "linktitle": true, "caption": true}

func untranslatedField(p *check.Pass, f doc.Field) {
	if !proseKeys[lang.Fold(f.Key)] {
		return
	}
	for _, s := range p.Source.Meta {
		if s.Key == f.Key && lang.Fold(s.Value) == lang.Fold(f.Value) && p.CopyInSourceLanguage(f.Value) {
			p.Reportf(f.Span, s.Span, "the front-matter value %q is still in %s", f.Key, p.Source.Lang.Name)
			return
		}
	}
}
