package check

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tvilling/internal/align"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
)

// TestWeighSource holds the count that stops early against the whole one.
func TestWeighSource(t *testing.T) {
	p := NewPass(&align.Alignment{Source: &doc.Document{Lang: lang.For("en")}, Target: &doc.Document{Lang: lang.For("sv")}})
	p.Lexicon = lexicon.Load("en", "sv")
	words := strings.Fields("the house which is there och huset som är där Paris ÅR 7 e.g. t.ex. don't NMDA-receptorn xyzzy")
	joints := []string{" ", " ", " ", ", ", ". ", "–", "/", "×", "÷", "-", "\u00a0", "\u0301", " “", "” ", "\n", ":"}
	pieces := rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom(words).Draw(t, "word") + rapid.SampledFrom(joints).Draw(t, "joint")
	})
	source, target := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		prose := strings.Join(rapid.SliceOfN(pieces, 0, 30).Draw(t, "pieces"), "")
		whole, soon := p.weigh(prose), p.weighSource(prose)
		if whole.inSource() != soon.inSource() || whole.inSource() && whole != soon {
			t.Fatalf("%q: %+v, want %+v", prose, soon, whole)
		}
		source, target = source+whole.source, target+whole.target
	})
	if source == 0 || target == 0 {
		t.Errorf("%d and %d words were told apart", source, target)
	}
}

// TestSeparators: no word that follows another begins without a separator before it.
func TestSeparators(t *testing.T) {
	l := lang.For("sv")
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("aåÅ0 .,-:'’–×÷·_\u00a0\u0301\u00ad中½²₂")))
		prose := s.Draw(t, "prose")
		last := 0
		for w := range l.EachWord(prose) {
			if last > 0 && separators(prose[last:w.Start]) == 0 {
				t.Fatalf("%q: %q follows with no separator before it", prose, w.Text)
			}
			last = w.End
		}
	})
}
