package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"tvilling/internal/check"
	"tvilling/internal/text"
)

// actions are what check does with findings before it reports them.
type actions struct {
	fix      fixFlags
	suppress suppressFlags
	baseline string
	known    *ledger // of baseline; nil without one

	unsaid [][]check.Finding // by result: those that --add-suppressions has found no place for
}

func (a *actions) add(cmd *cobra.Command) {
	a.fix.add(cmd)
	a.suppress.add(cmd)
	cmd.Flags().StringVar(&a.baseline, "baseline", "", "count only findings that are not in this `file` of tvilling baseline create")
}

// reviewAgain reviews the pair of a result with another target.
type reviewAgain func(res *check.Result, target *text.File) (*check.Result, error)

// open reads the baseline, for a run with the chosen rules, and says what is wrong with the flags, before any work is done.
func (a *actions) open(sel, ignore []string) (err error) {
	if a.baseline != "" {
		a.known, err = openLedger(a.baseline, sel, ignore)
	}
	return errors.Join(a.fix.valid(), a.suppress.valid(), err)
}

// take holds the findings of a report against the baseline, then mends and
// silences those that count, as the flags say. changed says that --fix or --diff
// found something to mend.
func (a *actions) take(e env, r *check.Report, again reviewAgain) (changed bool, err error) {
	r.Compared = a.known != nil
	if r.Compared {
		for i := range r.Settings {
			r.Settings[i].Standing = check.New // a baseline knows articles only
		}
	}
	var errs []error
	a.unsaid = make([][]check.Finding, len(r.Results))
	for i := range r.Results {
		res := &r.Results[i]
		a.known.judge(res)
		judged := func(target *text.File) (*check.Result, error) {
			after, err := again(res, target)
			if err != nil {
				return nil, fmt.Errorf("%s: after the changes: %w", target.Name, err)
			}
			a.known.judge(after)
			return after, nil
		}
		after, left, did, err := a.one(e, res, judged)
		changed = changed || did
		if err != nil {
			errs = append(errs, err) // one file that cannot be written does not keep the others
			continue
		}
		r.Results[i], a.unsaid[i] = *after, left
	}
	return changed, errors.Join(errs...)
}

func (a *actions) one(e env, res *check.Result, again func(*text.File) (*check.Result, error)) (after *check.Result, left []check.Finding, changed bool, err error) {
	after, changed, err = a.fix.apply(e, res, again)
	if err != nil || a.fix.diff {
		return after, nil, changed, err
	}
	after, left, err = a.suppress.apply(after, again)
	return after, left, changed, err
}
