// Command damagebench measures what the checker finds of known damage: it spoils
// good translations in every known way and counts what is reported, and where.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"tvilling/internal/damage"
	"tvilling/internal/parse"
	"tvilling/internal/review"
	"tvilling/internal/rules"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

func main() {
	log.SetFlags(0)
	seeds := flag.Int("seeds", 3, "how often each kind of damage is tried on each article")
	details := flag.Bool("details", false, "list what was missed and what was found beside the damage")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: damagebench [-seeds N] [-details] DIR…\nEach DIR holds NAME/en.* and NAME/sv.*, at any depth, and perhaps NAME/glossary.yaml.")
		flag.PrintDefaults()
	}
	flag.Parse()
	articles, err := read(flag.Args())
	if err != nil {
		log.Fatal(err)
	}
	if len(articles) == 0 {
		log.Fatalf("damagebench: no article pairs in %s", strings.Join(flag.Args(), ", "))
	}
	var all []uint64
	for i := range *seeds {
		all = append(all, uint64(i+1))
	}
	table, err := damage.Measure(articles, all)
	if err != nil {
		log.Fatal(err)
	}
	if err := table.Write(os.Stdout, *details); err != nil {
		log.Fatal(err)
	}
}

// read finds the article pairs below the directories.
func read(dirs []string) ([]damage.Article, error) {
	chosen, err := rules.Select(nil, nil)
	if err != nil {
		return nil, err
	}
	var out []damage.Article
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasPrefix(d.Name(), "en.") {
				return err
			}
			targets, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "sv.*"))
			if len(targets) == 0 {
				return nil
			}
			a := damage.Article{Name: filepath.Base(filepath.Dir(path)), Options: review.Options{
				SourceLang: "en", TargetLang: "sv",
				SourceFormat: parse.FormatOf(path), TargetFormat: parse.FormatOf(targets[0]), Rules: chosen}}
			if a.Source, err = file(path); err != nil {
				return err
			}
			if a.Target, err = file(targets[0]); err != nil {
				return err
			}
			if g, err := file(filepath.Join(filepath.Dir(path), "glossary.yaml")); err == nil {
				glossary, err := term.Read(g)
				if err != nil {
					return err
				}
				a.Options.Glossaries = []*term.Glossary{glossary}
			}
			out = append(out, a)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func file(name string) (*text.File, error) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return text.Decode(name, raw)
}
