package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"runtime/debug"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/page"
	"tvilling/internal/rules"
	"tvilling/internal/serve"
)

// page is the page at a path: that of a pair, or the front page of them all.
func (d *desk) page(ctx context.Context, path string, live serve.Live) ([]byte, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	switch {
	case d.now == nil:
		return nil, context.Canceled // the end has come
	case d.trouble != nil:
		return nil, d.trouble
	}
	var book page.Book
	if e := d.now.at[path]; e != nil {
		a, err := d.load(ctx, e)
		if err != nil {
			return nil, err
		}
		book.Articles = []*page.Article{a}
	} else if path != front {
		return nil, serve.ErrNotFound
	} else {
		book = d.now.table()
	}
	book.Version, book.Rules = Version(), rules.All()
	var b bytes.Buffer
	err := page.Write(&b, book, page.Options{Live: connected(path, live)})
	return b.Bytes(), err
}

// connected is what a page at a path needs of the server.
func connected(path string, live serve.Live) *page.Live {
	l := &page.Live{Events: "/events?" + url.Values{"page": {path}, "revision": {live.Revision}}.Encode()}
	if path != front {
		l.Home = front
	}
	if live.Token != "" {
		l.Fix, l.Token, l.Header = "/fix", live.Token, serve.TokenHeader
	}
	return l
}

// table is the front page of a project.
func (r *reading) table() page.Book {
	b := page.Book{Entries: []page.Entry{}, Missing: r.report.Missing, Orphans: r.report.Orphans,
		Partial: strings.TrimSpace(strings.ReplaceAll("\n"+r.failures, "\ntvilling: ", "\n"))}
	for _, e := range r.entries {
		if e.outcome.result != nil {
			b.Entries = append(b.Entries, page.NewEntry(e.outcome.result, "", (&url.URL{Path: e.page}).EscapedPath()))
		}
	}
	return b
}

// lay lays a result out for its page. A panic is an error like others.
func (r *reading) lay(res *check.Result) (a *page.Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: internal error: %v\n\nThis is a bug in tvilling. Please report it with the two files and this text:\n%s",
				res.Target.File.Name, p, debug.Stack())
		}
	}()
	a = page.View(res, "")
	a.Key = r.workspace.key(a.Target.File)
	return a, nil
}

// size says how much is served.
func (d *desk) size() string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return count(len(d.now.entries), "pair")
}

// readable says what keeps the two files that were named from being read: most
// likely a mistake in their names.
func (d *desk) readable() error {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if !d.now.asked() {
		return nil
	}
	j := d.now.entries[0].job
	_, errSource := j.source.read()
	_, errTarget := j.target.read()
	return errors.Join(errSource, errTarget)
}
