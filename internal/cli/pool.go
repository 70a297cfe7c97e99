package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"github.com/mattn/go-isatty"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/lang"
	"tvilling/internal/project"
	"tvilling/internal/review"
	"tvilling/internal/text"
)

// outcome is what became of a job.
type outcome struct {
	result *check.Result // nil when there is none
	err    error
	bug    bool // err is a panic
	done   bool // the job was taken up
}

// reviewer reviews jobs, several at once.
type reviewer struct {
	resolver *resolver
	cache    *cache // nil for none
	stderr   io.Writer
	gallery  *gallery                                           // nil for none; else what the cache has is of no use, for it has no alignments
	hands    int                                                // goroutines that work on one pair; set by all
	slim     bool                                               // keep of each result only what a report needs
	learned  func(source, target *lang.Language) *align.Learned // from learn; nil without
}

// manyJobs is from how many on a run is long.
const manyJobs = 8

// all reviews every job and gives the outcomes in the same order, whatever ends
// first. When ctx ends, jobs that are not begun are left out.
func (r *reviewer) all(ctx context.Context, jobs []job) []outcome {
	defer debug.SetGCPercent(debug.SetGCPercent(garbage(len(jobs))))
	r.hands = runtime.GOMAXPROCS(0) / max(1, len(jobs)) // cores that would have no pair
	out := make([]outcome, len(jobs))
	var finished atomic.Int64
	stop := r.progress(&finished, len(jobs))
	parallel(ctx, len(jobs), func(i int) {
		out[i] = r.one(jobs[i])
		finished.Add(1)
	})
	stop()
	return out
}

// garbage prepares the heap for a run of so many jobs, and says how much garbage may
// be left lying, in percent of what lives: a quarter of the collections saves a tenth
// of the time. Where memory comes in small pages a short run would only touch more
// of them.
func garbage(jobs int) (percent int) {
	long := jobs >= manyJobs
	prepared.Do(func() {
		if long {
			largePaged = largePages(160 << 20) // a long run takes 110 MB
		} else {
			largePaged = largePages(64 << 20)
		}
	})
	if long || largePaged {
		return 400
	}
	return 100
}

// Once in a process: its heap has grown by the second run.
var (
	prepared   sync.Once
	largePaged bool
)

// parallel calls do with 0 to n-1, on all cores at once, in about that order. When
// ctx ends it begins no more.
func parallel(ctx context.Context, n int, do func(int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
			}
		})
	}
	workers.Wait()
}

// one reviews one job. A panic is an outcome like others.
func (r *reviewer) one(j job) (o outcome) {
	defer func() {
		if p := recover(); p != nil {
			o = outcome{err: fmt.Errorf("%s: internal error: %v\n\nThis is a bug in tvilling. Please report it with the two files and this text:\n%s",
				j.target.name, p, debug.Stack()), bug: true, done: true}
		}
	}()
	result, err := r.review(j)
	return outcome{result: result, err: err, done: true}
}

func (r *reviewer) review(j job) (*check.Result, error) {
	p, err := r.resolver.plan(j.settings)
	if err != nil {
		return nil, err
	}
	source, rawSource, errSource := j.source.decode()
	target, rawTarget, errTarget := j.target.decode()
	if err := errors.Join(errSource, errTarget); err != nil {
		return nil, err
	}
	key := ""
	if r.cache != nil {
		key = r.cache.key(j, p, rawSource, rawTarget)
		if kept := r.cache.get(key, source, target); kept != nil && r.gallery == nil {
			return kept, nil
		}
	}
	options, err := p.options(j)
	if err != nil {
		return nil, err
	}
	options.Learned, options.Hands = r.learned, r.hands
	result, err := review.Pair(source, target, options)
	if err != nil {
		return nil, err
	}
	r.cache.put(key, result)
	r.gallery.add(result)
	if r.slim {
		result = project.Slim(result)
	}
	return result, nil
}

// again reviews a job whose target has been changed, past the cache.
func (r *reviewer) again(j job, source, target *text.File) (*check.Result, error) {
	p, err := r.resolver.plan(j.settings)
	if err != nil {
		return nil, err
	}
	options, err := p.options(j)
	if err != nil {
		return nil, err
	}
	options.Learned, options.Hands = r.learned, r.hands
	result, err := review.Pair(source, target, options)
	r.gallery.add(result)
	return result, err
}

// progress shows on a terminal how far the work is, once it takes longer than a
// second. The func it returns takes the line away.
func (r *reviewer) progress(finished *atomic.Int64, all int) (stop func()) {
	f, ok := r.stderr.(*os.File)
	if !ok || !isatty.IsTerminal(f.Fd()) {
		return func() {}
	}
	done := make(chan struct{})
	var shown sync.WaitGroup
	shown.Go(func() {
		for wait := time.Second; ; wait = 100 * time.Millisecond {
			select {
			case <-done:
				fmt.Fprint(f, "\r\033[K")
				return
			case <-time.After(wait):
				fmt.Fprintf(f, "\r\033[Kchecked %d of %d pairs", finished.Load(), all)
			}
		}
	})
	return func() { close(done); shown.Wait() }
}
