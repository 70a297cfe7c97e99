package rules

import (
	"tvilling/internal/check"
	"tvilling/internal/doc"
	"tvilling/internal/glean"
)

// expansions are the acronyms that an article writes out, by acronym, and the
// acronyms in order. They are shared and read-only.
type expansions struct {
	of    map[string][]glean.Expansion
	order []string
}

type expansionsKey struct{ article *doc.Document }

// expansionsIn are those of one of the pair's articles, found once for all rules.
func expansionsIn(p *check.Pass, article *doc.Document) expansions {
	return check.Memo(p, expansionsKey{article}, func(*check.Pass) expansions {
		of, order := glean.Expansions(article)
		return expansions{of, order}
	})
}
