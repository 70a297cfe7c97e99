// Command sitebench measures how fast a whole site is checked: it makes article
// pairs of the sections of good translations, and runs tvilling over them twice,
// the second time with what the first left in its cache.
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	pairs := flag.Int("pairs", 1000, "how many article pairs the site has")
	words := flag.Int("words", 1000, "how many words each translation has at least")
	bin := flag.String("bin", "bin/tvilling", "the program")
	single := flag.Bool("each", false, "time every pair of DIR by itself instead, a process each")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: sitebench [-pairs N] [-words N] [-bin FILE] DIR…\n       sitebench -each [-bin FILE] DIR…\nEach DIR holds NAME/en.md and NAME/sv.md, at any depth.")
		flag.PrintDefaults()
	}
	flag.Parse()
	if *single {
		if err := each(*bin, flag.Args()); err != nil {
			log.Fatalf("sitebench: %v", err)
		}
		return
	}
	if err := measure(*bin, *pairs, *words, flag.Args()); err != nil {
		log.Fatalf("sitebench: %v", err)
	}
}

func measure(bin string, pairs, words int, dirs []string) (err error) {
	program, err := filepath.Abs(bin)
	if err != nil {
		return err
	}
	var sections []section
	for _, dir := range dirs {
		found, err := read(dir)
		if err != nil {
			return err
		}
		sections = append(sections, found...)
	}
	if len(sections) == 0 {
		return errors.New("no article pairs with the same sections on both sides")
	}
	site, err := os.MkdirTemp("", "sitebench-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(site)) }()
	total, err := write(site, sections, pairs, words)
	if err != nil {
		return err
	}
	fmt.Printf("%d pairs, %d words of translation\n", pairs, total)
	for _, name := range []string{"cold", "warm"} {
		r, err := run(program, site)
		if err != nil {
			return err
		}
		fmt.Printf("%s: %.2f s, %.2f s of processor time, %.0f words/s, %.0f words a second of processor time, %d MB at most\n", name,
			r.wall.Seconds(), r.processor.Seconds(), float64(total)/r.wall.Seconds(), float64(total)/r.processor.Seconds(), r.memory>>20)
	}
	return nil
}

// spent is what a run took.
type spent struct {
	wall, processor time.Duration
	memory          int64 // bytes, at its peak
}

// run checks the site. Findings are no failure.
func run(program, site string) (spent, error) {
	cmd := exec.Command(program, "check", "--format", "concise", "--cache-dir", filepath.Join(site, "cache"))
	cmd.Dir, cmd.Stderr = site, os.Stderr
	start := time.Now()
	err := cmd.Run()
	s := spent{wall: time.Since(start)}
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && exit.ExitCode() == 1 {
		err = nil
	}
	if err != nil {
		return s, err
	}
	s.processor = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		s.memory = usage.Maxrss << 10 // Linux counts in kilobytes
	}
	return s, nil
}
