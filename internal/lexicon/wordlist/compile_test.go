package wordlist

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tvilling/internal/lexicon/table"
)

// The list has no mistakes, is sorted and merged, and what the program carries
// was made from it.
func TestBuiltInList(t *testing.T) {
	b, err := os.ReadFile("../en-sv.tsv")
	if err != nil {
		t.Fatal(err)
	}
	lines, mistakes := Parse(string(b))
	for _, m := range append(mistakes, Check(lines)...) {
		t.Error(m)
	}
	var written strings.Builder
	for _, l := range Merge(lines) {
		written.WriteString(l.String() + "\n")
	}
	if !strings.HasSuffix(string(b), "\n"+written.String()) {
		t.Error("en-sv.tsv is not sorted and merged: go run ./cmd/lexicon merge")
	}
	compiled, err := os.ReadFile("../en-sv.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(compiled, Compile(lines)) {
		t.Error("en-sv.bin is older than en-sv.tsv: go generate ./internal/lexicon")
	}
}

// What is read is written as it was.
func TestParseRoundTrip(t *testing.T) {
	for _, line := range []string{
		"house\tn\thus/n5t; byggnad/n3",
		"write\tv\tskriva=skriver,skrev,skrivit,skriven,skrivet,skrivna; författa/v1\twrote,written",
		"depend\tv\tbero/v3 på; !dependera",
		"dream\tn\tdröm/n2+",
		"and/or\tconj\toch/eller",
	} {
		lines, mistakes := Parse(line + "\r\n")
		if len(mistakes) > 0 || len(lines) != 1 {
			t.Fatalf("%s: %v %v", line, lines, mistakes)
		}
		if got := lines[0].String(); got != line {
			t.Errorf("%s is written %s", line, got)
		}
	}
}

func TestMistakes(t *testing.T) {
	for list, want := range map[string]string{
		"house\tn":                         "line 1: 2 columns, want 3 or 4",
		"\tn\thus":                         "line 1: no headword",
		"house\tnoun\thus":                 `line 1: house: unknown part of speech "noun"`,
		"# a\n\nhouse\tn\thus/n9":          `line 3: house: hus: unknown paradigm "n9"`,
		"house\tn\thus;;byggnad":           "line 1: house: a rendering of 0 words",
		"house\tn\t/n2":                    "line 1: house: /n2 has no word",
		"house\tn\thus/n5t+":               "line 1: house: hus/n5t+: only m and n double",
		"house\tn\thus=,":                  "line 1: house: hus: 0 forms",
		"house\tn\thus/n5t\nhouse\tn\thus": "line 2: house: stands already in line 1",
		"house\tn\thus/n5t; hus/n5t":       "line 1: house: hus/n5t stands twice",
		"house\tn\t123":                    `line 1: house: "123" has no letter`,
		"house\tn\thus*/n5t":               `line 1: house: "hus*" of hus*/n5t has '*'`,
		"house\tn\thуs/n5t":                `line 1: house: "hуs" of hуs/n5t has 'у'`, // a Cyrillic у
		"grass\tn\tgräss/n5t\nx\tn\tgräs=gräsen,grässsen": `line 2: x: "grässsen" of gräs=gräsen,grässsen has three equal consonants`,
		"a\tn\tbil/n2\nb\tn\tbil/n5t":                     "line 2: b: bil/n5t is n2 in line 1",
		"a\tn\tbrr/n2":                                    `line 1: a: "brr" of brr/n2 has no vowel`,
	} {
		lines, mistakes := Parse(list)
		mistakes = append(mistakes, Check(lines)...)
		var got []string
		for _, m := range mistakes {
			got = append(got, m.String())
		}
		if diff := cmp.Diff(want, strings.Join(got, "\n")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", list, diff)
		}
	}
}

// Lines that say the same of one headword become one.
func TestMerge(t *testing.T) {
	lines, _ := Parse("zebra\tn\tsebra/n1\nact\tv\tagera/v1; !akta\nact\tn\tlag/n2\nact\tv\thandla/v1; agera\tacted\n")
	var got []string
	for _, l := range Merge(lines) {
		got = append(got, l.String())
	}
	want := []string{"act\tn\tlag/n2", "act\tv\tagera/v1; handla/v1; !akta\tacted", "zebra\tn\tsebra/n1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Phrases share an entry of their own with the words inside them.
func TestPhrases(t *testing.T) {
	lines, mistakes := Parse("blood pressure\tn\tblodtryck/n5t\noccur\tv\täga/v2 rum; hända/v2\nswitch off\tv\tstänga/v2 av\n")
	if mistakes != nil {
		t.Fatal(mistakes)
	}
	c := newCompiler(lines)
	for i, l := range lines {
		c.add(l, table.Entry(i))
	}
	for word, want := range map[string][]table.Entry{
		"blood pressures": {0, 3}, "pressures": {3}, "occurred": {1, 4}, "switched off": {2, 5}, "switched": {5}, "off": nil,
	} {
		if diff := cmp.Diff(want, entries(c.english, word)); diff != "" {
			t.Errorf("%s: %s", word, diff)
		}
	}
	for word, want := range map[string][]table.Entry{
		"stängs av": {2, 5}, "stängde avs": nil,
		"blodtrycken": {0, 3}, "äger rum": {1}, "rum": {4}, "hände": {1}, "av": nil, "stängde av": {2, 5},
		"stängt": {5}, "avstängda": {2, 5},
	} {
		if diff := cmp.Diff(want, entries(c.swedish, word)); diff != "" {
			t.Errorf("%s: %s", word, diff)
		}
	}
}

func entries(s side, word string) []table.Entry {
	if s[word] == nil {
		return nil
	}
	return s[word].entries
}

// Any text is read, checked, merged and compiled without a panic.
func FuzzList(f *testing.F) {
	f.Add("house\tn\thus/n5t; !husk\nrun\tv\tspringa=springer,sprang,sprungit; gå=går ut\tran,run\n")
	f.Add("a\tn\t/n2; e/n5t+; a/v2; =x,y,z; en/a+\nä ö\tv\tå/v1 b/v2t c/v3 d/n3t s/v2\n")
	f.Fuzz(func(t *testing.T, list string) {
		lines, _ := Parse(list)
		Check(lines)
		merged := Merge(lines)
		Compile(merged)
		for _, l := range merged {
			if back, _ := Parse(l.String()); len(back) == 1 && back[0].String() != l.String() {
				t.Errorf("%q becomes %q", l.String(), back[0].String())
			}
		}
	})
}
