package rules

import (
	"fmt"
	"sort"
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "image",
	Title:    "An image shows another file than in the source, or is lost",
	Category: "design/markup",
	Severity: check.Error,
	Doc: `An image of the source that is gone, or whose file is another one here, leaves the
reader with a gap or the wrong picture. A picture made for the target's language is
right: shot-sv.png for shot.png, /sv/shot.png, another folder or another format of the
same picture. The words that describe an image belong to the rule "untranslated".`,
	Bad: []check.Example{{
		Source: "Press the button.\n\n![The button](img/button.png)\n\nWait a minute.",
		Target: "Tryck på knappen.\n\n![Knappen](img/buton.png)\n\nVänta en minut.",
	}, {
		Source: "Press the button.\n\n![The button](img/button.png)\n\nWait a minute.",
		Target: "Tryck på knappen.\n\nVänta en minut.",
	}},
	Good: []check.Example{{
		Source: "Press the button.\n\n![The button](img/button.png)",
		Target: "Tryck på knappen.\n\n![Knappen](../img/button-sv.png)",
	}},
	Run: image,
})

func image(p *check.Pass) {
	source, target := files(p.Source), files(p.Target)
	surplus := fileSurplus(source, target)
	for i := range p.Align.Blocks {
		b := &p.Align.Blocks[i]
		for _, s := range b.Source {
			from, ok := source[s]
			if !ok || shownAmong(p, from, b.Target, target) || shownAmong(p, from, nearImage(p, b, s), target) {
				continue
			}
			if t := onlyImage(b, target); t != nil && len(b.Source) == 1 {
				reportFile(p, from, target[t])
			} else if surplus[fileName(from)] > 0 && !wholeSectionLost(p, s.Section) {
				p.Reportf(lostImagePlace(p, b, s), from.Span, "the image %s of the source is missing here", check.Quote(from.Value))
			}
		}
	}
}

// fileSurplus is how many more times the source shows a file: where that is none,
// an image has moved far and is not lost.
func fileSurplus(source, target map[*doc.Block]carried) map[string]int {
	n := map[string]int{}
	for _, s := range source {
		n[fileName(s)]++
	}
	for _, t := range target {
		n[fileName(t)]--
	}
	return n
}

func fileName(o carried) string { return strings.ToLower(doc.ParseAddress(o.Value).File()) }

// files are the files that the image blocks of an article show. Of an image
// inside a line, the object stands in that line's block.
func files(d *doc.Document) map[*doc.Block]carried {
	at := map[int]carried{}
	for _, o := range objects(d.Blocks(), doc.InlineImage) {
		at[o.Span.Start] = o
	}
	out := map[*doc.Block]carried{}
	for _, b := range d.Blocks() {
		if b.Kind != doc.Image {
			continue
		}
		if o := objects([]*doc.Block{b}, doc.InlineImage); len(o) > 0 {
			out[b] = o[0]
		} else if o, ok := at[b.Span.Start]; ok {
			out[b] = o
		}
	}
	return out
}

// shownAmong says that one of blocks shows the file, or its counterpart in the
// target's language.
func shownAmong(p *check.Pass, from carried, blocks []*doc.Block, target map[*doc.Block]carried) bool {
	for _, t := range blocks {
		if to, ok := target[t]; ok && sameImage(p, from, to) {
			return true
		}
	}
	return false
}

// sameImage compares the files' names; folders are the site's affair.
func sameImage(p *check.Pass, s, t carried) bool {
	from, to := doc.ParseAddress(s.Value), doc.ParseAddress(t.Value)
	if from.File() == "" || to.File() == "" {
		return from.Localised(to, p.Source.Lang, p.Target.Lang)
	}
	return from.Localised(to, p.Source.Lang, p.Target.Lang) || !doc.Mistyped(from.Folder(), to.Folder()) &&
		doc.ParseAddress(from.File()).Localised(doc.ParseAddress(to.File()), p.Source.Lang, p.Target.Lang)
}

// nearImage are the target blocks in which image s may stand although it is not
// paired with them: a few before and after the place where it belongs.
func nearImage(p *check.Pass, b *align.BlockBead, s *doc.Block) []*doc.Block {
	const reach = 6
	at := lostImagePlace(p, b, s).Start
	all := p.Target.Blocks()
	i := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= at })
	return all[max(i-reach, 0):min(i+reach, len(all))]
}

// onlyImage is the target image that is paired with the bead's source; nil for none.
func onlyImage(b *align.BlockBead, target map[*doc.Block]carried) *doc.Block {
	if len(b.Target) == 1 && b.Confidence >= check.Trust {
		if _, ok := target[b.Target[0]]; ok {
			return b.Target[0]
		}
	}
	return nil
}

func lostImagePlace(p *check.Pass, b *align.BlockBead, s *doc.Block) text.Span {
	if b.Missing() {
		return p.Gap(s)
	}
	return b.Target[len(b.Target)-1].Span.After()
}

func reportFile(p *check.Pass, from, to carried) {
	span := to.Dest
	if span.IsZero() {
		span = to.Span
	}
	f := check.Finding{Span: span, Related: p.FromSource(from.Span),
		Message: fmt.Sprintf("the image is %s here but %s in the source", check.Quote(to.Value), check.Quote(from.Value))}
	if !to.Dest.IsZero() && p.Source.Format == p.Target.Format {
		f.Fixes = []check.Fix{{Title: "restore the source's image", Safe: likeness(from.Value, to.Value) > 0.8,
			Edits: []text.Edit{{Span: to.Dest, New: from.Value}}}}
	}
	p.Report(f)
}
