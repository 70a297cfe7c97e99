package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"tvilling/internal/align"
	"tvilling/internal/report"
	"tvilling/internal/review"
)

func newAlign(e env) *cobra.Command {
	var pair pairFlags
	var unit, format string
	cmd := &cobra.Command{
		Use:   "align SOURCE TARGET",
		Short: "Show which parts of two articles belong together",
		Long: `Align two articles and print one group a line: the source's units, the target's,
and how sure the pairing is. With --unit line the files hold one segment a line
already and are aligned as they are.

The tsv form is: source lines TAB target lines TAB confidence TAB kind, each unit
named by the number of its first line; an empty side means nothing belongs there.`,
		Example: `  tvilling align en.md sv.md --unit block
  tvilling align en.txt sv.txt --unit line --format tsv`,
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: twoFiles,
		RunE: func(_ *cobra.Command, args []string) error {
			u, err := align.ParseUnit(unit)
			if err != nil {
				return fmt.Errorf("--unit: %w", err)
			}
			src, tgt, opts, err := pair.read(args[0], args[1])
			if err != nil {
				return err
			}
			rows, err := review.Beads(src, tgt, opts, u)
			if err != nil {
				return err
			}
			switch format {
			case "text":
				return report.BeadsText(e.stdout, rows, terminal(e))
			case "tsv":
				return report.BeadsTSV(e.stdout, u, rows)
			case "json":
				return report.BeadsJSON(e.stdout, src, tgt, u, rows)
			}
			return fmt.Errorf("--format: %q is unknown; use text, tsv or json", format)
		},
	}
	pair.add(cmd)
	cmd.Flags().StringVar(&unit, "unit", "block", "what to align: `section, block, sentence or line`")
	cmd.Flags().StringVar(&format, "format", "text", "how to print: `text, tsv or json`")
	complete(cmd, "unit", "section", "block", "sentence", "line")
	complete(cmd, "format", "text", "tsv", "json")
	return cmd
}
