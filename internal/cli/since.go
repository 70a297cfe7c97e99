package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tvilling/internal/check"
	"tvilling/internal/project"
)

// sinceFlags ask for no more than what is new.
type sinceFlags struct{ rev, mergeBase, touched string }

func (f *sinceFlags) add(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringVar(&f.rev, "new-from-rev", "", "only findings whose passage, in source or target, was changed since this `revision`")
	fs.StringVar(&f.mergeBase, "new-from-merge-base", "", "the same, since this branch and `revision` parted")
	fs.StringVar(&f.touched, "since", "", "only pairs of which an article was changed since this `revision`, with all their findings")
}

// news is what was changed since a revision. The nil news lets everything pass.
type news struct {
	top      string // of the work tree, without symbolic links
	changes  *project.Changes
	commit   string // since which
	passages bool   // findings have to lie in what was changed, not only their pair
}

// news asks git what was changed; nil when no flag asks for it.
func (w *workspace) news(ctx context.Context, f sinceFlags) (*news, error) {
	flag, rev := "--new-from-rev", f.rev
	if f.mergeBase != "" {
		flag, rev = "--new-from-merge-base", f.mergeBase
	}
	if f.touched != "" {
		flag, rev = "--since", f.touched
	}
	if rev == "" {
		return nil, nil
	}
	g := git{w.dir}
	commit, err := g.commit(ctx, flag, rev)
	if err != nil {
		return nil, err
	}
	if f.mergeBase != "" {
		out, err := g.run(ctx, "merge-base", commit, "HEAD")
		if err != nil {
			return nil, fmt.Errorf("%s: %s and HEAD have nothing in common (in CI, is the history fetched?)", flag, rev)
		}
		commit = strings.TrimSpace(string(out))
	}
	n := &news{passages: f.touched == "", commit: commit}
	if n.top, err = g.top(ctx); err != nil {
		return nil, err
	}
	n.changes, err = git{n.top}.changes(ctx, commit)
	return n, err
}

// top is the top folder of the work tree.
func (g git) top(ctx context.Context) (string, error) {
	out, err := g.run(ctx, "rev-parse", "--show-toplevel")
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(strings.TrimSuffix(string(out), "\n"))
}

// changes are the differences of the work tree, with files that git does not know
// yet, from a commit. The folder must be the top one.
func (g git) changes(ctx context.Context, commit string) (*project.Changes, error) {
	untracked, err := g.run(ctx, "ls-files", "-o", "--exclude-standard", "-z")
	if err != nil {
		return nil, err
	}
	out, in := io.Pipe()
	var changes *project.Changes
	done := make(chan error)
	go func() {
		var err error
		changes, err = project.ReadDiff(out, fields(untracked))
		_ = out.CloseWithError(errors.Join(err, io.ErrClosedPipe)) // so that git does not wait for a reader
		done <- err
	}()
	err = g.stream(ctx, in, "diff", "--unified=0", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--text",
		"--ignore-submodules", "--src-prefix=a/", "--dst-prefix=b/", commit, "--")
	_ = in.CloseWithError(errOrEOF(err))
	return changes, errors.Join(err, <-done)
}

func errOrEOF(err error) error {
	if err == nil {
		return io.EOF
	}
	return err
}

// path is an article's path in the work tree; "" when it lies elsewhere.
func (n *news) path(w *workspace, a article) string {
	absolute := a.name
	if !filepath.IsAbs(absolute) {
		absolute = filepath.Join(w.cwd, absolute)
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(absolute))
	if err != nil {
		return ""
	}
	rel, err := filepath.Rel(n.top, filepath.Join(folder, filepath.Base(absolute)))
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(os.PathSeparator)) {
		return ""
	}
	return filepath.ToSlash(rel)
}

// narrow leaves on the agenda what was touched.
func (n *news) narrow(w *workspace, a *agenda) {
	if n == nil {
		return
	}
	touched := func(x article) bool { return n.changes.Touched(n.path(w, x)) }
	a.jobs = slices.DeleteFunc(a.jobs, func(j job) bool { return !touched(j.source) && !touched(j.target) })
	untouched := func(p project.Pair) bool {
		return !touched(article{name: w.name(p.Source)}) && !touched(article{name: w.name(p.Target)})
	}
	a.missing = slices.DeleteFunc(a.missing, untouched)
	a.orphans = slices.DeleteFunc(a.orphans, untouched)
}

// sift leaves in a result what is new.
func (n *news) sift(w *workspace, j job, r *check.Result) {
	if n == nil || !n.passages || r == nil {
		return
	}
	source, target := n.path(w, j.source), n.path(w, j.target)
	r.Findings = slices.DeleteFunc(slices.Clone(r.Findings), func(f check.Finding) bool { return !n.changes.New(f, r, source, target) })
}

// forget takes out what a baseline has and the report has not: of the findings
// that are not new, most were never looked for.
func (f *sinceFlags) forget(r *check.Report) {
	if *f == (sinceFlags{}) {
		return
	}
	for i := range r.Results {
		r.Results[i].Fixed = nil
	}
}
