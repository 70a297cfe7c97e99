package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"tvilling/internal/exchange"
	"tvilling/internal/lang"
	"tvilling/internal/lazy"
	"tvilling/internal/strictyaml"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

func newGlossaryAdd(e env) *cobra.Command {
	var languages pairOfLanguages
	var t term.Term
	var mode string
	cmd := &cobra.Command{
		Use:   "add GLOSSARY TERM RENDERING",
		Short: "Add a term to a glossary file, or begin one",
		Long: `Add what a term is called in the translation, such as the commoner of two renderings
that term-drift found. The rest of the file, comments included, stays as it is; a
file that does not exist is made. A term that the file has is not changed.`,
		Example: `  tvilling glossary add terms.yaml "unacceptable behavior" "oacceptabelt beteende" --forbidden "oacceptabelt uppförande"
  tvilling glossary add terms.yaml "long-term potentiation" långtidspotentiering --abbreviation LTP
  tvilling glossary add terms.yaml PhotoChest --keep`,
		Args: cobra.RangeArgs(2, 3),
		RunE: func(_ *cobra.Command, args []string) error {
			var ok bool
			if t.Mode, ok = term.ParseMode(mode); !ok {
				return fmt.Errorf("--match: %q is unknown; use exact, inflected, compound, prefix or regex", mode)
			}
			t.Source, t.Target = args[1:2], args[2:]
			if len(args) == 2 && !t.Keep {
				return fmt.Errorf("what is %q to be called? Name the rendering, or use --keep for a name that stays", args[1])
			}
			if t.Keep && len(t.Target) == 0 {
				t.Target = t.Source
			}
			if t.TargetAbbreviation == "" {
				t.TargetAbbreviation = t.Abbreviation
			}
			return addTerm(e, args[0], &t, languages)
		},
	}
	languages.add(cmd, "en", "sv")
	fs := cmd.Flags()
	fs.StringVar(&t.Abbreviation, "abbreviation", "", "the term's `abbreviation` in the source language")
	fs.StringVar(&t.TargetAbbreviation, "target-abbreviation", "", "… in the target language, where it is another: `abbreviation`")
	fs.StringArrayVar(&t.Allowed, "allowed", nil, "a `rendering` that passes; may be repeated")
	fs.StringArrayVar(&t.Forbidden, "forbidden", nil, "a `rendering` that must not be used; may be repeated")
	fs.BoolVar(&t.Keep, "keep", false, "the term is a name that stays as it is")
	fs.BoolVar(&t.CaseSensitive, "case-sensitive", false, "capitals matter")
	fs.StringVar(&mode, "match", "auto", "how far the text may differ: `auto`, exact, inflected, compound, prefix or regex")
	fs.StringVar(&t.Note, "note", "", "a `note`")
	fs.StringVar(&t.Domain, "domain", "", "the term's `domain`")
	return cmd
}

func addTerm(e env, name string, t *term.Term, languages pairOfLanguages) error {
	if term.IsBuiltin(name) {
		return fmt.Errorf("%s comes with tvilling and cannot be changed; name a file of your own", name)
	}
	content, g, err := readOrBegin(name, languages)
	if err != nil {
		return err
	}
	for _, known := range g.Terms {
		if named(known, t.Source[0]) && (known.Domain == t.Domain || t.Domain == "") {
			return fmt.Errorf("%s:%d: %q stands already, as %q; change it there", name, known.Span.Line(), t.Source[0], strings.Join(known.Target, ", "))
		}
	}
	item := exchange.Term(t, "")
	if indent := itemIndent(content); indent != "  " {
		item = strings.ReplaceAll("\n"+item, "\n  ", "\n"+indent)[1:]
	}
	if content != "" && !strings.HasSuffix(content, "\n") {
		content += "\n"
	}
	now := content + item
	after, err := term.Read(text.NewFile(name, now))
	if err != nil && len(g.Terms) > 0 && !strings.Contains(now, "terms:\n") || err == nil && len(after.Terms) != len(g.Terms)+1 {
		return fmt.Errorf("%s is not laid out as a list of terms at its end; add these lines to it by hand:\n%s", name, item)
	}
	if err != nil {
		return notRead(name, err)
	}
	if err := writeFile(name, []byte(now)); err != nil {
		return err
	}
	fmt.Fprintf(e.stdout, "%s:%d: %q is %q\n", name, strings.Count(content, "\n")+1, t.Source[0], t.Target[0])
	return nil
}

// notRead is what is wrong with a new term, without its place in a file that was
// not written.
func notRead(name string, err error) error {
	var mistakes strictyaml.Errors
	if !errors.As(err, &mistakes) {
		return err
	}
	return fmt.Errorf("%s: %s", name, mistakes[0].Message)
}

// readOrBegin reads a glossary file, or makes the beginning of one.
func readOrBegin(name string, languages pairOfLanguages) (string, *term.Glossary, error) {
	source, target, err := languages.read()
	if err != nil {
		return "", nil, err
	}
	if _, err := os.Stat(name); errors.Is(err, os.ErrNotExist) {
		return begin(source, target), &term.Glossary{Source: source, Target: target}, nil
	}
	raw, err := readBytes(name)
	if err != nil {
		return "", nil, err
	}
	f, err := text.Decode(name, raw)
	if err != nil {
		return "", nil, err
	}
	if string(f.Content) != string(raw) {
		return "", nil, fmt.Errorf("%s is not plain UTF-8; save it as that first", name)
	}
	g, err := term.Read(f)
	return string(raw), g, err
}

func begin(source, target *lang.Language) string {
	return fmt.Sprintf("source: %s\ntarget: %s\nterms:\n", source.Code, target.Code)
}

var item = lazy.Regexp(`(?m)^( *)- `)

// itemIndent is the white space before the first item of a list in a glossary.
func itemIndent(content string) string {
	if m := item().FindStringSubmatch(content); m != nil {
		return m[1]
	}
	return "  "
}
