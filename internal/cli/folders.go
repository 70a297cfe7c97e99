package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"tvilling/internal/serve"
	"tvilling/internal/term"
)

// folders are those in which something may change what is found: where articles,
// glossaries, the settings and the baseline lie, where the patterns of the settings
// look for articles, and those above them in the project.
func (r *reading) folders() []string {
	w := r.workspace
	var out []string
	file := func(name string) {
		if !filepath.IsAbs(name) {
			name = filepath.Join(w.cwd, name)
		}
		out = append(out, w.upward(filepath.Dir(name))...)
		if real, err := filepath.EvalSymlinks(name); err == nil && real != name {
			out = append(out, filepath.Dir(real))
		}
	}
	for _, e := range r.entries {
		file(e.job.source.name)
		file(e.job.target.name)
	}
	for _, name := range r.glossaryFiles() {
		file(name)
	}
	if r.known != nil {
		file(r.known.file)
	}
	if w.root != nil {
		file(w.file)
	}
	if w.root != nil && !r.asked() {
		for _, p := range w.config.Pairs {
			for _, pattern := range []string{p.Source, p.Target} {
				out = append(out, serve.Folders(filepath.Join(w.dir, filepath.FromSlash(fixed(pattern))))...)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// upward are a folder and, in the project, those above it to its root.
func (w *workspace) upward(dir string) []string {
	out := []string{dir}
	for w.root != nil && dir != w.dir && strings.HasPrefix(dir, w.dir+string(filepath.Separator)) {
		dir = filepath.Dir(dir)
		out = append(out, dir)
	}
	return out
}

// fixed are the folders at the beginning of a pattern or template that stand for themselves.
func fixed(pattern string) string {
	plain := pattern
	if i := strings.IndexAny(pattern, "*?[{"); i >= 0 {
		plain = pattern[:i]
	}
	return plain[:strings.LastIndex(plain, "/")+1]
}

// glossaryFiles are the glossaries that are files, as the user would write them.
func (r *reading) glossaryFiles() []string {
	var out []string
	for name := range r.reviewer.resolver.glossaries {
		file, flag := strings.CutPrefix(name, fromFlag)
		switch {
		case term.IsBuiltin(file):
		case flag:
			out = append(out, file)
		default:
			out = append(out, r.workspace.name(file))
		}
	}
	return out
}

// asked says that the reading is of two files that were named.
func (r *reading) asked() bool { return len(r.entries) == 1 && r.entries[0].job.asked }
