package rules

import (
	"fmt"

	"tvilling/internal/check"
	"tvilling/internal/cite"
	"tvilling/internal/text"
)

var _ = register(&check.Rule{
	ID:       "ref-title",
	Title:    "The title of a cited work is translated or altered",
	Category: "accuracy/overtranslation",
	Severity: check.Error,
	Doc: `A reader finds a cited work by its title, so the title stays as published, in the
source's language, wholly or half translated titles included. Letters count, also
Greek ones and diacritics; quotation marks, dashes, spaces and the capital after a
colon do not. A translation added in brackets behind the title is left alone, and so
is a book that is cited in a published translation. With references: {titles: bracket}
the translation has to stand there; with titles: translate, titles are translated, and
one that is not is reported.`,
	Bad: []check.Example{{
		Source: "# References\n\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "# Referenser\n\n- Malenka RC, Bear MF. LTP och LTD: ett överflöd av rikedomar. Neuron. 2004;44(1):5-21.",
	}},
	Good: []check.Example{{
		Source: "# References\n\n- Malenka RC, Bear MF. LTP and LTD: an embarrassment of riches. Neuron. 2004;44(1):5-21.",
		Target: "# Referenser\n\n- Malenka RC, Bear MF. LTP and LTD: An embarrassment of riches. Neuron. 2004; 44(1): s. 5–21.",
	}},
	Run: refTitle,
})

func refTitle(p *check.Pass) {
	sameEdition(p, func(pair cite.Pair) { titles(p, pair, pair.Titles(p.Cites.Likeness)) })
}

// titleFix puts back what the source has: the words that differ, or the whole.
func titleFix(pair cite.Pair, d *cite.Difference) []check.Fix {
	switch {
	case d.Change == cite.Lost:
		return nil
	case d.Change != cite.Translated && d.SourcePart != "" && d.TargetPart != "":
		return restore(d.Span, d.SourcePart)
	}
	return restore(pair.Target.Get(cite.Title).Span, d.Source)
}

func restore(span text.Span, title string) []check.Fix {
	return []check.Fix{{Title: "restore the source's title", Safe: true, Edits: []text.Edit{{Span: span, New: title}}}}
}

func titleMessage(d *cite.Difference) string {
	switch d.Change {
	case cite.Lost:
		return contrast(d)
	case cite.Translated:
		message := fmt.Sprintf("cited title is translated; the source has %s and cited titles stay as published", whole(d.Source))
		if d.SourcePart != "" {
			message += fmt.Sprintf("; %s became %s besides", whole(d.SourcePart), whole(d.TargetPart))
		}
		return message
	case cite.HalfTranslated:
		return halfMessage(d)
	}
	if d.SourcePart == "" || d.TargetPart == "" {
		return fmt.Sprintf("cited title is altered; the source has %s", whole(d.Source))
	}
	return fmt.Sprintf("cited title has %s where the source has %s", whole(d.TargetPart), whole(d.SourcePart))
}

// halfMessage names the language and the words it turns at.
func halfMessage(d *cite.Difference) string {
	foreign := "into another language"
	if d.Foreign != nil {
		foreign = d.Foreign.Name
	}
	if d.Head {
		return fmt.Sprintf("cited title turns %s before %s; the source begins %s", foreign, whole(firstWords(d.Target[d.At:])), whole(d.SourcePart))
	}
	return fmt.Sprintf("cited title turns %s after %s; the source goes on %s", foreign, whole(lastWords(d.Target[:d.At])), whole(d.SourcePart))
}
