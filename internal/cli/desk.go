package cli

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"tvilling/internal/check"
	"tvilling/internal/page"
	"tvilling/internal/review"
	"tvilling/internal/serve"
)

// desk is what tvilling serve has before it: the project as it was last read, and
// what was found in its pairs. It is safe for concurrent use.
type desk struct {
	env   env
	flags checkFlags
	args  []string

	notify func() (serve.Watcher, error) // serve.Notify; tests have another

	refreshing sync.Mutex // one reading at a time
	writing    sync.Mutex // one fix at a time

	mu      sync.RWMutex // held for reading while a page is made, so that no reading is closed under it
	now     *reading     // the last that succeeded
	trouble error        // why there is none of what is there now; nil when now is true

	reviews chan struct{} // a place for each review for a page that may run at once
	open    lately
}

func newDesk(e env, f checkFlags, args []string) *desk {
	return &desk{env: e, flags: f, args: args, notify: serve.Notify, reviews: make(chan struct{}, runtime.GOMAXPROCS(0))}
}

func (d *desk) close() {
	d.refreshing.Lock()
	defer d.refreshing.Unlock()
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.now != nil {
		d.now.workspace.close()
		d.now = nil
	}
}

// refresh reads the project again and reviews the pairs that are not as they were.
// It gives the pages that have changed, and the error that keeps the project from
// being read. What has changed is told by content alone, whatever a watcher said.
func (d *desk) refresh(ctx context.Context) (changed []string, err error) {
	d.refreshing.Lock()
	defer d.refreshing.Unlock()
	next, err := d.read(ctx, d.now)
	d.mu.Lock()
	defer d.mu.Unlock()
	before, troubled := d.now, d.trouble
	switch {
	case ctx.Err() != nil:
		if next != nil {
			next.workspace.close()
		}
		return nil, ctx.Err()
	case err != nil:
		d.trouble = err
		if troubled == nil || troubled.Error() != err.Error() {
			changed = before.pages()
		}
		return changed, err
	}
	d.now, d.trouble = next, nil
	next.inherit(before)
	d.open.follow(next)
	if before != nil {
		before.workspace.close()
	}
	if troubled != nil {
		return union(before.pages(), next.pages()), nil
	}
	return next.differs(before), nil
}

func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// load is the article of an entry, laid out when it is asked for first. The caller
// holds d.mu for reading.
func (d *desk) load(ctx context.Context, e *entry) (*page.Article, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.article != nil {
		d.open.touch(e)
		return e.article, nil
	}
	select {
	case d.reviews <- struct{}{}:
		defer func() { <-d.reviews }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	o := d.now.whole().one(e.job)
	if o.err != nil {
		return nil, o.err
	}
	d.now.judge(e.job, o.result)
	a, err := d.now.lay(o.result)
	if err == nil && e.is(o.result) {
		e.article = a
		d.open.touch(e)
	}
	return a, err
}

// is says that a result is of the files as the entry knows them. When it is not,
// they have changed since, and another reading is on its way.
func (e *entry) is(res *check.Result) bool {
	was := e.outcome.result
	return was != nil && bytes.Equal(was.Source.File.Content, res.Source.File.Content) &&
		bytes.Equal(was.Target.File.Content, res.Target.File.Content)
}

// fix makes one fix in the file of a target. It is refused when the file is no
// longer what was read; another reading is then due.
func (d *desk) fix(o serve.Order) error {
	d.writing.Lock()
	defer d.writing.Unlock()
	d.mu.RLock()
	defer d.mu.RUnlock()
	switch {
	case d.now == nil:
		return &serve.Refusal{Reason: "tvilling serve has ended"}
	case d.trouble != nil:
		return &serve.Refusal{Reason: d.trouble.Error()}
	}
	i := slices.IndexFunc(d.now.entries, func(e *entry) bool { return e.job.target.name == o.Target })
	if i < 0 || !d.now.within(d.now.entries[i].job) {
		return serve.ErrNotFound
	}
	was := d.now.entries[i].outcome
	if was.result == nil {
		return &serve.Refusal{Reason: was.err.Error()}
	}
	file, err := review.Repair(was.result, o.Fingerprint, o.Fix)
	if err != nil {
		return &serve.Refusal{Reason: err.Error()}
	}
	err = saveFile(was.result.Target.File, file)
	if errors.Is(err, errChanged) {
		return &serve.Refusal{Reason: o.Target + ": changed meanwhile; nothing was written"}
	}
	return err
}

// within says that the target of a job is one of the project still: a link may have
// come in its place since. Two files that were named lie wherever they lie.
func (r *reading) within(j job) bool {
	if j.asked {
		return true
	}
	info, err := r.workspace.root.Stat(filepath.FromSlash(j.target.path))
	return err == nil && info.Mode().IsRegular()
}
