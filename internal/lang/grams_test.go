package lang

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The tables in grams are those of the training texts; -update makes them anew.
func TestGramTables(t *testing.T) {
	for _, l := range All() {
		text, err := os.ReadFile(filepath.Join("testdata", "training", l.Code+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		table := trainGrams(l, string(text))
		if *update {
			if err := os.WriteFile(filepath.Join("grams", l.Code+".bin"), table, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if string(table) != l.evidence.table {
			t.Errorf("grams/%s.bin is not made from its training text: run go generate", l.Code)
		}
	}
}
