package strictyaml

import (
	"fmt"
	"sort"
	"strings"
)

// Error is one mistake in a file that a person wrote.
type Error struct {
	File         string
	Line, Column int // from 1, the column in code points; Line 0 for the file as a whole
	Message      string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// Errors are all the mistakes of one file, in order of place.
type Errors []*Error

// Error has one line per mistake.
func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i, one := range e {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "\n")
}

// maxErrors bounds what one file may report: nobody reads more, and a hostile
// file would otherwise grow the list with its size.
const maxErrors = 200

func (d *Document) add(line, column int, message string) {
	if len(d.errors) < maxErrors {
		d.errors = append(d.errors, &Error{d.Name, line, column, message})
	}
}

// Err is every mistake found so far as Errors, or nil. Call it when all of the
// document has been read.
func (d *Document) Err() error {
	if len(d.errors) == 0 {
		return nil
	}
	out := append(Errors(nil), d.errors...)
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Line != out[j].Line {
			return out[i].Line < out[j].Line
		}
		return out[i].Column < out[j].Column
	})
	return out
}

// Suggest is the option nearest to what was written, as the tail of a message
// ("; did you mean \"target\"?"), or "" when none is near. Options are compared
// without regard to case; the first of equally near ones wins.
func Suggest(written string, options []string) string {
	best, nearest := "", 1+len(written)/3
	if len(written) > 40 {
		return ""
	}
	for _, o := range options {
		if n := distance(strings.ToLower(written), strings.ToLower(o)); n < nearest || n == nearest && best == "" {
			best, nearest = o, n
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}

// distance counts insertions, deletions, substitutions and swaps of neighbours
// (optimal string alignment), over bytes.
func distance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
