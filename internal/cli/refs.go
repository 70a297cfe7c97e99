package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"tvilling/internal/report"
	"tvilling/internal/review"
)

func newRefs(e env) *cobra.Command {
	var pair pairFlags
	var format, side string
	cmd := &cobra.Command{
		Use:   "refs SOURCE TARGET",
		Short: "Show the reference lists of two articles side by side",
		Long: `Find the reference lists of both articles, pair their entries whatever their order,
and print them side by side, a field a line, with ≠ before each field that differs.

With --format csl-json or bibtex one of the lists is written for a reference manager:
the target's, or with --side source the source's.`,
		Example: `  tvilling refs en.md sv.md
  tvilling refs en.md sv.md --format bibtex --side source > references.bib`,
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: twoFiles,
		RunE: func(_ *cobra.Command, args []string) error {
			if side != "source" && side != "target" {
				return fmt.Errorf("--side: %q is unknown; use source or target", side)
			}
			src, tgt, opts, err := pair.read(args[0], args[1])
			if err != nil {
				return err
			}
			c, err := review.References(src, tgt, opts)
			if err != nil {
				return err
			}
			list := c.Target
			if side == "source" {
				list = c.Source
			}
			switch format {
			case "text":
				return report.RefsText(e.stdout, c, terminal(e))
			case "json":
				return report.RefsJSON(e.stdout, src, tgt, c)
			case "csl-json":
				return report.CSL(e.stdout, list)
			case "bibtex":
				return report.BibTeX(e.stdout, list)
			}
			return fmt.Errorf("--format: %q is unknown; use text, json, csl-json or bibtex", format)
		},
	}
	pair.add(cmd)
	cmd.Flags().StringVar(&format, "format", "text", "how to print: `text, json, csl-json or bibtex`")
	cmd.Flags().StringVar(&side, "side", "target", "whose list csl-json and bibtex write: `source or target`")
	complete(cmd, "format", "text", "json", "csl-json", "bibtex")
	complete(cmd, "side", "source", "target")
	return cmd
}
