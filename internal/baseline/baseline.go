// Package baseline keeps findings that a project knows of, so that only new ones count.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"maps"
	"slices"

	"tvilling/internal/check"
)

// Schema is the first line of a baseline's file: its form and version.
const Schema = "tvilling.baseline/v1"

// Entry is a finding that is known. Rule and Message are for people who read the
// file; Target and Fingerprint tell it from others.
type Entry struct {
	Target      string `json:"target"` // with slashes, relative to the baseline's folder
	Rule        string `json:"rule"`
	Fingerprint string `json:"fingerprint"`
	Message     string `json:"message"`
}

// Baseline is a set of known findings. The zero value is empty.
type Baseline struct {
	targets map[string]map[string]Entry // by target, by fingerprint
}

// Of is the baseline of all findings of a report. name gives a target's name as
// Entry has it.
func Of(r *check.Report, name func(target string) string) *Baseline {
	b := &Baseline{}
	for i := range r.Results {
		target := name(r.Results[i].Target.File.Name)
		for _, f := range r.Results[i].Findings {
			b.add(Entry{target, f.Rule, f.Fingerprint, f.Message})
		}
	}
	return b
}

func (b *Baseline) add(e Entry) {
	if b.targets == nil {
		b.targets = map[string]map[string]Entry{}
	}
	if b.targets[e.Target] == nil {
		b.targets[e.Target] = map[string]Entry{}
	}
	b.targets[e.Target][e.Fingerprint] = e
}

// Keep adds the entries of old that keep accepts.
func (b *Baseline) Keep(old *Baseline, keep func(Entry) bool) {
	for _, e := range old.Entries() {
		if keep(e) {
			b.add(e)
		}
	}
}

// Entries are the known findings by target, rule and fingerprint.
func (b *Baseline) Entries() []Entry {
	var out []Entry
	for _, target := range slices.Sorted(maps.Keys(b.targets)) {
		out = append(out, b.of(target)...)
	}
	return out
}

// of are the entries of one target by rule and fingerprint.
func (b *Baseline) of(target string) []Entry {
	return slices.SortedFunc(maps.Values(b.targets[target]), func(x, y Entry) int {
		return cmp.Or(cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
}

// Judge says of each finding of a result whether it is new, and which known ones
// of its target are gone. target is its name as Entry has it; ran says whether a
// rule took part: what no rule looked for is not gone.
func (b *Baseline) Judge(res *check.Result, target string, ran func(rule string) bool) {
	stands := map[string]bool{}
	for i := range res.Findings {
		f := &res.Findings[i]
		f.Standing = check.New
		if _, known := b.targets[target][f.Fingerprint]; known {
			f.Standing = check.Persisting
		}
		stands[f.Fingerprint] = true
	}
	res.Fixed = nil
	for _, e := range b.of(target) {
		if !stands[e.Fingerprint] && ran(e.Rule) {
			res.Fixed = append(res.Fixed, check.Known{Rule: e.Rule, Message: e.Message, Fingerprint: e.Fingerprint})
		}
	}
}

// Write writes the baseline: a line that names the form, then one line for each
// finding, in order, so that two branches rarely meet in one line.
func (b *Baseline) Write(w io.Writer) error {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(header{Schema}) // strings into memory: cannot fail
	for _, e := range b.Entries() {
		_ = enc.Encode(e)
	}
	_, err := w.Write(out.Bytes())
	return err
}

type header struct {
	Schema string `json:"schema"`
}
