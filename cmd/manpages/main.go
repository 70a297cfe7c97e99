// Command manpages writes the manual pages of tvilling: manpages DIR.
package main

import (
	"log"
	"os"
	"time"

	"github.com/spf13/cobra/doc"

	"tvilling/internal/cli"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: manpages DIR")
	}
	dir := os.Args[1]
	if err := os.MkdirAll(dir, 0o755); err != nil {
		log.Fatal(err)
	}
	// A fixed date: the same pages from the same source.
	date := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	header := &doc.GenManHeader{Title: "TVILLING", Section: "1", Source: "tvilling", Date: &date}
	if err := doc.GenManTree(cli.Root(), header, dir); err != nil {
		log.Fatal(err)
	}
}
