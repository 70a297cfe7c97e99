package rules

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"tvilling/internal/check"
	"tvilling/internal/lazy"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "broken-character",
	Title:    "A letter was broken by a wrong character encoding",
	Category: "locale-convention/character-encoding",
	Severity: check.Error,
	Doc: `Bytes that are no character in the file's encoding, the replacement sign � that some
program left in their place, or letters that were read in the wrong encoding once and
saved so ("fÃ¶r" for "för"). Where the right letter can be worked out, the fix puts it
back.`,
	Bad:  []check.Example{{Source: "Fish is good for the heart.", Target: "Fisk är bra fÃ¶r hjärtat."}},
	Good: []check.Example{{Source: "Ã is a letter of Portuguese.", Target: "Ã är en bokstav i portugisiskan."}},
	Run:  brokenCharacter,
})

// garbled is UTF-8 of two or three bytes that was read as Windows-1252: each
// lead byte shows as Ã, Â or â, what follows as a sign that no word holds.
var garbled = lazy.Regexp(`[ÃÂ][\x{80}-\x{BF}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€‚][\x{80}-\x{BF}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\x{FFFD}+`)

// mayBeGarbled says that content has some character that a match of garbled begins with.
func mayBeGarbled(content []byte) bool {
	for _, sign := range []string{"Ã", "Â", "â€", "â‚", "\uFFFD"} {
		if bytes.Contains(content, []byte(sign)) {
			return true
		}
	}
	return false
}

func brokenCharacter(p *check.Pass) {
	file := p.Target.File
	var found []check.Finding
	if !mayBeGarbled(file.Content) {
		return
	}
	for _, at := range garbled().FindAllIndex(file.Content, -1) {
		span := text.Span{File: file, Start: at[0], End: at[1]}
		f := check.Finding{Span: span, Message: "a character was lost here by a wrong encoding" + lostByte(file, at[0])}
		if right, ok := ungarble(span.Text()); ok {
			f.Message = fmt.Sprintf("%q is %q read in a wrong encoding", span.Text(), right)
			f.Fixes = []check.Fix{{Title: "write " + right, Safe: true, Edits: []text.Edit{{Span: span, New: right}}}}
		}
		found = append(found, f)
	}
	const fewLetters = 3 // more of them are one mishap of the whole file
	if len(found) > fewLetters {
		whole := found[0]
		whole.Message += fmt.Sprintf("; the file has %d such places", len(found))
		fix := check.Fix{Title: "mend them all", Safe: true}
		for _, f := range found {
			for _, single := range f.Fixes {
				fix.Edits = append(fix.Edits, single.Edits...)
			}
		}
		whole.Fixes = nil
		if len(fix.Edits) > 0 {
			whole.Fixes = []check.Fix{fix}
		}
		found = []check.Finding{whole}
	}
	for _, f := range found {
		p.Report(f)
	}
}

// lostByte names the byte that could not be decoded at this place.
func lostByte(f *text.File, offset int) string {
	for _, fault := range f.Faults {
		if fault.Offset == offset {
			return fmt.Sprintf(": the byte %#02x is not %s", fault.Byte, f.Encoding)
		}
	}
	return ""
}

// ungarble undoes the wrong reading; ok is false when that gives no character.
func ungarble(s string) (string, bool) {
	raw, err := charmap.Windows1252.NewEncoder().String(s)
	if err != nil || !utf8.ValidString(raw) || raw == s {
		return "", false
	}
	return raw, true
}
