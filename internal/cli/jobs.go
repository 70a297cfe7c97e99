package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/config"
	"tvilling/internal/parse"
	"tvilling/internal/project"
	"tvilling/internal/text"
)

// job is one pair to be reviewed.
type job struct {
	source, target article
	languages      config.Languages
	settings       config.Settings
	asked          bool // both files were named: whatever keeps them from being compared is an error
}

// article is a file that is going to be read.
type article struct {
	name, path string // as shown; in the project, "" outside
	format     parse.Format
	read       func() ([]byte, error)
}

// agenda is what a run has to do.
type agenda struct {
	jobs             []job // in order of target
	missing, orphans []project.Pair
	faults           []string
}

// stdinName stands for standard input among the arguments.
const stdinName = "-"

// agenda finds the pairs that the arguments mean: two files that the project does
// not know as a pair's are source and target; other paths choose pairs of the
// project; none mean all of it.
func (w *workspace) agenda(ctx context.Context, f checkFlags, stdin io.Reader, args []string) (*agenda, error) {
	over, args, err := overlay(f.stdinFilename, stdin, args)
	if err != nil {
		return nil, err
	}
	if w.root == nil {
		if len(args) != 2 {
			reason := fmt.Errorf("there is %w", errNoProject)
			if w.asked {
				reason = errors.New("--no-config reads no project")
			}
			return nil, fmt.Errorf("accepts 2 arg(s), received %d: name SOURCE and TARGET, for %w", len(args), reason)
		}
		return w.direct(f, over, args)
	}
	all, err := w.pairs(ctx)
	if err != nil {
		return nil, err
	}
	if len(args) == 2 && !w.knows(all, args) {
		return w.direct(f, over, args)
	}
	chosen, err := w.choose(all, args)
	if err != nil {
		return nil, err
	}
	a := &agenda{missing: chosen.Missing, orphans: chosen.Orphans, faults: all.Faults}
	for _, p := range chosen.Pairs {
		j := job{source: w.member(p.Source, over), target: w.member(p.Target, over), languages: p.Languages, settings: w.config.For(p.Source, p.Target)}
		if err := f.pair.override(&j); err != nil {
			return nil, err
		}
		a.jobs = append(a.jobs, j)
	}
	return a, nil
}

// overlay reads standard input for the argument "-" and puts the name that it
// stands for in its place.
func overlay(name string, stdin io.Reader, args []string) (map[string][]byte, []string, error) {
	i := slices.Index(args, stdinName)
	switch {
	case i < 0 && name != "":
		return nil, nil, errors.New("--stdin-filename: no argument is -, standard input")
	case i < 0:
		return nil, args, nil
	case name == "":
		return nil, nil, errors.New("-: say with --stdin-filename which file standard input stands for")
	}
	raw, err := readOpen(stdin, "standard input")
	if err != nil {
		return nil, nil, err
	}
	args = slices.Clone(args)
	args[i] = name
	absolute, err := filepath.Abs(name)
	return map[string][]byte{absolute: raw}, args, err
}

// direct is the pair of two files that were named.
func (w *workspace) direct(f checkFlags, over map[string][]byte, args []string) (*agenda, error) {
	source, target := w.named(args[0], over), w.named(args[1], over)
	j := job{source: source, target: target, languages: w.config.Languages, settings: w.config.For(source.path, target.path), asked: true}
	if err := f.pair.override(&j); err != nil {
		return nil, err
	}
	return &agenda{jobs: []job{j}}, nil
}

// named is a file that the user named, wherever it lies.
func (w *workspace) named(name string, over map[string][]byte) article {
	path, _ := w.path(name)
	a := article{name: name, path: path, format: w.format(name, path), read: func() ([]byte, error) { return readBytes(name) }}
	if absolute, err := filepath.Abs(name); err == nil {
		a.overlaid(over, absolute)
	}
	return a
}

// member is a file of the project.
func (w *workspace) member(path string, over map[string][]byte) article {
	a := article{name: w.name(path), path: path, format: w.format(path, path), read: func() ([]byte, error) { return w.read(path) }}
	a.overlaid(over, filepath.Join(w.dir, filepath.FromSlash(path)))
	return a
}

func (a *article) overlaid(over map[string][]byte, absolute string) {
	if raw, ok := over[absolute]; ok {
		a.read = func() ([]byte, error) { return bytes.Clone(raw), nil }
	}
}

func (w *workspace) format(name, path string) parse.Format {
	if told, err := parse.ParseFormat(w.config.FormatOf(path)); err == nil {
		return told
	}
	return parse.FormatOf(name)
}

// pairs are all pairs of the project.
func (w *workspace) pairs(ctx context.Context) (*project.Project, error) {
	files, ok := git{w.dir}.files(ctx)
	if !ok {
		var err error
		if files, err = project.Files(w.root.FS()); err != nil {
			return nil, err
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, errors.New("interrupted")
	}
	return project.Find(w.config, files, w.root.FS()), nil
}

// knows says that two named files belong to the project, and are not the source
// of one of its pairs and the target of another: those are a pair made up by hand.
func (w *workspace) knows(all *project.Project, args []string) bool {
	a, inside := w.path(args[0])
	b, also := w.path(args[1])
	if !inside || !also {
		return false
	}
	if w.folder(a) || w.folder(b) {
		return true
	}
	side := func(path string) (source, target bool) {
		for _, list := range [][]project.Pair{all.Pairs, all.Missing, all.Orphans} {
			for _, p := range list {
				source, target = source || p.Source == path, target || p.Target == path
			}
		}
		return source, target
	}
	aSource, aTarget := side(a)
	bSource, bTarget := side(b)
	if aSource && bTarget {
		return slices.ContainsFunc(all.Pairs, func(p project.Pair) bool { return p.Source == a && p.Target == b })
	}
	return (aSource || aTarget) && (bSource || bTarget)
}

func (w *workspace) folder(path string) bool {
	info, err := w.root.Stat(filepath.FromSlash(path))
	return err == nil && info.IsDir()
}

// choose are the pairs that have an article at or below one of the paths; all
// for no path. A path where there is none is an error.
func (w *workspace) choose(all *project.Project, args []string) (*project.Project, error) {
	if len(args) == 0 {
		return all, nil
	}
	out := &project.Project{}
	chosen := map[string]bool{} // by target
	for _, arg := range args {
		path, ok := w.path(arg)
		if !ok {
			return nil, fmt.Errorf("%s: lies outside the project of %s", arg, w.file)
		}
		has := func(p project.Pair) bool { return below(p.Source, path) || below(p.Target, path) }
		found := false
		for list, to := range map[*[]project.Pair]*[]project.Pair{&all.Pairs: &out.Pairs, &all.Missing: &out.Missing, &all.Orphans: &out.Orphans} {
			for _, p := range *list {
				if !has(p) {
					continue
				}
				found = true
				if !chosen[p.Target] {
					chosen[p.Target] = true
					*to = append(*to, p)
				}
			}
		}
		if !found {
			return nil, fmt.Errorf("%s: no pair in %s has an article there", arg, w.file)
		}
	}
	for _, list := range [][]project.Pair{out.Pairs, out.Missing, out.Orphans} {
		slices.SortFunc(list, func(a, b project.Pair) int { return strings.Compare(a.Target, b.Target) })
	}
	return out, nil
}

// below says that a file is path or lies in it.
func below(file, path string) bool {
	return path == "." || file == path || strings.HasPrefix(file, path+"/")
}

// unpaired are pairs of which one half is not there, as a report names them.
func (w *workspace) unpaired(pairs []project.Pair) []check.Unpaired {
	var out []check.Unpaired
	for _, p := range pairs {
		out = append(out, check.Unpaired{Source: w.name(p.Source), Target: w.name(p.Target)})
	}
	return out
}

// decode reads an article.
func (a article) decode() (*text.File, []byte, error) {
	raw, err := a.read()
	if err != nil {
		return nil, nil, err
	}
	f, err := text.Decode(a.name, raw)
	return f, raw, err
}
