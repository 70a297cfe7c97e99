package doc_test

import (
	"testing"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
)

// TestLocalised pairs an address of an English article with one of the Swedish one.
func TestLocalised(t *testing.T) {
	for _, x := range []struct {
		source, target string
		same           bool
	}{
		{"https://example.org/guide/", "http://www.example.org/guide", true},
		{"https://example.org/guide?utm_source=a&page=2", "https://example.org/guide?page=2", true},
		{"https://example.org/guide?page=2", "https://example.org/guide?page=3", false},
		{"https://example.org/a%20b", "https://example.org/a b", true},
		{"https://example.org/en/about", "https://example.org/sv/about", true},
		{"https://example.org/en/about", "https://example.org/sv/om-oss", true},
		{"https://example.org/about", "https://example.org/sv/about", true},
		{"https://example.org/about", "https://example.org/abuot", false},
		{"https://example.org/about?lang=en", "https://example.org/about?lang=sv", true},
		{"https://docs.example.com/en-us/start", "https://docs.example.com/sv-se/start", true},
		{"https://docs.example.com/start", "https://learn.example.com/start", true},
		{"https://docs.example.com/start", "https://dcos.example.com/start", false},
		{"https://en.wikipedia.org/wiki/Sleep", "https://sv.wikipedia.org/wiki/Sömn", true},
		{"https://en.wikipedia.org/wiki/Sleep", "https://en.wikipedia.org/wiki/Sömn", false},
		{"https://www.example.com/chairs", "https://www.example.se/stolar", true},
		{"https://example.com/a", "https://elsewhere.org/a", false},
		{"guide.en.md", "guide.sv.md", true},
		{"guide.md", "guide.sv.md", true},
		{"./guide.md", "../../docs/guide.md", true},
		{"docs/guide.md", "docs/install.md", false},
		{"images/shot.png", "../images/shot-sv.png", true},
		{"images/shot.png", "images/shot_1.png", false},
		{"images/shot.png", "images/other-sv.png", false},
		{"images/shot.png", "../img/shot.3f2a.sv.png", true},
		{"files/roadmap.pdf", "files/long-roadmap-sv.pdf", true},
		{"images/shot_en.png", "images/shot_sv.png", true},
		{"images/shot.png", "images/shot.webp", true},
		{"mailto:info@example.org", "info@example.org", true},
		{"info@example.org", "hej@example.org", false},
		{"/en/", "/sv/", true},
		{"a/b.md", "https://git.example.org/x/a/b.md", true},
	} {
		got := doc.ParseAddress(x.source).Localised(doc.ParseAddress(x.target), lang.For("en"), lang.For("sv"))
		if got != x.same {
			t.Errorf("%s → %s: the same place is %v, want %v", x.source, x.target, got, x.same)
		}
	}
}

// FuzzAddress holds that any string is an address, and the same place as itself.
func FuzzAddress(f *testing.F) {
	for _, s := range []string{"", "#", "https://en.example.org/en-us/a.en.md?lang=en#x", "mailto:@", "//", "a%zz/../b\\", "sv.", "-sv.png"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := doc.ParseAddress(s)
		if !a.Localised(a, lang.For("en"), lang.For("sv")) {
			t.Errorf("%q is not where it is", s)
		}
	})
}
