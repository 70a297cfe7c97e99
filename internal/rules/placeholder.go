package rules

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lazy"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "placeholder",
	Title:    "A placeholder, shortcode or tag is altered or lost",
	Category: "design/markup",
	Severity: check.Error,
	Doc: `{name}, %s, {{< figure >}}, {% include %}, <Tabs>, ${VAR}, :icon:, [!NOTE]: what a
program fills in or acts on must come through letter by letter, or the page breaks or
shows it raw. Spaces inside the braces do not count; arguments that are prose (a title,
a description) are translated, and addresses may be those of the target's language.`,
	Bad: []check.Example{
		{Source: "Dear {first_name}, your code is %s.", Target: "Hej {förnamn}, din kod är %s."},
		{Source: "You have {{ count }} letters.", Target: "Du har brev."},
	},
	Good: []check.Example{{
		Source: "{{< figure src=\"a.png\" title=\"The brain at night\" >}}\n\nYou have {{count}} letters.",
		Target: "{{< figure src=\"a.png\" title=\"Hjärnan på natten\" >}}\n\nDu har {{ count }} brev.",
	}},
	Run: placeholder,
})

func placeholder(p *check.Pass) {
	counts := markupCounts(p)
	for i := range p.Align.Blocks {
		b := &p.Align.Blocks[i]
		if s := b.Source; b.Missing() && s[0].Kind == doc.Markup && counts[spaced(s[0].Span.Text())] > 0 {
			if v := spaced(s[0].Span.Text()); isTag(v) && !wholeSectionLost(p, s[0].Section) {
				counts[v]--
				p.Reportf(p.Gap(s[0]), s[0].Span, "%s of the source is missing here", check.Quote(s[0].Span.Text()))
			}
		}
	}
	for _, b := range p.Translated() {
		same := func(s, t carried) bool { return sameTag(p, s.Value, t.Value) }
		lost, added := unpaired(tags(b.Source), tags(b.Target), same)
		lost, _ = alteredTags(p, b, lost, added)
		if len(lost) == 0 {
			continue
		}
		source, target := beside(p, b)
		for _, l := range gone(lost, tags(source), tags(target), same) {
			if filledIn(l.Value) || count(tags(b.Target), l, same) == 0 {
				lostTag(p, b, l)
			}
		}
	}
}

// tags are the placeholders of blocks, and the blocks that are nothing but one.
func tags(blocks []*doc.Block) []carried {
	out := objects(blocks, doc.Placeholder)
	for _, b := range blocks {
		if b.Kind != doc.Markup || len(b.Objects) > 0 {
			continue
		}
		if v := b.Span.Text(); isTag(v) {
			out = append(out, carried{doc.Object{Kind: doc.Placeholder, Value: v, Span: b.Span}, b})
		}
	}
	return out
}

// isTag tells a shortcode, an admonition's fence or a component from a rule of
// dashes and from a program's own lines.
func isTag(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasPrefix(s, "{") || strings.HasPrefix(s, ":::") || strings.HasPrefix(s, "!!!") || strings.HasPrefix(s, "???") || strings.HasPrefix(s, "[!") ||
		len(s) > 1 && s[0] == '<' && (s[1] >= 'A' && s[1] <= 'Z' || s[1] == '/' && len(s) > 2 && s[2] >= 'A' && s[2] <= 'Z')
}

// markupCounts is how many more of each tag on a line of its own the source has.
func markupCounts(p *check.Pass) map[string]int {
	n := map[string]int{}
	for _, b := range p.Source.Blocks() {
		if b.Kind == doc.Markup {
			n[spaced(b.Span.Text())]++
		}
	}
	for _, b := range p.Target.Blocks() {
		if b.Kind == doc.Markup {
			n[spaced(b.Span.Text())]--
		}
	}
	return n
}

// filledIn says that a program puts a value in the place: each occurrence counts.
func filledIn(v string) bool { return v[0] == '%' || v[0] == '{' && !strings.HasPrefix(v, "{%") }

// alteredTags pairs what was lost and added by kind and reports it; it returns the rest.
func alteredTags(p *check.Pass, b *align.BlockBead, lost, added []carried) (lostRest, addedRest []carried) {
	for _, s := range lost {
		i := 0
		for i < len(added) && added[i].Value[0] != s.Value[0] {
			i++
		}
		if i == len(added) {
			lostRest = append(lostRest, s)
			continue
		}
		t := added[i]
		added = append(added[:i:i], added[i+1:]...)
		p.Report(check.Finding{Span: t.Span, Related: p.FromSource(s.Span),
			Message: fmt.Sprintf("%s is %s in the source", check.Quote(t.Value), check.Quote(s.Value)),
			Fixes: []check.Fix{{Title: "restore " + spaced(s.Value), Safe: !strings.ContainsAny(s.Value, `"'`),
				Edits: []text.Edit{{Span: t.Span, New: s.Value}}}}})
	}
	return lostRest, added
}

// lostTag reports a placeholder that is gone, at what is left of it where its
// name still stands.
func lostTag(p *check.Pass, b *align.BlockBead, l carried) {
	name := strings.Trim(l.Value, "{}%$ ")
	for _, t := range b.Target {
		if !strings.ContainsAny(l.Value[:1], "{%$") || len(name) < 3 {
			break
		}
		m := regexp.MustCompile(`[{%$]{0,3} ?` + regexp.QuoteMeta(name) + ` ?[}%]{0,2}`).FindStringIndex(t.Prose.Text)
		if m == nil || t.Literal(m[0], m[1]) || strings.Trim(t.Prose.Text[m[0]:m[1]], " ") == name {
			continue
		}
		for t.Prose.Text[m[0]] == ' ' {
			m[0]++
		}
		span := t.Prose.Source(m[0], m[1])
		p.Report(check.Finding{Span: span, Related: p.FromSource(l.Span),
			Message: fmt.Sprintf("%s is damaged; the source has %s", check.Quote(span.Text()), check.Quote(l.Value))})
		return
	}
	p.Reportf(placeOf(b, l.block, l.Start, l.End), l.Span, "%s of the source is missing here", check.Quote(l.Value))
}

// spaced is a tag with white space evened out, none of it inside the outer braces.
func spaced(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if rest, ok := strings.CutPrefix(s, "{:"); ok { // Kramdown's mark of an attribute list
		s = "{" + rest
	}
	for _, mark := range []string{"{{<", "{{%", "{{", "{%", "{"} {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			s = mark + strings.TrimPrefix(rest, " ")
			break
		}
	}
	for _, mark := range []string{">}}", "%}}", "}}", "%}", "}", "/>"} {
		if rest, ok := strings.CutSuffix(s, mark); ok {
			return strings.TrimSuffix(rest, " ") + mark
		}
	}
	return s
}

var tagToken = lazy.Regexp(`"[^"]*"|'[^']*'|“[^”]*”|[^\s"'“]+`)

// proseArgument matches the name of an argument that readers read.
var proseArgument = lazy.Regexp(`(?i)(?:^|[-_])(?:title|alt|caption|label|description|summary|text|content|heading|header|tooltip|placeholder|message|name|attr)\s*[=:]\s*\{?$`)

// sameTag compares two tags token by token, prose and localised addresses aside.
// That a heading has an id counts, not which: links follow the target's.
func sameTag(p *check.Pass, source, target string) bool {
	source, target = spaced(source), spaced(target)
	if source == target || strings.EqualFold(source, target) && strings.HasPrefix(source, "[") {
		return true
	}
	if strings.HasPrefix(source, "{#") && strings.HasPrefix(target, "{#") {
		return true
	}
	a, b := tagToken().FindAllString(source, -1), tagToken().FindAllString(target, -1)
	if len(a) != len(b) || len(a) < 2 {
		return false
	}
	for i := range a {
		if a[i] == b[i] || quotedToken(a[i]) && (i > 0 && proseArgument().MatchString(a[i-1]) || isProse(a[i])) {
			continue
		}
		if !strings.ContainsAny(a[i], "/.") || !doc.ParseAddress(strings.Trim(a[i], `"'`)).Localised(doc.ParseAddress(strings.Trim(b[i], `"'`)), p.Source.Lang, p.Target.Lang) {
			return false
		}
	}
	return true
}

func quotedToken(s string) bool {
	return strings.ContainsAny(s[:1], "\"'") || strings.HasPrefix(s, "“")
}

// isProse says that a quoted argument holds words: letters with a space between them.
func isProse(s string) bool {
	return strings.Contains(s, " ") && !strings.ContainsAny(s, "/={}") && strings.IndexFunc(s, unicode.IsLetter) >= 0
}
