package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"time"
)

// speed prints segments a second, both sides counted as one, and peak memory for
// texts of several lengths, put together from the hard sets over and over.
func (b *bench) speed() error {
	golds, err := filepath.Glob(filepath.Join(b.data, "sentgold", "*-hard", "*", "gold.tsv"))
	if err != nil || len(golds) == 0 {
		return fmt.Errorf("no hard sets")
	}
	fmt.Print("\n| segments | seconds | segments/s | heap MB | strict |\n|---|---|---|---|---|\n")
	for _, size := range []int{60, 1000, 5000, 20000, 50000} {
		src, tgt, gold := b.long(golds, size)
		var found []bead
		heap, took := watch(func() { found = b.lines(src, tgt) })
		t := tally{}
		t.add(gold, found)
		fmt.Printf("| %d | %.4f | %.0f | %.0f | %.4f |\n", len(src), took.Seconds(), float64(len(src))/took.Seconds(), heap,
			f1(t.hit, t.found, t.hit, t.gold))
	}
	return nil
}

// long joins texts, each time in another order, until there are size source lines.
func (b *bench) long(golds []string, size int) (src, tgt []string, gold []bead) {
	for round := 0; len(src) < size; round++ {
		for k := 0; k < len(golds) && len(src) < size; k++ {
			dir := filepath.Dir(golds[(k*(2*round+1)+round*7)%len(golds)])
			beads, err := readGold(filepath.Join(dir, "gold.tsv"))
			if err != nil {
				continue
			}
			for _, x := range beads {
				gold = append(gold, x.shifted(-len(src), -len(tgt)))
			}
			src = append(src, readLines(filepath.Join(dir, "en.txt"))...)
			tgt = append(tgt, readLines(filepath.Join(dir, "sv.txt"))...)
		}
	}
	return src, tgt, gold
}

// watch runs f and returns the greatest heap in MB that was seen and the time it took.
func watch(f func()) (float64, time.Duration) {
	runtime.GC()
	var peak atomic.Uint64
	stop, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		var m runtime.MemStats
		for {
			runtime.ReadMemStats(&m)
			peak.Store(max(peak.Load(), m.HeapInuse))
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	start := time.Now()
	f()
	took := time.Since(start)
	close(stop)
	<-stopped
	return float64(peak.Load()) / (1 << 20), took
}
