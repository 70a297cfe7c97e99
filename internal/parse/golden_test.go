package parse

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"tvilling/internal/text"
)

var update = flag.Bool("update", false, "write what is got as what is wanted")

const goldenDir = "../../testdata/parse"

// TestGolden parses the first file of every archive and compares its blocks
// with the second. A "\r" or "\t" in angle quotation marks («CR», «TAB») stands
// for the character, since an archive cannot show it.
func TestGolden(t *testing.T) {
	names, err := filepath.Glob(goldenDir + "/*.txtar")
	if err != nil || len(names) < 40 {
		t.Fatalf("only %d cases in %s (%v)", len(names), goldenDir, err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if len(bytes.TrimSpace(a.Comment)) == 0 || len(a.Files) != 2 && !(*update && len(a.Files) == 1) {
				t.Fatal("a case has a comment that says what it shows, an input and its blocks")
			}
			in := a.Files[0]
			content := strings.NewReplacer("«CR»", "\r", "«TAB»", "\t").Replace(string(in.Data))
			f := text.NewFile(in.Name, content)
			d := Document(f, FormatOf(in.Name))
			if err := consistent(d); err != nil {
				t.Error(err)
			}
			got := dump(d)
			if *update {
				a.Files = []txtar.File{in, {Name: "blocks", Data: []byte(got)}}
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Errorf("blocks differ (-want +got):\n%s", diff)
			}
		})
	}
}
