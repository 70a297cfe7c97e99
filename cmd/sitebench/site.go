package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// section is a section of an article in both languages.
type section struct{ en, sv string }

// read cuts the article pairs below dir into sections. Pairs that have not the
// same number of sections on both sides are left out.
func read(dir string) ([]section, error) {
	var out []section
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.Name() != "en.md" {
			return err
		}
		en, err := cut(path)
		if err != nil {
			return err
		}
		sv, err := cut(filepath.Join(filepath.Dir(path), "sv.md"))
		if err != nil {
			return err
		}
		if len(en) == len(sv) {
			for i := range en {
				out = append(out, section{en[i], sv[i]})
			}
		}
		return nil
	})
	return out, err
}

// cut is the sections of a Markdown file that begin with a heading of the second level.
func cut(path string) ([]string, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	parts := strings.Split("\n"+string(raw), "\n## ")
	return parts[1:], nil
}

// write writes a site with its settings and returns how many words its
// translations have. The same sections make the same site.
func write(site string, sections []section, pairs, words int) (total int, err error) {
	settings := "languages: {source: en, target: sv}\npairs:\n  - source: \"en/**/*.md\"\n    target: \"sv/{path}\"\n"
	if err := os.WriteFile(filepath.Join(site, ".tvilling.yaml"), []byte(settings), 0o666); err != nil {
		return 0, err
	}
	for _, side := range []string{"en", "sv"} {
		if err := os.MkdirAll(filepath.Join(site, side), 0o777); err != nil {
			return 0, err
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for n := range pairs {
		en, sv := fmt.Sprintf("# Article number %d\n", n), fmt.Sprintf("# Artikel nummer %d\n", n)
		for _, k := range random.Perm(len(sections)) {
			en, sv = en+"\n## "+sections[k].en, sv+"\n## "+sections[k].sv
			if len(strings.Fields(sv)) >= words {
				break
			}
		}
		total += len(strings.Fields(sv))
		name := fmt.Sprintf("%04d.md", n)
		for side, text := range map[string]string{"en": en, "sv": sv} {
			if err := os.WriteFile(filepath.Join(site, side, name), []byte(text), 0o666); err != nil {
				return 0, err
			}
		}
	}
	return total, nil
}
