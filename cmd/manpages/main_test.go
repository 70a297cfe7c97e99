package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"tvilling/internal/cli"
)

// TestPages demands a page for every command that people see, with its flags, and
// the same pages each time.
func TestPages(t *testing.T) {
	dir, again := t.TempDir(), t.TempDir()
	for _, d := range []string{dir, again} {
		if err := write(d); err != nil {
			t.Fatal(err)
		}
	}
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		if c.Hidden {
			return
		}
		name := filepath.Join("man", strings.ReplaceAll(c.CommandPath(), " ", "-")+".1")
		page, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Error(err)
			return
		}
		if second, _ := os.ReadFile(filepath.Join(again, name)); string(second) != string(page) {
			t.Errorf("%s is another each time", name)
		}
		if !strings.Contains(string(page), strings.ReplaceAll(c.Short, "-", `\-`)) && !strings.Contains(string(page), c.Short) {
			t.Errorf("%s does not say: %s", name, c.Short)
		}
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(cli.Root())
}

// TestCompletions has bash read its completions, and complete a flag with them.
func TestCompletions(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	dir := t.TempDir()
	if err := write(dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"tvilling.bash", "_tvilling", "tvilling.fish", "tvilling.ps1"} {
		if content, err := os.ReadFile(filepath.Join(dir, "completions", name)); err != nil || !strings.Contains(string(content), "tvilling") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if out, err := exec.Command(bash, "-n", filepath.Join(dir, "completions", "tvilling.bash")).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
