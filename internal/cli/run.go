package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/project"
	"tvilling/internal/review"
	"tvilling/internal/text"
)

// errIncomplete is returned by a command that could not do all of its work and
// has said so; errBug when a panic was the reason.
var (
	errIncomplete = errors.New("incomplete")
	errBug        = errors.New("bug")
)

// check reviews what the arguments mean. A pair that fails does not keep the
// others from the report: it is named on standard error, and failed is
// errIncomplete or errBug. err is for mistakes that let nothing be reviewed.
func (w *workspace) check(ctx context.Context, f checkFlags, stdin io.Reader, args []string) (r *check.Report, failed, err error) {
	a, err := w.agenda(ctx, f, stdin, args)
	if err != nil {
		return nil, nil, err
	}
	news, err := w.news(ctx, f.since)
	if err != nil {
		return nil, nil, err
	}
	news.narrow(w, a)
	resolver := newResolver(w, f)
	if err := resolver.prepare(a.jobs); err != nil {
		return nil, nil, err
	}
	asked := len(a.jobs) == 1 && a.jobs[0].asked
	reviewer := &reviewer{resolver: resolver, stderr: w.env.stderr, slim: !asked, gallery: w.gallery}
	if w.gallery != nil {
		w.gallery.key = w.key
	}
	if !asked && !f.cache.off && !f.learn { // what was learned depends on all pairs of the run
		reviewer.cache = openCache(f.cache.dir)
	}
	if f.learn {
		reviewer.learn(ctx, a.jobs)
	}
	outcomes := reviewer.all(ctx, a.jobs)
	reviewer.cache.tidy()
	if asked && outcomes[0].err != nil && !outcomes[0].bug {
		return nil, nil, outcomes[0].err
	}
	judged := w.suppressions()
	sift := func(j job, result *check.Result) {
		judged.take(resolver, j, result)
		news.sift(w, j, result)
	}
	w.again = func(res *check.Result, target *text.File) (*check.Result, error) {
		i := slices.IndexFunc(outcomes, func(o outcome) bool { return o.result != nil && o.result.Target.File == res.Target.File })
		after, err := reviewer.again(a.jobs[i], res.Source.File, target)
		sift(a.jobs[i], after)
		return after, err
	}
	for i := range outcomes {
		sift(a.jobs[i], outcomes[i].result)
	}
	r, failed = w.collect(a, outcomes)
	if len(args) == 0 {
		r.Settings, err = judged.faults(resolver, news, failed == nil && f.whole())
	}
	return r, failed, err
}

// collect makes a report of outcomes and tells what failed.
func (w *workspace) collect(a *agenda, outcomes []outcome) (r *check.Report, failed error) {
	r = &check.Report{Version: Version()}
	told := map[string]bool{}
	fail := func(err error, message string) {
		if failed == nil || err == errBug {
			failed = err
		}
		if !told[message] {
			told[message] = true
			fmt.Fprintf(w.env.stderr, "tvilling: %s\n", message)
		}
	}
	for _, fault := range a.faults {
		fail(errIncomplete, w.file+": "+fault)
	}
	left, missing := 0, slices.Clone(a.missing)
	for i, o := range outcomes {
		var empty *review.NoText
		switch {
		case !o.done:
			left++
		case o.bug:
			fail(errBug, o.err.Error())
		case errors.As(o.err, &empty):
			// A page of front matter alone has nothing to translate; a target of that
			// kind is one that nobody has begun.
			if empty.File.Name == a.jobs[i].target.name {
				missing = append(missing, project.Pair{Source: a.jobs[i].source.path, Target: a.jobs[i].target.path})
			}
		case o.err != nil:
			fail(errIncomplete, o.err.Error())
		default:
			r.Results = append(r.Results, *o.result)
		}
	}
	if left > 0 {
		r.Partial = fmt.Sprintf("interrupted: %d of %d pairs were checked", len(outcomes)-left, len(outcomes))
		fail(errIncomplete, r.Partial)
	}
	slices.SortStableFunc(missing, func(a, b project.Pair) int { return strings.Compare(a.Target, b.Target) })
	r.Missing, r.Orphans = w.unpaired(missing), w.unpaired(a.orphans)
	return r, failed
}
