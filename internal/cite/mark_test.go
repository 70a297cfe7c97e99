package cite

import (
	"fmt"
	"strings"
	"testing"

	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// article makes a document: paragraphs, and under a heading the references.
func article(paragraphs []string, references ...string) *doc.Document {
	var all strings.Builder
	b := doc.NewBuilder(nil, "text")
	file := &text.File{Name: "a.txt"}
	add := func(kind doc.Kind, s string, item doc.ItemPlace) {
		start := all.Len()
		all.WriteString(s + "\n")
		file.Content = []byte(all.String())
		p := doc.NewProse(file)
		p.Verbatim(start, start+len(s))
		b.Add(&doc.Block{Kind: kind, Level: 1, Prose: p.Prose(), Item: item, Span: text.Span{File: file, Start: start, End: start + len(s)}})
	}
	for _, s := range paragraphs {
		add(doc.Paragraph, s, doc.ItemPlace{})
	}
	if len(references) > 0 {
		add(doc.Heading, "References", doc.ItemPlace{})
	}
	for i, s := range references {
		add(doc.Item, s, doc.ItemPlace{List: 1, Ordered: true, Number: i + 1, Nth: i + 1})
	}
	return b.Document()
}

var threeWorks = []string{
	"Bliss TV, Lømo T. Long-lasting potentiation of synaptic transmission. J Physiol. 1973;232(2):331-356.",
	"Malenka RC. Synaptic plasticity in the hippocampus. Cell. 1994;78(4):535-538.",
	"Slutsky I, Abumaria N, Wu LJ, et al. Enhancement of learning and memory. Neuron. 2010;65(2):165-177.",
}

func TestMarks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It lasts for days [1] and weeks [2–3, 1].", "«[1]»→1 «[2–3, 1]»→2,3,1"},
		{"It lasts [7].", "«[7]»→? "},
		{"Values in [0, 1] are no citations, nor is a[1234].", ""},
		{"This is known (Bliss & Lømo, 1973; Malenka 1994).", "«(Bliss & Lømo, 1973; Malenka 1994)»→1,2"},
		{"Det är känt (Bliss och Lømo, 1973, s. 340).", "«(Bliss och Lømo, 1973, s. 340)»→1"},
		{"As Bliss and Lømo (1973) found, it lasts.", "«As Bliss and Lømo (1973)»→1"},
		{"Slutsky m.fl. (2010) höjde halten.", "«Slutsky m.fl. (2010)»→3"},
		{"Slutsky et al. (2010) raised it.", "«Slutsky et al. (2010)»→3"},
		{"Nobody cited Okafor et al. (2011).", "«Okafor et al. (2011)»→? "},
		{"In Sweden (2010) and in May (2011), or (Stockholm, 2019).", ""},
		{"It lasts for days.¹ And weeks.²,³", "«¹»→1 «²,³»→2,3"},
		{"An area of 5 m² or 3 cm² and 10² of them.", ""},
		{"It supports memory.* Magtein® helps† too.", "«*» «†»"},
		{"2 * 3 is 6, and *starred words* stay, but this* is a mark.", "«*»"},
	} {
		d := article([]string{c.text}, threeWorks...)
		var got []string
		for _, m := range Marks(d, Find(d)) {
			if m.Span.Text() != m.Block.Prose.Text[m.Start:m.End] {
				t.Errorf("%q: the mark %q has the span %q", c.text, m.Block.Prose.Text[m.Start:m.End], m.Span.Text())
			}
			s := "«" + m.Span.Text() + "»"
			var points []string
			for _, e := range m.Points {
				points = append(points, fmt.Sprint(e.Nth))
			}
			if len(points) > 0 {
				s += "→" + strings.Join(points, ",")
			}
			if m.Dangling {
				s += "→? "
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

func TestMarksOfNotesAndTags(t *testing.T) {
	d := article([]string{"It lasts.3 See the note."}, threeWorks...)
	b := d.Blocks()[0]
	b.Objects = []doc.Object{
		{Kind: doc.RawHTML, Value: "sup", Start: 9, End: 10, Span: b.Span},
		{Kind: doc.NoteMark, Value: "a", Start: 24, End: 24, Span: b.Span},
	}
	marks := Marks(d, Find(d))
	if len(marks) != 2 || marks[0].Kind != Superscript || marks[1].Kind != NoteMark {
		t.Fatalf("got %+v", marks)
	}
	if len(marks[0].Points) != 1 || marks[0].Points[0].Nth != 3 {
		t.Errorf("<sup>3</sup> points at %v, not at the third reference", marks[0].Points)
	}
	if marks[1].Label != "a" {
		t.Errorf("the note's label is %q", marks[1].Label)
	}
}
