package cli

import (
	"errors"
	"slices"

	"tvilling/internal/report"
)

// conflicts are the flags that say opposite things or have no effect beside others:
// a flag that is silently passed over would be trusted all the same.
func (f *checkFlags) conflicts() error {
	var errs []error
	complain := func(wrong bool, message string) {
		if wrong {
			errs = append(errs, errors.New(message))
		}
	}
	diff := f.actions.fix.diff
	complain(diff && f.report.format != "", "--diff prints a diff in place of the report; leave out --format")
	complain(diff && len(f.report.outputs) > 0, "--diff prints a diff in place of the report; leave out --output")
	complain(diff && f.report.statistics, "--diff prints a diff in place of the report; leave out --statistics")
	complain(diff && f.actions.suppress.reason != "", "--diff shows what --fix would change and writes nothing; leave out --add-suppressions")
	complain(f.cache.off && f.cache.dir != "", "--no-cache and --cache-dir exclude each other")
	complain(f.learn && f.cache.dir != "", "--learn does without the cache; leave out --cache-dir")
	return errors.Join(append(errs, f.project.valid(), f.since.valid())...)
}

// valid says that only one way to choose the settings is given.
func (f *projectFlags) valid() error {
	if f.noConfig && f.config != "" {
		return errors.New("--config and --no-config exclude each other")
	}
	return nil
}

// valid says that at most one revision is given.
func (f *sinceFlags) valid() error {
	given := 0
	for _, rev := range []string{f.rev, f.mergeBase, f.touched} {
		if rev != "" {
			given++
		}
	}
	if given > 1 {
		return errors.New("--new-from-rev, --new-from-merge-base and --since exclude each other")
	}
	return nil
}

// shows says that --statistics has a format to be shown in.
func (f *reportFlags) shows(to []destination) error {
	if f.statistics && !slices.ContainsFunc(to, func(d destination) bool { return slices.Contains(report.Statistical, d.format.Name) }) {
		return errors.New("--statistics: no format that has room for them is asked for; use text, concise, json or markdown")
	}
	return nil
}
