package cite

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"tvilling/internal/lang"
)

// wording is the scaffolding of references in all known languages at once: a
// Swedish article cites English works in English dress, and the other way round.
type wording struct {
	accessHeads []string // the first words of accessed, retrieved and updated, lower case
	months      map[string]int
	revised     string // all words for a revised edition

	dateAt, yearAt, dateLate, yearSemicolon expression
	accessed, retrieved, updated, online    expression
	etAl, joiner, editorMark, editedBy      expression
	inBook, edition, noDate, noDateIn       expression
	volume, issue, pages, article           expression
	volumeAny, issueAny, pagesAny           expression
	articleAny, volThenNo, volThenWord      expression
	volYearPages                            expression // "232 (1973) 331", "232(2), 1973, pp. 331"
}

// Shapes that no language changes.
const (
	dash   = `[-–—‐‑−]`
	page   = `[A-Za-z]{0,3}\d+[A-Za-z]?`
	pageOf = `(?:` + page + `(?:\s?` + dash + `\s?` + page + `)?(?:,\s?\d+` + dash + `\d+)*)`
	volOf  = `(?:\d{1,4}[A-Z]?(?:/\d{1,3})?|(?-i:[IVXLC]{1,7}))`
	yearOf = `(?:1[5-9]|20)\d\d`
	// edge stands before a word: RE2's \b knows ASCII only.
	edge = `(?:^|[^\p{L}\p{N}])`
)

var words = sync.OnceValue(func() *wording { return compile(lang.All()) })

// gather joins one list of all languages into a pattern, the longest first.
func gather(all []*lang.Language, pick func(*lang.Citation) []string) string {
	var list []string
	for _, l := range all {
		for _, w := range pick(l.Citation()) {
			pattern := strings.ReplaceAll(regexp.QuoteMeta(w), " ", `\s`)
			pattern = strings.ReplaceAll(pattern, `\.`, `\.\s?`)
			if len(w) == 1 && w != "i" {
				list = append(list, pattern+`\.`) // "s 12" may be anything, "s. 12" is a page
				continue
			}
			list = append(list, pattern+`\.?`)
		}
	}
	if len(list) == 0 {
		return `[^\s\S]`
	}
	slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
	return `(?:` + strings.Join(slices.Compact(list), "|") + `)`
}

func compile(all []*lang.Language) *wording {
	w := &wording{months: map[string]int{}}
	for _, l := range all {
		for _, m := range l.Citation().Months {
			w.months[m.Name] = m.Month
		}
	}
	w.compileDates(all)
	w.compileNames(all)
	w.compileLocators(all)
	return w
}

func (w *wording) compileDates(all []*lang.Language) {
	mon := gather(all, func(c *lang.Citation) (names []string) {
		for _, m := range c.Months {
			names = append(names, m.Name)
		}
		return names
	})
	mon += `(?:\s?[-–/]\s?` + mon + `)?`
	day := `\d{1,2}(?:\.|:a|:e|st|nd|rd|th)?(?:[-–]\d{1,2})?`
	full := `(?:` + strings.Join([]string{
		yearOf + `[-–]\d{2}[-–]\d{2}`,
		`(?:den\s)?` + day + `\s` + mon + `,?\s` + yearOf,
		mon + `\s` + day + `,?\s` + yearOf,
		yearOf + `[a-z]?,?\s` + day + `\s` + mon,
		yearOf + `[a-z]?,?\s` + mon + `(?:\s\d{1,2}(?:[-–]\d{1,2})?)?`,
		mon + `,?\s` + yearOf,
	}, "|") + `)`
	access := gather(all, func(c *lang.Citation) []string { return slices.Concat(c.Accessed, c.Retrieved) })
	fetch := gather(all, func(c *lang.Citation) []string { return c.Retrieved })
	for _, l := range all {
		for _, said := range slices.Concat(l.Citation().Accessed, l.Citation().Retrieved, l.Citation().Updated) {
			head, _, _ := strings.Cut(strings.ToLower(said), " ")
			w.accessHeads = append(w.accessHeads, strings.TrimRight(head, "."))
		}
	}
	from := gather(all, func(c *lang.Citation) []string { return c.From })
	w.noDate = lazily(`(?i)^` + gather(all, func(c *lang.Citation) []string { return c.NoDate }) + `(?:-?[a-z])?`)
	w.dateLate = lazily(`(?i)(?:^|[;,(.:?!\]\x00])\s?(` + full + `|` + yearOf + `[a-z]?)(?:[.,;:)\]\s]*(?:$|\x00)|[.,;:)\]])`)
	w.yearSemicolon = lazily(`(?i)[\s.,(\x00](` + full + `|` + yearOf + `[a-z]?)\s?;\s?(?:[(\d]|[IVXLC]+[:(]|suppl|vol)`)
	w.noDateIn = lazily(`(?i)\(` + gather(all, func(c *lang.Citation) []string { return c.NoDate }))
	w.dateAt = lazily(`(?i)^` + full)
	w.yearAt = lazily(`^` + yearOf + `[a-z]?`)
	w.accessed = lazily(`(?i)` + edge + access + `:?\s(?:on\s|den\s)?(` + full + `)[\])]?[.,;:]?(?:\s` + from + `:?)?`)
	w.retrieved = lazily(`(?i)` + edge + fetch + `(?:\s` + from + `)?\s?:?\s*[<(]?\x00`)
	w.updated = lazily(`(?i)[\[(]?` + edge + gather(all, func(c *lang.Citation) []string { return c.Updated }) + `:?\s(` + full + `)[\])]?`)
	w.online = lazily(`(?i)\[` + gather(all, func(c *lang.Citation) []string { return c.Online }) + `[^\[\]]{0,40}\]`)
}

func (w *wording) compileNames(all []*lang.Language) {
	and := gather(all, func(c *lang.Citation) []string { return c.And })
	etAl := gather(all, func(c *lang.Citation) []string { return c.EtAl })
	eds := gather(all, func(c *lang.Citation) []string { return c.Editors })
	w.etAl = lazily(`(?i)^` + etAl)
	w.joiner = lazily(`(?i)^(?:[,;]?\s*(?:&|` + and + `)\s+|[,;]\s*(?:…|\.\s?\.\s?\.)\s*(?:&\s+)?|[,;]\s*)`)
	w.editorMark = lazily(`(?i)^,?\s*(?:\(` + eds + `\)|` + eds + `)(?:$|[\s.,:;])`)
	w.editedBy = lazily(`(?i)[,.]\s+(?:` + gather(all, func(c *lang.Citation) []string { return c.EditedBy }) + `|` + eds + `)\s+`)
	w.inBook = lazily(`(?:[.,?!"”’'»\]]|^)\s+` + titled(all, func(c *lang.Citation) []string { return c.In }) + `(:?)\s+`)
}

// titled matches any of the words with a capital, or in lower case before a
// title in the IEEE manner ("in Proc.").
func titled(all []*lang.Language, pick func(*lang.Citation) []string) string {
	var list []string
	for _, l := range all {
		for _, w := range pick(l.Citation()) {
			list = append(list, regexp.QuoteMeta(w), regexp.QuoteMeta(strings.ToUpper(w[:1])+w[1:]))
		}
	}
	slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
	return `(` + strings.Join(list, "|") + `)`
}

func (w *wording) compileLocators(all []*lang.Language) {
	vol := gather(all, func(c *lang.Citation) []string { return c.Volume }) + `\s?(` + volOf + `)`
	issue := gather(all, func(c *lang.Citation) []string { return c.Issue }) + `\s?(\d{1,4}(?:\s?[-–/&]\s?\d{1,4})?[A-Za-z]?)`
	pages := gather(all, func(c *lang.Citation) []string { return c.Pages }) + `\s?(` + pageOf + `)`
	article := gather(all, func(c *lang.Citation) []string { return c.Article }) + `\s(?:ID\s)?([A-Za-z]{0,3}\d[\w.-]*\w|\d)`
	w.volume = lazily(`(?i)^` + vol)
	w.issue = lazily(`(?i)^` + issue)
	w.pages = lazily(`(?i)^` + pages)
	w.article = lazily(`(?i)^` + article)
	w.volumeAny = lazily(`(?i)[\s,.(;]` + vol + `(?:$|[^\p{L}\p{N}])`)
	w.issueAny = lazily(`(?i)[\s,.(;]` + issue + `(?:$|[^\p{L}\p{N}])`)
	w.pagesAny = lazily(`(?i)[\s,.(;:]` + pages + `(?:$|[^\p{L}\p{N}])`)
	w.articleAny = lazily(`(?i)[,.;:]\s` + article + `(?:$|[^\p{L}\p{N}])`)
	w.volThenWord = lazily(`(?i),\s(` + volOf + `)(?:\(\w+\))?,\s(?:` + article + `|` + pages + `)(?:$|[^\p{L}\p{N}])`)
	w.volThenNo = lazily(`(?i)[\s,.](` + volOf + `),?\s` + issue + `(?:$|[^\p{L}\p{N}])`)
	w.volYearPages = lazily(`(?i)[\s,](` + volOf + `)(?:\s?\(\d{1,4}\))?,?\s\(?` + yearOf + `\)?,?\s(?:` + gather(all, func(c *lang.Citation) []string { return c.Pages }) + `\s?)?` + page + `\s?` + dash + `\s?` + page)
	number := `(?:\d{1,2}(?:st|nd|rd|th|:a|:e|\.)?|\p{L}{4,12})`
	kinds := gather(all, func(c *lang.Citation) []string { return c.Edition })
	rev := gather(all, func(c *lang.Citation) []string { return c.Revised })
	w.revised = rev
	w.edition = lazily(`(?i)(?:^|[\s,.(])((?:\d{1,2}(?:st|nd|rd|th|:a|:e|\.)?,?\s` + rev + `|` + number + `|` + rev + `)\s` + kinds + `)(?:$|[\s,.;:)])`)
}

// month is the number of a month's name in any language, 0 when it is none.
func (w *wording) month(name string) int {
	return w.months[strings.TrimSuffix(strings.ToLower(name), ".")]
}
