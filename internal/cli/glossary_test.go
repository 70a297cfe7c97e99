package cli

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"tvilling/internal/term"
	"tvilling/internal/text"
)

// TestGlossaryPage runs what docs/glossary.md shows: its console blocks as
// TestReadme does, its glossaries through the reader.
func TestGlossaryPage(t *testing.T) {
	t.Chdir("../..")
	page, err := os.ReadFile("docs/glossary.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := transcripts(string(page))
	for _, c := range shown {
		var out bytes.Buffer
		run(env{stdout: &out, stderr: &out, getenv: func(string) string { return "" }}, strings.Fields(c.command)[1:])
		if !matches(out.String(), c.output) {
			t.Errorf("$ %s\nprints\n%s\nbut the page shows\n%s", c.command, out.String(), c.output)
		}
	}
	glossaries := strings.Split(string(page), "```yaml\n")[1:]
	for _, block := range glossaries {
		content, _, _ := strings.Cut(block, "```")
		if _, err := term.Read(text.NewFile("docs/glossary.md", content)); err != nil {
			t.Error(err)
		}
	}
	if len(shown) < 2 || len(glossaries) < 2 {
		t.Errorf("the page shows %d commands and %d glossaries", len(shown), len(glossaries))
	}
	for _, name := range term.Builtins() {
		if !strings.Contains(string(page), "`"+name+"`") {
			t.Errorf("the page does not name %s", name)
		}
	}
}
