package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestDocs runs the commands that the pages show, as TestReadme does: those of
// one page one after the other in a folder with the files of testdata/docs, or of
// a folder there, which is then a repository of git. "cat FILE" shows what they
// have written.
func TestDocs(t *testing.T) {
	for page, files := range map[string]string{"output.md": ".", "suppression.md": ".", "status.md": "status", "ci.md": "ci", "review.md": "."} {
		t.Run(page, func(t *testing.T) {
			content, err := os.ReadFile(filepath.Join("../../docs", page))
			if err != nil {
				t.Fatal(err)
			}
			shown := transcripts(string(content))
			if len(shown) < 2 {
				t.Fatalf("only %d commands", len(shown))
			}
			folder := t.TempDir()
			if err := os.CopyFS(folder, os.DirFS(filepath.Join("../../testdata/docs", files))); err != nil {
				t.Fatal(err)
			}
			t.Chdir(folder)
			if files != "." {
				repository(t)
			}
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
	case "cp":
		content, err := os.ReadFile(words[1])
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(words[2], content, 0o644); err != nil {
			t.Fatal(err)
		}
		return ""
	case "git":
		return inGit(t, words[1:]...)
	}
	t.Fatalf("no command %s in the pages", words[0])
	return ""
}

// repository makes one of the working folder, with all its files committed, on a
// day that is always the same.
func repository(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not here")
	}
	for _, name := range []string{"GIT_AUTHOR", "GIT_COMMITTER"} {
		t.Setenv(name+"_NAME", "a")
		t.Setenv(name+"_EMAIL", "a@example.org")
		t.Setenv(name+"_DATE", "2026-01-01T00:00:00Z")
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	inGit(t, "init", "-q", "-b", "main")
	inGit(t, "add", ".")
	inGit(t, "commit", "-q", "-m", "first")
}

func inGit(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command("git", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}
