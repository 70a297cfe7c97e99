package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tvilling/internal/doc"
	"tvilling/internal/lang"
	"tvilling/internal/parse"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

func newGlossary(e env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "glossary",
		Short: "Look after glossaries: check, find, extract, add, import, export",
		Long: `A glossary says what terms are to be called in the translation: a YAML file, or one
that comes with tvilling, builtin:NAME. These commands make and check them.`,
	}
	cmd.AddCommand(newGlossaryLint(e), newGlossaryFind(e), newGlossaryExtract(e), newGlossaryAdd(e), newGlossaryImport(e), newGlossaryExport(e))
	return cmd
}

func newGlossaryLint(e env) *cobra.Command {
	var pairs []string
	cmd := &cobra.Command{
		Use:   "lint GLOSSARY...",
		Short: "Find terms that contradict each other, can never match, or are not used",
		Long: `Read glossaries, laid over each other in the order given, and report forms that can
never match, terms that contradict or hide each other, and, with --pair, terms that
no source text has. Mistakes that keep a glossary from being read come first.

Exit status: 0 nothing but advice, 1 problems, 2 a glossary could not be read.`,
		Example: `  tvilling glossary lint terms.yaml
  tvilling glossary lint builtin:medicine terms.yaml --pair en.md,sv.md`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return lintGlossaries(e, args, pairs) },
	}
	cmd.Flags().StringArrayVar(&pairs, "pair", nil, "report terms that no source has: `SOURCE,TARGET`; may be repeated")
	return cmd
}

func lintGlossaries(e env, names, pairs []string) error {
	layers, err := readGlossaries(names)
	if err != nil {
		return err
	}
	problems, advice := 0, 0
	for _, p := range term.Lint(layers...) {
		kind := "problem"
		if p.Advice {
			kind = "advice"
			advice++
		} else {
			problems++
		}
		at := p.Span.Position()
		fmt.Fprintf(e.stdout, "%s:%d:%d: %s: %s\n", p.Span.File.Name, at.Line, at.Column, kind, p.Message)
	}
	unused, err := lintUnused(e, layers, pairs)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.stdout, "%s, %s in %s\n", count(problems, "problem"), plainCount(advice+unused, "piece of advice", "pieces of advice"), count(sumTerms(layers), "term"))
	if problems > 0 {
		return errFindings
	}
	return nil
}

// lintUnused prints the terms that no source of the pairs has, and counts them.
func lintUnused(e env, layers []*term.Glossary, pairs []string) (int, error) {
	if len(pairs) == 0 {
		return 0, nil
	}
	var articles []*doc.Document
	for _, pair := range pairs {
		for _, name := range strings.SplitN(pair, ",", 2) {
			d, err := readArticle(name, "")
			if err != nil {
				return 0, fmt.Errorf("--pair: %w", err)
			}
			articles = append(articles, d)
		}
	}
	n := 0
	for _, g := range layers {
		var sources []string
		for _, d := range articles {
			for _, b := range d.Blocks() {
				if d.Lang == g.Source && b.Kind != doc.Code {
					sources = append(sources, b.Prose.Text)
				}
			}
		}
		for _, t := range g.Unused(sources) {
			at := t.Span.Position()
			fmt.Fprintf(e.stdout, "%s:%d:%d: advice: %q stands in no source\n", t.Span.File.Name, at.Line, at.Column, t.Source[0])
			n++
		}
	}
	return n, nil
}

func newGlossaryFind(e env) *cobra.Command {
	var glossaries []string
	var language, only string
	cmd := &cobra.Command{
		Use:   "find FILE",
		Short: "Show which terms stand in a text, and by which rule each was found",
		Long: `Print every place in FILE where a term of the glossary stands: the words, the form of
the glossary that they answer to, and how they differ from it. A text in the
glossary's source language is searched for names, one in its target language for
agreed, allowed and forbidden renderings.`,
		Example: `  tvilling glossary find sv.md --glossary terms.yaml
  tvilling glossary find en.md --glossary builtin:research --term "odds ratio"`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return findTerms(e, args[0], language, only, glossaries) },
	}
	cmd.Flags().StringArrayVar(&glossaries, "glossary", nil, "glossary file, or builtin:`NAME`; may be repeated, later ones win")
	cmd.Flags().StringVar(&language, "lang", "", "`language` of the text; recognised when not given")
	cmd.Flags().StringVar(&only, "term", "", "only this term, by a `name` in the source language")
	complete(cmd, "lang", "en", "sv")
	return cmd
}

func findTerms(e env, file, language, only string, names []string) error {
	if len(names) == 0 {
		return fmt.Errorf("name a glossary with --glossary")
	}
	layers, err := readGlossaries(names)
	if err != nil {
		return err
	}
	d, err := readArticle(file, language)
	if err != nil {
		return err
	}
	g := term.Merge(layers...)
	find := g.FindSource
	switch d.Lang {
	case g.Source:
	case g.Target:
		find = g.FindTarget
	default:
		return fmt.Errorf("%s is in %s; the glossary is about %s and %s", file, d.Lang.Name, g.Source.Name, g.Target.Name)
	}
	n := 0
	for _, b := range d.Blocks() {
		for _, m := range find(b.Prose.Text, b.Literal) {
			if only == "" || named(m.Term, only) {
				printMatch(e, b, m)
				n++
			}
		}
	}
	fmt.Fprintf(e.stdout, "%s in %s\n", plainCount(n, "match", "matches"), file)
	return nil
}

func named(t *term.Term, name string) bool {
	for _, s := range append(t.Source, t.Abbreviation) {
		if strings.EqualFold(s, name) {
			return true
		}
	}
	return false
}

func printMatch(e env, b *doc.Block, m term.Match) {
	span := b.Prose.Source(m.Start, m.End)
	at := span.Position()
	rule := m.Rule
	if rule == "same" {
		rule = "as it is"
	}
	note := ""
	if m.Nested {
		note = "; inside a longer term"
	}
	fmt.Fprintf(e.stdout, "%s:%d:%d: «%s» %s %q of %q: %s%s\n", span.File.Name, at.Line, at.Column,
		b.Prose.Text[m.Start:m.End], m.Kind, m.Form, m.Term.Source[0], rule, note)
}

// readArticle reads one text, in a language given by its code or recognised.
func readArticle(name, code string) (*doc.Document, error) {
	f, err := readFile(name)
	if err != nil {
		return nil, err
	}
	l, err := languageOf(f, code)
	if err != nil {
		return nil, err
	}
	d := parse.Document(f, parse.FormatOf(name))
	d.Segment(l)
	return d, nil
}

func languageOf(f *text.File, code string) (*lang.Language, error) {
	if code != "" {
		if l := lang.For(code); l != nil {
			return l, nil
		}
		return nil, fmt.Errorf("--lang: language %q is unknown; use en or sv", code)
	}
	if l := lang.Identify(string(f.Content)).Lang; l != nil {
		return l, nil
	}
	return nil, fmt.Errorf("%s: the language is not recognised; give --lang", f.Name)
}

func sumTerms(layers []*term.Glossary) int {
	n := 0
	for _, g := range layers {
		n += len(g.Terms)
	}
	return n
}

// count is a number with its noun, plural by -s.
func count(n int, noun string) string { return plainCount(n, noun, noun+"s") }

func plainCount(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
