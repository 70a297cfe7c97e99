package rules

import (
	"fmt"
	"slices"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/lazy"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "front-matter",
	Title:    "A front-matter key is lost or a fixed value changed",
	Category: "design/markup",
	Severity: check.Warning,
	Doc: `The fields above an article steer the site: layout, date, weight, draft. A key that is
gone or was itself translated, and a value that is the same in every language but not
here, make the page look or sort otherwise. What belongs to a language is left alone:
title, description and other prose, lang, slug, url, permalink, aliases, tags that are
words, and when the text was last changed.`,
	Bad: []check.Example{{
		Source: "---\ntitle: Sleep\nlayout: page\nweight: 20\n---\n\nThe brain rests at night.",
		Target: "---\ntitel: Sömn\nlayout: sida\nweight: 20\n---\n\nHjärnan vilar på natten.",
	}},
	Good: []check.Example{{
		Source: "---\ntitle: \"Sleep\"\nlang: en\nweight: 20\ntags: [sleep, health]\n---\n\nThe brain rests at night.",
		Target: "---\nweight: 20\ntitle: Sömn\nlang: sv\ntags: [sömn, hälsa]\nslug: somn\n---\n\nHjärnan vilar på natten.",
	}},
	Run: frontMatter,
})

func frontMatter(p *check.Pass) {
	source, target := p.Source.Meta, p.Target.Meta
	if len(source) == 0 || p.Target.Format != p.Source.Format {
		return
	}
	if len(target) == 0 {
		start := text.Span{File: p.Target.File}
		p.Reportf(start, source[0].Span, "the source has front matter (%s), this text has none", strings.Join(topKeys(source), ", "))
		return
	}
	lostKeys(p, source, target)
	for _, t := range target {
		for _, s := range source {
			if s.Key == t.Key && (fixedField(s) || wishedFixed(p, s.Key)) && !sameValue(p, s.Value, t.Value) {
				p.Report(check.Finding{Span: t.Span, Related: p.FromSource(s.Span),
					Message: fmt.Sprintf("the front-matter value of %s is %s here but %s in the source", t.Key, check.Quote(t.Value), check.Quote(s.Value)),
					Fixes:   []check.Fix{{Title: "restore the source's value", Edits: []text.Edit{{Span: t.Span, New: s.Span.Text()}}}}})
			}
		}
	}
}

// lostKeys reports the keys that only the source has, all in one.
func lostKeys(p *check.Pass, source, target []doc.Field) {
	have := topKeys(target)
	var lost []string
	var first text.Span
	for _, s := range source {
		key := topKey(s)
		if slices.Contains(have, key) || slices.Contains(lost, key) || ownKey(s.Key) && !proseKeys[lang.Fold(key)] && !wishedFixed(p, s.Key) {
			continue
		}
		if first.IsZero() {
			first = s.Span
		}
		lost = append(lost, key)
	}
	if len(lost) == 0 {
		return
	}
	p.Reportf(target[len(target)-1].Span.After(), first, "the front matter of the source also has %s", strings.Join(lost, ", "))
}

func topKey(f doc.Field) string {
	key, _, _ := strings.Cut(f.Key, ".")
	return key
}

func topKeys(fields []doc.Field) []string {
	var out []string
	for _, f := range fields {
		if key := topKey(f); !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	return out
}

// ownKeys are the last parts of keys whose values each language has its own of,
// or that tell of the translating itself.
var ownKeys = lazy.Regexp(`(?i)^(?:lang(?:uage)?|locale|hreflang|permalink|slug|url|path|aliases|redirect_?from|redirects?|translation.*|tvilling.*|translat(?:ed|or|ors)|i18n.*|source.*|original.*|` +
	`lastmod|last_?modified.*|modified|updated?(?:_?at|_?on)?|last_?update[d]?|revision|version|commit|hash|title|description|summary|subtitle|linktitle|caption|excerpt|keywords?|tags?|categor(?:y|ies)|` +
	`label|sidebar_label|nav_title|navtitle|name|alt|heading|intro|abstract|quote|text|parent|grand_parent|toc_title|menu_?title|banner|toc|tldr)$`)

// ownKey says that a field, or a group it lies in, is each language's own.
func ownKey(key string) bool {
	for part := range strings.SplitSeq(key, ".") {
		if ownKeys().MatchString(part) {
			return true
		}
	}
	return false
}

// fixed is what a value looks like that no language changes: a truth value, a
// number, a date, an identifier of several parts.
var fixed = lazy.Regexp(`(?i)^(?:true|false|yes|no|on|off|[-+]?\d+(?:\.\d+)?|\d{4}-\d\d-\d\d(?:[T ].*)?|[a-z0-9]+(?:[_.:-][a-z0-9]+)+)$`)

// fixedKeys hold names that a program knows, whatever they look like.
var fixedKeys = lazy.Regexp(`(?i)^(?:layout|type|kind|template|id|uid|theme|status|format|engine|sidebar|sidebar_position|nav_order|weight|order|draft|published|date)$`)

// fixedField says that the value is the same in every language.
func fixedField(f doc.Field) bool {
	return !ownKey(f.Key) && (fixed().MatchString(f.Value) || fixedKeys().MatchString(f.Key))
}

// wishedFixed says that the project wants a key's value to be the same everywhere.
func wishedFixed(p *check.Pass, key string) bool {
	return slices.Contains(p.Config.FrontMatter.Fixed, key)
}

// sameValue compares a truth value, number, date or identifier; a path may be the
// target language's.
func sameValue(p *check.Pass, s, t string) bool {
	if strings.EqualFold(strings.TrimSpace(s), strings.TrimSpace(t)) {
		return true
	}
	if len(s) >= 10 && len(t) >= 10 && s[:10] == t[:10] && fixed().MatchString(s) && s[4] == '-' {
		return true // the same day
	}
	return strings.ContainsAny(s, "./-_") && doc.ParseAddress(s).Localised(doc.ParseAddress(t), p.Source.Lang, p.Target.Lang)
}
