package cli

import (
	"slices"

	"tvilling/internal/check"
	"tvilling/internal/project"
	"tvilling/internal/review"
	"tvilling/internal/text"
)

// judgements are the suppressions of the project's settings. They are applied
// after the cache, which therefore need not know them. nil has none.
type judgements struct {
	*project.Suppressions
	w *workspace
}

// suppressions are those of the project's settings; nil for none.
func (w *workspace) suppressions() *judgements {
	if len(w.config.Suppress) == 0 {
		return nil
	}
	file, err := text.Decode(w.file, w.raw)
	if err != nil { // cannot be: it was read already
		file = text.NewFile(w.file, string(w.raw))
	}
	return &judgements{project.NewSuppressions(file, w.config.Suppress), w}
}

// take takes out of a job's result what they silence.
func (g *judgements) take(r *resolver, j job, result *check.Result) {
	if g == nil || result == nil {
		return
	}
	if p, err := r.plan(j.settings); err == nil {
		g.Take(result, j.source.path, j.target.path, p.rules)
	}
}

// faults are the findings about the suppressions themselves; of those that hit
// nothing only after a run that was whole, and none when news show that nobody
// touched the settings, or when the rule for them does not run.
func (g *judgements) faults(r *resolver, n *news, whole bool) ([]check.Finding, error) {
	if g == nil || n != nil && !n.changes.Touched(n.path(g.w, article{name: g.w.file})) {
		return nil, nil
	}
	chosen, err := r.rules(g.w.config.Rules)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(chosen, func(r *check.Rule) bool { return r.ID == review.SuppressionRule })
	if i < 0 {
		return nil, nil
	}
	found := g.Unreasoned(chosen[i])
	if whole {
		found = append(found, g.Unused(chosen[i])...)
	}
	slices.SortStableFunc(found, func(a, b check.Finding) int { return a.Span.Start - b.Span.Start })
	return found, nil
}
