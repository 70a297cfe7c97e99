// Command manpages writes the manual pages and shell completions of tvilling: manpages DIR.
package main

import (
	"errors"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra/doc"

	"tvilling/internal/cli"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: manpages DIR")
	}
	if err := write(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

// write makes man/*.1 and completions/* in a folder.
func write(dir string) error {
	man, completions := filepath.Join(dir, "man"), filepath.Join(dir, "completions")
	if err := errors.Join(os.MkdirAll(man, 0o755), os.MkdirAll(completions, 0o755)); err != nil {
		return err
	}
	// A fixed date: the same pages from the same source.
	date := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	header := &doc.GenManHeader{Title: "TVILLING", Section: "1", Source: "tvilling", Date: &date}
	root := cli.Root()
	return errors.Join(
		doc.GenManTree(root, header, man),
		root.GenBashCompletionFileV2(filepath.Join(completions, "tvilling.bash"), true),
		root.GenZshCompletionFile(filepath.Join(completions, "_tvilling")),
		root.GenFishCompletionFile(filepath.Join(completions, "tvilling.fish"), true),
		root.GenPowerShellCompletionFileWithDesc(filepath.Join(completions, "tvilling.ps1")),
	)
}
