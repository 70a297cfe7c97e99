// Package project tells which files of a project are pairs, which translations are missing or stale, and what
// is new since a revision. It reads an fs.FS and git output that it is handed.
package project

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"tvilling/internal/config"
)

// Pair is an article and its translation. Paths are relative to the project's
// root, with slashes.
type Pair struct {
	Source, Target string
	Languages      config.Languages
}

// Project is what the patterns of a configuration find. All lists are in order
// of target path.
type Project struct {
	Pairs   []Pair
	Missing []Pair   // the source is there, the target is not
	Orphans []Pair   // the target is there, the source is not
	Faults  []string // files that two pairs claim, and the like: mistakes of the configuration
}

// Find pairs files, which are paths in fsys as git or Files lists them. A file
// belongs to the first of the configuration's pairs that claims it. What is no
// regular file in fsys is passed over: links are followed by fsys alone, so an
// os.Root keeps them inside the project.
func Find(c *config.Config, files []string, fsys fs.FS) *Project {
	f := &finder{
		config: c, fsys: fsys, out: &Project{},
		source: map[string]string{}, target: map[string]string{}, there: map[string]bool{},
	}
	for _, name := range files {
		if fs.ValidPath(name) && !config.MatchAny(c.Exclude, name) {
			f.files = append(f.files, name)
		}
	}
	slices.Sort(f.files)
	f.files = slices.Compact(f.files)
	for _, p := range c.Pairs {
		f.pair(p)
	}
	byTarget := func(a, b Pair) int {
		return cmp.Or(strings.Compare(a.Target, b.Target), strings.Compare(a.Source, b.Source))
	}
	slices.SortFunc(f.out.Pairs, byTarget)
	slices.SortFunc(f.out.Missing, byTarget)
	slices.SortFunc(f.out.Orphans, byTarget)
	return f.out
}

type finder struct {
	config *config.Config
	fsys   fs.FS
	files  []string // sorted
	out    *Project

	source, target map[string]string // what is claimed already → its other half
	there          map[string]bool   // what was looked for in fsys
}

// pair finds the sources and targets of one entry of the configuration.
func (f *finder) pair(p config.Pair) {
	back := p.Finder()
	var sources, targets []string
	for _, name := range f.files {
		if _, ok := back.SourceOf(name); ok {
			targets = append(targets, name)
		} else if ok, _ := doublestar.Match(p.Source, name); ok {
			sources = append(sources, name)
		}
	}
	keyed := f.byKey(p, sources, targets)
	for _, source := range sources {
		if keyed[source] != "" {
			f.claim(p, source, keyed[source])
		}
	}
	for _, source := range sources {
		f.claim(p, source, p.TargetOf(source))
	}
	for _, target := range targets {
		source, _ := back.SourceOf(target)
		if source == target {
			f.faultf("%s: the pair %s → %s makes it its own translation", target, p.Source, p.Target)
			continue
		}
		if f.target[target] == "" && f.source[target] == "" && f.regular(target) {
			f.target[target] = source
			f.out.Orphans = append(f.out.Orphans, Pair{source, target, f.config.Of(p)})
		}
	}
}

// claim makes a pair of a source, or says that its translation is missing.
func (f *finder) claim(p config.Pair, source, target string) {
	if f.source[source] != "" || f.target[source] != "" || !f.regular(source) {
		return
	}
	f.source[source] = target
	pair := Pair{source, target, f.config.Of(p)}
	other := f.target[target]
	switch {
	case config.MatchAny(f.config.Exclude, target):
	case other != "" && p.Key == "":
		f.faultf("%s is the target of both %s and %s", target, other, source)
	case other != "":
		f.out.Missing = append(f.out.Missing, pair)
	case !f.regular(target):
		f.target[target] = source
		f.out.Missing = append(f.out.Missing, pair)
	default:
		f.target[target] = source
		f.out.Pairs = append(f.out.Pairs, pair)
	}
}

func (f *finder) faultf(format string, args ...any) {
	f.out.Faults = append(f.out.Faults, fmt.Sprintf(format, args...))
}

// regular says that a path leads to a file that can be read.
func (f *finder) regular(name string) bool {
	is, known := f.there[name]
	if !known {
		info, err := fs.Stat(f.fsys, name)
		is = err == nil && info.Mode().IsRegular()
		f.there[name] = is
	}
	return is
}

// Files are the paths of all files below the root of fsys, for projects without
// git. Folders that begin with a dot, and those of installed packages, are left out.
func Files(fsys fs.FS) ([]string, error) {
	var out []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == ".":
			return err
		case err != nil:
			return nil // a folder that cannot be read holds nothing to check
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules"):
			return fs.SkipDir
		case !d.IsDir():
			out = append(out, name)
		}
		return nil
	})
	return out, err
}
