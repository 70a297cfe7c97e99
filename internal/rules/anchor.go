package rules

import (
	"fmt"

	"tvilling/internal/align"
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "anchor",
	Title:    "A link into the page leads to no heading of the translation",
	Category: "design/markup",
	Severity: check.Error,
	Doc: `The id of a heading is made of its words, so that it changes when the heading is
translated; a link that still has the source's id then leads nowhere. Ids are read as
GitHub, Hugo, Docusaurus, Python-Markdown and Kramdown make them, with å, ä and ö kept
or turned into a and o, and as they are written out: {#id}, id="…", name="…". Where
the source's own links into the page lead nowhere either, nothing is said: something
else makes the ids.`,
	Bad: []check.Example{{
		Source: "See [how to install](#installing-it).\n\n## Installing it\n\nUnpack the archive.",
		Target: "Se [hur du installerar](#installing-it).\n\n## Installera det\n\nPacka upp arkivet.",
	}},
	Good: []check.Example{{
		Source: "See [how to install](#installing-it) and [care](#care).\n\n## Installing it\n\nUnpack the archive.\n\n## Care\n\nKeep it dry.",
		Target: "Se [hur du installerar](#installera-det) och [skötsel](#care).\n\n## Installera det\n\nPacka upp arkivet.\n\n## Skötsel {#care}\n\nHåll den torr.",
	}},
	Run: anchor,
})

// anchors are the places of one of the two articles that a link can lead to.
func anchors(p *check.Pass, d *doc.Document) *doc.Anchors {
	return check.Memo(p, anchorsKey{d}, func(*check.Pass) *doc.Anchors { return doc.FindAnchors(d) })
}

type anchorsKey struct{ *doc.Document }

func anchor(p *check.Pass) {
	links := inPage(p.Target.Blocks())
	if len(links) == 0 {
		return // then nobody need know where links can lead
	}
	source, target := anchors(p, p.Source), anchors(p, p.Target)
	sound := allLead(source, p.Source.Blocks())
	for _, l := range links {
		bead, _ := p.Align.Bead(l.block)
		if target.Has(l.Value) || !sound && !soundBead(source, bead) {
			continue
		}
		h := meant(p, source, bead, l)
		if h == nil {
			reportAnchor(p, bead, l, nil)
			continue
		}
		// A heading that is lost, not translated or none any more is the cause then,
		// and other rules tell it.
		if there, _ := p.Align.Bead(h); len(there.Target) == 1 && there.Target[0].Kind == doc.Heading && !p.Copied(there.Target[0].Prose.Text, there.Source) {
			reportAnchor(p, bead, l, there.Target[0])
		}
	}
}

// inPage are the links of blocks into the page itself, with the anchor as Value.
func inPage(blocks []*doc.Block) []carried {
	var out []carried
	for _, l := range objects(blocks, doc.Link) {
		if id, ok := doc.InPage(l.Value); ok {
			l.Value = id
			out = append(out, l)
		}
	}
	return out
}

// allLead says that blocks have links into the page, and that all lead somewhere.
func allLead(a *doc.Anchors, blocks []*doc.Block) bool {
	in := inPage(blocks)
	for _, l := range in {
		if !a.Has(l.Value) {
			return false
		}
	}
	return len(in) > 0
}

func soundBead(source *doc.Anchors, b *align.BlockBead) bool { return allLead(source, b.Source) }

// reportAnchor reports link l, which should lead to heading h; nil when unknown.
func reportAnchor(p *check.Pass, b *align.BlockBead, l carried, h *doc.Block) {
	f := check.Finding{Span: l.Dest, Related: p.FromSource(check.SourceSpan(b)),
		Message: fmt.Sprintf("the link leads to #%s, which no heading here has", l.Value)}
	if f.Span.IsZero() {
		f.Span = l.Span
	}
	if h != nil {
		slug := doc.Slug(h.Prose.Text)
		f.Message += fmt.Sprintf("; the heading %s has #%s", check.Quote(h.Prose.Text), slug)
		if !l.Dest.IsZero() {
			f.Fixes = []check.Fix{{Title: "link to #" + slug, Edits: []text.Edit{{Span: l.Dest, New: "#" + slug}}}}
		}
	}
	p.Report(f)
}

// meant is the source heading that the link should lead to the rendering of: the
// one that the same id leads to in the source, or the link at the same place in
// a passage with as many. Nil when unknown.
func meant(p *check.Pass, source *doc.Anchors, b *align.BlockBead, l carried) *doc.Block {
	if h := source.Heading(l.Value); h != nil {
		return h
	}
	from, to := inPage(b.Source), inPage(b.Target)
	if len(from) != len(to) {
		return nil
	}
	for i := range to {
		if to[i].Span == l.Span {
			return source.Heading(from[i].Value)
		}
	}
	return nil
}
