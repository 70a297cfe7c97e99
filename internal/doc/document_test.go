package doc

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// article builds a document of one-line blocks; a line that begins with "#" is a heading.
func article(lines ...string) *Document {
	content := ""
	for _, l := range lines {
		content += l + "\n"
	}
	f := text.NewFile("f", content)
	b := NewBuilder(f, "text")
	at := 0
	for _, l := range lines {
		p := NewProse(f)
		p.Verbatim(at, at+len(l))
		block := &Block{Span: text.Span{File: f, Start: at, End: at + len(l)}, Prose: p.Prose()}
		if l[0] == '#' {
			block.Kind, block.Level = Heading, 2
		}
		b.Add(block)
		at += len(l) + 1
	}
	return b.Document()
}

func TestSections(t *testing.T) {
	d := article("before", "#one", "a", "b", "#two", "#three", "c")
	var got [][]string
	for i, s := range d.Sections {
		var texts []string
		for _, b := range s.All() {
			texts = append(texts, b.Prose.Text)
			if b.Section != s || s.Index != i {
				t.Errorf("%q does not know its section", b.Prose.Text)
			}
		}
		got = append(got, texts)
	}
	want := [][]string{{"before"}, {"#one", "a", "b"}, {"#two"}, {"#three", "c"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for i, b := range d.Blocks() {
		if b.Index != i {
			t.Errorf("block %d has index %d", i, b.Index)
		}
	}
	if s := d.Sections[1]; s.Level != 2 || s.Span().Text() != "#one\na\nb" || d.Sections[0].Level != 0 {
		t.Errorf("the second section is %q on level %d", s.Span().Text(), s.Level)
	}
	if n := len(NewBuilder(d.File, "text").Document().Sections); n != 1 {
		t.Errorf("an empty document has %d sections", n)
	}
}

func TestSegment(t *testing.T) {
	d := article("One. Two.", "x := 1")
	code := d.Blocks()[1]
	code.Kind = Code
	for range 2 { // the second time must not add to the first
		d.Segment(lang.For("en"))
	}
	first := d.Blocks()[0]
	if len(first.Sentences) == 0 || code.Sentences != nil || d.Lang.Code != "en" {
		t.Fatalf("%d and %d sentences", len(first.Sentences), len(code.Sentences))
	}
	last := first.Sentences[len(first.Sentences)-1]
	if last.Block != first || last.Text() != last.Span().Text() || last.End != len(first.Prose.Text) {
		t.Errorf("the last sentence is %q", last.Text())
	}
}

func TestObjectsAndLiteral(t *testing.T) {
	b := article("Run it now. Then stop.").Blocks()[0]
	b.Objects = []Object{
		{Kind: CodeSpan, Start: 4, End: 6},
		{Kind: NoteMark, Start: 11, End: 11},
		{Kind: Emphasis, Start: 12, End: 16},
	}
	first := Sentence{b, 0, 11}
	if got := len(first.Objects()); got != 2 {
		t.Errorf("the first sentence has %d objects, want the code and the note mark behind its full stop", got)
	}
	if got := (Sentence{b, 12, 22}).Objects(); len(got) != 1 || got[0].Kind != Emphasis {
		t.Errorf("the second sentence has %v", got)
	}
	if !b.Literal(5, 9) || b.Literal(0, 4) || b.Literal(12, 16) {
		t.Error("only the code is literal")
	}
	b.Kind = Markup
	if !b.Literal(0, 1) {
		t.Error("all markup is literal")
	}
}
