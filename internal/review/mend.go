package review

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/text"
)

// maxRounds bounds how often fixes are made and the pair is reviewed again: a fix
// may uncover another finding, and of two that overlap one waits for the next round.
const maxRounds = 10

// Mended is what fixes made of a target.
type Mended struct {
	File   *text.File    // the target with the fixes made; the one given when Fixed is 0
	Result *check.Result // of a review of File
	Fixed  int           // how many findings were mended
}

// Mend makes the fixes of the findings that count, the safe ones or, with unsafe,
// the first of each finding, and reviews the target again until there are none
// left. Nothing but the edits of fixes is changed; a fix with a line break gets
// the file's own. again reviews a changed target; its result is that file's.
func Mend(first *check.Result, unsafe bool, again func(*text.File) (*check.Result, error)) (*Mended, error) {
	m := &Mended{File: first.Target.File, Result: first}
	seen := [][]byte{m.File.Content}
	for range maxRounds {
		edits, fixed := chosen(m.Result, unsafe)
		if fixed == 0 {
			break
		}
		file, err := text.Revise(m.File, edits)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(seen, func(old []byte) bool { return bytes.Equal(old, file.Content) }) {
			break // fixes that undo each other
		}
		seen = append(seen, file.Content)
		result, err := again(file)
		if err != nil {
			return nil, err
		}
		m.File, m.Result, m.Fixed = file, result, m.Fixed+fixed
	}
	return m, nil
}

// Repair makes one fix, counted from 0, of the finding with a fingerprint, and of no
// other. It fails, in words for the reader of the page that shows the finding, when
// there is no such finding or fix, or when the file cannot hold it.
func Repair(res *check.Result, fingerprint string, number int) (*text.File, error) {
	i := slices.IndexFunc(res.Findings, func(f check.Finding) bool { return f.Fingerprint == fingerprint })
	if i < 0 {
		return nil, fmt.Errorf("%s: the finding is no longer there", res.Target.File.Name)
	}
	fixes := res.Findings[i].Fixes
	if number < 0 || number >= len(fixes) || len(fixes[number].Edits) == 0 {
		return nil, fmt.Errorf("%s: the finding has no such fix", res.Target.File.Name)
	}
	edits, ok := writable(res.Target.File, &fixes[number])
	if !ok {
		return nil, fmt.Errorf("%s: the fix cannot be written into this file", res.Target.File.Name)
	}
	return text.Revise(res.Target.File, edits)
}

// chosen are the edits of one round, and how many findings they mend. Of fixes
// that touch each other the first in order of findings is made.
func chosen(res *check.Result, unsafe bool) (edits []text.Edit, fixed int) {
	for _, f := range res.Current() {
		fix := best(f, unsafe)
		if fix == nil || slices.ContainsFunc(fix.Edits, func(e text.Edit) bool { return taken(edits, e.Span) }) {
			continue
		}
		own, ok := writable(res.Target.File, fix)
		if !ok {
			continue
		}
		edits = append(edits, own...)
		slices.SortStableFunc(edits, func(a, b text.Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
		fixed++
	}
	return edits, fixed
}

// best is the fix of a finding that may be made unseen: its first safe one, or
// with unsafe its first; nil when there is none.
func best(f check.Finding, unsafe bool) *check.Fix {
	for i := range f.Fixes {
		if f.Fixes[i].Safe && len(f.Fixes[i].Edits) > 0 {
			return &f.Fixes[i]
		}
	}
	if unsafe && len(f.Fixes) > 0 && len(f.Fixes[0].Edits) > 0 {
		return &f.Fixes[0]
	}
	return nil
}

// writable are the edits of a fix with the line breaks of the file; ok is false when
// they exclude each other or hold what the file's encoding cannot.
func writable(file *text.File, fix *check.Fix) (own []text.Edit, ok bool) {
	if !apart(fix.Edits) {
		return nil, false
	}
	end := file.LineEnd()
	for _, e := range fix.Edits {
		e.New = withLineEnd(e.New, end)
		if !file.Encoding.Holds(e.New) {
			return nil, false
		}
		own = append(own, e)
	}
	return own, true
}

// apart says that no two edits of a fix overlap.
func apart(edits []text.Edit) bool {
	for i, a := range edits {
		for _, b := range edits[:i] {
			if a.Span.Overlaps(b.Span) || a.Span == b.Span {
				return false
			}
		}
	}
	return true
}

// taken says that span overlaps or touches one of the edits, which are in order
// of place and do not overlap.
func taken(edits []text.Edit, span text.Span) bool {
	i, _ := slices.BinarySearchFunc(edits, span.Start, func(e text.Edit, start int) int { return cmp.Compare(e.Span.End, start) })
	return i < len(edits) && edits[i].Span.Start <= span.End
}

// withLineEnd is s with every line break written as end.
func withLineEnd(s, end string) string {
	if !strings.ContainsAny(s, "\r\n") {
		return s
	}
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	return strings.ReplaceAll(s, "\n", end)
}
