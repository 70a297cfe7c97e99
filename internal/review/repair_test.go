package review_test

import (
	"testing"

	"tvilling/internal/check"
	"tvilling/internal/review"
	"tvilling/internal/text"
)

// TestRepair makes the one fix that was asked for and leaves the others.
func TestRepair(t *testing.T) {
	res := small("a b\r\nc", "a→A", "?b→B", " →\n", "a→1|a→2", "c→\u202F", "b→B")
	res.Findings[5].Fixes = append(res.Findings[5].Fixes, check.Fix{Title: "or", Edits: []text.Edit{
		{Span: text.Span{File: res.Target.File, Start: 2, End: 3}, New: "bee"}}})
	for i, name := range []string{"safe", "unsafe", "break", "odds", "encoding", "two"} {
		res.Findings[i].Fingerprint = name
	}
	res.Target.File.Encoding = text.Windows1252
	for _, tt := range []struct {
		fingerprint string
		fix         int
		want        string // the file, or the error
	}{
		{"safe", 0, "A b\r\nc"},
		{"unsafe", 0, "a B\r\nc"},
		{"break", 0, "a\r\nb\r\nc"},
		{"two", 1, "a bee\r\nc"},
		{"odds", 0, "sv.md: the fix cannot be written into this file"},
		{"encoding", 0, "sv.md: the fix cannot be written into this file"},
		{"safe", 1, "sv.md: the finding has no such fix"},
		{"safe", -1, "sv.md: the finding has no such fix"},
		{"gone", 0, "sv.md: the finding is no longer there"},
		{"", 0, "sv.md: the finding is no longer there"},
	} {
		file, err := review.Repair(res, tt.fingerprint, tt.fix)
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = string(file.Content)
		}
		if got != tt.want {
			t.Errorf("%s, fix %d: got %q, want %q", tt.fingerprint, tt.fix, got, tt.want)
		}
	}
}
