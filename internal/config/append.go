package config

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strings"

	"tvilling/internal/strictyaml"
)

// errNoPlace is given for a file that suppressions cannot be written into.
var errNoPlace = errors.New("has no place for suppressions: write suppress: as a list with an entry on a line of its own, then run again")

// Append is a configuration file with suppressions more; all else in it, its
// comments too, stays as it is written. The file must be one that Read reads.
func Append(content []byte, known Names, more []Suppression) ([]byte, error) {
	at, indent, head := place(content)
	if at < 0 {
		return nil, errNoPlace
	}
	w := &writer{}
	if at > 0 && content[at-1] != '\n' {
		w.line("")
	}
	if head {
		w.line("\nsuppress:")
	}
	for _, s := range more {
		w.suppression(indent, s)
	}
	added := w.String()
	if bytes.Contains(content, []byte("\r\n")) {
		added = strings.ReplaceAll(added, "\n", "\r\n")
	}
	out := slices.Concat(content[:at], []byte(added), content[at:])
	if !extends(content, out, known, more) {
		return nil, errNoPlace
	}
	return out, nil
}

// place is where entries go and how they are indented; head says that the key
// goes there too. at is -1 when there is no such place.
func place(content []byte) (at int, indent string, head bool) {
	list := strictyaml.Read("", content).Root().Mapping().Get("suppress")
	if !list.Present() {
		return len(content), "  ", true
	}
	if !list.IsList() || len(list.List()) == 0 {
		return -1, "", false
	}
	lines := bytes.SplitAfter(content, []byte("\n"))
	last := list.List()[len(list.List())-1].Line()
	end := last // lines of the list, with what the last entry has
	for i, line := range lines[last:] {
		text := strings.TrimRight(string(line), " \r\n")
		depth := len(text) - len(strings.TrimLeft(text, " "))
		if text != "" && depth < list.Column() {
			break
		}
		if text != "" {
			end = last + i + 1
		}
	}
	for _, line := range lines[:end] {
		at += len(line)
	}
	return at, strings.Repeat(" ", list.Column()-1), false
}

// extends says that the second file says what the first does, and more.
func extends(content, with []byte, known Names, more []Suppression) bool {
	before, err := Read("", content, known)
	after, errAfter := Read("", with, known)
	if err != nil || errAfter != nil {
		return false
	}
	want := append(slices.Clone(before.Suppress), more...)
	if len(want) != len(after.Suppress) {
		return false
	}
	for i, s := range after.Suppress {
		s.Line, s.Column, want[i].Line, want[i].Column = 0, 0, 0, 0
		if !reflect.DeepEqual(s, want[i]) {
			return false
		}
	}
	before.Suppress, after.Suppress = nil, nil
	return reflect.DeepEqual(before, after)
}
