package cli

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// step is one of action.yml that runs a script.
type step struct {
	Name, If, Run, Shell string
	Env                  map[string]string
}

// actionSteps are the steps of action.yml with a script, by name. None may have an
// expression in its script: what users give would be read as shell.
func actionSteps(t *testing.T) map[string]step {
	t.Helper()
	content, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	var action struct {
		Runs struct{ Steps []step }
	}
	if err := yaml.Unmarshal(content, &action); err != nil {
		t.Fatal(err)
	}
	out := map[string]step{}
	for _, s := range action.Runs.Steps {
		if strings.Contains(s.Run, "${{") || s.Run != "" && s.Shell != "bash" {
			t.Errorf("%s: an expression in a script, or no shell", s.Name)
		}
		out[s.Name] = s
	}
	return out
}

// run runs a step's script as the runner does, in a folder, with values for its
// environment, all of which have to be those that it declares.
func (s step) run(t *testing.T, dir string, values map[string]string) (output string, status int) {
	t.Helper()
	cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", s.Run)
	cmd.Dir, cmd.Env = dir, os.Environ()
	for name := range s.Env {
		cmd.Env = append(cmd.Env, name+"=")
	}
	for name, value := range values {
		if _, declared := s.Env[name]; !declared && !strings.HasPrefix(name, "RUNNER_") {
			t.Fatalf("%s declares no %s", s.Name, name)
		}
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	out, err := cmd.CombinedOutput()
	if err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

// TestActionChecks runs the last step of action.yml with inputs of all kinds.
func TestActionChecks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the runner's bash is another there")
	}
	check := actionSteps(t)
	temp := t.TempDir()
	install(t, temp)
	site := filepath.Join(t.TempDir(), "a site")
	writeAll(t, site, map[string]string{
		".tvilling.yaml": "languages: {source: en, target: sv}\npairs: [{source: \"en/*\", target: \"sv/{path}\"}]\n",
		"en/två ord.md":  "The study followed 1,234 adults.\n",
		"sv/två ord.md":  "Studien följde 1 243 vuxna.\n",
		"en/-x.md":       "The study followed 1,234 adults.\n",
		"sv/-x.md":       "Studien följde 1 234 vuxna.\n",
	})
	t.Chdir(site)
	repository(t)
	for _, c := range []struct {
		shows       string
		args        string
		base, sarif string
		says        string
		status      int
	}{
		{shows: "the whole project", says: "in 2 pairs", status: exitFindings},
		{shows: "words", args: " --exit-zero   --format concise ", says: "[number]"},
		{shows: "one a line", args: "--exit-zero\nsv/två ord.md\n", says: "in 1 pair"},
		{shows: "a leading dash", args: "--\n./sv/-x.md\n", says: "No findings in 1 pair"},
		{shows: "nothing new", base: "main", says: "No findings in 0 pairs"},
		{shows: "SARIF, also after --", args: "--\n./sv/-x.md\n", sarif: "out dir.sarif", says: "No findings in 1 pair"},
		{shows: "a command", args: "$(touch owned) `touch owned` ; touch owned", says: "no pair", status: exitUsage},
		{shows: "a command in a line", args: "; touch owned\n$(touch owned)\n", says: "no such file", status: exitUsage},
		{shows: "a pattern", args: "*", says: "tvilling: *: no pair", status: exitUsage},
		{shows: "a command for a ref", base: "main;touch owned", says: "git knows no revision", status: exitUsage},
		{shows: "a flag for a ref", base: "--output=x", says: "git knows no revision", status: exitUsage},
	} {
		out, status := check["Check translations"].run(t, site, map[string]string{"RUNNER_TEMP": temp, "ARGS": c.args, "BASE": c.base, "SARIF": c.sarif})
		if status != c.status || !strings.Contains(out, c.says) {
			t.Errorf("%s: exit status %d\n%s", c.shows, status, out)
		}
	}
	if _, err := os.Stat(filepath.Join(site, "out dir.sarif")); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(site, "owned")); err == nil {
		t.Error("an input was run as a command")
	}
}

// TestActionBuilds runs the step of action.yml that builds, and what it has built.
func TestActionBuilds(t *testing.T) {
	if testing.Short() || runtime.GOOS == "windows" {
		t.Skip("it takes a while")
	}
	temp := t.TempDir()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	if out, status := actionSteps(t)["Build tvilling"].run(t, root, map[string]string{"RUNNER_TEMP": temp}); status != 0 {
		t.Fatal(out)
	}
	out, err := exec.Command(filepath.Join(temp, "tvilling-bin", "tvilling"), "version").CombinedOutput()
	if err != nil || !strings.HasPrefix(string(out), "tvilling ") {
		t.Errorf("%s%v", out, err)
	}
}

// TestActionDownloads runs the step of action.yml that fetches a release, from a
// server that has what .goreleaser.yaml makes; one with another checksum is refused.
func TestActionDownloads(t *testing.T) {
	if _, err := exec.LookPath("curl"); err != nil || runtime.GOOS != "linux" {
		t.Skip("no curl, or another kind of archive")
	}
	const name = "tvilling_1.2.0_linux_amd64.tar.gz"
	archive := packed(t, "tvilling", "#!/bin/sh\necho downloaded \"$@\"\n")
	sum := fmt.Sprintf("%x  %s\n", sha256.Sum256(archive), name)
	files := map[string]string{"/v1.2.0/" + name: string(archive), "/v1.2.0/checksums.txt": sum,
		"/v6.6.6/tvilling_6.6.6_linux_amd64.tar.gz": string(archive), "/v6.6.6/checksums.txt": strings.Replace(sum, "1.2.0", "6.6.6", 1)[1:]}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		content, ok := files[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
		}
		fmt.Fprint(w, content)
	}))
	defer server.Close()
	steps := actionSteps(t)
	for version, want := range map[string]bool{"1.2.0": true, "v1.2.0": true, "6.6.6": false, "9.9.9": false, "../1.2.0": false, "$(id)": false} {
		temp := t.TempDir()
		out, status := steps["Download tvilling"].run(t, t.TempDir(), map[string]string{"RUNNER_TEMP": temp, "RUNNER_OS": "Linux", "RUNNER_ARCH": "X64",
			"VERSION": version, "RELEASES": server.URL})
		if (status == 0) != want {
			t.Errorf("%s: exit status %d\n%s", version, status, out)
		}
		if !want {
			continue
		}
		out, _ = steps["Check translations"].run(t, t.TempDir(), map[string]string{"RUNNER_TEMP": temp, "ARGS": "a b"})
		if out != "downloaded check a b\n" {
			t.Errorf("%s: %s", version, out)
		}
	}
}

func packed(t *testing.T, name, content string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	w := tar.NewWriter(z)
	if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o755, Size: int64(len(content))}); err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(w, content)
	if w.Close() != nil || z.Close() != nil {
		t.Fatal("no archive")
	}
	return out.Bytes()
}

// install puts the program where the action expects it.
func install(t *testing.T, temp string) {
	t.Helper()
	self, err := exec.LookPath("tvilling")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(temp, "tvilling-bin"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(self, filepath.Join(temp, "tvilling-bin", "tvilling")); err != nil {
		t.Fatal(err)
	}
}

func writeAll(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
