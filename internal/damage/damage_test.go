package damage

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"tvilling/internal/align"
	"tvilling/internal/parse"
	"tvilling/internal/review"
	"tvilling/internal/text"
)

const articles = "../../testdata/articles/clean/"

// load aligns one of the bundled clean pairs.
func load(t *testing.T, name string) *align.Alignment {
	t.Helper()
	read := func(file string) *text.File {
		raw, err := os.ReadFile(articles + name + "/" + file)
		if err != nil {
			t.Fatal(err)
		}
		f, err := text.Decode(file, raw)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	a, err := review.Align(read("en.md"), read("sv.md"), review.Options{SourceFormat: parse.Markdown, TargetFormat: parse.Markdown})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestDamageStandsWhereItsLabelSays compares the spoilt text with the clean one
// line by line: every line that differs lies within the label, or is gone there.
func TestDamageStandsWhereItsLabelSays(t *testing.T) {
	applied := map[string]bool{}
	for _, name := range []string{"science-bird-migration", "docs-message-queue", "manual-photochest"} {
		a := load(t, name)
		clean := strings.Split(string(a.Target.File.Content), "\n")
		for _, k := range Kinds() {
			for seed := range uint64(4) {
				spoilt, label, ok := Inflict(k, a, nil, seed)
				if !ok {
					continue
				}
				applied[k.Name] = true
				lines := strings.Split(string(spoilt.Content), "\n")
				first, last := 0, len(lines)-1
				for first < len(lines) && first < len(clean) && lines[first] == clean[first] {
					first++
				}
				for back := len(clean) - 1; last > first && back > first && lines[last] == clean[back]; back-- {
					last--
				}
				if label.First > first+2 || label.Last < first {
					t.Errorf("%s, %s seed %d: labelled %d–%d, but the texts differ from line %d to %d", name, k.Name, seed, label.First, label.Last, first+1, last+1)
				}
			}
		}
	}
	for _, k := range Kinds() {
		if !applied[k.Name] && !strings.Contains("glossary term replaced, name misspelt, trademark sign dropped, et al. dropped, placeholder altered, image file altered, unit altered, hyphen for dash, acronym letters swapped, cell left in source, note mark dropped", k.Name) {
			t.Errorf("%q found no place in any of the articles", k.Name)
		}
	}
}

func TestDamageDependsOnTheSeedOnly(t *testing.T) {
	a := load(t, "science-bird-migration")
	for _, k := range Kinds() {
		first, one, ok := Inflict(k, a, nil, 7)
		again, two, _ := Inflict(k, a, nil, 7)
		if ok && (!bytes.Equal(first.Content, again.Content) || one != two) {
			t.Errorf("%s: two different texts from one seed", k.Name)
		}
	}
}

func TestTableSaysWhatIsMissing(t *testing.T) {
	var out bytes.Buffer
	table := &Table{byKind: map[string]*score{"digit altered": {labels: 2, found: 2, right: 1, news: 4, hits: 3}}, order: []string{"digit altered"},
		missed: []string{"x"}, beside: []string{"y"}}
	if err := table.Write(&out, true); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"100.0 %", "50.0 %", "75.0 %", "missed: x", "beside: y"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, out.String())
		}
	}
}
