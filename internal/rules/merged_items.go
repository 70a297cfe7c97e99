package rules

import (
	"fmt"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "merged-items",
	Title:    "A list item runs on inside the line of another",
	Category: "design/markup",
	Severity: check.Error,
	Doc: `The line break before a bullet was lost, so that the bullet stands in the middle of
the text before it (" - Next title", "• Next"), or two items of the source became one.
Spaced dashes in prose and ranges are left alone, and so is what the source runs
together itself.`,
	Bad: []check.Example{{
		Source: "Habits:\n\n- Sleep well. Go to bed early every night.\n- Stay active. Learn new skills and languages.",
		Target: "Vanor:\n\n- Sov gott. Gå och lägg dig tidigt varje kväll. - Håll dig aktiv. Lär dig nya färdigheter och språk.",
	}},
	Good: []check.Example{{
		Source: "Habits:\n\n- Sleep – the best medicine – is free.\n- Stay active from 1995–2000.",
		Target: "Vanor:\n\n- Sömn – den bästa medicinen – är gratis.\n- Håll dig aktiv 1995–2000.",
	}},
	Run: mergedItems,
})

func mergedItems(p *check.Pass) {
	for _, b := range p.Target.Blocks() {
		source := p.Paired(b)
		switch {
		case b.RunOn && (source == nil || !source.RunOn):
			runOn(p, b, source)
		case b.Kind == doc.Item && !b.RunOn:
			joinedItems(p, b)
		}
	}
}

// runOn reports a bullet that begins in the middle of a line.
func runOn(p *check.Pass, b, source *doc.Block) {
	f := check.Finding{
		Span:    b.Span,
		Message: fmt.Sprintf("the bullet %s runs on in the line of the one before it", check.Quote(b.Prose.Text)),
	}
	if mark, at := itemMark(p, b); mark != "" {
		f.Fixes = []check.Fix{{Title: "begin it on a line of its own", Safe: true,
			Edits: []text.Edit{{Span: at, New: "\n" + mark}}}}
	}
	if first := b.Span.File.LineSpan(b.Span.Line()); f.Span.End > first.End {
		f.Span.End = max(first.End, f.Span.Start)
	}
	if source != nil {
		f.Related = p.FromSource(source.Prose.Span())
	}
	p.Report(f)
}

// itemMark is the indentation and mark that the run-on item's list gives its
// items, and the stretch before the item's words that it takes the place of; ""
// where no line of the list shows it, as in HTML.
func itemMark(p *check.Pass, b *doc.Block) (string, text.Span) {
	start := b.Span.Start
	for start > 0 && (b.Span.File.Content[start-1] == ' ' || b.Span.File.Content[start-1] == '\t') {
		start--
	}
	at := text.Span{File: b.Span.File, Start: start, End: b.Prose.Span().Start}
	for _, o := range p.Target.Blocks() {
		if o.Kind != doc.Item || o.RunOn || o.Item.List != b.Item.List || p.Target.Format == "html" {
			continue
		}
		line := o.Span.File.LineSpan(o.Span.Line())
		mark := text.Span{File: o.Span.File, Start: line.Start, End: o.Prose.Span().Start}.Text()
		if i := strings.Index(mark, o.Item.Marker); i >= 0 && strings.TrimSpace(mark[:i]) == "" && !b.Item.Ordered {
			return mark[:i+len(o.Item.Marker)] + " ", at
		}
	}
	return "", at
}

// joinedItems reports an item that renders two or more items of one source list.
func joinedItems(p *check.Pass, b *doc.Block) {
	bead, _ := p.Align.Bead(b)
	if len(bead.Target) != 1 || bead.Confidence < check.Trust && !joinedByMark(b) {
		return
	}
	var items []*doc.Block
	for _, s := range bead.Source {
		if s.Kind == doc.Item && (len(items) == 0 || s.Item.List == items[0].Item.List) {
			items = append(items, s)
		}
	}
	if len(items) < 2 || p.InReferences(b) {
		return
	}
	p.Reportf(b.Prose.Span(), check.SourceSpan(bead), "this item holds %d items of the source; the second is %s",
		len(items), check.Quote(items[1].Prose.Text))
}

// joinedByMark says that a list's mark stands in the middle of the item, between
// spaces: of two items that became one the second often kept it.
func joinedByMark(b *doc.Block) bool {
	return strings.Contains(b.Prose.Text, " - ") || strings.Contains(b.Prose.Text, " • ")
}
