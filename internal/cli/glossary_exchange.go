package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"tvilling/internal/exchange"
	"tvilling/internal/lang"
)

// pairOfLanguages are the flags of what makes a glossary.
type pairOfLanguages struct{ source, target string }

func (p *pairOfLanguages) add(cmd *cobra.Command, source, target string) {
	cmd.Flags().StringVar(&p.source, "source-lang", source, "`language` of the source")
	cmd.Flags().StringVar(&p.target, "target-lang", target, "`language` of the target")
	complete(cmd, "source-lang", "en", "sv")
	complete(cmd, "target-lang", "en", "sv")
}

// read finds the languages; nil for one that was not given.
func (p *pairOfLanguages) read() (source, target *lang.Language, err error) {
	for _, f := range []struct {
		flag, code string
		to         **lang.Language
	}{{"source-lang", p.source, &source}, {"target-lang", p.target, &target}} {
		if *f.to = lang.For(f.code); *f.to == nil && f.code != "" {
			return nil, nil, fmt.Errorf("--%s: language %q is unknown; use en or sv", f.flag, f.code)
		}
	}
	if source != nil && source == target {
		return nil, nil, fmt.Errorf("--source-lang and --target-lang are both %s", source.Code)
	}
	return source, target, nil
}

// output says where a glossary is written.
type output struct {
	file  string
	force bool
}

func (o *output) add(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&o.file, "output", "o", "", "write to this `file` instead of standard output")
	cmd.Flags().BoolVar(&o.force, "force", false, "overwrite the file if it exists")
}

func (o *output) write(e env, content []byte) error {
	if o.file == "" {
		_, err := e.stdout.Write(content)
		return err
	}
	if _, err := os.Stat(o.file); !errors.Is(err, os.ErrNotExist) && !o.force {
		return fmt.Errorf("%s exists already; overwrite it with --force", o.file)
	}
	return writeFile(o.file, content)
}

func newGlossaryImport(e env) *cobra.Command {
	var languages pairOfLanguages
	var out output
	var format, domain string
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Make a glossary of a CSV, TSV or TBX file",
		Long: `Read a term list of another tool and write it as a glossary in YAML. A table's first
row names its columns: source and target, or languages (en, Swedish), and any of
abbreviation, targetAbbreviation, allowed, forbidden, keep, case, match, forms, note
and domain; a table of two columns needs no names. Several forms in a cell are
parted by a bar. Of TBX, version 2 and 3 are read, in any dialect.

A file with mistakes is refused whole, each mistake with its line; what has no place
in a glossary is named on standard error.`,
		Example: `  tvilling glossary import terms.tbx -o terms.yaml
  tvilling glossary import list.csv --domain medicine`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return importGlossary(e, args[0], format, domain, languages, out)
		},
	}
	languages.add(cmd, "", "")
	out.add(cmd)
	cmd.Flags().StringVar(&format, "format", "", "`format` of the file: csv, tsv or tbx; by its extension when not given")
	cmd.Flags().StringVar(&domain, "domain", "", "`domain` of terms that have none")
	complete(cmd, "format", "csv", "tsv", "tbx")
	return cmd
}

func importGlossary(e env, name, format, domain string, languages pairOfLanguages, out output) error {
	source, target, err := languages.read()
	if err != nil {
		return err
	}
	how := exchange.FormatOf(name)
	if format != "" {
		if how, err = exchange.ParseFormat(format); err != nil {
			return fmt.Errorf("--format: %w", err)
		}
	}
	f, err := readFile(name)
	if err != nil {
		return err
	}
	got, err := exchange.Read(f, how, exchange.Options{Source: source, Target: target, Domain: domain})
	if err != nil {
		return err
	}
	if err := out.write(e, got.YAML); err != nil {
		return err
	}
	for _, what := range got.Ignored {
		fmt.Fprintf(e.stderr, "%s: left out: %s\n", name, what)
	}
	fmt.Fprintf(e.stderr, "%s: %s imported\n", name, count(got.Terms, "term"))
	return nil
}

func newGlossaryExport(e env) *cobra.Command {
	var out output
	var format string
	cmd := &cobra.Command{
		Use:   "export GLOSSARY",
		Short: "Write a glossary as CSV, TSV or TBX",
		Long: `Write a glossary file, or builtin:NAME, for another tool. All that a term says is
kept: in TBX, what it has no place for goes into a note that import reads back.`,
		Example: `  tvilling glossary export terms.yaml --format tbx -o terms.tbx
  tvilling glossary export builtin:medicine --format csv`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return exportGlossary(e, args[0], format, out) },
	}
	out.add(cmd)
	cmd.Flags().StringVar(&format, "format", "", "how to write: `csv`, tsv, tbx (ISO 30042:2019), tbx2 (2008) or yaml; by the output's extension when not given")
	complete(cmd, "format", exchange.Formats...)
	return cmd
}

func exportGlossary(e env, name, format string, out output) error {
	how := exchange.FormatOf(out.file)
	var err error
	if format != "" {
		if how, err = exchange.ParseFormat(format); err != nil {
			return fmt.Errorf("--format: %w", err)
		}
	}
	g, err := readGlossary(name)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	lost, err := exchange.Write(&b, g, how)
	if err != nil {
		return fmt.Errorf("--format: %w", err)
	}
	if err := out.write(e, b.Bytes()); err != nil {
		return err
	}
	if len(lost) > 0 {
		fmt.Fprintf(e.stderr, "%s: the format has no place for: %s\n", name, strings.Join(lost, ", "))
	}
	return nil
}
