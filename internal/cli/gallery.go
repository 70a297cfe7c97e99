package cli

import (
	"io"
	"path/filepath"
	"sync"

	"tvilling/internal/check"
	"tvilling/internal/page"
	"tvilling/internal/report"
	"tvilling/internal/rules"
	"tvilling/internal/text"
)

// gallery keeps of each pair what its review page shows, made while the alignment
// is there: that takes much more memory. The nil gallery keeps nothing. It is safe
// for concurrent use.
type gallery struct {
	mu       sync.Mutex
	articles map[*text.File]*page.Article // by target
	key      func(target string) string   // the name that a baseline and the settings have
	states   map[string]string            // by name of target, how it follows its source; nil when nobody asked
}

// add lays a result out, which must be fresh from its review.
func (g *gallery) add(res *check.Result) {
	if g == nil || res == nil || res.Align == nil {
		return
	}
	article := page.View(res, "")
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.articles == nil {
		g.articles = map[*text.File]*page.Article{}
	}
	g.articles[res.Target.File] = article
}

// write writes the page of all results of a report.
func (g *gallery) write(to io.Writer, r *check.Report) error {
	b := page.Book{Version: r.Version, Missing: r.Missing, Orphans: r.Orphans, Partial: r.Partial, Settings: r.Settings, Rules: rules.All()}
	for i := range r.Results {
		res := &r.Results[i]
		a := g.articles[res.Target.File]
		if a == nil {
			continue
		}
		a.Take(res) // since it was laid out, findings were held against a baseline, or taken out
		a.Status = g.states[a.Target.File]
		if g.key != nil {
			a.Key = g.key(a.Target.File)
		}
		b.Articles = append(b.Articles, a)
	}
	if len(b.Missing)+len(b.Orphans)+len(b.Settings) > 0 {
		b.Entries = page.Entries(b.Articles)
	}
	return page.Write(to, b, page.Options{})
}

// key is how a baseline at the top of the project, or in this folder when there is
// none, and the settings name a file.
func (w *workspace) key(name string) string {
	if path, ok := w.path(name); ok {
		return path
	}
	if absolute, err := filepath.Abs(name); err == nil {
		name = w.shown(absolute)
	}
	return filepath.ToSlash(name)
}

// html is the format of the review page. What it shows is gathered in the gallery
// while pairs are reviewed.
func (g *gallery) html() report.Format {
	return report.Format{Name: "html", Write: func(to io.Writer, r *check.Report, _ report.Options) error { return g.write(to, r) }}
}
