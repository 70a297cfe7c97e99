package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// workflowCommands are the commands of tvilling that stand in the workflows of a page.
func workflowCommands(t *testing.T, page string) (commands []string) {
	t.Helper()
	content, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, inner := range v {
				walk(inner)
			}
		case []any:
			for _, inner := range v {
				walk(inner)
			}
		case string:
			if strings.HasPrefix(v, "tvilling ") {
				commands = append(commands, v)
			}
		}
	}
	for _, block := range yamlBlocks(string(content)) {
		var value any
		if err := yaml.Unmarshal([]byte(block), &value); err != nil {
			t.Errorf("%s: %v\n%s", page, err, block)
		}
		walk(value)
	}
	return commands
}

// TestWorkflows runs the commands of the workflows that README.md and docs/ci.md
// show, on a branch that brings a new finding: each has to find it, and it alone,
// and to write the files that it names.
func TestWorkflows(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil || runtime.GOOS == "windows" {
		t.Skip("no bash")
	}
	commands := slices.Concat(workflowCommands(t, "../../README.md"), workflowCommands(t, "../../docs/ci.md"))
	if len(commands) < 3 {
		t.Fatalf("only %d commands", len(commands))
	}
	files := workflowFiles(t)
	for _, command := range commands {
		branch(t, files)
		cmd := exec.Command("bash", "-eo", "pipefail", "-c", command)
		cmd.Env = append(os.Environ(), "CI_DEFAULT_BRANCH=main")
		out, _ := cmd.CombinedOutput()
		if cmd.ProcessState.ExitCode() != exitFindings || !strings.Contains(string(out), "1 error, 0 warnings, 0 suggestions in 1 pair") ||
			!strings.Contains(string(out), "sv/new.md:1:16: error the number is 1 243") {
			t.Errorf("$ %s\n%s", command, out)
		}
		for _, m := range regexp.MustCompile(`--output \w+=(\S+)`).FindAllStringSubmatch(command, -1) {
			if info, err := os.Stat(m[1]); err != nil || info.Size() == 0 {
				t.Errorf("$ %s\nwrites no %s", command, m[1])
			}
		}
	}
}

// workflowFiles is the folder with the files that the workflows meet.
func workflowFiles(t *testing.T) string {
	t.Helper()
	files, err := filepath.Abs("../../testdata/docs/ci")
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// branch makes the working folder a clone of a repository with an old finding, on
// a branch that brings a new one.
func branch(t *testing.T, files string) {
	t.Helper()
	origin := t.TempDir()
	copyTo(t, origin, files)
	t.Chdir(origin)
	repository(t)
	clone := t.TempDir()
	inGit(t, "clone", "-q", origin, clone)
	t.Chdir(clone)
	inGit(t, "checkout", "-q", "-b", "translate")
	writeAll(t, clone, map[string]string{"en/new.md": "The study followed 1,234 adults.\n", "sv/new.md": "Studien följde 1 243 vuxna.\n"})
	inGit(t, "add", ".")
	inGit(t, "commit", "-q", "-m", "translate")
}

// TestPreCommit runs the hook of .pre-commit-hooks.yaml as pre-commit does: the
// entry split into words, its args, and, where it asks for them, the staged files.
func TestPreCommit(t *testing.T) {
	content, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var hooks []struct {
		ID, Language, Entry string
		Args                []string
		PassFilenames       *bool    `yaml:"pass_filenames"`
		Types               []string `yaml:"types_or"`
	}
	if err := yaml.Unmarshal(content, &hooks); err != nil {
		t.Fatal(err)
	}
	files := workflowFiles(t)
	for _, h := range hooks {
		branch(t, files)
		names := []string{"sv/två ord.md", "sv/-x.md"}
		writeAll(t, ".", map[string]string{"en/två ord.md": "The study followed 15 adults.\n", "sv/två ord.md": "Studien följde 16 vuxna.\n",
			"en/-x.md": "The study followed 15 adults.\n", "sv/-x.md": "Studien följde 15 vuxna.\n"})
		inGit(t, "add", ".")
		words := append(strings.Fields(h.Entry), h.Args...)
		if h.PassFilenames == nil || *h.PassFilenames {
			words = append(words, names...)
		}
		out, _ := exec.Command(words[0], words[1:]...).CombinedOutput()
		if !strings.Contains(string(out), "sv/två ord.md:1:16: error the number is 16") || !strings.Contains(string(out), "1 error, 0 warnings, 0 suggestions in 2 pairs") {
			t.Errorf("%s: %q\n%s", h.ID, words, out)
		}
		inGit(t, "commit", "-q", "-m", "all")
		if out, err := exec.Command(words[0], words[1:]...).CombinedOutput(); err != nil {
			t.Errorf("%s: nothing is staged, yet: %v\n%s", h.ID, err, out)
		}
	}
}
