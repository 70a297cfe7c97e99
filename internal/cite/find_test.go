package cite

import (
	"strings"
	"testing"

	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// list makes a document of a heading (none when ""), items and a last paragraph.
func list(heading string, kind doc.Kind, items []string, after string) *doc.Document {
	b := doc.NewBuilder(nil, "text")
	add := func(k doc.Kind, s string, place doc.ItemPlace) {
		file := text.NewFile("a.txt", s)
		p := doc.NewProse(file)
		p.Verbatim(0, len(s))
		b.Add(&doc.Block{Kind: k, Level: 2, Prose: p.Prose(), Item: place, Span: text.Span{File: file, End: len(s)}})
	}
	add(doc.Paragraph, "Magnesium takes part in more than 600 reactions, as was shown in 2010 (see below).", doc.ItemPlace{})
	if heading != "" {
		add(doc.Heading, heading, doc.ItemPlace{})
	}
	for i, s := range items {
		place := doc.ItemPlace{}
		if kind == doc.Item {
			place = doc.ItemPlace{List: 1, Nth: i + 1}
		}
		add(kind, s, place)
	}
	if after != "" {
		add(doc.Paragraph, after, doc.ItemPlace{})
	}
	return b.Document()
}

const disclaimer = "These statements have not been evaluated by the authorities. The study of 2019 is described at https://example.org/study."

func TestFind(t *testing.T) {
	ordinary := []string{"Eat leafy greens every day.", "Sleep for 7–8 hours (since 2010 the advice is 7).", "Walk in the forest, 30 minutes."}
	links := []string{"https://www.who.int/news-room/physical-activity", "https://ods.od.nih.gov/factsheets/Magnesium/", "Sömn. 1177 Vårdguiden. https://www.1177.se/somn"}
	history := []string{"1952: Hodgkin and Huxley describe the current.", "1973: Bliss and Lømo find potentiation.", "2010: magnesium is raised in rats."}
	for _, c := range []struct {
		name, heading string
		kind          doc.Kind
		items         []string
		want          int
	}{
		{"under a heading", "References", doc.Item, threeWorks, 3},
		{"under a Swedish heading with a number", "7. Referenser:", doc.Item, threeWorks, 3},
		{"paragraphs under a heading", "Källor", doc.Paragraph, threeWorks, 3},
		{"footnotes", "", doc.Footnote, threeWorks, 3},
		{"a list that nothing announces", "", doc.Item, threeWorks, 3},
		{"two references are too few without a heading", "", doc.Item, threeWorks[:2], 0},
		{"paragraphs that nothing announces", "", doc.Paragraph, threeWorks, 0},
		{"links under a heading", "Sources", doc.Item, links, 3},
		{"an ordinary list under a heading", "Sources", doc.Item, ordinary, 0},
		{"an ordinary list", "", doc.Item, ordinary, 0},
		{"a list of years", "", doc.Item, history, 0},
		{"links that nothing announces", "", doc.Item, links, 0},
	} {
		refs := Find(list(c.heading, c.kind, c.items, disclaimer))
		if len(refs.Entries) != c.want {
			t.Errorf("%s: found %d entries, want %d", c.name, len(refs.Entries), c.want)
		}
		for _, e := range refs.Entries {
			if e.Text() == disclaimer || !refs.Holds(e.Block) {
				t.Errorf("%s: took %q for an entry", c.name, e.Text())
			}
		}
	}
}

func TestFindInOneParagraph(t *testing.T) {
	d := list("References", doc.Paragraph, []string{strings.Join(threeWorks, " ")}, "")
	b := d.Sections[1].Blocks[0]
	at := 0
	for _, w := range threeWorks[:2] {
		at += len(w)
		b.Objects = append(b.Objects, doc.Object{Kind: doc.LineBreak, Start: at, End: at + 1})
		at++
	}
	refs := Find(d)
	if len(refs.Entries) != 3 {
		t.Fatalf("found %d entries in a paragraph with hard line breaks, want 3", len(refs.Entries))
	}
	for i, e := range refs.Entries {
		if e.Text() != threeWorks[i] || e.Nth != i+1 {
			t.Errorf("entry %d is %q", e.Nth, e.Text())
		}
	}
}

func TestHeadingInTheText(t *testing.T) {
	d := list("", doc.Item, threeWorks, disclaimer)
	d.Sections[0].Blocks[0].Prose = block("Referenser").Prose
	refs := Find(d)
	if len(refs.Lists) != 1 || len(refs.Entries) != 3 || refs.Lists[0].Heading == nil {
		t.Errorf("a paragraph that says no more than Referenser announces a list; got %d entries", len(refs.Entries))
	}
}
