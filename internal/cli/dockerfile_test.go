package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDockerfile holds what can be held without building the image: the build is
// the one that TestActionBuilds runs, with the Go that go.mod asks for, what is
// copied exists, and the program is copied from where it was built to.
func TestDockerfile(t *testing.T) {
	content, err := os.ReadFile("../../Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	dockerfile := string(content)
	build := strings.TrimSuffix(actionSteps(t)["Build tvilling"].Run, ` -o "$RUNNER_TEMP/tvilling-bin/" ./cmd/tvilling`)
	if !strings.Contains(dockerfile, "\nRUN "+build+" -o /tvilling ./cmd/tvilling\n") {
		t.Errorf("it does not build as action.yml does: %s", build)
	}
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	version := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindStringSubmatch(string(mod))[1]
	if !strings.HasPrefix(regexp.MustCompile(`(?m)^FROM golang:(\S+)`).FindStringSubmatch(dockerfile)[1], version+"-") {
		t.Errorf("it builds with another Go than %s", version)
	}
	known := map[string]bool{"FROM": true, "WORKDIR": true, "COPY": true, "RUN": true, "ENTRYPOINT": true, "CMD": true}
	for _, line := range strings.Split(strings.TrimSpace(dockerfile), "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		if !known[words[0]] {
			t.Errorf("no instruction is called %s", words[0])
		}
		if words[0] != "COPY" || words[1] == "--from=build" {
			continue
		}
		for _, source := range words[1 : len(words)-1] {
			if _, err := os.Stat(filepath.Join("../..", source)); err != nil {
				t.Error(err)
			}
		}
	}
	if !strings.Contains(dockerfile, "COPY --from=build /tvilling /usr/local/bin/tvilling") {
		t.Error("the program is not copied from where it was built")
	}
}
