package damage

import (
	"strings"

	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// structure are the ways to lose, double, move and join passages.
var structure = []*Kind{
	{"section dropped", []string{"missing-section", "missing-block"}, func(w *wound) bool { return w.section(dropSection) }},
	{"section doubled", []string{"duplicate-", "extra-"}, func(w *wound) bool { return w.section(doubleSection) }},
	{"section order changed", []string{"section-order", "missing-section", "extra-section"}, swapSections},
	{"paragraph dropped", []string{"missing-"}, func(w *wound) bool { return w.drop(isParagraph) }},
	{"paragraph doubled", []string{"duplicate-", "extra-"}, func(w *wound) bool { return w.double(isParagraph, "\n") }},
	{"bullet dropped", []string{"missing-", "list-"}, func(w *wound) bool { return w.drop(isItem) }},
	{"bullet doubled", []string{"duplicate-", "extra-"}, func(w *wound) bool { return w.double(isItem, "") }},
	{"bullet nearly doubled", []string{"near-duplicate", "duplicate-", "extra-"}, nearlyDouble},
	{"bullets merged", []string{"merged-items", "missing-block"}, mergeItems},
	{"bullet order changed", []string{"item-order"}, swapItems},
	{"heading level changed", []string{"heading-level"}, headingLevel},
	{"sentence dropped", []string{"missing-", "length-ratio"}, dropSentence},
	{"sentence doubled", []string{"duplicate-", "extra-"}, doubleSentence},
	{"sentence added", []string{"extra-"}, addSentence},
}

func isParagraph(b *doc.Block) bool {
	return b.Kind == doc.Paragraph && b.Depth == 0 && len(strings.Fields(b.Prose.Text)) > 8 && alone(b)
}

func isItem(b *doc.Block) bool {
	return b.Kind == doc.Item && len(strings.Fields(b.Prose.Text)) > 3 && alone(b) && !hasChildren(b)
}

func hasChildren(b *doc.Block) bool {
	for _, o := range b.Section.Blocks {
		if o.Parent == b {
			return true
		}
	}
	return false
}

func (w *wound) drop(fits func(*doc.Block) bool) bool {
	b := w.block(fits)
	return b != nil && w.replace(b, lines(b.Span), "")
}

func (w *wound) double(fits func(*doc.Block) bool, between string) bool {
	b := w.block(fits)
	if b == nil {
		return false
	}
	whole := lines(b.Span)
	again := strings.TrimRight(whole.Text(), "\n") + "\n"
	return w.replace(b, whole.After(), between+again)
}

// nearlyDouble repeats an item with two of its words exchanged for one of them.
func nearlyDouble(w *wound) bool {
	b := w.block(func(b *doc.Block) bool { return isItem(b) && len(strings.Fields(b.Prose.Text)) > 6 })
	if b == nil {
		return false
	}
	whole := lines(b.Span)
	words := strings.Split(strings.TrimRight(whole.Text(), "\n"), " ")
	at := len(words) - 2
	words = append(words[:at:at], words[at+1:]...)
	return w.replace(b, whole.After(), strings.Join(words, " ")+"\n")
}

func mergeItems(w *wound) bool {
	b := w.block(func(b *doc.Block) bool {
		return isItem(b) && next(b) != nil && isItem(next(b)) && next(b).Item.List == b.Item.List
	})
	if b == nil {
		return false
	}
	w.concern(next(b))
	return w.replace(b, text.Span{File: b.Span.File, Start: b.Prose.Span().End, End: next(b).Prose.Span().Start}, ". - ")
}

func swapItems(w *wound) bool {
	b := w.block(func(b *doc.Block) bool {
		n := next(b)
		return isItem(b) && n != nil && isItem(n) && next(n) != nil && isItem(next(n)) && next(n).Item.List == b.Item.List && n.Item.List == b.Item.List
	})
	if b == nil {
		return false
	}
	other := next(next(b))
	first, second := b.Prose.Span(), other.Prose.Span()
	w.edits = []text.Edit{{Span: first, New: second.Text()}, {Span: second, New: first.Text()}}
	w.concern(b)
	return true
}

func next(b *doc.Block) *doc.Block {
	for i, o := range b.Section.Blocks {
		if o == b && i+1 < len(b.Section.Blocks) {
			return b.Section.Blocks[i+1]
		}
	}
	return nil
}

func headingLevel(w *wound) bool {
	b := w.block(func(b *doc.Block) bool {
		return b.Kind == doc.Heading && b.Level >= 2 && b.Level < 5 && strings.HasPrefix(b.Span.Text(), "##")
	})
	return b != nil && w.replace(b, b.Span.Before(), "##")
}

// section picks a section below the title that is paired as a whole.
func (w *wound) section(hurt func(*wound, *doc.Section) bool) bool {
	h := w.block(wholeSection)
	return h != nil && hurt(w, h.Section)
}

func wholeSection(b *doc.Block) bool {
	s := b.Section
	return b.Kind == doc.Heading && s.Index > 0 && s.Level > 1 && len(s.Blocks) > 0 && len(s.Blocks) < 15
}

func dropSection(w *wound, s *doc.Section) bool {
	w.edits = []text.Edit{{Span: lines(s.Span())}}
	for _, b := range s.All() {
		w.concern(b)
	}
	return true
}

func doubleSection(w *wound, s *doc.Section) bool {
	whole := lines(s.Span())
	w.edits = []text.Edit{{Span: whole.After(), New: "\n" + strings.TrimRight(whole.Text(), "\n") + "\n\n"}}
	w.concern(s.Heading)
	return true
}

func swapSections(w *wound) bool {
	d := w.align.Target
	h := w.block(func(b *doc.Block) bool {
		return wholeSection(b) && b.Section.Index+1 < len(d.Sections) && len(d.Sections[b.Section.Index+1].Blocks) > 0 &&
			d.Sections[b.Section.Index+1].Level == b.Section.Level
	})
	if h == nil {
		return false
	}
	first, second := lines(h.Section.Span()), lines(d.Sections[h.Section.Index+1].Span())
	w.edits = []text.Edit{{Span: first, New: strings.TrimRight(second.Text(), "\n") + "\n"}, {Span: second, New: strings.TrimRight(first.Text(), "\n") + "\n"}}
	w.concern(h)
	return true
}

// sentence is a random sentence, of at least six words, of a paragraph with three.
func (w *wound) sentence() (doc.Sentence, bool) {
	b := w.block(func(b *doc.Block) bool {
		return b.Kind == doc.Paragraph && len(b.Sentences) >= 3 && len(w.paired(b).Sentences) == len(b.Sentences)
	})
	if b == nil {
		return doc.Sentence{}, false
	}
	s := b.Sentences[w.rng.IntN(len(b.Sentences))]
	return s, len(strings.Fields(s.Text())) >= 6
}

func dropSentence(w *wound) bool {
	s, ok := w.sentence()
	return ok && w.replace(s.Block, s.Span(), "")
}

func doubleSentence(w *wound) bool {
	s, ok := w.sentence()
	return ok && w.replace(s.Block, s.Span().After(), " "+s.Span().Text())
}

// addSentence takes a sentence from elsewhere in the article along.
func addSentence(w *wound) bool {
	s, ok := w.sentence()
	from, also := w.sentence()
	return ok && also && from.Block != s.Block && w.replace(s.Block, s.Span().After(), " "+from.Span().Text())
}
