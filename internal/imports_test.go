// Package internal holds the packages of tvilling; its one test keeps their floors.
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
	"text": 1, "lang": 1, "strictyaml": 1, "recent": 1, "lazy": 1,
	"doc": 2, "config": 2,
	"parse": 3, "term": 3, "lexicon": 3, "cite": 3,
	"align": 4, "exchange": 4,
	"check": 5,
	"glean": 5,
	"rules": 6, "review": 6, "report": 6, "page": 6, "baseline": 6, "project": 6, "serve": 6,
	"cli": 7, "damage": 7,
}

// ground are packages that import nothing of ours at all.
var ground = map[string]bool{"text": true, "lang": true, "strictyaml": true, "recent": true, "lazy": true, "serve": true}

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
			if imported == name {
				continue // a part of its own
			}
			if floors[imported] >= floors[name] || ground[name] {
				t.Errorf("%s (floor %d) imports %s (floor %d)", name, floors[name], imported, floors[imported])
			}
		}
	}
}

// ownImports are the packages under internal/ that the non-test files of a
// package and of its parts import, each by its first path element.
func ownImports(t *testing.T, name string) []string {
	var out []string
	err := filepath.WalkDir(name, func(file string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range parsed.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			if own, ok := strings.CutPrefix(path, "tvilling/internal/"); ok {
				own, _, _ = strings.Cut(own, "/")
				out = append(out, own)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
