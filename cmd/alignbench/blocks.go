package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"tvilling/internal/align"
	"tvilling/internal/doc"
	"tvilling/internal/parse"
	"tvilling/internal/report"
	"tvilling/internal/text"
)

// blocks scores articles whose blocks are named by their first line.
func (b *bench) blocks(set string) error {
	golds, err := filepath.Glob(filepath.Join(b.data, set, "*", "gold.lines.tsv"))
	if err != nil || len(golds) == 0 {
		return fmt.Errorf("no gold in set %s", set)
	}
	var all tally
	for _, path := range golds {
		dir := filepath.Dir(path)
		gold, err := readGold(path)
		if err != nil {
			return err
		}
		found, err := b.documents(filepath.Join(dir, "en.md"), filepath.Join(dir, "sv.md"))
		if err != nil {
			return err
		}
		all.add(gold, found)
		if b.errors {
			src, tgt := readLines(filepath.Join(dir, "en.md")), readLines(filepath.Join(dir, "sv.md"))
			b.differences(set+"/"+filepath.Base(dir), gold, found, src, tgt)
		}
	}
	fmt.Println(all.row(set))
	return nil
}

func (b *bench) documents(source, target string) ([]bead, error) {
	src, err := b.article(source, true)
	if err != nil {
		return nil, err
	}
	tgt, err := b.article(target, false)
	if err != nil {
		return nil, err
	}
	var rows bytes.Buffer
	if err := report.BeadsTSV(&rows, align.Blocks, align.Documents(src, tgt, b.evidence).Rows(align.Blocks)); err != nil {
		return nil, err
	}
	return parseBeads(source, rows.Bytes())
}

func (b *bench) article(path string, source bool) (*doc.Document, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	f, err := text.Decode(path, raw)
	if err != nil {
		return nil, err
	}
	d := parse.Document(f, parse.FormatOf(path))
	if source {
		d.Segment(b.evidence.Source)
	} else {
		d.Segment(b.evidence.Target)
	}
	return d, nil
}
