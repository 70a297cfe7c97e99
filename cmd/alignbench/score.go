package main

import (
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

// bead is one aligned group by line numbers.
type bead struct {
	source, target []int
	confidence     float64
}

// readGold reads a file of one bead a line: source lines TAB target lines.
func readGold(path string) ([]bead, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return parseBeads(path, raw)
}

func parseBeads(path string, raw []byte) ([]bead, error) {
	var out []bead
	for n, line := range strings.Split(string(raw), "\n") {
		line = strings.TrimRight(line, "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) < 2 {
			return nil, fmt.Errorf("%s:%d: no tab", path, n+1)
		}
		x := bead{source: numbers(fields[0]), target: numbers(fields[1])}
		if len(fields) > 2 {
			x.confidence, _ = strconv.ParseFloat(fields[2], 64)
		}
		out = append(out, x)
	}
	return out, nil
}

func numbers(s string) []int {
	var out []int
	for _, f := range strings.Split(s, ",") {
		if n, err := strconv.Atoi(strings.TrimSpace(f)); err == nil {
			out = append(out, n)
		}
	}
	sort.Ints(out)
	return out
}

// tally counts what the scores are made of. Beads with an empty side are broken
// into one a line first.
type tally struct {
	documents                    int
	gold, found, hit             int
	gold2, found2, hit2          int
	touchFound, touchGold        int
	goldNull, foundNull, nullHit int
	sure, sureHit                int // of confidence 0.5 and more
}

func (t *tally) add(gold, found []bead) {
	t.documents++
	g, f := normalise(gold), normalise(found)
	for k, b := range g {
		_, ok := f[k]
		t.gold++
		t.hit += count(ok)
		if b.isNull() {
			t.goldNull++
			t.nullHit += count(ok)
		} else {
			t.gold2++
			t.hit2 += count(ok)
		}
	}
	for k, b := range f {
		t.found++
		if b.confidence >= 0.5 {
			_, ok := g[k]
			t.sure++
			t.sureHit += count(ok)
		}
		if b.isNull() {
			t.foundNull++
		} else {
			t.found2++
		}
	}
	t.touchFound += touching(f, g)
	t.touchGold += touching(g, f)
}

func (b bead) isNull() bool { return len(b.source) == 0 || len(b.target) == 0 }

func count(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

func normalise(beads []bead) map[string]bead {
	out := make(map[string]bead)
	put := func(b bead) { out[fmt.Sprint(b.source, "|", b.target)] = b }
	for _, b := range beads {
		if !b.isNull() {
			put(b)
			continue
		}
		for _, s := range b.source {
			put(bead{source: []int{s}, confidence: b.confidence})
		}
		for _, t := range b.target {
			put(bead{target: []int{t}, confidence: b.confidence})
		}
	}
	return out
}

// touching counts the beads of xs with two sides that share a source and a
// target line with a bead of ys.
func touching(xs, ys map[string]bead) int {
	pairs := make(map[[2]int]bool)
	for _, b := range ys {
		for _, s := range b.source {
			for _, t := range b.target {
				pairs[[2]int{s, t}] = true
			}
		}
	}
	n := 0
	for _, b := range xs {
		n += count(anyPair(b, pairs))
	}
	return n
}

func anyPair(b bead, pairs map[[2]int]bool) bool {
	for _, s := range b.source {
		for _, t := range b.target {
			if pairs[[2]int{s, t}] {
				return true
			}
		}
	}
	return false
}

// f1 is the harmonic mean of precision and recall.
func f1(hitFound, found, hitGold, gold int) float64 {
	if gold == 0 && found == 0 {
		return 1
	}
	if found == 0 || gold == 0 {
		return 0
	}
	p, r := float64(hitFound)/float64(found), float64(hitGold)/float64(gold)
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func (t *tally) row(name string) string {
	return fmt.Sprintf("| %s | %d | %d | %.4f | %.4f | %.4f | %.4f | %.4f of %.2f |", name, t.documents, t.gold,
		f1(t.hit, t.found, t.hit, t.gold), f1(t.hit2, t.found2, t.hit2, t.gold2),
		f1(t.touchFound, t.found2, t.touchGold, t.gold2), f1(t.nullHit, t.foundNull, t.nullHit, t.goldNull),
		float64(t.sureHit)/float64(max(1, t.sure)), float64(t.sure)/float64(max(1, t.found)))
}
