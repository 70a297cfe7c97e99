package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tvilling/internal/lexicon/wordlist"
)

// forms prints what becomes of the lines of some headwords.
func forms(heads []string) error {
	lines, err := load()
	if err != nil {
		return err
	}
	for _, l := range lines {
		if !slices.Contains(heads, l.Head) {
			continue
		}
		fmt.Println(l)
		english, swedish := wordlist.Forms(l)
		fmt.Println("    " + strings.Join(english, " "))
		for _, r := range swedish {
			fmt.Println("    " + strings.Join(r, " "))
		}
	}
	return nil
}

// merge takes further lists into the one of the program and sorts it. What stands
// before its first entry stays.
func merge(files []string) error {
	path := filepath.Join(home(), "en-sv.tsv")
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var all []wordlist.Line
	for _, text := range append([]string{string(b)}, read(files)...) {
		lines, mistakes := wordlist.Parse(text)
		if len(mistakes) > 0 {
			return fmt.Errorf("%v", mistakes)
		}
		all = append(all, lines...)
	}
	var out strings.Builder
	out.WriteString(comment(string(b)))
	for _, l := range wordlist.Merge(all) {
		fmt.Fprintln(&out, l)
	}
	return os.WriteFile(path, []byte(out.String()), 0o644)
}

func read(files []string) []string {
	var out []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			fmt.Fprintln(os.Stderr, "lexicon:", err)
			os.Exit(1)
		}
		out = append(out, string(b))
	}
	return out
}

// comment is the lines of a list before its first entry.
func comment(list string) string {
	end := 0
	for line := range strings.Lines(list) {
		if !strings.HasPrefix(line, "#") && strings.TrimSpace(line) != "" {
			break
		}
		end += len(line)
	}
	return list[:end]
}
