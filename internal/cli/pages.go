package cli

import (
	"bytes"
	"context"
	"errors"
	"html/template"

	"tvilling/internal/check"
	"tvilling/internal/report"
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
	if e := d.now.at[path]; e != nil {
		res, err := d.load(ctx, e)
		if err != nil {
			return nil, err
		}
		return provisional(&check.Report{Results: []check.Result{*res}}, path, "", live)
	}
	if path != front {
		return nil, serve.ErrNotFound
	}
	return provisional(d.now.report, path, d.now.failures, live)
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

func provisional(r *check.Report, path, failures string, live serve.Live) ([]byte, error) {
	r.Rules = rules.All()
	var text, b bytes.Buffer
	if err := report.Concise(&text, r, report.TextOptions{}); err != nil {
		return nil, err
	}
	err := provisionalTemplate.Execute(&b, map[string]string{"Text": failures + text.String(), "Path": path, "Token": live.Token, "Revision": live.Revision})
	return b.Bytes(), err
}

var provisionalTemplate = template.Must(template.New("").Parse(`<!doctype html>
<html lang="en"><meta charset="utf-8"><title>tvilling</title>
<body data-path="{{.Path}}" data-token="{{.Token}}" data-revision="{{.Revision}}"><pre>{{.Text}}</pre></html>
`))
