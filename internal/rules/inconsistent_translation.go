package rules

import (
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

var _ = register(&check.Rule{
	ID:       "inconsistent-translation",
	Title:    "The same heading, bullet or label is translated in two ways",
	Category: "terminology/inconsistent",
	Severity: check.Suggestion,
	Doc: `A heading, bullet, table cell or caption of two words and more that stands several
times in the source in the same words, and is rendered here in one way and there in
another. Other endings, capitals and punctuation do not count; single words mean
different things in different places.`,
	Bad: []check.Example{{
		Source: "## North pier\n\n### Opening hours\n\nFrom eight to four.\n\n## South pier\n\n### Opening hours\n\nFrom nine to five.",
		Target: "## Norra piren\n\n### Öppettider\n\nFrån åtta till fyra.\n\n## Södra piren\n\n### När vi har öppet\n\nFrån nio till fem.",
	}},
	Good: []check.Example{{
		Source: "## North pier\n\n### Opening hours\n\nFrom eight to four.\n\n## South pier\n\n### Opening hours\n\nFrom nine to five.",
		Target: "## Norra piren\n\n### Öppettider\n\nFrån åtta till fyra.\n\n## Södra piren\n\n### Öppettiderna\n\nFrån nio till fem.",
	}},
	Run: inconsistentTranslation,
})

func inconsistentTranslation(p *check.Pass) {
	first := map[string]labelPair{}
	told := map[string]bool{}
	for _, l := range labelPairs(p) {
		key := l.key
		was, ok := first[key]
		if !ok {
			first[key] = l
			continue
		}
		if told[key] || sameRendering(p.Target.Lang, was.target.Prose.Text, l.target.Prose.Text) {
			continue
		}
		told[key] = true
		p.Report(check.Finding{
			Span: l.target.Prose.Span(),
			Message: check.Quote(l.source.Prose.Text) + " is " + check.Quote(l.target.Prose.Text) + " here but " +
				check.Quote(was.target.Prose.Text) + " on line " + lineOf(was.target),
			Related: append(p.FromSource(l.source.Prose.Span()), check.Note{Span: was.target.Prose.Span(), Message: "the other rendering"}),
		})
	}
}

// labelPair is a short text and what surely renders it.
type labelPair struct {
	source, target *doc.Block
	key            string // of the source
}

const longestLabelPair = 12 // words; longer texts are prose, in which one may vary

// labelPairs are the headings, bullets, cells and the like of two to twelve words
// that are paired one to one, translated, in target order.
func labelPairs(p *check.Pass) []labelPair {
	var out []labelPair
	for _, b := range p.Translated() {
		if len(b.Source) != 1 || len(b.Target) != 1 || b.Source[0].Kind != b.Target[0].Kind {
			continue
		}
		switch b.Source[0].Kind {
		case doc.Heading, doc.Item, doc.Cell, doc.Caption, doc.Term, doc.Image:
		default:
			continue
		}
		key := labelKey(b.Source[0].Prose.Text)
		if n := len(strings.Fields(key)); n >= 2 && n <= longestLabelPair && b.Target[0].Prose.Text != "" {
			out = append(out, labelPair{b.Source[0], b.Target[0], key})
		}
	}
	return out
}

// labelKey is a label as it is compared: its words in lower case.
func labelKey(s string) string {
	return strings.Join(strings.FieldsFunc(lang.Fold(s), func(r rune) bool { return !lang.IsWordRune(r) && r != '-' && r != '\'' }), " ")
}

// sameRendering says that two labels have the same words but for their endings,
// or that one has all the words of the other and few besides.
func sameRendering(l *lang.Language, a, b string) bool {
	x, y := strings.Fields(labelKey(a)), strings.Fields(labelKey(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	for _, w := range x {
		found := false
		for _, v := range y {
			if w == v || bent(l, w, v) || l.Agrees(w, v) || l.Agrees(v, w) {
				found = true
				break
			}
		}
		if !found && !l.FunctionWords[w] {
			return false
		}
	}
	return len(y)-len(x) <= 1 || len(x) == len(y)
}

// bent says that two words are forms of one another, or of a word that both bend.
func bent(l *lang.Language, a, b string) bool {
	for _, pair := range [...][2]string{{a, b}, {b, a}, {l.Base(a), b}, {l.Base(b), a}} {
		if _, ok := l.Inflection(pair[0], pair[1]); ok {
			return true
		}
	}
	return l.Base(a) == l.Base(b)
}
