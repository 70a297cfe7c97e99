package cli

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var kills = flag.Int("kills", 3, "how often TestKilled kills each command")

// TestKilled kills tvilling at random moments while it writes, many times over, and
// expects every file of the project to be as it was before or as it is afterwards,
// never a part, and a cache that gives no other findings than a fresh check.
func TestKilled(t *testing.T) {
	site := t.TempDir()
	layOut(t, site)
	for name, args := range map[string][]string{
		"fix":          {"check", "--no-cache", "--fix"},
		"suppress":     {"check", "--no-cache", "--add-suppressions=agreed"},
		"baseline":     {"baseline", "update", "known.jsonl", "--no-cache"},
		"lock":         {"stamp", "--all"},
		"front matter": {"stamp", "--all", "--front-matter"},
		"report":       {"check", "--no-cache", "--output", "json=report.json"},
		"cache":        {"check", "--cache-dir", "cache"},
	} {
		t.Run(name, func(t *testing.T) {
			done := t.TempDir()
			copyTo(t, done, site)
			started := time.Now()
			_ = tvilling(done, args...).Run()
			took := time.Since(started)
			before, after := contents(t, site), contents(t, done)
			if name != "cache" && fmt.Sprint(before) == fmt.Sprint(after) {
				t.Fatal("it writes nothing")
			}
			for range *kills {
				killed := t.TempDir()
				copyTo(t, killed, site)
				killAfter(t, tvilling(killed, args...), rand.N(took))
				for file, content := range contents(t, killed) {
					if old, is := before[file]; is && content == old {
						continue
					}
					if content != after[file] {
						t.Errorf("%s is neither old nor new:\n%q", file, content)
					}
				}
				if name == "cache" {
					sameFindings(t, killed)
				}
			}
		})
	}
}

// layOut makes a project of twelve pairs with something to mend in each.
func layOut(t *testing.T, dir string) {
	t.Helper()
	files := map[string]string{
		".tvilling.yaml": "languages: {source: en, target: sv}\npairs: [{source: \"en/*\", target: \"sv/{path}\"}]\n",
		"known.jsonl":    "{\"schema\":\"tvilling.baseline/v1\"}\n",
	}
	for i := range 12 {
		ending := []string{".md", ".txt"}[i/10]
		head, line := "---\ndate: 2026-01-01\n---\n\n", strings.Repeat("Sleep repairs the brain at night. ", 20+i)
		files[fmt.Sprintf("en/%d%s", i, ending)] = head + fmt.Sprintf("The study followed 1,234 adults.\n\n%s\n", line)
		line = strings.Repeat("Sömnen reparerar hjärnan på natten. ", 20+i)
		files[fmt.Sprintf("sv/%d%s", i, ending)] = head + fmt.Sprintf("Studien följde följde 1 243 vuxna.\n\n%s\n", line)
	}
	writeAll(t, dir, files)
}

// tvilling is the program itself, as TestMain puts it on the path.
func tvilling(dir string, args ...string) *exec.Cmd {
	cmd := exec.Command("tvilling", args...)
	cmd.Dir = dir
	return cmd
}

func killAfter(t *testing.T, cmd *exec.Cmd, wait time.Duration) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(wait)
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}

func copyTo(t *testing.T, to, from string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}

// leavings are what a killed run may leave: what it was about to put in a file's place.
var leavings = regexp.MustCompile(`^\.tvilling-\d+-\d+$`)

// contents are the files of a folder, without its cache.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == "cache":
			return fs.SkipDir
		case d.IsDir() || leavings.MatchString(d.Name()):
			return nil
		}
		content, err := os.ReadFile(filepath.Join(dir, name))
		out[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// sameFindings checks with what the killed run has left of its cache, and without.
func sameFindings(t *testing.T, dir string) {
	t.Helper()
	with, _ := tvilling(dir, "check", "--cache-dir", "cache", "--format", "jsonl").Output()
	without, _ := tvilling(dir, "check", "--no-cache", "--format", "jsonl").Output()
	if len(with) == 0 || !bytes.Equal(with, without) {
		t.Errorf("with the cache\n%s\nwithout\n%s", with, without)
	}
}
