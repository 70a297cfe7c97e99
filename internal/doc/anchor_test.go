package doc_test

import (
	"testing"

	"tvilling/internal/doc"
	"tvilling/internal/parse"
	"tvilling/internal/text"
)

const headed = "# 2. Vård på nätet: så här\n\n## Användning\n\n### Installation {#setup}\n\n<a id=\"gammal\"></a>Text.\n\n## Användning\n"

// TestAnchors asks for ids as different generators make them of one article.
func TestAnchors(t *testing.T) {
	a := doc.FindAnchors(parse.Document(text.NewFile("sv.md", headed), parse.Markdown))
	for _, id := range []string{
		"2-vård-på-nätet-så-här", // GitHub
		"2-vard-pa-natet-sa-har", // Python-Markdown
		"vrd-p-ntet-s-hr",        // Kramdown
		"användning", "användning-1",
		"setup", "installation", "gammal", "fn1", "fnref:2",
	} {
		if !a.Has(id) {
			t.Errorf("#%s leads nowhere", id)
		}
	}
	for _, id := range []string{"usage", "vård", "gamla", "setup2"} {
		if a.Has(id) {
			t.Errorf("#%s leads somewhere", id)
		}
	}
	if got := doc.Slug("2. Vård på nätet: så här"); got != "2-vård-på-nätet-så-här" {
		t.Errorf("slug %q", got)
	}
}
