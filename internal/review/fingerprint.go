package review

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/text"
)

// fingerprint names each finding by its rule, its words, and the sentences of
// source and target that these stand in: not by lines, so that reflow, reordering
// and edits elsewhere leave it as it is. What is missing stands in no sentence of
// the target and is named by the source alone. Findings alike in all of this are
// told apart by their order.
func fingerprint(a *align.Alignment, found []check.Finding) {
	blocks := map[*text.File][]*doc.Block{a.Source.File: inOrder(a.Source), a.Target.File: inOrder(a.Target)}
	seen := map[string]int{}
	for i := range found {
		f := &found[i]
		source, around := "", ""
		if len(f.Related) > 0 {
			source = f.Related[0].Span.Text()
			around = sentence(blocks[f.Related[0].Span.File], f.Related[0].Span)
		}
		key := []string{f.Rule, words(f.Span.Text()), "", words(source), letters(around)}
		if !f.Span.Empty() || len(f.Related) == 0 {
			key[2] = letters(sentence(blocks[f.Span.File], f.Span))
		}
		name := strings.Join(key, "\x00")
		seen[name]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", name, seen[name]))
		f.Fingerprint = hex.EncodeToString(sum[:8])
	}
}

// inOrder are a document's blocks in order of place.
func inOrder(d *doc.Document) []*doc.Block {
	blocks := slices.Clone(d.Blocks())
	slices.SortStableFunc(blocks, func(x, y *doc.Block) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	return blocks
}

// sentence is what the span begins in, of blocks in order of place: in code and
// the like its line, "" before the first block.
func sentence(sorted []*doc.Block, at text.Span) string {
	i, found := slices.BinarySearchFunc(sorted, at.Start, func(b *doc.Block, start int) int { return cmp.Compare(b.Span.Start, start) })
	if !found {
		i--
	}
	if i < 0 {
		return ""
	}
	b := sorted[i]
	if len(b.Sentences) == 0 {
		return at.File.LineSpan(at.Line()).Text()
	}
	for _, s := range b.Sentences {
		if at.Start < s.Span().End {
			return s.Text()
		}
	}
	return b.Sentences[len(b.Sentences)-1].Text()
}

// words is s as words: case, white space, and marks that stand alone or around a
// word (emphasis, the ">" of a quotation, bullets) make no difference.
func words(s string) string {
	var out []string
	for _, w := range strings.Fields(lang.Fold(s)) {
		if w = strings.Trim(w, "*_`"); strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// letters is s as its letters and digits alone, words apart: a space or a comma
// mended in a sentence does not rename what else is found there.
func letters(s string) string {
	apart := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return strings.Join(strings.FieldsFunc(lang.Fold(s), apart), " ")
}
