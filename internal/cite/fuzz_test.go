package cite

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

// checkEntry fails when a field does not stand where it says.
func checkEntry(t *testing.T, e *Entry) {
	t.Helper()
	s := e.Block.Prose.Text
	for _, f := range e.Fields {
		if f.Start < e.Start || f.End > e.End || f.Start > f.End {
			t.Fatalf("%s [%d,%d) lies outside its entry [%d,%d)", f.Kind, f.Start, f.End, e.Start, e.End)
		}
		if f.Start < f.End && s[f.Start:f.End] != f.Value {
			t.Fatalf("%s says %q and stands at %q", f.Kind, f.Value, s[f.Start:f.End])
		}
		if !utf8.ValidString(f.Value) {
			t.Fatalf("%s %q cuts a character", f.Kind, f.Value)
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{bliss, malenka, slutsky, "", "*", "(2010)", "“”’", "10.1000/(((", "A, B. (2010", "In: eds.", "Å, Ö. & Ä, Å. “x.” I: *y*, red. Z, s. 1–", "\x00\x00 2010;", "” I: A"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("package text decodes before")
		}
		b := block(s)
		whole := Split(b, 0, len(b.Prose.Text))
		checkEntry(t, whole)
		p := Pair{Source: whole, Target: Split(b, 0, len(b.Prose.Text)), Confidence: 1}
		for _, d := range append(append(p.Locators(), p.Identifiers()...), p.Titles(nil), p.Venues(), p.Authors(), p.Years()) {
			if d != nil {
				t.Errorf("an entry differs from itself: %s in %q", d.describe(), s)
			}
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("References\n"+bliss+"\n"+malenka, "Referenser\n"+malenka+"\n"+slutsky)
	f.Add("Text [1–3] and (Bliss, 1973).\nReferences\n"+bliss, "Text¹ *")
	f.Add("References\nEk A. and Ö, B. In: C D (eds.), X. Retrieved May 3, 2024, from https://a.example", "Referenser\nEk A. och Ö, B. I C D (red.) [y z]. Hämtad den 3 maj 2024 från ISBN 978-91-1-2 PMID 0 10.1000/–x 2040;5:9-3")
	f.Add("\n\n(\n[", "et al. (2010)\n2010\nm.fl.")
	f.Fuzz(func(t *testing.T, source, target string) {
		if !utf8.ValidString(source + target) {
			t.Skip("package text decodes before")
		}
		a, b := linesOf(source), linesOf(target)
		c := Compare(a, b, nil)
		for _, e := range append(c.Source.Entries, c.Target.Entries...) {
			checkEntry(t, e)
		}
		for _, p := range c.Pairs {
			for _, d := range append(append(p.Locators(), p.Identifiers()...), p.Titles(nil), p.Venues(), p.Authors(), p.Years()) {
				if d != nil && d.Span.End > len(d.Span.File.Content) {
					t.Errorf("%s spans [%d,%d) of %d", d.describe(), d.Span.Start, d.Span.End, len(d.Span.File.Content))
				}
			}
		}
		for _, e := range append(c.Source.Entries, c.Target.Entries...) {
			for _, w := range e.Scaffolding(lang.For("sv"), lang.For("en")) {
				if w.Start >= w.End || w.Start < e.Start || w.End > e.End || e.Block.Prose.Text[w.Start:w.End] != w.Text {
					t.Errorf("scaffolding %q at [%d,%d) of %q", w.Text, w.Start, w.End, e.Text())
				}
			}
			for _, f := range e.Faults(2030) {
				if f.Start >= f.End || f.Start < e.Start || f.End > e.End {
					t.Errorf("%s %q at [%d,%d)", f.Name(), f.Value, f.Start, f.End)
				}
			}
		}
		for _, r := range c.Rows() {
			if len(r.Source)+len(r.Target) == 0 || r.Pair != nil && (r.Pair.Glossed() && r.Pair.Target.Get(Title) == nil) {
				t.Errorf("an empty row %s", r.Fate)
			}
		}
		for _, m := range Marks(b, c.Target) {
			if m.Start >= m.End || m.End > len(m.Block.Prose.Text) {
				t.Errorf("a mark at [%d,%d)", m.Start, m.End)
			}
		}
	})
}

// linesOf makes a document of which each line is a list item.
func linesOf(s string) *doc.Document {
	all := strings.Split(s, "\n")
	return article(all[:1], all[1:]...)
}
