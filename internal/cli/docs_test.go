package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDocs runs the commands that the pages show, as TestReadme does: those of
// one page one after the other in a folder with the files of testdata/docs.
// "cat FILE" shows what they have written.
func TestDocs(t *testing.T) {
	for _, page := range []string{"output.md", "suppression.md"} {
		t.Run(page, func(t *testing.T) {
			content, err := os.ReadFile(filepath.Join("../../docs", page))
			if err != nil {
				t.Fatal(err)
			}
			shown := transcripts(string(content))
			if len(shown) < 4 {
				t.Fatalf("only %d commands", len(shown))
			}
			folder := t.TempDir()
			if err := os.CopyFS(folder, os.DirFS("../../testdata/docs")); err != nil {
				t.Fatal(err)
			}
			t.Chdir(folder)
			for _, c := range shown {
				if got := transcribe(t, strings.Fields(c.command)); !matches(got, c.output) {
					t.Errorf("$ %s\nprints\n%s\nbut the page shows\n%s", c.command, got, c.output)
				}
			}
		})
	}
}

// transcribe is what a command prints on both of its outputs.
func transcribe(t *testing.T, words []string) string {
	t.Helper()
	switch words[0] {
	case "tvilling":
		var out bytes.Buffer
		run(env{&out, &out, func(string) string { return "" }}, words[1:])
		return out.String()
	case "cat":
		content, err := os.ReadFile(words[1])
		if err != nil {
			t.Fatal(err)
		}
		return string(content)
	}
	t.Fatalf("no command %s in the pages", words[0])
	return ""
}
