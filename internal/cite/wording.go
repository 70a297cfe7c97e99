package cite

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"tvilling/internal/lang"
	"tvilling/internal/lazy"
)

// wording is the scaffolding of references in all known languages at once: a
// Swedish article cites English works in English dress, and the other way round.
type wording struct {
	months  map[string]int
	revised string // all words for a revised edition

	yearAt, inBook, noDate                lazy.Expression
	joiner, editorMark, editedBy          lazy.Expression
	volume, issue, pages, article         seeking
	etAl, dateAt, dateLate, yearSemicolon seeking
	accessed, retrieved, updated, online  seeking
	edition, noDateIn                     seeking
	volumeAny, issueAny, pagesAny         seeking
	articleAny, volThenNo, volThenWord    seeking
	volYearPages                          seeking // "232 (1973) 331", "232(2), 1973, pp. 331"
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
	from := gather(all, func(c *lang.Citation) []string { return c.From })
	w.dateLate = sought(aYear, `(?i)(?:^|[;,(.:?!\]\x00])\s?(`+full+`|`+yearOf+`[a-z]?)(?:[.,;:)\]\s]*(?:$|\x00)|[.,;:)\]])`).from(markBeforeDate)
	w.yearSemicolon = sought(aDateBeforeASemicolon, `(?i)[\s.,(\x00](`+full+`|`+yearOf+`[a-z]?)\s?;\s?(?:[(\d]|[IVXLC]+[:(]|suppl|vol)`).from(dateBeforeSemicolon)
	undated := func(c *lang.Citation) []string { return c.NoDate }
	w.noDateIn = sought(said(all, isOneOf("("), undated), `(?i)\(`+gather(all, undated))
	w.noDate = lazy.Regexp(`(?i)^` + gather(all, undated) + `(?:-?[a-z])?`)
	w.dateAt = sought(aYearSoon, `(?i)^`+full)
	w.yearAt = lazy.Regexp(`^` + yearOf + `[a-z]?`)
	accessed := func(c *lang.Citation) []string { return slices.Concat(c.Accessed, c.Retrieved) }
	retrieved := func(c *lang.Citation) []string { return c.Retrieved }
	updated := func(c *lang.Citation) []string { return c.Updated }
	online := func(c *lang.Citation) []string { return c.Online }
	w.accessed = sought(said(all, isEdge, accessed), `(?i)`+edge+gather(all, accessed)+`:?\s(?:on\s|den\s)?(`+full+`)[\])]?[.,;:]?(?:\s`+from+`:?)?`).from(edgeOf(heads(all, accessed)))
	w.retrieved = sought(said(all, isEdge, retrieved), `(?i)`+edge+gather(all, retrieved)+`(?:\s`+from+`)?\s?:?\s*[<(]?\x00`)
	w.updated = sought(said(all, isEdge, updated), `(?i)[\[(]?`+edge+gather(all, updated)+`:?\s(`+full+`)[\])]?`)
	w.online = sought(said(all, isOneOf("["), online), `(?i)\[`+gather(all, online)+`[^\[\]]{0,40}\]`)
}

func (w *wording) compileNames(all []*lang.Language) {
	and := gather(all, func(c *lang.Citation) []string { return c.And })
	others := func(c *lang.Citation) []string { return c.EtAl }
	eds := gather(all, func(c *lang.Citation) []string { return c.Editors })
	w.etAl = sought(saidFirst(all, others), `(?i)^`+gather(all, others))
	w.joiner = lazy.Regexp(`(?i)^(?:[,;]?\s*(?:&|` + and + `)\s+|[,;]\s*(?:…|\.\s?\.\s?\.)\s*(?:&\s+)?|[,;]\s*)`)
	w.editorMark = lazy.Regexp(`(?i)^,?\s*(?:\(` + eds + `\)|` + eds + `)(?:$|[\s.,:;])`)
	w.editedBy = lazy.Regexp(`(?i)[,.]\s+(?:` + gather(all, func(c *lang.Citation) []string { return c.EditedBy }) + `|` + eds + `)\s+`)
	w.inBook = lazy.Regexp(`(?:[.,?!"”’'»\]]|^)\s+` + titled(all, func(c *lang.Citation) []string { return c.In }) + `(:?)\s+`)
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
	volumes := func(c *lang.Citation) []string { return c.Volume }
	issues := func(c *lang.Citation) []string { return c.Issue }
	paged := func(c *lang.Citation) []string { return c.Pages }
	articles := func(c *lang.Citation) []string { return c.Article }
	vol := gather(all, volumes) + `\s?(` + volOf + `)`
	issue := gather(all, issues) + `\s?(\d{1,4}(?:\s?[-–/&]\s?\d{1,4})?[A-Za-z]?)`
	pages := gather(all, paged) + `\s?(` + pageOf + `)`
	article := gather(all, articles) + `\s(?:ID\s)?([A-Za-z]{0,3}\d[\w.-]*\w|\d)`
	const end = `(?:$|[^\p{L}\p{N}])`
	w.volume = sought(saidFirst(all, volumes), `(?i)^`+vol)
	w.issue = sought(saidFirst(all, issues), `(?i)^`+issue)
	w.pages = sought(saidFirst(all, paged), `(?i)^`+pages)
	w.article = sought(saidFirst(all, articles), `(?i)^`+article)
	w.volumeAny = sought(said(all, isOneOf(spaceBytes+",.(;"), volumes), `(?i)[\s,.(;]`+vol+end)
	w.issueAny = sought(said(all, isOneOf(spaceBytes+",.(;"), issues), `(?i)[\s,.(;]`+issue+end)
	w.pagesAny = sought(said(all, isOneOf(spaceBytes+",.(;:"), paged), `(?i)[\s,.(;:]`+pages+end)
	w.articleAny = sought(said(all, isBlank, articles), `(?i)[,.;:]\s`+article+end)
	w.volThenWord = sought(said(all, isBlank, func(c *lang.Citation) []string { return slices.Concat(c.Article, c.Pages) }),
		`(?i),\s(`+volOf+`)(?:\(\w+\))?,\s(?:`+article+`|`+pages+`)`+end)
	w.volThenNo = sought(said(all, isBlank, issues), `(?i)[\s,.](`+volOf+`),?\s`+issue+end)
	w.volYearPages = sought(aYearAndADash, `(?i)[\s,](`+volOf+`)(?:\s?\(\d{1,4}\))?,?\s\(?`+yearOf+`\)?,?\s(?:`+gather(all, paged)+`\s?)?`+page+`\s?`+dash+`\s?`+page)
	number := `(?:\d{1,2}(?:st|nd|rd|th|:a|:e|\.)?|\p{L}{4,12})`
	editions := func(c *lang.Citation) []string { return c.Edition }
	rev := gather(all, func(c *lang.Citation) []string { return c.Revised })
	w.revised = rev
	w.edition = sought(said(all, isBlank, editions),
		`(?i)(?:^|[\s,.(])((?:\d{1,2}(?:st|nd|rd|th|:a|:e|\.)?,?\s`+rev+`|`+number+`|`+rev+`)\s`+gather(all, editions)+`)(?:$|[\s.,;:)])`)
}

// month is the number of a month's name in any language, 0 when it is none.
func (w *wording) month(name string) int {
	return w.months[strings.TrimSuffix(strings.ToLower(name), ".")]
}
