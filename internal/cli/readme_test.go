package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadme runs the commands that README.md shows. In a ```console block a
// line that begins with "$ " is a command, what follows is its output; a line
// "[…]" stands for any lines left out. A make target has to exist, and its output
// is held against the command that the Makefile runs.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	makefile, err := os.ReadFile("Makefile")
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for _, c := range transcripts(string(readme)) {
		words := strings.Fields(c.command)
		switch words[0] {
		case "make":
			if !strings.Contains(string(makefile), "\n"+words[1]+":") {
				t.Errorf("the Makefile has no target %s", words[1])
			}
			if words[1] != "demo" {
				continue
			}
			const demo = "testdata/articles/sleep-and-memory/"
			words = []string{"tvilling", "check", demo + "en.md", demo + "sv.txt", "--glossary", demo + "glossary.yaml"}
		case "bin/tvilling":
			if c.output == "" && strings.Contains(c.command, " en.md") {
				continue // the reader's own files
			}
			if len(words) == 2 && (words[1] == "init" || words[1] == "check" || words[1] == "status") {
				inScript(t, words[1]) // it works on a project, and this is none
				continue
			}
		default:
			continue
		}
		shown++
		var out bytes.Buffer
		run(env{&out, &out, func(string) string { return "" }}, words[1:])
		if !matches(out.String(), c.output) {
			t.Errorf("$ %s\nprints\n%s\nbut the README shows\n%s", c.command, out.String(), c.output)
		}
	}
	if shown < 3 {
		t.Errorf("only %d commands of the README could be run", shown)
	}
}

// inScript demands that some session in testdata/cli runs the command on a project.
func inScript(t *testing.T, command string) {
	t.Helper()
	scripts, _ := filepath.Glob("testdata/cli/project-*.txtar")
	for _, name := range scripts {
		if script, err := os.ReadFile(name); err == nil && strings.Contains(string(script), "exec tvilling "+command+"\n") {
			return
		}
	}
	t.Errorf("no script in testdata/cli runs tvilling %s", command)
}

type transcript struct{ command, output string }

func transcripts(readme string) []transcript {
	var out []transcript
	inside := false
	for line := range strings.Lines(readme) {
		switch {
		case strings.HasPrefix(line, "```"):
			inside = strings.HasPrefix(line, "```console")
		case !inside:
		case strings.HasPrefix(line, "$ "):
			command, _, _ := strings.Cut(strings.TrimSpace(line[2:]), "   #")
			out = append(out, transcript{command: command})
		case len(out) > 0:
			out[len(out)-1].output += line
		}
	}
	return out
}

// matches says that the parts of want between "[…]" lines stand in got in order,
// the first at its beginning and the last at its end. Blank lines do not count.
func matches(got, want string) bool {
	got = squeeze(got)
	parts := strings.Split(squeeze(want), "[…]\n")
	if len(parts) == 1 {
		return parts[0] == "" || parts[0] == got
	}
	if !strings.HasPrefix(got, parts[0]) || !strings.HasSuffix(got, parts[len(parts)-1]) {
		return false
	}
	for _, p := range parts {
		i := strings.Index(got, p)
		if i < 0 {
			return false
		}
		got = got[i+len(p):]
	}
	return true
}

func squeeze(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		if strings.TrimSpace(line) != "" {
			b.WriteString(strings.TrimRight(line, " \n") + "\n")
		}
	}
	return b.String()
}
