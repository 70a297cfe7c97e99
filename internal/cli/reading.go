package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"runtime/debug"
	"slices"
	"sync"

	"tvilling/internal/check"
	"tvilling/internal/page"
	"tvilling/internal/project"
)

// reading is the project as it was read once; it does not change but for the
// articles of its entries that are laid out.
type reading struct {
	workspace *workspace
	agenda    *agenda
	reviewer  *reviewer
	news      *news
	known     *ledger
	judging   sync.Mutex        // of judged, which counts what it hits
	judged    *judgements       // the suppressions of the settings; nil for none
	entries   []*entry          // one a job, in order
	at        map[string]*entry // by page
	report    *check.Report
	failures  string // what could not be checked, in lines
}

// entry is one pair.
type entry struct {
	job     job
	page    string // the path of its page
	key     string // of all that its findings depend on
	outcome outcome

	mu      sync.Mutex
	article *page.Article // laid out; nil until its page is asked for
}

// front is the page of what is served as a whole.
const front = "/"

// read reads the project. Entries of the reading before that nothing has changed
// for are taken over.
func (d *desk) read(ctx context.Context, before *reading) (r *reading, err error) {
	e := d.env
	e.stderr = io.Discard // what fails is shown on the pages
	w, err := open(e, d.flags.project)
	if err != nil {
		return nil, err
	}
	defer func() {
		if p := recover(); p != nil { // our bug; the files that bring it may be mended
			err = fmt.Errorf("internal error: %v\n\nThis is a bug in tvilling. Please report it with this text:\n%s", p, debug.Stack())
		}
		if err != nil {
			w.close()
		}
	}()
	r = &reading{workspace: w, at: map[string]*entry{}}
	if r.agenda, err = w.agenda(ctx, d.flags, nil, d.args); err != nil {
		return nil, err
	}
	if r.news, err = w.news(ctx, d.flags.since); err != nil {
		return nil, err
	}
	r.news.narrow(w, r.agenda)
	r.judged = w.suppressions()
	if err := r.prepare(d.flags, before); err != nil {
		return nil, err
	}
	r.enter(before)
	r.review(ctx, d.flags, before, d.open.pages())
	var failures bytes.Buffer
	w.env.stderr = &failures
	outcomes := make([]outcome, len(r.entries))
	for i, e := range r.entries {
		outcomes[i] = e.outcome
	}
	r.report, _ = w.collect(r.agenda, outcomes)
	r.report.Compared = r.known != nil
	r.failures = failures.String()
	return r, nil
}

// prepare reads the glossaries and the baseline.
func (r *reading) prepare(f checkFlags, before *reading) error {
	resolver := newResolver(r.workspace, f)
	if before != nil {
		resolver.before = before.reviewer.resolver.glossaries
	}
	if err := resolver.prepare(r.agenda.jobs); err != nil {
		return err
	}
	r.reviewer = &reviewer{resolver: resolver, stderr: io.Discard, slim: true}
	if !f.cache.off && !f.learn {
		r.reviewer.cache = openCache(f.cache.dir)
	}
	file, err := f.actions.baseline, error(nil)
	if file == "" {
		file, err = r.workspace.baseline()
	}
	if file == "" || err != nil {
		return err
	}
	r.known, err = openLedger(file, f.sel, f.ignore)
	return err
}

// enter makes the entries, those taken over with what was found.
func (r *reading) enter(before *reading) {
	old := map[string]*entry{}
	if before != nil {
		old = before.at
	}
	for _, j := range r.agenda.jobs {
		e := &entry{job: j, page: "/pair/" + j.target.path}
		if j.asked {
			e.page = front
		}
		r.entries = append(r.entries, e)
		r.at[e.page] = e
	}
	parallel(context.Background(), len(r.entries), func(i int) { r.entries[i].key = r.key(r.entries[i].job) })
	if r.reviewer.resolver.flags.learn { // what one pair teaches, all are reviewed with
		all := ""
		for _, e := range r.entries {
			all += e.key
		}
		for _, e := range r.entries {
			e.key += checksum([]byte(all))
		}
	}
	for _, e := range r.entries {
		if was := old[e.page]; was != nil && was.key == e.key {
			e.outcome = was.outcome
		}
	}
}

// inherit takes over the articles of the reading before, which nobody uses any more.
func (r *reading) inherit(before *reading) {
	if before == nil {
		return
	}
	for _, e := range r.entries {
		if was := before.at[e.page]; was != nil && was.key == e.key {
			e.article = was.article
		}
	}
}

// key is a hash of all that the findings of a job depend on, as it is now.
func (r *reading) key(j job) string {
	p, err := r.reviewer.resolver.plan(j.settings)
	if err != nil {
		return err.Error() // cannot be: prepare has made it
	}
	source, errSource := j.source.read()
	target, errTarget := j.target.read()
	if err := errors.Join(errSource, errTarget); err != nil {
		return err.Error()
	}
	key := (&cache{}).key(j, p, source, target) + checksum(r.workspace.raw)
	if r.known != nil {
		key += r.known.sum
	}
	if r.news != nil {
		key += r.news.commit
	}
	return key
}

// review reviews the entries that have not been taken over. Those whose pages are
// likely to be asked for next, since they were before, are laid out too.
func (r *reading) review(ctx context.Context, f checkFlags, before *reading, open map[string]bool) {
	var wanted, others []*entry
	for _, e := range r.entries {
		switch {
		case e.outcome.done:
		case open[e.page] || len(r.entries) == 1:
			wanted = append(wanted, e)
		default:
			others = append(others, e)
		}
	}
	switch {
	case f.learn && len(wanted)+len(others) > 0:
		r.reviewer.learn(ctx, r.agenda.jobs)
	case f.learn && before != nil:
		r.reviewer.learned = before.reviewer.learned
	}
	r.take(ctx, others, r.reviewer)
	r.take(ctx, wanted, r.whole())
	for _, e := range wanted {
		if res := e.outcome.result; res != nil {
			e.article, _ = r.lay(res) // an error comes again when the page is asked for
			e.outcome.result = project.Slim(res)
		}
	}
}

// take has entries reviewed.
func (r *reading) take(ctx context.Context, entries []*entry, by *reviewer) {
	var jobs []job
	for _, e := range entries {
		jobs = append(jobs, e.job)
	}
	for i, o := range by.all(ctx, jobs) {
		entries[i].outcome = o
		r.judge(entries[i].job, o.result)
	}
}

// whole is a reviewer whose results have their alignment, which no cache keeps.
func (r *reading) whole() *reviewer {
	w := *r.reviewer
	w.cache, w.slim = nil, false
	return &w
}

// judge takes out of a result what the settings suppress, leaves what is new, and
// holds that against the baseline.
func (r *reading) judge(j job, res *check.Result) {
	if res == nil {
		return
	}
	r.judging.Lock()
	r.judged.take(r.reviewer.resolver, j, res)
	r.judging.Unlock()
	r.news.sift(r.workspace, j, res)
	r.known.judge(res)
	if r.news != nil {
		res.Fixed = nil // see sinceFlags.forget
	}
}

// pages are the paths of all pages.
func (r *reading) pages() []string {
	if r == nil {
		return []string{front}
	}
	return union([]string{front}, slices.Collect(maps.Keys(r.at)))
}

// differs are the pages that are not as they were.
func (r *reading) differs(before *reading) []string {
	if before == nil {
		return nil
	}
	var out []string
	for _, page := range union(r.pages(), before.pages()) {
		a, b := r.at[page], before.at[page]
		if (a == nil) != (b == nil) || a != nil && a.key != b.key {
			out = append(out, page)
		}
	}
	if len(out) > 0 || r.failures != before.failures ||
		!slices.Equal(r.report.Missing, before.report.Missing) || !slices.Equal(r.report.Orphans, before.report.Orphans) {
		out = union(out, []string{front})
	}
	return out
}
