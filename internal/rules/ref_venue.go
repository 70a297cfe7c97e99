package rules

import (
	"tvilling/internal/check"
	"tvilling/internal/cite"
	"tvilling/internal/config"
)

var _ = register(&check.Rule{
	ID:       "ref-venue",
	Title:    "The journal, book or publisher of a reference has another name",
	Category: "accuracy/overtranslation",
	Severity: check.Error,
	Doc: `Names of journals, books and publishers stay as they are: "Sleep Medicine: X" is not
"Sömnmedicin: X". The full name and its abbreviation are the same ("J Alzheimers Dis",
"Journal of Alzheimer's Disease"). With references: {venues: translate} they may be
translated, but not left out.`,
	Bad: []check.Example{{
		Source: "# References\n\n- Nyberg L, Bäckman L. Memory aging and brain maintenance. Trends in Cognitive Sciences. 2012;16(5):292-305.",
		Target: "# Referenser\n\n- Nyberg L, Bäckman L. Memory aging and brain maintenance. Trender inom kognitionsvetenskap. 2012;16(5):292-305.",
	}},
	Good: []check.Example{{
		Source: "# References\n\n- Nyberg L, Bäckman L. Memory aging and brain maintenance. Trends in Cognitive Sciences. 2012;16(5):292-305.",
		Target: "# Referenser\n\n- Nyberg L, Bäckman L. Memory aging and brain maintenance. Trends Cogn Sci. 2012;16(5):292-305.",
	}},
	Run: refVenue,
})

func refVenue(p *check.Pass) {
	sameEdition(p, func(pair cite.Pair) {
		d := pair.Venues()
		if d == nil || d.Change != cite.Lost && p.Config.References.Venues == config.TranslateVenues {
			return
		}
		message := contrast(d)
		if d.Change != cite.Lost {
			message += "; names of journals and publishers stay as published"
		}
		tell(p, d, d.Kind == cite.Container, message)
	})
}
