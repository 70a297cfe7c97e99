package rules

import (
	"fmt"
	"slices"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "list-parallelism",
	Title:    "The items of a list open in different verb forms",
	Category: "linguistic/grammar",
	Severity: check.Suggestion,
	Doc: `"Magnesium helps to: regulate …, support …" became "Reglerar", "Modulera", "Stödjer":
present, infinitive and imperative in one list. Reported once a list, when the source's
items open in one form and no single form fits all items here. Items that do not begin
with a verb are not counted.`,
	Bad: []check.Example{{
		Source: "Magnesium helps to:\n\n- Regulate the channels of the cell\n- Support the heart and the brain\n- Maintain a steady rhythm",
		Target: "Magnesium hjälper till att:\n\n- Reglerar cellens kanaler\n- Stödja hjärtat och hjärnan\n- Upprätthåller en jämn rytm",
	}},
	Good: []check.Example{{
		Source: "Magnesium helps to:\n\n- Regulate the channels of the cell\n- Support the heart and the brain\n- Maintain a steady rhythm",
		Target: "Magnesium hjälper till att:\n\n- Reglera cellens kanaler\n- Stödja hjärtat och hjärnan\n- Upprätthålla en jämn rytm",
	}},
	Run: listParallelism,
})

// opener is the verb that a list item begins with.
type opener struct {
	block *doc.Block
	word  lang.Word
	forms lang.VerbForm
}

func listParallelism(p *check.Pass) {
	if p.Lexicon == nil {
		return
	}
	lists, order := map[int][]*doc.Block{}, []int{}
	for _, b := range p.Target.Blocks() {
		if b.Kind == doc.Item && !p.InReferences(b) && !p.Untranslated(b) {
			if lists[b.Item.List] == nil {
				order = append(order, b.Item.List)
			}
			lists[b.Item.List] = append(lists[b.Item.List], b)
		}
	}
	for _, n := range order {
		compareOpeners(p, lists[n])
	}
}

// compareOpeners reports a list whose items begin with verbs of which no form is
// common to all, while those of the source have one.
func compareOpeners(p *check.Pass, items []*doc.Block) {
	var openers []opener
	source := ^lang.VerbForm(0)
	for _, b := range items {
		o, ok := opening(p.Target.Lang, b, p.Lexicon.Target)
		s := p.Paired(b)
		if !ok || s == nil {
			continue
		}
		so, ok := opening(p.Source.Lang, s, p.Lexicon.Source)
		if !ok {
			return
		}
		source &= so.forms
		openers = append(openers, o)
	}
	if len(openers) < 2 || len(openers)*3 < len(items)*2 || source == 0 || shared(openers) != 0 {
		return
	}
	odd := oddOne(openers)
	first := openers[0]
	if odd == 0 {
		first = openers[1]
	}
	o := openers[odd]
	f := check.Finding{Span: o.span(), Message: fmt.Sprintf("the items of this list open in different verb forms: %s beside %s",
		check.Quote(o.word.Text), check.Quote(first.word.Text))}
	if s := p.Paired(o.block); s != nil {
		f.Related = p.FromSource(s.Prose.Span())
	}
	f.Related = append(f.Related, check.Note{Span: first.span(), Message: "the other form"})
	p.Report(f)
}

func (o opener) span() text.Span { return o.block.Prose.Source(o.word.Start, o.word.End) }

func shared(openers []opener) lang.VerbForm {
	forms := ^lang.VerbForm(0)
	for _, o := range openers {
		forms &= o.forms
	}
	return forms
}

// oddOne is the item that first leaves the forms before it without a common one.
func oddOne(openers []opener) int {
	forms := ^lang.VerbForm(0)
	for i, o := range openers {
		if forms &= o.forms; forms == 0 {
			return i
		}
	}
	return len(openers) - 1
}

// opening is the verb that an item begins with; ok is false when it begins
// otherwise.
func opening(l *lang.Language, b *doc.Block, entries func(string) []lexicon.Entry) (o opener, ok bool) {
	first, more := firstWord(l, b.Prose.Text)
	if !more || b.Literal(first.Start, first.End) {
		return o, false
	}
	o = opener{b, first, l.VerbForms(strings.ToLower(first.Text), sameWord(entries))}
	return o, o.forms != 0
}

// firstWord is the first word of s, and whether others follow it.
func firstWord(l *lang.Language, s string) (first lang.Word, more bool) {
	for w := range l.EachWord(s) {
		if first.Text != "" {
			return first, true
		}
		first = w
	}
	return first, false
}

// sameWord says, by a word list, that two words are forms of one.
func sameWord(entries func(string) []lexicon.Entry) func(x, y string) bool {
	return func(x, y string) bool {
		for _, e := range entries(x) {
			if slices.Contains(entries(y), e) {
				return true
			}
		}
		return false
	}
}
