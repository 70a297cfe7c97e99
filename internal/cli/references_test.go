package cli

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"tvilling/internal/cite"
	"tvilling/internal/config"
	"tvilling/internal/parse"
	"tvilling/internal/rules"
	"tvilling/internal/text"
)

// TestReferencesPage runs what docs/references.md shows: its commands as TestReadme
// does, its settings and its references through their readers. The rules that it
// names exist, and it names all that compare references.
func TestReferencesPage(t *testing.T) {
	t.Chdir("../..")
	raw, err := os.ReadFile("docs/references.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(raw)
	for _, c := range transcripts(page) {
		var out bytes.Buffer
		run(env{stdout: &out, stderr: &out, getenv: func(string) string { return "" }}, strings.Fields(c.command)[1:])
		if !matches(out.String(), c.output) {
			t.Errorf("$ %s\nprints\n%s\nbut the page shows\n%s", c.command, out.String(), c.output)
		}
	}
	settings := fenced(page, "yaml")
	for _, block := range settings {
		c, err := config.Read("docs/references.md", []byte(block), config.Names{})
		if err != nil || c.References != (config.References{}) {
			t.Errorf("the defaults are not %+v: %v", c.References, err)
		}
	}
	shown := 0
	for _, block := range fenced(page, "fields") {
		for _, entry := range strings.Split(strings.TrimSpace(block), "\n\n") {
			line, fields, _ := strings.Cut(entry, "\n")
			if got := fieldsOf(line); got != strings.TrimSpace(fields) {
				t.Errorf("%s\nis split into\n%s", line, got)
			}
			shown++
		}
	}
	if len(settings) == 0 || shown < 3 || len(transcripts(page)) < 2 {
		t.Errorf("the page shows %d settings, %d references and %d commands", len(settings), shown, len(transcripts(page)))
	}
	for _, r := range rules.All() {
		if strings.HasPrefix(r.ID, "ref-") && !strings.Contains(page, "`"+r.ID+"`") {
			t.Errorf("the page does not name %s", r.ID)
		}
	}
}

// fenced are the code blocks of a page that are marked with a word.
func fenced(page, word string) []string {
	var out []string
	for _, block := range strings.Split(page, "```"+word+"\n")[1:] {
		content, _, _ := strings.Cut(block, "```")
		out = append(out, content)
	}
	return out
}

// fieldsOf splits one reference and writes its fields as the page does.
func fieldsOf(line string) string {
	d := parse.Document(text.NewFile("en.md", "# References\n\n- "+line+"\n"), parse.Markdown)
	var out []string
	for _, e := range cite.Find(d).Entries {
		for _, f := range e.Fields {
			out = append(out, "  "+f.Kind.String()+": "+f.Value)
		}
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}
