package project

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"tvilling/internal/lang"
)

func TestRecognise(t *testing.T) {
	for _, c := range []struct{ files, want string }{
		{"hugo.toml content/en/a.md content/sv/a.md content/de/a.md",
			"Hugo, a folder for each language: content/en/**/*.md → content/sv/{path}; 1 pair"},
		{"hugo.toml content/a.md content/a.sv.md content/b.md content/a.de.md",
			"Hugo, a suffix for the translation: content/**/*.md → {dir}/{name}.sv{ext}; not content/**/*.de.md; 1 pair, 1 missing"},
		{"config.toml content/a.en.md content/a.sv.md content/b.en.md content/a.de.md",
			"Hugo, a suffix for each language: content/**/*.en.md → {dir}/{name}.sv{ext}; 1 pair, 1 missing"},
		{"hugo.yaml content/en/a.md content/en/b.md",
			"Hugo, a folder for each language: content/en/**/*.md → content/sv/{path}; 0 pair, 2 missing"},
		{"docusaurus.config.ts docs/a.md docs/b.mdx blog/c.md i18n/sv/docusaurus-plugin-content-docs/current/a.md",
			"Docusaurus: docs/**/*.{md,mdx} → i18n/sv/docusaurus-plugin-content-docs/current/{path}, blog/**/*.{md,mdx} → i18n/sv/docusaurus-plugin-content-blog/{path}; 1 pair, 2 missing"},
		{"_config.yml _posts/en/2024-01-01-a.md _posts/sv/2024-01-01-a.md en/b.md sv/b.md",
			"Jekyll, a folder for each language: _posts/en/**/*.md → _posts/sv/{path}, en/**/*.md → sv/{path}; 2 pair"},
		{"mkdocs.yml docs/en/a.md docs/sv/a.md", "MkDocs, a folder for each language: docs/en/**/*.md → docs/sv/{path}; 1 pair"},
		{"mkdocs.yml docs/a.md docs/a.sv.md README.md", "MkDocs, a suffix for the translation: docs/**/*.md → {dir}/{name}.sv{ext}; 1 pair"},
		{"mkdocs.yml docs/a.en.md docs/a.sv.md", "MkDocs, a suffix for each language: docs/**/*.en.md → {dir}/{name}.sv{ext}; 1 pair"},
		{"astro.config.mjs src/content/docs/a.md src/content/docs/sv/a.md src/content/docs/fr/a.md",
			"Astro Starlight, a folder for the translation: src/content/docs/**/*.md → src/content/docs/sv/{path}; not src/content/docs/fr; 1 pair"},
		{"astro.config.mjs src/content/docs/en/a.mdx src/content/docs/sv/a.mdx",
			"Astro Starlight, a folder for each language: src/content/docs/en/**/*.mdx → src/content/docs/sv/{path}; 1 pair"},
		{"docs/.vitepress/config.ts docs/a.md docs/sv/a.md", "VitePress, a folder for the translation: docs/**/*.md → docs/sv/{path}; 1 pair"},
		{".vitepress/config.js en/a.md sv/a.md", "VitePress, a folder for each language: en/**/*.md → sv/{path}; 1 pair"},
		{"en/a.md sv/a.md", "a folder for each language: en/**/*.md → sv/{path}; 1 pair"},
		{"x/en-US/a.md x/sv-SE/a.md y/en-US/b.md y/sv-SE/b.md",
			"a folder for each language: x/en-US/**/*.md → x/sv-SE/{path}, y/en-US/**/*.md → y/sv-SE/{path}; 2 pair"},
		{"a/guide.en.md a/guide.sv.md", "a suffix for each language: **/*.en.md → {dir}/{name}.sv{ext}; 1 pair"},
		{"README.md README.sv.md README.de.md", "a suffix for the translation: **/*.md → {dir}/{name}.sv{ext}; not **/*.de.md; 1 pair"},
		{"website/docusaurus.config.js website/docs/a.md website/i18n/sv/docusaurus-plugin-content-docs/current/a.md README.md",
			"Docusaurus, in website: website/docs/**/*.md → website/i18n/sv/docusaurus-plugin-content-docs/current/{path}; 1 pair"},
		{"packages/docs/.vitepress/config.mts packages/docs/a.md packages/docs/sv/a.md packages/docs/de/a.md README.md",
			"VitePress, a folder for the translation, in packages: packages/docs/**/*.md → packages/docs/sv/{path}; not packages/docs/de; 1 pair"},
		{"handbook/mkdocs.yml handbook/docs/a.md handbook/docs/b.md handbook/docs/a.sv.md",
			"MkDocs, a suffix for the translation, in handbook: handbook/docs/**/*.md → {dir}/{name}.sv{ext}; 1 pair, 1 missing"},
		{"site/hugo.toml site/content/en/a.md", "Hugo, a folder for each language, in site: site/content/en/**/*.md → site/content/sv/{path}; 0 pair, 1 missing"},
		{"main.go README.md docs/a.md", "nothing"},
	} {
		t.Run(c.want, func(t *testing.T) {
			files := fstest.MapFS{}
			names := strings.Fields(c.files)
			for _, name := range names {
				files[name] = &fstest.MapFile{}
			}
			if got := showLayout(Recognise(lang.For("en"), lang.For("sv"), names, files)); got != c.want {
				t.Errorf("%s\ngot  %s\nwant %s", c.files, got, c.want)
			}
		})
	}
}

// Hugo's own key is taken up where the site uses it.
func TestRecogniseKey(t *testing.T) {
	files := fstest.MapFS{"hugo.toml": {}, "content/en/a.md": {Data: []byte("---\ntranslationKey: x\n---\n")}, "content/sv/b.md": {Data: []byte("---\ntranslationKey: x\n---\n")}}
	l := Recognise(lang.For("en"), lang.For("sv"), []string{"hugo.toml", "content/en/a.md", "content/sv/b.md"}, files)
	if l == nil || l.Pairs[0].Key != "translationKey" || len(l.Found.Pairs) != 1 {
		t.Errorf("found %s", showLayout(l))
	}
}

func showLayout(l *Layout) string {
	if l == nil {
		return "nothing"
	}
	var pairs []string
	for _, p := range l.Pairs {
		pairs = append(pairs, p.Source+" → "+p.Target)
	}
	out := l.Name + ": " + strings.Join(pairs, ", ")
	if len(l.Exclude) > 0 {
		out += "; not " + strings.Join(l.Exclude, " ")
	}
	out += fmt.Sprintf("; %d pair", len(l.Found.Pairs))
	if n := len(l.Found.Missing); n > 0 {
		out += fmt.Sprintf(", %d missing", n)
	}
	return out
}
