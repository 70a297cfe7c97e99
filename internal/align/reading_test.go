package align

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// drawRagged builds an article whose sentences begin and end anywhere: inside
// words and numbers, without stops, with text between them.
func drawRagged(t *rapid.T) *doc.Document {
	pieces := rapid.SliceOfN(rapid.SampledFrom([]string{
		"Anna", "met", "e\u0301t", "\u0301", "1", "234", "567", "12.345", " ", " ", " ", "\u00a0", ", ", ".", ". ", "; ", " – ", ": ", "\n", "? ", "Å", "”", strings.Repeat("x", 59),
	}), 0, 24)
	var all strings.Builder
	type place struct{ start, end int }
	var places []place
	for range rapid.IntRange(0, 5).Draw(t, "blocks") {
		start := all.Len()
		all.WriteString(strings.Join(pieces.Draw(t, "text"), ""))
		places = append(places, place{start, all.Len()})
		all.WriteString("\n")
	}
	file := text.NewFile("a", all.String())
	b := doc.NewBuilder(file, "text")
	for _, p := range places {
		prose := doc.NewProse(file)
		prose.Verbatim(p.start, p.end)
		b.Add(&doc.Block{Span: text.Span{File: file, Start: p.start, End: p.end}, Prose: prose.Prose()})
	}
	d := b.Document()
	for _, b := range d.Blocks() {
		cut(t, b)
	}
	return d
}

// cut divides a block's prose into sentences, most of them where white space is.
func cut(t *rapid.T, b *doc.Block) {
	prose := b.Prose.Text
	for at := 0; at < len(prose); {
		end := at + rapid.IntRange(1, len(prose)-at).Draw(t, "length")
		for end < len(prose) && (prose[end]&0xC0 == 0x80 || prose[end] != ' ' && rapid.IntRange(0, 9).Draw(t, "on") > 0) {
			end++
		}
		if s := strings.TrimSpace(prose[at:end]); s != "" && rapid.IntRange(0, 9).Draw(t, "leave") > 0 {
			start := at + strings.Index(prose[at:end], s)
			b.Sentences = append(b.Sentences, doc.Sentence{Block: b, Start: start, End: start + len(s)})
		}
		at = end
	}
}

// The sides of an article are the same as if each unit were read for itself.
func TestArticleReadsAsItsUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawRagged(t)
		a := newArticle(d)
		a.fillBlocks()
		voc := newVocabulary(0)
		sentences, blocks, clauses := newFiller(voc), newFiller(voc), newFiller(voc)
		for _, s := range a.list {
			sentences.sentence(s.Text())
		}
		for _, b := range d.Blocks() {
			blocks.begin()
			blocks.text(b.Prose.Text)
			blocks.shape(b, false)
			blocks.end(0)
		}
		for _, s := range a.list {
			eachClause(s.Text(), func(from, to int) { clauses.sentence(s.Text()[from:to]) })
		}
		if !reflect.DeepEqual(a.voc.words, voc.words) || !reflect.DeepEqual(a.voc.kinds, voc.kinds) {
			t.Fatalf("the words are %q %v, not %q %v", a.voc.words, a.voc.kinds, voc.words, voc.kinds)
		}
		sameSide(t, "sentences", a.sentences, sentences.done())
		sameSide(t, "blocks", a.blocks, blocks.done())
		sameSide(t, "clauses", a.clauses, clauses.done())
	})
}

func sameSide(t *rapid.T, name string, got, want *side) {
	got.voc, want.voc = nil, nil
	if got, want := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want); got != want { // nil and empty slices are alike
		t.Fatalf("%s: %s, not %s", name, got, want)
	}
}

// The words of a sentence are the same whether they were read before or not.
func TestWordsOfAnySentence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := newArticle(drawRagged(t))
		for i, s := range a.list {
			if _, ok := a.find(s); !ok {
				t.Fatalf("sentence %d is not found", i)
			}
			other := *s.Block
			kept, read := a.of(s), a.of(doc.Sentence{Block: &other, Start: s.Start, End: s.End})
			if len(kept)+len(read) > 0 && !reflect.DeepEqual(kept, read) {
				t.Fatalf("%q has spots %v, not %v", s.Text(), kept, read)
			}
		}
	})
}

// A vocabulary is a map from tokens to their numbers.
func TestVocabulary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v, want := newVocabulary(0), make(map[string]int32)
		for _, w := range rapid.SliceOfN(rapid.StringMatching(`[ab]{0,4}|[a-z]{60}`), 0, 300).Draw(t, "words") {
			id, ok := want[w]
			if got, found := v.find(w); found != ok || ok && got != id {
				t.Fatalf("%q is found as %d %v, not %d %v", w, got, found, id, ok)
			}
			if !ok {
				id = int32(len(want))
				want[w] = id
			}
			if got := v.id(w, wordToken); got != id || v.words[id] != w {
				t.Fatalf("%q is %d, not %d", w, got, id)
			}
		}
	})
}
