package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/project"
	"tvilling/internal/report"
	"tvilling/internal/review"
)

type statusFlags struct {
	project  projectFlags
	format   string
	sort     string
	exitCode bool
}

func newStatus(e env) *cobra.Command {
	var f statusFlags
	cmd := &cobra.Command{
		Use:   "status [PATH…]",
		Short: "Show which translations follow their sources",
		Long: `Say of each pair of the project whether its translation follows its source: up to
date, source changed since (which sections and sentences, and what was changed),
not translated, no source.

What was translated is what tvilling stamp recorded, or, without a stamp, the source
as it was when git last saw the section of the translation change. White space, the
marks of emphasis, ways to write one address and shortcode delimiters do not count.`,
		Example: `  tvilling status
  tvilling status content/sv/blog --format markdown --sort changes`,
		ValidArgsFunction: anyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runStatus(cmd.Context(), e, f, args)
		},
	}
	f.project.add(cmd)
	fs := cmd.Flags()
	fs.StringVar(&f.format, "format", "text", "how to print: `text, json, markdown or html`")
	fs.StringVar(&f.sort, "sort", "path", "in which order: `path, state or changes`")
	fs.BoolVar(&f.exitCode, "exit-code", false, "exit with 1 when a source has changed since it was translated")
	complete(cmd, "format", report.StatusFormats()...)
	complete(cmd, "sort", "path", "state", "changes")
	return cmd
}

func runStatus(ctx context.Context, e env, f statusFlags, args []string) error {
	if !slices.Contains(report.StatusFormats(), f.format) {
		return fmt.Errorf("--format: %q is unknown; use %s", f.format, strings.Join(report.StatusFormats(), ", "))
	}
	order, ok := statusOrders[f.sort]
	if !ok {
		return fmt.Errorf("--sort: %q is unknown; use path, state or changes", f.sort)
	}
	w, err := open(e, f.project)
	if err != nil {
		return err
	}
	defer w.close()
	s, failed, err := w.status(ctx, args)
	if err != nil {
		return err
	}
	slices.SortStableFunc(s.Pairs, order)
	if err := report.Status(e.stdout, s, f.format, terminal(e)); err != nil {
		return err
	}
	if failed == nil && f.exitCode && slices.ContainsFunc(s.Pairs, func(p check.PairStatus) bool { return p.State == check.Stale }) {
		return errFindings
	}
	return failed
}

var statusOrders = map[string]func(a, b check.PairStatus) int{
	"path": func(a, b check.PairStatus) int { return strings.Compare(a.Target, b.Target) },
	"state": func(a, b check.PairStatus) int {
		return cmp.Or(cmp.Compare(a.State, b.State), strings.Compare(a.Target, b.Target))
	},
	"changes": func(a, b check.PairStatus) int {
		return cmp.Or(cmp.Compare(b.Sentences(), a.Sentences()), strings.Compare(a.Target, b.Target))
	},
}

// status looks at every pair that the arguments choose.
func (w *workspace) status(ctx context.Context, args []string) (s *check.Status, failed, err error) {
	if w.root == nil {
		return nil, nil, errNoProject
	}
	a, err := w.agenda(ctx, checkFlags{}, nil, args)
	if err != nil {
		return nil, nil, err
	}
	lock, err := w.lock()
	if err != nil {
		return nil, nil, err
	}
	pairs := make([]check.PairStatus, len(a.jobs))
	errs := make([]error, len(a.jobs))
	parallel(ctx, len(a.jobs), func(i int) { pairs[i], errs[i] = w.follow(ctx, a.jobs[i], lock) })
	if ctx.Err() != nil {
		return nil, nil, errors.New("interrupted")
	}
	s = &check.Status{Version: Version()}
	for i, p := range pairs {
		if errs[i] != nil {
			fmt.Fprintf(w.env.stderr, "tvilling: %v\n", errs[i])
			failed = errIncomplete
			continue
		}
		s.Pairs = append(s.Pairs, p)
	}
	for _, p := range a.missing {
		s.Pairs = append(s.Pairs, check.PairStatus{Source: w.name(p.Source), Target: w.name(p.Target), State: check.Untouched})
	}
	for _, p := range a.orphans {
		s.Pairs = append(s.Pairs, check.PairStatus{Source: w.name(p.Source), Target: w.name(p.Target), State: check.Orphan})
	}
	return s, failed, nil
}

// follow looks at one pair.
func (w *workspace) follow(ctx context.Context, j job, lock *project.Lock) (p check.PairStatus, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: internal error: %v", j.target.name, r)
		}
	}()
	p = check.PairStatus{Source: j.source.name, Target: j.target.name}
	now, _, err := w.alignment(j)
	var empty *review.NoText
	switch {
	case errors.As(err, &empty) && empty.File.Name == j.target.name:
		p.State = check.Untouched
		return p, nil
	case errors.As(err, &empty):
		return p, nil // nothing to translate
	case err != nil:
		return p, err
	}
	p.Of = len(now.Source.Sections)
	if untranslated(now) {
		p.State = check.Untouched
		return p, nil
	}
	h := &history{ctx: ctx, git: git{w.dir}, options: j.options(), source: j.source.path, target: now.Target.File,
		bases: map[string]*project.Base{}, blobs: map[string]*align.Alignment{}}
	stamp, stamped := h.recorded(now, j.target.path, lock)
	p.Stamped = stamped
	p.State, p.Sections = h.state(now, j.target.path, stamp, stamped)
	return p, nil
}

// options are how a job's articles are read, without any rules.
func (j job) options() review.Options {
	return review.Options{SourceLang: j.languages.Source, TargetLang: j.languages.Target, SourceFormat: j.source.format, TargetFormat: j.target.format}
}

// alignment aligns a job's articles; raw is the source as it was read.
func (w *workspace) alignment(j job) (a *align.Alignment, raw []byte, err error) {
	source, raw, errSource := j.source.decode()
	target, _, errTarget := j.target.decode()
	if err := errors.Join(errSource, errTarget); err != nil {
		return nil, nil, err
	}
	a, err = review.Align(source, target, j.options())
	return a, raw, err
}

// untranslated says that the target is a copy of its source on which nobody has
// begun: nine tenths of its prose are in the source's language.
func untranslated(a *align.Alignment) bool {
	pass := check.NewPass(a)
	all, left := 0, 0
	for _, b := range a.Target.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup {
			continue
		}
		all += len(b.Prose.Text)
		if pass.Untranslated(b) {
			left += len(b.Prose.Text)
		}
	}
	return all > 0 && left*10 >= all*9
}
