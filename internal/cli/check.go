package cli

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"tvilling/internal/check"
	"tvilling/internal/report"
	"tvilling/internal/review"
	"tvilling/internal/rules"
)

type checkFlags struct {
	pair       pairFlags
	glossaries []string
	format     string
	failLevel  string
	sel        []string
	ignore     []string
}

func newCheck(e env) *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check SOURCE TARGET",
		Short: "Compare a translation with its source and report what differs",
		Long: `Compare the article TARGET with SOURCE, of which it is a translation, and report
what a bilingual editor would mark. The files may be Markdown, HTML or plain text,
each in its own format.

Exit status: 0 nothing at or above the fail level, 1 findings, 2 could not run.`,
		Example: `  tvilling check en.md sv.md
  tvilling check en.md sv.txt --glossary terms.yaml
  tvilling check en.md sv.md --format json --fail-level warning`,
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: twoFiles,
		RunE:              func(_ *cobra.Command, args []string) error { return runCheck(e, f, args[0], args[1]) },
	}
	f.pair.add(cmd)
	fs := cmd.Flags()
	fs.StringArrayVar(&f.glossaries, "glossary", nil, "glossary file, or builtin:`NAME`; may be repeated, later ones win")
	fs.StringVar(&f.format, "format", "text", "how to print: `text or json`")
	fs.StringVar(&f.failLevel, "fail-level", "error", "exit with 1 from this `severity` on: error, warning or suggestion")
	fs.StringSliceVar(&f.sel, "select", nil, "run only these `rules` (comma-separated; a prefix ending in * selects many)")
	fs.StringSliceVar(&f.ignore, "ignore", nil, "leave these `rules` out")
	complete(cmd, "format", "text", "json")
	complete(cmd, "fail-level", "error", "warning", "suggestion")
	return cmd
}

func runCheck(e env, f checkFlags, source, target string) error {
	level, err := check.ParseSeverity(f.failLevel)
	if err != nil {
		return fmt.Errorf("--fail-level: %w", err)
	}
	write, err := writer(e, f.format)
	if err != nil {
		return err
	}
	chosen, err := rules.Select(f.sel, f.ignore)
	if err != nil {
		return err
	}
	glossaries, err := readGlossaries(f.glossaries)
	if err != nil {
		return err
	}
	src, tgt, opts, err := f.pair.read(source, target)
	if err != nil {
		return err
	}
	opts.Rules, opts.Glossaries = chosen, glossaries
	result, err := review.Pair(src, tgt, opts)
	if err != nil {
		return err
	}
	r := &check.Report{Version: Version(), Results: []check.Result{*result}}
	if err := write(e.stdout, r); err != nil {
		return err
	}
	if r.Worst(level) {
		return errFindings
	}
	return nil
}

// writer is the function of a --format name.
func writer(e env, format string) (func(io.Writer, *check.Report) error, error) {
	switch format {
	case "text":
		return func(w io.Writer, r *check.Report) error { return report.Text(w, r, terminal(e)) }, nil
	case "json":
		return report.JSON, nil
	}
	return nil, fmt.Errorf("--format: %q is unknown; use text or json", format)
}

// terminal says what standard output can show: colour on a terminal unless
// NO_COLOR (no-color.org) is set, and its width unless COLUMNS says another.
func terminal(e env) report.TextOptions {
	var o report.TextOptions
	if f, ok := e.stdout.(*os.File); ok && isatty.IsTerminal(f.Fd()) {
		o.Color = e.getenv("NO_COLOR") == "" && e.getenv("TERM") != "dumb"
		if w, _, err := term.GetSize(int(f.Fd())); err == nil {
			o.Width = w
		}
	}
	if w, err := strconv.Atoi(strings.TrimSpace(e.getenv("COLUMNS"))); err == nil && w >= 40 {
		o.Width = w
	}
	return o
}

// complete offers fixed values for a flag in shell completion.
func complete(cmd *cobra.Command, flag string, values ...string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// twoFiles completes file names for the first two arguments only.
func twoFiles(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) < 2 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}
