package internal

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors are the storeys of the house: a package imports only from lower ones.
// docs/architecture.md shows the same picture.
var floors = map[string]int{
	"text": 1, "lang": 1, "strictyaml": 1,
	"doc":   2,
	"parse": 3, "term": 3, "lexicon": 3, "cite": 3,
	"align": 4,
	"check": 5,
	"rules": 6, "review": 6, "report": 6,
	"cli": 7,
}

// ground are packages that import nothing of ours at all.
var ground = map[string]bool{"text": true, "lang": true, "strictyaml": true}

func TestImportsGoDownOnly(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		name := e.Name()
		if floors[name] == 0 {
			t.Errorf("package %s has no floor; add it to the table here and in docs/architecture.md", name)
		}
		for _, imported := range ownImports(t, name) {
			if floors[imported] >= floors[name] || ground[name] {
				t.Errorf("%s (floor %d) imports %s (floor %d)", name, floors[name], imported, floors[imported])
			}
		}
	}
}

// ownImports are the packages under internal/ that the non-test files of a package import.
func ownImports(t *testing.T, name string) []string {
	files, err := filepath.Glob(filepath.Join(name, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range parsed.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			if own, ok := strings.CutPrefix(path, "tvilling/internal/"); ok {
				out = append(out, own)
			}
		}
	}
	return out
}
