package rules

import (
	"fmt"
	"net/url"
	"strings"

	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/lazy"
)

var _ = register(&check.Rule{
	ID:       "machine-residue",
	Title:    "Something that a scraper or a translating machine left behind",
	Category: "accuracy/addition",
	Severity: check.Error,
	Covers:   true,
	Doc: `Page furniture that was pasted along with the article (image sizes, an author's name,
the address of a portrait), and what a translating machine says about its own work
("Here is the translation", "[rest omitted]"). What the source has too is left alone.`,
	Bad: []check.Example{
		{
			Source: "Neuroplasticity is the brain's ability to adapt.",
			Target: "artikel 1024 683 Anna Ek https://secure.gravatar.com/avatar/3f6c?s=96&r=gNeuroplasticitet är hjärnans förmåga att anpassa sig.",
		},
		{Source: "Sleep repairs the brain.", Target: "Här är översättningen:\n\nSömnen reparerar hjärnan."},
	},
	Good: []check.Example{{
		Source: "Read more at https://example.org/sleep about sleep.",
		Target: "Läs mer på https://example.org/sv/sleep om sömn.",
	}},
	Run: machineResidue,
})

func machineResidue(p *check.Pass) {
	hosts := sourceHosts(p.Source)
	for _, b := range p.Target.Blocks() {
		if b.Kind == doc.Code || b.Kind == doc.Markup || p.InReferences(b) {
			continue
		}
		strayAddresses(p, b, hosts)
		for _, r := range lang.Residue(b.Prose.Text) {
			if !sourceSays(p, b.Prose.Text[r.Start:r.End]) {
				p.Reportf(b.Prose.Source(r.Start, r.End), p.Beside(b), "%s is not part of the article; a translating machine says so",
					check.Quote(b.Prose.Text[r.Start:r.End]))
			}
		}
	}
}

func sourceSays(p *check.Pass, phrase string) bool {
	for _, s := range p.Source.Blocks() {
		if strings.Contains(lang.Fold(s.Prose.Text), lang.Fold(phrase)) {
			return true
		}
	}
	return false
}

// sourceHosts are the hosts of all addresses in an article.
func sourceHosts(d *doc.Document) map[string]bool {
	hosts := map[string]bool{}
	for _, b := range d.Blocks() {
		for _, o := range b.Objects {
			switch o.Kind {
			case doc.Link, doc.InlineImage, doc.URL:
				hosts[host(o.Value)] = true
			}
		}
		for _, m := range address().FindAllString(b.Prose.Text, -1) {
			hosts[host(m)] = true
		}
	}
	return hosts
}

// address is a bare web address, up to the next white space.
var address = lazy.Regexp(`https?://[^\s<>"]+`)

func host(s string) string {
	u, err := url.Parse(strings.Trim(s, "<>()[].,;"))
	if err != nil {
		return s
	}
	return strings.TrimPrefix(strings.ToLower(u.Host), "www.")
}

// strayAddresses reports bare addresses on hosts that the source never names and
// that nobody would put there: with a picture's size before them, glued to the
// next word, or an author's portrait.
func strayAddresses(p *check.Pass, b *doc.Block, hosts map[string]bool) {
	prose := b.Prose.Text
	for _, at := range address().FindAllStringIndex(prose, -1) {
		if hosts[host(prose[at[0]:at[1]])] || linkText(b, at[0]) {
			continue
		}
		start, end := furniture(prose, at[0]), gluedEnd(prose, at[0], at[1])
		if start == at[0] && end == at[1] && !portrait(prose[at[0]:at[1]]) {
			continue // an address that the translator may have added on purpose
		}
		p.Report(check.Finding{
			Span: b.Prose.Source(start, end), Related: p.FromSource(sourceOf(p, b)),
			Message: fmt.Sprintf("%s stands in no passage of the source; it looks like page furniture pasted along", check.Quote(prose[start:end])),
		})
	}
}

// portrait says that an address is one of those that scrapers bring along: an
// author's picture or a file of the page's own machinery.
func portrait(address string) bool {
	for _, sign := range []string{"gravatar.com", "/avatar/", "/wp-content/", "/wp-includes/", "/wp-json/"} {
		if strings.Contains(address, sign) {
			return true
		}
	}
	return false
}

// linkText says that the prose at this place is the text of a link: then its
// author put it there.
func linkText(b *doc.Block, at int) bool {
	for _, o := range b.Objects {
		if o.Kind == doc.Link && o.Start <= at && at < o.End {
			return true
		}
	}
	return false
}

// imageSize is what a scraper writes of a picture: its width and height.
var imageSize = lazy.Regexp(`\b\d{2,4} \d{2,4}\b`)

// furniture is where the words that go with a stray address begin: at the
// paragraph's beginning when these are a picture's size and names without an end
// mark, else at the address itself.
func furniture(prose string, at int) int {
	before := prose[:at]
	if len(before) < 200 && imageSize().MatchString(before) && !strings.ContainsAny(before, ".!?") {
		return 0
	}
	return at
}

// gluedEnd is where an address ends to which the next sentence was glued
// ("…&r=gNeuroplasticitet"): before a capital and four small letters at its end.
func gluedEnd(prose string, start, end int) int {
	if i := glued().FindStringSubmatchIndex(prose[start:end]); i != nil {
		return start + i[2]
	}
	return end
}

var glued = lazy.Regexp(`[a-z0-9=](\p{Lu}\p{Ll}{4,})$`)
