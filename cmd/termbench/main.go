// Command termbench measures how glossary terms are found: precision and recall
// on the published list in testdata/term, beside two ways that other tools have,
// and, given articles, what a glossary of 20,000 terms costs.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"tvilling/internal/lang"
	"tvilling/internal/term"
)

func main() {
	cases := flag.String("cases", "testdata/term", "`folder` of the list")
	articles := flag.String("articles", "", "`folder` of article pairs to time; none when not given")
	flag.Parse()
	if err := run(*cases, *articles); err != nil {
		fmt.Fprintln(os.Stderr, "termbench:", err)
		os.Exit(1)
	}
}

func run(cases, articles string) error {
	verdicts, err := read(cases)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 3, ' ', 0)
	fmt.Fprintf(w, "%d cases\tprecision\trecall\n", len(verdicts))
	for _, m := range []struct {
		name  string
		found func(verdict) bool
	}{{"tvilling", verdict.ours}, {"Snowball stems", verdict.stems}, {"first halves of words", verdict.halves}, {"the words as they stand", verdict.exact}} {
		var s score
		for _, v := range verdicts {
			s.add(v.want, m.found(v))
		}
		fmt.Fprintf(w, "%s\t%.4f\t%.4f\n", m.name, s.precision(), s.recall())
	}
	if err := w.Flush(); err != nil || articles == "" {
		return err
	}
	return cost(articles)
}

// verdict is one line of the list: a term, a text, whether the term stands in it.
type verdict struct {
	want               bool
	lang               *lang.Language
	term, beside, text string
	mode               term.Mode
}

func read(folder string) ([]verdict, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.tsv"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s has no lists", folder)
	}
	var out []verdict
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(content)) {
			f := strings.Split(strings.TrimRight(line, "\n"), "\t")
			if strings.HasPrefix(line, "#") {
				continue
			}
			if len(f) != 7 || lang.For(f[1]) == nil {
				return nil, fmt.Errorf("%s: not a case: %q", file, line)
			}
			mode, _ := term.ParseMode(f[3])
			out = append(out, verdict{f[0] == "+", lang.For(f[1]), f[2], f[4], f[5], mode})
		}
	}
	return out, nil
}

type score struct{ right, wrong, missed int }

func (s *score) add(want, got bool) {
	switch {
	case want && got:
		s.right++
	case got:
		s.wrong++
	case want:
		s.missed++
	}
}

func (s score) precision() float64 { return float64(s.right) / float64(max(s.right+s.wrong, 1)) }
func (s score) recall() float64    { return float64(s.right) / float64(max(s.right+s.missed, 1)) }

// ours looks for the term as a rule would.
func (v verdict) ours() bool {
	t := &term.Term{Source: []string{v.term}, Target: []string{v.term}, Mode: v.mode}
	g := &term.Glossary{Source: v.lang, Target: v.lang, Terms: []*term.Term{t}}
	if v.beside != "" {
		g.Terms = append(g.Terms, &term.Term{Source: []string{v.beside}, Target: []string{v.beside}})
	}
	find := g.FindSource
	if v.lang.ClosedCompounds() {
		find = g.FindTarget
	}
	for _, m := range find(v.text, nil) {
		if m.Term == t && !m.Nested {
			return true
		}
	}
	return false
}
