package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tvilling/internal/project"
	"tvilling/internal/review"
)

func newStamp(e env) *cobra.Command {
	var f projectFlags
	var sections []string
	var all bool
	cmd := &cobra.Command{
		Use:   "stamp PATH…",
		Short: "Record that translations correspond to their sources as they are now",
		Long: `Record in ` + project.LockName + ` that translations correspond to their sources as
these are now, section by section; tvilling status then says what changed since.
Commit that file with the translations.`,
		Example: `  tvilling stamp content/sv/guide.md
  tvilling stamp content/sv/guide.md --section "How to begin"
  tvilling stamp --all`,
		ValidArgsFunction: anyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && !all {
				return errors.New("name the translations that are up to date, or give --all")
			}
			w, err := open(e, f)
			if err != nil {
				return err
			}
			defer w.close()
			return w.stamp(cmd.Context(), args, sections)
		},
	}
	f.add(cmd)
	cmd.Flags().StringArrayVar(&sections, "section", nil, "only the section with this `heading` of the source; may be repeated")
	cmd.Flags().BoolVar(&all, "all", false, "all translations of the project")
	return cmd
}

func (w *workspace) stamp(ctx context.Context, args, sections []string) error {
	if w.root == nil {
		return errNoProject
	}
	a, err := w.agenda(ctx, checkFlags{}, nil, args)
	if err != nil {
		return err
	}
	lock, err := w.lock()
	if err != nil {
		return err
	}
	n, articles := 0, 0
	for _, j := range a.jobs {
		now, raw, err := w.alignment(j)
		var empty *review.NoText
		if errors.As(err, &empty) || err == nil && untranslated(now) {
			continue
		}
		if err != nil {
			return err
		}
		if stamped := lock.Stamp(j.source.path, j.target.path, now.Source, blob(raw), sections); stamped > 0 {
			n += stamped
			articles++
		}
	}
	if n == 0 && len(sections) > 0 {
		return fmt.Errorf("--section: no source has a section %q", strings.Join(sections, `" or "`))
	}
	lock.Prune(func(target string) bool {
		_, err := w.root.Stat(filepath.FromSlash(target))
		return err == nil
	})
	name := filepath.Join(w.dir, project.LockName)
	if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s: is no ordinary file", w.name(project.LockName))
	}
	if err := writeFile(name, lock.Bytes()); err != nil {
		return err
	}
	fmt.Fprintf(w.env.stdout, "Stamped %s of %s in %s\n", count(n, "section"), count(articles, "translation"), w.name(project.LockName))
	return nil
}

// lock reads the project's stamps.
func (w *workspace) lock() (*project.Lock, error) {
	raw, err := w.root.ReadFile(project.LockName)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	l, err := project.ReadLock(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", w.name(project.LockName), err)
	}
	return l, nil
}
