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

	"tvilling/internal/align"
	"tvilling/internal/config"
	"tvilling/internal/project"
	"tvilling/internal/review"
)

// stampFlags say what is stamped, and where.
type stampFlags struct {
	project  projectFlags
	sections []string
	all      bool
	matter   bool // into the articles' front matter
}

func newStamp(e env) *cobra.Command {
	var f stampFlags
	cmd := &cobra.Command{
		Use:   "stamp PATH…",
		Short: "Record that translations correspond to their sources as they are now",
		Long: `Record that translations correspond to their sources as these are now, section by
section; tvilling status then says what changed since. Stamps go into
` + project.LockName + `, which is to be committed with the translations, or, with
--front-matter or "stamps: front-matter" in the settings, into the translations
themselves, under the key ` + project.MatterKey + `. One that is there is kept up to date there.`,
		Example: `  tvilling stamp content/sv/guide.md
  tvilling stamp content/sv/guide.md --section "How to begin"
  tvilling stamp --all --front-matter`,
		ValidArgsFunction: anyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 0 && !f.all:
				return errors.New("name the translations that are up to date, or give --all")
			case len(args) > 0 && f.all:
				return errors.New("--all stamps every translation; name none beside it")
			}
			w, err := open(e, f.project)
			if err != nil {
				return err
			}
			defer w.close()
			if !cmd.Flags().Changed("front-matter") {
				f.matter = w.config.Stamps == config.FrontMatterStamps
			}
			return w.stamp(cmd.Context(), args, f)
		},
	}
	f.project.add(cmd)
	cmd.Flags().StringArrayVar(&f.sections, "section", nil, "only the section with this `heading` of the source; may be repeated")
	cmd.Flags().BoolVar(&f.all, "all", false, "all translations of the project")
	cmd.Flags().BoolVar(&f.matter, "front-matter", false, "write into the front matter of the translations, not into "+project.LockName)
	return cmd
}

// stamping is a run of tvilling stamp.
type stamping struct {
	*workspace
	flags    stampFlags
	lock     *project.Lock
	sections int // stamped
	articles int
	inMatter int // of articles, those that have it in their front matter
}

func (w *workspace) stamp(ctx context.Context, args []string, f stampFlags) error {
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
	s := &stamping{workspace: w, flags: f, lock: lock}
	before := string(lock.Bytes())
	var failed error
	for _, j := range a.jobs {
		if err := s.pair(j); err != nil { // one that cannot be stamped does not keep the others
			fmt.Fprintf(w.env.stderr, "tvilling: %v\n", err)
			failed = errIncomplete
		}
	}
	if s.sections == 0 && len(f.sections) > 0 && failed == nil {
		return fmt.Errorf("--section: no source has a section %q", strings.Join(f.sections, `" or "`))
	}
	lock.Prune(func(target string) bool {
		_, err := w.root.Stat(filepath.FromSlash(target))
		return err == nil
	})
	if string(lock.Bytes()) != before {
		if err := w.saveLock(lock); err != nil {
			return err
		}
	}
	s.tell()
	return failed
}

// pair stamps one pair: in the translation's front matter when that is asked for or
// has a stamp already, else in the lock.
func (s *stamping) pair(j job) error {
	now, raw, err := s.alignment(j)
	var empty *review.NoText
	if errors.As(err, &empty) || err == nil && untranslated(now) {
		return nil
	}
	if err != nil {
		return err
	}
	n := 0
	if _, there := project.ReadMatter(now.Target.Meta); there || s.flags.matter {
		if n, err = s.matter(j, now, blob(raw)); n > 0 {
			s.inMatter++
		}
	} else {
		n = s.lock.Stamp(j.source.path, j.target.path, now.Source, blob(raw), s.flags.sections)
	}
	if n > 0 {
		s.sections += n
		s.articles++
	}
	return err
}

// matter stamps in the front matter, and takes the stamp out of the lock.
func (s *stamping) matter(j job, now *align.Alignment, revision string) (int, error) {
	old, there := project.ReadMatter(now.Target.Meta)
	if !there {
		locked, _ := s.lock.Get(j.source.path, j.target.path)
		old = locked.Sections
	}
	fresh, n := project.Restamp(old, now.Source, revision, s.flags.sections)
	if n == 0 {
		return 0, nil
	}
	before := now.Target.File
	after, err := project.Matter(before, fresh)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", j.target.name, err)
	}
	if string(before.Content) != string(after.Content) {
		if err := saveFile(before, after); err != nil {
			return 0, err
		}
	}
	s.lock.Forget(j.target.path)
	return n, nil
}

// tell says what was stamped, and where.
func (s *stamping) tell() {
	place := s.name(project.LockName)
	switch s.inMatter {
	case 0:
	case s.articles:
		place = "front matter"
	default:
		place += " and front matter"
	}
	fmt.Fprintf(s.env.stdout, "Stamped %s of %s in %s\n", count(s.sections, "section"), count(s.articles, "translation"), place)
}

// saveLock writes the project's stamps.
func (w *workspace) saveLock(lock *project.Lock) error {
	name := filepath.Join(w.dir, project.LockName)
	if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s: is no ordinary file", w.name(project.LockName))
	}
	return writeFile(name, lock.Bytes())
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
