// Package page writes the review page: both articles side by side in one HTML file.
package page

import (
	"io"

	"tvilling/internal/check"
)

// Book is what a page shows: the articles themselves, a table of articles, or
// both. With one article alone there is no table.
type Book struct {
	Title    string // of the table; "" for "Translations"
	Version  string // of tvilling
	Articles []*Article
	Entries  []Entry          // the table; made of Articles when it is nil
	Missing  []check.Unpaired // sources without translation
	Orphans  []check.Unpaired // translations without source
	Partial  string           // why not all pairs are there; "" when they are
	Settings []check.Finding  // about the project's settings
	Rules    []*check.Rule    // for what a finding's rule means; may be nil
}

// Entry is a line of the table.
type Entry struct {
	Source, Target string // names of files
	Score          check.Score
	Counts         [3]int // of the findings that count, by severity
	Status         string // how the translation follows its source, in words; "" when unknown
	Link           string // where the article is shown; "" for nowhere
}

// NewEntry is the line of a result, which need not be fresh from its review.
func NewEntry(res *check.Result, status, link string) Entry {
	r := check.Report{Results: []check.Result{*res}}
	return Entry{Source: res.Source.File.Name, Target: res.Target.File.Name, Score: res.Score(), Counts: r.Counts(), Status: status, Link: link}
}

// Entries are the lines of articles that stand on the same page.
func Entries(articles []*Article) []Entry {
	out := []Entry{}
	for i, a := range articles {
		out = append(out, Entry{a.Source.File, a.Target.File, a.Score, a.Counts, a.Status, "#p" + itoa(i+1)})
	}
	return out
}

// Options say where a page is shown. The zero value is for a file.
type Options struct {
	Live *Live // set when a server shows the page and tells when it has changed
}

// Live is what a page needs of its server.
type Live struct {
	Events string // the address of the stream of changes, as server-sent events called "change"
	Home   string // the address of the table of all articles; "" for none
	Fix    string // the address to which orders for fixes are posted; "" when none can be ordered
	Token  string // to be sent with an order …
	Header string // … in this header
}

// Generator stands near the beginning of every page.
const Generator = `<meta name="generator" content="tvilling`

// Write writes a page that needs nothing from elsewhere.
func Write(w io.Writer, b Book, o Options) error {
	return pageTemplate().Execute(w, newView(b, o))
}
