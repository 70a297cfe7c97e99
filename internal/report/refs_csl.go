package report

import (
	"io"
	"strconv"

	"tvilling/internal/cite"
)

// cslItem is a work in CSL-JSON 1.0.2, the form that reference managers read.
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Author    []cslName `json:"author,omitempty"`
	Editor    []cslName `json:"editor,omitempty"`
	Title     string    `json:"title,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Volume    string    `json:"volume,omitempty"`
	Issue     string    `json:"issue,omitempty"`
	Page      string    `json:"page,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	Place     string    `json:"publisher-place,omitempty"`
	Edition   string    `json:"edition,omitempty"`
	DOI       string    `json:"DOI,omitempty"`
	PMID      string    `json:"PMID,omitempty"`
	PMCID     string    `json:"PMCID,omitempty"`
	ISBN      string    `json:"ISBN,omitempty"`
	Number    string    `json:"number,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	Accessed  *cslDate  `json:"accessed,omitempty"`
}

type cslName struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Literal string `json:"literal,omitempty"`
}

type cslDate struct {
	Parts   [][]int `json:"date-parts,omitempty"`
	Literal string  `json:"literal,omitempty"`
}

// CSL writes a reference list as CSL-JSON. What could not be split is the title.
func CSL(w io.Writer, refs *cite.References) error {
	items := []cslItem{}
	ids := keys(refs)
	for i, e := range refs.Entries {
		item := cslItem{
			ID: ids[i], Type: e.Type(), Author: cslNames(e, cite.Author), Editor: cslNames(e, cite.Editor),
			Title: e.Value(cite.Title), Container: e.Value(cite.Container), Volume: e.Value(cite.Volume), Issue: e.Value(cite.Issue),
			Page: e.Value(cite.Pages), Publisher: e.Value(cite.Publisher), Place: e.Value(cite.Place), Edition: e.Value(cite.Edition),
			DOI: e.Value(cite.DOI), PMID: e.Value(cite.PMID), PMCID: e.Value(cite.PMCID), ISBN: e.Value(cite.ISBN), URL: e.Value(cite.URL),
			Issued: cslDay(e.Value(cite.Date), e.Value(cite.Year)), Accessed: cslDay(e.Value(cite.Accessed), ""),
		}
		if id := e.Value(cite.ArXiv); id != "" {
			item.Number = "arXiv:" + id
		}
		if item.Title == "" {
			item.Title = e.Text()
		}
		items = append(items, item)
	}
	return indented(w, items)
}

// keys are names for the entries, each once: "bliss1973", "bliss1973b".
func keys(refs *cite.References) []string {
	var out []string
	seen := map[string]bool{}
	for _, e := range refs.Entries {
		key := e.Key()
		if key == "" {
			key = "ref" + strconv.Itoa(e.Nth)
		}
		if seen[key] {
			key += "-" + strconv.Itoa(e.Nth)
		}
		seen[key] = true
		out = append(out, key)
	}
	return out
}

func cslNames(e *cite.Entry, k cite.Kind) []cslName {
	var out []cslName
	for _, f := range e.All(k) {
		if family, given := cite.Name(f.Value); given != "" {
			out = append(out, cslName{Family: family, Given: given})
		} else {
			out = append(out, cslName{Literal: family})
		}
	}
	if k == cite.Author && e.Get(cite.EtAl) != nil && len(out) > 0 {
		out = append(out, cslName{Literal: "others"})
	}
	return out
}

// cslDay reads the date, or else the year; a year that is none stays as words.
func cslDay(date, year string) *cslDate {
	if date == "" {
		date = year
	}
	if date == "" {
		return nil
	}
	y, m, d := cite.Day(date)
	switch {
	case y == 0:
		return &cslDate{Literal: date}
	case m == 0:
		return &cslDate{Parts: [][]int{{y}}}
	case d == 0:
		return &cslDate{Parts: [][]int{{y, m}}}
	}
	return &cslDate{Parts: [][]int{{y, m, d}}}
}
