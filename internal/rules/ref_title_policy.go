package rules

import (
	"fmt"

	"tvilling/internal/check"
	"tvilling/internal/cite"
	"tvilling/internal/config"
)

// titles reports the title of one pair by the project's policy. d is how the two
// differ; nil when the published title stands in the target.
func titles(p *check.Pass, pair cite.Pair, d *cite.Difference) {
	policy := p.Config.References.Titles
	switch {
	case policy == config.TranslateTitles:
		translatedTitle(p, pair, d)
	case d == nil && policy == config.BracketTitles:
		if foreignTitle(p, pair) && !pair.Glossed() {
			t := pair.Target.Get(cite.Title)
			p.Report(check.Finding{Span: t.Span, Weak: true, Related: p.FromSource(pair.Source.Get(cite.Title).Span),
				Message: "cited title has no translation in brackets behind it, as this project wants"})
		}
	case d != nil && translatedLabel(p, pair, d):
	case d != nil:
		f := check.Finding{Span: d.Span, Message: titleMessage(d), Related: p.FromSource(d.SourceSpan), Fixes: titleFix(pair, d)}
		if policy == config.BracketTitles && d.Change == cite.Translated {
			f.Message = fmt.Sprintf("cited title is translated; the source has %s, which this project wants first, with the translation in brackets", whole(d.Source))
			f.Fixes = restore(pair.Target.Get(cite.Title).Span, d.Source+" ["+d.Target+"]")
		}
		p.Report(f)
	}
}

// foreignTitle says that the title was kept and is in the source's language.
func foreignTitle(p *check.Pass, pair cite.Pair) bool {
	return pair.TitleKept() && pair.TitleIn(p.Source.Lang)
}

// translatedTitle reports what is amiss where titles are to be translated: one
// that was not, or only in part, or in which a symbol was altered.
func translatedTitle(p *check.Pass, pair cite.Pair, d *cite.Difference) {
	source := p.FromSource(pair.Source.Span())
	switch {
	case d == nil && foreignTitle(p, pair) && !pair.Glossed(),
		d != nil && d.Change == cite.Altered && pair.TitleIn(p.Source.Lang):
		p.Report(check.Finding{Span: pair.Target.Get(cite.Title).Span, Related: source,
			Message: "cited title is not translated; this project translates the titles of cited works"})
	case d == nil:
	case d.Change == cite.Lost:
		tell(p, d, false, contrast(d))
	case d.Change == cite.HalfTranslated:
		p.Report(check.Finding{Span: pair.Target.Get(cite.Title).Span, Related: source, Message: "cited title is translated only in part"})
	case d.Change == cite.Translated && d.SourcePart != "":
		p.Report(check.Finding{Span: d.Span, Related: source,
			Message: fmt.Sprintf("%s of the cited title became %s", whole(d.SourcePart), whole(d.TargetPart))})
	}
}
