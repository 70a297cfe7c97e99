package align

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// Articles of the property tests are drawn from a small store of words, so that
// repetitions, equal blocks and near misses are common.
var store = strings.Fields("the brain den hjärnan magnesium synapses synapser of av and och memory minne 12 1999 NMDA sleep sömn Quinn ? !")

func drawText(t *rapid.T, label string) string {
	words := rapid.SliceOfN(rapid.SampledFrom(store), 0, 9).Draw(t, label)
	return strings.Join(words, " ")
}

func drawLines(t *rapid.T, label string) []string {
	n := rapid.IntRange(0, 14).Draw(t, label+" count")
	out := make([]string, n)
	for i := range out {
		out[i] = drawText(t, label)
	}
	return out
}

// drawDocument builds an article of any blocks under any headings.
func drawDocument(t *rapid.T, label, language string) *doc.Document {
	var all strings.Builder
	type place struct{ start, end int }
	var places []place
	for range rapid.IntRange(0, 14).Draw(t, label+" count") {
		start := all.Len()
		all.WriteString(drawText(t, label) + ". " + drawText(t, label))
		places = append(places, place{start, all.Len()})
		all.WriteString("\n")
	}
	file := text.NewFile(label, all.String())
	b := doc.NewBuilder(file, "text")
	kinds := []doc.Kind{doc.Paragraph, doc.Paragraph, doc.Heading, doc.Item, doc.Cell, doc.Code, doc.Image, doc.Markup}
	col := 0
	for _, p := range places {
		prose := doc.NewProse(file)
		prose.Verbatim(p.start, p.end)
		block := &doc.Block{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Span: text.Span{File: file, Start: p.start, End: p.end}, Prose: prose.Prose()}
		switch block.Kind {
		case doc.Heading:
			block.Level = rapid.IntRange(1, 3).Draw(t, "level")
		case doc.Cell:
			col++
			block.Cell = doc.CellPlace{Table: rapid.IntRange(1, 2).Draw(t, "table"), Row: 1 + col/2, Col: 1 + col%2}
		}
		b.Add(block)
	}
	d := b.Document()
	d.Segment(lang.For(language))
	return d
}

// Every block, section and sentence of both articles stands in exactly one bead,
// and beads that did not move keep the order of both articles.
func TestDocumentsHoldsEveryUnitOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src, tgt := drawDocument(t, "source", "en"), drawDocument(t, "target", "sv")
		a := Documents(src, tgt, Evidence{})
		checkBlocks(t, a)
		checkSections(t, a)
		if again := Documents(src, tgt, Evidence{}); !reflect.DeepEqual(again.Blocks, a.Blocks) {
			t.Fatal("a second run gives other beads")
		}
	})
}

func checkBlocks(t *rapid.T, a *Alignment) {
	seen := make(map[*doc.Block]int)
	last := -1
	for i, b := range a.Blocks {
		if len(b.Source)+len(b.Target) == 0 {
			t.Fatalf("bead %d is empty", i)
		}
		if b.Confidence < 0 || b.Confidence > 1 {
			t.Fatalf("bead %d has confidence %v", i, b.Confidence)
		}
		for _, x := range append(append([]*doc.Block(nil), b.Source...), b.Target...) {
			seen[x]++
			if bead, k := a.Bead(x); k != i || bead != &a.Blocks[i] {
				t.Fatalf("Bead finds %d, not %d", k, i)
			}
		}
		for _, x := range b.Target {
			if x.Index <= last {
				t.Fatalf("bead %d breaks the order of the target", i)
			}
			last = x.Index
		}
		if b.Section < 0 || b.Section >= len(a.Sections) {
			t.Fatalf("bead %d lies in section bead %d of %d", i, b.Section, len(a.Sections))
		}
		checkSentences(t, b)
	}
	for _, x := range append(a.Source.Blocks(), a.Target.Blocks()...) {
		if seen[x] != 1 {
			t.Fatalf("block %q stands in %d beads", x.Prose.Text, seen[x])
		}
	}
	checkSourceOrder(t, a)
}

func checkSourceOrder(t *rapid.T, a *Alignment) {
	last := -1
	for i, b := range a.Blocks {
		if b.Moved || b.Missing() { // what is missing behind a moved block stands there
			continue
		}
		for _, x := range b.Source {
			if x.Index <= last {
				t.Fatalf("bead %d breaks the order of the source, though it did not move", i)
			}
			last = x.Index
		}
	}
}

func checkSentences(t *rapid.T, b BlockBead) {
	var want, got [2][]doc.Sentence
	for _, x := range b.Source {
		want[0] = append(want[0], x.Sentences...)
	}
	for _, x := range b.Target {
		want[1] = append(want[1], x.Sentences...)
	}
	for _, s := range b.Sentences {
		got[0] = append(got[0], s.Source...)
		got[1] = append(got[1], s.Target...)
	}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("sentence beads hold %v, the blocks %v", got, want)
	}
}

func checkSections(t *rapid.T, a *Alignment) {
	seen := make(map[*doc.Section]int)
	for _, b := range a.Sections {
		for _, s := range append(append([]*doc.Section(nil), b.Source...), b.Target...) {
			seen[s]++
		}
	}
	for _, s := range append(append([]*doc.Section(nil), a.Source.Sections...), a.Target.Sections...) {
		if seen[s] != 1 {
			t.Fatalf("section %d stands in %d beads", s.Index, seen[s])
		}
	}
}

// Lines holds every line once and in order.
func TestLinesHoldsEveryLineOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src, tgt := drawLines(t, "source"), drawLines(t, "target")
		s, u := 0, 0
		for _, b := range Lines(src, tgt, Evidence{}) {
			for _, x := range b.Source {
				if x != s {
					t.Fatalf("source line %d comes where %d should", x, s)
				}
				s++
			}
			for _, x := range b.Target {
				if x != u {
					t.Fatalf("target line %d comes where %d should", x, u)
				}
				u++
			}
		}
		if s != len(src) || u != len(tgt) {
			t.Fatalf("%d and %d lines are in beads of %d and %d", s, u, len(src), len(tgt))
		}
	})
}

// A text against itself aligns line by line.
func TestLinesOfEqualTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := drawLines(t, "line")
		for i, b := range Lines(lines, lines, Evidence{}) {
			if !reflect.DeepEqual(b.Source, []int{i}) || !reflect.DeepEqual(b.Target, []int{i}) {
				t.Fatalf("bead %d is %v %v", i, b.Source, b.Target)
			}
		}
	})
}

// Swapping the texts swaps the sides of the beads.
func TestLinesMirror(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src, tgt := drawLines(t, "source"), drawLines(t, "target")
		there, back := pairs(Lines(src, tgt, Evidence{}), false), pairs(Lines(tgt, src, Evidence{}), true)
		if !reflect.DeepEqual(there, back) {
			t.Fatalf("one way round %v, the other %v", there, back)
		}
	})
}

// pairs are the line pairs that share a bead.
func pairs(beads []Bead[int], swap bool) map[[2]int]bool {
	out := make(map[[2]int]bool)
	for _, b := range beads {
		for _, s := range b.Source {
			for _, t := range b.Target {
				if swap {
					out[[2]int{t, s}] = true
				} else {
					out[[2]int{s, t}] = true
				}
			}
		}
	}
	return out
}
