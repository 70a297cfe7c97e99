package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"tvilling/internal/lang"
	"tvilling/internal/parse"
	"tvilling/internal/review"
	"tvilling/internal/rules"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

const (
	manyTerms = 20_000
	rounds    = 9
)

// cost prints how long a large glossary takes to compile, and how much longer the
// articles take to check with it. Each figure is the best of several rounds.
func cost(folder string) error {
	pairs, err := articlePairs(folder)
	if err != nil {
		return err
	}
	large, err := largeGlossary()
	if err != nil {
		return err
	}
	compile := time.Hour
	for range rounds {
		g := &term.Glossary{Source: large.Source, Target: large.Target, Terms: large.Terms} // without an index yet
		compile = min(compile, took(func() {
			g.FindSource("x", nil)
			g.FindTarget("x", nil)
		}))
	}
	fmt.Printf("%d terms compile in %s, both languages\n", len(large.Terms), compile.Round(time.Millisecond))
	check := func(glossaries ...*term.Glossary) func() {
		return func() {
			for _, p := range pairs {
				o := p.options
				o.Glossaries = glossaries
				if _, e := review.Pair(p.source, p.target, o); e != nil && err == nil {
					err = e
				}
			}
		}
	}
	check(large)() // compiled once, as in a run over many pairs
	without, with := time.Hour, time.Hour
	for range rounds { // by turns, so that a busy machine slows both
		without, with = min(without, took(check())), min(with, took(check(large)))
	}
	fmt.Printf("%d pairs are checked in %s, with the glossary in %s: %+.0f %%\n", len(pairs), without.Round(time.Millisecond),
		with.Round(time.Millisecond), 100*(with.Seconds()/without.Seconds()-1))
	return err
}

func took(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

type pair struct {
	source, target *text.File
	options        review.Options
}

// articlePairs are the folders under folder that hold an en and an sv file.
func articlePairs(folder string) ([]pair, error) {
	sources, err := filepath.Glob(filepath.Join(folder, "*", "*", "en.*"))
	if err != nil || len(sources) == 0 {
		return nil, fmt.Errorf("%s has no pairs */*/en.* and sv.*", folder)
	}
	usual, err := rules.Select(nil, nil)
	if err != nil {
		return nil, err
	}
	var out []pair
	for _, en := range sources {
		targets, _ := filepath.Glob(filepath.Join(filepath.Dir(en), "sv.*"))
		if len(targets) != 1 {
			continue
		}
		p := pair{options: review.Options{SourceLang: "en", TargetLang: "sv", SourceFormat: parse.FormatOf(en), TargetFormat: parse.FormatOf(targets[0]), Rules: usual}}
		if p.source, err = open(en); err != nil {
			return nil, err
		}
		if p.target, err = open(targets[0]); err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

func open(name string) (*text.File, error) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return text.Decode(name, raw)
}

// largeGlossary is all ready-made terms, and compounds of their words until they
// are enough.
func largeGlossary() (*term.Glossary, error) {
	g := &term.Glossary{Source: lang.For("en"), Target: lang.For("sv")}
	for _, name := range term.Builtins() {
		b, err := term.Builtin(name)
		if err != nil {
			return nil, err
		}
		g.Terms = append(g.Terms, b.Terms...)
	}
	n := len(g.Terms)
	for i := 0; len(g.Terms) < manyTerms; i++ {
		a, b := g.Terms[i%n], g.Terms[(i*7+i/n+1)%n]
		g.Terms = append(g.Terms, &term.Term{Source: []string{a.Source[0] + " " + b.Source[0]}, Target: []string{a.Target[0] + " " + b.Target[0]}})
	}
	return g, nil
}
