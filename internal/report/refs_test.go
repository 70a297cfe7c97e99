package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"tvilling/internal/cite"
	"tvilling/internal/parse"
	"tvilling/internal/report"
	"tvilling/internal/text"
)

// FuzzRefs writes whatever stands under "References" in every form: braces stay
// balanced, JSON stays JSON, and a terminal gets no control characters.
func FuzzRefs(f *testing.F) {
	for _, s := range []string{
		"- Bliss TV, Lømo T. Long-lasting potentiation. J Physiol. 1973;232(2):331-356.",
		"- Ek {A}. }} \\ ~^ {. J Odd. 2001;1:2. doi:10.1000/{x\\}",
		"1. Ek A. A \x1b[31m bell. J Odd. 2001;1:2.\n2. \u202eEk B. J Odd. 2002;1:3.",
		"- \"{\". (2010). https://a.example/{}{",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("package text decodes before")
		}
		d := parse.Document(text.NewFile("en.md", "# References\n\n"+s+"\n"), parse.Markdown)
		c := cite.Compare(d, d, nil)
		var bib, csl, all, shown bytes.Buffer
		for _, err := range []error{report.BibTeX(&bib, c.Target), report.CSL(&csl, c.Target), report.RefsJSON(&all, d.File, d.File, c), report.RefsText(&shown, c, report.TextOptions{Width: 60})} {
			if err != nil {
				t.Fatal(err)
			}
		}
		if strings.Count(bib.String(), "{") != strings.Count(bib.String(), "}") {
			t.Errorf("braces do not balance:\n%s", bib.String())
		}
		if !json.Valid(csl.Bytes()) || !json.Valid(all.Bytes()) {
			t.Errorf("no JSON:\n%s%s", csl.String(), all.String())
		}
		if i := strings.IndexFunc(shown.String(), func(r rune) bool { return r < ' ' && r != '\n' || r >= 0x202A && r <= 0x202E }); i >= 0 {
			t.Errorf("a control character reaches the terminal: %q", shown.String()[i:])
		}
	})
}
