package review

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
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
	slices.SortStableFunc(found, func(a, b check.Finding) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(a.Span.End, b.Span.End), strings.Compare(a.Rule, b.Rule), strings.Compare(a.Message, b.Message))
	})
	return slices.CompactFunc(found, func(a, b check.Finding) bool {
		return a.Rule == b.Rule && a.Span == b.Span && a.Message == b.Message
	})
}

// explains says that finding f lies wholly inside what by has found: in the
// target, or, where something is missing, in the source.
func explains(by, f check.Finding) bool {
	if !by.Span.Empty() {
		return by.Span.Contains(f.Span)
	}
	return f.Span.Empty() && len(by.Related) > 0 && len(f.Related) > 0 && by.Related[0].Span.Contains(f.Related[0].Span)
}

// fingerprint names each finding by its rule and by the passages it speaks of,
// as words: not by lines, so that edits elsewhere leave it as it is. Findings
// alike in all of this are told apart by their order.
func fingerprint(a *align.Alignment, found []check.Finding) {
	blocks := slices.Clone(a.Target.Blocks())
	slices.SortStableFunc(blocks, func(x, y *doc.Block) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	seen := map[string]int{}
	for i := range found {
		f := &found[i]
		source := ""
		if len(f.Related) > 0 {
			source = f.Related[0].Span.Text()
		}
		key := strings.Join([]string{f.Rule, words(f.Span.Text()), words(passage(blocks, f.Span)), words(source)}, "\x00")
		seen[key]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, seen[key]))
		f.Fingerprint = hex.EncodeToString(sum[:8])
	}
}

// passage is the prose of the last block that begins at or before the span.
func passage(sorted []*doc.Block, at text.Span) string {
	i, found := slices.BinarySearchFunc(sorted, at.Start, func(b *doc.Block, start int) int { return cmp.Compare(b.Span.Start, start) })
	if !found {
		i--
	}
	if i < 0 {
		return ""
	}
	return sorted[i].Prose.Text
}

// words is s with case and white space evened out.
func words(s string) string { return strings.Join(strings.Fields(lang.Fold(s)), " ") }
