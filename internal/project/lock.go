package project

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"tvilling/internal/doc"
)

// LockName is what the file of stamps is called, in the project's root.
const LockName = ".tvilling-lock.json"

// Lock says which state of its source each translation corresponds to.
type Lock struct {
	stamps map[string]Stamp // by target path
}

// Stamp is the state of a source that was translated.
type Stamp struct {
	Source   string         `json:"source"` // its path
	Sections []StampSection `json:"sections"`
}

// StampSection is one section as it was translated.
type StampSection struct {
	Heading  string   `json:"heading"`
	Revision string   `json:"revision,omitempty"` // git's name of the source's content; "" without git
	Units    []string `json:"units"`              // the keys of its sentences

	sum string // of Units, where front matter has no more than that; "" else
}

// lockForm names the form of the file.
const lockForm = "tvilling.lock/v1"

// ReadLock reads a file of stamps; no content is none. A section that stands
// there in two ways, as after a merge, is an error of the file.
func ReadLock(content []byte) (*Lock, error) {
	l := &Lock{stamps: map[string]Stamp{}}
	if len(bytes.TrimSpace(content)) == 0 {
		return l, nil
	}
	var file struct {
		Schema string           `json:"schema"`
		Pairs  map[string]Stamp `json:"pairs"`
	}
	d := json.NewDecoder(bytes.NewReader(content))
	d.DisallowUnknownFields()
	if err := d.Decode(&file); err != nil {
		return nil, fmt.Errorf("not a file of stamps: %w", err)
	}
	if file.Schema != lockForm {
		return nil, errors.New("not a file of stamps that this version of tvilling reads")
	}
	if file.Pairs != nil {
		l.stamps = file.Pairs
	}
	return l, nil
}

// Bytes is the file: in order of target, a section a line, so that edits of
// different translations merge.
func (l *Lock) Bytes() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n  \"schema\": %q,\n  \"pairs\": {", lockForm)
	for i, target := range slices.Sorted(maps.Keys(l.stamps)) {
		if i > 0 {
			b.WriteByte(',')
		}
		s := l.stamps[target]
		fmt.Fprintf(&b, "\n    %s: {\"source\": %s, \"sections\": [", line(target), line(s.Source))
		for j, section := range s.Sections {
			if j > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, "\n      %s", line(section))
		}
		b.WriteString("\n    ]}")
	}
	b.WriteString("\n  }\n}\n")
	return b.Bytes()
}

func line(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // text and lists of it always encode
	return string(bytes.TrimSpace(b.Bytes()))
}

// Get is the stamp of a translation. It does not hold for another source than
// the one it was made for.
func (l *Lock) Get(source, target string) (Stamp, bool) {
	s, ok := l.stamps[target]
	return s, ok && s.Source == source
}

// Stamp records that a translation corresponds to a source as it is now, in all
// sections or in those with the named headings alone. It says how many.
func (l *Lock) Stamp(source, target string, d *doc.Document, revision string, headings []string) int {
	old, _ := l.Get(source, target)
	fresh, n := Restamp(old.Sections, d, revision, headings)
	if n > 0 {
		l.stamps[target] = Stamp{Source: source, Sections: fresh}
	}
	return n
}

// Restamp is a stamp of a source as it is now, in all sections or in those with the
// named headings alone, the others as they were; n is how many are stamped anew.
func Restamp(old []StampSection, d *doc.Document, revision string, headings []string) (fresh []StampSection, n int) {
	keys := make([][]string, len(d.Sections))
	for _, u := range units(d) {
		keys[u.section] = append(keys[u.section], u.key)
	}
	for i, section := range d.Sections {
		s := StampSection{Heading: heading(section), Revision: revision, Units: keys[i]}
		if len(headings) > 0 && !slices.Contains(headings, s.Heading) {
			kept := slices.IndexFunc(old, func(o StampSection) bool { return o.Heading == s.Heading })
			if kept < 0 {
				continue
			}
			s = old[kept]
		} else {
			n++
		}
		if len(s.Units) > 0 || s.sum != "" {
			fresh = append(fresh, s)
		}
	}
	return fresh, n
}

// Forget takes out the stamp of a translation.
func (l *Lock) Forget(target string) { delete(l.stamps, target) }

// Prune takes out the stamps of translations that are there no more.
func (l *Lock) Prune(there func(target string) bool) {
	maps.DeleteFunc(l.stamps, func(target string, _ Stamp) bool { return !there(target) })
}
