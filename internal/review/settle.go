package review

import (
	"cmp"
	"slices"
	"strings"

	"tvilling/internal/check"
)

// settle leaves one finding for one cause and puts findings in order of place.
func settle(found []check.Finding, ran []*check.Rule) []check.Finding {
	covers := map[string]bool{}
	for _, r := range ran {
		covers[r.ID] = r.Covers
	}
	var covering []check.Finding
	for _, f := range found {
		if covers[f.Rule] {
			covering = append(covering, f)
		}
	}
	found = slices.DeleteFunc(found, func(f check.Finding) bool {
		return slices.ContainsFunc(covering, func(by check.Finding) bool {
			return by.Rule != f.Rule && explains(by, f) && !(covers[f.Rule] && explains(f, by))
		})
	})
	slices.SortStableFunc(found, byPlace)
	return slices.CompactFunc(found, func(a, b check.Finding) bool {
		return a.Rule == b.Rule && a.Span == b.Span && a.Message == b.Message
	})
}

// byPlace orders findings as they are shown.
func byPlace(a, b check.Finding) int {
	return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(a.Span.End, b.Span.End), strings.Compare(a.Rule, b.Rule), strings.Compare(a.Message, b.Message))
}

// explains says that finding f lies wholly inside what by has found: in the
// target, or, where something is missing, in the source.
func explains(by, f check.Finding) bool {
	if !by.Span.Empty() {
		return by.Span.Contains(f.Span)
	}
	return f.Span.Empty() && len(by.Related) > 0 && len(f.Related) > 0 && by.Related[0].Span.Contains(f.Related[0].Span)
}
