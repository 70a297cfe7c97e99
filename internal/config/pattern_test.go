package config

import (
	"testing"

	"pgregory.net/rapid"
)

func TestTargets(t *testing.T) {
	for _, c := range []struct{ why, source, target, from, to string }{
		{"folders by language", "content/en/**/*.md", "content/sv/{path}", "content/en/a/b.md", "content/sv/a/b.md"},
		{"the wildcards may match no folder", "content/en/**/*.md", "content/sv/{path}", "content/en/b.md", "content/sv/b.md"},
		{"a suffix", "docs/**/*.md", "{dir}/{name}.sv.md", "docs/a/guide.md", "docs/a/guide.sv.md"},
		{"a suffix at the root", "*.md", "{dir}/{name}.sv.md", "guide.md", "guide.sv.md"},
		{"a suffix on both sides", "**/*.en.md", "{dir}/{name}.sv.md", "a/guide.en.md", "a/guide.sv.md"},
		{"the extension is kept", "**/*.{md,html}", "{dir}/{name}.sv{ext}", "a/guide.html", "a/guide.sv.html"},
		{"a suffix and two extensions", "**/*.en.{md,mdx}", "{dir}/{name}.sv{ext}", "a/b.en.mdx", "a/b.sv.mdx"},
		{"a folder inside the folder", "docs/**/*.md", "i18n/sv/docs/{path}", "docs/a b/å.md", "i18n/sv/docs/a b/å.md"},
		{"one file", "README.md", "README.sv.md", "README.md", "README.sv.md"},
		{"another format", "en/*.md", "sv/{name}.txt", "en/a.md", "sv/a.txt"},
		{"a name twice", "en/*.md", "sv/{name}/{name}.md", "en/a.md", "sv/a/a.md"},
		{"newlines and dashes are letters like others", "en/**/*.md", "sv/{path}", "en/-a\nb.md", "sv/-a\nb.md"},
	} {
		p := Pair{Source: c.source, Target: c.target}
		if got := p.TargetOf(c.from); got != c.to {
			t.Errorf("%s: the target of %q is %q, want %q", c.why, c.from, got, c.to)
		}
		if got, ok := p.Finder().SourceOf(c.to); !ok || got != c.from {
			t.Errorf("%s: the source of %q is %q, want %q", c.why, c.to, got, c.from)
		}
	}
}

func TestNoTargets(t *testing.T) {
	for _, c := range []struct{ why, source, target, file string }{
		{"outside the pattern's folder", "docs/**/*.md", "{dir}/{name}.sv.md", "blog/a.sv.md"},
		{"a source", "docs/**/*.md", "{dir}/{name}.sv.md", "docs/a.md"},
		{"another extension than any source has", "en/**/*.md", "sv/{path}", "sv/a.png"},
	} {
		if s, ok := (Pair{Source: c.source, Target: c.target}).Finder().SourceOf(c.file); ok {
			t.Errorf("%s: %s is taken for the target of %s", c.why, c.file, s)
		}
	}
}

// Whatever the names, a target leads back to the source it was made from.
func TestTargetsLeadBack(t *testing.T) {
	layouts := []Pair{
		{Source: "en/**/*.md", Target: "sv/{path}"}, {Source: "docs/**/*.md", Target: "{dir}/{name}.sv.md"},
		{Source: "docs/**/*.en.md", Target: "{dir}/{name}.sv.md"}, {Source: "en/**/*.{md,html}", Target: "x/{dir}/{name}.sv{ext}"},
	}
	segment := rapid.StringMatching(`[a-cå .\-\n]{0,3}[a-c]`)
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(layouts).Draw(t, "layout")
		from := p.base()
		for _, folder := range rapid.SliceOfN(segment, 0, 3).Draw(t, "folders") {
			from += "/" + folder
		}
		from += "/" + segment.Draw(t, "name")
		from += rapid.SampledFrom(p.endings()).Draw(t, "ending")
		to := p.TargetOf(from)
		if back, ok := p.Finder().SourceOf(to); !ok || back != from {
			t.Fatalf("%q → %q → %q", from, to, back)
		}
	})
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		want          bool
	}{
		{"drafts", "drafts/a/b.md", true}, // a folder means all in it
		{"**/drafts", "content/en/drafts/b.md", true},
		{"*.md", "a/b.md", false},
		{"**/*.md", "b.md", true},
		{"content/{en,sv}/x.md", "content/sv/x.md", true},
		{"draft", "drafts/a.md", false},
	} {
		if got := Match(c.pattern, c.name); got != c.want {
			t.Errorf("Match(%q, %q) is %v", c.pattern, c.name, got)
		}
	}
}
