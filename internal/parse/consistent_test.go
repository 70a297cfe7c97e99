package parse

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// consistent checks what every document keeps to, whatever it was made of.
func consistent(d *doc.Document) error {
	last := 0
	for i, b := range d.Blocks() {
		if err := consistentBlock(d.File, b); err != nil {
			return fmt.Errorf("block %d (%s): %w", i, describe(b), err)
		}
		if b.Span.Start < last {
			return fmt.Errorf("block %d (%s) begins at %d, before the block above it at %d", i, describe(b), b.Span.Start, last)
		}
		last = b.Span.Start
		if b.Parent != nil && (b.Parent == b || b.Parent.Index >= b.Index || b.Parent.Section == nil) {
			return fmt.Errorf("block %d (%s) stands under a block that does not stand before it", i, describe(b))
		}
	}
	for _, f := range d.Meta {
		if err := inside(d.File, f.Span, 0, len(d.File.Content)); err != nil {
			return fmt.Errorf("field %s: %w", f.Key, err)
		}
	}
	for _, c := range d.Comments {
		if err := inside(d.File, c.Span, 0, len(d.File.Content)); err != nil {
			return fmt.Errorf("comment %q: %w", c.Text, err)
		}
	}
	return nil
}

func inside(f *text.File, s text.Span, start, end int) error {
	if s.File != f || s.Start < start || s.End > end || s.Start > s.End {
		return fmt.Errorf("span [%d,%d) does not lie in [%d,%d)", s.Start, s.End, start, end)
	}
	return nil
}

func consistentBlock(f *text.File, b *doc.Block) error {
	if err := inside(f, b.Span, 0, len(f.Content)); err != nil {
		return err
	}
	p := b.Prose
	if b.Kind != doc.Code && p.Text != strings.TrimSpace(p.Text) {
		return fmt.Errorf("prose has white space at its ends: %q", p.Text)
	}
	if b.Kind != doc.Code && strings.ContainsAny(p.Text, "\n\r") {
		return fmt.Errorf("prose holds a line ending: %q", p.Text)
	}
	if !utf8.ValidString(p.Text) && utf8.Valid(f.Content) {
		return fmt.Errorf("prose is not UTF-8: %q", p.Text)
	}
	if err := mapped(f, b); err != nil {
		return err
	}
	before, prose := b.Span.Start, 0
	for _, o := range b.Objects {
		if err := inside(f, o.Span, b.Span.Start, b.Span.End); err != nil {
			return fmt.Errorf("%s: %w", objectNames[o.Kind], err)
		}
		if o.Span.Start < before {
			return fmt.Errorf("%s at %d stands before the object above it", objectNames[o.Kind], o.Span.Start)
		}
		before = o.Span.Start
		if o.Start < prose || o.Start > o.End || o.End > len(p.Text) {
			return fmt.Errorf("%s covers [%d,%d) of %d bytes of prose", objectNames[o.Kind], o.Start, o.End, len(p.Text))
		}
		prose = o.Start
		if !o.Dest.IsZero() {
			if err := inside(f, o.Dest, o.Span.Start, o.Span.End); err != nil {
				return fmt.Errorf("destination: %w", err)
			}
		}
	}
	return nil
}

// mapped checks the way back: each character of the prose leads to a stretch
// inside the block, in order, and where it is the file's own it leads to itself.
func mapped(f *text.File, b *doc.Block) error {
	last := b.Span.Start
	for at, r := range b.Prose.Text {
		n := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, n = utf8.DecodeRuneInString(b.Prose.Text[at:])
		}
		s := b.Prose.Source(at, at+n)
		if err := inside(f, s, b.Span.Start, b.Span.End); err != nil {
			return fmt.Errorf("prose byte %d: %w", at, err)
		}
		if s.Start < last {
			return fmt.Errorf("prose byte %d leads back to %d, after one that led to %d", at, s.Start, last)
		}
		last = s.Start
		got, want := s.Text(), b.Prose.Text[at:at+n]
		if got != want && !decodes(got, r) {
			return fmt.Errorf("prose byte %d is %q but leads to %q", at, want, got)
		}
	}
	return nil
}

// decodes says that a stretch of the file may stand for r in prose: as an
// entity, an escape, or white space.
func decodes(s string, r rune) bool {
	switch {
	case strings.HasPrefix(s, "&") && strings.HasSuffix(s, ";"):
		return true
	case s == `\`+string(r):
		return true
	case r == ' ':
		// A line ending, with the marks of lists and quotations that begin the next line.
		gap := strings.TrimFunc(s, isWhite)
		return strings.Trim(gap, " \t\r\n\\>-*+0123456789.)|") == "" || isBreakTag(s)
	case r == '\n':
		return strings.ContainsAny(s, "\r\n") || isBreakTag(s)
	}
	return false
}

func isBreakTag(s string) bool {
	s = strings.ToLower(s)
	return strings.HasPrefix(s, "<br") || strings.HasPrefix(s, "</br")
}
