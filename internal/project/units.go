package project

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"tvilling/internal/doc"
	"tvilling/internal/text"
)

// unit is a piece of a source that is translated as one: a sentence, the text of
// a picture, a code block, a shortcode, a title in the front matter.
type unit struct {
	section  int // index of its section
	sentence doc.Sentence
	block    *doc.Block // nil for front matter
	key      string     // a hash of all that a translation has to follow, and of nothing else
	text     string     // for people
	span     text.Span
}

// spoken are the front-matter keys that hold text.
var spoken = map[string]bool{"title": true, "linkTitle": true, "subtitle": true, "description": true, "summary": true, "excerpt": true, "lead": true, "caption": true}

// units are the pieces of a document in reading order. White space, the marks of
// emphasis, ways to write one address and the delimiters of shortcodes make no
// difference to their keys.
func units(d *doc.Document) []unit {
	var out []unit
	for _, f := range d.Meta {
		if spoken[f.Key] {
			out = append(out, unit{key: keyOf(f.Key, f.Value), text: f.Value, span: f.Span})
		}
	}
	for _, b := range d.Blocks() {
		for _, s := range b.Sentences {
			parts := []string{"sentence", s.Text()}
			for _, o := range s.Objects() {
				parts = append(parts, carries(o))
			}
			out = append(out, unit{section: b.Section.Index, sentence: s, block: b, key: keyOf(parts...), text: s.Text(), span: s.Span()})
		}
		switch {
		case b.Kind == doc.Code:
			out = append(out, unit{section: b.Section.Index, block: b, key: keyOf("code", b.Prose.Text), text: b.Prose.Text, span: b.Span})
		case b.Kind == doc.Markup && strings.Trim(b.Span.Text(), "-*_ \t\r\n") != "":
			out = append(out, unit{section: b.Section.Index, block: b, key: keyOf("markup", bare(b.Span.Text())), text: b.Span.Text(), span: b.Span})
		}
	}
	return out
}

// carries is what of an object a translation has to follow.
func carries(o doc.Object) string {
	switch o.Kind {
	case doc.Link, doc.InlineImage:
		return fmt.Sprint(doc.ParseAddress(o.Value)) // the address taken apart, as one text
	case doc.Placeholder:
		return bare(o.Value)
	case doc.NoteMark:
		return o.Value
	}
	return "" // seen in the text, or of no weight
}

// bare is a shortcode without its delimiters: {{< x >}}, {{% x %}}, {% x %}.
func bare(s string) string { return strings.Trim(s, "{}<>%/ \t\r\n") }

// keyOf hashes parts, white space evened out, to 12 hex digits.
func keyOf(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		if p != "" {
			fmt.Fprintf(h, "%s\x00", strings.Join(strings.Fields(p), " "))
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}

// heading is a section's heading as it is read; "" without one.
func heading(s *doc.Section) string {
	if s.Heading == nil {
		return ""
	}
	return strings.Join(strings.Fields(s.Heading.Prose.Text), " ")
}
