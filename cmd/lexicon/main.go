// Command lexicon makes the compiled word list from the one that people write,
// and checks it.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"tvilling/internal/lexicon/wordlist"
)

const usage = `usage: lexicon build|check|forms|merge [file …]

  build             compile en-sv.tsv to en-sv.bin (in the working directory, or internal/lexicon)
  check [data]      look for mistakes, count, and measure how much running text of data is covered
  forms WORD…       print all forms of the headwords given
  merge FILE…       take further lists into en-sv.tsv
`

func main() {
	if len(os.Args) < 2 {
		fmt.Fprint(os.Stderr, usage)
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "lexicon:", err)
		os.Exit(1)
	}
}

func run(command string, args []string) error {
	switch command {
	case "build":
		return build()
	case "check":
		return check(args)
	case "forms":
		return forms(args)
	case "merge":
		return merge(args)
	}
	return fmt.Errorf("unknown command %q\n%s", command, usage)
}

// home is the folder of the list: here, or where it is from the top of the project.
func home() string {
	if _, err := os.Stat("en-sv.tsv"); err == nil {
		return "."
	}
	return filepath.Join("internal", "lexicon")
}

func load() ([]wordlist.Line, error) {
	b, err := os.ReadFile(filepath.Join(home(), "en-sv.tsv"))
	if err != nil {
		return nil, err
	}
	lines, mistakes := wordlist.Parse(string(b))
	for _, m := range mistakes {
		fmt.Fprintln(os.Stderr, "en-sv.tsv:", m)
	}
	if len(mistakes) > 0 {
		return nil, fmt.Errorf("%d lines cannot be read", len(mistakes))
	}
	return lines, nil
}

func build() error {
	lines, err := load()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(home(), "en-sv.bin"), wordlist.Compile(lines), 0o644)
}
