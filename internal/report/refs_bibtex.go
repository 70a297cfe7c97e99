package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"

	"tvilling/internal/cite"
	"tvilling/internal/lang"
)

// bibtexKinds are BibTeX's entry types for ours, and what a container is called in each.
var bibtexKinds = map[string][2]string{
	cite.Article: {"article", "journal"}, cite.Preprint: {"misc", "howpublished"}, cite.Book: {"book", "series"},
	cite.Chapter: {"incollection", "booktitle"}, cite.Webpage: {"misc", "howpublished"}, cite.Other: {"misc", "howpublished"},
}

// BibTeX writes a reference list as a .bib file in UTF-8. Titles stand in double
// braces, so that no style changes their capitals. What could not be split is the note.
func BibTeX(w io.Writer, refs *cite.References) error {
	b := bufio.NewWriter(w)
	ids := keys(refs)
	for i, e := range refs.Entries {
		kind := bibtexKinds[e.Type()]
		if i > 0 {
			fmt.Fprintln(b)
		}
		fmt.Fprintf(b, "@%s{%s,\n", kind[0], ids[i])
		for _, f := range bibtexFields(e, kind[1]) {
			if f.value != "" {
				fmt.Fprintf(b, "  %s = {%s},\n", f.name, f.value)
			}
		}
		fmt.Fprintln(b, "}")
	}
	return b.Flush()
}

type bibtexField struct{ name, value string }

func bibtexFields(e *cite.Entry, container string) []bibtexField {
	tex := func(k cite.Kind) string { return texEscape(e.Value(k)) }
	title := tex(cite.Title)
	if title != "" {
		title = "{" + title + "}"
	}
	note := ""
	if title == "" {
		note = texEscape(e.Text())
	}
	year, month, _ := cite.Day(e.Value(cite.Date))
	if year == 0 || month == 0 {
		month = 0
	}
	y := tex(cite.Year)
	if n, _, _ := cite.Day(e.Value(cite.Year)); n > 0 {
		y = fmt.Sprint(n)
	}
	out := []bibtexField{
		{"author", bibtexNames(e, cite.Author)}, {"editor", bibtexNames(e, cite.Editor)}, {"title", title}, {container, tex(cite.Container)},
		{"year", y}, {"month", number(month)}, {"volume", tex(cite.Volume)}, {"number", tex(cite.Issue)}, {"pages", texPages(e.Value(cite.Pages))},
		{"publisher", tex(cite.Publisher)}, {"address", tex(cite.Place)}, {"edition", tex(cite.Edition)}, {"isbn", tex(cite.ISBN)},
		{"doi", texVerbatim(e.Value(cite.DOI))}, {"pmid", tex(cite.PMID)}, {"pmcid", tex(cite.PMCID)}, {"eprint", tex(cite.ArXiv)},
		{"url", texVerbatim(e.Value(cite.URL))}, {"note", note},
	}
	if e.Get(cite.ArXiv) != nil {
		out = append(out, bibtexField{"archiveprefix", "arXiv"})
	}
	if y, m, d := cite.Day(e.Value(cite.Accessed)); y > 0 && m > 0 && d > 0 {
		out = append(out, bibtexField{"urldate", fmt.Sprintf("%04d-%02d-%02d", y, m, d)})
	}
	return out
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// bibtexNames joins names as BibTeX wants them; a body's name stands in braces,
// or its words would be taken for a person's.
func bibtexNames(e *cite.Entry, k cite.Kind) string {
	var out []string
	for _, f := range e.All(k) {
		if family, given := cite.Name(f.Value); given != "" {
			out = append(out, texEscape(family)+", "+texEscape(given))
		} else {
			out = append(out, "{"+texEscape(family)+"}")
		}
	}
	if k == cite.Author && e.Get(cite.EtAl) != nil && len(out) > 0 {
		out = append(out, "others")
	}
	return strings.Join(out, " and ")
}

// texEscape writes what TeX or BibTeX would take for its own. BibTeX counts braces
// even behind a backslash, so they are written as names.
func texEscape(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case strings.ContainsRune(`$&%#_`, r):
			b.WriteString(`\` + string(r))
		case texNames[r] != "":
			b.WriteString(texNames[r])
		case unicode.IsSpace(r) && r != '\u00a0':
			b.WriteByte(' ')
		case hidden(r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

var texNames = map[rune]string{'\\': `\textbackslash{}`, '{': `\textbraceleft{}`, '}': `\textbraceright{}`, '~': `\textasciitilde{}`, '^': `\textasciicircum{}`}

// texVerbatim writes an address, which TeX takes as it stands but for braces and backslashes.
func texVerbatim(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case strings.ContainsRune(`{}\`, r):
			fmt.Fprintf(&b, "%%%02X", r)
		case !unicode.IsSpace(r) && !hidden(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// texPages writes the dash of a range as TeX has it.
func texPages(s string) string {
	var b strings.Builder
	for _, r := range s {
		if lang.IsDash(r) || lang.IsHyphen(r) {
			b.WriteString("--")
			continue
		}
		b.WriteString(texEscape(string(r)))
	}
	return b.String()
}
