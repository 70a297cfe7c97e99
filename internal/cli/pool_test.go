package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"

	"tvilling/internal/config"
	"tvilling/internal/parse"
)

// TestOneBadPair stops none of the others: neither an error nor a panic does, and
// what went wrong is told in the order of the pairs.
func TestOneBadPair(t *testing.T) {
	w, jobs, stderr := workOf(t, 6)
	jobs[1].source.read = func() ([]byte, error) { return nil, errors.New("en/1.md: gone") }
	jobs[3].target.read = func() ([]byte, error) { panic("boom") }
	reviewer := &reviewer{resolver: newResolver(w, checkFlags{}), stderr: stderr, slim: true}
	for range 3 {
		stderr.Reset()
		r, failed := w.collect(&agenda{jobs: jobs}, reviewer.all(t.Context(), jobs))
		if len(r.Results) != 4 || r.Partial != "" {
			t.Fatalf("%d results, %q", len(r.Results), r.Partial)
		}
		for i, want := range []string{"0", "2", "4", "5"} {
			if got := r.Results[i].Target.File.Name; got != "sv/"+want+".md" {
				t.Errorf("result %d is of %s", i, got)
			}
			if len(r.Results[i].Findings) != 1 || r.Results[i].Align != nil {
				t.Errorf("%+v", r.Results[i])
			}
		}
		if failed != errBug {
			t.Errorf("failed with %v", failed)
		}
		said := stderr.String()
		if !strings.HasPrefix(said, "tvilling: en/1.md: gone\ntvilling: sv/3.md: internal error: boom\n") {
			t.Errorf("said %s", said)
		}
	}
}

// TestInterrupt ends a run in good order: what was checked is reported, and that
// it is not all.
func TestInterrupt(t *testing.T) {
	w, jobs, stderr := workOf(t, 20*runtime.GOMAXPROCS(0)+10)
	ctx, cancel := context.WithCancel(t.Context())
	read := jobs[5].source.read
	jobs[5].source.read = func() ([]byte, error) { cancel(); return read() }
	reviewer := &reviewer{resolver: newResolver(w, checkFlags{}), stderr: stderr, slim: true}
	r, failed := w.collect(&agenda{jobs: jobs}, reviewer.all(ctx, jobs))
	if len(r.Results) < 6 || len(r.Results) == len(jobs) || failed != errIncomplete {
		t.Errorf("%d results, %v", len(r.Results), failed)
	}
	want := fmt.Sprintf("interrupted: %d of %d pairs were checked", len(r.Results), len(jobs))
	if r.Partial != want || stderr.String() != "tvilling: "+want+"\n" {
		t.Errorf("%q, %q", r.Partial, stderr.String())
	}
}

// workOf are n pairs with one wrong number each.
func workOf(t *testing.T, n int) (*workspace, []job, *bytes.Buffer) {
	t.Helper()
	var out, stderr bytes.Buffer
	e := env{stdout: &out, stderr: &stderr, getenv: os.Getenv}
	w := &workspace{env: e, config: &config.Config{}}
	var jobs []job
	for i := range n {
		file := func(folder, content string) article {
			return article{name: fmt.Sprintf("%s/%d.md", folder, i), format: parse.Markdown, read: func() ([]byte, error) { return []byte(content), nil }}
		}
		jobs = append(jobs, job{
			source:    file("en", "The study followed 1,234 adults in one town.\n"),
			target:    file("sv", "Studien följde 1 243 vuxna i en stad.\n"),
			languages: config.Languages{Source: "en", Target: "sv"},
		})
	}
	return w, jobs, &stderr
}
