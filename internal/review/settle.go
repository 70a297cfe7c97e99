package review

import (
	"cmp"
	"slices"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/text"
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
	found = yield(found, ran)
	slices.SortStableFunc(found, byPlace)
	return slices.CompactFunc(found, func(a, b check.Finding) bool {
		return a.Rule == b.Rule && a.Span == b.Span && a.Message == b.Message
	})
}

// yield drops what rules that yield have found where another finding of the same
// dimension lies inside it.
func yield(found []check.Finding, ran []*check.Rule) []check.Finding {
	yields := map[string]bool{}
	for _, r := range ran {
		yields[r.ID] = r.Yields
	}
	var firm []check.Finding // in order of place
	for _, f := range found {
		if !yields[f.Rule] {
			firm = append(firm, f)
		}
	}
	slices.SortStableFunc(firm, byPlace)
	return slices.DeleteFunc(found, func(f check.Finding) bool {
		if !yields[f.Rule] {
			return false
		}
		at, _ := slices.BinarySearchFunc(firm, f.Span.Start, func(x check.Finding, start int) int { return cmp.Compare(x.Span.Start, start) })
		for ; at < len(firm) && firm[at].Span.Start <= f.Span.End; at++ {
			if dimension(firm[at]) == dimension(f) && firm[at].Span.End <= f.Span.End {
				return true
			}
		}
		return false
	})
}

// dimension is the first part of a finding's category: "accuracy".
func dimension(f check.Finding) string {
	d, _, _ := strings.Cut(f.Category, "/")
	return d
}

// byPlace orders findings as they are shown.
func byPlace(a, b check.Finding) int {
	return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(a.Span.End, b.Span.End), strings.Compare(a.Rule, b.Rule), strings.Compare(a.Message, b.Message))
}

// inside says that span lies in what covers it, to three quarters at least: an
// address to which the next word is glued reaches a little further than the rest
// of the page furniture it belongs to.
func inside(span, by text.Span) bool {
	if by.Contains(span) {
		return true
	}
	shared := min(span.End, by.End) - max(span.Start, by.Start)
	return span.File == by.File && shared > 0 && 4*shared >= 3*(span.End-span.Start)
}

// explains says that finding f lies wholly inside what by has found: in the
// target, or, where something is missing, in the source.
func explains(by, f check.Finding) bool {
	if !by.Span.Empty() && !(f.Span.Empty() && f.Span.Start == by.Span.End) {
		return inside(f.Span, by.Span)
	}
	// What is missing after a passage is no part of it, unless the source has it there.
	return f.Span.Empty() && len(by.Related) > 0 && len(f.Related) > 0 && by.Related[0].Span.Contains(f.Related[0].Span)
}
