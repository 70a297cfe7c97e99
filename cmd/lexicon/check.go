package main

import (
	"fmt"
	"os"
	"path/filepath"

	"tvilling/internal/lexicon"
	"tvilling/internal/lexicon/wordlist"
)

// What the list is meant to reach on ordinary articles, as shares of the words.
const (
	goalSource = 0.92
	goalTarget = 0.85
)

// check prints the mistakes in the list, its size, and how much of the running
// text under a data directory it covers. Mistakes make it fail; gaps do not.
func check(args []string) error {
	lines, err := load()
	if err != nil {
		return err
	}
	mistakes := wordlist.Check(lines)
	for _, m := range mistakes {
		fmt.Println("en-sv.tsv:", m)
	}
	if err := printSize(lines); err != nil {
		return err
	}
	data := filepath.Join("..", "shared", "data")
	if len(args) > 0 {
		data = args[0]
	}
	if _, err := os.Stat(data); err != nil {
		fmt.Printf("coverage: not measured, there is no %s\n", data)
	} else if err := coverage(lexicon.Load("en", "sv"), data); err != nil {
		return err
	}
	if len(mistakes) > 0 {
		return fmt.Errorf("%d mistakes", len(mistakes))
	}
	return nil
}

func printSize(lines []wordlist.Line) error {
	compiled := wordlist.Compile(lines)
	english, swedish, err := wordlist.Words(compiled)
	if err != nil {
		return err
	}
	fmt.Printf("%d headwords, %d English and %d Swedish forms, %d bytes compiled\n", len(lines), english, swedish, len(compiled))
	carried, err := os.ReadFile(filepath.Join(home(), "en-sv.bin"))
	if err != nil {
		return err
	}
	if string(carried) != string(compiled) {
		return fmt.Errorf("en-sv.bin is older than en-sv.tsv: run go generate ./internal/lexicon")
	}
	return nil
}
