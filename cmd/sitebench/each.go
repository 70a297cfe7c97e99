package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// rounds is how often each pair is checked; the median counts.
const rounds = 5

// each times the check of every article pair below the directories, a process each,
// and prints the medians, the longest first.
func each(bin string, dirs []string) error {
	type timed struct {
		name string
		took time.Duration
	}
	var all []timed
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasPrefix(d.Name(), "en.") {
				return err
			}
			target, err := filepath.Glob(filepath.Join(filepath.Dir(path), "sv.*"))
			if err != nil || len(target) != 1 {
				return err
			}
			took, err := median(bin, path, target[0])
			all = append(all, timed{filepath.Dir(path), took})
			return err
		})
		if err != nil {
			return err
		}
	}
	slices.SortFunc(all, func(a, b timed) int { return int(b.took - a.took) })
	for _, t := range all {
		fmt.Printf("%4d ms  %s\n", t.took.Milliseconds(), t.name)
	}
	return nil
}

// median is the median time of checking one pair. Findings are no failure.
func median(bin, source, target string) (time.Duration, error) {
	var took []time.Duration
	for range rounds {
		start := time.Now()
		err := exec.Command(bin, "check", source, target).Run()
		took = append(took, time.Since(start))
		if exit := (*exec.ExitError)(nil); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
			return 0, fmt.Errorf("%s: %w", target, err)
		}
	}
	slices.Sort(took)
	return took[rounds/2], nil
}
