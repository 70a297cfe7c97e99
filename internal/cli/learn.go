package cli

import (
	"context"

	"tvilling/internal/align"
	"tvilling/internal/lang"
	"tvilling/internal/review"
)

// Learning from the run's own pairs is bounded: the first pairs teach nearly all
// that more of them would, and their alignments are held in memory meanwhile.
const (
	mostLessons      = 200
	mostLessonBlocks = 40000
)

// direction is a pair of languages, source first.
type direction struct{ source, target *lang.Language }

// learn aligns the first jobs once and gathers which words translate each other,
// for each direction of translation. Jobs that cannot be read teach nothing: their
// errors come when they are reviewed.
func (r *reviewer) learn(ctx context.Context, jobs []job) {
	jobs = jobs[:min(len(jobs), mostLessons)]
	aligned := make([]*align.Alignment, len(jobs))
	parallel(ctx, len(jobs), func(i int) { aligned[i] = r.lesson(jobs[i]) })
	groups := map[direction][]*align.Alignment{}
	blocks := 0
	for _, a := range aligned { // in order of jobs, whatever ended first
		if a == nil || blocks > mostLessonBlocks {
			continue
		}
		blocks += len(a.Blocks)
		d := direction{a.Source.Lang, a.Target.Lang}
		groups[d] = append(groups[d], a)
	}
	learned := map[direction]*align.Learned{}
	for d, pairs := range groups {
		learned[d] = review.Learn(pairs)
	}
	r.learned = func(source, target *lang.Language) *align.Learned { return learned[direction{source, target}] }
}

// lesson is one job aligned; nil when that cannot be done.
func (r *reviewer) lesson(j job) (a *align.Alignment) {
	defer func() {
		if recover() != nil {
			a = nil // the review of the job will meet it again and report it
		}
	}()
	p, err := r.resolver.plan(j.settings)
	if err != nil {
		return nil
	}
	source, _, errSource := j.source.decode()
	target, _, errTarget := j.target.decode()
	options, err := p.options(j)
	if errSource != nil || errTarget != nil || err != nil {
		return nil
	}
	if a, err = review.Align(source, target, options); err != nil {
		return nil
	}
	return a
}
