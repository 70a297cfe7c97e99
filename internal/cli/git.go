package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// git runs git in a folder. It only ever reads: no hook, no external diff and no
// lock that another git would wait for.
type git struct{ dir string }

func (g git) run(ctx context.Context, args ...string) ([]byte, error) {
	var out bytes.Buffer
	err := g.stream(ctx, &out, args...)
	return out.Bytes(), err
}

// stream is run for output that may be large.
func (g git) stream(ctx context.Context, out io.Writer, args ...string) error {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-c", "core.fsmonitor=false", "-c", "core.quotePath=false"}, args...)...)
	cmd.Dir = g.dir
	cmd.Env = append(os.Environ(), "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C")
	var complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = out, &complaint
	if err := cmd.Run(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return errors.New("git is needed for this and is not installed")
		}
		said, _, _ := strings.Cut(strings.TrimSpace(complaint.String()), "\n")
		return fmt.Errorf("git %s: %s (%w)", args[0], strings.TrimPrefix(said, "fatal: "), err)
	}
	return nil
}

// files are the paths below the folder that git knows or would add, ignored ones
// left out; ok is false when the folder is in no repository or git is not there.
func (g git) files(ctx context.Context) (names []string, ok bool) {
	out, err := g.run(ctx, "ls-files", "-co", "--exclude-standard", "-z")
	if err != nil {
		return nil, false
	}
	return fields(out), true
}

// commit is the full name of the commit that a revision names.
func (g git) commit(ctx context.Context, flag, rev string) (string, error) {
	out, err := g.run(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil {
		if _, inside := g.run(ctx, "rev-parse", "--git-dir"); inside != nil {
			return "", fmt.Errorf("%s: %w", flag, inside)
		}
		return "", fmt.Errorf("%s: git knows no revision %q (in CI, is the history fetched?)", flag, rev)
	}
	return strings.TrimSpace(string(out)), nil
}

// fields splits the output of a git command with -z.
func fields(out []byte) []string {
	return strings.FieldsFunc(string(out), func(r rune) bool { return r == 0 })
}
