// Command alignbench measures the aligner on texts whose alignment is known and
// prints the scores as a Markdown table. It is a tool for developers, no test.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tvilling/internal/align"
	"tvilling/internal/lang"
	"tvilling/internal/lexicon"
)

func main() {
	data := flag.String("data", "../shared/data", "directory with sentgold and blockgold")
	plain := flag.Bool("nolist", false, "do without the word list")
	errors := flag.Bool("errors", false, "list the beads that differ from gold")
	speed := flag.Bool("speed", true, "measure speed and memory too")
	flag.Parse()
	if _, err := os.Stat(filepath.Join(*data, "sentgold")); err != nil {
		fmt.Fprintf(os.Stderr, "alignbench: there is no data in %s (sentgold is missing); give its directory with -data\n", *data)
		os.Exit(2)
	}
	ev := align.Evidence{Source: lang.For("en"), Target: lang.For("sv")}
	if !*plain {
		ev.Lexicon = lexicon.Load("en", "sv")
	}
	b := bench{evidence: ev, data: *data, errors: *errors, fast: *speed}
	if err := b.run(); err != nil {
		fmt.Fprintln(os.Stderr, "alignbench:", err)
		os.Exit(2)
	}
}

type bench struct {
	evidence align.Evidence
	data     string
	errors   bool
	fast     bool
}

func (b *bench) run() error {
	fmt.Println("| set | documents | beads | strict | strict2 | lenient | null | right at ≥ .5 |")
	fmt.Println("|---|---|---|---|---|---|---|---|")
	for _, set := range []string{"pud", "lines", "gnome", "pud-hard", "lines-hard", "gnome-hard"} {
		if err := b.sentences(set); err != nil {
			return err
		}
	}
	for _, set := range []string{"blockgold", "blockgold/perturbed"} {
		if err := b.blocks(set); err != nil {
			return err
		}
	}
	if !b.fast {
		return nil
	}
	return b.speed()
}

// sentences scores one set of texts with a sentence a line, whole and in pieces.
func (b *bench) sentences(set string) error {
	golds, err := filepath.Glob(filepath.Join(b.data, "sentgold", set, "*", "gold.tsv"))
	if err != nil || len(golds) == 0 {
		return fmt.Errorf("no gold in set %s", set)
	}
	var whole, pieces tally
	for _, path := range golds {
		dir := filepath.Dir(path)
		gold, err := readGold(path)
		if err != nil {
			return err
		}
		src, tgt := readLines(filepath.Join(dir, "en.txt")), readLines(filepath.Join(dir, "sv.txt"))
		found := b.lines(src, tgt)
		whole.add(gold, found)
		if b.errors {
			b.differences(set+"/"+filepath.Base(dir), gold, found, src, tgt)
		}
		for _, p := range cut(gold, 30) {
			s, t := p.lines(src, tgt)
			pieces.add(p.gold, b.lines(s, t))
		}
	}
	fmt.Println(whole.row(set))
	fmt.Println(pieces.row(set + ", 30 at a time"))
	return nil
}

func (b *bench) lines(src, tgt []string) []bead {
	var out []bead
	for _, x := range align.Lines(src, tgt, b.evidence) {
		out = append(out, bead{plus1(x.Source), plus1(x.Target), x.Confidence})
	}
	return out
}

func plus1(xs []int) []int {
	var out []int
	for _, x := range xs {
		out = append(out, x+1)
	}
	return out
}

func readLines(path string) []string {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	return strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
}

// piece is a stretch of a text with its gold, numbered from its own first line.
type piece struct {
	s0, s1, t0, t1 int
	gold           []bead
}

func (p piece) lines(src, tgt []string) (s, t []string) { return src[p.s0:p.s1], tgt[p.t0:p.t1] }

// cut divides gold into pieces of about size source lines, between beads.
func cut(gold []bead, size int) []piece {
	ordered := inOrder(gold)
	var out []piece
	p := piece{}
	for _, b := range ordered {
		p.s1 += len(b.source)
		p.t1 += len(b.target)
		p.gold = append(p.gold, b.shifted(p.s0, p.t0))
		if p.s1-p.s0 >= size {
			out = append(out, p)
			p = piece{s0: p.s1, s1: p.s1, t0: p.t1, t1: p.t1}
		}
	}
	if len(p.gold) > 0 {
		out = append(out, p)
	}
	return out
}

// inOrder sorts beads as they stand in the two texts.
func inOrder(gold []bead) []bead {
	bySource, byTarget := map[int]bead{}, map[int]bead{}
	lastS, lastT := 0, 0
	for _, b := range gold {
		if len(b.source) > 0 {
			bySource[b.source[0]] = b
			lastS = max(lastS, b.source[len(b.source)-1])
		}
		if len(b.target) > 0 {
			byTarget[b.target[0]] = b
			lastT = max(lastT, b.target[len(b.target)-1])
		}
	}
	var out []bead
	s, t := 1, 1
	for s <= lastS || t <= lastT {
		b, ok := byTarget[t]
		if !ok || len(b.source) > 0 {
			b = bySource[s]
		}
		if len(b.source)+len(b.target) == 0 {
			break
		}
		out = append(out, b)
		s += len(b.source)
		t += len(b.target)
	}
	return out
}

func (b bead) shifted(s, t int) bead {
	var out bead
	for _, x := range b.source {
		out.source = append(out.source, x-s)
	}
	for _, x := range b.target {
		out.target = append(out.target, x-t)
	}
	return out
}

func (b *bench) differences(name string, gold, found []bead, src, tgt []string) {
	g, f := normalise(gold), normalise(found)
	for _, x := range found {
		for key, y := range normalise([]bead{x}) {
			if _, ok := g[key]; !ok {
				fmt.Println(name, "found", y.source, y.target)
				show(y, src, tgt)
			}
		}
	}
	for _, x := range gold {
		for key, y := range normalise([]bead{x}) {
			if _, ok := f[key]; !ok {
				fmt.Println(name, "missed", y.source, y.target)
			}
		}
	}
}

func show(b bead, src, tgt []string) {
	for _, s := range b.source {
		fmt.Println("   <", src[s-1])
	}
	for _, t := range b.target {
		fmt.Println("   >", tgt[t-1])
	}
}
