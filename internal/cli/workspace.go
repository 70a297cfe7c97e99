package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tvilling/internal/config"
	"tvilling/internal/rules"
	"tvilling/internal/term"
)

// projectFlags are the flags of every command that works on a project.
type projectFlags struct {
	config   string
	noConfig bool
}

func (f *projectFlags) add(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringVar(&f.config, "config", "", "the project's settings; "+config.Name+" in this folder or one above when not given (`file`)")
	fs.BoolVar(&f.noConfig, "no-config", false, "read no settings")
}

// workspace is where a command works: the project, if there is one, and the
// folder the user stands in.
type workspace struct {
	env    env
	cwd    string
	config *config.Config // never nil
	file   string         // the configuration's name as shown; "" without a project
	dir    string         // the project's root, absolute; "" without a project
	root   *os.Root       // nil without a project; nothing outside it can be reached through it
	raw    []byte         // the configuration as written
	asked  bool           // there is no project because --no-config asks for none
	again  reviewAgain    // set by check, for its results

	gallery *gallery // what check gathers for review pages; nil for nothing
}

// errNoProject is returned by open commands that need a project and find none.
var errNoProject = fmt.Errorf("no %s here or in a folder above; write one with tvilling init", config.Name)

// open finds and reads the project's settings. Without any, the workspace has
// the defaults and no root.
func open(e env, f projectFlags) (*workspace, error) {
	if err := f.valid(); err != nil {
		return nil, err
	}
	cwd, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	w := &workspace{env: e, cwd: cwd, config: &config.Config{}}
	if f.noConfig {
		w.asked = true
		return w, nil
	}
	file := f.config
	if file == "" {
		if file = discover(cwd); file == "" {
			return w, nil
		}
	}
	file, err = filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	w.file, w.dir = w.shown(file), filepath.Dir(file)
	if w.raw, err = readBytes(w.file); err != nil {
		return nil, err
	}
	if w.config, err = config.Read(w.file, w.raw, knownNames()); err != nil {
		return nil, err
	}
	w.root, err = os.OpenRoot(w.dir)
	return w, err
}

func (w *workspace) close() {
	if w.root != nil {
		w.root.Close()
	}
}

// knownNames are the rules and built-in glossaries that a configuration may name.
func knownNames() config.Names {
	n := config.Names{Glossaries: term.Builtins()}
	for _, r := range rules.All() {
		n.Rules = append(n.Rules, r.ID)
	}
	return n
}

// discover is the configuration in a folder or the nearest above it; "" when there
// is none. It looks no further than the top of a git repository.
func discover(dir string) string {
	for {
		file := filepath.Join(dir, config.Name)
		if info, err := os.Stat(file); err == nil && !info.IsDir() {
			return file
		}
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil || filepath.Dir(dir) == dir {
			return ""
		}
		dir = filepath.Dir(dir)
	}
}

// shown is an absolute path as the user would write it: from the folder he stands in.
func (w *workspace) shown(file string) string {
	if rel, err := filepath.Rel(w.cwd, file); err == nil {
		return rel
	}
	return file
}

// name is a path of the project as the user would write it.
func (w *workspace) name(path string) string {
	return w.shown(filepath.Join(w.dir, filepath.FromSlash(path)))
}

// path is what the user wrote as a path of the project, with slashes; ok is false
// when it lies outside.
func (w *workspace) path(name string) (path string, ok bool) {
	if w.root == nil {
		return "", false
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(w.cwd, name)
	}
	rel, err := filepath.Rel(w.dir, name)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// read reads a file of the project, and none outside it.
func (w *workspace) read(path string) ([]byte, error) {
	file, err := w.root.Open(filepath.FromSlash(path))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: no such file", w.name(path))
	case err != nil:
		return nil, fmt.Errorf("%s: %w", w.name(path), errors.Unwrap(err))
	}
	defer file.Close()
	return readOpen(file, w.name(path))
}

// baseline is the file of known findings that the settings name; "" for none.
func (w *workspace) baseline() (string, error) {
	if w.config.Baseline == "" {
		return "", nil
	}
	name := w.name(w.config.Baseline)
	if _, err := w.root.Stat(filepath.FromSlash(w.config.Baseline)); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("%s: the baseline %s is not there; make it with tvilling baseline create", w.file, name)
		}
		return "", fmt.Errorf("%s: baseline: %w", w.file, err)
	}
	return name, nil
}
