package report

import (
	"fmt"

	"tvilling/internal/check"
)

// mostUnpaired is how many articles without counterpart are listed: a site whose
// translation has just begun has hundreds, and tvilling status shows them all.
const mostUnpaired = 10

// unpaired lists the articles whose other half is not there.
func (p *printer) unpaired(r *check.Report) {
	p.list("no translation", r.Missing, func(u check.Unpaired) string { return escape(u.Source) + " → " + escape(u.Target) })
	p.list("no source", r.Orphans, func(u check.Unpaired) string { return escape(u.Target) + " ← " + escape(u.Source) })
}

func (p *printer) list(what string, all []check.Unpaired, line func(check.Unpaired) string) {
	if len(all) == 0 {
		return
	}
	fmt.Fprintf(p, "%s\n", p.paint.bold(plural(len(all), "article")+" with "+what+":"))
	for _, u := range all[:min(len(all), mostUnpaired)] {
		fmt.Fprintf(p, "  %s\n", line(u))
	}
	if more := len(all) - mostUnpaired; more > 0 {
		fmt.Fprintf(p, "  and %d more; see tvilling status\n", more)
	}
	fmt.Fprintln(p)
}

// jsonUnpaired is an article whose other half is not there.
type jsonUnpaired struct {
	Source string `json:"source"`
	Target string `json:"target"`
}

func jsonUnpairedOf(all []check.Unpaired) []jsonUnpaired {
	var out []jsonUnpaired
	for _, u := range all {
		out = append(out, jsonUnpaired{u.Source, u.Target})
	}
	return out
}
