package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"tvilling/internal/check"
	"tvilling/internal/config"
	"tvilling/internal/project"
	"tvilling/internal/review"
)

// say writes into the settings, with a reason, suppressions of findings that no
// comment can reach, listed by result of the report, and takes them out of it.
// What has no place there either is told.
func (w *workspace) say(r *check.Report, unsaid [][]check.Finding, reason string) error {
	var all []config.Suppression
	reached := map[int]bool{}
	for i, found := range unsaid {
		res := &r.Results[i]
		list, said := w.judge(res, found, reason)
		all = append(all, list...)
		reached[i] = said > 0
		if rest := len(found) - said; rest > 0 {
			fmt.Fprintf(w.env.stderr, "tvilling: %q: no comment can stand at %s\n", res.Target.File.Name, count(rest, "finding"))
		}
	}
	if len(all) == 0 {
		return nil
	}
	if err := w.append(all); err != nil {
		return fmt.Errorf("%s: %w", w.file, err)
	}
	fmt.Fprintf(w.env.stderr, "tvilling: %q: %s added\n", w.file, count(len(all), "suppression"))
	added := project.NewSuppressions(nil, all)
	for i := range r.Results {
		if reached[i] {
			res := &r.Results[i]
			source, _ := w.path(res.Source.File.Name)
			target, _ := w.path(res.Target.File.Name)
			added.Take(res, source, target, nil)
		}
	}
	return nil
}

// judge are the suppressions of a result's findings, and of how many; none for an
// article outside the project, and none of findings about suppressions.
func (w *workspace) judge(res *check.Result, found []check.Finding, reason string) (list []config.Suppression, said int) {
	path, inside := w.path(res.Target.File.Name)
	if !inside {
		return nil, 0
	}
	for _, f := range found {
		s, ok := project.Judge(f, res, path, reason)
		if !ok || f.Rule == review.SuppressionRule {
			continue
		}
		said++
		if !slices.ContainsFunc(list, func(other config.Suppression) bool { return reflect.DeepEqual(s, other) }) {
			list = append(list, s)
		}
	}
	return list, said
}

// append writes suppressions into the settings file.
func (w *workspace) append(more []config.Suppression) error {
	content, err := config.Append(w.raw, knownNames(), more)
	if err != nil {
		return err
	}
	info, err := os.Lstat(w.file)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return errors.New("is no ordinary file")
	}
	disk, err := w.root.ReadFile(filepath.Base(w.file))
	if err != nil {
		return err
	}
	if !bytes.Equal(disk, w.raw) {
		return errors.New("changed while articles were being checked; nothing was written into it, run again")
	}
	return writeFile(w.file, content)
}
