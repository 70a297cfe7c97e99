package baseline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Read reads what Write wrote. name is the file's, for errors, which begin with
// file:line:column.
func Read(name string, content []byte) (*Baseline, error) {
	b := &Baseline{}
	number := 0
	for line := range bytes.Lines(content) {
		number++
		line = bytes.TrimRight(line, "\r\n")
		var err error
		switch {
		case number == 1:
			err = readHeader(line)
		case len(bytes.TrimSpace(line)) > 0:
			err = b.readEntry(line)
		}
		if err != nil {
			var at *placed
			errors.As(err, &at)
			return nil, fmt.Errorf("%s:%d:%d: %w", name, number, at.column, err)
		}
	}
	if number == 0 {
		return nil, fmt.Errorf("%s:1:1: is empty; make one with tvilling baseline create", name)
	}
	return b, nil
}

// placed is a mistake at a column of a line.
type placed struct {
	column  int // in runes, from 1
	message string
}

func (p *placed) Error() string { return p.message }

func readHeader(line []byte) error {
	var h header
	if err := decode(line, &h); err != nil || h.Schema == "" {
		return &placed{1, "this is no baseline of tvilling; make one with tvilling baseline create"}
	}
	if h.Schema != Schema {
		return &placed{1, fmt.Sprintf("a baseline of the form %q, which this version does not know; it reads %s", h.Schema, Schema)}
	}
	return nil
}

func (b *Baseline) readEntry(line []byte) error {
	for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>"} {
		if bytes.HasPrefix(line, []byte(mark)) {
			return &placed{1, "a merge conflict is left here; keep the lines of both sides, or run tvilling baseline update"}
		}
	}
	var e Entry
	if err := decode(line, &e); err != nil {
		return err
	}
	if e.Target == "" || e.Fingerprint == "" {
		return &placed{1, "an entry needs a target and a fingerprint"}
	}
	b.add(e)
	return nil
}

// decode reads a line that is one JSON object without unknown members.
func decode(line []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	err := d.Decode(into)
	if err == nil && len(bytes.TrimSpace(line[d.InputOffset():])) > 0 {
		err = fmt.Errorf("something stands after the object")
	}
	if err == nil {
		return nil
	}
	offset, message := 0, strings.TrimPrefix(err.Error(), "json: ")
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = int(syntax.Offset) - 1
	case errors.As(err, &kind):
		offset, message = int(kind.Offset)-1, fmt.Sprintf("a %s stands here; a %s is needed", kind.Value, kind.Type.Kind())
	}
	offset = min(max(offset, 0), len(line))
	return &placed{1 + utf8.RuneCount(line[:offset]), message}
}
