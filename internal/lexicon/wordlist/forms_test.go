package wordlist

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tvilling/internal/lexicon/table"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The files hold one word a line as the list has it, a colon and all its forms.
// They were read through by a Swedish reader; change them only with one.
func TestForms(t *testing.T) {
	for name, inflect := range map[string]func(word string) []string{
		"swedish.txt": func(word string) []string {
			class, text, _ := strings.Cut(word, " ")
			r, err := parseRendering(text)
			if err != nil {
				t.Fatal(word, err)
			}
			var out []string
			for _, f := range swedishForms(r.Words[0], class) {
				if f.roles&table.Bound == 0 {
					out = append(out, f.text)
				}
			}
			return out
		},
		"english.txt": func(word string) []string {
			class, text, _ := strings.Cut(word, " ")
			head, irregular, _ := strings.Cut(text, "=")
			return englishForms(head, class, splitForms(irregular))
		},
		"stems.txt": func(word string) []string {
			class, text, _ := strings.Cut(word, " ")
			r, _ := parseRendering(text)
			var out []string
			for _, f := range swedishForms(r.Words[0], class) {
				if f.roles&table.First != 0 {
					out = append(out, f.text+"-")
				}
			}
			return out
		},
	} {
		t.Run(name, func(t *testing.T) { golden(t, filepath.Join("testdata", name), inflect) })
	}
}

func golden(t *testing.T, path string, inflect func(string) []string) {
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		word, _, _ := strings.Cut(line, ": ")
		if line == "" || line[0] == '#' {
			got.WriteString(line + "\n")
			continue
		}
		got.WriteString(word + ": " + strings.Join(inflect(word), " ") + "\n")
	}
	if *update {
		if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(b), got.String()); diff != "" && !*update {
		t.Error(diff)
	}
}
