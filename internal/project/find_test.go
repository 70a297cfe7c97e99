package project

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"tvilling/internal/config"
)

// TestFind lists what is found as "source → target", with "?" before what is
// missing and "!" before mistakes.
func TestFind(t *testing.T) {
	for _, c := range []struct{ why, yaml, files, want string }{
		{"folders", `pairs: [{source: "content/en/**/*.md", target: "content/sv/{path}"}]`,
			"content/en/a.md content/en/b/c.md content/sv/a.md content/sv/gone.md content/en/pic.png",
			"content/en/a.md → content/sv/a.md\ncontent/en/b/c.md → ?content/sv/b/c.md\n?content/en/gone.md → content/sv/gone.md"},
		{"suffixes: a target is no source", `pairs: [{source: "docs/**/*.md", target: "{dir}/{name}.sv.md"}]`,
			"docs/a.md docs/a.sv.md docs/b/c.md docs/d.sv.md",
			"docs/a.md → docs/a.sv.md\ndocs/b/c.md → ?docs/b/c.sv.md\n?docs/d.md → docs/d.sv.md"},
		{"what is excluded on either side is no matter", `{pairs: [{source: "en/**/*.md", target: "sv/{path}"}], exclude: [en/drafts, sv/own, "**/*.da.md"]}`,
			"en/drafts/a.md en/own/b.md en/c.da.md en/d.md sv/drafts/x.md",
			"en/d.md → ?sv/d.md\n?en/drafts/x.md → sv/drafts/x.md"},
		{"the first pair that claims a file has it", `pairs: [{source: "en/news/*.md", target: "sv/nytt/{name}.md"}, {source: "en/**/*.md", target: "sv/{path}"}]`,
			"en/news/a.md en/b.md sv/nytt/a.md sv/b.md",
			"en/b.md → sv/b.md\nen/news/a.md → sv/nytt/a.md"},
		{"two sources of one target", `pairs: [{source: "en/**/*.md", target: "sv/{name}.md"}]`,
			"en/a/x.md en/b/x.md sv/x.md",
			"!sv/x.md is the target of both en/a/x.md and en/b/x.md\nen/a/x.md → sv/x.md"},
		{"its own translation", `pairs: [{source: "en/*.md", target: "{dir}/{name}.md"}]`, "en/a.md",
			"!en/a.md: the pair en/*.md → {dir}/{name}.md makes it its own translation"},
		{"no pairs", `exclude: a`, "a b", ""},
	} {
		t.Run(c.why, func(t *testing.T) {
			names := strings.Fields(c.files)
			files := fstest.MapFS{}
			for _, name := range names {
				files[name] = &fstest.MapFile{}
			}
			if got := show(Find(read(t, c.yaml), names, files)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Names may hold whatever a file system allows.
func TestFindOddNames(t *testing.T) {
	odd := []string{"två ord.md", "-rf.md", "a\nb.md", "'\"$(x).md", "[x].md", "*.md", "{a,b}.md", strings.Repeat("å", 100) + ".md"}
	files := fstest.MapFS{}
	var names []string
	for _, name := range odd {
		for _, folder := range []string{"en/", "sv/"} {
			files[folder+name] = &fstest.MapFile{}
			names = append(names, folder+name)
		}
	}
	p := Find(read(t, `pairs: [{source: "en/**/*.md", target: "sv/{path}"}]`), names, files)
	if len(p.Pairs) != len(odd) || len(p.Missing)+len(p.Orphans)+len(p.Faults) > 0 {
		t.Errorf("found\n%s", show(p))
	}
}

func TestFindByKey(t *testing.T) {
	files := fstest.MapFS{
		"en/about.md":    {Data: []byte("---\ntranslationKey: om\n---\nText.\n")},
		"en/plain.md":    {Data: []byte("Text.\n")},
		"en/alone.md":    {Data: []byte("---\ntranslationKey: ensam\n---\n")},
		"en/om-oss.md":   {Data: []byte("Another page that has the target's name.\n")},
		"en/twice.md":    {Data: []byte("+++\ntranslationKey = \"om\"\n+++\n")},
		"sv/om-oss.md":   {Data: []byte("---\ntranslationKey: \"om\"\n---\nText.\n")},
		"sv/plain.md":    {Data: []byte("Text.\n")},
		"sv/okopplad.md": {Data: []byte("---\ntranslationKey: ingen\n---\n")},
	}
	var names []string
	for name := range files {
		names = append(names, name)
	}
	const want = `!en/about.md and en/twice.md both have translationKey: om
en/about.md → sv/om-oss.md
en/plain.md → sv/plain.md
en/alone.md → ?sv/alone.md
en/om-oss.md → ?sv/om-oss.md
en/twice.md → ?sv/twice.md
?en/okopplad.md → sv/okopplad.md`
	got := show(Find(read(t, `pairs: [{source: "en/**/*.md", target: "sv/{path}", key: translationKey}]`), names, files))
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Nothing outside the root is read: not through "..", not through a link.
func TestFindStaysInside(t *testing.T) {
	dir := t.TempDir()
	root := filepath.Join(dir, "project")
	for name, content := range map[string]string{"secret/x.md": "s", "project/en/x.md": "a", "project/en/y.md": "b", "project/en/z.md": "c", "project/real/y.md": "d"} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(root, "sv"), 0o755); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"sv/x.md": "../../secret/x.md", "sv/y.md": "../real/y.md", "sv/z.md": "/etc/passwd", "out": "../secret"} {
		if err := os.Symlink(to, filepath.Join(root, link)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	inside, err := os.OpenRoot(root)
	if err != nil {
		t.Fatal(err)
	}
	defer inside.Close()
	files, err := Files(inside.FS())
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, "../secret/x.md", "/etc/passwd", "out/x.md")
	const want = "en/y.md → sv/y.md\nen/x.md → ?sv/x.md\nen/z.md → ?sv/z.md"
	if got := show(Find(read(t, `pairs: [{source: "en/*.md", target: "sv/{path}"}, {source: "out/*.md", target: "sv/{path}"}]`), files, inside.FS())); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func read(t testing.TB, yaml string) *config.Config {
	t.Helper()
	c, err := config.Read(config.Name, []byte(yaml), config.Names{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func show(p *Project) string {
	var lines []string
	for _, f := range p.Faults {
		lines = append(lines, "!"+f)
	}
	for _, list := range []struct {
		form  string
		pairs []Pair
	}{{"%s → %s", p.Pairs}, {"%s → ?%s", p.Missing}, {"?%s → %s", p.Orphans}} {
		for _, pair := range list.pairs {
			lines = append(lines, fmt.Sprintf(list.form, pair.Source, pair.Target))
		}
	}
	return strings.Join(lines, "\n")
}
