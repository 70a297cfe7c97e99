package project

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
	"tvilling/internal/parse"
	"tvilling/internal/text"
)

const (
	before = "---\ntitle: Sleep\n---\n# Sleep\n\nThe brain rests at night. It was studied for 12 weeks.\n\n## Food\n\nFood gives the brain energy. See the [guide](https://example.org/guide).\n"
	swede  = "---\ntitle: Sömn\n---\n# Sömn\n\nHjärnan vilar på natten. Den studerades i 12 veckor.\n\n## Mat\n\nMat ger hjärnan energi. Se [guiden](https://example.org/guide).\n"
)

// TestCompare changes the source and says what is told of the translation.
func TestCompare(t *testing.T) {
	for _, c := range []struct{ why, from, to, want string }{
		{"nothing", "", "", ""},
		{"white space and line breaks", "night. It", "night.\nIt  ", ""},
		{"the marks of emphasis and of the heading", "# Sleep\n\nThe brain rests", "Sleep\n=====\n\nThe *brain* rests", ""},
		{"another way to write an address", "https://example.org/guide", "http://www.example.org/guide/", ""},
		{"a moved section", "", "moved", ""},
		{"a word", "12 weeks", "14 weeks", "Sleep: It was studied for [-12-]{+14+} weeks. → Den studerades i 12 veckor."},
		{"a sentence more", "weeks.", "weeks. Nobody woke up.", "Sleep: {+Nobody woke up.+} → "},
		{"a sentence less", " It was studied for 12 weeks.", "", "Sleep: [-It was studied for 12 weeks.-] → Den studerades i 12 veckor."},
		{"another address", "example.org/guide", "example.org/help", "Food: See the guide. → Se [guiden](https://example.org/guide)."},
		{"a heading", "## Food", "## Meals", "Meals: [-Food-]{+Meals+} → Mat"},
		{"the title", "title: Sleep", "title: Rest", "Sleep: [-Sleep-]{+Rest+} → "},
	} {
		source := strings.Replace(before, c.from, c.to, 1)
		if c.to == "moved" {
			first, second, _ := strings.Cut(before, "## Food")
			meta, sleep, _ := strings.Cut(first, "# Sleep")
			source = meta + "## Food" + second + "\n# Sleep" + sleep
		}
		target := text.NewFile("sv.md", swede)
		then, now := aligned(before, target), aligned(source, target)
		base := NewBase(Sections(then.Source, "r1"), then)
		var got []string
		for _, s := range Compare(now, func(*doc.Section) *Base { return base }) {
			got = append(got, showStale(s))
			if s.Since != "r1" {
				t.Errorf("%s: since %q", c.why, s.Since)
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.why, strings.Join(got, "; "), c.want)
		}
	}
}

// Without the old text the place is told, and what stands there.
func TestCompareWithoutOldText(t *testing.T) {
	target := text.NewFile("sv.md", swede)
	then, now := aligned(before, target), aligned(strings.Replace(before, "12", "14", 1), target)
	base := NewBase(Sections(then.Source, ""))
	stale := Compare(now, func(*doc.Section) *Base { return base })
	if len(stale) != 1 || stale[0].Passages != nil || showStale(stale[0]) != "Sleep:  → Den studerades i 12 veckor." {
		t.Errorf("%+v", stale)
	}
}

// A state that is not known says nothing.
func TestCompareUnknown(t *testing.T) {
	if stale := Compare(aligned(before, text.NewFile("sv.md", swede)), func(*doc.Section) *Base { return nil }); stale != nil {
		t.Errorf("%+v", stale)
	}
}

func aligned(source string, target *text.File) *align.Alignment {
	en, sv := lang.For("en"), lang.For("sv")
	s, d := parse.Document(text.NewFile("en.md", source), parse.Markdown), parse.Document(target, parse.Markdown)
	s.Segment(en)
	d.Segment(sv)
	return align.Documents(s, d, align.Evidence{Source: en, Target: sv, Lexicon: lexicon.Load("en", "sv")})
}

func showStale(s check.StaleSection) string {
	var diffs, targets []string
	for _, d := range s.Passages {
		diffs = append(diffs, showDiff(d))
	}
	for _, span := range s.Target {
		targets = append(targets, span.Text())
	}
	return fmt.Sprintf("%s: %s → %s", s.Heading, strings.Join(diffs, " | "), strings.Join(targets, " | "))
}

func showDiff(d check.Diff) string {
	forms := map[check.DiffOp]string{check.Removed: "[-%s-]", check.Kept: "%s", check.Added: "{+%s+}"}
	var b strings.Builder
	for _, p := range d {
		fmt.Fprintf(&b, forms[p.Op], p.Text)
	}
	return b.String()
}

// A difference holds both texts, but for white space.
func TestDiffWords(t *testing.T) {
	words := rapid.SliceOf(rapid.SampledFrom([]string{"sleep", "a", ".", " ", "\n", "å", "–", "12", "́"}))
	rapid.Check(t, func(t *rapid.T) {
		old, fresh := strings.Join(words.Draw(t, "old"), ""), strings.Join(words.Draw(t, "fresh"), "")
		var a, b strings.Builder
		for _, p := range check.DiffWords(old, fresh) {
			if p.Op != check.Added {
				a.WriteString(p.Text)
			}
			if p.Op != check.Removed {
				b.WriteString(p.Text)
			}
		}
		same := func(x, y string) bool {
			return strings.Join(strings.Fields(x), " ") == strings.Join(strings.Fields(y), " ")
		}
		if !same(a.String(), old) || !same(b.String(), fresh) {
			t.Fatalf("%q and %q became %q and %q", old, fresh, a.String(), b.String())
		}
	})
}

func TestLock(t *testing.T) {
	l, err := ReadLock(nil)
	if err != nil {
		t.Fatal(err)
	}
	d := aligned(before, text.NewFile("sv.md", swede)).Source
	l.Stamp("en/a \"b\".md", "sv/å\n.md", d, "r1", nil)
	l.Stamp("en/c.md", "sv/c.md", d, "r1", nil)
	if n := l.Stamp("en/c.md", "sv/c.md", d, "r2", []string{"Food"}); n != 1 {
		t.Errorf("%d sections were stamped", n)
	}
	back, err := ReadLock(l.Bytes())
	if err != nil {
		t.Fatalf("%v\n%s", err, l.Bytes())
	}
	if string(back.Bytes()) != string(l.Bytes()) {
		t.Errorf("%s came back as %s", l.Bytes(), back.Bytes())
	}
	s, ok := back.Get("en/c.md", "sv/c.md")
	if !ok || len(s.Sections) != 2 || s.Sections[0].Revision != "r1" || s.Sections[1].Revision != "r2" {
		t.Errorf("%+v", s)
	}
	if _, ok := back.Get("en/other.md", "sv/c.md"); ok {
		t.Error("a stamp holds for another source")
	}
	back.Prune(func(target string) bool { return target == "sv/c.md" })
	if strings.Contains(string(back.Bytes()), "å") {
		t.Error("a stamp of a translation that is gone was kept")
	}
	for _, content := range []string{"x", "[]", `{"schema": "other"}`, `{"schema": "tvilling.lock/v1", "pairs": {"a": {"what": 1}}}`, "<<<<<<< HEAD\n"} {
		if _, err := ReadLock([]byte(content)); err == nil {
			t.Errorf("%q was read", content)
		}
	}
}

// Whatever stands in the file of stamps, it is refused or read back as it is
// written, and comparing with it does not fail.
func FuzzReadLock(f *testing.F) {
	f.Add([]byte(`{"schema": "tvilling.lock/v1", "pairs": {"sv/a.md": {"source": "en/a.md", "sections": [{"heading": "Sleep", "units": ["x", "x"]}, {"heading": ""}]}}}`))
	f.Add([]byte(`{"schema": "tvilling.lock/v1", "pairs": null}`))
	now := aligned(before, text.NewFile("sv.md", swede))
	f.Fuzz(func(t *testing.T, content []byte) {
		l, err := ReadLock(content)
		if err != nil {
			return
		}
		back, err := ReadLock(l.Bytes())
		if err != nil || string(back.Bytes()) != string(l.Bytes()) {
			t.Fatalf("%s came back as %s (%v)", l.Bytes(), back.Bytes(), err)
		}
		for _, s := range l.stamps {
			base := NewBase(s.Sections)
			Compare(now, func(*doc.Section) *Base { return base })
		}
	})
}
