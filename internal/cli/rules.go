package cli

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"tvilling/internal/check"
	"tvilling/internal/report"
	"tvilling/internal/rules"
)

func newRules(e env) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "markdown":
				return report.RulePage(e.stdout, rules.All())
			case "text":
				w := tabwriter.NewWriter(e.stdout, 0, 0, 2, ' ', 0)
				for _, r := range rules.All() {
					fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", r.ID, level(r), r.Category, r.Title)
				}
				return w.Flush()
			}
			return fmt.Errorf("--format: %q is unknown; use text or markdown", format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "how to print: `text or markdown`")
	complete(cmd, "format", "text", "markdown")
	return cmd
}

func newExplain(e env) *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE",
		Short: "Explain a rule: what it finds, why, and an example of each kind",
		Args:  cobra.ExactArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var ids []string
			for _, r := range rules.All() {
				ids = append(ids, r.ID+"\t"+r.Title)
			}
			return ids, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			chosen, err := rules.Named(args)
			if err != nil {
				return err
			}
			for i, r := range chosen {
				if i > 0 {
					fmt.Fprintln(e.stdout)
				}
				explain(e, r)
			}
			return nil
		},
	}
}

func explain(e env, r *check.Rule) {
	fmt.Fprintf(e.stdout, "%s (%s, %s)\n%s.\n\n%s\n", r.ID, level(r), r.Category, r.Title, strings.TrimSpace(r.Doc))
	show := func(label string, examples []check.Example) {
		for _, x := range examples {
			fmt.Fprintf(e.stdout, "\n%s\n", label)
			fmt.Fprintf(e.stdout, "%s\n%s\n", indent("source  ", x.Source), indent("target  ", x.Target))
			if x.Glossary != "" {
				fmt.Fprintln(e.stdout, indent("glossary  ", x.Glossary))
			}
		}
	}
	show("Reported:", r.Bad)
	show("Not reported:", r.Good)
	fmt.Fprintf(e.stdout, "\nTo leave it out: tvilling check --ignore %s …\n", r.ID)
}

// indent puts a label before the first line of s and blanks before the others.
func indent(label, s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(fmt.Sprintf("  %-8s%s", label, l), " ")
		label = ""
	}
	return strings.Join(lines, "\n")
}

func level(r *check.Rule) string {
	if r.OptIn {
		return r.Severity.String() + ", opt-in"
	}
	return r.Severity.String()
}
