package rules

import (
	"fmt"
	"strings"
	"unicode"

	"tvilling/internal/check"
	"tvilling/internal/cite"
	"tvilling/internal/config"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "ref-scaffold",
	Title:    "Words around a reference are in the wrong language",
	Category: "accuracy/untranslated",
	Severity: check.Warning,
	Doc: `"Retrieved from", "eds.", "pp." and the months of dates are the article's own words and
follow its language, unlike the titles and names between them. A list that keeps the
source's words throughout follows a style of its own: that is suggested once. Where
some entries are translated, each word that was left behind is reported. With
references: {scaffolding: keep} it is the translated words that are reported.`,
	Bad: []check.Example{{
		Source: "# References\n\n- Åkesson S, Hedenström A. How migrants get there. BioScience. 2007. Retrieved May 3, 2024, from https://doi.org/10.1641/B570207\n- Mouritsen H. Long-distance navigation. Nature. 2018. Retrieved May 3, 2024, from https://doi.org/10.1038/s41586-018-0176-1",
		Target: "# Referenser\n\n- Åkesson S, Hedenström A. How migrants get there. BioScience. 2007. Hämtad 3 maj 2024 från https://doi.org/10.1641/B570207\n- Mouritsen H. Long-distance navigation. Nature. 2018. Retrieved May 3, 2024, from https://doi.org/10.1038/s41586-018-0176-1",
	}},
	Good: []check.Example{{
		Source: "# References\n\n- Åkesson S, Hedenström A. In and out of sight, edited by day. BioScience. 2007. Retrieved May 3, 2024, from https://doi.org/10.1641/B570207",
		Target: "# Referenser\n\n- Åkesson S, Hedenström A. In and out of sight, edited by day. BioScience. 2007. Hämtad den 3 maj 2024 från https://doi.org/10.1641/B570207",
	}},
	Run: refScaffold,
})

// fewTranslated is how many words must be left for each translated one before the
// list counts as kept in the source's dress. Judged, not measured.
const fewTranslated = 5

// beam is a piece of scaffolding, the reference it stands in, and the source's
// reference to the same work; nil for none.
type beam struct {
	cite.Scaffold
	entry, source *cite.Entry
}

func (b beam) finding(p *check.Pass, message string) check.Finding {
	f := check.Finding{Span: b.entry.Block.Prose.Source(b.Start, b.End), Message: message}
	if b.source != nil {
		f.Related = p.FromSource(b.source.Span())
	}
	return f
}

func refScaffold(p *check.Pass) {
	if p.Cites == nil {
		return
	}
	left, translated := scaffolding(p)
	switch {
	case p.Config.References.Scaffolding == config.KeepScaffolding:
		for _, b := range translated {
			p.Report(b.finding(p, whole(b.Text)+" is translated; this project keeps the words around references as in the source"))
		}
	case len(left) > fewTranslated*len(translated):
		keptThroughout(p, left)
	default:
		leftBehind(p, left)
	}
}

// leftBehind reports words of one entry with nothing but figures between them as one.
func leftBehind(p *check.Pass, left []beam) {
	there, here := p.Source.Lang.Name, p.Target.Lang.Name
	for i := 0; i < len(left); {
		b := left[i]
		for i++; i < len(left) && left[i].entry == b.entry && !hasLetter(b.entry.Block.Prose.Text[b.End:left[i].Start]); i++ {
			b.End, b.Within = left[i].End, true
		}
		f := b.finding(p, "")
		f.Message = fmt.Sprintf("%s is left in %s among references in %s", whole(f.Span.Text()), there, here)
		if !b.Within {
			f.Message += ", which has " + whole(b.Instead)
			f.Fixes = []check.Fix{{Title: "write " + b.Instead, Edits: []text.Edit{{Span: f.Span, New: b.Instead}}}}
		}
		p.Report(f)
	}
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// scaffolding parts the words of the target's references into those left in the
// source's language and those that were translated. What a reference has in the
// source too is neither: a work that was cited in the target's language all along.
func scaffolding(p *check.Pass) (left, translated []beam) {
	partners := p.Cites.Partners()
	for _, e := range p.Cites.Target.Entries {
		source := partners.Source(e)
		before := map[string]bool{}
		if source != nil {
			for _, w := range source.Scaffolding(p.Target.Lang, p.Source.Lang) {
				before[strings.ToLower(w.Text)] = w.Own
			}
		}
		for _, w := range e.Scaffolding(p.Target.Lang, p.Source.Lang) {
			switch {
			case !w.Own:
				left = append(left, beam{w, e, source})
			case !before[strings.ToLower(w.Text)]:
				translated = append(translated, beam{w, e, source})
			}
		}
	}
	return left, translated
}

// keptThroughout says once that a list has the source's words.
func keptThroughout(p *check.Pass, left []beam) {
	var words []string
	seen := map[string]bool{}
	for _, b := range left {
		if key := strings.ToLower(b.Text); !seen[key] && len(words) < 3 {
			seen[key] = true
			words = append(words, whole(b.Text))
		}
	}
	f := left[0].finding(p, fmt.Sprintf("the words around the references are left in %s: %s", p.Source.Lang.Name, strings.Join(words, ", ")))
	f.Weak = true
	p.Report(f)
}
